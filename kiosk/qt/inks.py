"""Inks: a drawing in the colours of a built-in theme is shown in those of the theme that it stands in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from kiosk.theme import Theme, load_theme, theme_names

ROLES = ("text", "warm", "cool")
RGB = 0xFFFFFF


def in_inks_of(file: str, theme: Theme, width: int, height: int) -> QPixmap | None:
    """The drawing in `file` in the theme's colours, no larger than `width` by `height` asks for; None for any other image.

    A drawing is a PNG with a palette of nothing but the text, warm and cool colours of one built-in theme, in any opacity.
    """
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    if reader.imageFormat() != QImage.Format.Format_Indexed8:
        return None
    image = reader.read()
    table = reinked(image.colorTable(), theme)
    if table is None:
        return None
    image.setColorTable(table)
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    wanted = image.size().scaled(QSize(max(1, width), max(1, height)), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() < image.width():
        image = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return QPixmap.fromImage(image)


def reinked(palette: Sequence[int], theme: Theme) -> list[int] | None:
    """A palette in the colours of another theme; None if it is not one of a built-in theme, or would stay as it is."""
    seen = {color & RGB for color in palette if color >> 24}
    for built_in in map(load_theme, theme_names()):
        inks = {_number(built_in[role]): _number(theme[role]) for role in ROLES}
        if seen and seen <= inks.keys() and any(inks[color] != color for color in seen):
            return [color & ~RGB | inks.get(color & RGB, color & RGB) for color in palette]
    return None


def _number(color: str) -> int:
    return int(color[1:], 16)
