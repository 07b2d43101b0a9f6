"""The contenders: what plays the slides, how it is started, and which of its files lie on the machine."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.beside.figures import write_figures

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SHOW = HERE / "show"
PACKED = ROOT / "dist" / "kiosk" / "kiosk"
MODULES = HERE / "node_modules"

FLAGS = (
    "--kiosk",
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--disable-infobars",
    "--hide-crash-restore-bubble",
    "--disable-session-crashed-bubble",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-quic",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--autoplay-policy=no-user-gesture-required",
    "--password-store=basic",
    "--lang=zh-CN",
    "--force-device-scale-factor=1",
)
"""What an integrator gives a browser that is to show one page for months."""


@dataclass(frozen=True)
class Contender:
    """One way to play the slides. `command` is told the folder of its pages and that of the browser's profile."""

    title: str
    command: Callable[[Path, Path], tuple[str, ...]]
    programs: Mapping[str, str]
    """The programs it needs, and the Debian packages that hold them."""
    page: str = ""
    """The page that the browser opens; empty for this program."""
    libraries: tuple[str, ...] = ()
    """The files of node modules that the page loads."""


def _here(_pages: Path, _profile: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "kiosk", "run", str(SHOW))


def _packed(_pages: Path, _profile: Path) -> tuple[str, ...]:
    return (str(PACKED), "run", str(SHOW))


def _browser(page: str) -> Callable[[Path, Path], tuple[str, ...]]:
    def command(pages: Path, profile: Path) -> tuple[str, ...]:
        # Chromium refuses to start as root with its sandbox, and warns on the page without it.
        as_root = ("--no-sandbox", "--test-type") if os.geteuid() == 0 else ()
        return ("chromium", *FLAGS, *as_root, f"--user-data-dir={profile}", (pages / page).as_uri())

    return command


BROWSER = {"chromium": "chromium", "npm": "npm"}
ECHARTS = "echarts/dist/echarts.min.js"
REVEAL = ("reveal.js/dist/reveal.js", "reveal.js/dist/reveal.css")

CONTENDERS: dict[str, Contender] = {
    "kiosk": Contender("kiosk", _here, {}),
    "packed": Contender("kiosk, executable", _packed, {}),
    "echarts": Contender("Chromium, ECharts", _browser("echarts.html"), BROWSER, "echarts.html", (ECHARTS,)),
    "reveal": Contender("Chromium, reveal.js", _browser("reveal.html"), BROWSER, "reveal.html", (ECHARTS, *REVEAL)),
}
USUAL = ("kiosk", "echarts", "reveal")


def lay_out(contender: Contender, folder: Path) -> Path:
    """A folder with all that the contender's page needs and no more; nothing is served, the browser reads files."""
    folder.mkdir(parents=True)
    if not contender.page:
        return folder
    page = (HERE / "pages" / contender.page).read_text("utf-8")
    for path in sorted((HERE / "pages").iterdir()):
        if path.name == contender.page or f'"{path.name}"' in page:
            shutil.copy(path, folder)
    for library in contender.libraries:
        shutil.copy(MODULES / library, folder)
    for font in sorted((ROOT / "assets" / "fonts").glob("*.ttf")):
        shutil.copy(font, folder)
    write_figures(SHOW, folder / "figures.js")
    return folder
