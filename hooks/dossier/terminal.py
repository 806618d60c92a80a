"""Sections as text for a terminal, and facts as JSON: the two forms in which `dossier analyse` prints."""

import dataclasses
import json
import math
import textwrap
from collections.abc import Mapping
from decimal import Context
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from .analysis import Interval
from .dates import Day, When
from .model import Dossier, Entry, Part, Source
from .problem import Mark
from .report import At, Section, Table, To, Words


def text_of(section: Section, dossier: Dossier, width: int = 100) -> str:
    """Return a section as lines of at most `width` characters: what was found, the working row by row, the limits."""
    heading = f"{section.title}  ({section.name})"
    parts = [f"{heading}\n{'=' * len(heading)}"]
    parts += [_wrapped(plain_words(line, dossier), width) for line in section.lead]
    if section.table:
        parts += _rows(section.table, dossier, width)
    parts += [_wrapped(plain_words(line, dossier), width) for line in section.limits]
    return "\n\n".join(part for part in parts if part) + "\n"


def _rows(table: Table, dossier: Dossier, width: int) -> list[str]:
    """Return each row as a block, its first cell as the heading: columns side by side would not fit a title."""
    blocks = []
    for row in table.rows:
        first, *others = (plain_words(cell, dossier) for cell in row)
        lines = [_wrapped(first, width, "- ", "  ")]
        lines += [
            _wrapped(f"{label}: {cell}", width, "    ", "      ")
            for label, cell in zip(table.columns[1:], others, strict=True)
            if cell
        ]
        blocks.append("\n".join(lines))
    return ["\n".join(blocks)] if blocks else []


def plain_words(words: Words, dossier: Dossier) -> str:
    """Return a run of words with each entry as its title and id, and each place as `file:line:column`."""
    return "".join(_said(word, dossier) for word in words)


def _said(word: str | To | At, dossier: Dossier) -> str:
    if isinstance(word, str):
        return word
    if isinstance(word, At):
        return str(Mark(word.path, word.line, word.column))
    entry = dossier.entries.get(word.id)
    called = entry.short if isinstance(entry, Source) else entry.name if entry else ""
    name = word.words or called
    return f"{name} [{word.id}]" if name else word.id


def _wrapped(text: str, width: int, first: str = "", then: str = "") -> str:
    return textwrap.fill(
        text, width, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )


CUTS: Final = ("floor", "ceiling")
"""Properties of an interval by which it is compared: numbers nobody else could make sense of."""

LARGEST: Final = 10**300
"""From here on a number is written as text: most readers of JSON hold none above 1.8e308, and Python writes no whole
number of more than 4,300 digits."""


def json_of(facts: Mapping[str, object]) -> str:
    """Return facts as JSON (RFC 8259): entries as their ids, dates as EDTF, places in files as `file:line:column`.

    A number that JSON cannot hold is text such as `1E+5000`; where only its float is at hand, there is none.
    """
    return json.dumps(_plain(facts), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    """Return a value in the types that JSON has."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Part) and not isinstance(value, Entry):
        return _plain(value.model_dump(exclude_defaults=True))
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(held) for key, held in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(held) for held in value)
    named = _fields(value)
    if named is not None:
        return {name: _day(held) if name == "day" else _plain(held) for name, held in named.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(held) for held in value]
    return _word(value)


def _fields(value: Any) -> Mapping[str, Any] | None:
    """Return the fields and properties of a frozen value by name; nothing for what has none, or one word of its own."""
    if isinstance(value, (Entry, When, Mark)):
        return None
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        names = list(value._fields)
    else:
        return None
    hidden = CUTS if isinstance(value, Interval) else ()
    names += [name for name, held in vars(type(value)).items() if isinstance(held, property) and name not in hidden]
    return {name: getattr(value, name) for name in names}


def _day(day: Day) -> str:
    """Return a day as EDTF has it, which knows none in years of more than four digits."""
    year, month, day_of_month = day
    digits = f"{'-' * (year < 0)}{abs(year):04d}"
    return f"Y{digits}" if abs(year) > 9999 else f"{digits}-{month:02d}-{day_of_month:02d}"


def _word(value: Any) -> str | int | float:
    """Return one value as JSON has it: an entry as its id, a date as EDTF, a fraction as a number."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Entry):
        return value.id
    if isinstance(value, When):
        return value.text
    if isinstance(value, Fraction):
        return _number(value)
    return str(value)


def _number(value: Fraction) -> str | int | float:
    if abs(value) >= LARGEST:
        context = Context(prec=17)
        number = context.divide(context.create_decimal(value.numerator), context.create_decimal(value.denominator))
        return str(number.normalize(context))
    return int(value) if value.denominator == 1 else float(value)
