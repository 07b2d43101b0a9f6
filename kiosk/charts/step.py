"""Steps: values that hold until they change, as prices, limits and stocks do."""

from kiosk.charts.plotted import Plotted
from kiosk.layers import Placed
from kiosk.setting import Setting


class Steps(Plotted):
    """Stairs for values that hold until they change, such as prices or limits, with the last value at their end."""

    def place(self, setting: Setting) -> Placed:
        return self.plot(setting, is_stepped=True).placed()
