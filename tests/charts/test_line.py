"""Lines and areas: points where the values are, gaps, the front between two points, and very many points."""

import time
from itertools import combinations, pairwise

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.plot import DRAW, Plot
from kiosk.anatomy.geometry.curve import curve
from kiosk.anatomy.geometry.vacancy import box_of
from kiosk.anatomy.words.annotations import Annotation
from kiosk.anatomy.words.references import Reference
from kiosk.charts.area import Area as AreaChart
from kiosk.charts.line import Lines
from kiosk.layers import Placed
from kiosk.marks import Area, Line, Text, array
from kiosk.metrics import Series
from kiosk.words import Words
from tests.charts.test_bar import setting
from tests.gallery import example
from tests.kinds.line import OURS, examples
from tests.kinds.samples import metric, series


def stroke(plot: Plot, t: float) -> Line:
    return next(
        mark for mark in plot.placed().at(t) if isinstance(mark, Line) and mark.color == "warm" and mark.width > 8.0
    )


def test_points_stand_at_the_height_of_their_values() -> None:
    plot = Plot((OURS,), setting())
    mark = stroke(plot, 99.0)
    heights = plot.y_scale.at(0.0) - mark.y

    assert np.allclose(heights / heights[-1], OURS.y / 128.0)
    assert np.allclose(np.diff(mark.x), np.diff(mark.x)[0])


def test_a_line_is_uncovered_from_the_left_with_its_front_between_two_points() -> None:
    plot = Plot((OURS,), setting())
    start, half, full = (stroke(plot, DRAW.start + share * DRAW.duration) for share in (0.0, 0.5, 1.0))

    assert (start.reveal, full.reveal) == (0.0, 1.0)
    assert np.isclose(half.x[0] + half.reveal * (half.x[-1] - half.x[0]), plot.edge(0.5))


def test_the_last_value_stands_at_the_end() -> None:
    texts = [mark.text for mark in example("line").place(setting()).at(99.0) if isinstance(mark, Text)]

    assert "128件" in texts
    assert "51件" in texts


def test_dates_are_placed_to_scale() -> None:
    dates = series("数", "Number", {"2023-01": 1, "2023-02": 2, "2023-12": 3})

    x = stroke(Plot((dates,), setting()), 99.0).x

    assert np.isclose((x[1] - x[0]) / (x[2] - x[0]), 31 / 334)


def test_missing_values_leave_gaps() -> None:
    made = curve(array([0.0, 10.0, 20.0, 30.0, 40.0]), np.array([1.0, 2.0, np.nan, 4.0, 5.0]))

    assert list(made.joined) == [True, False, True]
    assert np.array_equal(made.strokes()[0], [[0.0, 10.0], [30.0, 40.0]])
    assert made.until(25.0).x[-1] == 10.0


def test_a_point_without_neighbours_is_a_dot() -> None:
    made = curve(array([0.0, 10.0, 20.0]), np.array([1.0, np.nan, 3.0]))

    assert list(made.alone) == [0, 1]


def test_an_area_has_no_surface_in_its_gaps_and_crosses_zero_where_the_line_does() -> None:
    made = curve(array([0.0, 10.0, 20.0, 30.0]), np.array([-5.0, 5.0, np.nan, -5.0]))

    x, upper, lower = made.outline(0.0)

    assert np.all(lower >= upper)
    assert 5.0 in x
    inside = (x > 10.0) & (x < 30.0)
    assert np.array_equal(upper[inside], lower[inside])


def test_an_area_begins_at_zero() -> None:
    kind = AreaChart(series=OURS)
    mark = next(mark for mark in kind.place(setting()).at(99.0) if isinstance(mark, Area))
    heights = mark.lower - mark.upper

    assert np.allclose(mark.lower, mark.lower[0])
    assert np.allclose(heights / heights[-1], OURS.y / 128.0)


def test_of_many_points_each_pixel_column_keeps_its_highest_and_lowest() -> None:
    x = np.linspace(0.0, 1000.0, 100_001)
    y = np.sin(x) + np.sin(x * 37.0)

    made = curve(array(x), array(y))

    assert len(made.x) <= 2 * 1001
    assert np.all(np.bincount(np.floor(made.x).astype(int)) <= 2)
    assert made.y.max() == y.max()
    assert made.y.min() == y.min()
    assert made.is_whole


def test_gaps_wider_than_a_column_survive_the_thinning() -> None:
    x = np.linspace(0.0, 100.0, 10_001)
    y = np.where((x > 40.0) & (x < 60.0), np.nan, x)

    made = curve(array(x), y)

    assert np.count_nonzero(~made.joined) == 1
    assert made.until(50.0).x[-1] == pytest.approx(40.0)


def test_a_million_points_are_laid_out_in_well_below_a_second() -> None:
    points = tuple((float(index), float(index % 977)) for index in range(1_000_000))
    long = Series.model_construct(**{**dict(series("数", "Number", {1: 1})), "points": points})
    kind = Lines.model_construct(series=(long,), from_zero=True)
    begin = time.perf_counter()

    placed = kind.place(setting())

    assert time.perf_counter() - begin < 1.5
    assert max(mark.x.size for mark in placed.at(99.0) if isinstance(mark, Line)) <= 4000


@pytest.mark.parametrize("name", list(examples()))
def test_every_instant_of_every_variant_can_be_drawn(name: str) -> None:
    for kind in (examples()[name], AreaChart(series=examples()[name].series[0])):  # type: ignore[attr-defined]
        placed = kind.place(setting())
        for t in np.linspace(-0.1, placed.duration + 0.1, 23):
            assert placed.at(float(t)) == placed.at(float(t))


