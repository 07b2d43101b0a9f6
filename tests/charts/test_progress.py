"""Progress: shares of goals as lengths and angles, computed per cent, goals that are surpassed, milestones."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.progress import Progress, Target
from kiosk.layers import Placed
from kiosk.marks import Bars, Line, Wedges
from tests.charts.test_bar import setting
from tests.charts.within import LANGUAGES, SIZES, assert_apart, assert_inside, extent, read, words
from tests.gallery import example
from tests.kinds.progress import examples
from tests.kinds.ring import SHARES
from tests.kinds.samples import CHAMPIONS, metric


def bars(placed: Placed, t: float = 99.0) -> tuple[Bars, Bars]:
    """The tracks and what is filled of them."""
    tracks, filled = (mark for mark in placed.at(t) if isinstance(mark, Bars))
    return tracks, filled


def test_bars_fill_the_share_of_their_goals_that_is_reached() -> None:
    tracks, filled = bars(example("progress").place(setting()))

    assert np.allclose(filled.width / tracks.width, [41 / 48, 28.5 / 38, 9.6 / 16, 63 / 120])


def test_per_cent_are_computed_and_it_is_said_of_what() -> None:
    assert {"85%", "75%", "60%", "53%", "41 / 48 公里".replace("48 ", "48\u2009")} <= set(
        read(example("progress").place(setting()))
    )


def test_a_surpassed_goal_is_a_mark_within_the_width() -> None:
    where = setting()
    placed = examples()["surpassed"].place(where)
    tracks, filled = bars(placed)

    assert filled.width[0] == pytest.approx(1.25 * tracks.width[0])
    assert filled.width[0] == pytest.approx(where.box.width)
    goals = next(mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.color == "text")
    assert np.allclose(goals.x, tracks.left[0] + tracks.width[0])


def test_rings_are_filled_clockwise_from_the_top() -> None:
    placed = Progress(items=tuple(Target(metric=each) for each in SHARES), form="ring").place(setting())
    marks = [mark for mark in placed.at(99.0) if isinstance(mark, Wedges) and mark.keys]

    assert [float(mark.span[0]) for mark in marks] == pytest.approx([3.6 * 46.5, 3.6 * 21.3, 3.6 * 14.2, 3.6 * 6])
    assert {float(mark.start[0]) for mark in marks} == {0.0}


def test_milestones_are_notches_and_at_most_three_figures() -> None:
    placed = example("progress").place(setting())
    notches = next(mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.color == "ground")

    assert len(notches.x) == 3 * 4
    assert {"25%", "50%", "75%"} <= set(read(placed))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_words_stay_in_the_box_and_apart(name: str, size: tuple[int, int]) -> None:
    kind = example("progress") if name == "example" else examples()[name]
    for languages in LANGUAGES:
        where = setting(*size, languages)
        placed = kind.place(where)
        assert_inside(placed, where)
        assert_apart(placed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"items": [{"metric": CHAMPIONS[0]}]}, "write goal:"),
        ({"items": [{"metric": CHAMPIONS[0], "goal": 0.0}]}, "a goal above 0"),
        ({"items": [{"metric": CHAMPIONS[0], "goal": metric("率", "Rate", 3, "%")}]}, "different units"),
        ({"items": [{"metric": CHAMPIONS[0], "goal": 4.0}], "form": "ring"}, "write form: bar"),
        ({"items": [{"metric": CHAMPIONS[0], "goal": 1.0}]}, "use bars"),
        ({"items": [{"metric": SHARES[0]}], "milestones": [120]}, "between 0 and 100"),
        ({"items": [{"metric": SHARES[0]}], "highlight": "nobody"}, "nobody"),
    ],
)
def test_what_is_no_progress_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Progress(**options)


def test_names_of_neighbouring_rings_do_not_read_as_one() -> None:
    placed = examples()["rings"].place(setting())
    ends = [extent(mark) for mark in words(placed) if mark.key.startswith("name:")]

    for one in ends:
        for other in ends:
            is_level = one[1] < other[3] and other[1] < one[3]
            assert one == other or not is_level or max(one[0] - other[2], other[0] - one[2]) >= 25.0
