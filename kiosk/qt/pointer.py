"""The pointer: what a touch or a click on the picture asks for."""

from dataclasses import dataclass

from kiosk.commands import AnyCommand, Command

SWIPE = 0.08
EDGE = 0.15


@dataclass(frozen=True)
class Touch:
    """A press and its release, in pixels of a picture `width` wide."""

    from_x: float
    from_y: float
    to_x: float
    to_y: float
    width: float

    def command(self) -> AnyCommand:
        """A swipe to the left or a tap on the right edge leads on, the other way back; anything else says: someone is there."""
        across, along = self.to_x - self.from_x, self.to_y - self.from_y
        if abs(across) >= SWIPE * self.width and abs(across) > abs(along):
            return Command.NEXT if across < 0 else Command.PREVIOUS
        if max(abs(across), abs(along)) < SWIPE * self.width:
            if self.to_x >= (1.0 - EDGE) * self.width:
                return Command.NEXT
            if self.to_x <= EDGE * self.width:
                return Command.PREVIOUS
        return Command.POINTER
