"""What runs on each push and for each release: only what a person can run himself, with no more rights than it needs."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS: dict[str, Any] = {
    file.name: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yml"))
}
TARGETS = set(re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split())  # type: ignore[index]
SYSTEM = {"apt-get", "git"}
"""What prepares a machine that is thrown away afterwards."""


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, workflow in WORKFLOWS.items():
        for name, job in workflow["jobs"].items():
            yield f"{file}, {name}", job


def steps() -> list[tuple[str, dict[str, Any]]]:
    return [(where, step) for where, job in jobs() for step in job["steps"]]


def commands() -> list[tuple[str, str]]:
    lines = [(where, line) for where, step in steps() if "run" in step for line in step["run"].strip().splitlines()]
    return [(where, command) for where, line in lines for command in line.split(" && ")]


@pytest.mark.parametrize(("where", "command"), commands())
def test_each_line_is_a_target_or_a_script_that_is_there(where: str, command: str) -> None:
    name, *arguments = shlex.split(command)

    if name == "make":
        assert set(arguments) <= TARGETS
    elif name not in SYSTEM:
        script = ROOT / name
        assert script.is_file(), f"{where}: {command}"
        assert name.endswith(".ps1") or os.access(script, os.X_OK), f"{where}: {command}"


def test_only_actions_of_the_platform_itself_are_used_in_a_version_that_is_named() -> None:
    used = [step["uses"] for _, step in steps() if "uses" in step]

    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


def test_only_the_job_that_publishes_may_write() -> None:
    assert {workflow["permissions"]["contents"] for workflow in WORKFLOWS.values()} == {"read"}
    assert [where for where, job in jobs() if "permissions" in job] == ["release.yml, publish"]


def test_no_job_runs_for_ever_or_keeps_the_right_to_write() -> None:
    for where, job in jobs():
        assert 0 < job["timeout-minutes"] <= 30, where
    for where, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False, where


def test_nothing_is_published_that_was_not_tried() -> None:
    job = WORKFLOWS["release.yml"]["jobs"]

    assert set(job["publish"]["needs"]) == set(job) - {"publish"}
    assert "refs/tags/" in job["publish"]["if"]


@pytest.mark.parametrize(("tag", "status"), [("v{}", 0), ("{}", 1), ("v{}.1", 1), ("", 1)])
def test_a_tag_that_is_not_the_version_stops_a_release(tag: str, status: int) -> None:
    version = re.search(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version is not None

    done = subprocess.run(
        [ROOT / "packaging" / "tag_is_version.sh", tag.format(version[1])], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.count("\n")) == (status, status)
