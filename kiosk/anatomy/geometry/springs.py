"""Springs: places for the nodes of a graph, as far from each other as they are links apart.

Stress majorization after Gansner, Koren and North (2004), from a few fixed beginnings of which the best is taken: no chance is
involved, and the same graph lies the same way on every machine.
"""

import math
from functools import lru_cache

import numpy as np

from kiosk.anatomy.values.graph import Graph
from kiosk.marks import Array, array

FIRST_ROUNDS, ROUNDS, ENOUGH = 20, 150, 1e-5
GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))
BEGINNINGS = (0.0, 0.37, 0.71)
TURNS = 24
STRETCH = 2.2
"""How many times as far a unit may be in one direction as in the other, to fill a room of another shape."""
ROW = math.log(4.0)
"""What is so many times as long as wide is a row."""
ROUNDS_TO_FIT = 4
PUSHES = 60


@lru_cache(maxsize=64)
def relaxed(graph: Graph) -> tuple[tuple[float, float], ...]:
    """Places of the nodes about (0, 0), in lengths of a link, rounded so that they are the same everywhere."""
    if graph.count == 1:
        return ((0.0, 0.0),)
    distances = graph.distances
    tried = [_settled(_spiral(graph, turn), distances, FIRST_ROUNDS) for turn in BEGINNINGS]
    promising, _ = min(tried, key=lambda each: round(each[1], 6))
    places, _ = _settled(promising, distances, ROUNDS)
    places = places - places.mean(axis=0)
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in places)


def _spiral(graph: Graph, turn: float) -> Array:
    """Where the nodes begin: those near the middle of the graph inside, those of a kin side by side."""
    steps = graph.steps_from(graph.centre)
    order = sorted(range(graph.count), key=lambda node: (steps[node] if steps[node] >= 0 else graph.count, node))
    places = np.zeros((graph.count, 2))
    for rank, node in enumerate(order):
        angle = GOLDEN_ANGLE * rank + 2.0 * math.pi * turn
        places[node] = math.sqrt(rank) * math.cos(angle), math.sqrt(rank) * math.sin(angle)
    return places


def _settled(places: Array, distances: Array, rounds: int) -> tuple[Array, float]:
    """The places with the least stress that so many rounds lead to from a beginning, and that stress."""
    away = np.where(distances > 0.0, distances, 1.0)
    weights = np.where(distances > 0.0, away**-2.0, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    # One node is held: only what lies between the others matters.
    solved = np.linalg.inv(laplacian[1:, 1:])
    stress = math.inf
    for _ in range(rounds):
        apart = np.sqrt(((places[:, None, :] - places[None, :, :]) ** 2).sum(axis=2))
        now = float((weights * (apart - distances) ** 2).sum())
        if stress - now < ENOUGH * now:
            stress = now
            break
        stress = now
        pull = -weights * distances / np.where(apart > 1e-9, apart, 1.0)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        moved = np.zeros_like(places)
        moved[1:] = solved @ (pull @ places)[1:]
        places = moved
    return places, stress


def fitted(places: tuple[tuple[float, float], ...], radii: Array, width: float, height: float) -> Array:
    """The places turned and stretched so that circles about them fill a room with its middle at (0, 0), shape (n, 2)."""
    points = _turned(np.array(places), width / height)
    room = np.array([width, height])
    points = points - (points.min(axis=0) + points.max(axis=0)) / 2.0
    spans = np.maximum(np.ptp(points, axis=0), 1e-9)
    for _ in range(ROUNDS_TO_FIT):
        scales = np.maximum(room, 1.0) / spans
        scaled = points * np.minimum(scales, STRETCH * scales.min())
        low, high = (scaled - radii[:, None]).min(axis=0), (scaled + radii[:, None]).max(axis=0)
        # Circles at the edge reach beyond it: there is less room for their middles.
        room = np.maximum(room - np.maximum(high - low - np.array([width, height]), 0.0), 1.0)
    return array(scaled - (low + high) / 2.0)


def _turned(points: Array, shape: float) -> Array:
    """The points turned so that they are about as wide to their height as `shape`; a row of them along the longer side."""
    turns = [math.pi * turn / TURNS for turn in range(TURNS)]
    tried = [points @ np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]]) for a in turns]
    ratios = []
    for each in tried:
        wide, high = np.maximum(np.ptp(each, axis=0), 1e-9)
        ratios.append(round(math.log(float(wide / high)), 6))
    if max(ratios) > ROW:
        return _row(points, is_level=shape >= 1.0)
    misfits = [abs(ratio - math.log(shape)) for ratio in ratios]
    return array(tried[misfits.index(min(misfits))])


