"""A small good show whose files a test changes one at a time."""

import struct
import zlib
from pathlib import Path

from kiosk.content.check import check_show
from kiosk.content.problem import Problem

FILES: dict[str, str] = {
    "show.yaml": """\
title: {zh: 试, en: Try}
languages: [zh, en]
chapters:
  - title: {zh: 第一章, en: One}
    slides: [guests, months]
  - title: {zh: 第二章, en: Two}
    slides: [firms]
""",
    "metrics/people.yaml": """\
guests:
  label: {zh: 参观人次, en: Guests}
  value: 12000
  unit: {zh: 人次, en: guests}
by_month:
  label: {zh: 每月参观人次, en: Guests a month}
  unit: {zh: 人次, en: guests}
  data: {file: data/months.csv, x: 月份, y: 人次}
""",
    "metrics/firms.yaml": """\
firms:
  label: {zh: 企业, en: Firms}
  value: 300
  qualifier: over
  unit: {zh: 家, en: firms}
""",
    "data/months.csv": "月份,人次\n一月,2400\n二月,2900\n三月,3100\n",
    "slides/guests.yaml": """\
title: {zh: 一年的客人, en: A year of guests}
main: {element: counter, metric: guests}
""",
    "slides/months.yaml": """\
title: {zh: 一月比一月多, en: More every month}
main: {chart: bar, series: by_month}
""",
    "slides/firms.yaml": """\
layout: full
title: {zh: 企业聚集, en: Firms gather}
main:
  element: counter
  metric: firms
notes: {zh: 先停一停, en: Pause first}
""",
}


def write(folder: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """The good show in `folder`, with some of its files changed or, for None, left out."""
    files: dict[str, str | bytes | None] = {**FILES, **(changes or {})}
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            target.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def changed(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """One file of the good show with a text in it replaced."""
    assert FILES[name].count(old) == 1, old
    return {name: FILES[name].replace(old, new)}


def place_of(name: str, text: str, files: dict[str, str | bytes | None] | None = None) -> str:
    """Where a text first stands in a file, as `name:line:column`."""
    whole = (files or {}).get(name) or FILES[name]
    assert isinstance(whole, str)
    before = whole[: whole.index(text)]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def place(problem: Problem) -> str:
    """The place of a problem, as `path:line:column`."""
    return f"{problem.path}:{problem.line}:{problem.column}"


def errors(folder: Path) -> list[Problem]:
    """The errors of a show."""
    return [problem for problem in check_show(folder) if problem.severity == "error"]


def png(width: int = 2, height: int = 1) -> bytes:
    """A small grey picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
