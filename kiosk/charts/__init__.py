"""Charts: kinds that draw metrics and series, by the name an author writes."""

from kiosk.charts.area import Area
from kiosk.charts.bar import Bar
from kiosk.charts.episodes import Episodes
from kiosk.charts.level import Level
from kiosk.charts.line import Lines
from kiosk.charts.pictogram import Pictogram
from kiosk.charts.ring import Ring
from kiosk.charts.river import River
from kiosk.charts.share import Share
from kiosk.charts.slopes import Slopes
from kiosk.charts.stacks import Stacks
from kiosk.charts.strip import Strip
from kiosk.charts.tower import Tower
from kiosk.charts.unit_grid import UnitGrid
from kiosk.kind import Kind

CHARTS: dict[str, type[Kind]] = {
    "area": Area,
    "bar": Bar,
    "episodes": Episodes,
    "level": Level,
    "line": Lines,
    "pictogram": Pictogram,
    "ring": Ring,
    "river": River,
    "share": Share,
    "slopes": Slopes,
    "stacks": Stacks,
    "strip": Strip,
    "tower": Tower,
    "unit_grid": UnitGrid,
}
