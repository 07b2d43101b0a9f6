"""Trees: the data of one YAML file, and where in the file each part of it stands."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from kiosk.content.problem import Problem, quoted
from kiosk.content.syntax import QUOTE_IT, Slip, slip

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_NODES = 50_000
MAX_SCALAR = 20_000
MAX_DIGITS = 40

Loc = tuple[str | int, ...]
"""The way from the root to a part: keys of maps and indexes of lists."""

INVISIBLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
DIRECTIVE = re.compile(r"^%[A-Za-z]", re.MULTILINE)
LINE_BREAK = re.compile(r"\r\n|\r|\n")

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?((0|[1-9][0-9]*)\.[0-9]*|\.[0-9]+|(0|[1-9][0-9]*)(?=[eE]))([eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Node:
    """One part of the data: where it starts in the text, what was written for it, and the parts it consists of.

    `literal` is None for maps and lists. `keys` holds where the key of an entry starts.
    """

    data: Any
    start: int
    literal: str | None = None
    entries: "dict[str | int, Node]" = field(default_factory=dict)
    keys: dict[str | int, int] = field(default_factory=dict)


def overlaid(base: Node, over: Node) -> Node:
    """A map with the entries of another in the place of its own, and without those for which the other has null.

    Each entry still stands where it was written.
    """
    gone = {key for key, value in over.data.items() if value is None}
    entries = {key: node for key, node in (base.entries | over.entries).items() if key not in gone}
    keys = {key: start for key, start in (base.keys | over.keys).items() if key not in gone}
    data = {key: value for key, value in (base.data | over.data).items() if key not in gone}
    return Node(data, over.start, None, entries, keys)


@dataclass(frozen=True)
class Tree:
    """Plain data (dicts with text keys, lists, texts, numbers, true, false, None) with the place of every part."""

    path: str
    root: Node
    line_starts: tuple[int, ...] = field(repr=False)

    @property
    def data(self) -> Any:
        """The whole data."""
        return self.root.data

    def node(self, loc: Loc) -> Node | None:
        """The part at `loc`; None where there is none."""
        walked = self._walk(loc)
        return walked[-1] if len(walked) == len(loc) + 1 else None

    def place(self, loc: Loc, on: Literal["key", "value"] = "value") -> tuple[int, int]:
        """Line and column, from 1, of the value at `loc` or of its key; where there is none, of what it belongs in."""
        walked = self._walk(loc)
        start = walked[-1].start
        if on == "key" and len(walked) == len(loc) + 1 and loc:
            start = walked[-2].keys.get(loc[-1], start)
        line = bisect_right(self.line_starts, start)
        return line, start - self.line_starts[line - 1] + 1

    def literal(self, loc: Loc) -> str | None:
        """What the author wrote for the text or number at `loc`, such as `12.90`; None where there is neither."""
        node = self.node(loc)
        return node.literal if node else None

    def _walk(self, loc: Loc) -> list[Node]:
        walked = [self.root]
        for part in loc:
            inner = walked[-1].entries.get(part)
            if inner is None:
                break
            walked.append(inner)
        return walked


def read_tree(source: bytes | str, path: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree of a YAML text and every problem found while reading it; no input raises.

    The tree is None where it could not be read in full. A key written twice is a problem, but leaves the tree whole:
    the first value stands. Only `true`, `false`, `null` and plain decimal numbers are more than text: `NO`, `12:30` and
    `012` stay text.
    """
    return _Reading(path).read(source)


