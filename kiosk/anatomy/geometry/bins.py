"""Bins: values counted in stretches of one round width."""

import math
from dataclasses import dataclass

import numpy as np

from kiosk.anatomy.geometry.axis import STEPS
from kiosk.marks import Array, array

FEWEST, MOST = 1, 60


@dataclass(frozen=True)
class Bins:
    """How many values lie from each edge to the next: `edges` of shape (n + 1,), `counts` of shape (n,).

    A value on an edge belongs to the bin that begins there, that on the last edge to the last bin.
    """

    edges: Array
    counts: Array


def bins_of(values: Array, wanted: int | None = None) -> Bins:
    """The values in bins of a round width between round edges.

    The width is that of Freedman and Diaconis (1981), twice the distance of the quartiles over the cube root of the number of
    values, unless about so many bins are `wanted`; then the next round one. Whole numbers are never split.
    Raises ValueError where there are no values.
    """
    if not len(values):
        raise ValueError("no values to count")
    low, high = float(values.min()), float(values.max())
    is_whole = bool(np.all(values == np.round(values)))
    if low == high:
        width = 1.0 if is_whole else round_width(max(abs(low), 1e-9) / 20.0)
    else:
        width = round_width((high - low) / wanted if wanted else max(_natural(values), (high - low) / MOST))
    if is_whole:
        width = max(width, 1.0)
    while True:
        first = math.floor(low / width + 1e-9)
        last = max(math.floor(high / width + 1e-9) + 1, first + 1)
        # What lies on the last edge needs no bin of its own, unless it is all that there is or whole numbers are counted.
        if not is_whole and last - 1 > first and math.isclose((last - 1) * width, high, rel_tol=1e-12, abs_tol=1e-300):
            last -= 1
        if last - first <= MOST:
            break
        width = round_width(width * 1.01)
    edges = array([float(f"{index * width:.12g}") for index in range(first, last + 1)])
    counts, _ = np.histogram(values, edges)
    return Bins(edges, array(counts.astype(np.float64)))


def round_width(least: float) -> float:
    """The next round width that is not less."""
    power = math.floor(math.log10(least))
    factor = next((step for step in (*STEPS, 10.0) if step * 10.0**power >= least * (1.0 - 1e-9)), 10.0)
    return float(f"{factor * 10.0**power:.12g}")


def _natural(values: Array) -> float:
    """The width by the quartiles or, where these are alike, by the number of values (Sturges 1926)."""
    upper, lower = np.percentile(values, [75.0, 25.0])
    if upper > lower:
        return float(2.0 * (upper - lower) / len(values) ** (1.0 / 3.0))
    return float(np.ptp(values)) / (math.log2(len(values)) + 1.0)
