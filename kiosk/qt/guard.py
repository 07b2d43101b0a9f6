"""Guards: an error in one drawing never leaves the place where Qt called it."""

import functools
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

log = logging.getLogger("kiosk")
LOG_EVERY = 60.0


class Faults:
    """Errors caught at the border to Qt: each place logged once a minute, those of a slide's picture counted for the player."""

    def __init__(self) -> None:
        self._count = 0
        self._logged: dict[str, float] = {}

    def caught(self, place: str, error: BaseException, *, blames_slide: bool = False) -> None:
        """Notes one error; `place` says where in the program, `blames_slide` that a slide's picture is spoilt by it."""
        self._count += blames_slide
        now = time.monotonic()
        key = f"{place}:{type(error).__name__}"
        if now - self._logged.get(key, -LOG_EVERY) >= LOG_EVERY:
            self._logged[key] = now
            log.error("%s: %r", place, error, exc_info=error)

    def take(self) -> int:
        """How many errors spoilt the slide in view since the last call."""
        count, self._count = self._count, 0
        return count

    @contextmanager
    def refused(self) -> Iterator[None]:
        """For painting a slide that is not in view: its errors raise ValueError at the end, and the one in view is not blamed."""
        before, self._count = self._count, 0
        try:
            yield
        finally:
            within, self._count = self._count, before
        if within:
            raise ValueError("it cannot be painted")


FAULTS = Faults()


def guard(default: Any, *, blames_slide: bool = True) -> Callable[[Function], Function]:
    """Wraps an override of a Qt method or a slot: any error is noted, and Qt is given `default` back.

    What does not belong to a slide's picture must not blame it: a fault in a key or a badge would empty the show slide by slide.
    """

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def guarded(*args: Any, **keywords: Any) -> Any:
            try:
                return function(*args, **keywords)
            except BaseException as error:
                # Whatever passes through Qt's C++ frames may end the process, KeyboardInterrupt and SystemExit included.
                FAULTS.caught(function.__qualname__, error, blames_slide=blames_slide)
                return default

        return guarded  # type: ignore[return-value]

    return decorate
