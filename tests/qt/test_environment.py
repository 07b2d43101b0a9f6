"""What Qt is told about a machine that has no locale, no fonts and no display: nothing that it would complain about."""

import os
import subprocess
import sys

import pytest

START = """
import sys
from pathlib import Path
import kiosk.qt.environment as environment
environment.SYSTEM_FONTS = Path(sys.argv[1])
from kiosk.qt.theatre import application
application()
import os
print(os.environ.get("QT_QPA_PLATFORM"), os.environ.get("LC_ALL"), Path(os.environ.get("FONTCONFIG_FILE", "")).name)
"""
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="locale and font lists are set up for Linux")


def start(environment: dict[str, str], fonts: str = "/no/such/list") -> tuple[str, str]:
    """What the application's environment became, and all that was said meanwhile."""
    found = subprocess.run(
        [sys.executable, "-c", START, fonts],
        env={"PYTHONCOERCECLOCALE": "0", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return found.stdout.strip(), found.stderr


@ON_LINUX
def test_a_bare_machine_is_not_complained_about() -> None:
    told, complaints = start({})

    assert complaints == ""
    assert told == "offscreen C.UTF-8 none.conf"


@ON_LINUX
def test_what_a_machine_has_is_left_as_it_is() -> None:
    told, complaints = start({"LC_CTYPE": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}, fonts=os.devnull)

    assert complaints == ""
    assert told == "offscreen None"


@ON_LINUX
def test_an_unknown_locale_is_replaced() -> None:
    told, complaints = start({"LC_ALL": "xx_XX.nothing"})

    assert complaints == ""
    assert told == "offscreen C.UTF-8 none.conf"
