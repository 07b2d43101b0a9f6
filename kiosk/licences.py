"""Licences: the parts of others that come with the program, each with its version, its licence, and where its text lies."""

import difflib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.part import KINDS, Part
from kiosk.resources import is_packed, licences

INDEX = "index.json"


def parts() -> tuple[Part, ...]:
    """All parts: those of the executable, in a checkout those installed. Raises OSError or ValueError if that is incomplete."""
    if is_packed():
        return read_index(licences())
    # In the executable nothing is installed, and this would not be needed.
    from kiosk.inventory import installed

    return installed()


def read_index(folder: Path) -> tuple[Part, ...]:
    """The parts that a folder of licences lists; raises OSError or ValueError if that is incomplete."""
    try:
        return tuple(
            Part(**{**each, "files": tuple(folder / name for name in each["files"])})
            for each in json.loads((folder / INDEX).read_text("utf-8"))
        )
    except (KeyError, TypeError, json.JSONDecodeError):
        raise ValueError(f"{folder / INDEX} is damaged: copy the program's folder anew") from None


def part_of(parts: Sequence[Part], name: str) -> Part:
    """The part of that name, whatever its case and dashes; raises ValueError with the nearest names."""
    by_name = {_plain(part.name): part for part in parts}
    wanted = _plain(name)
    if wanted not in by_name:
        near = [by_name[each].name for each in difflib.get_close_matches(wanted, by_name)]
        near += [part.name for each, part in by_name.items() if wanted and wanted in each and part.name not in near]
        hint = f"did you mean {' or '.join(near[:3])}?" if near else "kiosk licences lists all"
        raise ValueError(f"there is no part {name!r}: {hint}")
    return by_name[wanted]


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def listing(parts: Sequence[Part]) -> str:
    """All parts as a table to read: name and version, licence, and the file with the text."""
    widths = [max((len(text) for text in column), default=0) for column in zip(*map(_row, parts), strict=True)]
    lines = []
    for kind, heading in KINDS.items():
        rows = [_row(part) for part in parts if part.kind == kind]
        if rows:
            lines += ["", heading]
            lines += ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in [*lines[1:], "", _where_texts_are(parts)])


def _row(part: Part) -> tuple[str, str, str]:
    more = f" and {len(part.files) - 1} more" if len(part.files) > 1 else ""
    return f"  {part.title}", part.licence, f"{_place(part.files[0])}{more}"


def _place(file: Path) -> str:
    root = licences()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _where_texts_are(parts: Sequence[Part]) -> str:
    inside = any(file.is_relative_to(licences()) for part in parts for file in part.files)
    where = f"Texts without a full path are in {licences()}. " if inside else ""
    return f"{where}Read one with kiosk licences NAME, all with kiosk licences --all."


def texts(parts: Iterable[Part]) -> str:
    """The texts of the licences of some parts; one that several share stands with the first, and the others point to it."""
    told: dict[Path, str] = {}
    pieces: list[str] = []
    for part in parts:
        heading = f"{part.title}: {part.licence}"
        pieces += ["=" * 80, heading, *([part.source] if part.source else []), "=" * 80, ""]
        for file in part.files:
            if file in told:
                pieces += [f"[{file.name}: see above, at {told[file]}]", ""]
            else:
                told[file] = part.title
                pieces += [f"[{file.name}]", "", file.read_text("utf-8", errors="replace").strip("\n"), "", ""]
    return "\n".join(pieces).rstrip()
