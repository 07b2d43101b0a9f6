"""Stacks for tests."""

from kiosk.charts.stacks import Stacks
from kiosk.metrics import Metric
from kiosk.words import Words
from tests.gallery import example

SOURCE = {"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"}
NAMES = {
    "champions": ("国家级 单项冠军", "National single-product champions"),
    "listed": ("上市公司", "Listed companies"),
    "innovators": ("浙江创新能力 500 强", "Zhejiang's top 500 innovators"),
    "giants": ("国家专精特新 小巨人", 'National "little giants"'),
}


def _firms(name: str, value: float, **more: object) -> Metric:
    zh, en = NAMES[name]
    unit = {"zh": "家", "en": "firms"}
    return Metric.model_validate(
        {
            "id": name,
            "label": {"zh": zh, "en": en},
            "value": value,
            "unit": unit,
            "period": "2024",
            "source": SOURCE,
            **more,
        }
    )


CLAIM = {"zh": "全市最多", "en": "most in the city"}


def examples() -> dict[str, Stacks]:
    """Two, five, none, a hundred, all equal, dots of ten, parts of a dot, and qualified figures."""
    hundred, few = _firms("giants", 100), _firms("listed", 3)
    long = {
        "zh": "国家级专精特新重点小巨人企业及单项冠军",
        "en": "National specialised and sophisticated key enterprises",
    }
    return {
        "two": Stacks(metrics=(_firms("listed", 10, claim=CLAIM), _firms("giants", 25))),
        "three": Stacks(metrics=(few, _firms("giants", 40), _firms("champions", 12)), highlight=few),
        "five": Stacks(
            metrics=(*example("stacks").metrics, _firms("giants", 31, label={"zh": "众创空间", "en": "Maker spaces"}))
        ),
        "none and a hundred": Stacks(metrics=(_firms("listed", 0), hundred), highlight=hundred),
        "all equal": Stacks(metrics=tuple(_firms(name, 10) for name in NAMES)),
        "dots of a hundred": Stacks(
            metrics=(_firms("listed", 1000, qualifier="nearly"), _firms("giants", 3650, qualifier="over")),
            dot_value=100,
        ),
        "parts of a dot": Stacks(
            metrics=(_firms("listed", 2.5), _firms("giants", 7.25)), per_row=3, dot=Words.of("点")
        ),
        "long names": Stacks(
            metrics=tuple(_firms(name, 4 + 9 * place, claim=CLAIM, label=long) for place, name in enumerate(NAMES))
        ),
    }
