"""The line drawings of the show: eight subjects in one hand, each for dark grounds and for light ones."""

import math
from collections.abc import Callable, Iterable
from itertools import chain, pairwise, product
from pathlib import Path
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen, QTransform, qRgba

from kiosk.theme import Theme, load_theme

IMAGES = Path(__file__).resolve().parent.parent / "content" / "images"

WIDTH, HEIGHT = 720.0, 600.0
"""The canvas in units; its bottom edge is the shelf on which every drawing stands."""

SCALE = 1.5
"""Pixels to a unit. On a screen of 1080 lines a drawing is shown at half a pixel to the unit."""

OUTLINE, INNER = 10.0, 4.8
"""Widths of the two strokes in units: 5 and 2.4 pixels on a screen of 1080 lines."""

VEILS = 86
"""Steps of opacity in a file, from nothing to full ink; two inks of them fit into a palette of 256."""

Ink = Literal["cool", "warm"]
Point = tuple[float, float]


def trace(commands: str) -> QPainterPath:
    """A path in the letters of SVG: `M x y`, `L x y`, `C x y x y x y`, `Q x y x y` and `Z`, all absolute."""
    path = QPainterPath()
    words = iter(commands.split())

    def point() -> QPointF:
        return QPointF(float(next(words)), float(next(words)))

    for word in words:
        match word:
            case "M":
                path.moveTo(point())
            case "L":
                path.lineTo(point())
            case "C":
                path.cubicTo(point(), point(), point())
            case "Q":
                path.quadTo(point(), point())
            case "Z":
                path.closeSubpath()
            case _:
                raise ValueError(f"not a letter of a path: {word!r}")
    return path


def line(*points: Point) -> QPainterPath:
    """Straight strokes from point to point."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def climb(low: Point, high: Point) -> QPainterPath:
    """The stroke of the show: it leaves `low` level and arrives at `high` level, along the smoothstep."""
    third = (high[0] - low[0]) / 3
    path = QPainterPath(QPointF(*low))
    path.cubicTo(low[0] + third, low[1], high[0] - third, high[1], *high)
    return path


def ripple(x: float, y: float, waves: int) -> QPainterPath:
    """So many waves of water to the right of a point."""
    path = QPainterPath(QPointF(x, y))
    for left in (x + 48 * wave for wave in range(waves)):
        path.cubicTo(left + 16, y - 12, left + 32, y + 12, left + 48, y)
    return path


def circle(x: float, y: float, radius: float) -> QPainterPath:
    """A circle round a centre."""
    return ellipse(x, y, radius, radius)


def ellipse(x: float, y: float, width: float, height: float) -> QPainterPath:
    """An ellipse round a centre, by its half axes."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), width, height)
    return path


def arch(x: float, y: float, radius: float, spread: float) -> QPainterPath:
    """The part of a circle that spreads so many degrees to both sides of its top."""
    around = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(around, 90 - spread)
    path.arcTo(around, 90 - spread, 2 * spread)
    return path


def panel(x: float, y: float, width: float, height: float, radius: float = 0.0) -> QPainterPath:
    """A rectangle with round corners, from its left upper corner."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def limb(width: float, *points: Point) -> QPainterPath:
    """The contour of a bar with round ends and joints."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(line(*points)).simplified()


def both(path: QPainterPath) -> QPainterPath:
    """A path and its mirror image on the other half of the canvas."""
    pair = QPainterPath(path)
    pair.addPath(QTransform(-1, 0, 0, 1, WIDTH, 0).map(path))
    return pair


def scaled(path: QPainterPath, size: float, about: Point) -> QPainterPath:
    """The same path at another size, with one point kept in place."""
    return QTransform(size, 0, 0, size, about[0] * (1 - size), about[1] * (1 - size)).map(path)


def squeezed(path: QPainterPath, width: float, axis: float) -> QPainterPath:
    """The same path narrowed towards a vertical axis, as the ribs of a dome are."""
    return QTransform(width, 0, 0, 1, axis * (1 - width), 0).map(path)


