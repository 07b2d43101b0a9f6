"""Style: fonts, pens and brushes for marks, made once and kept."""

from functools import lru_cache

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QGradient, QLinearGradient, QPen

from kiosk.marks import Stops
from kiosk.resources import fonts
from kiosk.theme import Theme

FAMILY = "Noto Sans SC"


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Gives Qt the fonts that come with the program; raises ValueError for a file that Qt cannot read."""
    for path in fonts():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ValueError(f"not a font that Qt can read: {path.name}")


def set_up_pyqtgraph() -> None:
    """Turns off what pyqtgraph would do by itself, and asks for smooth edges."""
    pg.setConfigOptions(antialias=True, useOpenGL=False, enableExperimental=False, background=None)


@lru_cache(maxsize=256)
def font(size: float, weight: int) -> QFont:
    """The program's font, `size` in whole pixels; kerning is off, so that texts are as wide as `typeface.advance` says."""
    result = QFont(FAMILY)
    result.setPixelSize(max(1, round(size)))
    result.setWeight(QFont.Weight(weight))
    result.setKerning(False)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.ForceOutline)
    return result


@lru_cache(maxsize=512)
def _color(name: str, alpha: int) -> QColor:
    result = QColor(name)
    result.setAlpha(alpha)
    return result


def color(theme: Theme, role: str, opacity: float = 1.0) -> QColor:
    """The colour of a role; opacity 0 to 1. The result is shared: never change it."""
    return _color(theme[role], round(255 * min(max(opacity, 0.0), 1.0)))


CAPS = {"round": Qt.PenCapStyle.RoundCap, "flat": Qt.PenCapStyle.FlatCap}


def pen(
    theme: Theme,
    role: str,
    width: float,
    opacity: float = 1.0,
    *,
    fade: Stops = (),
    span: tuple[float, float] = (0.0, 1.0),
    cap: str = "round",
    dashes: tuple[float, ...] = (),
) -> QPen:
    """A pen of `width` pixels; `fade` gives opacities along x between the two ends of `span`."""
    result = QPen()
    result.setWidthF(width)
    result.setCapStyle(CAPS[cap])
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin if cap == "round" else Qt.PenJoinStyle.BevelJoin)
    # The view is never scaled, so a pen that scales with it is the same, and it draws faster than a cosmetic one.
    result.setCosmetic(False)
    if dashes:
        result.setDashPattern([length / width for length in dashes])
    if fade:
        gradient = QLinearGradient(QPointF(span[0], 0.0), QPointF(span[1], 0.0))
        for place, strength in fade:
            gradient.setColorAt(place, color(theme, role, strength * opacity))
        result.setBrush(QBrush(gradient))
    else:
        result.setColor(color(theme, role, opacity))
    return result


def downwards(theme: Theme, top: float, bottom: float, stops: tuple[tuple[float, str, float], ...]) -> QBrush:
    """A brush that changes from `top` to `bottom`: stops of (place 0 to 1, role, opacity)."""
    gradient = QLinearGradient(QPointF(0.0, top), QPointF(0.0, bottom))
    gradient.setInterpolationMode(QGradient.InterpolationMode.ComponentInterpolation)
    for place, role, opacity in stops:
        gradient.setColorAt(place, color(theme, role, opacity))
    return QBrush(gradient)


def ground_brush(theme: Theme, area: QRectF) -> QBrush:
    """The gradient of the ground over a rectangle."""
    gradient = QLinearGradient(area.topLeft(), area.bottomLeft())
    for place, name in theme.ground:
        gradient.setColorAt(place, QColor(name))
    return QBrush(gradient)
