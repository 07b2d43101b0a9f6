"""Bins: round edges, every value in one of them, a width that suits the values."""

import numpy as np
import pytest

from kiosk.anatomy.geometry.bins import MOST, bins_of, round_width

BELL = np.random.default_rng(7).normal(30.0, 6.0, 5000)


def test_every_value_is_counted_once() -> None:
    bins = bins_of(BELL)

    assert bins.counts.sum() == len(BELL)
    assert len(bins.edges) == len(bins.counts) + 1


def test_the_width_is_the_next_round_one_of_freedman_and_diaconis() -> None:
    upper, lower = np.percentile(BELL, [75, 25])
    natural = 2.0 * (upper - lower) / len(BELL) ** (1.0 / 3.0)
    width = float(np.diff(bins_of(BELL).edges)[0])

    assert natural <= width == round_width(natural)


@pytest.mark.parametrize(
    ("least", "width"), [(1.0, 1.0), (1.1, 2.0), (3.0, 4.0), (4.1, 5.0), (7.0, 10.0), (0.012, 0.02)]
)
def test_widths_are_round(least: float, width: float) -> None:
    assert round_width(least) == pytest.approx(width)


def test_edges_are_multiples_of_the_width() -> None:
    edges = bins_of(BELL, 10).edges
    width = edges[1] - edges[0]

    assert np.allclose(edges / width, np.round(edges / width))


def test_about_as_many_bins_as_asked_for() -> None:
    assert 6 <= len(bins_of(BELL, 12).counts) <= 13


def test_one_value_and_values_all_alike_have_one_bin() -> None:
    assert bins_of(np.array([12.0])).counts.tolist() == [1.0]
    assert bins_of(np.full(30, 7.25)).counts.tolist() == [30.0]
    assert bins_of(np.zeros(3)).counts.tolist() == [3.0]
    assert bins_of(np.full(4, -0.3)).counts.tolist() == [4.0]


def test_whole_numbers_are_never_split() -> None:
    bins = bins_of(np.array([0.0, 1.0, 1.0, 2.0, 3.0, 3.0, 3.0]))

    assert np.diff(bins.edges).min() >= 1.0
    assert bins.counts.sum() == 7.0


def test_a_far_outlier_does_not_make_endless_bins() -> None:
    assert len(bins_of(np.append(BELL, 1e9)).counts) <= MOST


def test_nothing_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="no values"):
        bins_of(np.array([]))
