"""The hand-over between the loop and the guide, told by what is seen."""

from dataclasses import dataclass, field
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.commands import AnyCommand, Command, Digit, GoTo
from kiosk.playback import Playback, Programme, View

START = 1000.0


@dataclass
class Hall:
    """A show that is played by a hand on its clock: 4 slides of 8 s with 2 s of animation, changing within 0.5 s."""

    playback: Playback
    now: float = START
    commands: list[AnyCommand] = field(default_factory=list)

    def wait(self, seconds: float) -> View:
        self.now += seconds
        self.playback = self.playback.advance(self.now)
        return self.view

    def press(self, *commands: AnyCommand) -> View:
        for command in commands:
            self.playback = self.playback.perform(command, self.now)
        return self.view

    def sleep_until_next_change(self) -> View:
        assert self.view.next_change is not None
        return self.wait(self.view.next_change - self.now)

    def drop(self, *slides: int) -> View:
        for slide in slides:
            self.playback = self.playback.drop(slide, self.now)
        return self.view

    @property
    def view(self) -> View:
        return self.playback.at(self.now)


def hall(slide: int = 0, **changes: Any) -> Hall:
    programme: dict[str, Any] = {
        "slides": 4,
        "duration": 8.0,
        "animation": 2.0,
        "transition": 0.5,
        "languages": ("zh", "en"),
    }
    return Hall(Playback.start(Programme(**(programme | changes)), START, slide=slide))


def approx(seconds: float) -> Any:
    return pytest.approx(seconds, abs=1e-6)


# The loop


def test_the_loop_starts_with_the_first_slide_without_a_transition() -> None:
    view = hall().view

    assert (view.slide, view.t, view.previous, view.progress, view.state) == (0, 0.0, None, None, "auto")


def test_the_loop_starts_with_the_slide_asked_for_and_with_the_first_if_there_is_none() -> None:
    assert hall(slide=2).view.slide == 2
    assert hall(slide=9).view.slide == 0


def test_a_slide_gives_way_when_its_duration_is_over() -> None:
    show = hall()

    assert show.wait(7.99).slide == 0
    assert show.wait(0.01).slide == 1


def test_the_new_slide_waits_at_its_beginning_while_the_old_one_stands_at_its_end() -> None:
    show = hall()
    view = show.wait(8.25)

    assert (view.slide, view.t, view.previous, view.direction) == (1, 0.0, 0, 1)
    assert view.previous_t == approx(8.0)
    assert view.progress == approx(0.5)
    view = show.wait(0.75)
    assert (view.previous, view.progress) == (None, None)
    assert view.t == approx(0.5)


def test_the_loop_goes_round_and_round() -> None:
    show = hall()

    assert [show.wait(8.5).slide for _ in range(6)] == [1, 2, 3, 0, 1, 2]


def test_durations_may_differ_from_slide_to_slide() -> None:
    show = hall(duration=(3.0, 20.0, 3.0, 3.0), transition=0.0)

    assert show.wait(3.0).slide == 1
    assert show.wait(19.9).slide == 1
    assert show.wait(0.1).slide == 2


def test_times_may_be_functions_of_the_slide() -> None:
    show = hall(duration=lambda slide: slide + 1.0, transition=lambda slide: 0.0)

    assert [show.wait(1.0).slide for _ in range(4)] == [1, 1, 2, 2]


def test_a_lone_slide_begins_again_without_changing_into_itself() -> None:
    view = hall(slides=1).wait(8.0)

    assert (view.slide, view.t, view.previous) == (0, 0.0, None)


def test_it_does_not_matter_how_often_the_clock_is_read() -> None:
    often, once = hall(), hall()
    for _ in range(90):
        often.wait(0.125)

    once.wait(11.25)

    assert often.view == once.view


def test_looking_changes_nothing() -> None:
    show = hall()
    before = show.playback

    show.playback.at(START + 100.0)

    assert show.playback is before
    assert before.at(START) == before.at(START)


def test_slides_without_duration_do_not_make_the_loop_race() -> None:
    show = hall(duration=0.0, transition=0.0)

    assert show.wait(0.11).slide == 1


# The clock


@pytest.mark.parametrize("gap", [20.0, 3600.0, 1e7])
def test_after_a_suspended_hour_the_next_slide_begins(gap: float) -> None:
    view = hall().wait(gap)

    assert (view.slide, view.previous, view.t, view.progress) == (1, 0, 0.0, 0.0)