class _Unreadable(Exception):
    """Nothing after this slip can be read."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.message)
        self.slip = slip


@dataclass
class _Open:
    """A map or list whose end has not been read."""

    node: Node
    is_flow: bool
    key: str | None = None
    key_start: int = 0

    @property
    def wants_key(self) -> bool:
        return isinstance(self.node.data, dict) and self.key is None


class _Reading:
    """One pass over the events of a text; limits are judged before anything is built, so no input can cost more."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = ""
        self.line_starts: tuple[int, ...] = (0,)
        self.slips: list[Slip] = []
        self.is_whole = True
        self.count = 0
        self.open: list[_Open] = []
        self.root: Node | None = None

    def read(self, source: bytes | str) -> tuple[Tree | None, tuple[Problem, ...]]:
        try:
            self.decode(source)
            self.build()
        except _Unreadable as stop:
            self.refuse(stop.slip)
        except yaml.MarkedYAMLError as error:
            flow = [part.node.start for part in self.open if part.is_flow]
            self.refuse(slip(self.text, error, flow[-1] if flow else None))
        # Whatever else a parser raises on hostile text, MemoryError and RecursionError included, is the text's fault.
        except Exception:
            self.refuse(Slip(0, "yaml-syntax", "the file cannot be read as YAML"))
        problems = tuple(sorted(self.problem(each) for each in self.slips))
        if not self.is_whole:
            return None, problems
        return Tree(self.path, self.root or Node(None, 0), self.line_starts), problems

    def refuse(self, slip: Slip) -> None:
        self.slips.append(slip)
        self.is_whole = False

    def problem(self, slip: Slip) -> Problem:
        line = bisect_right(self.line_starts, slip.index)
        column = slip.index - self.line_starts[line - 1] + 1
        return Problem(self.path, line, column, "error", slip.code, slip.message, slip.hint)

    def decode(self, source: bytes | str) -> None:
        size = len(source)
        if size <= MAX_BYTES and isinstance(source, str):
            size = len(source.encode("utf-8", "surrogatepass"))
        if size > MAX_BYTES:
            hint = "split it, or move long data to a data file"
            raise _Unreadable(Slip(0, "yaml-limits", f"the file is larger than {MAX_BYTES // 1024} KiB", hint))
        if isinstance(source, str):
            self.settle(source)
        elif source.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise _Unreadable(Slip(0, "encoding", "the file is in UTF-16", "save it as UTF-8"))
        else:
            try:
                self.settle(source.decode("utf-8"))
            except UnicodeDecodeError as error:
                self.settle(source[: error.start].decode("utf-8"))
                raise _Unreadable(
                    Slip(len(self.text), "encoding", "the file is not in UTF-8", _encoding_hint(source))
                ) from None
        if found := INVISIBLE.search(self.text):
            message = f"the invisible character U+{ord(found[0]):04X} is not allowed"
            raise _Unreadable(Slip(found.start(), "yaml-syntax", message, "delete it and type the place anew"))
        if found := DIRECTIVE.search(self.text):
            raise _Unreadable(
                Slip(found.start(), "yaml-tag", "lines that begin with % are not used", "delete the line")
            )

    def settle(self, text: str) -> None:
        self.text = text.removeprefix("\ufeff")
        self.line_starts = (0, *(found.end() for found in LINE_BREAK.finditer(self.text)))

    def build(self) -> None:
        documents = 0
        for event in self.events():
            start = event.start_mark.index
            if isinstance(event, yaml.NodeEvent):
                self.admit(event, start)
            if isinstance(event, yaml.ScalarEvent):
                self.put_scalar(event, start)
            elif isinstance(event, yaml.MappingStartEvent):
                self.put_collection(Node({}, start), bool(event.flow_style))
            elif isinstance(event, yaml.SequenceStartEvent):
                self.put_collection(Node([], start), bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.AliasEvent):
                self.put(Node(None, start), is_key=False)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here"
                    raise _Unreadable(Slip(start, "yaml-syntax", message, "take out the line ---; a file holds one"))

    def events(self) -> Iterator[Any]:
        return yaml.parse(self.text, Loader=yaml.CSafeLoader)

    def admit(self, event: Any, start: int) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            message = f"the file has more than {MAX_NODES:,} entries"
            raise _Unreadable(Slip(start, "yaml-limits", message, "split it, or move long data to a data file"))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(Slip(start, "yaml-alias", f"aliases such as *{event.anchor} are not used", QUOTE_IT))
        elif event.anchor is not None:
            self.refuse(Slip(start, "yaml-alias", f"anchors such as &{event.anchor} are not used", QUOTE_IT))
        elif event.tag is not None:
            self.refuse(Slip(start, "yaml-tag", "tags that begin with ! are not used", QUOTE_IT))

    def put_scalar(self, event: yaml.ScalarEvent, start: int) -> None:
        text, is_plain = event.value, event.implicit[0]
        if len(text) > MAX_SCALAR:
            raise _Unreadable(
                Slip(start, "yaml-limits", f"a text is longer than {MAX_SCALAR:,} characters", "shorten it")
            )
        if not (self.open and self.open[-1].wants_key):
            self.put(Node(self.resolve(text, start) if is_plain else text, start, text), is_key=False)
        elif is_plain and text == "<<":
            self.refuse(Slip(start, "yaml-merge", "merge keys (<<) are not used", "write the entries out"))
            self.put(Node(text, start, text), is_key=True)
        else:
            if is_plain and not text:
                self.refuse(Slip(start, "yaml-syntax", "there is no key before the colon", "write it as key: value"))
            self.put(Node(text, start, text), is_key=True)

    def resolve(self, text: str, start: int) -> Any:
        if text in CONSTANTS:
            return CONSTANTS[text]
        is_whole = INTEGER.fullmatch(text)
        if not is_whole and not DECIMAL.fullmatch(text):
            return text
        if len(text) <= MAX_DIGITS:
            number = int(text) if is_whole else float(text)
            if math.isfinite(number):
                return number
        self.refuse(
            Slip(start, "bad-value", f"the number {quoted(text, 20)} is too long or too large", "write a shorter one")
        )
        return None

    def put_collection(self, node: Node, is_flow: bool) -> None:
        if self.open and self.open[-1].wants_key:
            begins = self.text[node.start : node.start + 1]
            hint = f"put a text that begins with {begins} in quotation marks" if is_flow else "write it as key: value"
            raise _Unreadable(Slip(node.start, "yaml-syntax", "a key has to be a single word or text", hint))
        if len(self.open) == MAX_DEPTH:
            message = f"entries lie more than {MAX_DEPTH} deep in one another"
            raise _Unreadable(Slip(node.start, "yaml-limits", message, "close the brackets, or indent less"))
        self.put(node, is_key=False)
        self.open.append(_Open(node, is_flow))

    def put(self, node: Node, is_key: bool) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.node.data, list):
            parent.node.entries[len(parent.node.data)] = node
            parent.node.data.append(node.data)
        elif is_key:
            parent.key, parent.key_start = node.data, node.start
            if node.data in parent.node.entries:
                first = bisect_right(self.line_starts, parent.node.keys[node.data])
                message = f"{quoted(node.data)} is written a second time; it first stands in line {first}"
                self.slips.append(Slip(node.start, "yaml-duplicate", message, "keep one of them"))
        elif parent.key is None:
            self.refuse(Slip(node.start, "yaml-syntax", "a key has to be a single word or text"))
            parent.key = ""
        else:
            if parent.key not in parent.node.entries:
                parent.node.entries[parent.key] = node
                parent.node.keys[parent.key] = parent.key_start
                parent.node.data[parent.key] = node.data
            parent.key = None


def _encoding_hint(source: bytes) -> str:
    try:
        source.decode("gb18030")
    except UnicodeDecodeError:
        return "save it as UTF-8"
    return "it may be in GBK, the Chinese Windows encoding: save it as UTF-8"
