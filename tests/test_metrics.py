"""Metrics and series: every figure of the show as it is read, and what an author is told."""

import json
import math
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.metrics import DataProblem, Metric, Series, read_csv
from kiosk.numbers import Written
from kiosk.words import Words

FIRMS = {"zh": "家", "en": "firms"}
PERCENT = "%"

FIGURES: list[tuple[str, dict[str, Any], str, str]] = [
    ("industrial growth", {"value": 12.9, "unit": PERCENT}, "12.9%", "12.9%"),
    ("core digital manufacturing growth", {"value": 11.2, "unit": PERCENT}, "11.2%", "11.2%"),
    ("R&D share of GDP", {"value": 8.62, "unit": PERCENT}, "8.62%", "8.62%"),
    (
        "high-tech firms",
        {"value": 1000, "unit": FIRMS, "qualifier": "expected"},
        "有望突破_1000_家",
        "expected to pass 1,000 firms",
    ),
    ("high-tech firms now", {"value": 1000, "unit": FIRMS, "qualifier": "nearly"}, "近_1000_家", "nearly 1,000 firms"),
    ("patents per 10,000 people", {"value": 128, "unit": {"zh": "件", "en": "patents"}}, "128_件", "128 patents"),
    ("fund of funds", {"value": 5_000_000_000, "unit": "元"}, "50_亿元", "CNY 5 billion"),
    (
        "talents",
        {"value": 300, "unit": {"zh": "名", "en": "people"}, "qualifier": "over"},
        "超_300_名",
        "over 300 people",
    ),
    (
        "revenue of talents' firms",
        {"value": 7e9, "unit": "元", "qualifier": "over"},
        "超_70_亿元",
        "over CNY 7 billion",
    ),
    ("NSFC projects", {"value": 3, "unit": {"zh": "项", "en": "projects"}}, "3_项", "3 projects"),
    ("provincial platform", {"value": 1, "unit": {"zh": "个", "en": "platform"}}, "1_个", "1 platform"),
    (
        "business entities",
        {"value": 36_000, "unit": FIRMS, "qualifier": "over", "qualifier_form": "after"},
        "3.6_万余家",
        "over 36,000 firms",
    ),
    ("episodes", {"value": 14, "unit": {"zh": "期", "en": "episodes"}}, "14_期", "14 episodes"),
    (
        "hot topics",
        {"value": 70, "unit": {"zh": "个", "en": "topics"}, "qualifier": "over", "qualifier_form": "after"},
        "70_余个",
        "over 70 topics",
    ),
    ("kinds of reward", {"value": 8, "unit": {"zh": "类", "en": "kinds"}}, "8_类", "8 kinds"),
    ("share of land", {"value": 0.37, "unit": PERCENT}, "0.37%", "0.37%"),
    ("share of high-tech firms", {"value": "1/9"}, "1/9", "1/9"),
    ("national champions", {"value": 5, "unit": FIRMS}, "5_家", "5 firms"),
    ("little giants", {"value": 25, "unit": FIRMS}, "25_家", "25 firms"),
    ("listed companies", {"value": 10, "unit": FIRMS}, "10_家", "10 firms"),
    ("firms on the top-500 list", {"value": 17, "unit": FIRMS}, "17_家", "17 firms"),
    ("share of industry", {"value": 83.2, "unit": PERCENT}, "83.2%", "83.2%"),
    ("industrial park investment", {"value": 1.5e9, "unit": "元"}, "15_亿元", "CNY 1.5 billion"),
    (
        "floor space",
        {
            "value": 2_300_000,
            "unit": {"zh": "平方米", "en": "m²"},
            "qualifier": "over",
            "qualifier_form": "inner",
        },
        "230_余万平方米",
        "over 2.3 million m²",
    ),
    ("share of software firms", {"value": "1/3"}, "1/3", "1/3"),
]


def metric(**fields: Any) -> Metric:
    return Metric.model_validate({"label": "x", "value": 1} | fields)


