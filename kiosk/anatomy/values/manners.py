"""Manners for figures side by side: the largest scale that leaves all of them short, not only the largest of them."""

from collections.abc import Sequence

from kiosk.numbers import SCALES, Manner, common_manner, tongue_of

LONG = {"zh": 1e6, "en": 1e7}
"""The values from which a scale is looked for that suits small ones, too."""
MOST_DECIMALS = 2


def shared_manner(values: Sequence[float], language: str, decimals: int | None, scale: str | None) -> Manner:
    """One scale and as many decimals as the finest value needs; large figures beside small ones take a smaller scale."""
    manner = common_manner(values, language, decimals=decimals, scale=scale)
    tongue = tongue_of(language)
    if scale is not None or manner.scale or max((abs(value) for value in values), default=0.0) < LONG[tongue]:
        return manner
    for word, factor in SCALES[tongue].items():
        if max(abs(value) for value in values) < float(factor):
            continue
        tried = common_manner(values, language, scale=word)
        if tried.decimals <= MOST_DECIMALS:
            return tried if decimals is None else common_manner(values, language, decimals=decimals, scale=word)
    return manner
