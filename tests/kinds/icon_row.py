"""Icon rows as a show may hold them, and as it should not."""

from kiosk.elements.icon_columns import IconItem
from kiosk.elements.icon_row import IconRow
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import CHAMPIONS, LONG


def item(name: str, zh: str, en: str, **more: object) -> IconItem:
    """An icon with words in both languages."""
    return IconItem.model_validate({"icon": name, "text": {"zh": zh, "en": en}, **more})


THREE = (item("leaf", "绿色", "Green"), item("zap", "快速", "Fast"), item("shield-check", "可靠", "Reliable"))


def examples() -> dict[str, Kind]:
    """Words alone, six, long words, a figure here and there, icons of dots."""
    six = ("car", "building", "users", "factory", "train-front", "waves-horizontal")
    long = tuple(
        item(name, LONG["zh"][:20], LONG["en"][:60], detail=Words(LONG), metric=CHAMPIONS[index])
        for index, name in enumerate(six[:4])
    )
    return {
        "three": IconRow(items=THREE, highlight=1),
        "six": IconRow(items=tuple(item(name, "交通出行", "Transport", detail=Words.of("5G")) for name in six), highlight=6),
        "long": IconRow(items=long),
        "mixed": IconRow(items=(*THREE, item("wifi-zero", "网络", "Network", metric=CHAMPIONS[0])), highlight=4),
    }  # fmt: skip
