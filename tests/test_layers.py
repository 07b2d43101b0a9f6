"""The layers of the house: a module imports only from its left, and Qt lives in one package."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

LAYERS = (
    "motion words emphasis numbers periods tables marks figures series metrics resources typeface icons colors theme screen",
    "about part inventory licences",
    "footage image geography typesetting richtext motif setting layers morph kind tally",
    "catalogue page layouts fitting background overlay furniture anatomy charts elements",
    "show",
    "commands content playback doctor",
    "qt",
    "export gallery cli __main__",
)
"""Modules and packages from left to right: each may import from the lines above it and from its left in its line."""

ORDER = ("kiosk", *" ".join(LAYERS).split())
QT = ("PySide6", "shiboken6", "pyqtgraph")
ROOT = Path(__file__).parents[1]
NAMES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "kiosk").rglob("*.py"))
}


@dataclass(frozen=True)
class Import:
    """One import: `early` if it runs when its module is imported, `typing` if only a type checker sees it."""

    module: str
    line: int
    target: str
    early: bool
    typing: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


def imports_of(module: str, node: ast.AST, early: bool = True, typing: bool = False) -> Iterator[Import]:
    """All imports below `node`, those inside functions and behind TYPE_CHECKING included."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for name in child.names:
                yield Import(module, child.lineno, name.name, early, typing)
        elif isinstance(child, ast.ImportFrom):
            for name in child.names:
                whole = f"{child.module}.{name.name}"
                yield Import(module, child.lineno, whole if whole in NAMES else child.module or "", early, typing)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from imports_of(module, child, False, typing)
        elif isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            yield from imports_of(module, ast.Module(child.body, []), False, True)
            yield from imports_of(module, ast.Module(child.orelse, []), early, typing)
        else:
            yield from imports_of(module, child, early, typing)


IMPORTS = tuple(found for name, path in NAMES.items() for found in imports_of(name, ast.parse(path.read_text("utf-8"))))


def part(module: str) -> str:
    """What the table calls a module: `charts` for `kiosk.charts.bar`."""
    return module.split(".")[1] if "." in module else module


def is_in(target: str, *packages: str) -> bool:
    return any(target == package or target.startswith(package + ".") for package in packages)


def test_every_module_has_its_place_in_the_order() -> None:
    assert {part(name) for name in NAMES} - set(ORDER) == set()


def test_a_module_imports_only_from_its_left() -> None:
    inward = [found for found in IMPORTS if is_in(found.target, "kiosk") and part(found.target) != part(found.module)]

    wrong = [str(found) for found in inward if ORDER.index(part(found.target)) > ORDER.index(part(found.module))]

    assert wrong == []


def test_only_the_qt_package_imports_qt() -> None:
    of_qt = [found for found in IMPORTS if is_in(found.target, *QT) and not found.typing]

    assert [str(found) for found in of_qt if not is_in(found.module, "kiosk.qt")] == []
    assert of_qt


def test_the_qt_package_is_imported_from_outside_only_when_needed() -> None:
    from_outside = [f for f in IMPORTS if is_in(f.target, "kiosk.qt") and not is_in(f.module, "kiosk.qt")]

    assert [str(found) for found in from_outside if found.early] == []


def test_all_but_the_qt_package_comes_without_qt() -> None:
    pure = [name for name in NAMES if not is_in(name, "kiosk.qt")]
    program = f"import importlib, sys\nfor name in {pure}: importlib.import_module(name)\nprint(*sys.modules)"

    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert [name for name in run.stdout.split() if is_in(name, *QT, "kiosk.qt")] == []


@pytest.mark.parametrize(
    ("text", "early", "typing"),
    [
        ("import PySide6.QtGui", True, False),
        ("try:\n    import PySide6.QtGui\nexcept ImportError:\n    pass", True, False),
        ("def paint():\n    import PySide6.QtGui", False, False),
        ("if TYPE_CHECKING:\n    import PySide6.QtGui", False, True),
        ("if TYPE_CHECKING:\n    pass\nelse:\n    import PySide6.QtGui", True, False),
    ],
)
def test_an_import_is_found_wherever_it_hides(text: str, early: bool, typing: bool) -> None:
    (found,) = imports_of("kiosk.show", ast.parse(text))

    assert (found.target, found.early, found.typing) == ("PySide6.QtGui", early, typing)
