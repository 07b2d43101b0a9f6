"""Symbols: small shapes that stand for so many of something, as pieces with an upper and a lower edge."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kiosk.marks import Array, array

DETAIL = 19


@dataclass(frozen=True)
class Piece:
    """A part of a symbol: `upper` and `lower` edge along `x`, all in a square of side 1, y downwards."""

    x: tuple[float, ...]
    upper: tuple[float, ...]
    lower: tuple[float, ...]


@dataclass(frozen=True)
class Symbol:
    """A shape made of pieces, and what one of it is called in each language: the classifier in Chinese."""

    pieces: tuple[Piece, ...]
    names: dict[str, str]
    aspect: float = 1.0
    """Its width as a share of its height."""

    @cached_property
    def _covered(self) -> tuple[Array, Array]:
        """Places along x from 0 to 1, and the share of the symbol's surface at the left of each."""
        x = np.linspace(0.0, 1.0, 501)
        depth = np.zeros_like(x)
        for piece in self.pieces:
            inside = (x >= piece.x[0]) & (x <= piece.x[-1])
            upper, lower = np.interp(x, piece.x, piece.upper), np.interp(x, piece.x, piece.lower)
            depth += np.where(inside, lower - upper, 0.0)
        surface = np.concatenate([np.zeros(1), np.cumsum((depth[1:] + depth[:-1]) / 2.0)])
        return x, surface / surface[-1]

    def cut(self, share: float) -> float:
        """How far from the left a symbol is to be filled for `share` of its surface, 0 to 1."""
        if share <= 0.0 or share >= 1.0:
            return min(max(share, 0.0), 1.0)
        x, surface = self._covered
        return float(np.interp(share, surface, x))


def _curved(x: Array, upper: Array, lower: Array) -> Piece:
    return Piece(tuple(map(float, x)), tuple(map(float, upper)), tuple(map(float, lower)))


def _disc(middle: float, level: float, radius: float) -> Piece:
    turn = np.linspace(-1.0, 1.0, DETAIL)
    across = np.sin(turn * np.pi / 2.0)
    height = radius * np.sqrt(np.maximum(1.0 - across**2, 0.0))
    return _curved(middle + radius * across, level - height, level + height)


def _shoulders(left: float, right: float, top: float, bottom: float) -> Piece:
    """A body: round at the shoulders, level at the foot."""
    turn = np.sin(np.linspace(-1.0, 1.0, DETAIL) * np.pi / 2.0)
    # A power above two makes the curve squarer than a circle's.
    rise = (1.0 - np.abs(turn) ** 2.6) ** (1.0 / 2.6)
    x = (left + right) / 2.0 + turn * (right - left) / 2.0
    return _curved(x, bottom - rise * (bottom - top), np.full(DETAIL, bottom))


def _slab(left: float, right: float, top: float, bottom: float) -> Piece:
    return Piece((left, right), (top, top), (bottom, bottom))


SYMBOLS: dict[str, Symbol] = {
    "dot": Symbol((_disc(0.5, 0.5, 0.5),), {"zh": "一点", "en": "1 dot"}),
    "square": Symbol((_slab(0.0, 1.0, 0.0, 1.0),), {"zh": "一格", "en": "1 square"}),
    "person": Symbol(
        (_disc(0.5, 0.22, 0.33), _shoulders(0.0, 1.0, 0.49, 1.0)), {"zh": "一个人形", "en": "1 figure"}, aspect=0.66
    ),
    "building": Symbol(
        (
            _slab(0.22, 0.78, 0.0, 0.14),
            *(_slab(0.0, 1.0, top, top + 0.14) for top in (0.215, 0.43, 0.645)),
            Piece((0.0, 0.36, 0.36, 0.64, 0.64, 1.0), (0.86,) * 6, (1.0, 1.0, 0.86, 0.86, 1.0, 1.0)),
        ),
        {"zh": "一栋楼", "en": "1 building"},
        aspect=0.8,
    ),
    "document": Symbol(
        (
            Piece((0.0, 0.66, 1.0), (0.0, 0.0, 0.26), (0.40, 0.40, 0.40)),
            _slab(0.0, 1.0, 0.47, 0.68),
            _slab(0.0, 1.0, 0.75, 1.0),
        ),
        {"zh": "一份文件", "en": "1 document"},
        aspect=0.76,
    ),
}
"""The shapes by the name an author writes."""


@dataclass(frozen=True)
class Row:
    """Symbols of `width` by `height` pixels side by side from `left` on, `pitch` apart, their top at `top`."""

    symbol: Symbol
    left: float
    top: float
    width: float
    height: float
    pitch: float
    most: int

    @cached_property
    def _edges(self) -> tuple[tuple[Array, Array, Array], ...]:
        """For each piece, the x, upper and lower edge of all symbols, of shape (most, points)."""
        lefts = self.left + self.pitch * np.arange(self.most, dtype=np.float64).reshape(-1, 1)
        edges = []
        for piece in self.symbol.pieces:
            x, upper, lower = (np.array(values) for values in (piece.x, piece.upper, piece.lower))
            # Closed at both ends, so that the edges lie on each other from one symbol to the next.
            x, upper = np.concatenate([x[:1], x, x[-1:]]), np.concatenate([lower[:1], upper, lower[-1:]])
            lower = np.concatenate([lower[:1], lower, lower[-1:]])
            tops = np.full((self.most, 1), self.top)
            edges.append((lefts + self.width * x, tops + self.height * upper, tops + self.height * lower))
        return tuple(edges)

    def outline(self, piece: int, units: float) -> tuple[Array, Array, Array]:
        """One piece of the first `units` symbols, as x, upper and lower edge; the last one is cut by its surface."""
        x, upper, lower = self._edges[piece]
        whole = min(int(units + 1e-9), self.most)
        parts = [(x[:whole].ravel(), upper[:whole].ravel(), lower[:whole].ravel())]
        if whole < self.most and units - whole > 1e-9:
            until = self.left + self.pitch * whole + self.width * self.symbol.cut(units - whole)
            parts.append(_cut(x[whole], upper[whole], lower[whole], until))
        joined = [np.concatenate(edges) for edges in zip(*parts, strict=True)]
        if not len(joined[0]):
            return array([self.left]), array([self.top]), array([self.top])
        return array(joined[0]), array(joined[1]), array(joined[2])


def _cut(x: Array, upper: Array, lower: Array, until: float) -> tuple[Array, Array, Array]:
    if until >= x[-1]:
        return x, upper, lower
    if until <= x[0]:
        return x[:0], upper[:0], lower[:0]
    kept = x < until
    end_upper, end_lower = np.interp(until, x[1:-1], upper[1:-1]), np.interp(until, x[1:-1], lower[1:-1])
    return (
        np.concatenate([x[kept], [until, until]]),
        np.concatenate([upper[kept], [end_upper, end_lower]]),
        np.concatenate([lower[kept], [end_lower, end_lower]]),
    )
