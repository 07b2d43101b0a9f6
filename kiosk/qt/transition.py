"""Transitions: one finished picture gives way to another.

Opacity of single items is not opacity of the whole: things that overlap would shine through each other. So both slides are
painted first.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from kiosk.motion import in_out, smoothstep
from kiosk.show import TransitionName


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


def _paint_none(transition: Transition, painter: QPainter) -> None:
    painter.drawPixmap(0, 0, transition.incoming)


PAINTERS = {"fade": _paint_fade, "push": _paint_push, "none": _paint_none}
