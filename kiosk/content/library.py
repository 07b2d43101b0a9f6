"""The library: a show's folder, opened. Slides are read when they are asked for, so that a long show starts as fast as a short one."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter

from kiosk.charts import CHARTS
from kiosk.content.files import inside, read_bytes, read_table_text
from kiosk.content.guess import did_you_mean
from kiosk.content.images import image_size
from kiosk.content.pages import ShowFile, SlideFile
from kiosk.content.problem import ContentProblem, Problem, quoted
from kiosk.content.tree import Tree, read_tree
from kiosk.content.validate import validate
from kiosk.elements import ELEMENTS
from kiosk.kind import Datum, Kind
from kiosk.layouts import LAYOUTS
from kiosk.metrics import DataProblem, Metric, Series, read_csv
from kiosk.show import Chapter, Playback, Show, Slide
from kiosk.theme import theme_names

SHOW_FILE = "show.yaml"
LARGEST_YAML = 1 << 20
LARGEST_TABLE = 16 << 20
SMALL_INK = 0.036
"""Ink height of the smallest type, as a fraction of the screen's height: .9 of .040."""
VIEWING_ANGLE = 140.0
"""The farthest visitor's distance over the least ink height that he can read."""
LARGEST_SCALE = 1.5
KIND_KEYS: Mapping[str, Mapping[str, type[Kind]]] = {"chart": CHARTS, "element": ELEMENTS}


def open_library(folder: Path) -> "Library":
    """Opens a show's folder: reads `show.yaml` and all metrics. Never raises for what an author did wrong: see `problems()`."""
    library = Library(folder)
    library.read()
    return library


