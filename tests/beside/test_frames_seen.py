"""Frames as an observer of the screen tells them apart, and how many of them are missing."""

import pytest

from benchmarks.beside.crosscheck import compared
from benchmarks.beside.frames import coalesced, dropped, motion, stretches

BEAT = 1.0 / 60.0


def beats(count: int, start: float = 0.0) -> list[float]:
    """So many frames of a screen of 60 Hz."""
    return [start + BEAT * number for number in range(count)]


def test_changes_that_follow_closely_are_one_frame_from_the_first_of_them_on() -> None:
    assert coalesced([0.000, 0.001, 0.002, 0.016, 0.018]) == (0.000, 0.016)


def test_a_frame_that_takes_long_to_be_handed_over_is_still_one() -> None:
    # Each part comes soon after the one before, the last of them long after the first.
    assert coalesced([0.000, 0.004, 0.008, 0.012, 0.030]) == (0.000, 0.030)


def test_without_changes_there_are_no_frames() -> None:
    assert (coalesced([]), stretches([])) == ((), ())


def test_a_rest_parts_one_stretch_of_motion_from_the_next() -> None:
    frames = [*beats(3), *beats(2, start=5.0)]

    assert [len(each) for each in stretches(frames)] == [3, 2]


@pytest.mark.parametrize(
    ("milliseconds", "missing"),
    [(0, 0), (8, 0), (17, 0), (24, 0), (25, 0), (26, 1), (33, 1), (41, 1), (42, 2), (50, 2)],
)
def test_a_frame_is_dropped_for_every_further_picture_of_the_screen(milliseconds: int, missing: int) -> None:
    assert dropped(milliseconds / 1000.0) == missing


def test_even_motion_drops_nothing() -> None:
    seen = motion(beats(61))

    assert (seen.frames, seen.dropped, seen.due, seen.pauses) == (61, 0, 61, 0)
    assert seen.median_ms == pytest.approx(16.7)


def test_a_missing_frame_is_noticed() -> None:
    frames = beats(61)
    del frames[30]

    seen = motion(frames)

    assert (seen.frames, seen.dropped, seen.due) == (60, 1, 61)
    assert seen.worst_ms == pytest.approx(33.3)


def test_a_halt_within_motion_is_a_pause_and_the_rest_of_a_slide_is_none() -> None:
    frames = [*beats(10), *beats(10, start=0.5), *beats(10, start=7.5)]

    seen = motion(frames)

    assert (seen.pauses, seen.dropped) == (1, 0)
    assert seen.longest_pause == pytest.approx(0.5 - 9 * BEAT, abs=0.001)


def test_the_slowest_hundredth_counts_from_two_hundred_frames_on() -> None:
    frames = beats(198)
    for _ in range(2):
        frames.append(frames[-1] + 0.05)

    assert motion(frames).p99_ms == pytest.approx(50.0)


@pytest.mark.parametrize("frames", [[], [1.0]])
def test_a_screen_that_does_not_move_has_no_frame_times(frames: list[float]) -> None:
    seen = motion(frames)

    assert (seen.frames, seen.p99_ms, seen.dropped) == (len(frames), 0.0, 0)


def test_a_contender_is_believed_only_where_the_screen_moves() -> None:
    # A browser goes on counting while nothing changes.
    result = compared(beats(30, start=1.0), beats(300))

    assert (result["seen"], result["counted"]) == (30, 31)
    assert result["counted_median_ms"] == pytest.approx(16.67)
