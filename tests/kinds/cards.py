"""Cards as a show may hold them, and as it should not."""

from kiosk.elements.cards import Card, Cards
from kiosk.metrics import Metric
from kiosk.words import Words
from tests.kinds.picture import image
from tests.kinds.samples import LONG, metric

CLIMBERS = (
    ("均联智行", "Joynext", "全球率先量产\n5G+V2X 产品", "First in the world to mass-produce 5G+V2X", "car"),
    (
        "永新光学",
        "Novel Optics",
        "光学透镜 激光雷达\n打开智能驾驶市场",
        "Lenses and lidar for intelligent driving",
        "lens",
    ),
    ("均普智能", "Piotec", "人形机器人\n贾维斯 2.0 亮相\n世界设计之都大会", "The humanoid robot Jarvis 2.0", "robot"),
    (
        "雷鸟创新",
        "RayNeo",
        "消费级 AR 眼镜\n国内电商份额前列",
        "Consumer AR glasses, among the leaders online",
        "glasses",
    ),
    ("文创港", "Cultural port", "滨江艺术街区", "Art quarter on the river", "arts"),
    ("会展中心", "Exhibition centre", "年均 80 场展会", "80 fairs a year", "expo"),
)


def cards(count: int, *, with_pictures: bool = True) -> Cards:
    """So many companies with their drawings."""
    return Cards(cards=tuple(_card(*each, with_pictures) for each in CLIMBERS[:count]))


def _card(zh: str, en: str, zh_text: str, en_text: str, file: str, with_picture: bool) -> Card:
    picture = image(file) if with_picture else None
    return Card(name=Words({"zh": zh, "en": en}), text=Words({"zh": zh_text, "en": en_text}), picture=picture)


def counted(*metrics: Metric) -> tuple[Card, ...]:
    """Cards with a figure in the place of the picture."""
    text = Words({"zh": "同比增长", "en": "More than last year"})
    return tuple(Card(name=each.label, text=text, metric=each) for each in metrics)


def examples() -> dict[str, Cards]:
    """Two to six, with figures, without either, with words that are too long."""
    firms = {"zh": "家", "en": "firms"}
    figures = counted(
        metric("工业增速", "Industry", 12.9, "%"),
        metric("高企", "High-tech firms", 1024, firms),
        metric("税收", "Taxes", -3.4, "%"),
    )
    long = Card(name=Words({"zh": LONG["zh"][:14], "en": LONG["en"][:36]}), text=Words(LONG), picture=image("park"))
    return {
        "two": cards(2),
        "three": cards(3),
        "five": cards(5),
        "six": cards(6),
        "figures": Cards(cards=figures, highlight=2),
        "mixed": Cards(cards=(*cards(2).cards, figures[0])),
        "bare": cards(4, with_pictures=False),
        "long": Cards(cards=(long,) * 5),
        "names": Cards(cards=tuple(Card(name=card.name) for card in cards(6).cards)),
    }
