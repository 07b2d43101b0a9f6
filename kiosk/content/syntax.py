"""Slips of the pen: what an author meant by a text that is not YAML, and how to write it."""

import re
import unicodedata
from dataclasses import dataclass

import yaml

TABS = ("tabs cannot indent", "use spaces in place of the tab")
INDENT = "give lines that belong together the same number of spaces, and deeper ones two more"
QUOTE_IT = 'put the text in quotation marks: "…"'
ESCAPE = 'within " " write \\\\ for one backslash, or put the text in single quotation marks'
OPENERS = {"[": "]", "{": "}"}
ASTRAY = "this line does not line up with the lines above it"
NO_PAIR = "this line is no key with its value"

HALF_WIDTH = dict(zip("，、“”＂‘’［］｛｝【】：－＃", ',,"""\'\'[]{}[]:-#', strict=True))
"""Signs of a Chinese input method, and what YAML wants in their place."""

MESSAGES: dict[str, tuple[str, str, str]] = {
    "block sequence entries are not allowed in this context": (
        "yaml-syntax",
        "a list cannot begin on the line of its key",
        "begin it on the next line, or write it as [a, b]",
    ),
    "did not find expected '-' indicator": ("yaml-syntax", "this line does not line up with the list above it", INDENT),
    "did not find expected <document start>": ("yaml-syntax", ASTRAY, INDENT),
    "found unknown escape character": ("yaml-syntax", "this backslash means nothing", ESCAPE),
    "found invalid Unicode character escape code": ("yaml-syntax", "this backslash names no character", ESCAPE),
    "did not find expected hexdecimal number": ("yaml-syntax", "this backslash names no character", ESCAPE),
    "did not find expected alphabetic or numeric character": (
        "yaml-alias",
        "a text cannot begin with * or &",
        QUOTE_IT,
    ),
    "found undefined tag handle": ("yaml-tag", "a text cannot begin with !", QUOTE_IT),
    "did not find expected tag URI": ("yaml-tag", "a text cannot begin with !", QUOTE_IT),
    "did not find expected whitespace or line break": ("yaml-tag", "a text cannot begin with !", QUOTE_IT),
    "did not find expected comment or line break": ("yaml-syntax", "a text cannot begin with | or >", QUOTE_IT),
    "exceeded maximum nesting depth": ("yaml-limits", "entries lie too deep in one another", "close the brackets"),
    "found a tab character that violates indentation": ("yaml-syntax", *TABS),
    "found a tab character where an indentation space is expected": ("yaml-syntax", *TABS),
    "found unexpected document indicator": (
        "yaml-syntax",
        "a quotation mark is not closed before this line",
        'close it with "',
    ),
}
"""What libyaml says, as code, message and hint."""


@dataclass(frozen=True)
class Slip:
    """What is wrong at an index of the text."""

    index: int
    code: str
    message: str
    hint: str = ""


def slip(text: str, error: yaml.MarkedYAMLError, unclosed: int | None) -> Slip:
    """What an error of the parser comes from. `unclosed` is the index of the innermost bracket that is still open."""
    at = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    since = min(error.context_mark.index if error.context_mark else at, at)
    problem = (error.problem or "").partition(" while increasing")[0]
    for index in (at, since):
        start, line = _line(text, index)
        blank = line[: len(line) - len(line.lstrip())]
        if "\t" in blank:
            return Slip(start + blank.index("\t"), "yaml-syntax", *TABS)
    if problem == "found unexpected end of stream":
        return _unclosed_quote(text, since)
    if problem == "could not find expected ':'":
        line = _line(text, since)[1]
        return Slip(since, "yaml-syntax", NO_PAIR, misspelling(line) or "write it as key: value")
    if problem == "mapping values are not allowed in this context":
        return _stray_colon(text, at)
    if problem == "did not find expected key":
        return _stray_text(text, at)
    if unclosed is not None and ("did not find expected ','" in problem or not text[at:].strip()):
        return _unclosed_bracket(text, unclosed, at)
    if problem == "found character that cannot start any token":
        return Slip(at, "yaml-syntax", f"a text cannot begin with {text[at : at + 1]}", QUOTE_IT)
    if problem in MESSAGES:
        return Slip(at, *MESSAGES[problem])
    return Slip(at, "yaml-syntax", "this cannot be read as YAML", misspelling(_line(text, at)[1]) or QUOTE_IT)


