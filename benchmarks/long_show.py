"""A long show: `python benchmarks/long_show.py DIR N` writes one of N slides without errors, to measure with."""

import argparse
from collections.abc import Sequence
from pathlib import Path

CHAPTER = 100
METRICS = 200

COUNTER = """\
layout: full
title: {{zh: 第 {number} 页 一年的客人, en: "Page {number}, a year of guests"}}
main:
  element: counter
  metric: m{first}
  label: {{zh: 参观人次, en: Guests}}
notes: {{zh: 先停一停, en: Pause first}}
"""
BARS = """\
layout: full
title: {{zh: 第 {number} 页 两项相比, en: "Page {number}, two compared"}}
main: {{chart: bar, metrics: [m{first}, m{second}]}}
"""
METRIC = """\
m{number}:
  label: {{zh: 指标 {number}, en: Figure {number}}}
  value: {value}
  unit: {{zh: 人次, en: guests}}
  period: 2024-01/2024-09
  source: {{zh: 示例数据, en: sample data}}
"""


def write_long_show(folder: Path, count: int) -> None:
    """Writes a show of `count` slides into a folder: single figures and pairs of bars by turns."""
    for name in ("slides", "metrics"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    metrics = min(METRICS, max(2, count))
    for number in range(count):
        text = (COUNTER, BARS)[number % 2].format(
            number=number + 1, first=number % metrics, second=(number + 1) % metrics
        )
        (folder / "slides" / f"s{number}.yaml").write_text(text, "utf-8")
    entries = [METRIC.format(number=number, value=1000 + 7 * number) for number in range(metrics)]
    (folder / "metrics" / "figures.yaml").write_text("".join(entries), "utf-8")
    lines = ["title: {zh: 长, en: Long}", "languages: [zh, en]", "chapters:"]
    for first in range(0, count, CHAPTER):
        names = ", ".join(f"s{number}" for number in range(first, min(count, first + CHAPTER)))
        title = f"{{zh: 第 {first // CHAPTER + 1} 章, en: Chapter {first // CHAPTER + 1}}}"
        lines += [f"  - title: {title}", f"    slides: [{names}]"]
    (folder / "show.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("count", type=int, metavar="N")
    options = parser.parse_args(arguments)
    write_long_show(options.folder, options.count)


if __name__ == "__main__":
    main()
