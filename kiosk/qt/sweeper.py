"""The sweeper: clears away what the program no longer needs, while nothing moves."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sweeping_by_hand() -> Iterator[None]:
    """Stops Python from looking for unreachable objects whenever it likes: in the midst of an entrance that costs a frame."""
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


class Sweeper:
    """Looks for unreachable objects once for each slide shown, if Python no longer does so by itself."""

    def __init__(self) -> None:
        self._swept: int | None = None
        self._is_settled = False

    def sweep(self, slide: int) -> bool:
        """Sweeps, if it was not done since `slide` came in; says whether it was."""
        if gc.isenabled() or slide == self._swept:
            return False
        self._swept = slide
        gc.collect()
        if not self._is_settled:
            # What the start has made stays for good: from now on only what came later is looked at.
            gc.freeze()
            self._is_settled = True
        return True
