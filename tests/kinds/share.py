"""Comparisons of shares for tests."""

from kiosk.charts.share import Share, Whole
from kiosk.metrics import Metric
from kiosk.words import Words

SOURCE = {"zh": "宁波高新区", "en": "Ningbo National High-tech Zone"}
ZONE = Words({"zh": "高新区", "en": "High-tech Zone"})


def _share(value: float | str, zh: str, en: str, **more: object) -> Metric:
    unit = "" if isinstance(value, str) else "%"
    label = {"zh": zh, "en": en}
    return Metric.model_validate(
        {"label": label, "value": value, "unit": unit, "period": "2024", "source": SOURCE, **more}
    )


LAND = _share(0.37, "全市 土地", "Land of the city")
FIRMS = _share("1/9", "全市 高新技术企业", "High-tech firms of the city")


def examples() -> dict[str, Share]:
    """Shares of nothing, of a third, of nearly all, from large to small, and long words."""
    third = _share("1/3", "全市软件企业和软件人才", "Software firms and software talent of the city")
    most = _share(83.2, "规模以上工业增加值", "Added value of industry above the designated size")
    return {
        "a third": Share(first=Whole(metric=LAND), second=Whole(metric=third), name=ZONE),
        "a quarter": Share(first=Whole(metric=FIRMS), second=Whole(metric=_share("1/4", "企业", "Firms"))),
        "most": Share(first=Whole(metric=LAND), second=Whole(metric=most), name=ZONE),
        "from large to small": Share(first=Whole(metric=most), second=Whole(metric=LAND), name=ZONE),
        "nothing": Share(
            first=Whole(metric=_share(0, "土地", "Land")), second=Whole(metric=_share(100, "企业", "Firms"))
        ),
        "equal": Share(first=Whole(metric=FIRMS), second=Whole(metric=FIRMS), name=ZONE),
        "qualified": Share(
            first=Whole(metric=LAND),
            second=Whole(
                metric=_share(12.5, "全市有效期内的高新技术企业总数", "All high-tech firms", qualifier="nearly")
            ),
            name=Words(
                {"zh": "宁波国家高新技术产业开发区", "en": "Ningbo National High-tech Industrial Development Zone"}
            ),
        ),
    }
