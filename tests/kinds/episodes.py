"""Episodes for tests."""

from kiosk.charts.episodes import Episodes
from kiosk.metrics import Metric
from kiosk.words import Words

SOURCE = {"zh": "宁波高新区", "en": "Ningbo High-tech Zone"}
EPISODES = Metric.model_validate(
    {
        "label": {"zh": "直播", "en": "live streams"},
        "value": 14,
        "unit": {"zh": "期", "en": "episodes"},
        "source": SOURCE,
    }
)
TOPICS = Metric.model_validate(
    {
        "label": {"zh": "热点话题", "en": "hot topics"},
        "value": 70,
        "unit": {"zh": "个", "en": ""},
        "qualifier": "over",
        "qualifier_form": "after",
        "source": SOURCE,
    }
)


def examples() -> dict[str, Episodes]:
    """One episode, many, and a number that does not divide."""
    exact = TOPICS.model_copy(update={"qualifier": "exact", "qualifier_form": "before"})
    return {
        "one": Episodes(count=EPISODES.model_copy(update={"value": 1}), spread=exact.model_copy(update={"value": 1})),
        "one of twelve": Episodes(
            count=EPISODES.model_copy(update={"value": 1}), spread=TOPICS.model_copy(update={"value": 12})
        ),
        "many": Episodes(
            count=EPISODES.model_copy(update={"value": 60}),
            spread=TOPICS.model_copy(update={"value": 180}),
            end=Words.of("the sixtieth"),
        ),
        "uneven": Episodes(count=EPISODES, spread=exact.model_copy(update={"value": 40})),
        "fewer": Episodes(count=EPISODES, spread=exact.model_copy(update={"value": 9})),
    }
