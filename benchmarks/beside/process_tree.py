"""The process tree of a contender: the time and memory of all its processes together."""

import contextlib
import ctypes
from pathlib import Path

import psutil

CHILD_SUBREAPER = 36
"""Linux' name for: orphans among my descendants become my children."""


def adopt_orphans() -> None:
    """Makes processes that leave their parent this program's own children, so that no contender's process gets lost."""
    ctypes.CDLL(None).prctl(CHILD_SUBREAPER, 1, 0, 0, 0)


class ProcessTree:
    """A process and all that it started, and what was orphaned meanwhile; `others` are our own processes beside it."""

    def __init__(self, pid: int, others: tuple[int, ...] = ()) -> None:
        self._root, self._others = psutil.Process(pid), frozenset(others)
        self._seconds: dict[tuple[int, float], float] = {}

    def processes(self) -> tuple[psutil.Process, ...]:
        """All that live now."""
        found: dict[int, psutil.Process] = {}
        with contextlib.suppress(psutil.NoSuchProcess):
            found |= {each.pid: each for each in (self._root, *self._root.children(recursive=True))}
        for orphan in psutil.Process().children():
            if orphan.pid not in self._others and orphan.pid not in found:
                with contextlib.suppress(psutil.NoSuchProcess):
                    found |= {each.pid: each for each in (orphan, *orphan.children(recursive=True))}
        return tuple(found.values())

    def seconds(self) -> float:
        """CPU seconds of all, so far; those that ended count with what they had when last asked."""
        for each in self.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                times = each.cpu_times()
                self._seconds[each.pid, each.create_time()] = times.user + times.system
        return sum(self._seconds.values())

    def memory_mb(self) -> float:
        """Proportional set size of all: pages that several share are counted once. Raises PermissionError where it is hidden."""
        kib = 0
        for each in self.processes():
            # A process that ended a moment ago has no memory.
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                text = Path(f"/proc/{each.pid}/smaps_rollup").read_text("ascii")
                kib += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
        return kib / 1024.0

    def end(self) -> None:
        """Asks all to end, then ends what is left."""
        left = self.processes()
        for ask in (psutil.Process.terminate, psutil.Process.kill):
            for each in left:
                with contextlib.suppress(psutil.NoSuchProcess):
                    ask(each)
            _, left = psutil.wait_procs(left, timeout=3.0)
