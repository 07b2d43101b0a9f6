"""Films on the stage: the right frame for every instant, and what happens when the decoder fails."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk.marks import Film
from kiosk.qt import reel as module
from kiosk.qt.items.film import FilmItem
from kiosk.qt.reel import AHEAD, Reel
from kiosk.resources import assets
from tests.qt.hall import THEME, difference, painted, pixels

LIGHTS = assets() / "gallery" / "images" / "lights.mp4"
MARK = Film(str(LIGHTS), 0.0, 0.0, 320.0, 180.0)


@pytest.fixture
def reel() -> Iterator[Reel]:
    made = Reel(str(LIGHTS), 320, 180)
    yield made
    made.close()


def exact(reel: Reel, number: int) -> QImage:
    image = reel.frame(number, patient=True)
    assert image is not None
    return image.copy()


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10.0
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def test_frames_differ_and_are_the_same_each_time(reel: Reel) -> None:
    forwards = [exact(reel, number) for number in (0, 1, 30, 149)]
    backwards = [exact(reel, number) for number in (149, 30, 1, 0)]

    assert forwards == list(reversed(backwards))
    assert difference(pixels(forwards[0]), pixels(forwards[2])).max() > 60


def test_a_frame_that_was_leapt_to_is_the_one_that_was_played_to(reel: Reel) -> None:
    played = [exact(reel, number) for number in range(100)][99]
    other = Reel(str(LIGHTS), 320, 180)

    leapt = exact(other, 99)

    assert np.abs(pixels(played).astype(int) - pixels(leapt)).max() <= 2
    other.close()


def test_beyond_the_end_stands_the_last_frame(reel: Reel) -> None:
    last = exact(reel, 149)

    assert exact(reel, 400) == last


def test_only_a_few_frames_wait_decoded(reel: Reel) -> None:
    exact(reel, 0)
    wait_for(lambda: len(reel._ready) == AHEAD)
    time.sleep(0.1)

    assert len(reel._ready) == AHEAD


def test_who_is_not_patient_gets_the_latest_frame_there_is_at_once(reel: Reel) -> None:
    begun = time.monotonic()
    first = reel.frame(0)

    assert time.monotonic() - begun < 0.5
    assert first is None or first.width() == 320
    wait_for(lambda: reel.frame(3) is not None and reel._shown is not None and reel._shown[0] == 3)


def test_when_the_decoder_dies_the_last_good_frame_stays(reel: Reel) -> None:
    kept = exact(reel, 2)
    assert reel._process is not None
    reel._process.kill()
    reel._process.wait()
    wait_for(lambda: reel._is_over)

    assert [reel.frame(number, patient=True) for number in range(3, 3 + 3 * AHEAD)][-1] is not None
    assert kept.width() == 320


def test_a_file_that_cannot_be_decoded_shows_nothing_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(LIGHTS.read_bytes()[:2000])
    reel = Reel(str(bad), 320, 180)

    begun = time.monotonic()
    assert reel.frame(0, patient=True) is None
    assert time.monotonic() - begun < 5.0
    reel.close()


def test_without_a_decoder_nothing_is_shown_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "decoder", lambda: None)

    assert Reel(str(LIGHTS), 320, 180).frame(0, patient=True) is None
    assert "ffmpeg" in caplog.text


def test_a_patient_item_shows_the_very_frame() -> None:
    pictures = []
    for frame in (0, 60):
        item = FilmItem(THEME)
        item.show_mark(replace(MARK, frame=frame))
        item.wait()
        pictures.append(painted(replace(MARK, frame=frame), item=item))

    assert difference(pictures[0], painted()).max() > 60
    assert difference(pictures[0], pictures[1]).max() > 60


def test_a_crop_shows_that_part_of_the_film_alone() -> None:
    whole, part = FilmItem(THEME), FilmItem(THEME)
    for item, mark in ((whole, MARK), (part, replace(MARK, crop=(0.5, 0.5, 0.5, 0.5)))):
        item.show_mark(mark)
        item.wait()

    corner = painted(MARK, item=whole)[90:, 160:]
    shown = painted(replace(MARK, crop=(0.5, 0.5, 0.5, 0.5)), item=part)[::2, ::2]
    assert np.abs(corner.mean(axis=(0, 1)) - shown.mean(axis=(0, 1))).max() < 6


def test_an_item_that_is_given_up_takes_its_decoder_along() -> None:
    item = FilmItem(THEME)
    item.show_mark(MARK)
    assert item._reel is not None
    process = item._reel._process
    assert process is not None

    del item

    wait_for(lambda: process.poll() is not None)
