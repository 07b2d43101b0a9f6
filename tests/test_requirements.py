"""The lock of all packages: complete, hashed, in step with pyproject.toml, and the same wherever packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS: dict[str, str] = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, flags=re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = (
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["dev"],
)


@pytest.mark.parametrize("text", WANTED)
def test_what_the_project_asks_for_is_pinned_to_a_version_it_accepts(text: str) -> None:
    wanted = Requirement(text)

    pinned = PINS.get(re.sub(r"[-_.]+", "-", wanted.name).lower(), "nothing: run `make lock`")

    assert wanted.specifier.contains(pinned), f"{text} is pinned to {pinned}"


def test_every_pin_has_a_hash() -> None:
    entries = [entry for entry in re.split(r"^(?=[a-z])", LOCK, flags=re.MULTILINE) if "==" in entry]

    assert len(entries) == len(PINS)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_registry_is_named() -> None:
    assert re.findall(r"://|--(?:extra-)?index|--find-links|@", LOCK) == []
