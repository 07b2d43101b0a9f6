"""Keys and the commands they give."""

import pytest

from kiosk.commands import KEYS, Command, Digit, command_of


@pytest.mark.parametrize("key", ["Right", "Down", "PgDown", "Space"])
def test_keys_that_step_forwards(key: str) -> None:
    assert command_of(key) is Command.NEXT


@pytest.mark.parametrize("key", ["Left", "Up", "PgUp"])
def test_keys_that_step_backwards(key: str) -> None:
    assert command_of(key) is Command.PREVIOUS


@pytest.mark.parametrize("key", ["F5", "F11", "Alt+F4", "Ctrl+Q", "Q", "Tab", ""])
def test_other_keys_do_nothing(key: str) -> None:
    assert command_of(key) is None
    assert command_of(key, in_overview=True) is None


def test_every_button_of_a_presenter_clicker_but_f5_has_its_command() -> None:
    buttons = {key: command_of(key) for key in ("PgUp", "PgDown", ".", "B", "Esc")}

    assert buttons == {
        "PgUp": Command.PREVIOUS,
        "PgDown": Command.NEXT,
        ".": Command.BLANK,
        "B": Command.BLANK,
        "Esc": Command.ESCAPE,
    }


def test_only_one_key_leaves() -> None:
    assert [key for key, command in KEYS.items() if command is Command.QUIT] == ["Ctrl+Shift+Q"]


def test_both_enter_keys_confirm() -> None:
    assert command_of("Return") is command_of("Enter") is Command.ENTER


def test_every_digit_has_its_key() -> None:
    assert [command_of(str(value)) for value in range(10)] == [Digit(value) for value in range(10)]


def test_up_and_down_change_rows_in_the_overview_only() -> None:
    assert command_of("Down", in_overview=True) is Command.ROW_DOWN
    assert command_of("Up", in_overview=True) is Command.ROW_UP
    assert command_of("Right", in_overview=True) is Command.NEXT


def test_a_digit_has_one_place() -> None:
    with pytest.raises(ValueError, match="10"):
        Digit(10)
