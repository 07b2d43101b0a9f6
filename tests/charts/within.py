"""Within: whether the words of a chart stay in their box and clear of each other, whatever its kind."""

from itertools import combinations

from kiosk.layers import Placed
from kiosk.marks import Text
from kiosk.setting import Setting
from kiosk.typesetting import width_of

Extent = tuple[float, float, float, float]
SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)]
LANGUAGES = (("zh", "en"), ("en", "zh"))


def words(placed: Placed, t: float = 99.0) -> list[Text]:
    """The texts that are to be read at `t` seconds."""
    return [mark for mark in placed.at(t) if isinstance(mark, Text) and mark.opacity > 0.0 and mark.runs]


def read(placed: Placed, t: float = 99.0) -> list[str]:
    """What is to be read at `t` seconds."""
    return [mark.text for mark in words(placed, t)]


def extent(mark: Text) -> Extent:
    """Left, top, right and foot of the ink of a level text, nearly."""
    width, size = width_of(mark.runs), max(run.size for run in mark.runs)
    left = mark.x - {"start": 0.0, "ink": 0.0, "middle": width / 2.0, "end": width}[mark.anchor]
    return left, mark.y - 0.72 * size, left + width, mark.y + 0.06 * size


def assert_inside(placed: Placed, where: Setting) -> None:
    """Every text is within the box or the line of labels below it."""
    box, slack = where.box, 0.03 * where.screen.u
    for mark in words(placed):
        left, top, right, bottom = extent(mark)
        # What is aligned by its ink begins further to the left: the cell of a large 1 is much wider than its ink.
        assert left >= box.left - slack - (0.09 * max(run.size for run in mark.runs)), mark.text
        assert right <= box.right + slack, mark.text
        assert top >= box.top - slack, mark.text
        assert bottom <= box.bottom + where.foot, mark.text


def assert_apart(placed: Placed) -> None:
    """No text covers another."""
    for first, second in combinations(words(placed), 2):
        one, other = extent(first), extent(second)
        covers = one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        assert not covers, f"{first.text!r} and {second.text!r}"
