"""Interpolation: the value between two values."""


def lerp(first: float, last: float, progress: float) -> float:
    """The value at `progress` (0 to 1) on the way from `first` to `last`; exact at both ends."""
    return first * (1.0 - progress) + last * progress
