"""The ledger: every metric and series of a show by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kiosk.content.files import inside, read_table_text
from kiosk.content.manuscript import read_manuscript, yaml_files
from kiosk.content.problem import ContentProblem, Problem, quoted
from kiosk.content.tree import Tree
from kiosk.content.validate import validate
from kiosk.kind import Datum
from kiosk.metrics import DataProblem, Metric, Series, read_csv

FOLDER = "metrics"
LARGEST_TABLE = 16 * 1024 * 1024

Heed = Callable[[Tree], None]
"""Is told of every tree that is read."""


class Ledger:
    """What the files in `metrics/` define; a name counts for the whole show, so no two files may share one."""

    def __init__(self) -> None:
        self.data: dict[str, Datum] = {}
        self.broken: set[str] = set()
        """The names of those that are there, but wrong."""
        self.places: dict[str, tuple[str, int, int]] = {}
        """Where each is defined: file, line, column."""
        self.problems: dict[str, tuple[Problem, ...]] = {}
        """By the file that was read when they were found."""


def read_ledger(folder: Path, heed: Heed | None = None) -> Ledger:
    """The ledger of the show in `folder`; what is wrong stands among its problems."""
    ledger = Ledger()
    try:
        paths = yaml_files(folder, FOLDER)
    except ContentProblem as problem:
        ledger.problems[FOLDER] = (problem.at(FOLDER),)
        return ledger
    for path in paths:
        ledger.problems[path] = tuple(_Entries(ledger, folder, path).read(heed))
    return ledger


class _Entries:
    """The entries of one file, on their way into the ledger."""

    def __init__(self, ledger: Ledger, folder: Path, path: str) -> None:
        self.ledger, self.folder, self.path = ledger, folder, path
        self.found: list[Problem] = []

    def read(self, heed: Heed | None) -> list[Problem]:
        manuscript = read_manuscript(self.folder, self.path)
        self.found += manuscript.problems
        tree = manuscript.tree
        if tree is None:
            for name, line in manuscript.names().items():
                self.ledger.places.setdefault(name, (self.path, line, 1))
                self.ledger.broken.add(name)
        elif isinstance(tree.data, dict):
            if heed:
                heed(tree)
            for name in tree.data:
                self.enter(name, tree)
        elif tree.data is not None:
            hint = "begin each with its name, as in visitors: {label: ..., value: ...}"
            self.report(1, 1, "wrong-type", "the file should be a map of metrics by name", hint)
        return self.found

    def report(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        self.found.append(Problem(self.path, line, column, "error", code, message, hint))

    def enter(self, name: str, tree: Tree) -> None:
        line, column = tree.place((name,), on="key")
        if name in self.ledger.places:
            path, first, _ = self.ledger.places[name]
            message = f"{quoted(name)} is defined a second time; it first stands in {path}:{first}"
            self.report(line, column, "yaml-duplicate", message, "give one of them another name")
            return
        self.ledger.places[name] = (self.path, line, column)
        datum = self.datum(name, tree)
        if datum is None:
            self.ledger.broken.add(name)
        else:
            self.ledger.data[name] = datum.model_copy(update={"id": name})

    def datum(self, name: str, tree: Tree) -> Datum | None:
        written = tree.data[name]
        is_series = isinstance(written, dict) and not {"values", "data"}.isdisjoint(written)
        model: Any = Series if is_series else Metric
        datum, problems = validate(model, tree, prefix=(name,))
        self.found += problems
        return self.filled(datum, name, tree) if isinstance(datum, Series) and datum.data else datum

    def filled(self, series: Series, name: str, tree: Tree) -> Series | None:
        """The series with the points of its table; None where that cannot be read."""
        origin = series.data
        if origin is None:
            return series
        line, column = tree.place((name, "data", "file"))
        try:
            points = read_csv(read_table_text(inside(self.folder, origin.file), LARGEST_TABLE), origin.x, origin.y)
            return series.with_points(points)
        except ContentProblem as error:
            self.found.append(error.at(self.path, line, column))
        except DataProblem as error:
            at = (origin.file, error.line, error.column)
            self.found.append(Problem(*at, "error", "bad-data", error.message, error.hint))
        except ValidationError as error:
            self.found.append(Problem(origin.file, 1, 1, "error", "bad-data", error.errors()[0]["msg"]))
        return None