def series(**fields: Any) -> Series:
    return Series.model_validate({"label": "x"} | fields)


def told(kind: type[Metric] | type[Series], **fields: Any) -> tuple[tuple[Any, ...], str]:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate({"label": "x"} | fields)
    (error,) = caught.value.errors()
    return error["loc"], error["msg"]


@pytest.mark.parametrize(
    ("fields", "chinese", "english"), [row[1:] for row in FIGURES], ids=[row[0] for row in FIGURES]
)
def test_each_figure_of_the_show_is_written_as_its_source_has_it(
    fields: dict[str, Any], chinese: str, english: str
) -> None:
    figure = metric(**fields)

    assert figure.written("zh").text.replace("\u2009", "_") == chinese
    assert figure.written("en").text == english
    assert figure.written("zh", figure.number) == figure.written("zh")


@pytest.mark.parametrize("fields", [row[1] for row in FIGURES], ids=[row[0] for row in FIGURES])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_figure_of_the_show_counts_up_within_its_own_width(fields: dict[str, Any], lang: str) -> None:
    figure = metric(**fields)
    last = figure.written(lang)

    for step in range(101):
        shown = figure.written(lang, figure.number * step / 100)
        assert len(shown.digits) <= len(last.digits)
        assert (shown.before, shown.after, shown.unit) == (last.before, last.after, last.unit)


def test_a_fraction_keeps_its_text_and_gives_a_number() -> None:
    share = metric(value=" 2/18 ")

    assert share.written("zh").digits == "2/18"
    assert share.fraction == Fraction(1, 9)
    assert share.number == pytest.approx(1 / 9)
    assert metric(value=3).fraction is None


def test_metrics_are_values() -> None:
    fields: dict[str, Any] = {"label": {"zh": "a", "en": "b"}, "unit": "元", "scale": {"zh": "亿"}}

    assert metric(**fields) == metric(**fields)
    assert len({metric(**fields), metric(**fields)}) == 1
    with pytest.raises(ValidationError, match="frozen"):
        metric().value = 2  # type: ignore[misc]


def test_the_scale_can_be_set_for_each_language() -> None:
    figure = metric(value=36_000, scale={"zh": "none", "en": "thousand"})

    assert figure.written("zh") == Written("", "36,000", "", "")
    assert figure.written("en") == Written("", "36", "thousand", "")


def test_the_short_name_is_used_where_there_is_one() -> None:
    figure = metric(label={"zh": "高新技术企业", "en": "High-tech firms"}, short={"zh": "高企", "en": "Firms"})

    assert figure.name("zh") == "高新技术企业"
    assert figure.name("en", is_short=True) == "Firms"
    assert metric(label="R&D").name("en", is_short=True) == "R&D"


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        ("", "", ""),
        (2024, "2024_年", "2024"),
        ("2024", "2024_年", "2024"),
        ("2024-10", "2024_年_10_月", "October 2024"),
        ("2024-10-08", "2024_年_10_月_8_日", "8 October 2024"),
        ("2021/2024", "2021_至_2024_年", "2021 to 2024"),
        ("2024-01/2024-09", "2024_年_1_至_9_月", "January to September 2024"),
        ("2023-11/2024-02", "2023_年_11_月至_2024_年_2_月", "November 2023 to February 2024"),
        ("2024-10-01/2024-10-08", "2024_年_10_月_1_至_8_日", "1 to 8 October 2024"),
        ("2024-09-30/2024-10-08", "2024_年_9_月_30_日至_10_月_8_日", "30 September to 8 October 2024"),
        (
            "2023-12-30/2024-01-02",
            "2023_年_12_月_30_日至_2024_年_1_月_2_日",
            "30 December 2023 to 2 January 2024",
        ),
        ("2024-03/..", "2024_年_3_月以来", "since March 2024"),
    ],
)
def test_a_period_is_put_into_words(period: Any, chinese: str, english: str) -> None:
    figure = metric(period=period)

    assert figure.period_text("zh").replace("\u2009", "_") == chinese
    assert figure.period_text("en") == english


