"""Bullets as a show may hold them."""

from kiosk.charts.bullet import Bullet, Row
from kiosk.kind import Kind
from tests.kinds.samples import LONG, metric


def row(name: str, en: str, value: float, target: float, unit: object = "", **options: object) -> Row:
    """A row with a target."""
    return Row.model_validate(
        {"metric": metric(name, en, value, unit), "target": metric("目标", f"goal {en}", target, unit)} | options
    )


def examples() -> dict[str, Kind]:
    """One row and ten, nothing, far beyond, huge beside tiny, levels, and long names."""
    people = {"zh": "人", "en": "people"}
    return {
        "one": Bullet(rows=(row("人才", "Talent", 820, 1000, people, ranges=(0.5, 0.75, 1.0)),)),
        "ten": Bullet(
            rows=tuple(
                row(f"街道 {n}", f"District {n}", 40 + n * 17 % 60, 80, "家", ranges=(0.6, 0.9)) for n in range(10)
            ),
            highlight="least",
        ),
        "nothing": Bullet(rows=(row("甲", "A", 0, 5, "%"), row("乙", "B", 5, 5, "%"))),
        "beyond": Bullet(rows=(row("甲", "A", 50, 5, "件", ranges=(0.8,)), row("乙", "B", 4, 5, "件", ranges=(0.8,)))),
        "huge": Bullet(
            rows=(
                row("投资", "Investment", 1.234e10, 1.5e10, "元"),
                row("浓度", "Concentration", 0.00041, 0.0005, "mg"),
            )
        ),
        "levels": Bullet(
            rows=(
                row(
                    "绿地",
                    "Green space",
                    38.5,
                    45,
                    "%",
                    levels=(metric("差", "poor", 30, "%"), metric("中", "fair", 40, "%")),
                ),
            ),
            highlight="none",
        ),
        "long": Bullet(
            rows=tuple(
                row(LONG["zh"][: 10 + 8 * n], LONG["en"][: 30 + 25 * n], 60 + 15 * n, 100, "%", ranges=(0.5,))
                for n in range(4)
            )
        ),
    }
