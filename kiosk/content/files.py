"""Files: what an author's path may lead to, and how it is opened without waiting and without surprises."""

import os
import re
import stat
from pathlib import Path

from kiosk.content.guess import did_you_mean
from kiosk.content.problem import ContentProblem, quoted

LONGEST_NAME = 255
MOST_NEIGHBOURS = 1_000

RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Names that mean a device on Windows, with any ending."""


def inside(root: Path, name: str) -> Path:
    """The plain file that `name`, written with `/`, means within the folder `root`, after every link.

    Raises ContentProblem for what is not there, not a plain file, outside the folder, or of another meaning on another
    system.
    """
    _judge_name(name)
    try:
        home = root.resolve(strict=True)
        path = (home / name).resolve(strict=True)
        is_inside, is_plain = path.is_relative_to(home), path.is_file()
    except FileNotFoundError:
        raise ContentProblem("missing-file", f"there is no file {quoted(name)}", _neighbour(root, name)) from None
    # A loop of links is a RuntimeError or an OSError, a lone surrogate a ValueError, as the version of Python has it.
    except (OSError, RuntimeError, ValueError):
        raise ContentProblem("missing-file", f"the file {quoted(name)} cannot be reached") from None
    if not is_inside:
        hint = "copy the file into the folder of the show"
        raise ContentProblem("outside-folder", f"{quoted(name)} leads out of the folder of the show", hint)
    if not is_plain:
        what = "a folder" if path.is_dir() else "no plain file"
        raise ContentProblem("missing-file", f"{quoted(name)} is {what}", "name a file")
    return path


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a plain file of at most `limit` bytes; no pipe or device is waited for. Raises ContentProblem."""
    name = quoted(path.name)
    # Opening a pipe without O_NONBLOCK would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ContentProblem("missing-file", f"{name} is no plain file", "name a file")
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise ContentProblem("missing-file", f"there is no file {name}") from None
    except IsADirectoryError:
        raise ContentProblem("missing-file", f"{name} is a folder", "name a file") from None
    except PermissionError:
        raise ContentProblem("missing-file", f"the file {name} may not be read", "allow everybody to read it") from None
    except (OSError, ValueError):
        raise ContentProblem("missing-file", f"the file {name} cannot be read") from None
    if len(data) > limit:
        raise ContentProblem("bad-data", f"{name} is larger than {_size(limit)}", "make the file smaller")
    return data


def read_text(path: Path, limit: int) -> str:
    """The text of a plain file of at most `limit` bytes in UTF-8, with or without its mark. Raises ContentProblem."""
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ContentProblem("encoding", f"{quoted(path.name)} is not in UTF-8", "save it as UTF-8") from None


def read_table_text(path: Path, limit: int) -> str:
    """The text of a comma-separated file of at most `limit` bytes, by `table_text`. Raises ContentProblem."""
    return table_text(read_bytes(path, limit))


def table_text(data: bytes) -> str:
    """The text of a comma-separated file: UTF-16 by its mark, else UTF-8, else GB 18030 as on Chinese Windows."""
    codings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for coding in codings:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ContentProblem("bad-data", "the file is no text that can be read", "save it as CSV in UTF-8")


def _judge_name(name: str) -> None:
    if not name.strip():
        raise ContentProblem("bad-path", "the name of the file is empty")
    if not name.isprintable() and re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", name):
        raise ContentProblem("bad-path", f"{quoted(name)} holds a character that no file name may have")
    if "\\" in name:
        raise ContentProblem(
            "bad-path", f"{quoted(name)} is written with \\", f"write {quoted(name.replace(chr(92), '/'))}"
        )
    hint = "write the path from the folder of the show on, as in images/map.png"
    if name.startswith(("/", "~")) or re.match(r"[A-Za-z]:", name):
        raise ContentProblem("outside-folder", f"{quoted(name)} leads out of the folder of the show", hint)
    for part in name.split("/"):
        if part == "..":
            raise ContentProblem("outside-folder", f"{quoted(name)} leads out of the folder of the show", hint)
        if RESERVED.fullmatch(part):
            raise ContentProblem(
                "bad-path", f"{quoted(part)} is the name of a device on Windows", "give it another name"
            )
        if part.endswith((" ", ".")) and part != ".":
            raise ContentProblem("bad-path", f"{quoted(part)} ends with a space or a full stop", "take it off")
        if re.search(r'[:*?"<>|]', part):
            raise ContentProblem("bad-path", f'{quoted(part)} holds one of : * ? " < > |', "give the file another name")
        if len(os.fsencode(part)) > LONGEST_NAME:
            raise ContentProblem("bad-path", f"{quoted(part)} is too long for the name of a file", "shorten it")


def _neighbour(root: Path, name: str) -> str:
    """A hint that names a file of about this name in the same folder."""
    folder, _, wanted = name.rpartition("/")
    try:
        beside = (root / folder).resolve(strict=True)
        if not beside.is_relative_to(root.resolve(strict=True)):
            return ""
        with os.scandir(beside) as entries:
            names = sorted(entry.name for entry, _ in zip(entries, range(MOST_NEIGHBOURS), strict=False))
    except (OSError, RuntimeError, ValueError):
        return ""
    hint = did_you_mean(wanted, names)
    return hint.replace('"', f'"{folder}/', 1) if folder else hint


def _size(limit: int) -> str:
    return (
        f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit // 1024} KiB" if limit >= 1024 else f"{limit} bytes"
    )
