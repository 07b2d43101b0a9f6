"""Proofreading: translations that are missing, and characters that cannot be drawn, each at its place in the file."""

import re
from collections.abc import Iterator, Sequence

from kiosk.content.problem import Problem, quoted
from kiosk.content.tree import Loc, Node, Tree
from kiosk.typeface import missing

UNSEEN = "notes"
"""The key of what only the guide reads."""
OTHER_MAPS = frozenset({"scale"})
"""Keys whose maps go by language, but hold no words to translate."""

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def proofread(tree: Tree, languages: Sequence[str]) -> tuple[Problem, ...]:
    """Warnings about the words of one file. `languages` are those of the show, the first leading."""
    return tuple(_proofread(tree, tree.root, (), languages))


def texts(node: Node, language: str) -> Iterator[str]:
    """The words of a part of a file that the screen may show in a language; texts that are the same in all are not told
    from names, and left out."""
    if _is_words(node, (language,)):
        yield str(node.data[language])
        return
    for key, inner in node.entries.items():
        if key != UNSEEN:
            yield from texts(inner, language)


def _proofread(tree: Tree, node: Node, loc: Loc, languages: Sequence[str]) -> Iterator[Problem]:
    if node.literal is not None:
        yield from _glyphs(tree, node.data, loc)
        return
    if _is_words(node, languages) and loc[-1:] != (UNSEEN,) and not OTHER_MAPS.intersection(loc[-1:]):
        yield from _translations(tree, node, loc, languages)
    for key, inner in node.entries.items():
        if key == UNSEEN:
            continue
        if isinstance(key, str):
            yield from _glyphs(tree, key, (*loc, key), is_key=True)
        yield from _proofread(tree, inner, (*loc, key), languages)


def _is_words(node: Node, languages: Sequence[str]) -> bool:
    """Whether this is a text for each language: a map by language codes, one of which the show speaks."""
    parts = node.data
    return (
        isinstance(parts, dict)
        and any(language in parts for language in languages)
        and all(_CODE.fullmatch(code) and isinstance(text, str) for code, text in parts.items())
    )


def _translations(tree: Tree, node: Node, loc: Loc, languages: Sequence[str]) -> Iterator[Problem]:
    for language in languages:
        # A text in "zh" serves "zh-CN" too.
        if language not in node.data and language.partition("-")[0] not in node.data:
            line, column = tree.place(loc)
            shown = next(iter(node.data))
            message = f"there is no text in {quoted(language)}, so the one in {quoted(shown)} is shown"
            yield Problem(tree.path, line, column, "warning", "missing-translation", message, f"add {language}: ...")


def _glyphs(tree: Tree, text: object, loc: Loc, *, is_key: bool = False) -> Iterator[Problem]:
    if not isinstance(text, str) or text.isascii():
        return
    line, column = tree.place(loc, "key" if is_key else "value")
    for char in missing(text):
        yield missing_glyph(char, text, tree.path, line, column)


def missing_glyph(char: str, text: str, path: str, line: int, column: int) -> Problem:
    """The warning about a character of a text that the typeface lacks."""
    message = f"the typeface has no {quoted(char)} (U+{ord(char):04X}), in {quoted(text, 40)}"
    return Problem(path, line, column, "warning", "missing-glyph", message, "write another character")
