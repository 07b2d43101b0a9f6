"""Guards: an error in one drawing never leaves the place where Qt called it."""

import functools
import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

log = logging.getLogger("kiosk")
LOG_EVERY = 60.0


class Faults:
    """Errors caught at the border to Qt: counted for the player, logged once a minute for each place."""

    def __init__(self) -> None:
        self._count = 0
        self._logged: dict[str, float] = {}

    def caught(self, place: str, error: BaseException) -> None:
        """Notes one error; `place` says where in the program."""
        self._count += 1
        now = time.monotonic()
        key = f"{place}:{type(error).__name__}"
        if now - self._logged.get(key, -LOG_EVERY) >= LOG_EVERY:
            self._logged[key] = now
            log.error("%s: %r", place, error, exc_info=error)

    def take(self) -> int:
        """How many errors there were since the last call."""
        count, self._count = self._count, 0
        return count


FAULTS = Faults()


def guard(default: Any) -> Callable[[Function], Function]:
    """Wraps an override of a Qt method or a slot: any error is noted, and Qt is given `default` back."""

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def guarded(*args: Any, **keywords: Any) -> Any:
            try:
                return function(*args, **keywords)
            except BaseException as error:
                # Whatever passes through Qt's C++ frames may end the process, KeyboardInterrupt and SystemExit included.
                FAULTS.caught(function.__qualname__, error)
                return default

        return guarded  # type: ignore[return-value]

    return decorate
