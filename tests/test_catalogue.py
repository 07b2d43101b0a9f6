"""Catalogues: every kind is found by its name, and none is read before it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.catalogue import Catalogue
from kiosk.charts import CHARTS
from kiosk.charts.bar import Bar
from kiosk.elements import ELEMENTS
from kiosk.kind import Kind

ROOT = Path(__file__).parents[1]
OPENED = """
import sys
from pathlib import Path
from kiosk.content.library import open_library
library = open_library(Path("content"))
assert library.slide("growth") is not None
print(*sorted(name for name in sys.modules if name.startswith(("kiosk.charts.", "kiosk.elements."))))
"""


@pytest.mark.parametrize("table", [CHARTS, ELEMENTS], ids=["charts", "elements"])
def test_each_kind_stands_in_the_module_of_its_name(table: Catalogue) -> None:
    for name, kind in table.items():
        assert issubclass(kind, Kind)
        assert kind.__module__.rpartition(".")[2] == name


@pytest.mark.parametrize("table", [CHARTS, ELEMENTS], ids=["charts", "elements"])
def test_names_are_in_order_and_each_is_there_once(table: Catalogue) -> None:
    assert list(table) == sorted(set(table))
    assert len(table) == len(list(table))


def test_no_kind_is_in_two_catalogues() -> None:
    assert set(CHARTS) & set(ELEMENTS) == set()


def test_what_is_not_there_is_a_missing_key() -> None:
    assert "nothing" not in CHARTS
    with pytest.raises(KeyError, match="nothing"):
        CHARTS["nothing"]


def test_a_kind_may_be_added_and_taken_out() -> None:
    table = Catalogue("kiosk.charts", {"bar": "Bar"})
    table["other"] = Bar

    assert table["other"] is table["bar"] is Bar
    del table["other"]
    assert list(table) == ["bar"]


def test_opening_a_show_reads_only_the_kinds_that_its_slides_use() -> None:
    run = subprocess.run([sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "kiosk.charts.slopes" in run.stdout.split()
    assert len(run.stdout.split()) < 8
