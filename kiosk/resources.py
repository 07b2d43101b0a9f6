"""Where the program's own files lie, and how it is started: in a checkout, and beside or inside the executable."""

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent


def is_packed() -> bool:
    """Whether the program runs from the executable."""
    return bool(getattr(sys, "frozen", False))


def program() -> tuple[str, ...]:
    """The words that start this program anew; a command of its own follows them."""
    return (sys.executable,) if is_packed() else (sys.executable, "-m", "kiosk")


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


def gallery() -> Path:
    """The show that has one slide for each kind of chart and element."""
    return assets() / "gallery"


def licences() -> Path:
    """Licence texts: in the executable of all that comes with it, in a checkout only those that no installed package carries."""
    return assets().parent / "licences" if is_packed() else _CHECKOUT / "packaging" / "licences"


def build_record() -> Path:
    """What the executable was built from and with, as a JSON file; a checkout has none."""
    return assets().parent / "build.json"


def checkout() -> Path:
    """The folder that the program's source lies in."""
    return _CHECKOUT


def icons() -> tuple[Path, ...]:
    """The program's icon in the sizes, in pixels a side, that a window or a list of windows asks for."""
    return tuple(assets() / "icons" / f"kiosk-{size}.png" for size in (16, 32, 48, 128))


def fonts() -> tuple[Path, ...]:
    """The font files of the program, one for each weight."""
    return tuple(sorted((assets() / "fonts").glob("*.ttf")))
