"""Manners: figures side by side in one scale that leaves even the small ones short."""

import pytest

from kiosk.anatomy.values.manners import shared_manner


@pytest.mark.parametrize(
    ("values", "language", "scale", "decimals"),
    [
        ((3.0e9, 2.4e12), "zh", "亿", 0),
        ((3.0e9, 2.4e12), "en", "billion", 0),
        ((1.2e9, 3.45e9), "zh", "亿", 1),
        ((2.0, 1.2e12), "zh", "", 0),
        ((12.0, 34.5), "zh", "", 1),
    ],
)
def test_the_scale_suits_the_small_ones_too(
    values: tuple[float, ...], language: str, scale: str, decimals: int
) -> None:
    manner = shared_manner(values, language, None, None)

    assert (manner.scale, manner.decimals) == (scale, decimals)


def test_a_scale_of_the_author_stays() -> None:
    assert shared_manner((3.0e9, 2.4e12), "zh", None, "万").scale == "万"
    assert shared_manner((3.0e9, 2.4e12), "zh", None, "none").scale == ""
