"""What a row of figures shows: one size, one baseline, one of them warm, all counting together."""

import pytest
from pydantic import ValidationError

from kiosk.elements.figure_row import FigureRow
from kiosk.marks import Mark, Text
from kiosk.typesetting import width_of
from tests.gallery import example
from tests.kinds.episodes import EPISODES, TOPICS
from tests.kinds.figure_row import CHAMPIONS, GIANTS, LISTED, examples
from tests.scenes import LANGUAGES, SIZES, colliding, final, outside, setting, texts

EVERY = {"example": example("figure_row"), **examples()}


def figures(kind: FigureRow, marks: tuple[Mark, ...]) -> list[Text]:
    return list(texts(marks)[: len(kind.metrics)])


def test_figures_are_written_with_qualifier_and_unit() -> None:
    first, second = figures(example("figure_row"), final(example("figure_row").place(setting("rows", "top"))))

    assert first.text == "14期直播"
    assert second.text == "70余个热点话题"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_figures_have_one_size(name: str, size: tuple[int, int]) -> None:
    found = figures(EVERY[name], final(EVERY[name].place(setting("full", size=size))))

    assert len({max(run.size for run in text.runs) for text in found}) == 1
    assert [text.y for text in found] == sorted(text.y for text in found)


@pytest.mark.parametrize(("size", "lines"), [((1920, 1080), 1), ((3840, 1080), 1), ((1080, 1920), 2)])
def test_figures_share_a_baseline_but_are_stacked_on_a_portrait_screen(size: tuple[int, int], lines: int) -> None:
    found = figures(example("figure_row"), final(example("figure_row").place(setting("rows", "top", size))))

    assert len({text.y for text in found}) == lines


def test_the_named_figure_is_warm_and_else_the_first() -> None:
    named = figures(example("figure_row"), final(example("figure_row").place(setting("full"))))
    first = FigureRow(metrics=(CHAMPIONS, GIANTS, LISTED))

    assert [text.runs[0].color for text in named] == ["text", "warm"]
    assert [text.runs[0].color for text in figures(first, final(first.place(setting("full"))))] == [
        "warm",
        "text",
        "text",
    ]


def test_units_stand_still_while_the_figures_count() -> None:
    placed = example("figure_row").place(setting("full"))

    def unit_left(t: float) -> list[float]:
        return [
            text.x + width_of(text.runs[: -len(after)])
            for text, after in zip(figures(example("figure_row"), placed.at(t)), ((1, 2), (1, 2)), strict=True)
        ]

    assert unit_left(0.2) == pytest.approx(unit_left(9.0))
    assert unit_left(0.8) == pytest.approx(unit_left(9.0))


def test_all_figures_count_from_nothing_together() -> None:
    kind = FigureRow(metrics=(CHAMPIONS, GIANTS), labels="none")
    placed = kind.place(setting("full"))

    assert [text.text for text in figures(kind, placed.at(0.0))] == ["0家", "0家"]
    halfway = [float(text.runs[0].text) for text in figures(kind, placed.at(0.6))]
    assert halfway[1] / 25.0 == pytest.approx(halfway[0] / 5.0, abs=0.12)
    assert [text.text for text in figures(kind, placed.at(9.0))] == ["5家", "25家"]
    assert placed.duration <= 4.0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_figures_and_labels_have_room(name: str, size: tuple[int, int], language: str) -> None:
    where = setting("full", size=size, language=language)
    marks = final(EVERY[name].place(where))

    assert not colliding(marks)
    assert not outside(EVERY[name], where, marks)


def test_only_one_of_its_metrics_can_be_highlighted() -> None:
    with pytest.raises(ValidationError, match="one of the metrics"):
        FigureRow(metrics=(CHAMPIONS, GIANTS), highlight=TOPICS)
    assert FigureRow(metrics=(EPISODES, TOPICS), highlight=TOPICS).color(TOPICS) == "warm"
