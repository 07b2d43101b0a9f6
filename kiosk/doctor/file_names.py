"""File names: whether the system writes them in UTF-8, and whether those of the show are."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.content.problem import printable
from kiosk.doctor.finding import Finding

MOST_FILES = 20_000
VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")
REMEDY = "localectl set-locale LANG=C.UTF-8 (or zh_CN.UTF-8), then log in anew"


def file_names(
    folder: Path, environment: Mapping[str, str] = os.environ, encoding: str | None = None
) -> Iterator[Finding]:
    """How names are written here; `encoding` is the one that Python uses for them."""
    encoding = encoding or sys.getfilesystemencoding()
    strange = [name for name in files_of(folder) if not _is_utf8(name)]
    locale = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    if encoding.lower().replace("-", "") != "utf8":
        message = f"names of files are read as {encoding} here, and Chinese ones will not be found"
        yield Finding("file names", "warning", message, REMEDY)
    elif strange:
        message = f"{len(strange)} of the show's names are not in UTF-8, such as {printable(strange[0], 60)}"
        yield Finding(
            "file names", "warning", message, "give the files other names; convmv -f gbk -t utf8 changes many"
        )
    elif sys.platform == "linux" and not locale.lower().replace("-", "").endswith("utf8"):
        told = f"the locale is {locale}" if locale else "no locale is set"
        message = f"{told}; names are in UTF-8 for the show, but not for other programs here"
        yield Finding("file names", "note", message, REMEDY)
    else:
        yield Finding("file names", "good", f"in UTF-8{f' ({locale})' if locale else ''}")


def files_of(folder: Path) -> Iterator[str]:
    """The files of a show by their paths within it, at most twenty thousand."""
    count = 0
    for where, _, names in os.walk(folder):
        for name in names:
            count += 1
            if count > MOST_FILES:
                return
            yield os.path.relpath(os.path.join(where, name), folder)


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
