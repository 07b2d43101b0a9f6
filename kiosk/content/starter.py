"""The starter: a small show that checks clean, to begin one's own from."""

import errno
import os
from pathlib import Path

FILES: dict[str, str] = {
    "show.yaml": """\
# The order of the slides. Each slide is a file in slides/, each figure a metric in metrics/.
title: {zh: 我们的数字, en: Our figures}
languages: [zh, en]          # the first one leads
theme: dark                  # or light, lacquer, porcelain, contrast, or colours of your own
chapters:
  - title: {zh: 开始, en: Start}
    slides: [visitors, months]
""",
    "metrics/figures.yaml": """\
# A figure: what it is, its value, and where it comes from. Qualifiers: over, nearly, about, expected.
visitors:
  label: {zh: 参观人次, en: Visitors}
  value: 12000
  qualifier: over
  unit: {zh: 人次, en: visitors}
  period: "2024"
  source: {zh: 示例数据, en: sample data}
by_month:
  label: {zh: 每月参观人次, en: Visitors a month}
  unit: {zh: 人次, en: visitors}
  period: 2024-01/2024-04
  source: {zh: 示例数据, en: sample data}
  data: {file: data/visitors.csv, x: month, y: visitors}
""",
    "data/visitors.csv": "month,visitors\n2024-01,2400\n2024-02,2900\n2024-03,3100\n2024-04,3600\n",
    "slides/visitors.yaml": """\
layout: full
title: {zh: 一年的客人, en: A year of guests}
main: {element: counter, metric: visitors}
notes: {zh: 先问观众猜多少, en: Let the visitors guess first}
""",
    "slides/months.yaml": """\
layout: full
title: {zh: 一月比一月多, en: More every month}
main: {chart: bar, series: by_month}
""",
}


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Writes the starter show and returns its files. Raises FileExistsError before writing anything if one of them exists."""
    targets = {folder / name: text for name, text in FILES.items()}
    for target in targets:
        # A link that leads nowhere is in the way as well.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists already; nothing was written", str(target))
    for target, text in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    return tuple(targets)
