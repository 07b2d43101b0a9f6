"""Points, from two short ones to seven that are too long."""

from kiosk.elements.bullets import Bullets
from kiosk.kind import Kind
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """Two, seven, seven with others below them, alike, and without a place to break."""
    inner = [{"zh": "缺什么，当面补", "en": "What is missing is added on the spot"}] * 4
    return {
        "two": Bullets.model_validate({"items": ["攀", "高"]}),
        "seven": Bullets.model_validate(
            {"items": [f"第 {index} 件事，**做到底**" for index in range(7)], "numbers": True}
        ),
        "seven-long": Bullets.model_validate({"items": [LONG] * 7}),
        "nested": Bullets.model_validate(
            {"items": [{"text": LONG, "items": inner}, {"text": "==末==", "items": inner}]}
        ),
        "one-nested": Bullets.model_validate({"items": ["甲", {"text": "乙", "items": ["==丙=="]}, "丁"]}),
        "unbroken": Bullets.model_validate({"items": ["Donaudampfschifffahrtsgesellschaftskapitän" * 2, "b", ""]}),
    }
