"""Arrays of marks hold finite numbers only: pyqtgraph ends the process over a None or a text in a line."""

from typing import Any

import numpy as np
import pytest

from kiosk.marks import array


@pytest.mark.parametrize("wrong", [None, "a", "", float("nan"), float("inf"), float("-inf"), [], [1.0]], ids=repr)
def test_what_is_not_a_finite_number_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        array([1.0, wrong, 3.0])


@pytest.mark.parametrize("wrong", [None, "a", float("nan"), float("inf")], ids=repr)
def test_it_is_refused_in_an_array_of_objects_too(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        array(np.array([1.0, wrong, 3.0], dtype=object))


@pytest.mark.parametrize("wrong", [{}, 1j, 10**400], ids=["mapping", "complex", "too large"])
def test_no_other_kind_of_value_gets_through(wrong: Any) -> None:
    with pytest.raises((ValueError, TypeError, OverflowError)):
        array([1.0, wrong, 3.0])


@pytest.mark.parametrize("values", [[], [1], [1.5, -2.0], [[1.0, 2.0], [3.0, 4.0]], [np.float32(0.5), np.int64(3)]])
def test_finite_numbers_keep_their_value_and_shape(values: Any) -> None:
    result = array(values)

    assert result.dtype == np.float64
    assert result.tolist() == values
