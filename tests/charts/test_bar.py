"""Bars: heights in proportion, one baseline, gaps where values are missing, figures that count with their bars."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.charts.bar import Bar
from kiosk.layers import Placed
from kiosk.layouts import Page
from kiosk.marks import Bars, Line, Text
from kiosk.motion import lerp
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import example
from tests.kinds.bar import examples
from tests.kinds.samples import CHAMPIONS, metric, series

SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080), (1080, 1080), (1024, 768)]


def setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def bars(placed: Placed, t: float | None = None) -> Bars:
    return next(mark for mark in placed.at(placed.duration if t is None else t) if isinstance(mark, Bars))


def texts(placed: Placed, t: float) -> list[str]:
    return [mark.text for mark in placed.at(t) if isinstance(mark, Text) and mark.opacity > 0.0]


def test_columns_are_as_high_as_their_values() -> None:
    mark = bars(example("bar").place(setting()))

    assert np.allclose(mark.height / mark.height[-1], np.array([5, 10, 17, 25]) / 25)
    assert np.allclose(mark.top + mark.height, mark.top[0] + mark.height[0])


def test_rows_are_as_long_as_their_values() -> None:
    mark = bars(Bar(metrics=CHAMPIONS, direction="across").place(setting()))

    assert np.allclose(mark.width / mark.width[-1], np.array([5, 10, 17, 25]) / 25)
    assert np.allclose(mark.left, mark.left[0])


def test_bars_rise_one_after_another() -> None:
    mark = bars(example("bar").place(setting()), 0.9)
    shares = mark.height / np.array([5, 10, 17, 25])

    assert np.all(np.diff(shares) < 0.0)


def test_each_figure_counts_with_its_bar() -> None:
    placed = Bar(metrics=CHAMPIONS).place(setting())
    t = 1.1
    mark, full = bars(placed, t), bars(placed)

    shown = [text for text in texts(placed, t) if text[0].isdigit() and text.endswith("家")]

    assert [int(text.rstrip("家")) for text in shown] == [
        round(lerp(0.0, value, float(share)))
        for value, share in zip((5, 10, 17, 25), mark.height / full.height, strict=True)
    ]


def test_the_last_frame_shows_the_exact_figures() -> None:
    placed = example("bar").place(setting())

    assert {"5家", "10家", "17家", "25家"} <= set(texts(placed, 99.0))


def test_one_bar_is_warm_the_others_are_cool() -> None:
    assert bars(example("bar").place(setting())).color == ("cool", "cool", "warm", "cool")


def test_negative_columns_hang_from_the_baseline() -> None:
    placed = examples()["negative"].place(setting())
    mark = bars(placed)
    baseline = mark.top[0] + mark.height[0]

    assert np.isclose(mark.top[1], baseline)
    assert np.allclose(mark.height / np.array([6.1, 3.2, 8.4, 12.5, 11.2]), mark.height[0] / 6.1)


def test_a_missing_value_leaves_a_gap() -> None:
    mark = bars(examples()["negative"].place(setting()))
    steps = np.diff(mark.left)

    assert len(mark.left) == 5
    assert np.isclose(steps.max(), 2 * steps.min())


@pytest.mark.parametrize("direction", ["up", "across"])
def test_bars_figures_and_labels_say_what_they_stand_for(direction: Any) -> None:
    placed = Bar(metrics=CHAMPIONS, direction=direction).place(setting())
    ids = [metric.id for metric in CHAMPIONS]
    keys = [mark.key for mark in placed.at(99.0) if isinstance(mark, Text) and mark.key]

    assert bars(placed).keys == tuple(ids)
    assert sorted(keys) == sorted([f"figure:{each}" for each in ids] + [f"name:{each}" for each in ids])


def test_bars_of_a_series_are_known_by_their_places() -> None:
    assert bars(Bar(series=series("数", "Number", {2024: 3, 2025: 4})).place(setting())).keys == ("/2024", "/2025")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box(name: str, size: tuple[int, int]) -> None:
    kind = {"example": example("bar"), **examples()}[name]
    for languages in (("zh", "en"), ("en", "zh")):
        where = setting(*size, languages)
        for mark in kind.place(where).at(99.0):
            if isinstance(mark, Bars):
                assert mark.left.min(initial=where.box.left) >= where.box.left - 1.0
                assert (mark.left + mark.width).max(initial=0.0) <= where.box.right + 1.0
                assert mark.top.min(initial=where.box.top) >= where.box.top - 1.0
            if isinstance(mark, Text) and not mark.angle and not mark.upright:
                width = width_of(mark.runs)
                left = mark.x - {"start": 0.0, "ink": 0.0, "middle": width / 2.0, "end": width}[mark.anchor]
                assert left >= where.box.left - 0.03 * where.screen.u, mark.text
                assert left + width <= where.box.right + 0.02 * where.screen.u, mark.text
                assert mark.y <= where.box.bottom + where.foot, mark.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "either metrics or a series"),
        ({"metrics": CHAMPIONS[:1]}, "nothing to compare"),
        ({"metrics": (CHAMPIONS[0], metric("率", "Rate", 3, "%"))}, "different units"),
        ({"metrics": CHAMPIONS, "highlight": "nobody"}, "nobody"),
        ({"series": series("数", "Number", dict.fromkeys(range(201), 1))}, "201 bars are too many"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Bar(**options)


@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
def test_the_baseline_does_not_run_into_the_labels_above_rows(languages: tuple[str, ...]) -> None:
    marks = example("bar").place(setting(1080, 1920, languages)).at(99.0)
    line = next(mark for mark in marks if isinstance(mark, Line))
    labels = [mark for mark in marks if isinstance(mark, Text) and mark.key.startswith("name:")]

    for label, top in zip(labels, line.y[:, 0], strict=True):
        assert top >= label.y + 0.22 * label.runs[0].size
