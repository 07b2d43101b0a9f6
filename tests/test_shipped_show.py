"""The show that ships: every figure and name is there, qualified as its source has it, in both languages."""

import re
from functools import lru_cache

import pytest

from kiosk.content.check import check_show
from kiosk.content.library import Library, open_library
from kiosk.marks import Text
from kiosk.resources import content
from kiosk.screen import Screen
from kiosk.show import TRANSITION_SECONDS, PlacedSlide, Slide

SCREENS = (Screen(1920, 1080), Screen(1280, 1024), Screen(1080, 1920), Screen(3840, 1080))
LONGEST_LOOP = 270.0
FIGURES = [
    ("growth", "12.9%", "12.9%"),
    ("growth", "11.2%", "11.2%"),
    ("rnd", "8.62%", "8.62%"),
    ("thousand", "有望突破1000家", "expectedtopass1,000"),
    ("thousand", "近1000家", "nearly1,000"),
    ("patents", "128件", "128"),
    ("fund", "50亿元", "CNY5billion"),
    ("talents", "超300名", "over300people"),
    ("talents", "超70亿元", "overCNY7billion"),
    ("talents", "3项", "3"),
    ("talents", "1个", "1"),
    ("entities", "3.6万余", "over36,000"),
    ("live", "14期", "14episodes"),
    ("live", "70余个热点话题", "over70hottopics"),
    ("services", "8大类", "8kinds"),
    ("ninth", "0.37%", "0.37%"),
    ("ninth", "1/9", "1/9"),
    ("champions", "5", "5"),
    ("champions", "25", "25"),
    ("champions", "10", "10"),
    ("champions", "17", "17"),
    ("digital", "83.2%", "83.2%"),
    ("park", "15亿元", "CNY1.5billion"),
    ("park", "230余万平方米", "over2.3millionm²"),
    ("park", "1/3", "1/3"),
]
NAMES = (
    "国家级高新区第一方阵 甬江科创区 数创港 科技创新策源地 成果转化首选地 数字经济发展新高地 青年人才集聚地 "
    "均联智行 5G+V2X 永新光学 激光雷达 均普智能 贾维斯 世界设计之都大会 雷鸟创新 AR "
    "人形机器人 元宇宙 车联网 人工智能 西工大宁波研究院 国家水上装备安全与可靠性技术创新中心 均胜人工智能与人形机器人研究院 "
    "知识产权服务业 商事案件颗粒化执行 小新说正事 政务直通车 免申即享 高效办成一件事 361 新一代信息技术 新材料 高端装备 生物医药 "
    "南数创 北材料 万亩千亿 宁波软件园 柔创工程 智造港 智博会 文体中心 地平线 均胜安全 香港 均胜电子创新产业园 "
    "全市前列 全市第一 全市最多"
).split()


@lru_cache(maxsize=1)
def library() -> Library:
    """The shipped show, opened."""
    return open_library(content())


def slide(name: str) -> Slide:
    """One of its slides."""
    result = library().slide(name)
    assert result is not None, library().problems()
    return result


def laid_out(name: str, screen: Screen, language: str) -> PlacedSlide:
    """A slide on a screen."""
    show = library().show
    assert show is not None
    return show.place(slide(name), screen, language)


def bare(text: str) -> str:
    """A text without its spaces, which differ with the size of the parts."""
    return re.sub(r"\s", "", text)


def settled(name: str, language: str, screen: Screen = SCREENS[0]) -> list[tuple[Text, ...]]:
    """The texts of each picture of a slide, when it has come to rest; what has left is not among them."""
    placed = laid_out(name, screen, language)
    pictures = [placed.at(act.end).marks for act in placed.acts]
    return [tuple(mark for mark in marks if isinstance(mark, Text) and mark.opacity > 0.0) for marks in pictures]


def reading(name: str, language: str, screen: Screen = SCREENS[0]) -> list[str]:
    """Every text on a slide in the final state of each of its pictures, without spaces."""
    return [bare(mark.text) for texts in settled(name, language, screen) for mark in texts]


def test_the_show_checks_clean() -> None:
    assert [str(problem) for problem in check_show(content())] == []


@pytest.mark.parametrize(("name", "zh", "en"), FIGURES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
def test_each_figure_is_on_its_slide_with_its_qualifier(name: str, zh: str, en: str, screen: Screen) -> None:
    chinese, english = reading(name, "zh", screen), reading(name, "en", screen)

    assert any(zh in text for text in chinese), chinese
    assert any(en in text for text in english), english


def test_each_name_has_its_place_in_the_show() -> None:
    everything = bare(
        "".join("".join(reading(name, "zh")) + (slide(name).notes or "").__str__() for name in library().ids())
    )
    notes = "".join((found.notes.get("zh") if found.notes else "") for found in map(slide, library().ids()))

    missing = [name for name in NAMES if bare(name) not in everything + bare(notes)]

    assert missing == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_pass_takes_at_most_four_and_a_half_minutes(language: str) -> None:
    show = library().show
    assert show is not None
    total = 0.0
    for name in library().ids():
        total += laid_out(name, SCREENS[0], language).duration
        total += TRANSITION_SECONDS[slide(name).transition or show.playback.transition]

    assert total <= LONGEST_LOOP


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_hero_is_final_within_three_seconds_and_for_most_of_the_slide(language: str) -> None:
    for name in library().ids():
        placed = laid_out(name, SCREENS[0], language)
        begins = [act.begin for act in placed.acts]

        for act, leaves in zip(placed.acts, [*begins[1:], placed.duration], strict=True):
            assert act.end - act.begin <= 3.0, name
            assert act.end - act.begin <= 0.4 * (leaves - act.begin), name


def test_every_slide_of_content_names_its_source() -> None:
    for name in library().ids():
        if not slide(name).arrangement.is_poster:
            for texts in settled(name, "zh"):
                assert any("来源宁波高新区" in bare(mark.text) for mark in texts), name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_firms_of_today_come_before_those_that_are_expected(language: str) -> None:
    today, expected = ("近1000", "有望突破1000") if language == "zh" else ("nearly1,000", "expectedtopass1,000")

    first, last = ("".join(bare(mark.text) for mark in texts) for texts in settled("thousand", language))

    assert today in first
    assert expected not in first
    assert expected in last
    assert today not in last


def test_only_the_last_picture_of_the_yardsticks_points_at_one_of_them() -> None:
    first, last = settled("champions", "zh")

    assert not any(run.color == "warm" for mark in first for run in mark.runs)
    assert {bare(mark.text) for mark in last if any(run.color == "warm" for run in mark.runs)} == {"17", "全市最多"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.shape)
def test_no_text_leaves_the_screen(screen: Screen, language: str) -> None:
    from kiosk.typesetting import width_of

    for name in library().ids():
        for mark in (mark for texts in settled(name, language, screen) for mark in texts):
            if not mark.angle and not mark.upright:
                width = width_of(mark.runs)
                left = mark.x - {"end": width, "middle": width / 2}.get(mark.anchor, 0.0)
                assert left >= -1.0, (name, mark.text)
                assert left + width <= screen.width + 1.0, (name, mark.text)
