"""CSV text to rows: any of the usual separators, the header as names, every cell as text (RFC 4180)."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .decode import Unusable
from .jsons import free_name
from .record import Record, Route

_SEPARATORS: Final = ",;\t|"
_EXCEL_LINE: Final = re.compile(r"sep=(.)\r?\n")
_FORMULA: Final = re.compile(r"=\s*[A-Za-z@+\-(\d'\"]")
_FORMULA_TEXT: Final = re.compile(r'="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it ends on, and its cells that hold something, by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns in order, and the rows that hold anything."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(text: str) -> Table:
    """Return the table of a CSV text. Raises Unusable where a quotation mark is left open, or nothing is below it."""
    excel = _EXCEL_LINE.match(text)
    body = text[excel.end() :] if excel else text
    separator = excel[1] if excel else _separator(body)
    skipped = 1 if excel else 0
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    try:
        header = next((cells for cells in reader if any(cell.strip() for cell in cells)), [])
        columns = _columns(header)
        rows = tuple(_row(columns, cells, reader.line_num + skipped) for cells in reader)
    except csv.Error as error:
        raise Unusable(
            f"the table cannot be read after line {reader.line_num + skipped} ({error})",
            "look there for a quotation mark that is not closed or not doubled",
        ) from None
    kept = tuple(row for row in rows if row.cells)
    extra = dict.fromkeys(name for row in kept for name in row.cells if name not in columns)
    return Table((*columns, *extra), kept)


def record_of_row(row: Row, routes: Mapping[str, Route]) -> Record:
    """Return the record of a row, each cell under its route; the report names the columns.

    A formula is left: what its author saw was the result, and that is not in the file.
    """
    names = {routes[name]: name for name in row.cells}
    leaves = {routes[name]: value for name, value in row.cells.items()}
    record = Record(f"line {row.line}", leaves, lambda route: names.get(route) or str(route[-1]))
    for route, value in leaves.items():
        if _FORMULA.match(value):
            record.leave("a formula, not a value; export the table once more with its values", *route)
    return record


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    outside = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=outside.count)


def _columns(header: list[str]) -> list[str]:
    found: list[str] = []
    for number, cell in enumerate(header, 1):
        found.append(free_name(" ".join(cell.split()) or f"column {number}", found))
    return found


def _row(columns: list[str], cells: list[str], line: int) -> Row:
    """Return a row; cells beyond the header are kept under the number of their column."""
    names = [*columns, *(f"column {number}" for number in range(len(columns) + 1, len(cells) + 1))]
    found = {name: _value(cell) for name, cell in zip(names, cells, strict=False) if cell.strip()}
    return Row(line, found)


def _value(cell: str) -> str:
    """Return what a cell says; `="007"` is how spreadsheets keep the zeros of a text."""
    wrapped = _FORMULA_TEXT.fullmatch(cell.strip())
    return wrapped[1] if wrapped else cell.strip()
