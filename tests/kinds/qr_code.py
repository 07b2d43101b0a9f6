"""QR codes as a show may hold them, and as it should not."""

from kiosk.elements.qr_code import QrCode
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG


def examples() -> dict[str, Kind]:
    """The shortest, the longest, Chinese, without words, with too many, and one for each language."""
    return {
        "short": QrCode(text=Words.of("7"), caption=Words.of("七")),
        "long": QrCode(text=Words.of("https://park.example/" + "a1-" * 100), caption=Words(LONG), detail=Words(LONG)),
        "chinese": QrCode(text=Words.of("高新区科技园东门向北三百米"), detail=Words.of("东门"), at="below"),
        "bare": QrCode(text=Words.of("https://park.example/")),
        "below": QrCode(text=Words.of("https://park.example/"), caption=Words(LONG), at="below"),
        "right": QrCode(
            text=Words({"zh": "https://park.example/zh", "en": "https://park.example/en"}),
            caption=Words({"zh": "订阅", "en": "Subscribe to the newsletter"}),
            at="right",
        ),
    }
