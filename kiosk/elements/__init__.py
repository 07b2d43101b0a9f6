"""Elements: what else a slide holds, by the name an author writes."""

from kiosk.elements.counter import Counter
from kiosk.kind import Kind

ELEMENTS: dict[str, type[Kind]] = {
    "counter": Counter,
}