def test_the_date_of_a_figure_is_put_into_words() -> None:
    assert metric(as_of="2024-11-05").as_of_text("en") == "5 November 2024"
    assert metric().as_of_text("en") == ""


def test_a_figure_expires_after_its_last_day() -> None:
    figure = metric(expires="2025-12-31")

    assert not figure.expired(date(2025, 12, 31))
    assert figure.expired(date(2026, 1, 1))
    assert not metric().expired(date(2999, 1, 1))


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"value": True}, "value", "a figure is needed here: write a number, or a fraction such as 1/9"),
        ({"value": None}, "value", "a figure is needed here: write a number, or a fraction such as 1/9"),
        ({"value": math.nan}, "value", "this is not a number that can be shown: write digits, as in 12.5"),
        ({"value": 10**5000}, "value", "the figure is too large: the largest is 1000000000000000 (1e15)"),
        ({"value": "12,9"}, "value", '"12,9" is not a plain number: write it with a decimal point: 12.9'),
        ({"value": "1_000"}, "value", '"1_000" is not a plain number: write it without separators: 1000'),
        ({"value": "36000"}, "value", '"36000" is not a plain number: take off the quotation marks: 36000'),
        ({"value": "3.6万余"}, "value", '"3.6万余" is not a plain number: write 36000; 万 is added on the screen'),
        (
            {"value": "超300"},
            "value",
            '"超300" is not a plain number: write the number alone and say over, nearly or about with: qualifier',
        ),
        (
            {"value": "12.9%"},
            "value",
            '"12.9%" is not a plain number: write 12.9 and give the percent sign as the unit',
        ),
        ({"value": "many"}, "value", '"many" is not a plain number: write a number, or a fraction such as 1/9'),
        ({"value": "1/0"}, "value", '"1/0" divides by nothing: write a fraction such as 1/9'),
        (
            {"unit": "亿元"},
            "unit",
            'the unit "亿元" begins with 亿: write the figure in full and the unit alone; 亿 is added on the screen',
        ),
        (
            {"qualifier": "nearly", "qualifier_form": "after"},
            "qualifier_form",
            "only the qualifier over can stand behind the digits: write qualifier: over, or leave this out",
        ),
        (
            {"period": "2024-1"},
            "period",
            '"2024-1" is not a date: write a year, month or day, such as 2024, 2024-09 or 2024-09-30',
        ),
        (
            {"period": "2024-13"},
            "period",
            '"2024-13" is not in the calendar: months go from 01 to 12, days to the end of the month',
        ),
        (
            {"period": "2024-09/2024-01"},
            "period",
            '"2024-09/2024-01" does not end after it begins: write the earlier one first, or one alone',
        ),
        (
            {"period": "2024/2024"},
            "period",
            '"2024/2024" does not end after it begins: write the earlier one first, or one alone',
        ),
        (
            {"period": "2024/2024-09"},
            "period",
            '"2024/2024-09" mixes years, months and days: write both ends alike, as in 2024-01/2024-09',
        ),
        ({"expires": "2025-12"}, "expires", '"2025-12" needs a day too: write it as in 2024-09-30'),
    ],
)
def test_an_author_of_a_metric_is_told_what_to_write_instead(fields: dict[str, Any], place: str, message: str) -> None:
    assert told(Metric, **({"value": 1} | fields)) == ((place,), message)


def test_a_very_long_value_is_not_repeated_in_full() -> None:
    for long in ("9" * 100_000, "a" * 100_000, "9" * 100_000 + "万"):
        assert len(told(Metric, value=long)[1]) < 200