def test_a_late_reading_within_the_gap_does_not_delay_the_show() -> None:
    view = hall().wait(11.0)

    assert view.slide == 1
    assert view.t == approx(2.5)


def test_after_a_suspended_hour_a_guided_slide_gives_way_to_the_next_one() -> None:
    show = hall()
    show.press(Command.NEXT)
    view = show.wait(3600.0)

    assert (view.state, view.slide, view.progress) == ("auto", 2, 0.0)


def test_a_clock_set_back_carries_the_show_along() -> None:
    show = hall()
    show.wait(3.0)
    view = show.wait(-500.0)

    assert (view.slide, view.t) == (0, approx(3.0))
    assert show.wait(4.9).slide == 0
    assert show.wait(0.2).slide == 1


def test_a_clock_set_back_does_not_prolong_the_wait_of_a_guided_slide() -> None:
    show = hall()
    show.press(Command.NEXT)
    show.wait(60.0)
    show.wait(-900.0)

    assert show.wait(59.0).state == "guided"
    assert show.wait(1.0).state == "auto"


# Steps


@pytest.mark.parametrize(
    ("command", "slide"), [(Command.NEXT, 2), (Command.PREVIOUS, 0), (Command.FIRST, 0), (Command.LAST, 3)]
)
def test_a_step_is_answered_at_once_and_makes_the_show_guided(command: Command, slide: int) -> None:
    view = hall(slide=1).press(command)

    assert (view.slide, view.state, view.previous, view.progress) == (slide, "guided", 1, 0.0)
    assert view.direction == (1 if slide > 1 else -1)


def test_steps_go_round_and_keep_their_direction() -> None:
    assert (hall(slide=3).press(Command.NEXT).slide, hall(slide=3).press(Command.NEXT).direction) == (0, 1)
    assert (hall().press(Command.PREVIOUS).slide, hall().press(Command.PREVIOUS).direction) == (3, -1)


def test_a_step_during_a_transition_ends_it_and_begins_the_next() -> None:
    show = hall()
    show.press(Command.NEXT)
    show.wait(0.2)
    view = show.press(Command.NEXT)

    assert (view.slide, view.previous, view.previous_t, view.progress) == (2, 1, 0.0, 0.0)


def test_a_guided_slide_runs_its_animation_and_stays_final() -> None:
    show = hall()
    show.press(Command.NEXT)

    assert show.wait(1.5).t == approx(1.0)
    assert show.view.moving
    view = show.wait(60.0)
    assert (view.slide, view.t, view.moving) == (1, approx(2.0), False)


def test_going_to_a_slide_in_view_keeps_it_as_it_is() -> None:
    show = hall()
    show.wait(5.0)
    view = show.press(GoTo(0))

    assert (view.slide, view.state, view.previous) == (0, "guided", None)
    assert view.t == approx(5.0)


@pytest.mark.parametrize("slide", [-1, 4, 999])
def test_a_slide_that_does_not_exist_leads_nowhere(slide: int) -> None:
    view = hall(slide=2).press(GoTo(slide))

    assert (view.slide, view.state) == (2, "guided")


# The return to the loop


def test_the_loop_moves_on_from_the_slide_in_view_when_the_wait_is_over() -> None:
    show = hall()
    show.press(Command.NEXT)

    assert (show.wait(119.9).slide, show.view.state) == (1, "guided")
    view = show.wait(0.1)
    assert (view.slide, view.state, view.previous) == (2, "auto", 1)


def test_the_countdown_shows_in_the_last_ten_seconds_only() -> None:
    show = hall()
    show.press(Command.NEXT)

    assert show.wait(109.5).countdown is None
    assert show.wait(1.0).countdown == approx(9.5)
    assert show.wait(9.0).countdown == approx(0.5)
    assert show.wait(1.0).countdown is None


@pytest.mark.parametrize("command", [Command.POINTER, Command.LANGUAGE, Digit(1), Command.QUIT, GoTo(99)])
def test_every_input_restarts_the_wait(command: AnyCommand) -> None:
    show = hall()
    show.press(Command.NEXT)
    show.wait(115.0)

    assert show.press(command).countdown is None
    assert show.wait(109.0).state == "guided"


