"""Logo walls: whole logos in even cells, of one size to the eye."""

import numpy as np
import pytest

from kiosk.elements.logo_wall import Logo, LogoWall
from kiosk.image import Image
from kiosk.layers import Placed
from kiosk.marks import Bars, Picture, Text
from tests.charts.test_bar import SIZES, setting
from tests.gallery import example
from tests.kinds.logo_wall import examples

KINDS = {"example": example("logo_wall"), **examples()}


def pictures(placed: Placed) -> list[Picture]:
    return [mark for mark in placed.at(99.0) if isinstance(mark, Picture)]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_logos_are_whole_undistorted_and_apart(name: str, size: tuple[int, int]) -> None:
    kind, where = KINDS[name], setting(*size)
    assert isinstance(kind, LogoWall)

    marks = pictures(kind.place(where))

    assert len(marks) == len(kind.logos)
    for mark, logo in zip(marks, kind.logos, strict=True):
        assert mark.crop == (0.0, 0.0, 1.0, 1.0)
        assert mark.width / mark.height == pytest.approx(logo.image.aspect)
        assert mark.left >= where.box.left - 1e-6
        assert mark.top >= where.box.top - 1e-6
        assert mark.left + mark.width <= where.box.right + 1e-6
        assert mark.top + mark.height <= where.box.bottom + where.foot
    for index, first in enumerate(marks):
        for second in marks[index + 1 :]:
            is_beside = first.left + first.width <= second.left or second.left + second.width <= first.left
            assert is_beside or first.top + first.height <= second.top or second.top + second.height <= first.top


def test_ordinary_logos_have_one_area_and_odd_ones_do_not_shrink_the_rest() -> None:
    areas = [mark.width * mark.height for mark in pictures(example("logo_wall").place(setting()))]
    odd = [mark.width * mark.height for mark in pictures(examples()["odd"].place(setting()))]

    assert np.median(areas) == pytest.approx(max(areas))
    assert min(areas) > 0.6 * max(areas)
    assert max(odd) > 10.0 * min(odd)


def test_rows_are_as_full_as_can_be() -> None:
    for count, size, rows in (
        (12, (1920, 1080), 3),
        (12, (1080, 1920), 6),
        (24, (1920, 1080), 4),
        (8, (3840, 1080), 2),
    ):
        logos = tuple(Logo(image=Image("a.png", 300, 120)) for _ in range(count))
        marks = pictures(LogoWall(logos=logos).place(setting(*size)))

        assert len({round(mark.top + mark.height / 2.0) for mark in marks}) == rows, (count, size)


def test_each_logo_on_a_plate_stands_in_its_middle() -> None:
    placed = examples()["plates"].place(setting())
    plates = [mark for mark in placed.at(99.0) if isinstance(mark, Bars)]

    for plate, logo in zip(plates, pictures(placed), strict=True):
        assert plate.color == "paper"
        assert logo.left + logo.width / 2.0 == pytest.approx(float(plate.left[0] + plate.width[0] / 2.0))
        assert logo.top + logo.height / 2.0 == pytest.approx(float(plate.top[0] + plate.height[0] / 2.0))


def test_only_logos_on_plates_are_made_for_paper() -> None:
    plates, bare = (pictures(examples()[name].place(setting())) for name in ("plates", "four"))

    assert all(mark.is_on_paper for mark in plates)
    assert not any(mark.is_on_paper for mark in bare)


def test_names_stand_below_their_logos() -> None:
    placed = examples()["four"].place(setting())
    names = [mark for mark in placed.at(99.0) if isinstance(mark, Text)]

    assert [mark.text for mark in names] == ["轨道科技", "蜂巢", "轨道科技", "蜂巢"]
    for name, logo in zip(names, pictures(placed), strict=True):
        assert name.y - 0.88 * name.runs[0].size > logo.top + logo.height
        assert name.x == pytest.approx(logo.left)
