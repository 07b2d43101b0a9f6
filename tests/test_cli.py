"""The command line as others rely on it: what each command writes, and its exit status."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.charts import CHARTS
from kiosk.cli import folder_of, main
from kiosk.elements import ELEMENTS
from tests.content.sample import changed, write

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "shows" / "small"
PROBLEM_KEYS = ["path", "line", "column", "severity", "code", "message", "hint"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
BARE = {name: value for name, value in ENVIRONMENT.items() if name != "QT_QPA_PLATFORM"}


def kiosk(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, run without a display."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=cwd,
        env={**BARE, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def complaint(done: subprocess.CompletedProcess[str], status: int = 2) -> str:
    """The one line that a failed call says."""
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def broken(folder: Path) -> Path:
    return write(folder, changed("slides/firms.yaml", "metric: firms", "metric: frims"))


def size_of(file: Path) -> tuple[int, int]:
    image = QImage(str(file))
    return image.width(), image.height()


# Bad usage.


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("dance",),
        ("doctor", "--format", "xml"),
        ("check", "--format", "xml"),
        ("check", "a", "b"),
        ("check", "--colour"),
        ("run", "--size", "big"),
        ("run", "--size", "1x1"),
        ("run", "--size", "99999x99999"),
        ("run", "--screen", "first"),
        ("export",),
        ("export", "a", "b", "c"),
        ("export", "--at", "-1", "out/"),
        ("export", "--at", "nan", "out/"),
        ("export", "--fps", "0", "out/"),
        ("export", "--fps", "²", "out/"),
        ("gallery",),
        ("gallery", "a", "b"),
        ("gallery", "--at", "-1", "out/"),
        ("new",),
        ("bench", "--format", "xml"),
        ("schema", "a\nb"),
    ],
)
def test_bad_usage_is_one_line(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        sys.exit(main(arguments))

    said = capsys.readouterr()
    assert (left.value.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("kiosk")


def test_bad_usage_ends_the_program() -> None:
    complaint(kiosk("dance"))


def test_help_lists_every_command_there_is() -> None:
    done = kiosk("--help")

    assert done.returncode == 0
    names = ["run", "check", "export", "gallery", "schema", "new", "licences", "bench", "doctor"]
    assert [name for name in names if f" {name} " in done.stdout] == names


def test_the_version_is_told() -> None:
    assert kiosk("--version").stdout.startswith("kiosk 0.")


# check


def test_a_good_show_checks_clean() -> None:
    done = kiosk("check", SMALL)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_check_names_place_code_message_and_hint(tmp_path: Path) -> None:
    done = kiosk("check", broken(tmp_path))

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        'slides/firms.yaml:5:11: error unknown-metric unknown metric "frims" (did you mean "firms"?)',
    ]


def test_a_check_for_programs_has_exactly_the_agreed_keys(tmp_path: Path) -> None:
    done = kiosk("check", "--format", "json", broken(tmp_path))

    problems = json.loads(done.stdout)
    assert done.returncode == 1
    assert [list(problem) for problem in problems] == [PROBLEM_KEYS]
    assert {key: problems[0][key] for key in ("path", "line", "column", "severity", "code")} == {
        "path": "slides/firms.yaml",
        "line": 5,
        "column": 11,
        "severity": "error",
        "code": "unknown-metric",
    }


def test_warnings_alone_leave_a_show_sound(tmp_path: Path) -> None:
    done = kiosk("check", "--format", "json", write(tmp_path, {"slides/spare.yaml": "title: x"}))

    assert [problem["severity"] for problem in json.loads(done.stdout)] == ["warning"]
    assert done.returncode == 0


def test_a_sound_show_is_an_empty_list_for_programs() -> None:
    assert json.loads(kiosk("check", "--format", "json", SMALL).stdout) == []


def test_a_folder_that_is_no_show_fails(tmp_path: Path) -> None:
    done = kiosk("check", tmp_path / "lost")

    assert done.returncode == 1
    assert done.stdout.startswith("show.yaml:1:1: error missing-file there is no folder")


def test_left_out_the_show_is_the_shipped_one() -> None:
    here, named = kiosk("check"), kiosk("check", ROOT / "content")

    assert (here.returncode, here.stdout) == (named.returncode, named.stdout)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "gbk"])
def test_a_terminal_that_lacks_characters_gets_signs_in_their_place(tmp_path: Path, encoding: str) -> None:
    folder = write(tmp_path, changed("slides/firms.yaml", "layout: full", "layout: 满🚀"))

    for style in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "check", "--format", style, str(folder)],
            cwd=ROOT,
            env={**BARE, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
        assert style == "text" or json.loads(done.stdout)[0]["code"] == "bad-value"


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m kiosk schema | head -c 1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("{", "")


# gallery


def test_the_gallery_gets_one_picture_for_each_kind_named_after_it(tmp_path: Path) -> None:
    done = kiosk("gallery", f"{tmp_path}/out/", "--size", "160x90", "--lang", "en", "--theme", "light")

    assert done.returncode == 0, done.stderr
    assert {path.stem for path in (tmp_path / "out").iterdir()} == CHARTS.keys() | ELEMENTS.keys()
    assert {size_of(path) for path in (tmp_path / "out").iterdir()} == {(160, 90)}


def test_what_cannot_be_made_of_the_gallery_is_bad_usage(tmp_path: Path) -> None:
    assert "ending" in complaint(kiosk("gallery", tmp_path / "gallery.pdf.txt"))
    assert "no language" in complaint(kiosk("gallery", f"{tmp_path}/out/", "--lang", "fr"))


def test_the_word_gallery_names_the_show_that_comes_along_unless_there_is_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = folder_of(Path("gallery"))
    (tmp_path / "gallery").mkdir()

    assert (named / "show.yaml").is_file()
    assert folder_of(Path("gallery")) == Path("gallery")


# export


def test_a_folder_gets_one_picture_for_each_slide(tmp_path: Path) -> None:
    done = kiosk("export", SMALL, f"{tmp_path}/out/", "--size", "640x360")

    pictures = sorted((tmp_path / "out").iterdir())
    assert done.returncode == 0, done.stderr
    assert [path.name for path in pictures] == ["01-growth.png", "02-rnd.png", "03-patents.png"]
    assert {size_of(path) for path in pictures} == {(640, 360)}
    assert done.stderr == ""


def test_a_picture_file_gets_the_whole_show_as_a_contact_sheet(tmp_path: Path) -> None:
    done = kiosk("export", SMALL, tmp_path / "deep" / "sheet.PNG", "--size", "640x360")

    width, height = size_of(tmp_path / "deep" / "sheet.PNG")
    assert done.returncode == 0, done.stderr
    assert width > 640
    assert height > 360


def test_a_single_slide_fills_its_picture(tmp_path: Path) -> None:
    done = kiosk("export", SMALL, tmp_path / "rnd.png", "--slide", "rnd", "--size", "320x180")

    assert done.returncode == 0, done.stderr
    assert size_of(tmp_path / "rnd.png") == (320, 180)


def test_instant_and_language_make_a_difference(tmp_path: Path) -> None:
    def picture(name: str, *options: str) -> QImage:
        file = tmp_path / f"{name}.png"
        assert kiosk("export", SMALL, file, "--slide", "growth", "--size", "640x360", *options).returncode == 0
        return QImage(str(file))

    final = picture("final")

    assert picture("again") == final
    assert picture("zh", "--lang", "zh") == final
    assert picture("late", "--at", "999") == final
    assert picture("begin", "--at", "0.2") != final
    assert picture("en", "--lang", "en") != final
    assert picture("light", "--theme", "light") != final


@pytest.mark.parametrize("ending", [".pdf", ".mp4", ".gif", ".PDF"])
def test_what_this_version_cannot_write_is_said(tmp_path: Path, ending: str) -> None:
    assert "not available" in complaint(kiosk("export", SMALL, tmp_path / f"show{ending}"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("show.jpg",),
        ("out/", "--slide", "lost"),
        ("out/", "--lang", "fr"),
        ("out/", "--theme", "pink"),
        (str(SMALL),),
    ],
)
def test_what_cannot_be_exported_is_bad_usage(tmp_path: Path, arguments: Sequence[str]) -> None:
    complaint(kiosk("export", SMALL, *arguments, cwd=tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_a_show_named_as_the_target_is_not_written_into() -> None:
    assert "is a show itself" in complaint(kiosk("export", SMALL))


@pytest.mark.parametrize("out", ["file/out/", "file/sheet.png", "file/"])
def test_a_target_that_cannot_be_written_fails(tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("in the way")

    assert "file" in complaint(kiosk("export", SMALL, out, "--size", "320x180", cwd=tmp_path), 1)


def test_bad_slides_are_named_and_the_others_exported(tmp_path: Path) -> None:
    done = kiosk("export", broken(tmp_path / "show"), f"{tmp_path}/out/", "--size", "320x180")

    assert done.returncode == 1
    assert "slides/firms.yaml:5:11: error" in done.stderr
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["01-guests.png", "02-months.png"]


def test_a_bad_slide_is_no_matter_of_the_one_that_is_wanted(tmp_path: Path) -> None:
    done = kiosk("export", broken(tmp_path / "show"), tmp_path / "a.png", "--slide", "guests", "--size", "320x180")

    assert done.returncode == 0


def test_a_show_that_cannot_be_opened_is_not_exported(tmp_path: Path) -> None:
    done = kiosk("export", tmp_path, tmp_path / "sheet.png")

    assert (done.returncode, (tmp_path / "sheet.png").exists()) == (1, False)
    assert "show.yaml:1:1: error missing-file" in done.stderr


def test_a_terminal_sees_how_far_a_long_export_is(tmp_path: Path) -> None:
    main_end, other_end = pty.openpty()
    arguments = ["export", str(SMALL), f"{tmp_path}/out/", "--size", "320x180"]
    done = subprocess.run([sys.executable, "-m", "kiosk", *arguments], cwd=ROOT, env=BARE, stderr=other_end, check=True)
    os.close(other_end)

    seen = os.read(main_end, 4096).decode()
    os.close(main_end)
    assert done.returncode == 0
    assert [each for each in ("1/3 growth", "2/3 rnd", "3/3 patents\r\n") if each not in seen] == []


# new, schema, bench, run


def test_a_new_show_checks_clean_and_can_be_exported(tmp_path: Path) -> None:
    made = kiosk("new", tmp_path / "show")

    assert made.returncode == 0
    assert [Path(line).is_file() for line in made.stdout.splitlines()] == [True] * 5
    checked = kiosk("check", tmp_path / "show")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert kiosk("export", tmp_path / "show", f"{tmp_path}/out/", "--size", "320x180").returncode == 0


@pytest.mark.parametrize("name", ["show.yaml", "data/visitors.csv", "slides/months.yaml"])
def test_a_new_show_writes_over_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")

    assert name in complaint(kiosk("new", tmp_path), 1)

    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "show").mkdir()
    (tmp_path / "show" / "show.yaml").symlink_to(tmp_path / "elsewhere")

    complaint(kiosk("new", tmp_path / "show"), 1)

    assert not (tmp_path / "elsewhere").exists()
    assert len(list((tmp_path / "show").iterdir())) == 1


def test_a_new_show_needs_a_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    complaint(kiosk("new", tmp_path / "file"), 1)


def test_the_schema_is_json() -> None:
    done = kiosk("schema")

    assert done.returncode == 0
    assert json.loads(done.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_bench_measures_every_slide() -> None:
    done = kiosk("bench", SMALL, "--format", "json", "--size", "640x360")

    result = json.loads(done.stdout)
    summary = {"frames", "median_ms", "p99_ms", "worst_ms", "dropped"}
    assert done.returncode == 0, done.stderr
    assert [each["slide"] for each in result["slides"]] == ["growth", "rnd", "patents"]
    assert {frozenset(each) for each in result["slides"]} == {frozenset({"slide", *summary})}
    assert set(result["all"]) == summary
    assert result["cpu_seconds_per_minute"] > 0.0
    assert result["memory_mb"] > 0.0


def test_a_bench_of_no_show_fails(tmp_path: Path) -> None:
    assert kiosk("bench", tmp_path).returncode == 1


def test_a_bench_in_a_language_that_the_show_lacks_is_bad_usage() -> None:
    complaint(kiosk("bench", SMALL, "--lang", "fr"))


def test_the_doctor_tells_programs_exactly_the_agreed_keys() -> None:
    done = kiosk("doctor", SMALL, "--format", "json")

    found = json.loads(done.stdout)
    assert {frozenset(each) for each in found} == {frozenset({"subject", "verdict", "message", "remedy"})}
    assert {each["verdict"] for each in found} <= {"good", "note", "warning", "fault"}
    assert done.returncode == any(each["verdict"] == "fault" for each in found)
    assert done.stderr == ""


def test_the_doctor_says_what_to_do_about_a_folder_that_is_no_show(tmp_path: Path) -> None:
    done = kiosk("doctor", tmp_path / "lost")

    assert done.returncode == 1
    assert "there is no folder" in done.stdout
    assert "what to do, the gravest first" in done.stdout
    assert "playing on this machine" in done.stdout.splitlines()[-1]
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_a_run_says_so_and_fails() -> None:
    assert "display" in complaint(kiosk("run", SMALL), 1)


@pytest.mark.parametrize(
    "arguments", [("--start", "lost"), ("--lang", "fr"), ("--theme", "pink"), ("--screen", "9"), ("--screen", "0")]
)
def test_a_run_that_cannot_be_as_asked_is_bad_usage(arguments: Sequence[str]) -> None:
    complaint(kiosk("run", SMALL, "--once", *arguments, QT_QPA_PLATFORM="offscreen"))


def test_a_run_with_nothing_to_play_fails(tmp_path: Path) -> None:
    write(tmp_path, {f"slides/{name}.yaml": "title: 1" for name in ("guests", "months", "firms")})
    done = kiosk("run", tmp_path, "--once", "--windowed", "--speed", "20", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_one_pass_of_a_show_ends_well(tmp_path: Path) -> None:
    done = kiosk("run", SMALL, "--once", "--windowed", "--speed", "20", QT_QPA_PLATFORM="offscreen")

    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
