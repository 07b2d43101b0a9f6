"""Charts: kinds that draw metrics and series, by the name an author writes."""

from kiosk.charts.slopes import Slopes
from kiosk.kind import Kind

CHARTS: dict[str, type[Kind]] = {
    "slopes": Slopes,
}
