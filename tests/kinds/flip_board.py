"""Flip boards as a show may hold them, and as it should not."""

from kiosk.elements.flip_board import FlipBoard
from kiosk.kind import Kind
from tests.kinds.samples import CHAMPIONS, LONG, metric


def examples() -> dict[str, Kind]:
    """One, two, four, a fraction, negative, nought, huge, tiny, qualified, with a long label."""
    firms = {"zh": "家", "en": "firms"}
    return {
        "one": FlipBoard(metrics=(metric("列车", "Trains", 48620, {"zh": "列", "en": "trains"}),)),
        "two": FlipBoard(metrics=CHAMPIONS[2:], highlight="last"),
        "four": FlipBoard(metrics=CHAMPIONS, highlight="none"),
        "fraction": FlipBoard(
            metrics=(metric("软件企业", "Software firms", "1/9"), metric("温度", "Temperature", -12.5, "°C"))
        ),
        "nought": FlipBoard(metrics=(metric("事故", "Accidents", 0, {"zh": "起", "en": ""}),), labels=False),
        "huge": FlipBoard(
            metrics=(
                metric("总额", "Total", 123456789012345, "元", scale={"zh": "none", "en": "none"}),
                metric("其中", "Of it", 3.45e11, "元"),
            )
        ),
        "tiny": FlipBoard(metrics=(metric("浓度", "Concentration", 0.000043, "mg/L"),)),
        "qualified": FlipBoard(
            metrics=(metric("游客", "Guests", 36000, {"zh": "人次", "en": "guests"}, qualifier="over"),)
        ),
        "long": FlipBoard(
            metrics=tuple(
                metric(
                    LONG["zh"][: 14 + 7 * row], LONG["en"][: 60 + 14 * row], 1234 * (row + 1), firms, id=f"long{row}"
                )
                for row in range(4)
            )
        ),
    }
