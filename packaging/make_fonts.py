"""The bundled fonts: three static weights of Noto Sans SC with the characters of everyday Chinese, and their measures.

    pip install fonttools==4.68.0
    python packaging/make_fonts.py [--wheel FILE] [--unihan FILE] [--into FOLDER]

The variable font and its licence come from the wheel justmytype-intl-cjk, which is downloaded if it is not given; the
list of common characters from the Unihan database (Debian package unicode-data). The same input gives the same bytes.
"""

import argparse
import bz2
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WHEEL = "justmytype-intl-cjk==0.1.0"
WHEEL_SHA256 = "06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256"
FOLDER_IN_WHEEL = "justmytype_intl_cjk/fonts/ofl/notosanssc"
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
INTO = Path(__file__).resolve().parent.parent / "assets" / "fonts"

FAMILY = "Noto Sans SC"
WEIGHTS = {400: "Regular", 700: "Bold", 900: "Black"}

RANGES = (
    (0x0020, 0x007F),  # ASCII
    (0x00A0, 0x0250),  # Latin with accents
    (0x0370, 0x0460),  # Greek, Cyrillic
    (0x2000, 0x20C0),  # punctuation, small digits, currencies
    (0x2100, 0x2400),  # letter-like signs, Roman numerals, arrows, operators
    (0x2460, 0x2800),  # circled digits, boxes, geometric shapes, dingbats
    (0x3000, 0x3130),  # Chinese punctuation, kana, bopomofo
    (0x3200, 0x3400),  # circled characters and square units
    (0xFE10, 0xFE70),  # punctuation for upright lines
    (0xFF00, 0xFFF0),  # full-width forms
)
NEEDED = "\u2003\u2009\u202f²³×÷%‰°℃→←↑↓≥≤≈±−…—–·￥¥€㎡₂。，、；：？！（）《》“”‘’【】①■▲●★喆堃镕玥"
"""Characters that must not be missing, whatever the lists above say."""

BLANKS = {0x2009: 200, 0x202F: 200, 0x200A: 100, 0x2007: None, 0x200B: 0}
"""Spaces that Noto Sans SC lacks, with their advance; None is that of a digit."""

SMALL_ADVANCE_LIKE = 0x00B2
SMALL_WIDTH, SMALL_HEIGHT = 0.66, 0.60
SUPERSCRIPTS = {0x2070: "0", 0x2075: "5", 0x2076: "6", 0x2077: "7", 0x2078: "8", 0x2079: "9"}
SUBSCRIPTS = {0x2080 + digit: str(digit) for digit in range(10)}
SUPERSCRIPT_BASELINE, SUBSCRIPT_BASELINE = 459, -130

DROPPED_TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "VORG", "DSIG", "MVAR"]
KEPT_NAMES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 16, 17}
BOLD, REGULAR = 1 << 5, 1 << 6


def gb2312() -> Iterator[int]:
    """The code points of GB 2312."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def common_characters(unihan: Path) -> set[int]:
    """The 8,105 characters of the table of general standard Chinese characters (2013), from Unihan's field kTGH."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        fields = (line.split("\t") for line in lines if "\tkTGH\t" in line and not line.startswith("#"))
        return {int(point.removeprefix("U+"), 16) for point, *_ in fields}


def wanted(unihan: Path) -> set[int]:
    """Every code point to keep, as far as the font has it."""
    points = common_characters(unihan) | set(gb2312()) | set(map(ord, NEEDED))
    for first, past in RANGES:
        points.update(range(first, past))
    return points


def source(wheel: Path | None) -> tuple[bytes, bytes]:
    """The variable font and its licence; raises ValueError if the wheel is another than the expected one."""
    with tempfile.TemporaryDirectory() as folder:
        if wheel is None:
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, WHEEL]
            subprocess.run(pip, check=True)
            wheel = next(Path(folder).glob("*.whl"))
        packed = wheel.read_bytes()
    digest = hashlib.sha256(packed).hexdigest()
    if digest != WHEEL_SHA256:
        raise ValueError(f"{wheel.name} has sha256 {digest}, expected {WHEEL_SHA256}")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(f"{FOLDER_IN_WHEEL}/NotoSansSC[wght].ttf"), archive.read(f"{FOLDER_IN_WHEEL}/OFL.txt")


