"""Manuscripts: the YAML files of a show, as their author left them."""

import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files import inside, read_bytes
from kiosk.content.problem import ContentProblem, Problem
from kiosk.content.tree import MAX_BYTES, Tree, read_tree

NAME = re.compile(r"^[\"']?([^\s\"'#:：{}\[\]-][^\"':：\n]*)[\"']?\s*[:：]", re.MULTILINE)


@dataclass(frozen=True)
class Manuscript:
    """One file. `tree` is None where it cannot be read in full; `problems` then say why."""

    path: str
    tree: Tree | None
    problems: tuple[Problem, ...]
    text: str = ""

    def names(self) -> dict[str, int]:
        """What seem to be the keys of the outermost map, and their lines: a guess for a file that cannot be read."""
        found = {match[1].strip(): self.text.count("\n", 0, match.start()) + 1 for match in NAME.finditer(self.text)}
        return {name: line for name, line in found.items() if name}


def read_manuscript(folder: Path, path: str) -> Manuscript:
    """The file at `path`, written with `/`, in the folder of a show; whatever it is, nothing is raised."""
    try:
        source = read_bytes(inside(folder, path), MAX_BYTES)
    except ContentProblem as problem:
        return Manuscript(path, None, (problem.at(path),))
    tree, problems = read_tree(source, path)
    return Manuscript(path, tree, problems, "" if tree else source.decode("utf-8", "replace"))


def yaml_files(folder: Path, name: str) -> tuple[str, ...]:
    """The paths of all YAML files in one folder of a show, in order; those that editors and systems hide are passed over.

    Raises ContentProblem where the folder is there but cannot be listed.
    """
    try:
        names = sorted(entry.name for entry in (folder / name).iterdir() if entry.suffix in {".yaml", ".yml"})
    except FileNotFoundError:
        return ()
    except OSError:
        raise ContentProblem(
            "missing-file", f'the folder "{name}" cannot be read', "allow everybody to read it"
        ) from None
    return tuple(f"{name}/{each}" for each in names if not each.startswith("."))
