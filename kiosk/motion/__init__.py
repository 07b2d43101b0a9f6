"""Time and nothing else: how progress runs from 0 to 1."""

from kiosk.motion.easing import EASINGS, Easing, in_out, linear, out_cubic, smoothstep
from kiosk.motion.interpolate import lerp
from kiosk.motion.track import COUNT, Track, emergence, share_window, stagger, staggered

__all__ = [
    "COUNT",
    "EASINGS",
    "Easing",
    "Track",
    "emergence",
    "in_out",
    "lerp",
    "linear",
    "out_cubic",
    "share_window",
    "smoothstep",
    "stagger",
    "staggered",
]
