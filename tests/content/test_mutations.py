"""Files of a show with slips of the pen in them: whatever an author writes, a check names it and never fails itself."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.content.library import open_library, slide_path
from kiosk.resources import content
from kiosk.screen import Screen
from tests.content.sample import FILES, write

SHIPPED = tuple(sorted(path.stem for path in (content() / "slides").glob("*.yaml")))
SIGNS = ["\t", "\n", "  ", ":", "：", ": ", ",", "，", "- ", "[", "]", "{", "}", '"', "“", "'", "#", "*a", "&a ", "!!str ",
         "<<: ", "|", "> ", "%", "@", "---\n", "~", "null", "true", "no", "0", "-1", "1e999", "9" * 30, "1/0", ".nan", "万",
         "🚀", "\u202e", "\0", "../", "字" * 600, "x: ", "zh: ", "en", "[]", "{}"]  # fmt: skip


@st.composite
def mutations(draw: st.DrawFn, text: str) -> str:
    """A text after one to three slips: something typed, left out, or written twice."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 12)))
        text = text[:at] + draw(st.sampled_from(["", text[at:end] * 2, *SIGNS])) + text[end:]
    return text


@pytest.fixture(scope="module")
def shipped() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(content(), Path(folder) / "content"))


@pytest.fixture(scope="module")
def small() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield write(Path(folder))


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_check_survives_every_slip_of_the_pen(small: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = data.draw(mutations(FILES[name]))
    write(small, {name: text.encode("utf-8", "surrogatepass")})

    assert main(["check", str(small)]) in (0, 1)
    assert main(["check", "--format", "json", str(small)]) in (0, 1)


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_slide_of_any_kind_survives_every_slip_of_the_pen(shipped: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(SHIPPED))
    file = shipped / slide_path(name)
    original = (content() / slide_path(name)).read_text("utf-8")
    file.write_bytes(data.draw(mutations(original)).encode("utf-8", "surrogatepass"))
    library = open_library(shipped)

    try:
        slide = library.slide(name) if name in library.ids() else None
        if slide is not None and library.show is not None:
            for language in library.show.languages:
                library.show.place(slide, Screen(1920, 1080), language)
    finally:
        file.write_text(original, "utf-8")


@given(text=st.binary(max_size=200))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_check_survives_any_bytes(small: Path, name: str, text: bytes) -> None:
    write(small, {name: text})

    assert main(["check", str(small)]) in (0, 1)
