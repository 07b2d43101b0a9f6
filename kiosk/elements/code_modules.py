"""Code modules: the dark squares of a QR code, joined to runs along its rows."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from kiosk.marks import Array

LEVEL = "M"
"""How much of a code may be lost: about 15 %."""
QUIET = 4
"""Light modules around a code: the margin that the standard asks for."""
GREATEST = 13
"""The greatest version: 69 modules a side, 5 pixels each in an area 385 pixels high."""
LONGEST = 330
"""Bytes of text that the greatest version holds, roughly."""


@dataclass(frozen=True, eq=False)
class Code:
    """A QR code as its dark modules, without the margin, shape (modules, modules)."""

    modules: NDArray[np.bool_]

    @property
    def side(self) -> int:
        """Modules to a side, the margin included."""
        return len(self.modules) + 2 * QUIET

    @cached_property
    def runs(self) -> tuple[Array, Array, Array]:
        """Dark modules side by side as one: row, first column and length of each, in modules without the margin."""
        edges = np.diff(np.pad(self.modules.astype(np.int8), ((0, 0), (1, 1))), axis=1)
        rows, lefts = np.nonzero(edges == 1)
        _, ends = np.nonzero(edges == -1)
        return rows.astype(np.float64), lefts.astype(np.float64), (ends - lefts).astype(np.float64)


def is_short_enough(text: str) -> bool:
    """Whether a text has room in a code whose modules can be seen from afar."""
    return _made(text) is not None


def code_of(text: str) -> Code:
    """The code of a text; raises ValueError for one that is too long."""
    code = _made(text)
    if code is None:
        raise ValueError(f"too long for a code: {text!r}")
    return code


@lru_cache(maxsize=64)
def _made(text: str) -> Code | None:
    # Needed on few slides: the start of the program does not wait for it.
    import segno

    try:
        made = segno.make(text, error=LEVEL, micro=False, boost_error=False)
    except segno.DataOverflowError:
        return None
    if int(made.version) > GREATEST:
        return None
    return Code(np.array([list(row) for row in made.matrix], dtype=np.bool_))
