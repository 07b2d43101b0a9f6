"""The bundled fonts: what they contain, and that Qt draws texts as wide as the typeface says."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.resources import assets, fonts
from kiosk.typeface import ASCENT, DESCENT, WEIGHTS, advance, covers, left_bearing, right_ink

FAMILY = "Noto Sans SC"
SAMPLES = (
    "宁波国家高新区",
    "2024\u2009年实现工业总产值\u20091,234.5\u2009亿元",
    "AVATAR To Wave fi ffl",
    "“专精特新”企业（全市第 1）…——",
    "CO₂ PM₂.₅ m² x⁵ 83.2 % ×÷→≥≈℃",
    "a\u2003b\u202fc\u00a0d\u200be",
)


@pytest.fixture(scope="module", autouse=True)
def _loaded(qapp: QApplication) -> None:
    for path in fonts():
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path.name


def face(weight: int, size: int) -> QFont:
    result = QFont(FAMILY)
    result.setPixelSize(size)
    result.setWeight(QFont.Weight(weight))
    result.setKerning(False)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def test_there_is_one_font_for_each_weight_with_its_licence() -> None:
    assert [path.name for path in fonts()] == ["NotoSansSC-Black.ttf", "NotoSansSC-Bold.ttf", "NotoSansSC-Regular.ttf"]
    assert "SIL Open Font License" in (assets() / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_qt_finds_each_weight_in_one_family_and_fakes_none(qtbot: QtBot, weight: int) -> None:
    found = QFontInfo(face(weight, 40))

    assert (found.family(), found.weight(), found.exactMatch()) == (FAMILY, weight, True)


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("size", [43, 244])
def test_a_text_is_as_wide_in_qt_as_the_typeface_says(qtbot: QtBot, text: str, weight: int, size: int) -> None:
    # Qt cuts each advance down to whole 64ths of a pixel, which adds up in small text.
    cut = (len(text) + 1) / 64 / size

    measured = QFontMetricsF(face(weight, size)).horizontalAdvance(text) / size

    assert measured == pytest.approx(advance(text, weight), abs=max(0.002, cut))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_tracking_widens_a_text_in_qt_as_the_typeface_says(qtbot: QtBot, weight: int) -> None:
    wide = face(weight, 244)
    wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.015 * 244)

    measured = QFontMetricsF(wide).horizontalAdvance("1234") / 244

    assert measured == pytest.approx(advance("1234", weight, -0.015), abs=0.002)


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("char", ["1", "H", "%", "é", "（"])
def test_ink_lies_where_the_typeface_says(qtbot: QtBot, char: str, weight: int) -> None:
    size = 500
    ink = QFontMetricsF(face(weight, size)).tightBoundingRect(char)

    assert ink.left() / size == pytest.approx(left_bearing(char, weight), abs=0.005)
    assert ink.right() / size == pytest.approx(right_ink(char, weight), abs=0.005)


def test_a_line_is_as_high_in_qt_as_the_typeface_says(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(face(400, 500))

    assert metrics.ascent() / 500 == pytest.approx(ASCENT, abs=0.002)
    assert metrics.descent() / 500 == pytest.approx(DESCENT, abs=0.002)


@pytest.mark.parametrize("path", fonts(), ids=lambda path: path.stem)
def test_every_font_has_exactly_the_characters_the_typeface_covers(qtbot: QtBot, path: object) -> None:
    raw = QRawFont(str(path), 40.0)
    points = [point for point in range(0x20, 0x30000) if not 0xD800 <= point < 0xE000]

    wrong = [hex(point) for point in points if raw.supportsCharacter(point) != covers(chr(point))]

    assert wrong == []
