"""Which file a picture is read from, and how a photograph is turned."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from kiosk.content.images import image_size
from kiosk.image import drifted
from kiosk.marks import Picture
from kiosk.qt.items import picture as module
from kiosk.qt.items.picture import for_theme, read_image
from kiosk.theme import load_theme


@pytest.fixture
def car(tmp_path: Path) -> Path:
    path = tmp_path / "car.png"
    path.touch()
    return path


def test_a_light_ground_takes_the_file_for_light_grounds(car: Path) -> None:
    light = car.with_name("car.light.png")
    light.touch()

    assert for_theme(str(car), load_theme("light")) == str(light)
    assert for_theme(str(car), load_theme("dark")) == str(car)
    assert for_theme(str(car), load_theme("dark"), is_on_paper=True) == str(light)


def test_a_light_ground_takes_the_one_file_there_is(car: Path) -> None:
    assert for_theme(str(car), load_theme("light")) == str(car)


@pytest.mark.parametrize("width", [100, 1000])
def test_a_photograph_lying_on_its_side_is_shown_upright(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    stored, turned = tmp_path / "stored.jpg", tmp_path / "turned.jpg"
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(stored))
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    data = stored.read_bytes()
    turned.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])

    shown = read_image(str(turned), width, 2 * width)

    assert image_size(turned) == (200, 400)
    assert shown.width() / shown.height() == 0.5
    assert shown.width() == min(width, 200)


def test_a_picture_that_drifts_is_read_from_its_file_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.png"
    QImage(400, 200, QImage.Format.Format_RGB32).save(str(file))
    reads: list[tuple[int, int]] = []

    def read(name: str, width: int, height: int) -> QPixmap:
        reads.append((width, height))
        return read_image(name, width, height)

    monkeypatch.setattr(module, "read_image", read)
    item = module.PictureItem(load_theme("dark"))
    still = Picture(str(file), 0.0, 0.0, 800.0, 400.0)
    for progress in (0.0, 0.3, 1.0):
        item.show_mark(drifted(still, "nearer", (0.5, 0.5), progress))

    assert reads == [(870, 435)]
