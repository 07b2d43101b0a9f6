"""Draws the film of the gallery: lights that travel along climbing strokes. Needs ffmpeg.

    python packaging/draw_film.py

The same frames come out every time; how small the file is depends on the encoder's version.
"""

import math
import subprocess
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from kiosk.footage import FRAMES_PER_SECOND, decoder
from kiosk.motion import smoothstep
from kiosk.theme import Theme, load_theme

TARGET = Path(__file__).parents[1] / "assets" / "gallery" / "images" / "lights.mp4"
WIDTH, HEIGHT, SECONDS = 960, 540, 6.0
STROKES, LIGHTS = 15, 3


def height_at(stroke: int, x: float, t: float) -> float:
    """The y of a stroke at `x` pixels and `t` seconds: flat at the left, climbing to the right, with a slow swell."""
    share = stroke / (STROKES - 1)
    begin, end = WIDTH * (0.30 - 0.16 * share), WIDTH * (1.25 - 0.15 * share)
    climb = smoothstep(min(max((x - begin) / (end - begin), 0.0), 1.0))
    swell = 5.0 * math.sin(2.0 * math.pi * (t / SECONDS + share) + x / 130.0) * (0.3 + climb)
    return HEIGHT * (0.92 - 0.01 * stroke) - climb * HEIGHT * (0.12 + 0.72 * share**1.2) + swell


def paint(painter: QPainter, theme: Theme, t: float) -> None:
    """One instant of the film."""
    ground = QLinearGradient(0.0, 0.0, 0.0, HEIGHT)
    for place, color in theme.ground:
        ground.setColorAt(place, QColor(color))
    painter.fillRect(0, 0, WIDTH, HEIGHT, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in range(STROKES):
        ink = QColor(theme["warm" if stroke == STROKES - 5 else "cool"])
        ink.setAlphaF(0.25 + 0.45 * stroke / STROKES)
        path = QPainterPath(QPointF(0.0, height_at(stroke, 0.0, t)))
        for x in range(8, WIDTH + 9, 8):
            path.lineTo(x, height_at(stroke, x, t))
        painter.strokePath(path, QPen(ink, 1.6))
        painter.setPen(Qt.PenStyle.NoPen)
        for light in range(LIGHTS):
            # Each makes a whole number of rounds, so the end of the film meets its beginning.
            share = (t / SECONDS + light / LIGHTS + stroke * 0.618) % 1.0
            x = share * WIDTH * 1.1 - 0.05 * WIDTH
            ink.setAlphaF(0.9 * math.sin(math.pi * share))
            painter.setBrush(ink)
            painter.drawEllipse(QRectF(x - 3.5, height_at(stroke, x, t) - 3.5, 7.0, 7.0))


def main() -> None:
    """Writes the film."""
    program = decoder()
    if program is None:
        raise SystemExit("there is no ffmpeg to write the film with")
    command = [program, "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0"]
    command += ["-s", f"{WIDTH}x{HEIGHT}", "-r", f"{FRAMES_PER_SECOND:g}", "-i", "pipe:0", "-an"]
    command += ["-c:v", "libx264", "-preset", "veryslow", "-crf", "29", "-pix_fmt", "yuv420p"]
    command += ["-movflags", "+faststart", "-fflags", "+bitexact", "-flags:v", "+bitexact", str(TARGET)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin is not None
        theme = load_theme("dark")
        for number in range(round(SECONDS * FRAMES_PER_SECOND)):
            image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint(painter, theme, number / FRAMES_PER_SECOND)
            painter.end()
            encoder.stdin.write(bytes(image.constBits()))


if __name__ == "__main__":
    main()