class Sheet:
    """The transparent canvas of one drawing and the strokes allowed on it."""

    def __init__(self, theme: Theme) -> None:
        self._inks: dict[Ink, QColor] = {"cool": QColor(theme["cool"]), "warm": QColor(theme["warm"])}
        self._image = QImage(round(WIDTH * SCALE), round(HEIGHT * SCALE), QImage.Format.Format_RGBA64_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)

    def outline(self, *paths: QPainterPath, ink: Ink = "cool", alpha: float = 1.0) -> None:
        """The bold stroke, for what a thing is."""
        self._stroke(paths, OUTLINE, ink, alpha)

    def inner(
        self, *paths: QPainterPath, ink: Ink = "cool", alpha: float = 0.8, within: QPainterPath | None = None
    ) -> None:
        """The fine stroke, for what is on a thing or within it."""
        self._stroke(paths, INNER, ink, alpha, within)

    def dot(self, x: float, y: float, radius: float, ink: Ink = "warm") -> None:
        """A filled circle."""
        with self._painter() as painter:
            painter.fillPath(circle(x, y, radius), self._inks[ink])

    def hide(self, path: QPainterPath, gap: float = 0.0) -> None:
        """Takes away what was drawn behind a thing, and up to `gap` units around its outline."""
        with self._painter() as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillPath(path, Qt.GlobalColor.black)
            if gap:
                painter.strokePath(path, pen(OUTLINE + 2 * gap, QColor(0, 0, 0)))

    def body(self, path: QPainterPath, ink: Ink = "cool", gap: float = 0.0) -> None:
        """The outline of a thing that stands before others."""
        self.hide(path, gap)
        self.outline(path, ink=ink)

    def save(self, path: Path) -> None:
        """Writes the drawing as a PNG that holds nothing but the two inks and their veils."""
        if not two_inks(self._image, tuple(self._inks.values())).save(str(path), quality=0):
            raise OSError(f"cannot write {path}")

    def _stroke(
        self, paths: Iterable[QPainterPath], width: float, ink: Ink, alpha: float, within: QPainterPath | None = None
    ) -> None:
        color = QColor(self._inks[ink])
        color.setAlphaF(alpha)
        with self._painter() as painter:
            if within:
                painter.setClipPath(within)
            for path in paths:
                painter.strokePath(path, pen(width, color))

    def _painter(self) -> QPainter:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        return painter


