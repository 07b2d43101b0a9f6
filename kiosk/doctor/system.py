"""The system: which one it is, on what processor, for whom it runs, and how many files may be open."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.doctor.finding import Finding

LEAST_OPEN_FILES = 256
ROOT = Path("/")


def system(root: Path = ROOT) -> Iterator[Finding]:
    """The distribution, its kernel and its processor."""
    count = _processors()
    name = _distribution(root) or platform.system() or "an unknown system"
    processors = f"{count} processor{'' if count == 1 else 's'}"
    model = _processor_name(root)
    about = f"{name}, kernel {platform.release()}, {processors}{f' ({model})' if model else ''}{_c_library()}"
    if count == 1:
        yield Finding("system", "note", f"{about}: anything else that runs here disturbs the show")
    else:
        yield Finding("system", "good", about)


def container(root: Path = ROOT, environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Nothing, outside a container."""
    marks = ("docker", "kubepods", "lxc", "containerd")
    is_inside = (
        "container" in environment
        or (root / ".dockerenv").exists()
        or (root / "run/.containerenv").exists()
        or any(mark in read(root / "proc/1/cgroup") for mark in marks)
    )
    if is_inside:
        yield Finding("container", "note", "this is a container: its clock, its memory and its display are the host's")


def user() -> Iterator[Finding]:
    """For whom the show runs; nothing where the system knows no root."""
    if sys.platform != "win32" and os.geteuid() == 0:
        message = "this runs as root, and whatever goes wrong in the show may then touch the whole machine"
        yield Finding("user", "note", message, "give the show a user of its own, without sudo, and log in as that one")


def open_files(limit: int | None = None) -> Iterator[Finding]:
    """How many files the program may have open; nothing where the system has no such limit."""
    if sys.platform == "win32":
        return
    if limit is None:
        import resource

        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        limit = sys.maxsize if limit == resource.RLIM_INFINITY else limit
    if limit < LEAST_OPEN_FILES:
        remedy = f"ulimit -n 1024 before the start, or LimitNOFILE=1024 in the unit; {LEAST_OPEN_FILES} are enough"
        yield Finding("open files", "warning", f"only {limit} files may be open at a time", remedy)
    else:
        count = "any number of" if limit == sys.maxsize else f"{limit}"
        yield Finding("open files", "good", f"{count} files may be open at a time")


def read(path: Path) -> str:
    """A small file of the system; empty where there is none."""
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _distribution(root: Path) -> str:
    for line in read(root / "etc/os-release").splitlines():
        key, _, value = line.partition("=")
        if key == "PRETTY_NAME":
            return value.strip().strip("\"'")
    return ""


def _processor_name(root: Path) -> str:
    for line in read(root / "proc/cpuinfo").splitlines():
        key, _, value = line.partition(":")
        if key.strip() in ("model name", "Model"):
            return " ".join(value.split())
    return platform.processor()


def _c_library() -> str:
    if sys.platform != "linux":
        return ""
    try:
        return f", {os.confstr('CS_GNU_LIBC_VERSION')}"
    except (ValueError, OSError):
        return ""
