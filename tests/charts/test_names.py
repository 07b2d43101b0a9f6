"""Where names break: at the spaces their author left."""

from kiosk.anatomy.words.names import breaks_a_word, joined, line_count, name_lines, parted


def test_name_breaks_at_its_space() -> None:
    assert name_lines("国家级 单项冠军", 5.0) == ("国家级", "单项冠军")


def test_space_between_chinese_vanishes_on_one_line() -> None:
    assert name_lines("全市 土地", 9.0) == ("全市土地",)
    assert joined("全市 土地") == "全市土地"


def test_name_without_a_space_is_evened_out() -> None:
    assert name_lines("国家级单项冠军", 6.0) == ("国家级单", "项冠军")


def test_number_keeps_its_space() -> None:
    assert name_lines("浙江创新能力 500 强", 6.5)[0] == "浙江创新能力"
    assert "500" in joined("浙江创新能力 500 强")


def test_count_is_the_number_of_lines() -> None:
    for name in ("国家级 单项冠军", "National single-product champions", "浙江创新能力 500 强", ""):
        for width in (3.0, 5.0, 8.0, 30.0):
            assert line_count(name, width) == len(name_lines(name, width))


def test_long_word_is_known_to_break() -> None:
    assert breaks_a_word("National champions", 3.0)
    assert not breaks_a_word("National champions", 6.0)
    assert not breaks_a_word("单项冠军", 3.0)


def test_chinese_name_has_the_parts_its_spaces_make() -> None:
    assert parted("全市 高新技术企业") == ("全市", "高新技术企业")
