"""Word clouds as a show may hold them, and as it should not."""

from kiosk.charts.word_cloud import CloudWord, WordCloud
from kiosk.kind import Kind
from kiosk.words import Words
from tests.kinds.samples import LONG, series

HAN = "数字经济产业集群智能制造绿色低碳创新驱动开放协同高效服务人才聚集"


def examples() -> dict[str, Kind]:
    """Five, eighty, all alike, one far above the rest, long words, words of both scripts, missing and nought."""
    eighty = {f"{HAN[n % 32]}{HAN[(n * 7 + 3) % 32]}{n}": 1000 / (n + 1) for n in range(80)}
    long = [
        CloudWord(
            word=Words({"zh": LONG["zh"][n : n + 6 + n], "en": LONG["en"][2 * n : 2 * n + 14 + 2 * n]}), weight=20 - n
        )
        for n in range(12)
    ]
    mixed = ("AI", "5G", "碳中和", "LED", "photovoltaics", "芯片", "gypsy", "物联网", "R&D", "EV")
    return {
        "five": WordCloud(series=series("次数", "Mentions", {"创新": 9, "绿色": 6, "开放": 5, "共享": 4, "协调": 3})),
        "eighty": WordCloud(series=series("次数", "Mentions", eighty)),
        "eighty-alike": WordCloud(series=series("次数", "Mentions", dict.fromkeys(eighty, 5)), highlight="none"),
        "alike": WordCloud(series=series("次数", "Mentions", {f"词语 {n}": 7 for n in range(12)})),
        "far-above": WordCloud(
            series=series("次数", "Mentions", {"宁波": 90000} | {f"词 {n}": 1 + n for n in range(20)}), scale="height"
        ),
        "long": WordCloud(words=tuple(long), highlight="none"),
        "mixed": WordCloud(
            words=tuple(CloudWord(word=Words.of(word), weight=2.0**-n) for n, word in enumerate(mixed)),
            highlight="芯片",
        ),
        "missing": WordCloud(
            series=series("次数", "Mentions", {"甲": 5, "乙": None, "丙": 0, "丁": 3, "戊": 2, "己": 1})
        ),
    }
