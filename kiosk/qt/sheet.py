"""Contact sheet: many pictures of slides on one, numbered."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.qt.style import font
from kiosk.theme import Theme

SHEET_WIDTH = 2400
MARGIN = 60
GAP = 30
CAPTION = 48


def contact_sheet(pictures: Sequence[tuple[int, QImage]], theme: Theme) -> QImage:
    """All pictures, each with its number, in rows on a sheet about 2400 pixels wide. They share one size."""
    first = pictures[0][1]
    aspect = first.width() / first.height()
    columns = max(1, min(len(pictures), round(math.sqrt(len(pictures) * 1.5 / aspect))))
    width = min(first.width(), (SHEET_WIDTH - 2 * MARGIN - (columns - 1) * GAP) // columns)
    height = round(width / aspect)
    rows = math.ceil(len(pictures) / columns)
    sheet = QImage(
        2 * MARGIN + columns * width + (columns - 1) * GAP,
        2 * MARGIN + rows * (height + CAPTION) + (rows - 1) * GAP,
        QImage.Format.Format_RGB32,
    )
    sheet.fill(QColor(theme["stage"]))
    painter = QPainter(sheet)
    painter.setFont(font(32, 400))
    painter.setPen(QColor(theme["text"]))
    for place, (number, picture) in enumerate(pictures):
        row, column = divmod(place, columns)
        left, top = MARGIN + column * (width + GAP), MARGIN + row * (height + CAPTION + GAP)
        small = picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(QRect(left, top, width, height), small)
        painter.drawText(QRect(left, top + height, width, CAPTION), Qt.AlignmentFlag.AlignVCenter, str(number))
    painter.end()
    return sheet
