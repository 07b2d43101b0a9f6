"""Word clouds: sizes by weight, no word on another or outside, the heaviest in the middle and warm, the homeless counted."""

from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from kiosk.anatomy.geometry.packing import packed
from kiosk.charts.word_cloud import CloudWord, WordCloud
from kiosk.layers import Placed
from kiosk.layouts import Page
from kiosk.marks import Text
from kiosk.screen import Box, Screen
from kiosk.setting import Setting
from kiosk.typesetting import width_of
from kiosk.words import Words
from tests.gallery import example
from tests.kinds.samples import series
from tests.kinds.word_cloud import examples

SIZES = [(1920, 1080), (1280, 1024), (1080, 1920), (3840, 1080)]
FIVE = {"创新": 9, "绿色": 6, "开放": 5, "共享": 4, "协调": 3}


def setting(width: int = 1920, height: int = 1080, languages: tuple[str, ...] = ("zh", "en")) -> Setting:
    page = Page(Screen(width, height))
    return Setting(page.screen, page.content, page.foot, languages)


def texts(placed: Placed, t: float = 99.0) -> list[Text]:
    return [mark for mark in placed.at(t) if isinstance(mark, Text)]


def by_key(placed: Placed) -> dict[str, Text]:
    return {mark.key.removeprefix("name:"): mark for mark in texts(placed)}


def test_the_first_lies_in_the_middle_and_none_on_another() -> None:
    box = Box(100.0, 50.0, 600.0, 300.0)
    sizes = [(90.0, 40.0)] * 20

    places = packed(sizes, box, 5.0)

    assert places[0] == pytest.approx((box.middle - 45.0, box.top + 130.0), abs=5.0)
    corners = [place for place in places if place is not None]
    assert len(corners) == 20
    for index, (left, top) in enumerate(corners):
        assert box.left <= left <= box.right - 90.0
        assert box.top <= top <= box.bottom - 40.0
        for x, y in corners[index + 1 :]:
            assert abs(x - left) >= 90.0 - 1e-6 or abs(y - top) >= 40.0 - 1e-6


def test_what_finds_no_room_has_no_place() -> None:
    places = packed([(90.0, 40.0), (90.0, 40.0), (10.0, 10.0)], Box(0.0, 0.0, 100.0, 60.0), 5.0)

    assert places[0] is not None
    assert places[1] is None
    assert places[2] is not None


def test_more_has_room_in_rows() -> None:
    sizes, box = [(60.0, 20.0)] * 6, Box(0.0, 0.0, 150.0, 60.0)

    assert None in packed(sizes, box, 5.0)
    assert None not in packed(sizes, box, 5.0, in_rows=True)


def test_areas_go_by_the_weights_or_heights_do() -> None:
    weights = series("次数", "Mentions", {"创新": 16, "绿色": 9, "开放": 8, "共享": 8, "协调": 4})
    area = by_key(WordCloud(series=weights).place(setting()))
    height = by_key(WordCloud(series=weights, scale="height").place(setting()))

    assert area["协调"].runs[0].size / area["创新"].runs[0].size == pytest.approx(0.5, abs=0.01)
    assert height["协调"].runs[0].size / height["创新"].runs[0].size == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("languages", [("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("variant", ["example", "eighty", "mixed", "long"])
def test_words_stay_in_the_box_and_off_each_other(
    size: tuple[int, int], languages: tuple[str, ...], variant: str
) -> None:
    kind = example("word_cloud") if variant == "example" else examples()[variant]
    place = setting(*size, languages=languages)
    boxes = []
    for text in texts(kind.place(place)):
        height = text.runs[0].size
        assert height >= place.screen.size("small")
        boxes.append((text.x, text.y - 0.75 * height, text.x + width_of(text.runs), text.y + 0.05 * height))

    edges = np.array(boxes)
    assert edges[:, 0].min() >= place.box.left
    assert edges[:, 2].max() <= place.box.right
    assert edges[:, 1].min() >= place.box.top
    assert edges[:, 3].max() <= place.box.bottom + place.foot
    for index, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]


def test_only_the_heaviest_is_warm_unless_told_otherwise() -> None:
    def warm(**options: Any) -> list[str]:
        placed = WordCloud(series=series("次数", "Mentions", FIVE), **options).place(setting())
        return [key for key, text in by_key(placed).items() if text.runs[0].color == "warm"]

    assert warm() == ["创新"]
    assert warm(highlight="共享") == ["共享"]
    assert warm(highlight="none") == []


def test_a_word_may_be_highlighted_in_any_of_its_languages() -> None:
    words = tuple(CloudWord(word=Words({"zh": zh, "en": f"{zh} word"}), weight=weight) for zh, weight in FIVE.items())

    placed = by_key(WordCloud(words=words, highlight="开放 word").place(setting(languages=("en", "zh"))))

    assert placed["开放"].runs[0].color == "warm"
    assert placed["开放"].text.endswith("word")


def test_words_appear_from_the_heaviest_to_the_lightest() -> None:
    placed = WordCloud(series=series("次数", "Mentions", FIVE)).place(setting())

    early = [text.opacity for text in texts(placed, 0.8)]

    assert early == sorted(early, reverse=True)
    assert early[0] == 1.0
    assert early[-1] == 0.0


def test_words_without_room_or_weight_are_counted() -> None:
    crowded = examples()["eighty-alike"].place(setting(640, 480))
    missing = examples()["missing"].place(setting(languages=("en", "zh")))

    assert f"另有 {80 - len(texts(crowded))} 词未显示" in crowded.note
    assert "2 zero or not known" in missing.note


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "either a series or words"),
        ({"series": series("甲", "A", {"甲": 1, "乙": 2})}, "show them as bars"),
        ({"series": series("甲", "A", {f"词 {n}": 1 for n in range(81)})}, "lightest but 80"),
        ({"series": series("甲", "A", FIVE | {"负": -1})}, "less than nothing"),
        ({"series": series("甲", "A", dict.fromkeys(FIVE, 0))}, "no word weighs anything"),
        ({"series": series("甲", "A", FIVE), "highlight": "独立"}, 'no word "独立"'),
        ({"words": [{"word": "绿", "weight": 1}] * 5}, "there twice"),
    ],
)
def test_what_makes_no_cloud_is_refused_with_a_remedy(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        WordCloud(**options)


def test_words_keep_clear_of_the_tallest_strokes_below_them() -> None:
    texts = [mark for mark in examples()["far-above"].place(setting()).at(99.0) if isinstance(mark, Text)]
    large = max(texts, key=lambda mark: mark.runs[0].size)
    top = large.y - 0.855 * large.runs[0].size

    above = [mark for mark in texts if mark.y < top + 0.5 * large.runs[0].size]
    right = large.x + width_of(large.runs)
    for mark in (each for each in above if each.x < right and each.x + width_of(each.runs) > large.x):
        assert mark.y + 0.08 * mark.runs[0].size <= top - 4.0
