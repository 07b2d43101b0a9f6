"""The drawn illustrations: the files are what the script draws, in two inks, standing on the shelf."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.theme import load_theme
from tests.scripts import ROOT, load_script

IMAGES = ROOT / "content" / "images"


SCRIPT = load_script("packaging/draw_illustrations.py")
FILES: dict[str, str] = {
    f"{name}{ending}": ground for name in SCRIPT.DRAWINGS for ground, ending in SCRIPT.GROUNDS.items()
}
"""The theme of every file that the script writes."""


def pixels(path: Path) -> np.ndarray:
    """Red, green, blue and alpha by row and column, 0 to 255."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def inked(picture: np.ndarray, color: str) -> int:
    """How many opaque pixels have a colour."""
    well = QColor(color)
    same = (picture[..., :3] == (well.red(), well.green(), well.blue())).all(axis=2)
    return int((same & (picture[..., 3] == 255)).sum())


@pytest.fixture(scope="module")
def redrawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("redrawn")
    SCRIPT.draw(folder)
    return folder


def test_every_drawing_has_its_files_and_there_are_no_others() -> None:
    assert {path.name for path in IMAGES.glob("*.png")} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_drawing_is_a_small_png_with_a_transparent_ground(name: str) -> None:
    path = IMAGES / name
    image = QImage(str(path))

    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size < 60_000
    assert (image.width(), image.height()) == (1080, 900)
    assert image.hasAlphaChannel()


@pytest.mark.parametrize(("name", "ground"), FILES.items())
def test_a_drawing_has_much_cool_and_one_warm_idea(name: str, ground: str) -> None:
    theme = load_theme(ground)
    picture = pixels(IMAGES / name)

    cool, warm = inked(picture, theme["cool"]), inked(picture, theme["warm"])

    assert warm > 1_000
    assert cool > warm


@pytest.mark.parametrize("name", FILES)
def test_a_drawing_stands_on_the_shelf_and_touches_no_other_edge(name: str) -> None:
    alpha = pixels(IMAGES / name)[..., 3]

    assert (alpha[-3:] > 128).any()
    assert not alpha[0].any()
    assert not alpha[:, 0].any()
    assert not alpha[:, -1].any()


def test_drawing_again_gives_the_same_bytes(redrawn: Path, tmp_path: Path) -> None:
    SCRIPT.draw(tmp_path)

    assert [name for name in FILES if (tmp_path / name).read_bytes() != (redrawn / name).read_bytes()] == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_the_script_draws(redrawn: Path, name: str) -> None:
    kept, fresh = pixels(IMAGES / name), pixels(redrawn / name)

    assert (np.abs(kept - fresh).max(axis=2) > 64).mean() < 0.0001
