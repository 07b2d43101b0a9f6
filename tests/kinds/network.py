"""Networks as a show may hold them, and as it should not."""

from kiosk.charts.network import Link, NetworkChart, Node
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, metric, series


def links(*pairs: tuple[str, str]) -> tuple[Link, ...]:
    """Links between things by name."""
    return tuple(Link(origin=first, target=second) for first, second in pairs)


def examples() -> dict[str, Kind]:
    """Two, a star, a ring, a grid, a tree of sixty, parts that are not joined, long names, figures huge and missing."""
    grid = [(f"{r}{c}", f"{r + 1}{c}") for r in range(5) for c in range(6)]
    grid += [(f"{r}{c}", f"{r}{c + 1}") for r in range(6) for c in range(5)]
    names = [Words({"zh": LONG["zh"][i : i + 9 + i], "en": LONG["en"][3 * i : 3 * i + 24 + 4 * i]}) for i in range(8)]
    keys = [words.texts[0][1] for words in names]
    return {
        "two": NetworkChart(links=links(("甲", "乙"))),
        "star": NetworkChart(links=links(*(("中心", f"成员 {n}") for n in range(24)))),
        "ring": NetworkChart(links=links(*((f"站 {n}", f"站 {(n + 1) % 12}") for n in range(12))), highlight="none"),
        "grid": NetworkChart(links=links(*grid), highlight="22"),
        "sixty": NetworkChart(links=links(*((f"节点 {(n - 1) // 3}", f"节点 {n}") for n in range(1, 60)))),
        "dense": NetworkChart(links=links(*((f"甲{a}", f"甲{b}") for a in range(16) for b in range(a) if (a * b) % 3 != 1))),
        "apart": NetworkChart(links=links(("甲", "乙"), ("丙", "丁"), ("丁", "戊"), ("己", "庚"), ("庚", "辛"), ("辛", "己"))),
        "long": NetworkChart(
            nodes=tuple(Node(name=words) for words in names), links=links(*((keys[0], key) for key in keys[1:]))
        ),
        "huge": NetworkChart(
            nodes=(
                Node(name=Words.of("甲"), metric=metric("甲", "a", 1.2e12, "元")),
                Node(name=Words.of("乙"), metric=metric("乙", "b", 3e9, "元")),
                Node(name=Words.of("丙"), metric=metric("丙", "c", 0, "元")),
                Node(name=Words.of("丁")),
            ),
            links=links(("甲", "乙"), ("甲", "丙"), ("甲", "丁")),
        ),
        "missing": NetworkChart(
            links=links(("甲", "乙"), ("乙", "丙")), series=series("项目", "Projects", {"甲": None, "乙": 5, "丙": 3})
        ),
    }  # fmt: skip