def cut(font: bytes, points: Iterable[int]) -> bytes:
    """The variable font with no other glyphs than those of `points`, and without kerning, ligatures and local forms.

    What is left maps each character to one glyph, so that a table of advances tells the width of any text.
    """
    options = subset.Options(
        layout_features=[], drop_tables=DROPPED_TABLES, name_IDs=["*"], hinting=False, notdef_outline=True
    )
    whole = TTFont(io.BytesIO(font), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(whole)
    result = io.BytesIO()
    whole.save(result)
    return result.getvalue()


def static(variable: bytes, weight: int) -> Any:
    """The font at one weight."""
    return instancer.instantiateVariableFont(TTFont(io.BytesIO(variable), recalcTimestamp=False), {"wght": weight})


def add_glyph(font: Any, point: int, glyph: Any, advance: int) -> None:
    """Gives a code point its glyph, which the font did not have."""
    name = f"uni{point:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap[point] = name


def add_missing(font: Any, heavier: Any) -> None:
    """Adds the spaces and small digits that Noto Sans SC lacks; `heavier` draws the digits, which shrinking thins."""
    has = font.getBestCmap()
    digit_advance = font["hmtx"][has[ord("0")]][0]
    for point, advance in BLANKS.items():
        if point not in has:
            add_glyph(font, point, TTGlyphPen(None).glyph(), digit_advance if advance is None else advance)

    advance = font["hmtx"][has[SMALL_ADVANCE_LIKE]][0]
    glyphs, names = heavier.getGlyphSet(), heavier.getBestCmap()
    for digits, baseline in ((SUPERSCRIPTS, SUPERSCRIPT_BASELINE), (SUBSCRIPTS, SUBSCRIPT_BASELINE)):
        for point, digit in digits.items():
            if point in has:
                continue
            drawn = glyphs[names[ord(digit)]]
            left = (advance - SMALL_WIDTH * drawn.width) / 2
            pen = TTGlyphPen(None)
            drawn.draw(TransformPen(pen, (SMALL_WIDTH, 0, 0, SMALL_HEIGHT, left, baseline)))
            glyph = pen.glyph()
            glyph.recalcBounds(font["glyf"])
            add_glyph(font, point, glyph, advance)


def name(font: Any, weight: int) -> None:
    """Names the font so that Qt, fontconfig and FreeType find all weights under one family."""
    style, table = WEIGHTS[weight], font["name"]
    table.names = [record for record in table.names if record.nameID in KEPT_NAMES - {16, 17}]
    apart = style not in ("Regular", "Bold")
    names = {
        1: f"{FAMILY} {style}" if apart else FAMILY,
        2: "Regular" if apart else style,
        3: f"2.004;NotoSansSC-{style};subset",
        4: f"{FAMILY} {style}",
        6: f"NotoSansSC-{style}",
    }
    if apart:
        names |= {16: FAMILY, 17: style}
    for identifier, text in names.items():
        table.setName(text, identifier, 3, 1, 0x409)
    is_bold = style == "Bold"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~(BOLD | REGULAR) | (BOLD if is_bold else REGULAR)
    font["head"].macStyle = int(is_bold)


def needs_ink(point: int) -> bool:
    """Whether the ink of a character is measured, and not only its advance."""
    return 0x21 <= point < 0x0100 or 0x2010 <= point < 0x2100 or 0x3001 <= point < 0x3020 or 0xFF00 <= point < 0xFFF0


def measures(font: Any) -> dict[str, Any]:
    """What one weight's texts measure, in font units."""
    units, names, glyf, hmtx = font["head"].unitsPerEm, font.getBestCmap(), font["glyf"], font["hmtx"]
    ink = {chr(point): glyf[name] for point, name in sorted(names.items()) if needs_ink(point)}
    ink = {char: glyph for char, glyph in ink.items() if glyph.numberOfContours}
    zero, capital, han = (glyf[names[ord(char)]] for char in "0H国")
    return {
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "digit_height": zero.yMax,
        "cap_height": capital.yMax,
        "x_height": font["OS/2"].sxHeight,
        "han": [han.xMin, han.yMin, han.xMax, han.yMax],
        "advances": {chr(p): hmtx[n][0] for p, n in sorted(names.items()) if hmtx[n][0] != units},
        "left": {char: glyph.xMin for char, glyph in ink.items()},
        "right": {char: glyph.xMax for char, glyph in ink.items()},
    }


def runs(points: Iterable[int]) -> list[int]:
    """Code points as a row of skipped, kept, skipped, kept ... counted from 0."""
    result: list[int] = []
    after = 0
    for point in sorted(points):
        if result and point == after:
            result[-1] += 1
        else:
            result += [point - after, 1]
        after = point + 1
    return result


def make(wheel: Path | None, unihan: Path, into: Path) -> None:
    """Writes the fonts, their licence and their measures; raises ValueError if a needed character is missing."""
    variable, licence = source(wheel)
    variable = cut(variable, wanted(unihan))
    into.mkdir(parents=True, exist_ok=True)
    typeface: dict[str, Any] = {"family": FAMILY, "weights": {}}
    for weight, style in WEIGHTS.items():
        font = static(variable, weight)
        add_missing(font, static(variable, min(900, round(1.25 * weight))))
        name(font, weight)
        packed = io.BytesIO()
        font.save(packed)
        (into / f"NotoSansSC-{style}.ttf").write_bytes(packed.getvalue())

        saved = TTFont(io.BytesIO(packed.getvalue()))
        points = saved.getBestCmap()
        absent = [char for char in NEEDED if ord(char) not in points]
        if absent:
            raise ValueError(f"{style} lacks {absent}")
        typeface |= {"units": saved["head"].unitsPerEm, "covered": runs(points)}
        typeface["weights"][str(weight)] = measures(saved)
    text = json.dumps(typeface, ensure_ascii=False, separators=(",", ":"))
    (into / "typeface.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    (into / "OFL.txt").write_bytes(licence)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Makes the bundled fonts and their measures.")
    parser.add_argument("--wheel", type=Path, help=f"the wheel of {WHEEL}; downloaded if left out")
    parser.add_argument("--unihan", type=Path, default=UNIHAN, help="Unihan_OtherMappings.txt.bz2")
    parser.add_argument("--into", type=Path, default=INTO, help="the folder to write to")
    given = parser.parse_args()
    make(given.wheel, given.unihan, given.into)


if __name__ == "__main__":
    main()
