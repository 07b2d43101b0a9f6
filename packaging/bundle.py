"""What goes into the executable's folder: the files that PyInstaller found, less what the program never loads.

A file is `(name, source, kind)`, as PyInstaller's analysis lists it: its place in the folder, where it lies here, and what it is.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

File = tuple[str, str, str]

UNUSED_MODULES = (
    *(
        "OpenGL",
        "PIL",
        "fontTools",
        "hypothesis",
        "matplotlib",
        "mypy",
        "pip",
        "pkg_resources",
        "pytest",
        "scipy",
        "setuptools",
    ),
    *("_hashlib", "_ssl", "readline", "tkinter"),
    *("numpy.f2py", "numpy.fft", "numpy.polynomial", "numpy.random", "numpy.testing"),
    *("pyqtgraph.examples", "pyqtgraph.opengl"),
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtPrintSupport"),
    *("PySide6.QtSql", "PySide6.QtSvg", "PySide6.QtTest"),
)
"""Modules that the program imports nowhere, or can do without. pydoc and unittest have to stay: pyqtgraph and numpy import them.
hashlib has its own digests where OpenSSL is missing, and nothing here speaks TLS."""

UNUSED_FILES = re.compile(
    "|".join(
        (
            # Qt paints in memory here: no GL, no other way to a screen than X, Wayland's XWayland, VNC and memory itself.
            r"Qt6?(Wayland|WlShell|Egl|Quick|Qml|Pdf|VirtualKeyboard|Sql|PrintSupport)",
            r"plugins/(wayland|egldevice|xcbglintegrations|networkinformation|generic|platformthemes|tls|sqldrivers|printsupport|platforminputcontexts)",
            r"platforms/(lib)?q(linuxfb|minimal|vkkhrdisplay|wayland|eglfs|direct2d)",
            r"imageformats/(lib)?q(tiff|icns|tga|wbmp|gif|svg|pdf)",
            r"plugins/iconengines",
            r"(opengl32sw|d3dcompiler_\d+)\.dll",
            # What is translated are Qt's own dialogues, and none is ever shown.
            r"translations/",
            r"pyqtgraph/(icons|examples)/",
        )
    )
)

DISPATCHERS = re.compile(r"lib(GL|EGL|GLX|GLdispatch|xcb)\.so\.\d+")
"""Libraries that PyInstaller leaves to the system for the sake of its graphics driver. Qt only links to them: without GL, none
of them looks for a driver, and the folder needs nothing of the system but its C library."""


def wanted(files: Iterable[File]) -> list[File]:
    """Those files that are not among the unused ones, wherever Windows writes its paths."""
    return [each for each in files if not UNUSED_FILES.search(PurePath(each[0]).as_posix().replace("\\", "/"))]


def with_what_they_need(files: Iterable[File], needs: Callable[[str], Iterable[tuple[str, str | None]]]) -> list[File]:
    """The files, less those libraries that none of them needs (left over from files taken out), and with the dispatchers.

    `needs` tells the libraries that a file links to, by name and place: PyInstaller's `get_imports`.
    """
    libraries = {PurePath(each[0]).name: each for each in files if _is_library(each)}
    kept = {each[0]: each for each in files if not _is_library(each)}
    waiting = list(kept.values())
    while waiting:
        for name, source in needs(waiting.pop()[1]):
            base = PurePath(name).name
            found = libraries.get(base)
            if found is None and source and DISPATCHERS.fullmatch(base):
                found = (base, source, "BINARY")
            if found is not None and found[0] not in kept:
                kept[found[0]] = found
                waiting.append(found)
    return list(kept.values())


def without_loose_links(files: Iterable[File]) -> list[File]:
    """The files, less those links that lead to a file which is not among them."""
    listed = list(files)
    names = {each[0] for each in listed}
    return [each for each in listed if each[2] != "SYMLINK" or each[1] in names]


def _is_library(file: File) -> bool:
    """Whether a file is there only because others link to it. Plugins and Python itself are loaded by name."""
    name = PurePath(file[0]).name
    return file[2] == "BINARY" and "/plugins/" not in file[0] and name.startswith("lib") and not _is_python(name)


def _is_python(name: str) -> bool:
    return name.startswith("libpython")


def stripped(files: Iterable[File], folder: Path) -> list[File]:
    """The files, with Python's library and all extensions freed of what only a debugger reads; copies go to `folder`.

    Not so those of numpy, which its wheel has moved about in a way that `strip` does not always survive.
    """
    tool = shutil.which("strip")
    if tool is None:
        return list(files)
    folder.mkdir(parents=True, exist_ok=True)
    return [_strip(each, folder, tool) if _has_symbols(each) else each for each in files]


def _has_symbols(file: File) -> bool:
    name, _, kind = file
    return _is_python(PurePath(name).name) or (kind == "EXTENSION" and not name.startswith("numpy"))


def _strip(file: File, folder: Path, tool: str) -> File:
    name, source, kind = file
    target = folder / name.replace("/", "-")
    subprocess.run([tool, "--strip-unneeded", "-o", str(target), source], check=True)
    return name, str(target), kind
