"""The inventory: what the program is made of, read off the packages that are installed beside it."""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from kiosk.part import UNKNOWN, Part
from kiosk.resources import assets, checkout, licences

PROGRAM = "kiosk"
LGPL = "LGPL-3.0-only"
QT_TEXTS = ("qt-notice.txt", "LGPL-3.0-only.txt", "GPL-3.0-only.txt")
KNOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "colorama": ("BSD-3-Clause", ()),
    "pyinstaller": ("GPL-2.0-or-later WITH Bootloader-exception", ()),
    "pyinstaller-hooks-contrib": ("Apache-2.0 OR GPL-2.0-or-later", ()),
    "pyside6-essentials": (LGPL, QT_TEXTS),
    "segno": ("BSD-3-Clause", ()),
    "shiboken6": (LGPL, QT_TEXTS),
}
"""Packages that do not tell their licence as an SPDX expression, or carry no text of it: the licence, and texts of ours."""
LICENCE_FILE = re.compile(
    r"\.dist-info/(.*/)?((LICEN[CS]E|COPYING|NOTICE)[^/]*|[^/]*_LICEN[CS]E[^/]*|licen[cs]es/.*)$", re.I
)
FONT_VERSION = "2.004"
ICONS_VERSION = "1.62.0"
QT_SOURCE = "Its source is to be had at https://code.qt.io and https://www.qt.io/download-open-source."


@lru_cache(maxsize=1)
def installed() -> tuple[Part, ...]:
    """All parts of the program as it is installed here. Raises ValueError for a package that is missing or tells no licence."""
    packages = needed(PROGRAM)
    return (
        Part(PROGRAM, packages[0].version, "MIT", "program", (checkout() / "LICENSE",)),
        python(),
        *(package(each) for each in packages[1:]),
        *_within_qt(packages),
        Part("Noto Sans SC", FONT_VERSION, "OFL-1.1", "font", (assets() / "fonts" / "OFL.txt",)),
        Part("Lucide", ICONS_VERSION, "ISC AND MIT", "drawing", (assets() / "icons" / "lucide" / "LICENSE",)),
    )


def needed(name: str) -> tuple[Distribution, ...]:
    """A package and all that it needs to run, itself first, then by name; raises ValueError for one that is missing."""
    found: dict[str, Distribution] = {}
    waiting = [(name, True)]
    while waiting:
        wanted, is_certain = waiting.pop()
        if plain(wanted) in found:
            continue
        try:
            found[plain(wanted)] = distribution(wanted)
        except PackageNotFoundError:
            if is_certain:
                raise ValueError(f"the package {wanted} is not installed here: call make setup") from None
            continue
        waiting += _requirements(found[plain(wanted)])
    first, *others = found.values()
    return (first, *sorted(others, key=lambda each: plain(each.name)))


def _requirements(package: Distribution) -> Iterator[tuple[str, bool]]:
    """What a package needs, and whether on every machine; extras are never asked for here."""
    for line in package.requires or ():
        requirement, _, condition = line.partition(";")
        name = re.match(r"[A-Za-z0-9._-]+", requirement.strip())
        if name and "extra" not in condition:
            yield name[0], not condition


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def package(each: Distribution) -> Part:
    """One package; raises ValueError if it carries no licence text and we have none."""
    licence, ours = KNOWN.get(plain(each.name), ("", ()))
    theirs = [Path(str(each.locate_file(file))) for file in each.files or () if LICENCE_FILE.search(file.as_posix())]
    files = (*sorted(theirs, key=lambda file: (len(file.parts), file)), *(licences() / name for name in ours))
    if not files:
        raise ValueError(f"the package {each.name} carries no licence text: add one to packaging/licences")
    source = QT_SOURCE if licence == LGPL else ""
    return Part(each.name, each.version, licence or _told(each), "package", files, source)


def _told(each: Distribution) -> str:
    """The licence as a package tells it, if it does so in a short name."""
    for field in ("License-Expression", "License"):
        text = str((each.metadata.get_all(field) or [""])[0])
        if 0 < len(text) <= 60 and "\n" not in text:
            return text
    return UNKNOWN


def python() -> Part:
    """The Python that runs now."""
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    own = next((each for each in places if each.is_file()), None)
    if own is None:
        raise ValueError("this Python carries no licence text: take another one, from python.org or from Debian")
    files = (own, licences() / "python-incorporated.txt")
    return Part("Python", platform.python_version(), "PSF-2.0", "language", files)


def _within_qt(packages: tuple[Distribution, ...]) -> Iterator[Part]:
    """Qt itself and the Unicode library, which the package of its binding brings along."""
    binding = next((each for each in packages if plain(each.name) == "pyside6-essentials"), None)
    if binding is None:
        return
    files = tuple(licences() / name for name in (*QT_TEXTS, "qt-third-party.txt"))
    yield Part("Qt", binding.version, LGPL, "package", files, QT_SOURCE)
    libraries = Path(str(binding.locate_file("PySide6/Qt/lib")))
    for library in sorted(libraries.glob("libicuuc.so.*")):
        yield Part("ICU", library.name.rpartition(".")[2], "Unicode-DFS-2016", "package", (licences() / "ICU.txt",))
