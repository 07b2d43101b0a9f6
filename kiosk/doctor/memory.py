"""Memory: what the machine has of it, and whether that is enough to play."""

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.finding import Finding
from kiosk.doctor.system import ROOT, read

NEEDED_MB = 200
"""What a show takes at 1920x1080; twice as much on a screen with four times the pixels."""
LIMITS = ("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes")


def memory(root: Path = ROOT) -> Iterator[Finding]:
    """Total and free memory; nothing where the system does not tell."""
    amounts = {name: int(kilobytes) // 1024 for name, kilobytes in _AMOUNT.findall(read(root / "proc/meminfo"))}
    total, free = amounts.get("MemTotal"), amounts.get("MemAvailable")
    if total is None or free is None:
        return
    limit = min((int(text) >> 20 for path in LIMITS if (text := read(root / path).strip()).isdigit()), default=total)
    about = f"{in_words(min(free, limit))} free of {in_words(min(total, limit))}"
    remedy = "end other programs, above all browsers and the desktop's own services, or give the machine more memory"
    if min(free, limit) < NEEDED_MB:
        yield Finding("memory", "fault", f"only {about}, and playing takes about {NEEDED_MB} MB", remedy)
    elif min(free, limit) < 2 * NEEDED_MB:
        yield Finding("memory", "warning", f"{about}, which is little: playing takes about {NEEDED_MB} MB", remedy)
    else:
        yield Finding("memory", "good", f"{about}; playing takes about {NEEDED_MB} MB")


_AMOUNT = re.compile(r"^(MemTotal|MemAvailable): +(\d+) kB$", re.MULTILINE)


def in_words(megabytes: float) -> str:
    """An amount as people say it: 640 MB, 7.6 GB."""
    return f"{megabytes:.0f} MB" if megabytes < 1000 else f"{megabytes / 1024:.1f} GB"
