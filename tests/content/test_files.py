"""Files: paths that lead astray, pipes, and how data files are decoded."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.files import inside, read_bytes, read_table_text, read_text, table_text
from kiosk.content.problem import CODES, ContentProblem


@pytest.fixture
def show(tmp_path: Path) -> Path:
    root = tmp_path / "show"
    (root / "images").mkdir(parents=True)
    (root / "images" / "map.png").write_bytes(b"x")
    (root / "show.yaml").write_text("a: 1")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "show2").mkdir()
    (tmp_path / "show2" / "a.txt").write_text("x")
    return root


def code(root: Path, name: str) -> str:
    with pytest.raises(ContentProblem) as caught:
        inside(root, name)
    assert caught.value.code in CODES
    return caught.value.code


@pytest.mark.parametrize("name", ["show.yaml", "images/map.png", "./images/map.png", "images//map.png"])
def test_a_file_within_the_folder_is_found(show: Path, name: str) -> None:
    assert inside(show, name).is_file()


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "images/../../secret.txt",
        "images/../show.yaml",
        "/etc/passwd",
        "~/x",
        "C:/x",
        "c:x",
        "//host/share/x",
    ],
)
def test_a_way_out_is_refused(show: Path, name: str) -> None:
    assert code(show, name) == "outside-folder"


@pytest.mark.parametrize(
    "name",
    ["", " ", "a\0b", "a\nb", "images\\map.png", "\\\\host\\share\\x", "CON", "con.png", "images/NUL.txt", "COM1",
     "lpt¹.x", "map.png.", "map.png ", "show.yaml:stream", "a*b", "x" * 300, "好" * 100, "\ud800"],
)  # fmt: skip
def test_a_name_that_not_every_system_has_is_refused(show: Path, name: str) -> None:
    assert code(show, name) == "bad-path"


def test_a_folder_is_no_file(show: Path) -> None:
    assert code(show, "images") == "missing-file"
    assert code(show, ".") == "missing-file"


def test_a_missing_file_names_its_likeness(show: Path) -> None:
    with pytest.raises(ContentProblem) as caught:
        inside(show, "images/mpa.png")

    assert caught.value.hint == 'did you mean "images/map.png"?'


def test_a_link_out_of_the_folder_is_refused(show: Path, tmp_path: Path) -> None:
    (show / "link.txt").symlink_to(tmp_path / "secret.txt")
    (show / "folder").symlink_to(tmp_path / "show2")

    assert code(show, "link.txt") == "outside-folder"
    assert code(show, "folder/a.txt") == "outside-folder"


def test_a_link_within_the_folder_is_followed(show: Path) -> None:
    (show / "link.png").symlink_to(show / "images" / "map.png")

    assert inside(show, "link.png") == (show / "images" / "map.png").resolve()


def test_a_link_to_itself_is_a_problem(show: Path) -> None:
    (show / "loop").symlink_to(show / "loop")

    assert code(show, "loop") == "missing-file"


def test_pipes_sockets_and_devices_are_neither_named_nor_waited_for(show: Path) -> None:
    os.mkfifo(show / "pipe")
    (show / "null").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(show)
        listener.bind("socket")
        os.chdir(here)

        assert code(show, "pipe") == "missing-file"
        assert code(show, "socket") == "missing-file"
        assert code(show, "null") == "outside-folder"
        for name in ("pipe", "socket", "null", "images", "nowhere"):
            with pytest.raises(ContentProblem):
                read_bytes(show / name, 100)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["..", "/", "\\", "images", "map.png", "\0", ".", "~", "C:", "CON", "x", " "])) | st.text()
)
def test_no_name_leads_out(show: Path, parts: list[str] | str) -> None:
    try:
        found = inside(show, "".join(parts))
    except ContentProblem:
        return

    assert Path(os.path.realpath(found)).is_relative_to(os.path.realpath(show))


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 101)

    assert len(read_bytes(path, 101)) == 101
    with pytest.raises(ContentProblem, match="larger"):
        read_bytes(path, 100)


def test_text_is_utf_8_with_or_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xef\xbb\xbf" + "甬".encode())
    assert read_text(path, 100) == "甬"

    path.write_bytes("甬".encode("gb18030"))
    with pytest.raises(ContentProblem) as caught:
        read_text(path, 100)
    assert caught.value.code == "encoding"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_decoded_as_programs_save_it(tmp_path: Path, coding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("月份,人次\n一月,1200\n".encode(coding))

    assert read_table_text(path, 1000) == "月份,人次\n一月,1200\n"


@pytest.mark.parametrize("data", [b"a\x00,\x00b\x00", b"\xff\xfe\x00", b"\xff\xff\xff", b"PK\x03\x04\x00\x00\xff"])
def test_what_is_no_text_is_no_table(data: bytes) -> None:
    with pytest.raises(ContentProblem) as caught:
        table_text(data)
    assert caught.value.code == "bad-data"