def _row(points: Array, *, is_level: bool) -> Array:
    """A row of points turned so that it lies level or stands upright."""
    x, y = (points - points.mean(axis=0)).T
    angle = 0.5 * math.atan2(2.0 * float(x @ y), float(x @ x - y @ y)) - (0.0 if is_level else math.pi / 2.0)
    return array(points @ np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]))


def parted(
    points: Array, radii: Array, links: tuple[tuple[int, int], ...], gap: float, width: float, height: float
) -> Array:
    """Circles moved apart until they lie `gap` from each other and from links that are not theirs, in a room about (0, 0).

    Where there is too little room for that they lie as near to it as so many pushes bring them.
    """
    points = points.copy()
    least = radii[:, None] + radii[None, :] + gap
    np.fill_diagonal(least, 0.0)
    room = np.maximum(np.array([[width, height]]) / 2.0 - radii[:, None], 0.0)
    points = np.clip(points, -room, room)
    for _ in range(PUSHES):
        push = _from_circles(points, least) + _from_links(points, radii + 0.7 * gap, links)
        if not push.any():
            break
        points = np.clip(points + push, -room, room)
    return array(np.round(points, 1))


def _from_circles(points: Array, least: Array) -> Array:
    """How far every circle is to be moved away from those that are too near."""
    between = points[:, None, :] - points[None, :, :]
    apart = np.sqrt((between**2).sum(axis=2))
    short = np.maximum(least - apart, 0.0)
    away = between / np.maximum(apart, 1e-6)[:, :, None]
    same = (apart < 1e-6) & (least > 0.0)
    if same.any():
        # What lies in one place is parted by number.
        numbers = np.arange(len(points))
        angles = GOLDEN_ANGLE * np.minimum(numbers[:, None], numbers[None, :])
        signs = np.sign(numbers[:, None] - numbers[None, :])[:, :, None]
        away = np.where(same[:, :, None], signs * np.stack([np.cos(angles), np.sin(angles)], axis=2), away)
    return array(0.5 * (away * short[:, :, None]).sum(axis=1))


def _from_links(points: Array, least: Array, links: tuple[tuple[int, int], ...]) -> Array:
    """How far every circle is to be moved away from links that pass through it."""
    if not links:
        return np.zeros_like(points)
    ends = np.array(links)
    start, way = points[ends[:, 0]], points[ends[:, 1]] - points[ends[:, 0]]
    length = np.maximum((way**2).sum(axis=1), 1e-9)
    offset = points[None, :, :] - start[:, None, :]
    along = np.clip((offset * way[:, None, :]).sum(axis=2) / length[:, None], 0.0, 1.0)
    away = offset - along[:, :, None] * way[:, None, :]
    apart = np.sqrt((away**2).sum(axis=2))
    short = np.maximum(least[None, :] - apart, 0.0)
    rows = np.arange(len(ends))
    short[rows, ends[:, 0]] = short[rows, ends[:, 1]] = 0.0
    across = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.sqrt(length)[:, None]
    unit = np.where((apart < 1e-6)[:, :, None], across[:, None, :], away / np.maximum(apart, 1e-6)[:, :, None])
    return array(0.4 * (unit * short[:, :, None]).sum(axis=0))
