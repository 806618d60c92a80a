"""What a change is answerable for: the problems of the entries it touched, and those it brought about elsewhere.

All data is read and checked, always; this only chooses what is shown. An entry has changed if it says something else
than at the revision: put into another order, another file or other quotation marks it is the same entry.

Shown is a problem
- in an entry that is new or has changed; in `dossier.yml` and at the head of a document, in a field that has;
- in a file that has changed, where it belongs to no entry: broken YAML, a hand-written page;
- anywhere, if it names an entry that has changed or is gone;
- anywhere, if it was not there at the revision: an id taken away breaks other files, a source may now be unused.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .load import Map, Node, Seq, Sheet, mark_at
from .problem import Problem, new_ones
from .reading import Reading

_LINES: Final = re.compile(r"(\.(?:yml|md)):\d+(?::\d+)?")
_QUOTED: Final = re.compile(r"`([^`]+)`")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Identity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a file that changes as a whole: an entry, or a field of `dossier.yml` or of a document."""

    id: str
    """Of an entry; empty for a field."""
    name: str
    """The id, or else file and field."""
    path: str
    line: int
    node: Node


def units_of(sheets: Sequence[Sheet]) -> Iterator[Unit]:
    """Yield the units of all files, those of a file in their order; an entry within a field comes after the field."""
    for sheet in sheets:
        if isinstance(sheet.value, Seq):
            yield from _items(sheet, sheet.value, ())
        elif isinstance(sheet.value, Map):
            for key, value in sheet.value.items():
                lists = isinstance(value, Seq) and key in ("remarks", "passages")
                line = mark_at(sheet.path, sheet.value, (key,), key=True).line
                yield Unit("", f"{sheet.path}#{key}", sheet.path, line, "" if lists else value)
                if lists and isinstance(value, Seq):
                    yield from _items(sheet, value, (key,))


def _items(sheet: Sheet, items: Seq, route: tuple[str, ...]) -> Iterator[Unit]:
    for number, item in enumerate(items):
        given = item.get("id") if isinstance(item, Map) else None
        id_ = given if isinstance(given, str) and "passages" not in route else ""
        name = id_ or f"{sheet.path}#{given if isinstance(given, str) else number}"
        yield Unit(id_, name, sheet.path, mark_at(sheet.path, sheet.value, (*route, number)).line, item)


class Units:
    """The units of a dossier, found by place and by name."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.read = frozenset(sheet.path for sheet in sheets)
        self._by_path: dict[str, list[Unit]] = {}
        self.nodes: dict[str, list[Node]] = {}
        self.ids: set[str] = set()
        for unit in units_of(sheets):
            self._by_path.setdefault(unit.path, []).append(unit)
            self.nodes.setdefault(unit.name, []).append(unit.node)
            self.ids |= {unit.id} - {""}

    def at(self, problem: Problem) -> Unit | None:
        """Return the unit a problem stands in: the last that begins at its line or before it."""
        units = self._by_path.get(problem.mark.path, [])
        found = bisect_right(units, problem.mark.line, key=lambda unit: unit.line)
        return units[found - 1] if found else None

    def identity(self, problem: Problem) -> Identity:
        """Return what stays the same of a problem when lines move: rule, entry (or file) and wording."""
        unit = self.at(problem)
        return problem.rule, unit.name if unit else problem.mark.path, _LINES.sub(r"\1", problem.message)


@dataclass(frozen=True, slots=True)
class Version:
    """The data and the hand-written pages at one time."""

    reading: Reading
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Path as shown to people → bytes of every file that was read."""


def concerned(now: Version, then: Version) -> tuple[Problem, ...]:
    """Return the problems of `now` that a change since `then` is answerable for, in their order."""
    units, before = Units(now.reading.sheets), Units(then.reading.sheets)
    changed = {name for name in units.nodes | before.nodes if units.nodes.get(name) != before.nodes.get(name)}
    files = {path for path, data in now.files.items() if then.files.get(path) != data} | then.files.keys() - now.files
    new = set(new_ones(now.reading.problems, map(before.identity, then.reading.problems), units.identity))
    return tuple(
        problem
        for problem in now.reading.problems
        if _touches(problem, units.at(problem), changed, files) or _names(problem) & changed or problem in new
    )


def _touches(problem: Problem, unit: Unit | None, changed: set[str], files: set[str]) -> bool:
    return unit.name in changed if unit else problem.mark.path in files


def _names(problem: Problem) -> set[str]:
    """Return what a problem puts between backticks, as far as it may be an id: `[[id|words]]` names one too."""
    return {word for quoted in _QUOTED.findall(problem.sentence) for word in _ID.findall(quoted)}
