"""Area: how much there is along years, dates, numbers or names, as a curve filled down to zero."""

from typing import Annotated

from pydantic import Field

from kiosk.charts.plot import Plot
from kiosk.kind import Kind, SeriesRef
from kiosk.layers import Placed
from kiosk.setting import Setting


class Area(Kind):
    """One series as a filled curve, with its last value at its end. The scale always begins at 0."""

    series: Annotated[SeriesRef, Field(description="the series to draw")]

    def place(self, setting: Setting) -> Placed:
        return Plot((self.series,), setting, is_filled=True).placed()
