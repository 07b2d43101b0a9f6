"""Tables: columns of a comma-separated file, read strictly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kiosk.words import excerpt

Point = tuple[str | float, float | None]
"""A place, by name or number, and the value there; None where it is missing."""

MOST_ROWS = 100_000
LONGEST_CELL = 1_000
LARGEST = 1e15
_MOST_NAMED = 12

_CELL = re.compile(r'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"|(?P<plain>[^",\r\n]*+))(?P<end>,|\r\n|\n|\r|\Z)')
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_NOTHING = re.compile(r"[+-]?(nan|inf|infinity)|null|none|#?n/?a|-+|—|无", re.IGNORECASE)


class DataProblem(Exception):
    """What is wrong in a file of data: where (`line` and `column` from 1), what, and what to write instead."""

    def __init__(self, line: int, column: int, message: str, hint: str) -> None:
        super().__init__(f"{line}:{column}: {message}; {hint}")
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    line: int
    column: int


def read_csv(text: str, x: str, y: str) -> tuple[Point, ...]:
    """The points of two columns, named by their headings; places are numbers if all of them are, else texts.

    An empty `y` is a missing value; empty rows are passed over. Raises DataProblem.
    """
    rows = _rows(text)
    heading = next(rows, None)
    if heading is None:
        raise DataProblem(1, 1, "the file is empty", "write a row of headings, then one row for each point")
    x_at, y_at = _column(heading, x), _column(heading, y)
    places: list[_Cell] = []
    values: list[float | None] = []
    for row in rows:
        if len(row) != len(heading):
            raise DataProblem(
                row[0].line,
                row[0].column,
                f"this row has {_counted(len(row), 'cell')}, the headings are {len(heading)}",
                "give every row as many cells as there are headings; put a text that holds a comma in quotation marks",
            )
        if len(places) == MOST_ROWS:
            raise DataProblem(
                row[0].line, 1, f"the file has more than {MOST_ROWS:,} rows", "shorten it, or take one row in every few"
            )
        if not row[x_at].text:
            cell = row[x_at]
            raise DataProblem(
                cell.line, cell.column, f'there is no "{x}" in this row', "fill the cell, or take the row out"
            )
        places.append(row[x_at])
        values.append(_number(row[y_at]) if row[y_at].text else None)
    if not places:
        raise DataProblem(heading[0].line, 1, "there are no rows below the headings", "write one row for each point")
    if all(_NUMBER.fullmatch(cell.text) for cell in places):
        return tuple(zip([_number(cell) for cell in places], values, strict=True))
    return tuple(zip([cell.text for cell in places], values, strict=True))


def _rows(text: str) -> Iterator[list[_Cell]]:
    at, line, line_at = 0, 1, 0
    row: list[_Cell] = []
    while at < len(text) or row:
        match = _CELL.match(text, at)
        column = at - line_at + 1
        if match is None:
            raise _misquoted(text, at, line, column)
        quoted = match["quoted"]
        content = (match["plain"] if quoted is None else quoted.replace('""', '"')).strip()
        if len(content) > LONGEST_CELL:
            raise DataProblem(
                line,
                column,
                f"this cell has {len(content):,} characters",
                f"shorten it to {LONGEST_CELL:,} at most; a quotation mark that is never closed makes such cells",
            )
        row.append(_Cell(content, line, column))
        at = match.end()
        if quoted:
            breaks = list(re.finditer(r"\r\n|\n|\r", quoted))
            if breaks:
                line, line_at = line + len(breaks), match.start("quoted") + breaks[-1].end()
        if match["end"] != ",":
            if any(cell.text for cell in row):
                yield row
            row = []
            line, line_at = line + 1, at


def _misquoted(text: str, at: int, line: int, column: int) -> DataProblem:
    hint = "close it with another; inside a text write it twice"
    if text[at] == '"' and re.match(r'"[^"]*+(?:""[^"]*+)*+\Z', text[at:]):
        return DataProblem(line, column, "a quotation mark is opened here and never closed", hint)
    if text[at] == '"':
        return DataProblem(
            line,
            column,
            "something stands behind the closing quotation mark of this cell",
            "put a comma or a new line there",
        )
    stray = text.index('"', at)
    return DataProblem(
        line,
        column + stray - at,
        "a quotation mark stands inside a cell",
        "put the whole cell in quotation marks and write the inner one twice, or take it out",
    )


def _column(heading: list[_Cell], name: str) -> int:
    names = [cell.text for cell in heading]
    if names.count(name) == 1:
        return names.index(name)
    first = heading[0]
    if name in names:
        again = heading[len(names) - 1 - names[::-1].index(name)]
        raise DataProblem(again.line, again.column, f'two columns are called "{name}"', "give each a name of its own")
    if len(heading) == 1 and re.search(r"[;\t]", first.text):
        raise DataProblem(
            first.line, first.column, "the cells are not parted by commas", "save the file with commas as separator"
        )
    near = get_close_matches(name, names, n=1)
    hint = (
        f'did you mean "{near[0]}"?'
        if near
        else "the columns are " + ", ".join(f'"{excerpt(each)}"' for each in names[:_MOST_NAMED])
    )
    raise DataProblem(first.line, first.column, f'there is no column "{excerpt(name)}"', hint)


def _number(cell: _Cell) -> float:
    text = cell.text
    number = float(text) if _NUMBER.fullmatch(text) else None
    if number is not None and abs(number) <= LARGEST:
        return number
    message = f'"{excerpt(text)}" is not a number' if number is None else f'"{excerpt(text)}" is too large'
    raise DataProblem(cell.line, cell.column, message, "the largest is 1e15" if number is not None else remedy(text))


def remedy(text: str) -> str:
    """What to write instead of a text that is not a plain number."""
    if _NOTHING.fullmatch(text):
        return "leave the cell empty where a value is missing"
    if re.fullmatch(r"[+-]?\d{1,3}([,_ ']\d{3})+(\.\d+)?", text):
        plain = re.sub(r"[,_ ']", "", text)
        return f"write it without separators: {plain}"
    if re.fullmatch(r"[+-]?\d+,\d+", text):
        return f"write it with a decimal point: {text.replace(',', '.')}"
    if re.fullmatch(r"[+-]?[\d.]+ ?[%％]", text):
        return f"write {text.rstrip('%％ ')} and give the percent sign as the unit"
    return "write digits and, if need be, a decimal point, as in 12.5"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
