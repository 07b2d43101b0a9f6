"""Lines: how one to eight series run along years, dates, numbers or names."""

from kiosk.charts.plotted import Plotted
from kiosk.layers import Placed
from kiosk.setting import Setting


class Lines(Plotted):
    """One line for each series, with the last value at its end. Missing values leave a gap."""

    def place(self, setting: Setting) -> Placed:
        return self.plot(setting).placed()
