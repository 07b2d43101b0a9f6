"""The hand-over between the unattended loop and the guide, as a pure state machine that is told the time."""

from kiosk.playback.playback import Playback
from kiosk.playback.programme import Programme
from kiosk.playback.view import Overlay, State, View

__all__ = ["Overlay", "Playback", "Programme", "State", "View"]
