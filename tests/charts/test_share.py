"""What a comparison of shares shows: true areas in frames of one scale, and the fan between them."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.share import STROKES, Share, Whole
from kiosk.layouts import Page
from kiosk.marks import Area, Bars, Line, Mark, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.share import FIRMS, LAND, examples

SCREENS = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768)]
EVERY = {"example": example("share"), **examples()}


def setting(width: int = 1920, height: int = 1080, language: str = "zh") -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, (language,))


def marks(kind: Share, t: float = 9.0, **where: Any) -> tuple[Mark, ...]:
    return kind.place(setting(**where)).at(t)


def frames(found: tuple[Mark, ...]) -> Line:
    return next(mark for mark in found if isinstance(mark, Line))


def fan(found: tuple[Mark, ...]) -> Line:
    return next(mark for mark in found if isinstance(mark, Line) and mark.color == "warm")


def squares(found: tuple[Mark, ...]) -> list[Bars]:
    return [mark for mark in found if isinstance(mark, Bars)]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_squares_have_the_areas_of_the_shares(name: str, language: str, width: int, height: int) -> None:
    kind = EVERY[name]
    found = marks(kind, width=width, height=height, language=language)
    sides = np.ptp(frames(found).x, axis=1)

    assert sides[0] == sides[1]
    for square, whole in zip(squares(found), (kind.first, kind.second), strict=True):
        share = whole.metric.number / (100.0 if whole.metric.unit.get("zh") == "%" else 1.0)
        assert (square.width * square.height)[0] / sides[0] ** 2 == pytest.approx(share)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_everything_stays_in_the_box_and_the_foot(name: str, language: str, width: int, height: int) -> None:
    place = setting(width, height, language)

    for mark in marks(EVERY[name], width=width, height=height, language=language):
        if isinstance(mark, Line):
            assert mark.x.min() >= place.box.left - 1.0
            assert mark.x.max() <= place.box.right + 1.0
            assert mark.y.min() >= place.box.top - 1.0
            assert mark.y.max() <= place.box.bottom + place.foot + 1.0
        if isinstance(mark, Text):
            assert place.box.left - 1.0 <= mark.x <= place.box.right
            assert place.box.top <= mark.y <= place.box.bottom + place.foot


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
def test_fan_leads_from_edge_to_edge_in_even_steps(width: int, height: int) -> None:
    found = marks(example("share"), width=width, height=height)
    near, far = squares(found)
    strokes = fan(found)
    across = strokes.y if width > height else strokes.x

    assert across.shape[0] == STROKES == 11
    assert np.ptp(across[:, 0]) == pytest.approx(near.width[0])
    assert np.ptp(across[:, -1]) == pytest.approx(far.width[0])
    assert np.allclose(np.diff(across[:, -1]), np.diff(across[:, -1])[0])
    if width > height:
        assert strokes.x[0, 0] == pytest.approx(near.left[0] + near.width[0])
        assert strokes.x[0, -1] == pytest.approx(far.left[0])
    else:
        assert strokes.y[0, 0] == pytest.approx(near.top[0])
        assert strokes.y[0, -1] == pytest.approx(far.top[0] + far.height[0])


def test_strokes_of_the_fan_are_the_smoothstep() -> None:
    top = fan(marks(example("share"))).y[-1]
    middle = (top[0] + top[-1]) / 2.0

    assert top[len(top) // 2] == pytest.approx(middle)
    assert abs(top[1] - top[0]) < 0.01 * abs(top[-1] - top[0])


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("name", EVERY)
def test_fill_of_the_fan_is_bounded_by_its_outer_strokes(name: str, width: int, height: int) -> None:
    found = marks(EVERY[name], width=width, height=height)
    area = next(mark for mark in found if isinstance(mark, Area))

    assert np.all(np.diff(area.x) >= -1e-9)
    assert np.all(area.upper <= area.lower + 1e-9)
    assert area.x.min() == pytest.approx(fan(found).x.min())
    assert area.x.max() == pytest.approx(fan(found).x.max())


def test_ninth_is_one_of_nine_cells() -> None:
    found = marks(example("share"))
    frame_left, side = float(frames(found).x[1].min()), float(np.ptp(frames(found).x[1]))
    rules = next(mark for mark in found if isinstance(mark, Line) and mark.width < 2.0)

    upright = {round((x - frame_left) / side, 3) for x in rules.x[rules.x[:, 0] == rules.x[:, 1], 0]}
    assert upright == {0.333, 0.667}


def test_third_is_a_square_without_cells() -> None:
    found = marks(examples()["a third"])

    assert not [mark for mark in found if isinstance(mark, Line) and mark.width < 2.0]


def test_figures_do_not_count() -> None:
    for t in (0.0, 0.6, 1.0, 1.9, 9.0):
        texts = [mark.text for mark in marks(example("share"), t) if isinstance(mark, Text)]
        assert "0.37%" in texts
        assert "1/9" in texts


def test_frames_come_first_then_speck_fan_cell_and_figure() -> None:
    def seen(t: float) -> tuple[bool, bool, bool, bool, bool]:
        found = marks(example("share"), t)
        speck, cell = squares(found)
        ninth = next(mark for mark in found if isinstance(mark, Text) and mark.text == "1/9")
        strokes = fan(found)
        has_fan = np.ptp(strokes.x) > 0.0
        return (
            bool(np.ptp(frames(found).x) > 0),
            speck.opacity > 0,
            bool(has_fan),
            bool(cell.width[0] > 0),
            ninth.opacity > 0,
        )

    assert seen(0.4) == (True, False, False, False, False)
    assert seen(0.7) == (True, True, False, False, False)
    assert seen(1.2) == (True, True, True, False, False)
    assert seen(1.7) == (True, True, True, True, False)
    assert seen(2.2) == (True, True, True, True, True)
    assert example("share").place(setting()).duration <= 3.0


def test_chinese_labels_stand_upright_beside_upright_frames() -> None:
    texts = [
        mark for mark in marks(example("share"), width=1080, height=1920) if isinstance(mark, Text) and mark.upright
    ]

    assert [text.text for text in texts] == ["全市", "土地", "全市", "高新技术企业"]
    assert texts[0].x > texts[1].x


def test_share_above_the_whole_is_refused() -> None:
    with pytest.raises(ValidationError, match="not a part of a whole"):
        Share(first=Whole(metric=LAND), second=Whole(metric=FIRMS.model_copy(update={"value": 9})))


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_is_smaller_than_the_smallest_type(name: str, language: str) -> None:
    place = setting(1280, 1024, language)

    for mark in EVERY[name].place(place).at(9.0):
        assert not isinstance(mark, Text) or max(run.size for run in mark.runs) >= place.screen.size("small") - 0.5


def test_whose_share_it_is_stands_at_the_foot_where_the_frames_have_no_room() -> None:
    placed = EVERY["qualified"].place(setting(1280, 1024, "en"))

    assert placed.note == "In colour: Ningbo National High-tech Industrial Development Zone"


def test_labels_of_different_lengths_stand_on_their_figures() -> None:
    found = marks(EVERY["from large to small"], language="en")
    last, other = (
        [mark for mark in found if isinstance(mark, Text) and end in mark.text][-1] for end in ("size", "Land")
    )

    assert last.y == other.y
