"""Revealing: marks that are painted whole and uncovered from the left, so that a frame paints only what is new."""

from PySide6.QtCore import QRectF

from kiosk.marks import Area, Line

SOFT = 2.0
"""Pixels beside an edge that smoothing may reach."""


def edge_of(mark: Line | Area) -> float:
    """The x up to which a mark is uncovered."""
    left, right = float(mark.x.min()), float(mark.x.max())
    return left + (right - left) * mark.reveal


def uncovered(mark: Line | Area, bounds: QRectF) -> QRectF:
    """The part of a mark's bounds that is uncovered."""
    return QRectF(bounds.left(), bounds.top(), edge_of(mark) - bounds.left(), bounds.height())


def strip_between(old: Line | Area, new: Line | Area, width: float) -> QRectF:
    """What one mark shows and the other does not, `width` being that of their pen."""
    first, last = sorted((edge_of(old), edge_of(new)))
    # The first and the last strip reach to where the ends of strokes do.
    first = first - width if min(old.reveal, new.reveal) <= 0.0 else first
    last = last + width if max(old.reveal, new.reveal) >= 1.0 else last
    ys = (new.y,) if isinstance(new, Line) else (new.upper, new.lower)
    top, bottom = min(float(each.min()) for each in ys), max(float(each.max()) for each in ys)
    margin = width + SOFT
    return QRectF(first - SOFT, top - margin, last - first + 2 * SOFT, bottom - top + 2 * margin)
