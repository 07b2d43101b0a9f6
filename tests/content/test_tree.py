"""Trees: what is read from a text, where it stands, and what is refused."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.problem import CODES, Problem
from kiosk.content.tree import MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_SCALAR, Tree, read_tree

SAMPLE = """\ufeff# 展厅
title: {zh: 向高而攀, en: "Reaching \\"higher\\""}
languages: [zh, en]
playback:
  transition: push   # 😀 after
  resume_after: 120
text: |
  one
  two
chapters:
  - title: 'it''s'
    slides:
      - growth
      - {a: 12.90, b: -.5e3, c: null}
"""


def read(text: bytes | str) -> Tree:
    tree, problems = read_tree(text, "x.yaml")
    assert tree is not None, problems
    assert not problems
    return tree


def refused(text: bytes | str) -> Problem:
    """The first of the problems that leave no tree."""
    tree, problems = read_tree(text, "x.yaml")
    assert tree is None
    return problems[0]


@pytest.mark.parametrize(
    "text", ["NO", "on", "yes", "12:30", "012", "1_000", "2024-01-01", "1.10.2", "0x1f", ".inf", ".nan", "１２", "1e"]
)
def test_what_is_no_plain_number_or_constant_stays_text(text: str) -> None:
    assert read(f"a: [{text}]").data == {"a": [text]}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("-0", 0), ("+5", 5), ("12.90", 12.9), (".5", 0.5), ("3.", 3.0), ("1e3", 1000.0), ("true", True),
     ("False", False), ("null", None), ("~", None), ("", None), ('"12"', "12"), ("'true'", "true")],
)  # fmt: skip
def test_plain_numbers_and_constants_are_read(text: str, value: object) -> None:
    found = read(f"a: {text}").data["a"]

    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_text() -> None:
    assert read("2024: a\nno: b\ntrue: c\nnull: d").data == {"2024": "a", "no": "b", "true": "c", "null": "d"}


def test_places_count_characters_from_one() -> None:
    tree = read(SAMPLE)

    assert tree.place(("title",), "key") == (2, 1)
    assert tree.place(("title", "en"), "key") == (2, 19)
    assert tree.place(("title", "en")) == (2, 23)
    assert tree.place(("playback", "transition")) == (5, 15)
    assert tree.place(("chapters", 0)) == (11, 5)
    assert tree.place(("chapters", 0, "slides", 1, "b")) == (14, 23)
    assert tree.place(("chapters", 0, "slides", 0), "key") == (13, 9)
    assert tree.place(()) == (2, 1)


def test_the_place_of_what_is_missing_is_what_it_belongs_in() -> None:
    assert read(SAMPLE).place(("playback", "speed", 3)) == (5, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_break_counts_once(end: str) -> None:
    assert read(end.join(["a: 1", "b:", "  - 😀: x"])).place(("b", 0, "😀")) == (3, 8)


def test_numbers_keep_what_was_written() -> None:
    tree = read(SAMPLE)

    assert tree.literal(("chapters", 0, "slides", 1, "a")) == "12.90"
    assert tree.literal(("chapters",)) is None
    assert tree.literal(("nowhere",)) is None


def test_an_empty_file_is_an_empty_tree() -> None:
    assert read("# nothing\n").data is None
    assert read("").place(("a",)) == (1, 1)


def test_a_key_written_twice_names_both_lines_and_keeps_the_first_value() -> None:
    tree, problems = read_tree("a: 1\nb: 2\na: {c: 3}\n", "x.yaml")

    assert tree is not None
    assert tree.data == {"a": 1, "b": 2}
    assert [(each.line, each.column, each.code) for each in problems] == [(3, 1, "yaml-duplicate")]
    assert "line 1" in problems[0].message


def laughs(depth: int) -> str:
    return "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, depth))


def merges(depth: int) -> str:
    lines = [f"a{n}: &a{n}\n  <<: [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, depth)]
    return "a0: &a0 {x: 1}\n" + "".join(lines)


HOSTILE: dict[str, tuple[bytes | str, str]] = {
    "laughs": (laughs(10), "yaml-alias"),
    "alias to itself": ("a: &a [*a]", "yaml-alias"),
    "anchor alone": ("a: &b c", "yaml-alias"),
    "merge bomb": (merges(12), "yaml-alias"),
    "merge key": ("a: {<<: {b: 1}}", "yaml-merge"),
    "500 brackets": ("[" * 500, "yaml-limits"),
    "100,000 brackets": ("[" * 100_000, "yaml-limits"),
    "1,000,000 brackets": ("[" * 1_000_000, "yaml-limits"),
    "100,000 braces": ("{a: " * 100_000, "yaml-limits"),
    "deep hyphens": ("- " * 1_000, "yaml-limits"),
    "deep blocks": ("\n".join(" " * depth + "a:" for depth in range(100)), "yaml-limits"),
    "many entries": ("\n".join("- 1" for _ in range(MAX_NODES + 1)), "yaml-limits"),
    "long text": ("a: " + "x" * (MAX_SCALAR + 1), "yaml-limits"),
    "large file": ("#" * (MAX_BYTES + 1), "yaml-limits"),
    "large in bytes": ("#" + "好" * (MAX_BYTES // 2), "yaml-limits"),
    "5,000 digits": ("a: " + "9" * 5_000, "bad-value"),
    "beyond all numbers": ("a: 1e999", "bad-value"),
    "empty int": ("a: !!int ''", "yaml-tag"),
    "bad bool": ("a: !!bool maybe", "yaml-tag"),
    "bad time": ("a: !!timestamp foo", "yaml-tag"),
    "object": ("a: !!python/object/apply:os.system [x]", "yaml-tag"),
    "own tag": ("a: !important x", "yaml-tag"),
    "many directives": ("".join(f"%TAG !a{n}! b\n" for n in range(50_000)), "yaml-tag"),
    "beyond unicode": ('a: "\\UFFFFFFFF"', "yaml-syntax"),
    "zero byte": (b"a: \x00", "yaml-syntax"),
    "line separator": ("a: 1\u2028b: 2", "yaml-syntax"),
    "lone surrogate": ("a: \ud800", "yaml-syntax"),
    "two documents": ("a: 1\n---\nb: 1", "yaml-syntax"),
    "map as key": ("? {a: 1}\n: 2", "yaml-syntax"),
    "braces of a template": ("a: {{ b }}", "yaml-syntax"),
    "alias as key": ("a: &x y\n*x : 1", "yaml-alias"),
    "no key": (": 1", "yaml-syntax"),
    "utf-16": ("a: 1".encode("utf-16"), "encoding"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_a_problem(name: str) -> None:
    text, code = HOSTILE[name]

    assert refused(text).code == code


def test_hostile_bytes_do_not_end_the_process() -> None:
    program = "import sys; from kiosk.content.tree import read_tree; print(read_tree(sys.stdin.buffer.read(), 'x')[0])"
    for text in (
        b"[" * 1_000_000,
        b"- " * 500_000,
        b"{? " * 300_000,
        b"\xff" * 1000,
        b'"' * 1_000_000,
        b"a: " * 300_000,
    ):
        done = subprocess.run([sys.executable, "-c", program], input=text, capture_output=True, timeout=60, check=False)

        assert done.returncode == 0
        assert done.stdout.strip() == b"None"


def test_bad_dates_stay_text() -> None:
    assert read("a: 2024-13-45").data == {"a": "2024-13-45"}


def test_a_tree_as_deep_as_allowed_is_read() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).data


def test_another_encoding_is_named_with_its_line() -> None:
    problem = refused("a: 1\nb: 甬\n".encode("gb18030"))

    assert (problem.line, problem.column, problem.code) == (2, 4, "encoding")
    assert "GBK" in problem.hint


SLIPS = {
    "tab": ("a:\n\tb: 1\n", (2, 1), "spaces"),
    "tab later": ("a:\n  b: 1\n\tc: 2\n", (3, 1), "spaces"),
    "no space": ("x: 1\ntitle:展厅\ny: 2\n", (2, 1), "space after the colon"),
    "no space on the first line": ("title:展厅\nx: 1\n", (1, 1), "space after the colon"),
    "full-width colon": ("x: 1\ntitle：展厅\ny: 2\n", (2, 1), "half-width colon"),
    "full-width comma": ("a: {x: 1，y: 2}\n", (1, 11), "write , in place of ，"),
    "full-width quotation mark": ('a: 1\nb: "展厅”\nc: 1\n', (2, 4), "full-width quotation marks"),
    "open quotation mark": ('a: "b\nc: 1\n', (1, 4), 'close it with "'),
    "open bracket": ("a: [1, 2\nb: 3\n", (1, 4), "close it with ]"),
    "open bracket at the end": ("b: 3\na: [", (2, 4), "close it with ]"),
    "open brace": ("a: {b: 1\nc: 3\n", (1, 4), "close it with }"),
    "wrong bracket": ("a: [1, 2}\n", (1, 9), "close it with ]"),
    "missing comma": ("a: {x: 1 y: 2}\n", (1, 11), "comma"),
    "second colon": ("title: a: b\n", (1, 9), "quotation marks"),
    "indent": ("a: 1\n  b: 2\n", (2, 3), "spaces"),
    "outdent": ("a:\n    b: 1\n  c: 2\n", (3, 3), "spaces"),
    "quotes in quotes": ('a: "say "hi" now"\n', (1, 10), "“ ”"),
    "at sign": ("a: @b\n", (1, 4), "quotation marks"),
    "per cent": ("a: %b\n", (1, 4), "quotation marks"),
    "asterisks": ("a: **b**\n", (1, 5), "quotation marks"),
    "backslash": ('a: "\\q"\n', (1, 5), "backslash"),
    "list on the line of its key": ("a: - 1\n", (1, 4), "next line"),
    "hyphen without space": ("-a\n-b: 1\n", (2, 1), "space after the hyphen"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_common_slips_are_placed_and_explained(name: str) -> None:
    text, place, hint = SLIPS[name]
    problem = refused(text)

    assert (problem.line, problem.column) == place
    assert hint in problem.hint


def test_every_beginning_of_a_file_gives_a_tree_or_problems() -> None:
    whole = SAMPLE.encode()
    for end in range(len(whole)):
        tree, problems = read_tree(whole[:end], "x.yaml")

        assert (tree is None) == bool(problems)


ALPHABET = st.sampled_from(list("ab1 \n\t:-,[]{}\"'#&*!|>%@`?<~\\.，：“”好😀\r\x00\u2028\ufeff\ud800"))


@settings(max_examples=400, deadline=None)
@given(st.text(ALPHABET, max_size=60) | st.text(max_size=60) | st.binary(max_size=60))
def test_any_text_gives_a_tree_or_problems(text: str | bytes) -> None:
    tree, problems = read_tree(text, "x.yaml")

    assert tree is not None or problems
    assert all(each.code in CODES and each.line >= 1 and each.column >= 1 for each in problems)
    if tree is not None:
        assert_places(tree)


def assert_places(tree: Tree) -> None:
    pending: list[tuple[str | int, ...]] = [()]
    while pending:
        loc = pending.pop()
        node = tree.node(loc)
        assert node is not None
        line, column = tree.place(loc, "key")
        assert 1 <= line <= len(tree.line_starts)
        assert column >= 1
        pending += [(*loc, part) for part in node.entries]
