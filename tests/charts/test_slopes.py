"""What slopes show, read off their marks."""

from itertools import product

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.slopes import RISE, Slopes
from kiosk.layouts import LAYOUTS, Page
from kiosk.marks import Dots, Line, Mark, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import example
from tests.kinds.samples import metric
from tests.kinds.slopes import END, START, examples, rates, slopes

SCREENS = (
    Screen(1920, 1080),
    Screen(1280, 1024),
    Screen(1080, 1080),
    Screen(1080, 1920),
    Screen(3840, 1080),
    Screen(1024, 768),
)
ALL = {"example": example("slopes"), **examples()}


def marks(kind: Slopes, screen: Screen = SCREENS[0], language: str = "zh", t: float = 99.0) -> tuple[Mark, ...]:
    page = Page(screen)
    setting = Setting(screen, LAYOUTS["aside"].areas(page)["main"], page.foot, (language,))
    return kind.place(setting).at(t)


def strokes(shown: tuple[Mark, ...], screen: Screen = SCREENS[0]) -> dict[str, Line]:
    return {mark.color: mark for mark in shown if isinstance(mark, Line) and mark.width == screen.px(9)}


def extent(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a text's ink, a little generous."""
    size = max(run.size for run in text.runs)
    is_figure = all(char in "0123456789.,%" for char in text.text)
    width = width_of(text.runs)
    left = text.x - (width if text.anchor == "end" else 0.0)
    return (
        left,
        text.y - (0.741 if is_figure else 0.86) * size,
        left + width,
        text.y + (0.0 if is_figure else 0.12) * size,
    )


def test_the_ends_of_the_slopes_are_as_high_as_the_rates() -> None:
    shown = strokes(marks(example("slopes")))

    rise = {color: mark.y[0] - mark.y[1] for color, mark in shown.items()}

    assert rise["warm"] / rise["cool"] == pytest.approx(12.9 / 11.2)


def test_both_slopes_leave_one_start() -> None:
    warm, cool = (strokes(marks(example("slopes")))[color] for color in ("warm", "cool"))

    assert (warm.x[0], warm.y[0]) == (cool.x[0], cool.y[0])


def test_the_rays_are_one_point_apart() -> None:
    shown = marks(example("slopes"))
    rays = next(mark for mark in shown if isinstance(mark, Line) and np.ndim(mark.x) == 2)
    warm = strokes(shown)["warm"]

    heights = rays.y[:, 0] - rays.y[:, 1]

    assert heights / (warm.y[0] - warm.y[1]) * 12.9 == pytest.approx(np.arange(1.0, 13.0))


def test_nothing_of_the_slopes_is_seen_before_they_rise() -> None:
    shown = marks(example("slopes"), t=RISE.start)

    ends = [mark for mark in shown if isinstance(mark, Dots) and mark.color in {"warm", "cool"}]

    assert all(mark.opacity == 0.0 for mark in (*strokes(shown).values(), *ends))


def test_figure_and_slope_rise_together() -> None:
    shown = marks(example("slopes"), t=1.2)
    warm = strokes(shown)["warm"]
    final = strokes(marks(example("slopes")))["warm"]
    figure = next(mark for mark in shown if isinstance(mark, Text) and mark.runs[0].color == "warm")

    share = (warm.y[0] - warm.y[1]) / (final.y[0] - final.y[1])

    assert float(figure.text.removesuffix("%")) == pytest.approx(12.9 * share, abs=0.05)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("name", ALL)
def test_the_last_frame_shows_the_exact_figures(name: str, screen: Screen) -> None:
    texts = {mark.text for mark in marks(ALL[name], screen) if isinstance(mark, Text)}

    assert {f"{each.written('zh').digits}%" for each in ALL[name].metrics} <= texts


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in ALL if name not in {"long", "huge"}])
def test_no_text_lies_on_another(name: str, language: str, screen: Screen) -> None:
    texts = [mark for mark in marks(ALL[name], screen, language) if isinstance(mark, Text)]

    for first, second in product(texts, texts):
        one, other = extent(first), extent(second)
        apart = first is second or one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, f"{first.text} and {second.text}"


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in ALL if name not in {"long", "huge"}])
def test_no_level_line_runs_through_a_text(name: str, language: str, screen: Screen) -> None:
    shown = marks(ALL[name], screen, language)
    lines = [
        mark
        for mark in shown
        if isinstance(mark, Line) and mark.color in {"warm", "cool"} and mark.width == screen.px(3)
    ]
    pieces = [piece for mark in lines for piece in zip(mark.x, mark.y, mark.x[1:], mark.y[1:], strict=False)]

    for text in (mark for mark in shown if isinstance(mark, Text)):
        left, top, right, bottom = extent(text)
        for x0, y0, x1, y1 in pieces:
            is_clear = max(x0, x1) <= left or min(x0, x1) >= right or max(y0, y1) <= top or min(y0, y1) >= bottom
            assert is_clear, text.text


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_figures_are_never_small(screen: Screen) -> None:
    figures = [
        mark for mark in marks(example("slopes"), screen) if isinstance(mark, Text) and mark.runs[0].color == "warm"
    ]

    assert figures[0].runs[0].size >= round(0.16 * screen.u)


@pytest.mark.parametrize(("values", "said"), [((12.9, 0.0), "not above zero"), ((-3.0,), "not above zero")])
def test_rates_that_do_not_climb_are_refused(values: tuple[float, ...], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        slopes(*rates(*values))


def test_two_units_are_refused() -> None:
    with pytest.raises(ValidationError, match="their units differ"):
        Slopes(metrics=(*rates(12.9), metric("甲", "A", 3, "‰")), start=START, end=END)