class Library:
    """A show's folder. `show` is None where nothing can be played; slides are read one by one with `slide()`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.show: Show | None = None
        self.data: dict[str, Datum] = {}
        self.broken: set[str] = set()
        self.places: dict[str, tuple[str, int, int]] = {}
        """Where each metric and series is defined: file, line, column."""
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._slide_places: dict[str, tuple[int, int]] = {}

    def ids(self) -> tuple[str, ...]:
        """The ids of all slides in the order of the show."""
        return tuple(name for name, _ in self.show.order) if self.show else ()

    def problems(self) -> tuple[Problem, ...]:
        """Every problem found so far, sorted by place, each once."""
        return tuple(sorted({problem for found in self._problems.values() for problem in found}))

    def read(self) -> None:
        """Reads `show.yaml` and the metrics anew."""
        self._problems.clear()
        self._read_metrics()
        self.show = self._read_show()

    def slide(self, name: str) -> Slide | None:
        """One slide, read now; None if it has problems, which are then among `problems()`."""
        if self.show is None or name not in self.ids():
            raise ValueError(f"no such slide: {name!r}")
        number = self.ids().index(name)
        path = f"slides/{name}.yaml"
        found: list[Problem] = []
        slide = self._read_slide(name, path, number + 1, self.show.order[number][1], found)
        self._problems[path] = tuple(found)
        return slide

    def _tree(self, path: str, found: list[Problem], at: tuple[str, int, int] | None = None) -> Tree | None:
        """A YAML file of the folder; what is wrong with the file as a whole is said at `at`, or at its own beginning."""
        try:
            source = read_bytes(inside(self.folder, path), LARGEST_YAML)
        except ContentProblem as error:
            where = at or (path, 1, 1)
            found.append(Problem(*where, "error", error.code, error.message, error.hint))
            return None
        tree, problems = read_tree(source, path)
        found += problems
        return tree

    def _read_show(self) -> Show | None:
        found: list[Problem] = []
        tree = self._tree(SHOW_FILE, found)
        file = None
        if tree is not None:
            file, problems = validate(ShowFile, tree, {"themes": theme_names()})
            found += problems
        order: list[tuple[str, int]] = []
        if tree is not None and file is not None:
            for chapter, each in enumerate(file.chapters):
                for place, name in enumerate(each.slides):
                    line, column = tree.place(("chapters", chapter, "slides", place))
                    if name in self._slide_places:
                        found.append(Problem(SHOW_FILE, line, column, "error", "bad-value", f"the slide {quoted(name)} is in the show twice"))
                        continue
                    self._slide_places[name] = (line, column)
                    order.append((name, chapter))
        self._problems[SHOW_FILE] = tuple(found)
        if file is None:
            return None
        scale = max(1.0, file.screen.farthest_m / VIEWING_ANGLE / file.screen.height_m / SMALL_INK) if file.screen else 1.0
        return Show(
            title=file.title,
            languages=file.languages,
            chapters=tuple(Chapter(each.title, each.numbered) for each in file.chapters),
            order=tuple(order),
            theme=file.theme,
            # A hair above 1 is rounding, not a screen that is too far away.
            scale=min(scale, LARGEST_SCALE) if scale > 1.01 else 1.0,
            bilingual=file.bilingual,
            playback=Playback(file.playback.transition, file.playback.resume_after),
        )

    def _read_metrics(self) -> None:
        self.data, self.broken, self.places = {}, set(), {}
        folder = self.folder / "metrics"
        try:
            files = sorted(path.name for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
        except OSError:
            files = []
        for name in files:
            path = f"metrics/{name}"
            found: list[Problem] = []
            tree = self._tree(path, found)
            if tree is not None and isinstance(tree.data, dict):
                for key in tree.data:
                    self._read_datum(str(key), tree, path, found)
            elif tree is not None and tree.data is not None:
                found.append(Problem(path, 1, 1, "error", "wrong-type", "should be a list of metrics by name", "name: {label: ..., value: ...}"))
            self._problems[path] = tuple(found)

    def _read_datum(self, name: str, tree: Tree, path: str, found: list[Problem]) -> None:
        line, column = tree.place((name,), on="key")
        if name in self.places:
            first = ":".join(str(part) for part in self.places[name][:2])
            found.append(Problem(path, line, column, "error", "yaml-duplicate", f"{quoted(name)} is defined already, in {first}"))
            return
        self.places[name] = (path, line, column)
        raw = tree.data[name]
        is_series = isinstance(raw, dict) and ("values" in raw or "data" in raw)
        datum: Datum | None
        if is_series:
            datum, problems = validate(Series, tree, prefix=(name,))
        else:
            datum, problems = validate(Metric, tree, prefix=(name,))
        found += problems
        if isinstance(datum, Series) and datum.data is not None:
            datum = self._with_table(datum, tree, name, path, found)
        if datum is None:
            self.broken.add(name)
        else:
            self.data[name] = datum.model_copy(update={"id": name})

    def _with_table(self, series: Series, tree: Tree, name: str, path: str, found: list[Problem]) -> Series | None:
        origin = series.data
        if origin is None:
            return series
        line, column = tree.place((name, "data", "file"))
        try:
            text = read_table_text(inside(self.folder, origin.file), LARGEST_TABLE)
            return series.with_points(read_csv(text, origin.x, origin.y))
        except ContentProblem as error:
            found.append(Problem(path, line, column, "error", error.code, error.message, error.hint))
        except DataProblem as error:
            found.append(Problem(origin.file, error.line, error.column, "error", "bad-data", error.message, error.hint))
        return None

    def _image(self, value: Any) -> str:
        """The path of an image of the show, checked; raises ContentProblem."""
        if not isinstance(value, str):
            raise ContentProblem("wrong-type", "should be the name of an image file", "for example images/car.png")
        path = inside(self.folder, value)
        image_size(path)
        return str(path)

    def _read_slide(self, name: str, path: str, number: int, chapter: int, found: list[Problem]) -> Slide | None:
        line, column = self._slide_places[name]
        tree = self._tree(path, found, (SHOW_FILE, line, column))
        if tree is None:
            return None
        file, problems = validate(SlideFile, tree)
        found += problems
        if file is None:
            # The areas are read all the same: an author wants to hear everything at once.
            self._read_areas(tree, path, SlideFile.model_fields["layout"].default, found, checks_layout=False)
            return None
        areas = self._read_areas(tree, path, file.layout, found)
        if any(problem.severity == "error" for problem in found):
            return None
        return Slide(
            id=name,
            title=file.title,
            layout=file.layout,
            areas=areas,
            number=number,
            chapter=chapter,
            notes=file.notes,
            note=file.note,
            duration=None if file.duration == "auto" else float(file.duration),
            transition=file.transition,
        )

    def _read_areas(self, tree: Tree, path: str, layout: str, found: list[Problem], *, checks_layout: bool = True) -> dict[str, Kind]:
        areas: dict[str, Kind] = {}
        allowed = LAYOUTS[layout].area_names
        given = [key for key in tree.data if key in SlideFile.area_names()] if isinstance(tree.data, dict) else []
        for area in given:
            if checks_layout and area not in allowed:
                line, column = tree.place((area,), on="key")
                message = f'the layout "{layout}" has no area "{area}"'
                found.append(Problem(path, line, column, "error", "unknown-key", message, f"its areas: {', '.join(allowed)}"))
            kind = self._read_kind(tree, path, area, found)
            if kind is not None:
                areas[area] = kind
        if checks_layout and not given:
            message = f'nothing is to be shown: the layout "{layout}" has the areas {", ".join(allowed)}'
            found.append(Problem(path, 1, 1, "error", "missing-key", message, "main: {element: counter, metric: ...}"))
        return areas

    def _read_kind(self, tree: Tree, path: str, area: str, found: list[Problem]) -> Kind | None:
        raw = tree.data[area]
        line, column = tree.place((area,))
        keys = [key for key in KIND_KEYS if isinstance(raw, dict) and key in raw]
        if len(keys) != 1:
            message = "should say what is to be shown: one chart or one element"
            found.append(Problem(path, line, column, "error", "unknown-kind", message, "for example {chart: bar, metrics: [...]}"))
            return None
        name, kinds = raw[keys[0]], KIND_KEYS[keys[0]]
        if not isinstance(name, str) or name not in kinds:
            line, column = tree.place((area, keys[0]))
            hint = _kind_hint(str(name), keys[0])
            found.append(Problem(path, line, column, "error", "unknown-kind", f"unknown {keys[0]} {quoted(name)}", hint))
            return None
        context = {"data": self.data, "broken": self.broken, "image": self._image}
        kind, problems = validate(_adapter(kinds[name]), tree, context, (area,))
        found += problems
        return kind


def _kind_hint(name: str, key: str) -> str:
    for other, kinds in KIND_KEYS.items():
        if name in kinds and other != key:
            return f"write {other}: {name}"
    return did_you_mean(name, KIND_KEYS[key])


def _without_name(value: Any) -> Any:
    return {key: each for key, each in value.items() if key not in KIND_KEYS} if isinstance(value, dict) else value


@lru_cache(maxsize=128)
def _adapter(kind: type[Kind]) -> TypeAdapter[Any]:
    """The reader of one kind, made when it is first met: a show seldom uses them all."""
    annotated: Any = Annotated[kind, BeforeValidator(_without_name)]
    return TypeAdapter(annotated)


def playable(library: Library, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the named slides that have no problem."""
    return tuple(name for name in names if library.slide(name) is not None)
