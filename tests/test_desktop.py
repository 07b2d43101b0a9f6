"""What a desktop and the manual say of the program: no more and no less than it can do."""

import argparse
import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.cli import parser

DEBIAN = Path(__file__).parents[1] / "packaging" / "debian"
MANUAL = (DEBIAN / "kiosk.1").read_text("utf-8")
COMMANDS: dict[str, argparse.ArgumentParser] = next(
    action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
)


def entries() -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string((DEBIAN / "kiosk.desktop").read_text("utf-8"))
    return found


def test_every_entry_starts_a_command_that_is_understood() -> None:
    for section in entries().sections():
        name, *arguments = entries()[section]["Exec"].split()

        assert name == "kiosk"
        assert parser().parse_args(arguments).command is not None


def test_what_people_read_is_there_in_both_languages() -> None:
    for section in entries().values():
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            assert (key in section) == (f"{key}[zh_CN]" in section)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="only a desktop has it")
def test_the_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", str(DEBIAN / "kiosk.desktop")], check=True)


def test_the_manual_tells_every_command() -> None:
    told = re.findall(r"^\.TP\n\.B ([a-z]+)$", MANUAL, re.MULTILINE)

    assert sorted(told) == sorted(COMMANDS)


def test_the_manual_names_no_option_that_is_not_there() -> None:
    options = {option for each in (parser(), *COMMANDS.values()) for option in each._option_string_actions}

    told = {found.replace("\\", "") for found in re.findall(r"(?:\\-){2}[a-z]+", MANUAL)}
    assert told - options == set()
    assert "--windowed" in told
