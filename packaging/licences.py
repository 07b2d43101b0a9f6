"""Gathers the licences of all that goes into the executable's folder; what nobody can be named for stops the build.

A file is `(name, source, kind)`, as PyInstaller's analysis lists it: its place in the folder, where it lies here, and what it is.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path, PurePath

from kiosk.inventory import installed, package, plain
from kiosk.licences import INDEX
from kiosk.part import UNKNOWN, Part
from kiosk.resources import checkout

BUILDER = "pyinstaller"
"""Its bootloader is the program that starts ours, so it is always there."""
COMMON = Path("/usr/share/common-licenses")
DOCUMENTS = Path("/usr/share/doc")

KNOWN = re.compile(
    "|".join(
        (
            r"base_library\.zip",  # Python's own modules, put together by PyInstaller
            r"(api-ms-win-.*|ucrtbase|vcruntime\d+(_\d)?|msvcp\d+(_\d)?|concrt\d+)\.dll",  # told of in Python's licence on Windows
        )
    ),
    re.IGNORECASE,
)
"""Names of files that belong to no package, and whose licence is among the others."""

SPDX = {
    "brotli": "MIT",
    "bzip2": "bzip2-1.0.6",
    "dbus": "AFL-2.1 OR GPL-2.0-or-later",
    "e2fsprogs": "MIT",
    "expat": "MIT",
    "fontconfig": "HPND-sell-variant",
    "freetype": "FTL",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gcc-13": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gcc-14": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "glib2.0": "LGPL-2.1-or-later",
    "keyutils": "LGPL-2.0-or-later",
    "krb5": "MIT",
    "libbsd": "BSD-3-Clause",
    "libcap2": "BSD-3-Clause OR GPL-2.0-only",
    "libffi": "MIT",
    "libgcrypt20": "LGPL-2.1-or-later",
    "libglvnd": "MIT",
    "libgpg-error": "LGPL-2.1-or-later",
    "libmd": "BSD-3-Clause",
    "libpng1.6": "libpng-2.0",
    "libuuid1": "BSD-3-Clause",
    "libx11": "MIT AND X11",
    "libxau": "MIT",
    "libxcb": "MIT",
    "libxdmcp": "MIT",
    "libxkbcommon": "MIT",
    "libzstd": "BSD-3-Clause",
    "lz4": "BSD-2-Clause",
    "pcre2": "BSD-3-Clause",
    "systemd": "LGPL-2.1-or-later",
    "xcb-util": "MIT",
    "xcb-util-cursor": "MIT",
    "xcb-util-image": "MIT",
    "xcb-util-keysyms": "MIT",
    "xcb-util-renderutil": "MIT",
    "xcb-util-wm": "MIT",
    "xz-utils": "0BSD",
    "zlib": "Zlib",
}
"""What Debian's records do not tell in a form for programs: the licence of a source package's libraries, or of one package."""


def collect(folder: Path, binaries: Iterable[tuple[str, str, str]]) -> None:
    """Writes to `folder` the licences of these files and of all packages that the program needs, with an index of them.

    Raises SystemExit with one line if a file belongs to no package, or a package has no text.
    """
    try:
        owners, libraries = _owners([each for each in binaries if each[2] != "SYMLINK"])
        listed = installed()
        names = {plain(part.name) for part in listed}
        more = tuple(package(each) for name, each in sorted(owners.items()) if name not in names)
        parts = (*listed, *more, *_debian_parts(libraries))
    except ValueError as error:
        raise SystemExit(f"kiosk: no executable is built: {error}") from None
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        _write(folder, [_with_crates(each, Path(scratch)) for each in parts])


def _owners(files: list[tuple[str, str, str]]) -> tuple[dict[str, Distribution], tuple[str, ...]]:
    """The Python packages that files come from, by name, and the files that are the system's; raises ValueError for others."""
    by_file = {_same(each.locate_file(file)): each for each in distributions() for file in each.files or ()}
    found, foreign = {BUILDER: distribution(BUILDER)}, []
    for name, source, _ in files:
        owner = by_file.get(_same(source))
        if owner is not None:
            found[plain(owner.name)] = owner
        elif (
            not _is_ours(source)
            and not _is_pythons(source)
            and not KNOWN.fullmatch(name.replace("\\", "/").rpartition("/")[2])
        ):
            foreign.append((name, source))
    found.pop("kiosk", None)
    packages = _debian_packages([source for _, source in foreign])
    lost = [f"{name} (from {source})" for name, source in foreign if source not in packages]
    if lost:
        raise ValueError(f"nobody is known whom these come from: {', '.join(lost)}; see KNOWN in packaging/licences.py")
    return found, tuple(sorted(set(packages.values())))


def _same(path: object) -> str:
    return os.path.normcase(os.path.realpath(str(path)))


def _is_ours(source: str) -> bool:
    return any(Path(source).is_relative_to(checkout() / part) for part in ("kiosk", "assets", "content", "LICENSE"))


