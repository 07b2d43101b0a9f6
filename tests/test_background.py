"""Backgrounds: an image, a gradient or a drawing behind a slide, on which everything can still be read."""

from pathlib import Path

import pytest

from kiosk.background import DIM, GLOW, GRADIENTS, Background
from kiosk.colors import contrast
from kiosk.content.library import open_library
from kiosk.image import Image
from kiosk.marks import Area, Mark, Picture, Strokes
from kiosk.screen import Screen
from kiosk.setting import Setting
from kiosk.show import Show, Slide
from kiosk.theme import load_theme, theme_names
from tests.content.sample import FILES, errors, png, write

LEAST = {"text": 4.5, "muted": 4.5, "warm": 3.0, "cool": 3.0}
"""Contrasts, of roles: what is written in warm or cool is large or bold."""
WIDE = Screen(1920, 1080)


def blended(over: str, under: str, opacity: float) -> str:
    """A colour painted on another one."""
    pairs = [(int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(opacity * one + (1.0 - opacity) * other):02x}" for one, other in pairs)


def opened(folder: Path, show: str = "", guests: str = "") -> tuple[Show, Slide]:
    """The good show with more lines in `show.yaml`, and one of its slides."""
    library = open_library(write(folder, files(show, guests)))
    slide = library.slide("guests")
    assert library.show is not None
    assert slide is not None
    return library.show, slide


def files(show: str = "", guests: str = "") -> dict[str, str | bytes | None]:
    return {
        "show.yaml": FILES["show.yaml"] + show,
        "slides/guests.yaml": guests if "title:" in guests else FILES["slides/guests.yaml"] + guests,
        "images/hall.png": png(400, 300),
    }


def back(show: Show, slide: Slide, screen: Screen = WIDE) -> Mark:
    """The hindmost mark of a slide."""
    return show.place(slide, screen, "zh").at(0.0).marks[0]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("role", LEAST)
@pytest.mark.parametrize("pixel", ["#ffffff", "#000000"])
def test_every_word_can_be_read_on_any_picture(name: str, role: str, pixel: str) -> None:
    theme = load_theme(name)

    for _, ground in theme.ground:
        assert contrast(theme[role], blended(pixel, ground, 1.0 - DIM)) >= LEAST[role]


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("role", LEAST)
@pytest.mark.parametrize("foot", GRADIENTS.values())
def test_every_word_can_be_read_at_the_foot_of_a_gradient(name: str, role: str, foot: str) -> None:
    theme = load_theme(name)

    for _, ground in theme.ground:
        assert contrast(theme[role], blended(theme[foot], ground, GLOW)) >= LEAST[role]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1080, 1080), (3840, 1080)])
def test_an_image_fills_the_screen_without_being_stretched(size: tuple[int, int]) -> None:
    screen = Screen(*size)
    kind = Background(image=Image("hall.png", 400, 300), focus=(0.0, 1.0))
    (layer,) = kind.layers(Setting(screen, Screen(*size).safe, 0.0, ("zh",)))
    mark = layer.at(0.0)

    assert isinstance(mark, Picture)
    assert (mark.left, mark.top, mark.width, mark.height) == (0.0, 0.0, *size)
    left, top, width, height = mark.crop
    assert width * 400 / (height * 300) == pytest.approx(size[0] / size[1])
    assert left == 0.0
    assert top + height == pytest.approx(1.0)
    assert mark.opacity == pytest.approx(1.0 - DIM)


def test_a_slide_takes_the_background_of_the_show_or_its_own(tmp_path: Path) -> None:
    show = "background: {image: images/hall.png, dim: 0.9}\n"

    image = back(*opened(tmp_path / "a", show))
    gradient = back(*opened(tmp_path / "b", show, "background: {gradient: deep}\n"))
    foot = back(*opened(tmp_path / "c", show, "background: {motif: foot}\n"))

    assert isinstance(image, Picture)
    assert image.opacity == pytest.approx(0.1)
    assert isinstance(gradient, Area)
    assert isinstance(foot, Strokes)


def test_a_poster_has_only_a_background_of_its_own(tmp_path: Path) -> None:
    poster = "title: {zh: 始, en: Start}\nmain: {element: cover, words: {zh: 始, en: Start}}\n"
    image = "background: {image: images/hall.png}\n"

    plain = back(*opened(tmp_path / "a", image, poster))
    own = back(*opened(tmp_path / "b", image, poster + image))

    assert not isinstance(plain, Picture)
    assert isinstance(own, Picture)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("background: {}", "a background is empty"),
        ("background: {gradient: deep, motif: foot}", "has both gradient and motif"),
        ("background: {gradient: deep, dim: 0.5}", "only an image is dimmed"),
        ("background: {gradient: depe}", "deep"),
        ("background: {image: images/hal.png}", "images/hal.png"),
        ("background: {image: images/hall.png, dim: 2}", "has to be 1 or less"),
        ("background: hillside", "should be a map"),
    ],
)
def test_a_mistake_in_a_background_is_named(tmp_path: Path, written: str, said: str) -> None:
    found = errors(write(tmp_path, files(f"{written}\n", f"{written}\n")))

    for path in ("show.yaml", "slides/guests.yaml"):
        assert [said in str(each) for each in found if each.path == path] == [True]


def test_a_show_plays_on_without_a_background_that_is_wrong(tmp_path: Path) -> None:
    library = open_library(write(tmp_path, files("background: {image: images/none.png}\n")))

    assert library.show is not None
    assert library.show.background is None
    assert [problem.code for problem in library.problems()] == ["unknown-image"]
