"""What a YAML file becomes: dicts, lists and strings that remember line and column of every part.

`Map` and `Seq` are a dict and a list, so that validation takes them as they are; the places ride along in `marks`,
packed into numbers: a large dossier has half a million of them, and every tuple would be one more thing for the garbage
collector to visit (benchmarks/README.md).
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..problem import Mark

Place = int
"""Line and column, counted from 0 as the parser gives them: `line << COLUMN_BITS | column`."""
COLUMN_BITS: Final = 24
"""A file has at most 16 MB (`text.LARGEST`), so a column fits."""


def place_of(line: int, column: int) -> Place:
    """Return line and column as one number."""
    return line << COLUMN_BITS | column


class Map(dict[str, "Node"]):
    """A mapping; `marks` has two places for each key in turn, that of the key and that of its value."""

    __slots__ = ("marks", "place")

    def __init__(self, place: Place = 0) -> None:
        self.place = place
        self.marks = array("Q")

    def places(self, key: str) -> tuple[Place, Place]:
        """Return the place of a key and that of its value. Raises ValueError if there is no such key."""
        number = 2 * list(self).index(key)
        return self.marks[number], self.marks[number + 1]


class Seq(list["Node"]):
    """A sequence; `marks[i]` is the place of item i."""

    __slots__ = ("marks", "place")

    def __init__(self, place: Place = 0) -> None:
        self.place = place
        self.marks = array("Q")


Node = Map | Seq | str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed file: its kind (`claims`, `documents`, `dossier` …), its path as shown to people, its value."""

    kind: str
    path: str
    value: Node


def mark_at(path: str, node: Node, route: Iterable[str | int], *, key: bool = False) -> Mark:
    """Return where `route` leads inside `node`, or the last part of it that exists.

    With `key`, the place of the last key itself in place of its value: for a field that should not be there.
    """
    place: Place = node.place if isinstance(node, Map | Seq) else 0
    for step in route:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            key_place, value_place = node.places(step)
            child = node[step]
            place = key_place if key or child == "" else value_place
            node = child
        elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
            place = node.marks[step]
            node = node[step]
        else:
            break
    return mark_of(path, place)


def mark_of(path: str, place: Place) -> Mark:
    """Return the mark of a place in a file."""
    return Mark(path, (place >> COLUMN_BITS) + 1, (place & (1 << COLUMN_BITS) - 1) + 1)
