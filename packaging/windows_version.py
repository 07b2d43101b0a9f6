"""What Windows shows of `kiosk.exe` in its properties and in the list of tasks: name, version, copyright."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, UNICODE = 0x0409, 1200


def write_version(folder: Path) -> Path:
    """Writes `windows-version.txt` to a folder, in the form that PyInstaller takes for an executable's `version`."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "windows-version.txt"
    file.write_text(version_resource(), "utf-8")
    return file


def version_resource() -> str:
    """The text of that file, from pyproject.toml and LICENSE."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    copyright_line = next(
        line for line in (ROOT / "LICENSE").read_text("utf-8").splitlines() if line.startswith("Copyright")
    )
    version: str = project["version"]
    strings = {
        "CompanyName": copyright_line.split(maxsplit=3)[3],
        "FileDescription": project["name"],
        "FileVersion": version,
        "InternalName": project["name"],
        "LegalCopyright": copyright_line,
        "OriginalFilename": f"{project['name']}.exe",
        "ProductName": project["name"],
        "ProductVersion": version,
        "Comments": project["description"],
    }
    numbers = four_numbers(version)
    entries = ",\n        ".join(f"StringStruct({name!r}, {text!r})" for name, text in strings.items())
    return f"""\
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
    kids=[
        StringFileInfo([StringTable("{ENGLISH:04X}{UNICODE:04X}", [
        {entries},
        ])]),
        VarFileInfo([VarStruct("Translation", [{ENGLISH}, {UNICODE}])]),
    ],
)
"""


def four_numbers(version: str) -> tuple[int, ...]:
    """A version as Windows counts: `0.1.0` and `0.1.0rc2` are both (0, 1, 0, 0)."""
    release = re.match(r"\d+(\.\d+)*", version)
    if release is None:
        raise ValueError(f"no version: {version!r}")
    numbers = [int(each) for each in release[0].split(".")]
    return tuple((*numbers, 0, 0, 0, 0)[:4])