@pytest.mark.parametrize("command", [Command.POINTER, Command.LANGUAGE, Digit(1), Command.QUIT])
def test_inputs_that_lead_nowhere_do_not_stop_the_loop(command: AnyCommand) -> None:
    show = hall()

    assert show.press(command).state == "auto"
    assert show.wait(8.0).slide == 1


def test_the_wait_is_the_authors_choice() -> None:
    show = hall(resume_after=30.0, countdown=5.0)
    show.press(Command.NEXT)

    assert show.wait(24.0).countdown is None
    assert show.wait(2.0).countdown == approx(4.0)
    assert show.wait(4.0).state == "auto"


def test_escape_returns_to_the_loop_and_leaves_the_slide_the_time_it_still_has() -> None:
    show = hall()
    show.press(Command.NEXT)
    show.wait(60.0)
    view = show.press(Command.ESCAPE)

    assert (view.state, view.slide, view.t) == ("auto", 1, approx(2.0))
    assert show.wait(5.9).slide == 1
    assert show.wait(0.2).slide == 2


def test_escape_does_nothing_to_the_loop() -> None:
    show, other = hall(), hall()
    show.wait(3.0)
    other.wait(3.0)

    assert show.press(Command.ESCAPE) == other.view
    assert show.wait(5.3) == other.wait(5.3)


# Hold


def test_a_held_slide_stands_until_released() -> None:
    show = hall()
    show.wait(1.0)
    show.press(Command.HOLD)
    view = show.wait(100_000.0)

    assert (view.state, view.slide, view.t) == ("held", 0, approx(1.0))
    assert (view.moving, view.next_change, view.countdown) == (False, None, None)


def test_a_released_slide_goes_on_in_the_loop_from_where_it_stood() -> None:
    show = hall()
    show.wait(1.0)
    show.press(Command.HOLD)
    show.wait(500.0)
    view = show.press(Command.HOLD)

    assert (view.state, view.slide, view.t, view.moving) == ("auto", 0, approx(1.0), True)
    assert show.wait(6.9).slide == 0
    assert show.wait(0.2).slide == 1


def test_a_step_while_held_stays_held_on_the_new_slide_in_its_final_state() -> None:
    show = hall()
    show.press(Command.HOLD)
    view = show.press(Command.NEXT)

    assert (view.state, view.slide, view.progress) == ("held", 1, 0.0)
    view = show.wait(1000.0)
    assert (view.state, view.slide, view.t, view.moving) == ("held", 1, approx(2.0), False)


def test_a_slide_held_while_it_comes_in_is_not_held_empty() -> None:
    show = hall()
    show.wait(8.2)
    show.press(Command.HOLD)

    assert show.view.progress is not None
    assert show.wait(100.0).t == approx(2.0)
    assert show.view.previous is None


def test_escape_releases() -> None:
    show = hall()
    show.press(Command.HOLD)

    assert show.press(Command.ESCAPE).state == "auto"


# Blank


def test_a_blank_screen_stops_the_slide_and_the_same_command_lets_it_go_on() -> None:
    show = hall()
    show.wait(1.0)
    show.press(Command.BLANK)
    view = show.wait(50.0)

    assert (view.state, view.slide, view.t, view.moving) == ("blank", 0, approx(1.0), False)
    view = show.press(Command.BLANK)
    assert (view.state, view.t) == ("auto", approx(1.0))
    assert show.wait(7.1).slide == 1


@pytest.mark.parametrize("command", [Command.NEXT, Command.PREVIOUS, Command.ENTER])
def test_a_step_only_brings_the_picture_back(command: Command) -> None:
    show = hall(slide=1)
    show.press(Command.BLANK)
    view = show.press(command)

    assert (view.state, view.slide, view.previous) == ("guided", 1, None)


def test_a_jump_out_of_a_blank_screen_shows_its_target_without_a_transition() -> None:
    show = hall()
    show.press(Command.BLANK)
    view = show.press(Command.LAST)

    assert (view.state, view.slide, view.previous, view.t) == ("guided", 3, None, 0.0)


def test_a_forgotten_blank_returns_to_the_loop_with_the_slide_from_its_beginning() -> None:
    show = hall()
    show.press(Command.NEXT)
    show.wait(30.0)
    show.press(Command.BLANK)

    assert show.wait(119.9).state == "blank"
    assert show.view.countdown is None
    view = show.wait(0.1)
    assert (view.state, view.slide, view.t) == ("auto", 1, 0.0)


