"""The show from the Vega project's data: what it makes of a topology, and the files of a series."""

from pathlib import Path

import pytest

from kiosk.content.check import check_show
from tests.scripts import load_script

make_show = load_script("benchmarks/vega/make_show.py")

SQUARES = {
    "transform": {"scale": [2.0, 0.5], "translate": [10.0, 20.0]},
    "arcs": [
        [[1, 0], [0, 1]],
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
    ],
}


def test_neighbours_share_an_arc_which_one_of_them_runs_backwards() -> None:
    first = make_show.geometry(SQUARES, {"type": "Polygon", "arcs": [[0, 1]]})
    second = make_show.geometry(SQUARES, {"type": "MultiPolygon", "arcs": [[[2, -1]]]})

    assert first["coordinates"] == [[[[12, 20], [12, 20.5], [10, 20.5], [10, 20], [12, 20]]]]
    assert second["coordinates"] == [[[[12, 20], [14, 20], [14, 20.5], [12, 20.5], [12, 20]]]]


@pytest.mark.filterwarnings("ignore")
def test_a_series_is_kept_with_gaps_and_names_that_hold_commas(tmp_path: Path) -> None:
    show = make_show.Show(tmp_path)
    series = show.series("films", "Films", {"Drama": 3.5, "Black, white": None, "None": 2}, "films", 1)
    show.slide("films", "Films", "bar", series=series)
    show.write(tmp_path)

    assert (tmp_path / "data" / "films.csv").read_text("utf-8") == 'place,value\nDrama,3.5\n"Black, white",\nNone,2\n'
    assert [str(each) for each in check_show(tmp_path)] == []
