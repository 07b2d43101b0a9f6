"""A show from the example data of the Vega project, which nobody here made: real gaps, real outliers, real names.

    (cd benchmarks/vega && npm ci --ignore-scripts)
    .venv/bin/python benchmarks/vega/make_show.py out/vega
    .venv/bin/python -m kiosk check out/vega
    .venv/bin/python -m kiosk export out/vega out/vega.png

The data are not kept here: they come from many sources under many licences.
"""

import csv
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DATA = HERE / "node_modules" / "vega-datasets" / "data"
Points = Mapping[Any, float | None]


class Show:
    """A show as it is put together: slides in chapters, and the series they draw."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.slides: dict[str, dict[str, Any]] = {}
        self.metrics: dict[str, dict[str, Any]] = {}
        self.files: dict[str, str] = {}

    def read_json(self, name: str) -> Any:
        """The data of a JSON file."""
        return json.loads((self.data / name).read_text("utf-8"))

    def read_csv(self, name: str, separator: str = ",") -> list[dict[str, str]]:
        """The rows of a table by their headings."""
        with (self.data / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter=separator))

    def series(
        self,
        name: str,
        label: str,
        points: Points | Iterable[tuple[Any, float | None]],
        unit: str = "",
        decimals: int | None = None,
    ) -> str:
        """Keeps a series in a table of its own; returns its name."""
        pairs = list(points.items() if isinstance(points, Mapping) else points)
        rows = "".join(f"{_cell(place)},{'' if value is None else f'{value:.10g}'}\n" for place, value in pairs)
        self.files[f"{name}.csv"] = "place,value\n" + rows
        self.metrics[name] = {
            "label": label, "source": "vega-datasets", "data": {"file": f"data/{name}.csv", "x": "place", "y": "value"},
        }  # fmt: skip
        if unit:
            self.metrics[name]["unit"] = unit
        if decimals is not None:
            self.metrics[name]["decimals"] = decimals
        return name

    def slide(self, name: str, title: str, chart: str, **options: Any) -> None:
        """Adds a slide with one chart."""
        self.slides[name] = {"title": title, "main": {"chart": chart, **options}}

    def write(self, folder: Path) -> None:
        """Writes all files of the show."""
        for part in ("slides", "metrics", "data"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        show = {
            "title": "Vega's example data", "languages": ["en"], "playback": {"transition": "fade"},
            "chapters": [{"title": "Real data", "slides": list(self.slides)}],
        }  # fmt: skip
        _dump(folder / "show.yaml", show)
        _dump(folder / "metrics" / "all.yaml", self.metrics)
        for name, slide in self.slides.items():
            _dump(folder / "slides" / f"{name}.yaml", slide)
        for name, text in self.files.items():
            (folder / "data" / name).write_text(text, "utf-8")


def _cell(place: str | float) -> str:
    text = f"{place:.10g}" if isinstance(place, float) else str(place)
    return f'"{text}"' if "," in text else text


def _dump(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def stocks(show: Show) -> None:
    """Monthly prices of five firms, which begin at different times."""
    prices: dict[str, dict[str, float | None]] = defaultdict(dict)
    for row in show.read_csv("stocks.csv"):
        month = datetime.strptime(row["date"], "%b %d %Y").strftime("%Y-%m")
        prices[row["symbol"]][month] = float(row["price"])
    names = {"AAPL": "Apple", "MSFT": "Microsoft", "AMZN": "Amazon", "IBM": "IBM", "GOOG": "Google"}
    for symbol, label in names.items():
        show.series(f"stock_{symbol.lower()}", label, prices[symbol], "$")
    every = [f"stock_{symbol.lower()}" for symbol in names]
    show.slide("stocks", "Five shares over ten years", "line", series=every)
    show.slide("stocks_log", "The same on a scale of multiples", "line", series=every, scale="log")
    show.slide("stocks_small", "Each for itself", "small_multiples", series=every)


def countries(show: Show) -> None:
    """Population, life expectancy and children of 63 countries, every five years."""
    rows = show.read_json("gapminder.json")
    last = max(row["year"] for row in rows)
    latest = {row["country"]: row for row in rows if row["year"] == last}
    x = show.series("children", "Children per woman", {name: row["fertility"] for name, row in latest.items()})
    y = show.series("life", "Life expectancy", {name: row["life_expect"] for name, row in latest.items()}, "years")
    size = show.series("people", "Population", {name: float(row["pop"]) for name, row in latest.items()})
    show.slide("lives", f"Fewer children, longer lives: {last}", "scatter", x=x, y=y, size=size, highlight="China")
    races: list[str] = []
    for name in sorted(latest, key=lambda name: -latest[name]["pop"])[:16]:
        points: Points = {str(row["year"]): float(row["pop"]) for row in rows if row["country"] == name}
        races.append(show.series(f"race_{len(races):02d}", name, points))
    show.slide("race", "The largest populations", "race", series=races)
    show.slide("ranking", "Life expectancy of 63 countries", "ranking", series=y, highlight="China")


def weather(show: Show) -> None:
    """Four years of weather in Seattle, day by day."""
    rows = show.read_csv("seattle-weather.csv")
    rain = {row["date"]: float(row["precipitation"]) for row in rows if row["date"] >= "2014"}
    show.slide("rain", "Rain in Seattle", "calendar", series=show.series("rain", "Rain", rain, "mm"))
    daily = {row["date"]: float(row["temp_max"]) for row in rows}
    show.slide(
        "days",
        "Four years of days",
        "line",
        series=[show.series("heat", "Highest of the day", daily, "°C")],
        from_zero=False,
    )
    months: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        months[row["date"][:4]][row["date"][5:7]].append(float(row["temp_max"]))
    years = [
        show.series(
            f"heat_{year}", year, {month: statistics.mean(values) for month, values in sorted(by.items())}, "°C", 1
        )
        for year, by in sorted(months.items())
    ]
    show.slide("heat", "Warm months come back", "heat_map", series=years)
    kinds = Counter((row["date"][5:7], row["weather"]) for row in rows)
    parts = [
        show.series(
            f"sky_{kind}", kind, {f"{month:02d}": float(kinds[f"{month:02d}", kind]) for month in range(1, 13)}, "days"
        )
        for kind in ("sun", "rain", "fog", "drizzle", "snow")
    ]
    show.slide("sky", "What the sky did, month by month", "stacked", series=parts, share=True)


def cars(show: Show) -> None:
    """400 cars of 1970 to 1982; some figures are missing."""
    rows = show.read_json("cars.json")
    boxes = []
    for origin in ("USA", "Europe", "Japan"):
        values = [(str(index), row["Miles_per_Gallon"]) for index, row in enumerate(rows) if row["Origin"] == origin]
        boxes.append(show.series(f"mpg_{origin.lower()}", origin, values, "mpg"))
    show.slide("mileage", "Miles per gallon by origin", "box_plot", series=boxes)
    named = {
        f"{index} {row['Name']}": row for index, row in enumerate(rows) if row["Horsepower"] and row["Miles_per_Gallon"]
    }
    power = show.series("power", "Horsepower", {name: float(row["Horsepower"]) for name, row in named.items()}, "hp")
    mileage = show.series(
        "mileage", "Miles per gallon", {name: float(row["Miles_per_Gallon"]) for name, row in named.items()}
    )
    show.slide("engines", "More power, fewer miles", "scatter", x=power, y=mileage)


def movies(show: Show) -> None:
    """3,201 films with gaps in nearly every column."""
    rows = show.read_json("movies.json")
    ratings = [(index, row["IMDB Rating"]) for index, row in enumerate(rows) if row["IMDB Rating"] is not None]
    show.slide("ratings", "How films are rated", "histogram", series=show.series("ratings", "Films", ratings))
    genres = Counter(row["Major Genre"] for row in rows if row["Major Genre"])
    by_genre = show.series("genres", "Films", {name: float(count) for name, count in genres.most_common()})
    show.slide("genres", "Drama leads", "bar", series=by_genre)
    show.slide("genre_area", "Genres by number of films", "treemap", series=by_genre)
    show.slide("genre_words", "Genres as words", "word_cloud", series=by_genre)
    gross = {
        str(row["Title"]): float(row["Worldwide Gross"]) for row in rows if row["Title"] and row["Worldwide Gross"]
    }
    best = dict(sorted(gross.items(), key=lambda each: -each[1])[:12])
    show.slide(
        "gross", "Twelve films that earned most", "lollipop", series=show.series("gross", "Worldwide gross", best, "$")
    )


def work(show: Show) -> None:
    """Unemployment by industry, 122 months."""
    rows = show.read_json("unemployment-across-industries.json")
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row["series"]] += row["count"]
    chosen = [name for name, _ in totals.most_common(5)]
    courses: dict[str, dict[str, float | None]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        name = row["series"] if row["series"] in chosen else "All others"
        month = f"{row['year']}-{row['month']:02d}"
        courses[name][month] = (courses[name][month] or 0.0) + 1000.0 * row["count"]
    parts = [
        show.series(f"out_{index}", name, courses[name], "people") for index, name in enumerate([*chosen, "All others"])
    ]
    show.slide("unemployed", "Out of work, by industry", "stacked_area", series=parts)
    last = {row["series"]: row for row in rows}
    show.slide(
        "rates", "Unemployment by industry", "table",
        series=[
            show.series("rate", "Rate", {name: row["rate"] for name, row in list(last.items())[:12]}, "%"),
            show.series("count", "People", {name: 1000.0 * row["count"] for name, row in list(last.items())[:12]}),
        ],
        bars=["count"],
    )  # fmt: skip


def fields(show: Show) -> None:
    """Yields of barley at six sites in two years, and the price of wheat over 250 years."""
    rows = show.read_json("barley.json")
    yields: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        yields[row["site"]][str(row["year"])].append(row["yield"])
    sites = [
        show.series(
            f"barley_{index}",
            site,
            {year: statistics.mean(values) for year, values in sorted(by.items())},
            "bushels",
            1,
        )
        for index, (site, by) in enumerate(sorted(yields.items()))
    ]
    show.slide("barley", "All fell, one rose", "slope", series=sites)
    years = [
        show.series(
            f"barley_{year}", year, {site: statistics.mean(yields[site][year]) for site in sorted(yields)}, "bushels", 1
        )
        for year in ("1931", "1932")
    ]
    show.slide("barley_sites", "Barley at six sites", "grouped", series=years)
    wheat = show.read_json("wheat.json")
    prices = show.series("wheat", "Wheat", {float(row["year"]): row["wheat"] for row in wheat}, "shillings")
    wages = show.series("wages", "A week's wage", {float(row["year"]): row.get("wages") for row in wheat}, "shillings")
    show.slide("wheat", "Playfair's wheat and wages", "step", series=[prices, wages])


def market(show: Show) -> None:
    """A summer of one share, and half a century of an index."""
    rows = show.read_json("ohlc.json")
    names = {
        part: show.series(f"ohlc_{part}", part, {row["date"]: row[part] for row in rows}, "$")
        for part in ("open", "high", "low", "close")
    }
    show.slide("candles", "A summer at the exchange", "candlestick", **names)


def states(show: Show) -> None:
    """The states of the USA as a map, with how often a hurricane came, and their capitals as dots."""
    rows = show.read_csv("population_engineers_hurricanes.csv")
    names = {int(row["id"]): row["state"] for row in rows}
    away = {"Alaska", "Hawaii"}
    topology = show.read_json("us-10m.json")
    features = [
        {"type": "Feature", "properties": {"name": names[shape["id"]]}, "geometry": geometry(topology, shape)}
        for shape in topology["objects"]["states"]["geometries"]
        if shape["id"] in names and names[shape["id"]] not in away
    ]
    counts = {row["state"]: float(row["hurricanes"]) for row in rows if row["state"] not in away}
    series = show.series("hurricanes", "Hurricanes", counts)
    show.slide("hurricanes", "Hurricanes by state", "region_map", geography="data/states.geojson", series=series)
    show.files["states.geojson"] = json.dumps({"type": "FeatureCollection", "features": features})


def geometry(topology: Mapping[str, Any], shape: Mapping[str, Any]) -> dict[str, Any]:
    """A shape of a TopoJSON file as a GeoJSON geometry: arcs of delta-coded points, shared between neighbours."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number: int) -> list[list[float]]:
        points, x, y = [], 0, 0
        for dx, dy in topology["arcs"][~number if number < 0 else number]:
            x, y = x + dx, y + dy
            points.append([x * scale[0] + shift[0], y * scale[1] + shift[1]])
        return points[::-1] if number < 0 else points

    def ring(numbers: list[int]) -> list[list[float]]:
        points: list[list[float]] = []
        for number in numbers:
            points += arc(number)[1 if points else 0 :]
        return points

    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return {"type": "MultiPolygon", "coordinates": [[ring(each) for each in polygon] for polygon in polygons]}