def test_a_forgotten_blank_over_a_held_slide_is_held_again() -> None:
    show = hall()
    show.wait(3.0)
    show.press(Command.HOLD, Command.BLANK)
    view = show.wait(121.0)

    assert (view.state, view.slide, view.t) == ("held", 0, approx(3.0))
    assert show.wait(5000.0).state == "held"


def test_escape_ends_a_blank_screen_in_the_loop() -> None:
    show = hall()
    show.press(Command.NEXT, Command.BLANK)

    assert show.press(Command.ESCAPE).state == "auto"


# The overview and the list of keys


def test_the_overview_opens_on_the_slide_in_view_and_the_show_waits() -> None:
    show = hall(slide=2)
    view = show.press(Command.OVERVIEW)

    assert (view.overlay, view.selection, view.state) == ("overview", 2, "guided")
    assert show.wait(60.0).slide == 2


def test_a_slide_under_an_overlay_finishes_its_animation() -> None:
    show = hall()
    show.wait(1.0)
    view = show.press(Command.HELP)

    assert (view.t, view.moving) == (approx(1.0), True)
    assert show.wait(30.0).t == approx(2.0)


def test_steps_move_the_selection_and_not_the_slide() -> None:
    show = hall()
    view = show.press(Command.OVERVIEW, Command.NEXT, Command.NEXT)

    assert (view.selection, view.slide) == (2, 0)
    assert show.press(Command.LAST).selection == 3
    assert show.press(Command.NEXT).selection == 0
    assert show.press(Command.PREVIOUS).selection == 3
    assert show.press(Command.FIRST).selection == 0


def test_rows_move_the_selection_by_the_columns_and_not_beyond_the_overview() -> None:
    show = hall(slides=5, overview_columns=3)
    show.press(Command.OVERVIEW, Command.NEXT)

    assert show.press(Command.ROW_DOWN).selection == 4
    assert show.press(Command.ROW_DOWN).selection == 4
    assert show.press(Command.ROW_UP).selection == 1
    assert show.press(Command.ROW_UP).selection == 1


def test_a_row_outside_the_overview_is_a_step() -> None:
    assert hall().press(Command.ROW_DOWN).slide == 1


def test_enter_opens_the_selection() -> None:
    show = hall()
    view = show.press(Command.OVERVIEW, Command.NEXT, Command.NEXT, Command.ENTER)

    assert (view.overlay, view.selection, view.slide, view.state) == (None, None, 2, "guided")


def test_a_number_jumps_out_of_the_overview() -> None:
    view = hall().press(Command.OVERVIEW, Digit(4), Command.ENTER)

    assert (view.overlay, view.slide) == (None, 3)


def test_escape_closes_an_overlay_in_the_loop_and_its_own_command_in_the_guides_hand() -> None:
    for command in (Command.OVERVIEW, Command.HELP):
        show = hall()

        assert (show.press(command, Command.ESCAPE).overlay, show.view.state) == (None, "auto")
        assert (show.press(command, command).overlay, show.view.state) == (None, "guided")


def test_one_overlay_takes_the_place_of_the_other() -> None:
    assert hall().press(Command.OVERVIEW, Command.HELP).overlay == "help"


def test_a_step_closes_the_list_of_keys() -> None:
    view = hall().press(Command.HELP, Command.NEXT)

    assert (view.overlay, view.slide) == (None, 1)


@pytest.mark.parametrize("command", [Command.OVERVIEW, Command.HELP])
def test_a_forgotten_overlay_returns_to_the_loop(command: Command) -> None:
    show = hall()
    show.press(command)

    assert show.wait(119.0).overlay is not None
    assert (show.wait(1.0).overlay, show.view.state, show.view.slide) == (None, "auto", 1)


def test_a_forgotten_overlay_over_a_held_slide_closes_and_the_slide_stays_held() -> None:
    show = hall()
    show.press(Command.HOLD, Command.OVERVIEW)
    view = show.wait(120.0)

    assert (view.overlay, view.state, view.slide) == (None, "held", 0)


# Numbers and languages


def test_a_number_and_enter_go_to_that_slide() -> None:
    show = hall(slides=20)
    view = show.press(Digit(1), Digit(2))

    assert (view.digits, view.slide) == ("12", 0)
    view = show.press(Command.ENTER)
    assert (view.digits, view.slide) == ("", 11)


