"""Clocks as a show may hold them, and as it should not."""

from kiosk.elements.clock import Clock
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """Seconds, the date alone, another place, a caption that is too long."""
    return {
        "seconds": Clock(seconds=True, line=False),
        "date": Clock(show="date", caption=Words({"zh": "今天", "en": "Today"})),
        "time": Clock(show="time", caption=Words({"zh": "汉堡", "en": "Hamburg"}), ahead=-7.0),
        "long": Clock(caption=Words(LONG), ahead=5.75),
    }
