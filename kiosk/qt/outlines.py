"""Outlines: large characters as shapes, the same whatever was painted before them.

From 64 pixels on Qt fills the outlines of characters, and it reads them at whatever size the font file was last asked for:
after a text of 30 pixels a figure of 240 is rounded eight times as coarsely. So large characters are read here, always at
one size, and kept.
"""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QRawFont, QTransform

from kiosk.qt.style import font
from kiosk.typeface import advance

LARGE = 64.0
"""Pixels from which on a text is painted by its outline."""

_EM = 1000.0


@cache
def _face(weight: int) -> QRawFont:
    return QRawFont.fromFont(font(_EM, weight))


@cache
def _glyph(char: str, weight: int) -> QPainterPath | None:
    face = _face(weight)
    indexes = face.glyphIndexesForString(char)
    if len(indexes) != 1 or not indexes[0]:
        return None
    # Asked for the first time, the bounds of a character set the font file to this face's size; its outline alone does not.
    face.boundingRect(indexes[0])
    return face.pathForGlyph(indexes[0])


def outline(text: str, size: float, weight: int, tracking: float = 0.0) -> QPainterPath | None:
    """The shape of `text` with its baseline's start at the origin; None if the program's font lacks one of its characters."""
    result, x = QPainterPath(), 0.0
    scale = QTransform.fromScale(size / _EM, size / _EM)
    for char in text:
        glyph = _glyph(char, weight)
        if glyph is None:
            return None
        result.addPath(scale.map(glyph).translated(x, 0.0))
        x += (advance(char, weight) + tracking) * size
    result.setFillRule(Qt.FillRule.WindingFill)
    return result
