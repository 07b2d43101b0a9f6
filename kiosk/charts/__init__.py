"""Charts: kinds that draw metrics and series, by the name an author writes."""

from kiosk.charts.area import Area
from kiosk.charts.bar import Bar
from kiosk.charts.box_plot import BoxPlot
from kiosk.charts.bullet import Bullet
from kiosk.charts.calendar import Calendar
from kiosk.charts.candlestick import Candlestick
from kiosk.charts.dot_map import DotMap
from kiosk.charts.episodes import Episodes
from kiosk.charts.funnel import Funnel
from kiosk.charts.gauge import Gauge
from kiosk.charts.grouped import Grouped
from kiosk.charts.heat_map import HeatMap
from kiosk.charts.histogram import Histogram
from kiosk.charts.level import Level
from kiosk.charts.line import Lines
from kiosk.charts.liquid import Liquid
from kiosk.charts.lollipop import Lollipop
from kiosk.charts.nested import Nested
from kiosk.charts.network import NetworkChart
from kiosk.charts.pictogram import Pictogram
from kiosk.charts.pie import Pie
from kiosk.charts.progress import Progress
from kiosk.charts.race import Race
from kiosk.charts.radar import Radar
from kiosk.charts.radial_bars import RadialBars
from kiosk.charts.ranking import Ranking
from kiosk.charts.region_map import RegionMap
from kiosk.charts.ring import Ring
from kiosk.charts.river import River
from kiosk.charts.sankey import Sankey
from kiosk.charts.scatter import Scatter
from kiosk.charts.share import Share
from kiosk.charts.slope import Slope
from kiosk.charts.slopes import Slopes
from kiosk.charts.small_multiples import SmallMultiples
from kiosk.charts.stacked import Stacked
from kiosk.charts.stacked_area import StackedArea
from kiosk.charts.stacks import Stacks
from kiosk.charts.step import Steps
from kiosk.charts.strip import Strip
from kiosk.charts.table import Table
from kiosk.charts.tower import Tower
from kiosk.charts.treemap import Treemap
from kiosk.charts.unit_grid import UnitGrid
from kiosk.charts.waterfall import Waterfall
from kiosk.charts.word_cloud import WordCloud
from kiosk.kind import Kind

CHARTS: dict[str, type[Kind]] = {
    "area": Area,
    "bar": Bar,
    "box_plot": BoxPlot,
    "bullet": Bullet,
    "calendar": Calendar,
    "candlestick": Candlestick,
    "dot_map": DotMap,
    "episodes": Episodes,
    "grouped": Grouped,
    "funnel": Funnel,
    "gauge": Gauge,
    "heat_map": HeatMap,
    "histogram": Histogram,
    "level": Level,
    "line": Lines,
    "liquid": Liquid,
    "lollipop": Lollipop,
    "nested": Nested,
    "network": NetworkChart,
    "pictogram": Pictogram,
    "pie": Pie,
    "race": Race,
    "ranking": Ranking,
    "region_map": RegionMap,
    "progress": Progress,
    "radar": Radar,
    "radial_bars": RadialBars,
    "ring": Ring,
    "river": River,
    "sankey": Sankey,
    "scatter": Scatter,
    "share": Share,
    "slope": Slope,
    "slopes": Slopes,
    "small_multiples": SmallMultiples,
    "stacked": Stacked,
    "stacked_area": StackedArea,
    "stacks": Stacks,
    "step": Steps,
    "strip": Strip,
    "table": Table,
    "tower": Tower,
    "treemap": Treemap,
    "unit_grid": UnitGrid,
    "waterfall": Waterfall,
    "word_cloud": WordCloud,
}
