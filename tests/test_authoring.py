"""The author's manual: its examples are a show that checks clean, and its tables are those of the program.

With REMAKE_DOCS=1 in the environment the tables are written anew.
"""

import os
import re
from pathlib import Path

import pytest

from kiosk.content.check import check_show
from kiosk.content.pages import ShowFile, SlideFile
from kiosk.content.problem import CODES
from kiosk.export import export
from kiosk.layouts import LAYOUTS
from kiosk.metrics import Metric

MANUAL = Path(__file__).parents[1] / "docs" / "authoring.md"


def table_of(name: str) -> str:
    """One table of the manual as the program would write it."""
    if name == "codes":
        rows = "".join(f"| `{code}` | {meaning} |\n" for code, meaning in CODES.items())
        return "| code | meaning |\n|---|---|\n" + rows
    rows = "".join(
        f"| `{each}` | {', '.join(f'`{area}`' for area in layout.area_names)} | {layout.about} |\n"
        for each, layout in LAYOUTS.items()
    )
    return "| layout | areas | what it is |\n|---|---|---|\n" + rows


@pytest.fixture(scope="module")
def text() -> str:
    return MANUAL.read_text("utf-8")


@pytest.fixture
def show(tmp_path: Path, text: str) -> Path:
    for name, body in re.findall(r"^```(?:yaml|csv)\n# (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, "utf-8")
    return tmp_path


def test_the_examples_together_are_a_show_that_checks_clean(show: Path) -> None:
    assert [str(problem) for problem in check_show(show)] == []


def test_the_examples_can_be_exported(show: Path) -> None:
    assert export(show, f"{show}/out/", size=(640, 360)) == 0


@pytest.mark.parametrize("name", ["codes", "layouts"])
def test_a_table_is_that_of_the_program(name: str) -> None:
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = MANUAL.read_text("utf-8").partition(begin)
    written, _, after = rest.partition(end)
    if os.environ.get("REMAKE_DOCS"):
        written = table_of(name)
        MANUAL.write_text(f"{before}{begin}{written}{end}{after}", "utf-8")

    assert written == table_of(name)
    assert after


def test_every_key_of_a_metric_a_slide_and_a_show_is_explained(text: str) -> None:
    keys = {*Metric.model_fields, *SlideFile.model_fields, *ShowFile.model_fields} - {"id", "note", *SlideFile.AREAS}

    assert [key for key in sorted(keys) if not re.search(rf"`{key}`|^{key}:", text, re.MULTILINE)] == []


def test_every_layout_finds_its_areas_in_a_slide_file() -> None:
    assert {area for layout in LAYOUTS.values() for area in layout.area_names} <= set(SlideFile.AREAS)
    assert set(SlideFile.AREAS) <= set(SlideFile.model_fields)
