"""What an analysis found, in words, before it is known where they are shown: a terminal, a page, or neither.

One place words a finding, so that `dossier analyse` and the site say the same.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple


class To(NamedTuple):
    """A mention of an entry: a link on the site, the title and the id in a terminal. `words` replace the title."""

    id: str
    words: str = ""


class At(NamedTuple):
    """A place in a file of the data: path, line, column."""

    path: str
    line: int
    column: int


Words = tuple[str | To | At, ...]
"""A run of text and mentions, shown one after the other without anything between."""


def filled(said: str, **parts: Words | str) -> Words:
    """Return a phrase with its {places} filled, by text or by runs with links."""
    found: list[str | To | At] = []
    for number, piece in enumerate(re.split(r"\{(\w+)\}", said)):
        part = parts[piece] if number % 2 else piece
        found += [part] if isinstance(part, str) else part
    return tuple(piece for piece in found if piece != "")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; every row has as many cells as there are headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One analysis in words: what was found first (`lead`), then the working (`table`), then what limits it (`limits`).

    `name` is what `dossier analyse NAME` takes, and the anchor of its rule on the Method page.
    """

    name: str
    title: str
    lead: tuple[Words, ...]
    table: Table | None = None
    limits: tuple[Words, ...] = ()


def joined(parts: tuple[Words, ...], between: str = ", ") -> Words:
    """Return several runs as one, with `between` between them."""
    found: list[str | To | At] = []
    for number, part in enumerate(parts):
        if number:
            found.append(between)
        found += part
    return tuple(found)


def links(ids: tuple[str, ...], between: str = ", ") -> Words:
    """Return mentions of entries, one after the other."""
    return joined(tuple((To(id_),) for id_ in ids), between)