def test_a_series_is_read_from_a_map_or_a_list() -> None:
    by_year = series(values={2021: 3, 2022: 5.5, 2023: None})
    by_pair = series(values=[[2021, 3], [2022, 5.5], [2023, None]])

    assert by_year == by_pair
    assert by_year.labels == ("2021", "2022", "2023")
    np.testing.assert_array_equal(by_year.x, [2021.0, 2022.0, 2023.0])
    np.testing.assert_array_equal(by_year.y, [3.0, 5.5, np.nan])
    assert by_year.x.dtype == by_year.y.dtype == np.float64


def test_named_places_are_counted_from_nothing() -> None:
    named = series(values={"人工智能": 3, "新材料": 5})

    assert named.labels == ("人工智能", "新材料")
    np.testing.assert_array_equal(named.x, [0.0, 1.0])


def test_the_values_of_a_series_are_written_alike() -> None:
    visits = series(values={1: 12_000_000, 2: 500_000}, unit={"zh": "人次", "en": "visits"})

    assert visits.written("zh", 500_000).text.replace("\u2009", "_") == "50_万人次"
    assert visits.written("en", 500_000).text == "0.5 million visits"


def test_a_series_from_a_file_is_filled_once_the_file_is_read() -> None:
    waiting = series(
        data={"file": "data/a.csv", "x": "month", "y": "people"}, period="2024", unit="元", scale={"zh": "万"}
    )

    filled = waiting.with_points(read_csv("month,people\n2024-01,5\n2024-02,\n", "month", "people"))

    assert waiting.points == ()
    assert filled.points == (("2024-01", 5.0), ("2024-02", None))
    assert (filled.period, filled.unit, filled.scale) == (waiting.period, waiting.unit, waiting.scale)


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({}, (), "there are no values: write them under values, or name a file under data"),
        (
            {"values": {1: 2}, "data": {"file": "a.csv", "x": "a", "y": "b"}},
            (),
            "the values are given twice: keep either values or data",
        ),
        ({"values": {}}, ("values",), "there are no values: write at least one, such as 2024: 5"),
        (
            {"values": 5},
            ("values",),
            "a list of values is needed: write {2021: 3, 2022: 5} or [[0, 3], [1, 5]]",
        ),
        ({"values": [[1, 2], 2]}, ("values", 1), "each entry of the list is a place and a value: write [2024, 5]"),
        (
            {"values": {2024: 1, "宁波": 2}},
            ("values",),
            "the places are partly numbers and partly texts: put all of them in quotation marks, or none",
        ),
        (
            {"values": {2024: "1,5"}},
            ("values", "2024"),
            "the value at 2024 is not a number: write it with a decimal point: 1.5",
        ),
        (
            {"values": {2024: "NaN"}},
            ("values", "2024"),
            "the value at 2024 is not a number: write digits, or null where it is missing",
        ),
    ],
)
def test_an_author_of_a_series_is_told_what_to_write_instead(
    fields: dict[str, Any], place: tuple[Any, ...], message: str
) -> None:
    assert told(Series, **fields) == (place, message)


def test_a_table_gives_the_points_of_two_columns() -> None:
    text = 'year,"note, if any",firms\r\n2021,a,3\r\n2022,"b ""c""\r\nd",5.5\r\n2023,,\r\n,,\r\n\r\n'

    assert read_csv(text, "year", "firms") == ((2021.0, 3.0), (2022.0, 5.5), (2023.0, None))


