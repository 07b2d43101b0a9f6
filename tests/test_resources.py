"""Where the program's files are found, in a checkout and in the executable."""

import sys
from pathlib import Path

import pytest

from kiosk.resources import assets, content, fonts


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an executable, with what is packed in `_internal`."""
    inside = tmp_path / "_internal"
    inside.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(inside), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kiosk"))
    return tmp_path


def test_a_checkout_holds_assets_and_content_side_by_side() -> None:
    assert assets().is_dir()
    assert content() == assets().parent / "content"


def test_the_executable_carries_its_assets_inside(packed: Path) -> None:
    assert assets() == packed / "_internal" / "assets"


def test_the_executable_plays_the_content_beside_it(packed: Path) -> None:
    (packed / "_internal" / "content").mkdir()
    (packed / "content").mkdir()

    assert content() == packed / "content"


def test_the_executable_plays_the_packed_content_if_none_is_beside_it(packed: Path) -> None:
    (packed / "_internal" / "content").mkdir()

    assert content() == packed / "_internal" / "content"


def test_the_executable_names_the_place_beside_it_if_there_is_no_content(packed: Path) -> None:
    assert content() == packed / "content"


def test_fonts_are_listed_in_a_fixed_order() -> None:
    assert fonts() == tuple(sorted(fonts()))
    assert len(fonts()) == 3
