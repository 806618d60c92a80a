"""What a YAML file becomes: dicts, lists and strings that remember line and column of every part.

`Map` and `Seq` are a dict and a list, so that validation takes them as they are; the places ride along in `marks`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..problem import Mark

Place = tuple[int, int]
"""Line and column, counted from 0 as the parser gives them."""


class Map(dict[str, "Node"]):
    """A mapping; `marks[key]` is the place of the key and the place of its value."""

    __slots__ = ("marks", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.marks: dict[str, tuple[Place, Place]] = {}


class Seq(list["Node"]):
    """A sequence; `marks[i]` is the place of item i."""

    __slots__ = ("marks", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.marks: list[Place] = []


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
    place: Place = node.place if isinstance(node, Map | Seq) else (0, 0)
    for step in route:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            key_place, value_place = node.marks[step]
            child = node[step]
            place = key_place if key or child == "" else value_place
            node = child
        elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
            place = node.marks[step]
            node = node[step]
        else:
            break
    return Mark(path, place[0] + 1, place[1] + 1)
