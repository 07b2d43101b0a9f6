"""Icon rows: icons drawn stroke by stroke in the theme's colours, on one shelf; unknown ones get a hint."""

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.content.tree import read_tree
from kiosk.content.validate import validate
from kiosk.elements.icon_row import IconRow
from kiosk.icons import icon, icon_names
from kiosk.layers import Placed
from kiosk.marks import Line, Text
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.icon_row import THREE, examples

DOCUMENT = Path(__file__).parents[2] / "docs" / "icons.md"


def drawings(placed: Placed, t: float = 99.0) -> list[Line]:
    return [mark for mark in placed.at(t) if isinstance(mark, Line) and mark.color in ("cool", "warm")]


def test_every_icon_can_be_drawn_within_its_square() -> None:
    for name in icon_names():
        drawing = icon(name)
        points = np.concatenate(drawing.strokes)
        assert np.isfinite(points).all(), name
        assert (np.abs(points - 0.5) <= 0.505).all(), name
        assert len(drawing.lines) + len(drawing.dots) == len(drawing.strokes), name


def test_strokes_grow_from_their_beginning() -> None:
    drawing = icon("rocket")

    lengths = [
        np.hypot(*np.moveaxis(np.diff(drawing.drawn(each), axis=1), 2, 0)).sum(axis=1) for each in (0.0, 0.5, 1.0)
    ]

    assert np.allclose(lengths[0], 0.0)
    assert np.allclose(lengths[1], lengths[2] / 2.0, rtol=0.02)
    assert drawing.drawn(1.0) is drawing.lines


def test_one_icon_is_warm() -> None:
    assert [mark.color for mark in drawings(example("icon_row").place(setting()))] == ["cool", "cool", "warm", "cool"]


def test_icons_stand_on_one_level_side_by_side() -> None:
    marks = drawings(example("icon_row").place(setting()))

    feet = [float(mark.y.max()) for mark in marks]
    assert max(feet) - min(feet) < 1.0
    assert all(first.x.max() < second.x.min() for first, second in pairwise(marks))


def test_on_a_portrait_screen_they_stand_below_each_other() -> None:
    marks = drawings(example("icon_row").place(setting(1080, 1920)))

    assert all(first.y.max() < second.y.min() for first, second in pairwise(marks))


@pytest.mark.parametrize("size", SIZES)
def test_words_stand_within_their_area(size: tuple[int, int]) -> None:
    for kind in (example("icon_row"), *examples().values()):
        where = setting(*size)
        for mark in kind.place(where).at(99.0):
            if isinstance(mark, Text):
                assert where.box.top <= mark.y <= where.box.bottom + where.foot + 1.0
                assert mark.x >= where.box.left - 0.1 * mark.runs[0].size


def test_an_unknown_icon_is_told_with_a_guess() -> None:
    text = "items:\n- {icon: rockt, text: a}\n- {icon: leaf, text: b}\n- {icon: zap, text: c}\n"
    tree, _ = read_tree(text, "a.yaml")
    assert tree is not None

    _, (problem,) = validate(TypeAdapter(IconRow), tree)

    assert str(problem) == 'a.yaml:2:10: error unknown-image unknown icon "rockt" (did you mean "rocket"?)'


def test_there_is_no_seventh_wonder() -> None:
    with pytest.raises(ValidationError, match="no icon 4 to highlight: there are 3"):
        IconRow(items=THREE, highlight=4)


def document() -> str:
    """The list of all icons for authors."""
    parts = [
        "# Icons\n",
        f"The {len(icon_names()):,} icons that `element: icon_row` can show, by name. They are those of Lucide "
        "(https://lucide.dev/icons shows them), drawn in the\ncolours of the show. This page is written by the program "
        '(`REMAKE_DOCS=1 make test ARGS="-k icons_document"`).\n',
    ]
    for letter in dict.fromkeys(name[0] for name in icon_names()):
        names = [f"`{name}`" for name in icon_names() if name.startswith(letter)]
        parts.append(f"## {letter.upper()}\n\n{', '.join(names)}\n")
    return "\n".join(parts)


def test_the_icons_document_lists_them_all() -> None:
    if os.environ.get("REMAKE_DOCS"):
        DOCUMENT.write_text(document(), "utf-8")

    assert DOCUMENT.read_text("utf-8") == document()
