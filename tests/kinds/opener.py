"""Openers of chapters for tests."""

from kiosk.elements.opener import Opener
from kiosk.words import Words


def examples() -> dict[str, Opener]:
    """Openers with titles of their own."""
    return {
        "one character": Opener(title=Words.of("新")),
        "long": Opener(
            title=Words(
                {
                    "zh": "以改革蓄能加快创新要素集聚成势",
                    "en": "Storing energy through reform and gathering the elements of innovation",
                }
            )
        ),
    }
