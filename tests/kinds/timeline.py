"""Timelines for tests."""

from kiosk.elements.timeline import Event, Timeline
from kiosk.words import Words

AIR = Event(date="2024-03", words=Words({"zh": "小新说正事开播", "en": "The live stream goes on air"}))
FUND = Event(
    date="2024-10",
    words=Words({"zh": "科创投资母基金投入运营", "en": "The fund of funds for innovation starts work"}),
    emphasis=True,
)
PARK = Event(
    date="2024", words=Words({"zh": "均胜电子创新产业园开工", "en": "Work begins on the Joyson innovation park"})
)
YEAR = Event(
    when=Words({"zh": "2024 年末", "en": "End of 2024"}),
    words=Words({"zh": "高新技术企业有望突破 1000 家", "en": "High-tech firms expected to pass 1,000"}),
)


def examples() -> dict[str, Timeline]:
    """Few and many events, evenly and to scale, close together and far apart."""
    dates = ("2017-01", "2018-06", "2019-02", "2020-09", "2021-01", "2022-05")
    told = (AIR, FUND, PARK, YEAR, AIR, FUND)
    many = tuple(Event(date=date, words=event.words) for date, event in zip(dates, told, strict=True))
    close = (
        Event(date="1999-07", words=PARK.words),
        Event(date="2023-11-05", words=AIR.words),
        Event(date="2023-12-24", words=FUND.words),
        Event(date="2024-10", words=YEAR.words, emphasis=True),
    )
    return {
        "two": Timeline(events=(AIR, FUND)),
        "six": Timeline(events=many),
        "eight": Timeline(
            events=(*many, Event(date="2023", words=AIR.words), Event(date="2024", words=FUND.words, emphasis=True))
        ),
        "to scale": Timeline(events=many, to_scale=True),
        "close together": Timeline(events=close, to_scale=True),
    }
