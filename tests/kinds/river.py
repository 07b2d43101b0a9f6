"""Rivers for tests."""

from kiosk.charts.river import Branch, River
from kiosk.metrics import Metric
from kiosk.words import Words

FUND = Metric.model_validate(
    {
        "label": {"zh": "科创投资母基金", "en": "Fund of funds for innovation"},
        "value": 5_000_000_000,
        "unit": {"zh": "元", "en": "CNY"},
        "source": {"zh": "宁波高新区", "en": "Ningbo High-tech Zone"},
    }
)
HORIZON = Branch(
    name=Words({"zh": "地平线", "en": "Horizon Robotics"}),
    detail=Words({"zh": "已在香港上市", "en": "now listed in Hong Kong"}),
)
JOYSON = Branch(name=Words({"zh": "均胜安全", "en": "Joyson Safety"}))
REST = Words({"zh": "等项目", "en": "and others"})


def examples() -> dict[str, River]:
    """Rivers with one and with many branches, and with figures that are no number of strands."""
    many = FUND.model_copy(update={"value": 36_000})
    long = Branch(
        name=Words(
            {
                "zh": "国家水上装备安全与可靠性技术创新中心",
                "en": "National Innovation Centre for Waterborne Equipment Safety",
            }
        ),
        detail=Words.of("opened in the autumn of the year"),
    )
    return {
        "one branch": River(metric=FUND, branches=(JOYSON,)),
        "five branches": River(metric=many, branches=(HORIZON, JOYSON, HORIZON, JOYSON, JOYSON), rest=REST),
        "few strands": River(metric=FUND, branches=(HORIZON, JOYSON), strands=3),
        "long names": River(metric=many, branches=(long, long, JOYSON), rest=REST),
    }