def _is_pythons(source: str) -> bool:
    """Whether a file came with Python; a Python of the system's has little but its own modules to itself."""
    homes = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib", vars={"platbase": sys.base_exec_prefix})]
    if sys.base_prefix not in ("/usr", "/usr/local"):
        homes.append(sys.base_prefix)
    is_library = re.match(r"libpython3|python3\d*\.dll", PurePath(source).name)
    path = Path(_same(source))
    return bool(is_library) or any(path.is_relative_to(_same(home)) for home in homes)


def _debian_packages(sources: list[str]) -> dict[str, str]:
    """The Debian package of each file; a file may be known under the place it had before /lib moved into /usr."""
    if not sources or shutil.which("dpkg-query") is None:
        return {}
    places = {source: _places(source) for source in sources}
    asked = sorted({place for each in places.values() for place in each})
    # One unknown place makes it fail, and the others are told all the same.
    told = subprocess.run(["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False).stdout
    owners: dict[str, str] = {}
    for line in told.splitlines():
        packages, _, place = line.partition(": ")
        if not packages.startswith("diversion by"):
            owners[place] = packages.split(",")[0]
    return {source: owners[place] for source, each in places.items() for place in each if place in owners}


def _places(source: str) -> tuple[str, ...]:
    names = {source, os.path.normpath(source), os.path.realpath(source)}
    return tuple(
        sorted(names | {re.sub(r"^/usr(?=/lib)", "", name) for name in names} | {f"/usr{name}" for name in names})
    )


def _debian_parts(packages: Iterable[str]) -> Iterator[Part]:
    """One part for each Debian source package, of which several libraries may come."""
    if not packages:
        return
    form = "${binary:Package}\t${source:Package}\t${source:Version}\n"
    told = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={form}", *packages], capture_output=True, text=True, check=True
    ).stdout
    done: set[str] = set()
    for line in sorted(told.splitlines(), key=lambda each: each.split("\t")[1]):
        name, source, version = line.split("\t")
        if source in done:
            continue
        done.add(source)
        record = (DOCUMENTS / name.partition(":")[0] / "copyright").resolve()
        if not record.is_file():
            raise ValueError(f"the Debian package {name} has no {record}: install it anew with its documentation")
        text = record.read_text("utf-8", errors="replace")
        named = {each.rstrip(".") for each in re.findall(rf"{COMMON}/([\w.+-]+)", text)}
        texts = {(COMMON / each).resolve() for each in named}
        files = (record, *sorted(each for each in texts if each.is_file()))
        whence = f"Its source is Debian's source package {source}, version {version}."
        licence = SPDX.get(name.partition(":")[0]) or SPDX.get(source) or _told(text)
        yield Part(source, version, licence, "library", files, whence)


def _told(record: str) -> str:
    """The licence that a copyright file of Debian's gives for all files, if it is in the form for programs."""
    for paragraph in re.split(r"\n\s*\n", record):
        if re.search(r"^Files:\s*\*\s*$", paragraph, re.MULTILINE):
            found = re.search(r"^License: *(\S.*)$", paragraph, re.MULTILINE)
            if found:
                return found[1].strip()
    return UNKNOWN


def _with_crates(part: Part, scratch: Path) -> Part:
    """The part, and where it was built with others and tells of them in a bill of materials, a list of those."""
    if part.kind != "package" or not (bills := _bills(part.name)):
        return part
    lines = [f"{part.name} was built with these crates of Rust, each under the licence behind it:", ""]
    for bill in bills:
        for each in json.loads(bill.read_text("utf-8"))["components"]:
            if each.get("scope") != "excluded":
                terms = [one.get("expression") or one["license"].get("id", UNKNOWN) for one in each.get("licenses", ())]
                lines.append(
                    f"{each['name']} {each['version']}, {each.get('author', '')}: {' AND '.join(terms) or UNKNOWN}"
                )
    target = scratch / f"{plain(part.name)}-crates.txt"
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return replace(part, files=(*part.files, target))


def _bills(name: str) -> list[Path]:
    try:
        each = distribution(name)
    except PackageNotFoundError:
        return []
    return [Path(str(each.locate_file(file))) for file in each.files or () if file.match("sboms/*.cyclonedx.json")]


def _write(folder: Path, parts: Iterable[Part]) -> None:
    """Writes the texts, each once, and the index."""
    written: dict[str, str] = {}
    entries = []
    for part in parts:
        files = []
        for number, file in enumerate(part.files):
            content = file.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            if digest not in written:
                written[digest] = _name(part, file, number)
                target = folder / written[digest]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            files.append(written[digest])
        entries.append(
            {
                "name": part.name,
                "version": part.version,
                "licence": part.licence,
                "kind": part.kind,
                "files": files,
                "source": part.source,
            }
        )
    (folder / INDEX).write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _name(part: Part, file: Path, number: int) -> str:
    """The place of a text in the folder; texts that many share stand by themselves."""
    ending = "" if file.suffix in (".txt", ".md") else ".txt"
    if file.is_relative_to(COMMON):
        return f"common/{file.name}{ending}"
    return f"{plain(part.name.replace(' ', '-'))}/{f'{number}-' if number else ''}{file.name}{ending}"
