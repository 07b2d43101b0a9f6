"""Gathers the icons: all of a release of Lucide as strokes, in a form that is quick to read and draw at any size.

    npm pack lucide-static@1.62.0
    python packaging/gather_icons.py lucide-static-1.62.0.tgz

Writes `strokes.txt` and the licence beside it. Each line is an icon: its name, then its strokes, each a list of points in
hundredths of the 24 units of its side: the first point, then the steps from point to point. A stroke of one point is a dot.
Curves become so many points that none is farther off than TOLERANCE.
"""

import json
import math
import re
import sys
import tarfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parents[1] / "assets" / "icons" / "lucide"
TOLERANCE = 0.02
"""In units: a fifth of a pixel on an icon 240 pixels wide."""
DOT = 0.1
"""What is shorter is meant as a dot, which round caps make of it."""

Point = complex
Stroke = list[Point]

TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
COUNTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
"""How many numbers follow each command of a path."""


def path_strokes(text: str) -> Iterator[Stroke]:
    """The strokes of an SVG path."""
    stroke: Stroke = []
    at = start = control = 0j
    previous = ""
    for command, numbers in _commands(text):
        kind, is_relative = command.lower(), command.islower()
        base = at if is_relative else 0j
        if kind == "m":
            if len(stroke) > 1:
                yield stroke
            at = start = base + complex(*numbers)
            stroke = [at]
        elif kind == "z":
            if stroke[-1] != start:
                stroke.append(start)
            yield stroke
            at, stroke = start, [start]
        elif kind in "lhv":
            x = numbers[0] + base.real if kind != "v" else at.real
            y = numbers[-1] + base.imag if kind != "h" else at.imag
            at = complex(x, y)
            stroke.append(at)
        elif kind == "a":
            end = base + complex(*numbers[5:])
            stroke += _arc(at, end, *numbers[:5])
            at = end
        else:
            points = [base + complex(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
            if kind in "st":
                mirrored = 2.0 * at - control if previous in ("cs" if kind == "s" else "qt") else at
                points.insert(0, mirrored)
            control = points[-2]
            stroke += _curve(at, *points)
            at = points[-1]
        previous = kind
    if len(stroke) > 1:
        yield stroke


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; repeated ones are told one by one."""
    tokens = _tokens(text)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
            if command.lower() == "z":
                yield command, []
                continue
        count = COUNTS[command.lower()]
        yield command, [float(each) for each in tokens[place : place + count]]
        place += count
        # What follows the first pair of a move are lines.
        command = {"m": "l", "M": "L"}.get(command, command)


def _tokens(text: str) -> list[str]:
    """Commands and numbers; the two flags of an arc may stand without a space between them."""
    found: list[str] = []
    command, place, at = "", 0, 0
    while match := re.compile(r"[\s,]*").match(text, at):
        at = match.end()
        if at == len(text):
            break
        if command in ("a", "A") and place % 7 in (3, 4) and text[at] in "01":
            found.append(text[at])
            at, place = at + 1, place + 1
            continue
        token = TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"no path: {text!r}")
        found.append(token[0])
        at = token.end()
        command, place = (token[0], 0) if token[0].isalpha() else (command, place + 1)
    return found


def _curve(start: Point, *points: Point) -> Stroke:
    """A Bezier curve of the second or third order, without its start."""
    hull = (start, *points)
    bend = max(abs(a - 2.0 * b + c) for a, b, c in zip(hull, hull[1:], hull[2:], strict=False))
    order = len(points)
    count = max(1, math.ceil(math.sqrt(order * (order - 1) * bend / (8.0 * TOLERANCE))))
    result = []
    for step in range(1, count + 1):
        t = step / count
        level = list(hull)
        while len(level) > 1:
            level = [a + (b - a) * t for a, b in pairwise(level)]
        result.append(level[0])
    return result


def _arc(start: Point, end: Point, rx: float, ry: float, turn: float, is_large: float, is_clockwise: float) -> Stroke:
    """An elliptical arc, without its start (SVG 2, appendix B.2)."""
    if start == end or not rx or not ry:
        return [end]
    tilt = complex(math.cos(math.radians(turn)), math.sin(math.radians(turn)))
    half = (start - end) / 2.0 / tilt
    rx, ry = abs(rx), abs(ry)
    size = (half.real / rx) ** 2 + (half.imag / ry) ** 2
    if size > 1.0:
        rx, ry, size = rx * math.sqrt(size), ry * math.sqrt(size), 1.0
    reach = math.sqrt(max(0.0, 1.0 / size - 1.0)) * (1.0 if is_large != is_clockwise else -1.0)
    middle = complex(reach * rx * half.imag / ry, -reach * ry * half.real / rx)
    first = math.atan2((half.imag - middle.imag) / ry, (half.real - middle.real) / rx)
    last = math.atan2((-half.imag - middle.imag) / ry, (-half.real - middle.real) / rx)
    sweep = (last - first) % (2.0 * math.pi)
    if not is_clockwise:
        sweep -= 2.0 * math.pi
    count = max(2, math.ceil(abs(sweep) / _step(max(rx, ry))))
    centre = (start + end) / 2.0 + middle * tilt
    angles = (first + sweep * number / count for number in range(1, count))
    return [*(centre + complex(rx * math.cos(angle), ry * math.sin(angle)) * tilt for angle in angles), end]


def _step(radius: float) -> float:
    """The angle that a chord may span."""
    return 2.0 * math.acos(max(0.0, 1.0 - TOLERANCE / max(radius, TOLERANCE)))


def strokes(tag: str, given: dict[str, str]) -> Iterator[Stroke]:
    """The strokes of one element of a drawing."""
    number = {name: float(value) for name, value in given.items() if re.fullmatch(r"-?[\d.]+", value)}
    if tag == "path":
        yield from path_strokes(given["d"])
    elif tag in ("circle", "ellipse"):
        rx, ry = number.get("rx", number.get("r", 0.0)), number.get("ry", number.get("r", 0.0))
        x, y = number["cx"], number["cy"]
        yield from path_strokes(f"M{x - rx} {y}A{rx} {ry} 0 1 1 {x + rx} {y}A{rx} {ry} 0 1 1 {x - rx} {y}Z")
    elif tag == "rect":
        x, y, width, height = number.get("x", 0.0), number.get("y", 0.0), number["width"], number["height"]
        r = min(number.get("rx", number.get("ry", 0.0)), width / 2.0, height / 2.0)
        corner = f"a{r} {r} 0 0 1 "
        yield from path_strokes(
            f"M{x + r} {y}h{width - 2 * r}{corner}{r} {r}v{height - 2 * r}{corner}{-r} {r}"
            f"h{2 * r - width}{corner}{-r} {-r}v{2 * r - height}{corner}{r} {-r}z"
        )
    elif tag == "line":
        yield [complex(number["x1"], number["y1"]), complex(number["x2"], number["y2"])]
    elif tag in ("polyline", "polygon"):
        yield from path_strokes(f"M{given['points']}{'Z' if tag == 'polygon' else ''}")
    else:
        raise ValueError(f"no such element: {tag}")


def coded(stroke: Stroke) -> str:
    """A stroke as it stands in the file; points that fall on one are left out."""
    length = sum(abs(b - a) for a, b in pairwise(stroke))
    points = [(round(100.0 * each.real), round(100.0 * each.imag)) for each in stroke]
    kept = points[:1]
    if length > DOT:
        kept += [after for before, after in pairwise(points) if after != before]
    steps = [kept[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept))]
    return ",".join(f"{x},{y}" for x, y in steps)


def main(archive: Path) -> None:
    """Reads the package and writes the icons and their licence."""
    with tarfile.open(archive) as package:
        nodes = json.loads(_read(package, "package/icon-nodes.json"))
        version = json.loads(_read(package, "package/package.json"))["version"]
        licence = _read(package, "package/LICENSE")
    lines = [f"# Lucide {version}, see LICENSE"]
    for name, elements in sorted(nodes.items()):
        found = [coded(stroke) for tag, given in elements for stroke in strokes(tag, given)]
        lines.append(" ".join((name, *dict.fromkeys(found))))
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "strokes.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (TARGET / "LICENSE").write_text(licence, "utf-8")


def _read(package: tarfile.TarFile, name: str) -> str:
    file = package.extractfile(name)
    if file is None:
        raise SystemExit(f"no {name} in the package")
    return file.read().decode("utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
