"""A text that runs behind its edges: nothing of it is seen beyond them, and what only moves is not made anew."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk.marks import Run, Text
from kiosk.qt.items.text import TextItem
from tests.qt.hall import THEME, painted

LONG = Text(-300.0, 200.0, (Run("高新区" * 40, 60.0), Run("再来", 60.0, 700, "warm")), clip=(200.0, 600.0, 40.0))


def test_nothing_is_seen_beyond_the_edges() -> None:
    columns = np.abs(painted(LONG) - painted()).max(axis=(0, 2)) > 8

    assert columns[230:570].any()
    assert not columns[:199].any()
    assert not columns[601:].any()


def test_characters_fade_towards_the_edges() -> None:
    ink = np.abs(painted(LONG) - painted()).max(axis=(0, 2))

    assert ink[200:220].max() < 0.7 * ink[300:500].max()


def test_between_the_edges_it_looks_like_any_other_text() -> None:
    plain = Text(250.0, 200.0, (Run("高新区", 60.0),))
    clipped = replace(plain, clip=(150.0, 650.0, 40.0))

    assert np.abs(painted(plain) - painted(clipped)).max() < 24.0


def test_a_text_that_only_moves_keeps_its_pieces() -> None:
    item = TextItem(THEME)
    item.show_mark(LONG)
    pieces, bounds = item._characters, item.boundingRect()

    item.show_mark(replace(LONG, x=-310.0))

    assert item._characters is pieces
    assert item.boundingRect().left() == pytest.approx(bounds.left() + 10.0)
