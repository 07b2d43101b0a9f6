"""The wall: what calendar and clock show in the hall."""

import time


def seconds_on_the_wall() -> float:
    """The local time as seconds from 1970-01-01 00:00, as if every day there had 86,400 of them."""
    now = time.time()
    return now + time.localtime(now).tm_gmtoff