def pen(width: float, color: QColor) -> QPen:
    """A pen with round ends and joints."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def two_inks(image: QImage, inks: tuple[QColor, ...]) -> QImage:
    """An image with a palette: each pixel takes the nearest ink and one of `VEILS` steps of opacity.

    The file is less than half as large as one in full colour; the eye sees no difference.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4).astype(np.int32)
    wells = np.array([(ink.red(), ink.green(), ink.blue()) for ink in inks])
    nearest = np.square(pixels[:, :, None, :3] - wells).sum(axis=3).argmin(axis=2)
    veil = (pixels[:, :, 3] * (VEILS - 1) + 127) // 255
    index = np.where(veil > 0, nearest * VEILS + veil, 0).astype(np.uint8)
    small = QImage(index.tobytes(), plain.width(), plain.height(), plain.width(), QImage.Format.Format_Indexed8)
    opacities = [step * 255 // (VEILS - 1) for step in range(VEILS)]
    small.setColorTable([qRgba(ink.red(), ink.green(), ink.blue(), opacity) for ink in inks for opacity in opacities])
    return small.copy()


def car(sheet: Sheet) -> None:
    """A connected car: what it knows goes out in waves."""
    hubs = ((172.0, 541.0), (552.0, 541.0))
    shell = trace(
        "M 52 534 Q 30 534 30 512 L 30 470 C 30 436 46 420 78 410 C 150 342 222 306 338 306 "
        "C 436 306 486 352 534 402 C 604 410 660 424 680 452 C 692 470 694 492 694 512 Q 694 534 672 534 Z"
    )
    for x, y in hubs:
        shell = shell.subtracted(circle(x, y, 76))
    sheet.body(shell)
    sheet.inner(trace("M 142 406 C 188 362 240 338 322 336 L 322 406 Z"))
    sheet.inner(trace("M 346 336 C 418 338 456 366 492 406 L 346 406 Z"))
    sheet.inner(line((334, 430), (334, 526)), alpha=0.5)
    sheet.inner(line((226, 440), (252, 440)), line((356, 440), (382, 440)))
    sheet.inner(trace("M 684 460 L 648 460 Q 634 460 626 448"), line((34, 458), (62, 458)))
    for x, y in hubs:
        sheet.outline(circle(x, y, 54))
        sheet.inner(circle(x, y, 22))
    sheet.outline(line((338, 300), (338, 252)), ink="warm")
    sheet.dot(338, 248, 14)
    for radius, alpha in ((60, 1.0), (114, 0.8), (168, 0.6), (222, 0.4)):
        sheet.outline(arch(338, 248, radius, 53), ink="warm", alpha=alpha)


def lens(sheet: Sheet) -> None:
    """A lens: nine rays come in side by side and meet in one point."""
    x, y, half, bulge = 330.0, 298.0, 276.0, 84.0
    focus = (672.0, y)

    def surface(bulge: float, height: float) -> float:
        radius = (half**2 + bulge**2) / (2 * bulge)
        return math.sqrt(radius**2 - height**2) - (radius - bulge)

    def face(bulge: float) -> QPainterPath:
        rows = [half * step / 60 for step in range(-60, 61)]
        return line(*((x + math.copysign(surface(abs(bulge), row), bulge), y + row) for row in rows))

    for step in range(-4, 5):
        height = 54.0 * step
        sheet.inner(line((24, y + height), (x - surface(bulge, height), y + height)), alpha=0.9)
        bent = 0.9 * height
        sheet.inner(line((x + surface(bulge, bent), y + bent), focus), ink="warm", alpha=0.9)
    sheet.inner(face(0.56 * bulge), alpha=0.6)
    sheet.inner(face(0.16 * bulge), alpha=0.4)
    sheet.outline(face(-bulge), face(bulge))
    sheet.body(panel(x - 66, 573, 132, 22, 8))
    sheet.dot(*focus, 25)


def robot(sheet: Sheet) -> None:
    """A humanoid robot, and what it has in mind."""
    shoulders = both(trace("M 70 600 C 70 478 188 420 360 420"))
    sheet.outline(shoulders)
    for size, alpha in ((0.82, 0.8), (0.64, 0.65), (0.46, 0.5)):
        sheet.inner(scaled(shoulders, size, (360, 600)), alpha=alpha)
    sheet.outline(both(line((302, 356), (302, 420))))
    sheet.inner(trace("M 302 390 Q 360 406 418 390"), alpha=0.6)
    sheet.outline(both(trace("M 222 166 L 208 166 Q 180 166 180 196 L 180 212 Q 180 242 208 242 L 226 242")))
    head = trace(
        "M 360 30 C 456 30 504 98 504 188 C 504 286 452 362 360 362 C 268 362 216 286 216 188 C 216 98 264 30 360 30 Z"
    )
    sheet.body(head)
    sheet.inner(panel(250, 142, 220, 108, 48))
    sheet.inner(trace("M 234 276 L 282 308 L 438 308 L 486 276"), line((360, 40), (360, 104)), alpha=0.6)
    sheet.outline(climb((292, 212), (428, 180)), ink="warm")


def glasses(sheet: Sheet) -> None:
    """Glasses that write into the room."""
    rim = trace(
        "M 72 412 L 314 412 Q 332 412 332 430 C 332 540 298 595 226 595 "
        "L 160 595 C 88 595 54 540 54 430 Q 54 412 72 412 Z"
    )
    for step in range(9):
        t = step / 8
        sheet.inner(line((424 + 208 * t, 412), (378 + 300 * t, 214)), ink="warm", alpha=0.6)
    sheet.body(both(rim))
    sheet.outline(trace("M 332 436 Q 360 414 388 436"))
    sheet.outline(both(line((54, 424), (22, 400))))
    for shift in (0.0, 334.0):
        sheet.inner(trace(f"M {98 + shift} 456 Q {140 + shift} 446 {196 + shift} 448"), alpha=0.7)
    sheet.outline(panel(360, 54, 336, 160, 14), ink="warm")
    a = trace("M 446 176 L 480 92 L 514 176 M 458 148 L 502 148")
    r = trace("M 546 176 L 546 92 L 578 92 C 612 92 612 140 578 140 L 546 140 M 580 140 L 608 176")
    sheet.outline(a, r, ink="warm")


def towers(sheet: Sheet) -> None:
    """The harbour of makers: towers and halls, and the light that goes up in one of them floor by floor."""
    sheet.body(trace("M 114 600 L 114 232 Q 114 210 136 210 L 300 210 L 300 600"))
    for y in range(250, 420, 34):
        sheet.inner(line((146, y), (254, y)), alpha=0.6)
    sheet.body(trace("M 434 600 L 434 168 C 540 168 600 226 600 330 L 600 600"))
    for x, top in ((486, 216), (524, 236), (562, 280)):
        sheet.inner(line((x, top), (x, 420)), alpha=0.6)
    sheet.body(trace("M 286 600 L 286 92 L 448 24 L 448 600"))
    for x, top in ((318, 120), (416, 78)):
        sheet.inner(line((x, top), (x, 502)), alpha=0.6)
    sheet.outline(*(line((350, y), (384, y)) for y in range(122, 502, 42)), ink="warm")
    sheet.body(trace("M 25 600 L 25 496 L 84 452 L 84 496 L 143 452 L 143 496 L 202 452 L 202 600"))
    sheet.inner(line((54, 532), (172, 532)), line((54, 564), (172, 564)), alpha=0.6)
    sheet.body(trace("M 526 600 L 526 456 L 695 456 L 695 600"))
    for x in (554, 588, 622, 656):
        sheet.inner(panel(x - 3, 488, 14, 80, 2), alpha=0.6)
    sheet.body(trace("M 228 600 L 228 538 L 500 538 L 500 600"))
    sheet.inner(trace("M 334 600 L 334 568 L 400 568 L 400 600 M 367 568 L 367 600"), alpha=0.8)


def expo(sheet: Sheet) -> None:
    """Visitors before a thinking screen: one node has understood."""
    layers = (
        ((130, 118), (130, 194), (130, 270)),
        ((284, 80), (284, 156), (284, 232), (284, 308)),
        ((438, 118), (438, 194), (438, 270)),
        ((592, 156), (592, 232)),
    )
    lit = layers[2][1]
    sheet.outline(trace("M 25 600 L 25 44 Q 25 25 44 25 L 676 25 Q 695 25 695 44 L 695 600"))
    sheet.outline(line((25, 456), (70, 456)), line((296, 456), (695, 456)))
    sheet.inner(line((430, 461), (430, 600)), line((562, 461), (562, 600)), alpha=0.5)
    sheet.inner(line((480, 364), (642, 364)), line((480, 402), (584, 402)), alpha=0.6)
    for layer, following in pairwise(layers):
        for edge in product(layer, following):
            sheet.inner(line(*edge), alpha=0.5)
    for node in layers[1] + layers[3]:
        sheet.inner(line(node, lit), ink="warm", alpha=1.0)
    for x, y in chain.from_iterable(layers):
        sheet.hide(circle(x, y, 12))
        sheet.inner(circle(x, y, 12), alpha=1.0)
    sheet.dot(*lit, 24)
    grown_up = trace("M 172 620 L 182 438 C 182 408 198 394 224 394 C 250 394 266 408 266 438 L 276 620 Z")
    sheet.body(grown_up.united(limb(32, (248, 416), (342, 344))), gap=8)
    sheet.body(circle(224, 342, 31), gap=8)
    sheet.inner(line((224, 536), (224, 600)))
    sheet.body(trace("M 78 620 L 84 530 C 84 508 96 496 116 496 C 136 496 148 508 148 530 L 154 620 Z"))
    sheet.body(circle(116, 456, 25))


def arts(sheet: Sheet) -> None:
    """The centre of culture and sports under its climbing roof."""
    dome = trace("M 72 560 C 72 390 144 262 252 262 C 360 262 432 390 432 560")
    sheet.outline(dome)
    for width in (0.62, 0.24):
        sheet.inner(squeezed(dome, width, 252), alpha=0.6)
    roof = trace("M 26 492 C 250 484 452 104 684 92 C 698 92 698 112 684 114 C 480 146 330 514 26 492 Z")
    glass = trace("M 60 492 C 320 500 480 150 650 116 L 612 562 L 60 562 Z")
    sheet.body(glass)
    sheet.inner(*(line((x, 0), (x, 562)) for x in range(104, 620, 44)), alpha=0.6, within=glass)
    sheet.inner(line((0, 426), (720, 426)), alpha=0.6, within=glass)
    sheet.body(roof, ink="warm")
    sheet.body(trace("M 434 562 L 434 478 L 546 478 L 546 562"))
    sheet.inner(line((490, 478), (490, 562)))
    sheet.body(trace("M 25 600 L 25 562 L 695 562 L 695 600"))
    sheet.inner(line((30, 582), (690, 582)), alpha=0.6)


def park(sheet: Sheet) -> None:
    """The software park between trees and water."""
    quay = 508.0
    sheet.body(trace("M 352 508 L 352 310 C 452 310 530 216 626 216 L 626 508"))
    for y in (348, 400, 452):
        sheet.inner(panel(386, y, 206, 24, 4), alpha=0.6)
    sheet.body(trace("M 94 508 L 94 352 L 352 352 L 352 508"))
    for y in (386, 438):
        sheet.inner(panel(126, y, 194, 26, 4), alpha=0.6)
    sheet.inner(line((138, 290), (138, 346)), line((302, 290), (302, 346)))
    sheet.outline(trace("M 152 196 L 98 250 L 152 304 M 244 180 L 196 320 M 288 196 L 342 250 L 288 304"), ink="warm")
    for x, y, width, height in ((64, 416, 38, 54), (352, 430, 36, 50), (654, 398, 40, 60)):
        sheet.hide(line((x, y), (x, quay)), gap=6)
        sheet.body(ellipse(x, y, width, height), gap=6)
        sheet.outline(line((x, y + height), (x, quay)))
        sheet.inner(line((x, y), (x, y + height)))
    sheet.body(trace("M 24 600 L 24 508 L 696 508 L 696 600"))
    sheet.inner(ripple(56, 540, 7), ripple(424, 540, 4), alpha=0.8)
    sheet.inner(ripple(152, 572, 9), alpha=0.6)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {
    "car": car,
    "lens": lens,
    "robot": robot,
    "glasses": glasses,
    "towers": towers,
    "expo": expo,
    "arts": arts,
    "park": park,
}

GROUNDS: dict[str, str] = {"dark": ".png", "light": ".light.png"}
"""How the names of the files for a theme end."""


def draw(folder: Path) -> None:
    """Writes every drawing for every ground into a folder."""
    for ground, ending in GROUNDS.items():
        theme = load_theme(ground)
        for name, drawing in DRAWINGS.items():
            sheet = Sheet(theme)
            drawing(sheet)
            sheet.save(folder / f"{name}{ending}")


if __name__ == "__main__":
    draw(IMAGES)
