"""What a picture shows of its image, read off its mark."""

import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.content.problem import ContentProblem
from kiosk.elements.picture import PictureElement
from kiosk.image import Drift, Image
from kiosk.kind import ImageRef
from kiosk.marks import Mark, Picture, Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from tests.gallery import example
from tests.kinds.picture import image

SETTING = Setting(Screen(1920, 1080), Box(204.0, 264.0, 800.0, 600.0), 60.0, ("zh", "en"))


def picture(kind: PictureElement, t: float = 99.0) -> Picture:
    shown: Mark = kind.place(SETTING).at(t)[0]
    assert isinstance(shown, Picture)
    return shown


@pytest.mark.parametrize("size", [(1080, 900), (4000, 500), (500, 4000)])
def test_a_contained_image_is_whole_and_undistorted(size: tuple[int, int]) -> None:
    shown = picture(PictureElement(image=Image("a.png", *size)))

    assert shown.crop == (0.0, 0.0, 1.0, 1.0)
    assert shown.width / shown.height == pytest.approx(size[0] / size[1])
    assert shown.left >= 204.0
    assert shown.width <= 800.0
    assert shown.top >= 264.0
    assert shown.top + shown.height <= 864.0


@pytest.mark.parametrize("size", [(1080, 900), (4000, 500), (500, 4000)])
@pytest.mark.parametrize("focus", [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (0.9, 0.2)])
def test_a_covering_image_fills_its_area_undistorted(size: tuple[int, int], focus: tuple[float, float]) -> None:
    shown = picture(PictureElement(image=Image("a.png", *size), fit="cover", focus=focus))
    left, top, width, height = shown.crop

    assert (shown.left, shown.top, shown.width, shown.height) == (204.0, 264.0, 800.0, 600.0)
    assert width * size[0] / (height * size[1]) == pytest.approx(800.0 / 600.0)
    assert max(width, height) == 1.0
    assert left <= focus[0] <= left + width + 1e-9
    assert top <= focus[1] <= top + height + 1e-9
    assert left + width <= 1.0 + 1e-9
    assert top + height <= 1.0 + 1e-9


def test_an_image_is_uncovered_from_the_left() -> None:
    reveals = [picture(example("picture"), t).reveal for t in (0.0, 0.4, 0.8, 1.0)]

    assert reveals == sorted(reveals)
    assert (reveals[0], reveals[-1]) == (0.0, 1.0)


def test_a_fading_image_is_whole_from_the_start() -> None:
    shown = picture(PictureElement(image=image("car"), entrance="fade", opacity=0.5), 0.6)

    assert shown.reveal == 1.0
    assert 0.0 < shown.opacity < 0.5


def test_the_caption_stands_below_the_image() -> None:
    shown = picture(example("picture"))
    words = [mark for mark in example("picture").place(SETTING).at(99.0) if isinstance(mark, Text)]

    assert all(shown.top + shown.height < mark.y <= 864.0 + 60.0 for mark in words)


def test_a_focus_outside_the_image_is_refused() -> None:
    with pytest.raises(ValidationError):
        PictureElement(image=image("car"), focus=(1.5, 0.5))


def test_the_name_of_an_image_becomes_the_image() -> None:
    found = Image("/show/images/car.png", 1080, 900)

    resolved = TypeAdapter(ImageRef).validate_python("images/car.png", context={"image": lambda name: found})

    assert resolved is found


def test_what_is_wrong_with_an_image_is_said_where_it_is_named() -> None:
    def refuse(name: str) -> Image:
        raise ContentProblem("bad-image", f"{name} is a film")

    with pytest.raises(ValidationError, match="is a film"):
        TypeAdapter(ImageRef).validate_python("images/car.png", context={"image": refuse})


DRIFTS = ("nearer", "farther", "left", "right")


@pytest.mark.parametrize("drift", DRIFTS)
def test_a_drifting_image_moves_slowly_within_itself_and_undistorted(drift: Drift) -> None:
    kind = PictureElement(image=Image("a.png", 2000, 1000), fit="cover", drift=drift)
    crops = [picture(kind, t).crop for t in (0.0, 6.0, 12.0, 18.0, 24.0, 60.0)]

    assert len(set(crops)) == 5
    assert crops[-1] == crops[-2]
    for left, top, width, height in crops:
        assert 0.0 <= left <= left + width <= 1.0 + 1e-9
        assert 0.0 <= top <= top + height <= 1.0 + 1e-9
        assert 2.0 * width / height == pytest.approx(800.0 / 600.0)


def test_the_focus_stays_in_its_place_as_the_eye_comes_nearer() -> None:
    kind = PictureElement(image=Image("a.png", 2000, 1000), fit="cover", focus=(0.5, 0.3), drift="nearer")

    def place(t: float) -> tuple[float, float]:
        left, top, width, height = picture(kind, t).crop
        return ((0.5 - left) / width, (0.3 - top) / height)

    assert place(24.0) == pytest.approx(place(0.0))


def test_a_drifting_image_has_told_all_with_its_entrance_and_is_read_once() -> None:
    placed = PictureElement(image=Image("a.png", 2000, 1000), drift="nearer").place(SETTING)

    assert placed.duration == pytest.approx(1.0)
    assert (
        len(
            {picture(PictureElement(image=Image("a.png", 2000, 1000), drift="nearer"), t).sharpness for t in (0.0, 9.0)}
        )
        == 1
    )
