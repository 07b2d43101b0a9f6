"""What goes into the executable for Windows, as far as it can be told on any system."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.scripts import load_script

ROOT = Path(__file__).parents[1]
SCRIPT = load_script("packaging/windows_version.py")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
READER = """
import sys, types
# Only writing into an executable needs these, and only Windows has them.
sys.modules["pefile"] = types.ModuleType("pefile")
import PyInstaller.compat
PyInstaller.compat.win32api = None
from PyInstaller.utils.win32.versioninfo import load_version_info_from_text_file
told = load_version_info_from_text_file(sys.argv[1])
assert told.toRaw()
for table in told.kids[0].kids:
    for each in table.kids:
        print(f"{each.name}={each.val}")
print(told.ffi.fileVersionMS, told.ffi.fileVersionLS)
"""


def test_the_properties_of_the_executable_tell_name_version_and_copyright(tmp_path: Path) -> None:
    pytest.importorskip("PyInstaller")
    file = SCRIPT.write_version(tmp_path / "build")

    done = subprocess.run([sys.executable, "-c", READER, str(file)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    *lines, numbers = done.stdout.splitlines()
    told = dict(line.split("=", 1) for line in lines)
    assert (told["ProductName"], told["FileVersion"], told["ProductVersion"]) == ("kiosk", VERSION, VERSION)
    assert told["LegalCopyright"].startswith("Copyright (c) ")
    assert told["OriginalFilename"] == "kiosk.exe"
    major, minor, patch, _ = SCRIPT.four_numbers(VERSION)
    assert numbers == f"{major << 16 | minor} {patch << 16}"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_a_version_becomes_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert SCRIPT.four_numbers(version) == numbers


def test_what_is_no_version_is_refused() -> None:
    with pytest.raises(ValueError, match="no version: 'new'"):
        SCRIPT.four_numbers("new")
