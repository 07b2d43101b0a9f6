"""Transitions: one finished picture gives way to another.

Opacity of single items is not opacity of the whole: things that overlap would shine through each other. So both slides are
painted first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from kiosk.motion import in_out, lerp, smoothstep
from kiosk.show import TransitionName

ZOOM = 0.06
"""By how much smaller than the screen a slide is that comes nearer."""


@dataclass
class Transition:
    """A change from `outgoing` to `incoming`; `direction` is 1 forwards, -1 backwards; `progress` runs from 0 to 1."""

    name: TransitionName
    outgoing: QPixmap
    incoming: QPixmap
    direction: int = 1
    progress: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Paints the change as far as it has come, over everything."""
        PAINTERS[self.name](self, painter)


def _paint_fade(transition: Transition, painter: QPainter) -> None:
    share = smoothstep(transition.progress)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    if share < 1.0:
        painter.drawPixmap(0, 0, transition.outgoing)
    if share > 0.0:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(share)
        painter.drawPixmap(0, 0, transition.incoming)


def _paint_push(transition: Transition, painter: QPainter) -> None:
    height = transition.incoming.height() / transition.incoming.devicePixelRatio()
    moved = round(height * in_out(transition.progress)) * transition.direction
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(QPointF(0, -moved), transition.outgoing)
    painter.drawPixmap(QPointF(0, height * transition.direction - moved), transition.incoming)


def _paint_wipe(transition: Transition, painter: QPainter) -> None:
    width, height = _size(transition)
    edge = round(width * in_out(transition.progress))
    begin = 0 if transition.direction > 0 else width - edge
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(0, 0, transition.outgoing)
    painter.setClipRect(QRectF(begin, 0, edge, height))
    painter.drawPixmap(0, 0, transition.incoming)


def _paint_cover(transition: Transition, painter: QPainter) -> None:
    width, _ = _size(transition)
    left = width - round(width * in_out(transition.progress))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(0, 0, transition.outgoing)
    painter.drawPixmap(QPointF(left * transition.direction, 0), transition.incoming)


def _paint_zoom(transition: Transition, painter: QPainter) -> None:
    width, height = _size(transition)
    share = smoothstep(transition.progress)
    # Forwards the new slide comes nearer, backwards it was already too near.
    scale = lerp(1.0 - ZOOM * transition.direction, 1.0, share)
    target = QRectF(0.0, 0.0, width * scale, height * scale)
    target.moveCenter(QPointF(width / 2.0, height / 2.0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawPixmap(0, 0, transition.outgoing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, share < 1.0)
    painter.setOpacity(share)
    painter.drawPixmap(target, transition.incoming, QRectF(transition.incoming.rect()))


def _size(transition: Transition) -> tuple[float, float]:
    size = transition.incoming.deviceIndependentSize()
    return size.width(), size.height()


def _paint_none(transition: Transition, painter: QPainter) -> None:
    painter.drawPixmap(0, 0, transition.incoming)


PAINTERS: dict[TransitionName, Callable[[Transition, QPainter], None]] = {
    "fade": _paint_fade,
    "push": _paint_push,
    "wipe": _paint_wipe,
    "zoom": _paint_zoom,
    "cover": _paint_cover,
    "morph": _paint_fade,
    "none": _paint_none,
}
"""How each transition is painted. A morph grows on the stage itself; where it cannot, it is a fade."""