def test_places_are_texts_unless_all_are_numbers() -> None:
    assert read_csv("x,y\n1,2\nb,3", "x", "y") == (("1", 2.0), ("b", 3.0))


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("", 1, 1, "the file is empty", "write a row of headings"),
        ("x,y\n", 1, 1, "there are no rows below the headings", "write one row"),
        ("x,yy\n1,2", 1, 1, 'there is no column "y"', 'did you mean "yy"?'),
        ("x,people\n1,2", 1, 1, 'there is no column "y"', 'the columns are "x", "people"'),
        ("x,y,y\n1,2,3", 1, 5, 'two columns are called "y"', "give each a name"),
        ("x;y\n1;2", 1, 1, "the cells are not parted by commas", "save the file with commas"),
        ("x,y\n1,2,3", 2, 1, "this row has 3 cells, the headings are 2", "as many cells"),
        ("x,y\n1", 2, 1, "this row has 1 cell, the headings are 2", "as many cells"),
        ("x,y\n1,2\n3,1_000", 3, 3, '"1_000" is not a number', "write it without separators: 1000"),
        ('x,y\n1,"1,000"', 2, 3, '"1,000" is not a number', "write it without separators: 1000"),
        ('x,y\n1,"1,5"', 2, 3, '"1,5" is not a number', "write it with a decimal point: 1.5"),
        ("x,y\n1,NaN", 2, 3, '"NaN" is not a number', "leave the cell empty"),
        ("x,y\n1,-inf", 2, 3, '"-inf" is not a number', "leave the cell empty"),
        ("x,y\n1,12 %", 2, 3, '"12 %" is not a number', "write 12 and give the percent sign as the unit"),
        ("x,y\n1,0x10", 2, 3, '"0x10" is not a number', "write digits"),
        ("x,y\n1,1e16", 2, 3, '"1e16" is too large', "the largest is 1e15"),
        ("x,y\n1,1e999", 2, 3, '"1e999" is too large', "the largest is 1e15"),
        ("x,y\n,3", 2, 1, 'there is no "x" in this row', "fill the cell"),
        ('x,y\n"a\r\nb",2\nc,zz', 4, 3, '"zz" is not a number', "write digits"),
        ('x,y\n1,"2\n3,4\n', 2, 3, "a quotation mark is opened here and never closed", "close it"),
        ('x,y\n1,"2"3\n', 2, 3, "something stands behind the closing quotation mark of this cell", "put a comma"),
        ('x,y\n1,a"b\n', 2, 4, "a quotation mark stands inside a cell", "put the whole cell in quotation marks"),
        (f"x,y\n{'a' * 1001},2", 2, 1, "this cell has 1,001 characters", "shorten it to 1,000"),
    ],
)
def test_an_author_of_a_table_is_told_where_and_what(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    with pytest.raises(DataProblem) as caught:
        read_csv(text, "x", "y")

    problem = caught.value
    assert (problem.line, problem.column, problem.message) == (line, column, message)
    assert problem.hint.startswith(hint) or hint in problem.hint


def test_a_table_may_have_a_hundred_thousand_rows_and_no_more() -> None:
    text = "x,y\n" + "1,2\n" * 100_000

    assert len(read_csv(text, "x", "y")) == 100_000
    with pytest.raises(DataProblem, match="more than 100,000 rows"):
        read_csv(text + "1,2\n", "x", "y")


def test_an_endless_quotation_is_refused_at_once() -> None:
    with pytest.raises(DataProblem, match="never closed"):
        read_csv('x,y\n1,"' + '""' * 500_000 + "a" * 500_000, "x", "y")


def test_each_faulty_value_of_a_series_is_told() -> None:
    with pytest.raises(ValidationError) as caught:
        series(values={2021: "a", 2022: 1, 2023: True})

    assert [error["loc"] for error in caught.value.errors()] == [("values", "2021"), ("values", "2023")]


@pytest.mark.parametrize("kind", [Metric, Series])
def test_editors_are_told_the_fields_but_not_the_name_that_is_set_later(kind: type[Metric] | type[Series]) -> None:
    schema = TypeAdapter(kind).json_schema()

    assert json.loads(json.dumps(schema)) == schema
    assert "id" not in schema["properties"]
    assert {"label", "period", "source"} <= set(schema["properties"])


def test_the_name_of_a_metric_is_set_by_its_reader() -> None:
    assert metric(id="growth").id == "growth"
    assert metric(label=Words.of("a")).label.get("zh") == "a"
