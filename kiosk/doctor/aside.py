"""Aside: questions answered by another process of this program, so that what ends or hangs it there does no harm here.

Qt ends a process that lacks a library or a display, and a display that hangs keeps whoever asks it waiting for ever.
"""

import contextlib
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.resources import is_packed, program


@dataclass(frozen=True)
class Answer:
    """What came back: `data` where all went well, `said` what was written besides; `status` None if time ran out."""

    data: Mapping[str, Any] = field(default_factory=dict)
    status: int | None = 0
    said: str = ""

    @property
    def is_late(self) -> bool:
        """Whether no answer came in time."""
        return self.status is None


def ask(part: str, *arguments: str, seconds: float, environment: Mapping[str, str] | None = None) -> Answer:
    """Has `kiosk doctor --part PART` look at something and waits for its answer, at most `seconds`."""
    command = (*program(), "doctor", "--part", part, *arguments)
    try:
        done = subprocess.run(
            command,
            env=dict(os.environ if environment is None else environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(status=None)
    except OSError as error:
        return Answer(status=-1, said=str(error))
    with contextlib.suppress(ValueError, IndexError):
        data = json.loads(done.stdout.splitlines()[-1])
        if isinstance(data, dict):
            return Answer(data, done.returncode, done.stderr)
    return Answer(status=done.returncode or -1, said=done.stderr)


def setting(command: Sequence[str], seconds: float = 3.0) -> str:
    """What a program of the system says, without white space around it; empty where it says nothing or is not there."""
    environment = dict(os.environ)
    if is_packed():
        # The executable's own libraries are no good for a program of the system.
        environment.pop("LD_LIBRARY_PATH", None)
        if "LD_LIBRARY_PATH_ORIG" in environment:
            environment["LD_LIBRARY_PATH"] = environment["LD_LIBRARY_PATH_ORIG"]
    with contextlib.suppress(OSError, subprocess.SubprocessError, UnicodeDecodeError):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
        )
        return done.stdout.decode("utf-8").strip() if done.returncode == 0 else ""
    return ""
