"""One record of the input, held so that nothing in it can be lost without a word.

A record is a set of leaves: every value in it that is not empty, by the route to it. A converter takes a leaf and says
which field it goes to, or leaves it and says why; whatever it never asked for is left as well. So what becomes of an
entry and what stands in the report are together the whole record, and a new field of a format is reported by itself.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .jsons import Json, Number

Route = tuple[str | int, ...]
NO_FIELD: Final = "the dossier has no field for this"


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that could not be carried over as it is: its field in the input, the value, and why or how."""

    field: str
    value: str
    why: str
    whole: bool = True
    """Whether the value is not carried at all; if not, it was changed on the way."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A value that was carried over: its field in the input, the value, and the field of the dossier."""

    field: str
    value: str
    to: str


@dataclass(slots=True)
class Record:
    """A record being converted; `label` is how the report names it: `event 3`, `line 12`."""

    label: str
    leaves: dict[Route, str]
    shown: Callable[[Route], str]
    taken: dict[Route, str] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)
    gone: set[Route] = field(default_factory=set)

    def get(self, *route: str | int) -> str:
        """Return a leaf without taking it; nothing if it is not there."""
        return self.leaves.get(route, "")

    def take(self, to: str, *route: str | int) -> str:
        """Return a leaf and note that it goes to this field, written `kind.field`; nothing if it is not there.

        What was left once is not taken any more.
        """
        value = self.leaves.get(route, "") if route not in self.gone else ""
        if value:
            self.taken[route] = to
        return value

    def leave(self, why: str, *route: str | int) -> None:
        """Note why what stands below a route is not carried over, whether it had been taken or not."""
        for found in self.below(*route):
            self.taken.pop(found, None)
            if found not in self.gone:
                self.gone.add(found)
                self.lost.append(Lost(self.shown(found), self.leaves[found], why))

    def change(self, how: str, *route: str | int) -> None:
        """Note how a value was changed on the way."""
        self.lost.append(Lost(self.shown(route), self.leaves[route], how, whole=False))

    def give_back(self, to: str, why: str) -> None:
        """Note why a field of the dossier, which the dossier refused, does not have what was taken for it."""
        for route in [route for route, field_ in self.taken.items() if field_ == to]:
            self.leave(why, *route)

    def give_back_all(self, kind: str, why: str) -> None:
        """Note why an entry of a kind was not made, so that nothing of what was taken for it is carried."""
        for to in {field_ for field_ in self.taken.values() if field_.partition(".")[0] == kind}:
            self.give_back(to, why)

    def below(self, *route: str | int) -> list[Route]:
        """Return the routes of all leaves at or below a route."""
        return [found for found in self.leaves if found[: len(route)] == route]

    def items(self, *route: str | int) -> list[int]:
        """Return the numbers of the items of a list, in order."""
        at = len(route)
        return sorted({step for found in self.below(*route) if len(found) > at and isinstance(step := found[at], int)})

    def finish(self, why: str) -> None:
        """Leave whatever nobody took."""
        for route in self.leaves:
            if route not in self.taken:
                self.leave(why, *route)

    @property
    def carried(self) -> tuple[Carried, ...]:
        """What was carried over, in the order of the record."""
        return tuple(
            Carried(self.shown(route), value, self.taken[route])
            for route, value in self.leaves.items()
            if route in self.taken
        )


def record_of(label: str, value: Json, names: Mapping[Route, str] | None = None) -> Record:
    """Return a record of a value. `names` are the columns of a table, where the report is to name these."""
    known = names or {}
    return Record(label, dict(leaves_of(value)), lambda route: known.get(route) or dotted(route))


def leaves_of(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every value that is not empty, with the route to it; numbers and truth values as they are written."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves_of(inner, (*route, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves_of(inner, (*route, number))
    elif isinstance(value, bool):
        yield route, "true" if value else "false"
    elif isinstance(value, str) and value.strip():
        yield route, value.strip() if not isinstance(value, Number) else value


def dotted(route: Route) -> str:
    """Return a route as people write it: `media.url`, `author[2].family`, counted from 1."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in route)
    return text.removeprefix(".") or "the record"


def shown(value: object, longest: int = 60) -> str:
    """Return a value on one line, shortened, for a message."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    printable = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return printable if len(printable) <= longest else printable[: longest - 1] + "…"