def test_enter_alone_is_a_step() -> None:
    assert hall().press(Command.ENTER).slide == 1


def test_a_number_is_forgotten_three_seconds_after_its_last_digit() -> None:
    show = hall()
    show.press(Digit(1))
    show.wait(2.0)
    show.press(Digit(4))

    assert show.wait(2.9).digits == "14"
    assert show.wait(0.1).digits == ""
    assert show.press(Command.ENTER).slide == 1


def test_backspace_takes_a_digit_back_and_is_a_step_without_any() -> None:
    show = hall(slide=2)
    show.press(Digit(3), Digit(1))

    assert show.press(Command.BACKSPACE).digits == "3"
    assert (show.press(Command.BACKSPACE).digits, show.view.slide) == ("", 2)
    assert show.press(Command.BACKSPACE).slide == 1


def test_a_step_forgets_the_number() -> None:
    assert hall().press(Digit(4), Command.NEXT).digits == ""


def test_zero_and_too_large_numbers_lead_nowhere() -> None:
    assert hall().press(Digit(0), Command.ENTER).slide == 0
    assert hall().press(*[Digit(9)] * 20, Command.ENTER).slide == 0


def test_languages_take_turns_and_outlast_the_return_to_the_loop() -> None:
    show = hall()

    assert show.view.language == "zh"
    assert show.press(Command.LANGUAGE).language == "en"
    assert show.press(Command.NEXT, Command.ESCAPE).language == "en"
    assert show.press(Command.LANGUAGE).language == "zh"


# A single pass


def test_a_single_pass_ends_with_the_last_slide_final() -> None:
    show = hall(once=True, slide=3)

    assert not show.wait(7.9).finished
    view = show.wait(0.1)
    assert (view.finished, view.slide, view.moving, view.next_change) == (True, 3, False, None)
    assert view.t >= 2.0
    assert show.press(Command.NEXT) == show.wait(100.0) == view


def test_steps_do_not_go_round_in_a_single_pass() -> None:
    assert hall(once=True).press(Command.PREVIOUS).slide == 0
    view = hall(once=True, slide=3).press(Command.NEXT)
    assert (view.slide, view.finished) == (3, False)


def test_a_single_pass_left_alone_after_a_step_ends_all_the_same() -> None:
    show = hall(once=True)
    show.press(Command.LAST)

    assert show.wait(120.0).finished


def test_a_single_pass_without_slides_is_over() -> None:
    assert hall(once=True, slides=0).view.finished
    assert hall(once=True).drop(0, 1, 2, 3).finished


def test_a_single_pass_whose_last_slide_is_dropped_is_over() -> None:
    view = hall(once=True, slide=3).drop(3)

    assert (view.finished, view.slide) == (True, 2)


# Slides that cannot be played


def test_the_loop_passes_over_dropped_slides() -> None:
    show = hall()
    show.drop(1, 2)

    assert show.wait(8.0).slide == 3


def test_in_the_place_of_a_slide_dropped_in_view_comes_the_next() -> None:
    show = hall()
    show.wait(4.0)
    view = show.drop(0)

    assert (view.slide, view.t, view.previous, view.state) == (1, 0.0, None, "auto")


def test_a_dropped_slide_no_longer_takes_part_in_a_transition() -> None:
    show = hall()
    show.wait(8.1)
    view = show.drop(0)

    assert (view.slide, view.previous, view.progress) == (1, None, None)
    assert show.wait(1.0).t == approx(1.0)


def test_a_slide_dropped_under_a_blank_screen_leaves_it_blank() -> None:
    show = hall()
    show.press(Command.BLANK)
    view = show.drop(0)

    assert (view.slide, view.state) == (1, "blank")
    assert show.wait(10.0).t == 0.0


def test_the_selection_leaves_a_dropped_slide() -> None:
    show = hall()
    show.press(Command.OVERVIEW, Command.NEXT)

    assert show.drop(1).selection == 2


def test_the_number_of_a_dropped_slide_leads_to_the_one_after() -> None:
    show = hall()
    show.drop(1)

    assert show.press(Digit(2), Command.ENTER).slide == 2


def test_without_any_slide_there_is_nothing_to_see_and_nothing_to_wait_for() -> None:
    view = hall().drop(0, 1, 2, 3)

    assert (view.slide, view.t, view.next_change, view.moving, view.finished) == (None, 0.0, None, False, False)