def test_series_of_different_units_are_refused() -> None:
    with pytest.raises(ValidationError, match="different units"):
        Lines(series=(OURS, series("率", "Rate", {2024: 3}, "%")))


def test_a_dense_zigzag_is_drawn_as_the_columns_it_covers() -> None:
    x, y = np.linspace(0.0, 100.0, 201), np.where(np.arange(201) % 2, 400.0, 100.0)

    left, top, bottom = curve(array(x), array(y), 2.0, longest=1000.0).band()

    assert np.allclose(np.diff(left), 2.0)
    assert np.all(top == 100.0)
    assert np.all(bottom[:-1] == 400.0)


def test_columns_leave_out_the_gaps_of_a_curve() -> None:
    x = np.linspace(0.0, 100.0, 101)
    y = np.where((x > 40.0) & (x < 60.0), np.nan, 100.0 * (np.arange(101) % 2))

    left, _, _ = curve(array(x), y, 2.0, longest=10.0).band()

    assert not np.any((left > 41.0) & (left < 58.0))


def boxes(placed: Placed) -> list[tuple[float, float, float, float]]:
    return [
        box_of(mark)
        for mark in placed.at(placed.duration)
        if isinstance(mark, Text) and not mark.upright and not mark.angle
    ]


@pytest.mark.parametrize("name", list(examples()))
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_never_cover_each_other(name: str, size: tuple[int, int], language: str) -> None:
    placed = examples()[name].place(setting(*size, languages=(language, "zh")))

    for first, second in combinations(boxes(placed), 2):
        aside = min(first[2], second[2]) - max(first[0], second[0])
        down = min(first[3], second[3]) - max(first[1], second[1])
        # Cells of type overlap a little where lines follow each other; ink does not.
        assert aside <= 1.0 or down <= 0.32 * min(first[3] - first[1], second[3] - second[1])


def test_a_reference_line_stands_at_its_value_with_its_label_and_figure() -> None:
    kind = Lines(series=(OURS,), references=(Reference(value=100, label=Words.of("目标")),))
    plot = kind.plot(setting())
    dashed = next(mark for mark in plot.placed().at(99.0) if isinstance(mark, Line) and mark.dashes)

    assert np.allclose(dashed.y, plot.y_scale.at(100.0))
    assert any(mark.text == "目标 100\u2009件" for mark in plot.placed().at(99.0) if isinstance(mark, Text))


def test_a_reference_line_above_all_values_widens_the_scale() -> None:
    kind = Lines(series=(OURS,), references=(Reference(value=400, label=Words.of("目标")),))

    assert kind.plot(setting()).span == (0.0, 400.0)


def test_an_annotation_has_a_leader_to_its_point() -> None:
    kind = Lines(series=(OURS,), annotations=(Annotation(at=2021, text=Words.of("新馆开放")),))
    plot = kind.plot(setting())
    marks = plot.placed().at(99.0)
    x, y = plot.x_scale.at(2021.0), plot.y_scale.at(83.0)

    leader = next(mark for mark in marks if isinstance(mark, Line) and mark.color == "muted" and not mark.dashes)
    assert leader.x[-1] == pytest.approx(x)
    assert abs(leader.y[-1] - y) < 20.0
    assert any(mark.text == "新馆开放" for mark in marks if isinstance(mark, Text))


def test_eight_lines_have_one_warm_and_no_two_ends_on_each_other() -> None:
    kind = examples()["eight"]
    marks = kind.place(setting()).at(99.0)

    figures = sorted(mark.y for mark in marks if isinstance(mark, Text) and mark.key.startswith("figure:"))
    assert len(figures) == 8
    assert min(after - before for before, after in pairwise(figures)) > 40.0
    assert sum(isinstance(mark, Line) and mark.color == "warm" and mark.x.size > 4 for mark in marks) == 1


def test_equal_ratios_are_equal_heights_on_a_log_scale() -> None:
    rising = series("数", "Number", {2021: 1, 2022: 10, 2023: 100, 2024: 1000})
    placed = Lines(series=(rising,), scale="log").place(setting())
    mark = next(
        mark for mark in placed.at(99.0) if isinstance(mark, Line) and mark.color == "warm" and mark.width > 8.0
    )

    assert np.allclose(np.diff(mark.y), np.diff(mark.y)[0])
    assert placed.note == "对数刻度"


def test_limits_pin_the_ends_of_the_scale() -> None:
    kind = Lines.model_validate({"series": (OURS,), "from": 20, "to": 200})

    assert kind.plot(setting()).span == (20.0, 200.0)


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ({"series": (series("数", "Number", {1: 0, 2: 5}),), "scale": "log"}, "log scale has no place for 0"),
        ({"from": 50}, "41 lies outside"),
        ({"from": 5, "to": 5}, "from is not below to"),
        ({"references": [{"value": 3}]}, "say what this level is"),
        ({"references": [{"label": "目标"}]}, "either a metric or a value"),
        ({"references": [{"metric": metric("率", "Rate", 3, "%")}]}, "in the unit of the chart"),
        ({"annotations": [{"at": 1999, "text": "从前"}]}, "no place"),
        ({"highlight": "nobody"}, "to highlight"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options: dict[str, object], what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        Lines.model_validate({"series": (OURS,)} | options)