def people(show: Show) -> None:
    """Who meets whom in Les Misérables."""
    rows = show.read_json("miserables.json")
    names = [node["name"] for node in rows["nodes"]]
    weights: Counter[int] = Counter()
    for link in rows["links"]:
        weights[link["source"]] += link["value"]
        weights[link["target"]] += link["value"]
    kept = {index for index, _ in weights.most_common(30)}
    links = [
        {"from": names[link["source"]], "to": names[link["target"]]}
        for link in rows["links"]
        if link["source"] in kept and link["target"] in kept
    ]
    show.slide("meetings", "Who meets whom", "network", links=links, highlight="Valjean")


PARTS: tuple[Callable[[Show], None], ...] = (
    stocks, countries, weather, cars, movies, work, fields, market, states, people,
)  # fmt: skip


def make_show(folder: Path, data: Path = DATA) -> Show:
    """Writes the show to a folder."""
    show = Show(data)
    for part in PARTS:
        part(show)
    show.write(folder)
    return show


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_show.py FOLDER")
    if not DATA.is_dir():
        sys.exit(f"no data: run npm ci --ignore-scripts in {HERE}")
    made = make_show(Path(sys.argv[1]))
    print(f"{len(made.slides)} slides, {len({each['main']['chart'] for each in made.slides.values()})} kinds")
