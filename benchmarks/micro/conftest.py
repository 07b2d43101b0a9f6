"""What the micro-benchmarks share: the show that ships, the kinds of the gallery, and one screen of 1920 by 1080 pixels."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.content.library import Library, open_library
from kiosk.qt.theatre import application
from kiosk.resources import content


@pytest.fixture(scope="session")
def library() -> Library:
    """The show that ships, opened."""
    return open_library(content())


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The application: what has a picture or a window needs it."""
    return application()
