"""Outlines: large characters as shapes, the same whatever was painted before them.

From 64 pixels on Qt fills the outlines of characters, and it reads them at whatever size the font file was last asked for:
after a text of 30 pixels a figure of 240 is rounded eight times as coarsely. So large characters are read here, from a face
of their own, always at one size.
"""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainterPath, QRawFont, QTransform

from kiosk.resources import fonts
from kiosk.typeface import advance

LARGE = 64.0
"""Pixels from which on a text is painted by its outline."""

_EM = 1000.0
_STYLES = {400: "Regular", 700: "Bold", 900: "Black"}


@lru_cache(maxsize=8)
def _face(weight: int) -> QRawFont:
    # By its style: to Qt the weight of a black face read from a file is that of a regular one.
    style = _STYLES[min(_STYLES, key=lambda each: abs(each - weight))]
    path = next(each for each in fonts() if each.stem.endswith(f"-{style}"))
    return QRawFont(str(path), _EM, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=512)
def _glyph(char: str, weight: int) -> QPainterPath | None:
    face = _face(weight)
    indexes = face.glyphIndexesForString(char)
    return face.pathForGlyph(indexes[0]) if len(indexes) == 1 and indexes[0] else None


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
