"""The plots of the comparison: a small show of bar charts, whose figures are those that were measured."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from kiosk.export import export

NAMES = {"kiosk": "kiosk", "echarts": "ECharts", "reveal": "reveal.js"}
SIZES = {"1920x1080": ("hd", "HD"), "3840x2160": ("uhd", "4K")}
FIGURES: dict[str, tuple[str, str, int]] = {
    "cpu": ("cpu_seconds_per_minute", "s", 1),
    "memory": ("memory_median_mb", "MB", 0),
    "start": ("first_frame_seconds", "s", 2),
    "dropped": ("dropped", "", 0),
}
"""For each plot: the name of its figure in the result, its unit, and its decimals."""

Medians = Mapping[tuple[str, str], Mapping[str, float]]


def write_plots(show: Path, target: Path, medians: Medians, date: str) -> int:
    """Paints one picture for each slide of the show of plots into a folder; 0 if all went well.

    Without all of the usual contenders and sizes there is nothing to paint, and the pictures stay as they are.
    """
    if any((name, size) not in medians for name in NAMES for size in SIZES):
        print("kiosk: the plots stay as they are: they show three contenders at two sizes")
        return 0
    (show / "metrics").mkdir(parents=True, exist_ok=True)
    (show / "metrics" / "measured.yaml").write_text(measured(medians, date), "utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    pictures = show / "pictures"
    status = export(show, f"{pictures}/", size=(960, 540))
    target.mkdir(exist_ok=True)
    for picture in sorted(pictures.glob("*.png")):
        shutil.copy(picture, target / f"compare-{picture.stem.partition('-')[2]}.png")
    return status


def measured(medians: Medians, date: str) -> str:
    """The metrics of the plots as a file of the show."""
    metrics = {}
    for plot, (key, unit, decimals) in FIGURES.items():
        for name, label in NAMES.items():
            for size, (word, short) in SIZES.items():
                metrics[f"{plot}_{name}_{word}"] = {
                    "label": f"{label}, {short}",
                    "value": round(medians[name, size][key], decimals),
                    "unit": unit,
                    "decimals": decimals,
                    "source": f"make compare, {date}",
                }
    return yaml.safe_dump(metrics, allow_unicode=True, sort_keys=False)
