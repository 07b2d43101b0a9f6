"""What the program tells of itself: version and origin, in a checkout and in the executable."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kiosk
from kiosk.about import about, commit, read_record, told_of_build
from kiosk.cli import main
from tests.scripts import load_script

ROOT = Path(__file__).parents[1]
RECORD = {
    "version": "0.1.0",
    "date": "2026-11-25",
    "commit": "a58b1e1d0a",
    "versions": {"Python": "3.11.7", "Qt": "6.11.3"},
}


SCRIPT = load_script("packaging/build_info.py")


def git(folder: Path, *arguments: str) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    when = {"GIT_AUTHOR_DATE": "@86400 +0000", "GIT_COMMITTER_DATE": "@86400 +0000"}
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **who, **when}
    subprocess.run(["git", "-C", str(folder), *arguments], env=environment, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "file").write_text("one")
    git(tmp_path, "add", "file")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    return tmp_path


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == kiosk.__version__


def test_a_checkout_says_that_it_is_one_and_what_it_runs_with() -> None:
    first, second = about().splitlines()

    assert first.startswith(f"kiosk {kiosk.__version__} (checkout")
    for name in ("Python", "Qt", "pyqtgraph", "numpy"):
        assert f"{name} " in second


def test_an_executable_tells_what_it_was_built_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "build.json").write_text(json.dumps(RECORD))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert about().splitlines() == [
        f"kiosk {kiosk.__version__}, built 2026-11-25 from a58b1e1d0a",
        "with Python 3.11.7, Qt 6.11.3",
    ]


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"versions": 3}', '{"date": ""}'])
def test_the_version_is_told_even_if_the_record_is_damaged(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "build.json").write_text(text)

    assert told_of_build(read_record(tmp_path / "build.json")) == f"kiosk {kiosk.__version__}"


def test_the_option_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])

    assert left.value.code == 0
    assert capsys.readouterr().out == f"{about()}\n"


# Builds


def test_a_commit_is_marked_where_files_were_changed_since(repository: Path) -> None:
    clean = commit(repository)
    (repository / "file").write_text("two")

    assert len(clean) == 10
    assert commit(repository) == f"{clean}, changed"


@pytest.mark.parametrize("made", ["empty", "without history"])
def test_a_folder_without_history_has_no_commit(tmp_path: Path, made: str) -> None:
    if made == "without history":
        git(tmp_path, "init", "--quiet")

    assert commit(tmp_path) == ""


def test_without_git_there_is_no_commit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert commit(repository) == ""


def test_the_same_commit_is_recorded_the_same(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SCRIPT, "checkout", lambda: repository)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    for name in ("a", "b"):
        SCRIPT.write_build(repository / name)

    record = json.loads((repository / "a" / "build.json").read_text())
    assert (repository / "a" / "build.json").read_bytes() == (repository / "b" / "build.json").read_bytes()
    assert (record["date"], record["commit"]) == ("1970-01-02", commit(repository))
    assert record["versions"]["numpy"] in about()


def test_the_day_of_a_build_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")

    assert SCRIPT.build_date() == "2026-11-25"
