"""Easings: how a movement gathers and loses speed on its way from 0 to 1.

Every easing maps a progress in [0, 1] to a progress in [0, 1], never runs backwards, and is exact at both ends.
"""

from collections.abc import Callable

Easing = Callable[[float], float]


def linear(progress: float) -> float:
    """Constant speed."""
    return progress


def smoothstep(progress: float) -> float:
    """The cubic 3p^2 - 2p^3: slow in, slow out. It is also the shape of every stroke of the motif."""
    return progress * progress * (3.0 - 2.0 * progress)


def in_out(progress: float) -> float:
    """Slow in and slow out with a marked middle (cubic): the pacing that is tracked best (Dragicevic 2011)."""
    if progress < 0.5:
        return 4.0 * progress**3
    return 1.0 - 4.0 * (1.0 - progress) ** 3


def out_cubic(progress: float) -> float:
    """Fast start, slow arrival: for figures that count up."""
    return 1.0 - (1.0 - progress) ** 3


EASINGS: dict[str, Easing] = {"linear": linear, "smoothstep": smoothstep, "in_out": in_out, "out_cubic": out_cubic}
