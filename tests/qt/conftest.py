"""What the tests of the stage share: one application, and the rule that neither Qt nor a guard may have anything to say."""

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kiosk.qt.guard import FAULTS
from kiosk.qt.theatre import CHATTER, application
from tests.qt.hall import Hall


@pytest.fixture(scope="session", autouse=True)
def app() -> QApplication:
    """The application."""
    return application()


@pytest.fixture(autouse=True)
def warnings_of_qt(app: QApplication) -> Iterator[list[str]]:
    """Everything that Qt warns of; a test that does not take it out of the list fails."""
    heard: list[str] = []

    def hear(kind: QtMsgType, context: object, message: str) -> None:
        is_warning = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if is_warning and not any(word in message for word in CHATTER):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)
    assert heard == [], "Qt warned"


@pytest.fixture(autouse=True)
def faults() -> Iterator[dict[str, float]]:
    """The places where a guard caught something; a test that does not clear them fails."""
    FAULTS.take()
    FAULTS._logged.clear()
    yield FAULTS._logged
    places = list(FAULTS._logged)
    FAULTS.take()
    FAULTS._logged.clear()
    assert places == [], "a guard caught an error"


@pytest.fixture
def open_hall(app: QApplication) -> Iterator[Callable[..., Hall]]:
    """Opens halls, and closes them after the test."""
    halls: list[Hall] = []

    def open_one(*arguments: Any, **wishes: Any) -> Hall:
        halls.append(Hall(*arguments, **wishes))
        return halls[-1]

    yield open_one
    for each in halls:
        each.close()
    halls.clear()
    gc.collect()


@pytest.fixture
def hall(open_hall: Callable[..., Hall]) -> Hall:
    """The small show on a screen of 960 by 540."""
    return open_hall()
