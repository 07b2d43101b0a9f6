"""Races: bars, names, figures and places are of one instant; bars come, go and pass smoothly; the end is exact and still."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.bodies.racecourse import RACE_START
from kiosk.anatomy.values.contest import Contest, contest_of, periods_of
from kiosk.charts.race import Race
from kiosk.layers import Placed
from kiosk.marks import Bars, Mark, Text
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from tests.gallery import SCREENS, example, setting
from tests.kinds.race import examples, town
from tests.kinds.samples import series

CROSSING = (town(1, {2023: 10, 2024: 40}), town(2, {2023: 30, 2024: 20}))


def place(kind: Race, screen: Screen = SCREENS[0]) -> tuple[Placed, Setting]:
    where = setting("race", screen)
    return kind.place(where), where


def bars(marks: tuple[Mark, ...]) -> dict[str, tuple[float, float]]:
    """The width and the middle of every bar that can be seen, by its key."""
    mark = next(each for each in marks if isinstance(each, Bars))
    rows = zip(mark.keys, mark.width, mark.top + mark.height / 2.0, mark.height, strict=True)
    return {key: (float(width), float(middle)) for key, width, middle, height in rows if height > 0.5}


def words(marks: tuple[Mark, ...], kind: str) -> dict[str, Text]:
    return {
        mark.key.partition(":")[2]: mark
        for mark in marks
        if isinstance(mark, Text) and mark.key.startswith(kind) and mark.opacity > 0.0
    }


def test_the_end_is_the_last_period_exactly() -> None:
    placed, _ = place(Race(series=CROSSING))
    end = placed.at(placed.duration)

    assert placed.duration == RACE_START + 6.0
    assert {key: mark.text for key, mark in words(end, "figure").items()} == {"town1": "40", "town2": "20"}
    widths = bars(end)
    assert widths["town2"][0] == pytest.approx(widths["town1"][0] / 2.0)
    assert widths["town1"][1] < widths["town2"][1]
    assert any(isinstance(mark, Text) and mark.text == "2024" for mark in end)


def test_name_figure_and_bar_are_level_and_in_proportion_at_every_instant() -> None:
    placed, where = place(example("race"))
    for t in (RACE_START, 4.3, 7.7, 11.1, placed.duration):
        marks = placed.at(t)
        shown, names, figures = bars(marks), words(marks, "name"), words(marks, "figure")
        assert set(shown) <= set(names) == set(figures)
        longest = max(width for width, _ in shown.values())
        greatest = max(float(mark.text.replace(",", "")) for mark in figures.values())
        for key, (width, middle) in shown.items():
            assert abs(names[key].y - middle) < 0.5 * where.screen.size("small")
            assert width / longest == pytest.approx(float(figures[key].text.replace(",", "")) / greatest, abs=0.002)


def test_bars_stand_on_their_rows_in_the_end_in_the_order_of_their_values() -> None:
    kind = example("race")
    contest = contest_of(kind.series, kind.length)

    last = contest.at(kind.length)
    assert sorted(last.places) == list(range(len(kind.series)))
    assert list(np.argsort(last.places)) == list(np.argsort(-last.values))


def test_nobody_moves_farther_than_a_fraction_of_a_row_between_two_frames() -> None:
    contest = contest_of(example("race").series, 14.0)

    assert np.abs(np.diff(contest.places, axis=1)).max() < 0.15


def test_the_range_is_that_of_the_leader_and_does_not_jump() -> None:
    contest = contest_of(examples()["gaps"].series, 4.0)  # type: ignore[attr-defined]

    assert np.abs(np.diff(contest.tops)).max() < 0.05 * contest.tops.max()
    assert contest.tops[-1] == 30.0


def test_a_bar_whose_value_is_missing_leaves_and_comes_back() -> None:
    contest = contest_of((town(1, {2020: 5, 2021: None, 2022: 9}), town(2, {2020: 1, 2021: 1, 2022: 1})), 4.0)

    assert [float(contest.at(t).presence[0]) for t in (0.0, 2.0, 4.0)] == pytest.approx([1.0, 0.0, 1.0], abs=0.01)


def test_equal_values_keep_the_order_of_their_author() -> None:
    contest = Contest(np.full((3, 2), 7.0), 4.0)

    assert list(contest.at(2.0).places) == pytest.approx([0.0, 1.0, 2.0])


def test_periods_of_all_series_are_one_row_of_time() -> None:
    assert periods_of((town(1, {2022: 1, 2024: 1}), town(2, {2023: 1}))) == (2022.0, 2023.0, 2024.0)
    assert periods_of((town(1, {"2024-02": 1}), town(2, {"2024-01": 1}))) == ("2024-01", "2024-02")
    assert periods_of((town(1, {"春": 1, "夏": 1}), town(2, {"秋": 1}))) == ("春", "夏", "秋")


def test_a_step_takes_a_second_but_a_race_six_to_twenty() -> None:
    years: dict[int | str, float | None] = dict.fromkeys(range(1990, 2024), 1)

    assert example("race").length == 14.0
    assert Race(series=(town(1, years), town(2, years))).length == 20.0
    assert Race(series=CROSSING).length == 6.0


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
@pytest.mark.parametrize("name", ["example", *examples()])
def test_nothing_leaves_the_box_and_no_bar_reaches_the_period(name: str, screen: Screen) -> None:
    kind = {"example": example("race"), **examples()}[name]
    placed, where = place(kind, screen)
    for t in (2.0, 3.1, 4.4, placed.duration):
        texts = [mark for mark in placed.at(t) if isinstance(mark, Text) and mark.opacity > 0.5]
        period = next(mark for mark in texts if mark.anchor == "end" and not mark.key)
        corner = period.x - width_of(period.runs)
        for mark in texts:
            width = width_of(mark.runs)
            left = mark.x - (width if mark.anchor == "end" else 0.0)
            assert left >= where.box.left - 1.0, mark.text
            assert left + width <= where.box.right + 1.0, mark.text
            assert mark.y <= where.box.bottom + where.foot, mark.text
            if mark.key and period.y - 0.75 * period.runs[0].size < mark.y < period.y:
                assert left + width < corner, mark.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"series": CROSSING[:1]}, "at least 2"),
        ({"series": (town(1, {2024: 1}), town(2, {2024: 2}))}, "chart: ranking"),
        ({"series": (town(1, {2023: 1, 2024: -1}), town(2, {2023: 2, 2024: 2}))}, "chart: line"),
        ({"series": (CROSSING[0], series("率", "Rate", {2023: 1, 2024: 2}, "%"))}, "different units"),
        ({"series": CROSSING, "highlight": "nobody"}, "nobody"),
        ({"series": (CROSSING[0], town(2, {"甲": 1, "乙": 2}))}, "same kind of places"),
        ({"series": (town(1, dict.fromkeys(range(62), 1)), town(2, {0: 1}))}, "62 periods are too many"),
        ({"series": (town(1, {1: None, 2: None}), town(2, {1: None}))}, "nothing to race"),
    ],
)
def test_what_cannot_be_raced_is_refused_in_plain_words(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Race(**options)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
def test_a_long_period_is_cut_short_and_leaves_the_bars_their_room(screen: Screen) -> None:
    label = "Publicly accessible charging points within walking distance"
    placed, where = place(
        Race(series=(town(1, {f"{label} 1": 4, f"{label} 2": 7}), town(2, {f"{label} 1": 5}))), screen
    )
    marks = placed.at(99.0)
    period = next(mark for mark in marks if isinstance(mark, Text) and mark.text.startswith("Publicly"))
    bar = next(mark for mark in marks if isinstance(mark, Bars))

    assert period.x - width_of(period.runs) >= where.box.left
    assert bar.width.max() >= 0.3 * where.box.width


def test_a_currency_is_called_alike_in_the_note_and_beside_a_figure() -> None:
    kind = examples()["huge"]

    assert kind.place(setting("race", SCREENS[0], ("en", "zh"))).note == "Unit: CNY"
    assert kind.place(setting("race", SCREENS[0])).note == "单位 元"