def test_the_first_restored_slide_begins_at_once() -> None:
    show = hall()
    show.drop(0, 1, 2, 3)
    show.wait(3600.0)
    show.playback = show.playback.restore(2, show.now)

    assert (show.view.slide, show.view.t, show.view.previous) == (2, 0.0, None)
    assert show.wait(1.0).t == approx(1.0)


def test_a_restored_slide_takes_its_turn() -> None:
    show = hall()
    show.drop(1)
    show.playback = show.playback.restore(1, show.now)

    assert (show.view.slide, show.wait(8.0).slide) == (0, 1)


def test_new_content_keeps_who_leads_and_the_language() -> None:
    show = hall()
    show.press(Command.LANGUAGE, Command.HOLD)
    programme = Programme(2, 5.0, languages=("en", "zh"))
    show.playback = show.playback.replace_programme(programme, 1, show.now)

    assert (show.view.slide, show.view.state, show.view.language, show.view.t) == (1, "held", "en", 0.0)


# What the player may sleep through


def test_next_change_names_every_turn_of_the_loop() -> None:
    show = hall()
    turns = []
    for _ in range(4):
        show.sleep_until_next_change()
        turns.append(show.now - START)

    assert turns == [2.0, 8.0, 8.5, 10.5]


def test_next_change_wakes_for_each_second_of_the_countdown() -> None:
    show = hall()
    show.press(Command.NEXT)
    turns = []
    while show.view.state == "guided":
        show.sleep_until_next_change()
        turns.append(round(show.now - START, 3))

    assert turns == [0.5, 2.5, *(float(second) for second in range(110, 121))]


def test_next_change_wakes_for_a_number_to_forget() -> None:
    show = hall()
    show.press(Command.HOLD)
    show.wait(60.0)
    show.press(Digit(1))

    assert show.view.next_change == show.now + 3.0


def test_a_still_slide_does_not_move() -> None:
    show = hall()

    assert show.view.moving
    assert not show.wait(2.0).moving


@pytest.mark.parametrize(
    "wrong",
    [
        {"slides": -1},
        {"duration": (1.0,)},
        {"resume_after": 0.0},
        {"countdown": inf},
        {"languages": ()},
        {"overview_columns": 0},
    ],
)
def test_an_impossible_programme_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\d|inf|language"):
        hall(**wrong)


# Laws

COMMANDS = st.one_of(
    st.sampled_from([command for command in Command if command is not Command.ESCAPE]),
    st.builds(GoTo, st.integers(-2, 8)),
    st.builds(Digit, st.integers(0, 9)),
)
WAITS = st.one_of(st.floats(0.0, 3.0), st.floats(0.0, 130.0), st.sampled_from([0.0, 0.5, 8.0, 110.0, 120.0, 3600.0]))


@given(st.lists(st.one_of(COMMANDS, WAITS), max_size=30), WAITS)
def test_escape_always_leads_to_the_loop(steps: list[AnyCommand | float], pause: float) -> None:
    show = hall()
    for each in steps:
        show.wait(each) if isinstance(each, float) else show.press(each)
    show.wait(pause)
    seen = show.view
    view = show.press(Command.ESCAPE)

    assert (view.state, view.overlay, view.digits, view.slide) == ("auto", None, "", seen.slide)
    assert view.t == approx(seen.t)


@given(st.lists(st.one_of(COMMANDS, WAITS), max_size=30))
def test_nothing_changes_before_the_next_change_that_is_announced(steps: list[AnyCommand | float]) -> None:
    show = hall()
    for each in steps:
        show.wait(each) if isinstance(each, float) else show.press(each)
    before = show.view
    end = before.next_change if before.next_change is not None else show.now + 1e6
    after = show.playback.at(show.now + (end - show.now) * 0.999)

    kept = ("slide", "previous", "state", "overlay", "selection", "digits", "language", "finished", "moving")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert (after.countdown is None) == (before.countdown is None)
    if before.state in ("blank", "held") and not before.moving:
        assert after.t == approx(before.t)


