"""Records what an executable is built from and with, for `kiosk --version` and for whoever asks which one stands in a hall."""

import datetime
import json
import os
import subprocess
from pathlib import Path

from kiosk import __version__
from kiosk.about import commit, versions
from kiosk.resources import checkout

RECORD = "build.json"


def write_build(folder: Path) -> None:
    """Writes `build.json` to a folder; built twice from one commit, it is the same."""
    record = {"version": __version__, "date": build_date(), "commit": commit(checkout()), "versions": versions()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def build_date() -> str:
    """The day of the build, in UTC: of SOURCE_DATE_EPOCH, else of the commit, else today."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or commit_seconds()
    moment = (
        datetime.datetime.fromtimestamp(int(seconds), datetime.UTC) if seconds else datetime.datetime.now(datetime.UTC)
    )
    return moment.date().isoformat()


def commit_seconds() -> str:
    """When the commit was made, in seconds since 1970; empty where there is no git or no history."""
    if not (checkout() / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(checkout()), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
