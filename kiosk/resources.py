"""Where the program's own files lie: in a checkout, and beside or inside the executable."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent


def is_packed() -> bool:
    """Whether the program runs from the executable."""
    return bool(getattr(sys, "frozen", False))


def assets() -> Path:
    """Fonts, icons and built-in themes; packed into the executable, not to be changed by hand."""
    if is_packed():
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).resolve().parent)) / "assets"
    return _CHECKOUT / "assets"


def content() -> Path:
    """The show that is played when no other is named; beside the executable, where it can be edited."""
    if not is_packed():
        return _CHECKOUT / "content"
    beside = Path(sys.executable).resolve().parent / "content"
    packed = Path(getattr(sys, "_MEIPASS", beside.parent)) / "content"
    return packed if packed.is_dir() and not beside.is_dir() else beside


def fonts() -> tuple[Path, ...]:
    """The font files of the program, one for each weight."""
    return tuple(sorted((assets() / "fonts").glob("*.ttf")))
