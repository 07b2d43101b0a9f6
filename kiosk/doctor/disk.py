"""Disks: how much is free where the show lies, where the user's files are, and where temporary ones go."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.finding import Finding
from kiosk.doctor.memory import in_words

LEAST_MB, ENOUGH_MB = 20, 500


@dataclass(frozen=True)
class Space:
    """What a disk holds: `device` tells disks apart, `files` are those that can still be made, None if any number can."""

    device: int
    free_mb: float
    files: int | None = None
    is_read_only: bool = False


def space(path: Path) -> Space:
    """The disk that `path` is on, or will be on once it is there. Raises OSError where it cannot be reached."""
    while not path.exists() and path != path.parent:
        path = path.parent
    free = shutil.disk_usage(path).free / 2**20
    files, is_read_only = None, False
    if hasattr(os, "statvfs"):
        state = os.statvfs(path)
        files = state.f_favail if state.f_files else None
        is_read_only = bool(state.f_flag & os.ST_RDONLY)
    return Space(path.stat().st_dev, free, files, is_read_only)


def disk(folder: Path, measure: Callable[[Path], Space] = space) -> Iterator[Finding]:
    """One finding for each disk that playing has to do with."""
    found: dict[int, tuple[Space, list[str]]] = {}
    for name, path in _places(folder).items():
        try:
            result = measure(path)
        except OSError as error:
            message = f"the place of {name}, {path}, cannot be reached: {error.strerror or error}"
            yield Finding("disk", "warning", message, "mount it, or have it repaired")
            continue
        found.setdefault(result.device, (result, []))[1].append(name)
    for result, names in found.values():
        yield _judge(result, " and ".join((*([", ".join(names[:-1])] if names[1:] else []), names[-1])))


def _judge(space: Space, names: str) -> Finding:
    free = in_words(space.free_mb)
    if space.is_read_only:
        return Finding("disk", "note", f"the disk with {names} is read-only: playing needs no more")
    remedy = "delete what is not needed: apt-get clean; journalctl --vacuum-size=100M; old files in the home folder"
    if space.free_mb < LEAST_MB:
        message = f"the disk with {names} is full ({free} free), and desktops do not start on a full one"
        return Finding("disk", "fault", message, remedy)
    if space.files == 0:
        return Finding("disk", "fault", f"the disk with {names} can take no further file, though it has room", remedy)
    if space.free_mb < ENOUGH_MB:
        message = f"{free} free on the disk with {names}, which logs and updates will fill"
        return Finding("disk", "warning", message, remedy)
    return Finding("disk", "good", f"{free} free on the disk with {names}")


def _places(folder: Path) -> dict[str, Path]:
    try:
        temporary = tempfile.gettempdir()
    except OSError:
        # None of the usual places takes a file; what is wrong with this one is told with the others.
        temporary = os.environ.get("TMPDIR", os.sep)
    return {
        "the show": folder.absolute(),
        "the user's files": Path(os.path.expanduser("~")).absolute(),
        "temporary files": Path(temporary).absolute(),
    }