def misspelling(text: str) -> str:
    """How to write a line, key or value that has full-width signs or lacks a space; empty if it does neither."""
    line = text.strip().removeprefix("- ").strip()
    if not re.search(r":(\s|$)", line):
        if match := re.match(r"([^\s:：]{1,40})\s*：", line):
            return f'write a half-width colon and a space: "{match[1]}: …", not "{match[1]}：…"'
        if match := re.match(r"([^\s:：\"'\[{]{1,40}):(?!//)(?=\S)", line):
            after = line[match.end() :]
            if not (match[1].isdigit() and after[:1].isdigit()):
                return f'put a space after the colon: "{match[1]}: {after[:1]}…"'
    return full_width(line)


def full_width(text: str) -> str:
    """What to write in place of the signs of a Chinese input method; empty where there are none."""
    found = dict.fromkeys(char for char in text if char in HALF_WIDTH)
    return " and ".join(f"write {HALF_WIDTH[char]} in place of {char}" for char in list(found)[:3])


def as_number(text: str) -> str:
    """The plain number that a text stands for, such as 1000 for `1,000` and 12.9 for `12.9%`; empty if none."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("\"'“”").rstrip("% ").strip()
    if re.fullmatch(r"[-+]?[0-9]{1,3}([,_ ']?[0-9]{3})+(\.[0-9]+)?", plain):
        plain = re.sub(r"[,_ ']", "", plain)
    plain = plain.removeprefix("+")
    return plain if re.fullmatch(r"-?[0-9]{1,40}(\.[0-9]{1,40})?", plain) else ""


def _line(text: str, index: int) -> tuple[int, str]:
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return start, re.split(r"[\r\n]", text[start : start + 2000], maxsplit=1)[0]


def _unclosed_quote(text: str, start: int) -> Slip:
    mark = text[start : start + 1]
    line = _line(text, start)[1]
    hint = f"close it with {mark}"
    if re.search("[“”‘’＂]", line):
        hint += "; full-width quotation marks do not count"
    return Slip(start, "yaml-syntax", f"the quotation mark {mark} is never closed", hint)


def _stray_colon(text: str, at: int) -> Slip:
    start, line = _line(text, at)
    before = line[: at - start]
    if re.search(r":\s", before):
        return Slip(at, "yaml-syntax", "a second colon on the line", 'put a text that holds ": " in quotation marks')
    above_start, above = _line(text, max(start - 1, 0)) if start else (0, "")
    if misspelling(above) and not re.search(r":(\s|$)", above):
        indent = len(above) - len(above.lstrip())
        return Slip(above_start + indent, "yaml-syntax", NO_PAIR, misspelling(above))
    if re.match(r"-\S", line.lstrip()):
        return Slip(
            start, "yaml-syntax", "this line does not belong to the one above", "put a space after the hyphen: - …"
        )
    indent = len(before) - len(before.lstrip())
    return Slip(start + indent, "yaml-syntax", "this line does not belong to the one above", INDENT)


def _stray_text(text: str, at: int) -> Slip:
    start, line = _line(text, at)
    before = line[: at - start].rstrip()
    if before.endswith(('"', "'")):
        hint = f"put the whole text between one pair of {before[-1]}, and use “ ” within it"
        return Slip(at, "yaml-syntax", "a text goes on after its closing quotation mark", hint)
    if before.endswith(("]", "}")):
        return Slip(at, "yaml-syntax", f"something stands after the closing {before[-1]}", "take it out")
    return Slip(at, "yaml-syntax", ASTRAY, misspelling(line) or INDENT)


def _unclosed_bracket(text: str, opened: int, at: int) -> Slip:
    opener = text[opened : opened + 1]
    closer = OPENERS.get(opener, "]")
    start, line = _line(text, opened)
    hint = full_width(line[opened - start :])
    if text[at : at + 1] in ("]", "}"):
        return Slip(
            at, "yaml-syntax", f"the bracket {opener} is closed by {text[at]}", hint or f"close it with {closer}"
        )
    if at <= start + len(line) and text[at:].strip():
        return Slip(at, "yaml-syntax", f"a comma or {closer} is missing before this", hint or "part entries by a comma")
    message = f"the bracket {opener} is never closed, or a comma is missing in it"
    return Slip(opened, "yaml-syntax", message, hint or f"close it with {closer}")
