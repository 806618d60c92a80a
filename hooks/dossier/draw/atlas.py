"""Turns the shipped base map into countries and the lines between them, for one extent.

Exists so that a map needs no tiles and no network: `base/README.md` says where the data comes from.
A line between two countries is stored once, so that both sides always agree.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

from .geometry import Points
from .values import Country, Extent

Ring = tuple[int, ...]


@dataclass(frozen=True)
class Outline:
    """A country with the numbers of the arcs that its rings are made of; ~n is arc n backwards."""

    country: Country
    box: tuple[float, float, float, float]
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def arcs(self) -> frozenset[int]:
        """The arcs it uses, without direction."""
        return frozenset(i if i >= 0 else ~i for polygon in self.polygons for ring in polygon for i in ring)


@dataclass(frozen=True)
class World:
    """The base map."""

    step: float
    arcs: tuple[tuple[int, ...], ...]
    outlines: tuple[Outline, ...]
    sides: dict[int, tuple[Country, ...]]
    """For each arc, the countries on its sides: two at a border, one at a coast."""

    def line(self, arc: int) -> Points:
        """The points of an arc in degrees."""
        numbers = self.arcs[arc]
        return tuple(
            (x * self.step, y * self.step)
            for x, y in zip(accumulate(numbers[0::2]), accumulate(numbers[1::2]), strict=True)
        )


@cache
def world() -> World:
    """The shipped base map, read once."""
    text = resources.files(__package__).joinpath("base", "countries.json").read_text(encoding="utf-8")
    found = json.loads(text)
    outlines = tuple(
        Outline(
            Country(each["id"], each["name"]),
            tuple(each["box"]),
            tuple(tuple(tuple(ring) for ring in polygon) for polygon in each["polygons"]),
        )
        for each in found["countries"]
    )
    sides: dict[int, tuple[Country, ...]] = defaultdict(tuple)
    for outline in outlines:
        for arc in outline.arcs:
            sides[arc] += (outline.country,)
    return World(found["step"], tuple(tuple(arc) for arc in found["arcs"]), outlines, dict(sides))


def shifts(box: tuple[float, float, float, float], extent: Extent) -> tuple[float, ...]:
    """By how many degrees a box must be moved round the earth to meet the extent: none, one way or several."""
    west, south, east, north = box
    if north < extent.south or south > extent.north:
        return ()
    return tuple(turn for turn in (-360.0, 0.0, 360.0) if west + turn < extent.east and east + turn > extent.west)


def countries(extent: Extent) -> tuple[Country, ...]:
    """The countries whose boxes meet an extent: those for which a caller may want names."""
    return tuple(outline.country for outline in world().outlines if shifts(outline.box, extent))