class Visitors(RuleBasedStateMachine):
    """Everything that may happen to a show in a hall, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.playback = Playback.start(self.programme(once=False), self.now)
        self.last: View | None = None
        self.waited = 0.0

    def programme(self, *, once: bool, slides: int = 6) -> Programme:
        return Programme(
            slides,
            duration=lambda slide: (0.0, 3.0, 6.5, 25.0)[slide % 4],
            animation=lambda slide: (0.0, 1.5, 4.0)[slide % 3],
            transition=lambda slide: (0.6, 0.0)[slide % 2],
            languages=("zh", "en"),
            once=once,
            overview_columns=3,
        )

    def act(self, playback: Playback) -> None:
        self.playback, self.last = playback, None

    @rule(command=st.one_of(COMMANDS, st.just(Command.ESCAPE)))
    def perform(self, command: AnyCommand) -> None:
        self.act(self.playback.perform(command, self.now))

    @rule(seconds=WAITS)
    def wait(self, seconds: float) -> None:
        self.last, self.waited = self.playback.at(self.now), seconds
        self.now += seconds
        self.playback = self.playback.advance(self.now)

    @rule()
    def sleep_until_next_change(self) -> None:
        announced = self.playback.at(self.now).next_change
        if announced is not None:
            assert announced > self.now
            self.now = announced
            self.act(self.playback.advance(self.now))

    @rule(seconds=st.floats(0.0, 1000.0))
    def set_back(self, seconds: float) -> None:
        before = self.playback.at(self.now)
        self.now -= seconds
        self.act(self.playback.advance(self.now))
        assert self.playback.at(self.now).slide == before.slide

    @rule(slide=st.integers(0, 5))
    def drop(self, slide: int) -> None:
        self.act(self.playback.drop(slide, self.now))

    @rule(slide=st.integers(0, 5))
    def restore(self, slide: int) -> None:
        self.act(self.playback.restore(slide, self.now))

    @rule(once=st.booleans(), slide=st.integers(-1, 6), slides=st.integers(0, 6))
    def reload(self, once: bool, slide: int, slides: int) -> None:
        self.act(self.playback.replace_programme(self.programme(once=once, slides=slides), slide, self.now))

    @invariant()
    def exactly_one_playable_slide_is_live(self) -> None:
        view, playable = self.playback.at(self.now), self.playback.course.playable()
        assert (view.slide in playable) if playable else (view.slide is None)
        assert view.previous is None or (view.previous in playable and view.previous != view.slide)
        assert (view.previous is None) == (view.progress is None)

    @invariant()
    def times_are_possible(self) -> None:
        view = self.playback.at(self.now)
        assert 0.0 <= view.t < inf
        assert 0.0 <= view.previous_t < inf
        assert view.progress is None or (0.0 <= view.progress <= 1.0 and view.t == 0.0)
        assert view.direction in (-1, 1)
        assert view.next_change is None or view.next_change > self.now
        assert not (view.moving and view.next_change is None)

    @invariant()
    def only_a_single_pass_finishes(self) -> None:
        view = self.playback.at(self.now)
        assert not view.finished or self.playback.course.programme.once
        assert not (view.finished and (view.moving or view.next_change is not None))

    @invariant()
    def the_countdown_is_of_the_last_seconds_of_guided(self) -> None:
        view = self.playback.at(self.now)
        assert view.countdown is None or (view.state == "guided" and 0.0 < view.countdown <= 10.0)

    @invariant()
    def overlays_and_selections_are_possible(self) -> None:
        view = self.playback.at(self.now)
        assert view.overlay is None or view.state in ("guided", "held") or view.finished
        assert view.selection is None or view.selection in self.playback.course.playable()
        assert view.overlay != "overview" or view.slide is None or view.selection is not None

    @invariant()
    def time_goes_forwards_and_no_faster_than_the_clock(self) -> None:
        view = self.playback.at(self.now)
        if self.last is None or view.slide != self.last.slide or (self.last.state, view.state) == ("blank", "auto"):
            return
        if view.finished:
            assert view.t >= self.last.t - 1e-6
            return
        if view.t >= self.last.t - 1e-6:
            assert view.t - self.last.t <= self.waited + 1e-6
        else:
            assert view.state == "auto"
            assert self.waited >= 0.1

    @invariant()
    def it_always_comes_back_to_the_loop_unless_held(self) -> None:
        later = self.playback.advance(self.now + 121.0).at(self.now + 121.0)
        assert later.state in ("auto", "held") or later.finished


Visitors.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestVisitors = Visitors.TestCase
