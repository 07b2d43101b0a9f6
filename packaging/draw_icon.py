"""Draws the program's icon: `assets/icons/kiosk.svg` as pictures of all sizes, and as one file of them for Windows.

    .venv/bin/python packaging/draw_icon.py

The executable carries no reader of SVG, so the pictures are committed.
"""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "assets" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
LARGEST_IN_ICO = 256


def main() -> None:
    """Writes all pictures beside the drawing."""
    files = drawn((ICONS / "kiosk.svg").read_bytes())
    for name, content in files.items():
        (ICONS / name).write_bytes(content)
    print(f"{len(files)} files in {ICONS}")


def drawn(svg: bytes) -> dict[str, bytes]:
    """The files that a drawing becomes, by name."""
    # Qt paints nothing before there is an application.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(QByteArray(svg), application)
    if not renderer.isValid():
        raise ValueError("not a drawing that can be read")
    pictures = {size: painted(renderer, size) for size in SIZES}
    files = {f"kiosk-{size}.png": picture for size, picture in pictures.items()}
    return {**files, "kiosk.ico": ico({size: each for size, each in pictures.items() if size <= LARGEST_IN_ICO})}


def painted(renderer: QSvgRenderer, size: int) -> bytes:
    """The drawing as a PNG file of `size` pixels a side, see-through around its corners."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A file of several icons, as Windows reads it since Vista: a list of sizes and places, then the PNG files as they are.

    A size of 256 pixels is written as 0, for it has one byte.
    """
    place = 6 + 16 * len(pictures)
    entries, content = b"", b""
    for size, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(content))
        content += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + content


if __name__ == "__main__":
    main()
