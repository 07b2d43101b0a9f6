"""The machine and the versions that a comparison was made with."""

import json
import os
import platform
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import psutil

from benchmarks.beside.contenders import HERE


def machine() -> dict[str, str]:
    """What to tell of this machine, without its name."""
    processor = re.search(r"model name\s*: (.+)", _text(Path("/proc/cpuinfo")))
    system = re.search(r'PRETTY_NAME="(.+)"', _text(Path("/etc/os-release")))
    return {
        "processor": f"{processor[1] if processor else platform.processor()}, {os.cpu_count()} cores",
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "graphics": "with a graphics device"
        if Path("/dev/dri").is_dir()
        else "none: everything is painted by the processor",
        "system": f"{system[1] if system else platform.system()}, kernel {'.'.join(platform.release().split('.')[:2])}",
        "display": f"Xvfb {_debian_version('xvfb')} with openbox",
    }


def versions() -> dict[str, str]:
    """The versions of the contenders and of what they are made with."""
    pinned = json.loads(_text(HERE / "package.json"))["dependencies"]
    return {
        "kiosk": version("kiosk"),
        "Python": platform.python_version(),
        **{name: version(name) for name in ("PySide6-Essentials", "pyqtgraph")},
        "Chromium": _debian_version("chromium"),
        **pinned,
    }


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def _debian_version(package: str) -> str:
    if shutil.which("dpkg-query") is None:
        return "of unknown version"
    asked = ["dpkg-query", "-W", "-f", "${Version}", package]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "of unknown version"
