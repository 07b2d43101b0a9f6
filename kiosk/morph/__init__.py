"""Morphs: one picture turns into another, and whatever has the same key in both moves from its old form to its new one."""

from kiosk.morph.emphasis import emphasised, is_meant, keys_in
from kiosk.morph.turn import MORPH_SECONDS, PULSE_SECONDS, Stack, follow

__all__ = ["MORPH_SECONDS", "PULSE_SECONDS", "Stack", "emphasised", "follow", "is_meant", "keys_in"]
