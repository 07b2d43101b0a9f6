"""Packs dist/kiosk as a Debian package: the program, its example show, a desktop entry, icons and a page of the manual.

    .venv/bin/python packaging/deb.py

It depends on exactly those packages whose libraries the program takes from the system, in the versions whose functions it calls.
"""

import gzip
import os
import re
import shutil
import subprocess
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path

from build_info import commit_seconds

ROOT = Path(__file__).resolve().parent.parent
CONTROL = """\
Package: kiosk
Version: {version}
Architecture: {architecture}
Maintainer: the kiosk authors
Installed-Size: {kilobytes}
Depends: {depends}
Suggests: xserver-xorg, ffmpeg
Section: graphics
Priority: optional
Description: plays slides and figures full screen as animated charts
 A show is a folder of slides and figures in plain text. It plays by itself
 for months at a booth, or is led by hand with keys, a clicker or touch.
 .
 An example show is in /usr/share/kiosk/content.
"""
LIBRARY = re.compile(r"\.so(\.\d+)*$")


def system_libraries(needed: Iterable[str], brought: Iterable[str]) -> frozenset[str]:
    """Of the libraries that files link to, by name, those that the folder does not bring."""
    return frozenset(needed) - frozenset(brought)


def only(packages: Iterable[str], dependencies: str) -> str:
    """Of dependencies as a control file lists them, such as `libc6 (>= 2.36), zlib1g`, those on the given packages."""
    names = frozenset(packages)
    return ", ".join(each for each in dependencies.split(", ") if each.split(" ")[0] in names)


def programs(folder: Path) -> list[Path]:
    """All files of the folder that the system's linker has to do with."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [path for path in files if LIBRARY.search(path.name) or path == folder / "kiosk"]


def links(program: Path) -> list[str]:
    """The libraries that one file links to, by name."""
    return re.findall(r"^ *NEEDED +(\S+)", _output("objdump", "-p", str(program)), flags=re.MULTILINE)


def dependencies(folder: Path, work: Path) -> str:
    """The packages that the folder needs of the system, as a control file lists them.

    The versions are found by `dpkg-shlibdeps`. It knows every library of this system by name, also those that the folder
    brings along: these are taken out again.
    """
    files = programs(folder)
    missing = system_libraries((name for path in files for name in links(path)), (path.name for path in files))
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text("Source: kiosk\n\nPackage: kiosk\nArchitecture: any\n", "utf-8")
    places = [f"-l{each}" for each in sorted({path.parent for path in files})]
    found = _output(
        "dpkg-shlibdeps",
        "-O",
        "--ignore-missing-info",
        "--warnings=0",
        *places,
        *(f"-e{each}" for each in files),
        cwd=work,
    )
    return only({_owner(name) for name in missing}, found.strip().removeprefix("shlibs:Depends="))


def _owner(library: str) -> str:
    """The package that a system's library came with; SystemExit where none did."""
    listed = re.search(rf"^\s*{re.escape(library)} .*=> (\S+)$", _output("/sbin/ldconfig", "-p"), flags=re.MULTILINE)
    paths = [listed.group(1), str(Path(listed.group(1)).resolve())] if listed else []
    for path in paths:
        found = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise SystemExit(f"kiosk: no package of this system holds {library}, which the program needs")


def lay_out(folder: Path, tree: Path) -> None:
    """Puts everything where Debian expects it below `tree`."""
    lib, share = tree / "usr/lib/kiosk", tree / "usr/share"
    (tree / "usr/bin").mkdir(parents=True)
    shutil.copytree(folder / "_internal", lib / "_internal", symlinks=True)
    shutil.copy(folder / "kiosk", lib)
    shutil.copytree(folder / "content", share / "kiosk/content")
    (lib / "content").symlink_to("../../share/kiosk/content")
    (tree / "usr/bin/kiosk").symlink_to("../lib/kiosk/kiosk")
    documents = share / "doc/kiosk"
    shutil.copytree(folder / "docs", documents)
    (documents / "copyright").write_text(_copyright(), "utf-8")
    _compress(ROOT / "CHANGELOG.md", documents / "changelog.gz")
    _compress(ROOT / "packaging/debian/kiosk.1", share / "man/man1/kiosk.1.gz")
    (share / "applications").mkdir()
    shutil.copy(ROOT / "packaging/debian/kiosk.desktop", share / "applications")
    for icon in sorted((ROOT / "assets/icons").glob("kiosk-*.png")):
        size = icon.stem.removeprefix("kiosk-")
        place = share / f"icons/hicolor/{size}x{size}/apps"
        place.mkdir(parents=True)
        shutil.copy(icon, place / "kiosk.png")


def _copyright() -> str:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    return f"{licence}\nThe licences of all that comes along, Qt and Python among it, lie in /usr/lib/kiosk/_internal/licences.\n"


def _compress(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))


def pack(folder: Path, into: Path, work: Path) -> Path:
    """Makes the package of the folder; returns its path."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    architecture = _output("dpkg", "--print-architecture").strip()
    tree = work / "tree"
    shutil.rmtree(work, ignore_errors=True)
    lay_out(folder, tree)
    kilobytes = (
        sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    )
    control = CONTROL.format(
        version=version, architecture=architecture, kilobytes=kilobytes, depends=dependencies(folder, work / "depends")
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, "utf-8")
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", tree], check=True)
    target = into / f"kiosk_{version}_{architecture}.deb"
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or commit_seconds() or str(int(time.time()))
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, target],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
    )
    return target


def _output(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd).stdout


def main() -> None:
    """Packs what `make executable` has built."""
    folder = ROOT / "dist/kiosk"
    if not folder.is_dir():
        raise SystemExit("kiosk: there is no dist/kiosk yet; `make executable` builds it")
    print(f"kiosk: see {pack(folder, ROOT / 'dist', ROOT / 'build/deb').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
