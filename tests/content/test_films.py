"""Films: found, measured and refused by what the decoder says of them."""

from pathlib import Path

import pytest

from kiosk.content import films
from kiosk.content.check import check_show
from kiosk.content.films import read_footage
from kiosk.content.problem import ContentProblem, Problem
from kiosk.footage import Footage, decoder
from kiosk.resources import assets
from tests.content.sample import write

LIGHTS = assets() / "gallery" / "images" / "lights.mp4"
SLIDE = "title: {zh: 片, en: Film}\nmain: {element: film, film: images/tour.mp4}\n"


def refusal(path: Path) -> ContentProblem:
    with pytest.raises(ContentProblem) as caught:
        read_footage(path)
    return caught.value


def problems(folder: Path, film: bytes | None) -> list[Problem]:
    write(folder, {"slides/guests.yaml": SLIDE, "images/tour.mp4": film})
    return [problem for problem in check_show(folder) if problem.severity == "error"]


def test_a_film_is_measured() -> None:
    found = read_footage(LIGHTS)

    assert (found.width, found.height) == (960, 540)
    assert found.seconds == pytest.approx(6.0, abs=0.05)
    assert found.frames == 150


def test_a_good_film_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, LIGHTS.read_bytes()) == []


def test_a_film_that_is_not_there_is_named(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, None)

    assert (found.path, found.line, found.code) == ("slides/guests.yaml", 2, "missing-file")
    assert "tour.mp4" in found.message


@pytest.mark.parametrize(
    "data",
    [b"", b"#EXTM3U\n/etc/passwd\n", b"ffconcat version 1.0\nfile /etc/passwd\n", b"\x89PNG\r\n\x1a\n" + bytes(64)],
)
def test_what_is_no_film_never_reaches_the_decoder(
    tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "_asked", lambda *_: pytest.fail("the decoder was asked"))

    (found,) = problems(tmp_path, data)

    assert (found.line, found.code) == (2, "bad-film")
    assert "MP4" in found.hint


def test_a_film_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, LIGHTS.read_bytes()[:900])

    assert found.code == "bad-film"
    assert "damaged" in found.message


def test_without_a_decoder_the_remedy_is_named_and_the_rest_plays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "decoder", lambda: None)
    films_of_before = problems(tmp_path, LIGHTS.read_bytes() + b" ")

    (found,) = films_of_before
    assert found.code == "no-decoder"
    assert "ffmpeg" in found.hint


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Duration: 00:20:00.00, Stream #0:0: Video: h264, yuv420p, 1280x720, 25 fps", "too-long"),
        ("Duration: 00:00:05.00, Stream #0:0: Video: h264, yuv420p, 7680x4320, 25 fps", "bad-film"),
        ("Duration: 00:00:00.04, Stream #0:0: Video: h264, yuv420p, 1280x720, 25 fps", "bad-film"),
        ("Duration: N/A, Stream #0:0: Video: h264, yuv420p, 1280x720, 25 fps", "bad-film"),
        ("Duration: 00:00:05.00, Stream #0:0: Audio: aac, 48000 Hz", "bad-film"),
        ("", "bad-film"),
    ],
)
def test_films_that_cannot_be_shown_are_refused(told: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(films, "_asked", lambda *_: told)

    assert refusal(LIGHTS).code == code


def test_a_film_of_a_telephone_held_upright_is_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "Duration: 00:00:05.00, Stream #0:0(und): Video: h264 (High), yuv420p(tv, bt709), 1920x1080 [SAR 1:1], 30 fps\n"
        "displaymatrix: rotation of -90.00 degrees"
    )
    monkeypatch.setattr(films, "_asked", lambda *_: told)

    found = read_footage(LIGHTS)

    assert (found.width, found.height) == (1080, 1920)


def test_a_decoder_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "ffmpeg"
    script.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(films, "decoder", lambda: str(script))
    monkeypatch.setattr(films, "PATIENCE", 0.2)

    assert refusal(LIGHTS).code == "bad-film"


def test_there_is_a_decoder_here() -> None:
    assert decoder() is not None
    assert Footage("a.mp4", 10, 10, 0.01).frames == 1
