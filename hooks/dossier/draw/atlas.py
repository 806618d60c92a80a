"""Turns the shipped base map into countries and the lines between them.

Exists so that a map needs no tiles and no network: `base/README.md` says where the data comes from.
A line between two countries is stored once, so that both sides always agree.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

from .geometry import Box, Points, around
from .values import Country, Extent

Ring = tuple[int, ...]


@dataclass(frozen=True)
class Outline:
    """A country with the numbers of the arcs that its rings are made of; ~n is arc n backwards."""

    country: Country
    box: tuple[float, float, float, float]
    """West, south, east, north."""
    rings: tuple[Ring, ...]
    """Outer rings and holes alike: an even-odd fill tells them apart."""


@dataclass(frozen=True)
class World:
    """The base map."""

    step: float
    arcs: tuple[tuple[int, ...], ...]
    outlines: tuple[Outline, ...]
    sides: dict[int, tuple[Country, ...]]
    """For each arc, the countries on its sides: two at a border, one at a coast."""


@dataclass(frozen=True)
class Strand:
    """An arc in degrees, without a jump at the date line: longitudes run on past 180."""

    points: Points
    box: Box
    """In degrees; top is the southern edge."""


@cache
def world() -> World:
    """The shipped base map, read once."""
    text = resources.files(__package__).joinpath("base", "countries.json").read_text(encoding="utf-8")
    found = json.loads(text)
    outlines = tuple(
        Outline(
            Country(each["id"], each["name"]),
            tuple(each["box"]),
            tuple(tuple(ring) for polygon in each["polygons"] for ring in polygon),
        )
        for each in found["countries"]
    )
    sides: dict[int, tuple[Country, ...]] = defaultdict(tuple)
    for outline in outlines:
        for arc in {number(i) for ring in outline.rings for i in ring}:
            sides[arc] += (outline.country,)
    return World(found["step"], tuple(tuple(arc) for arc in found["arcs"]), outlines, dict(sides))


def number(index: int) -> int:
    """The arc that a ring's index means, whichever way it runs."""
    return index if index >= 0 else ~index


@cache
def strand(arc: int) -> Strand:
    """An arc of the base map."""
    numbers, step = world().arcs[arc], world().step
    xs, ys = accumulate(numbers[0::2]), accumulate(numbers[1::2])
    points: list[tuple[float, float]] = []
    turn, before = 0.0, None
    for x, y in zip(xs, ys, strict=True):
        longitude = x * step
        if before is not None and abs(longitude - before) > 180:
            turn += 360.0 if longitude < before else -360.0
        before = longitude
        points.append((longitude + turn, y * step))
    return Strand(tuple(points), around(tuple(points)))


def joined(ring: Ring) -> tuple[tuple[Points, Box], ...]:
    """The strands of a ring in their order and direction, moved by whole turns so that each begins where one ends.

    A ring that does not come back to where it began goes round a pole, and is closed along it.
    """
    pieces: list[tuple[Points, Box]] = []
    for index in ring:
        found = strand(number(index))
        points = found.points if index >= 0 else found.points[::-1]
        before = pieces[-1][0][-1][0] if pieces else points[0][0]
        turn = 360.0 * round((before - points[0][0]) / 360)
        pieces.append(turned(points, found.box, turn))
    start, end = pieces[0][0][0], pieces[-1][0][-1]
    if abs(start[0] - end[0]) > 180:
        pole = 90.0 if end[1] > 0 else -90.0
        cap = ((end[0], pole), (start[0], pole))
        pieces.append((cap, around(cap)))
    return tuple(pieces)


def turned(points: Points, box: Box, turn: float) -> tuple[Points, Box]:
    """Points and their box, moved round the earth."""
    if not turn:
        return points, box
    moved = tuple((x + turn, y) for x, y in points)
    return moved, Box(box.left + turn, box.top, box.right + turn, box.bottom)


def turns(west: float, east: float, extent: Extent) -> tuple[float, ...]:
    """By how many degrees a stretch of longitudes must be moved to meet the extent: one way, several, or none."""
    return tuple(
        turn for turn in (-720.0, -360.0, 0.0, 360.0, 720.0) if west + turn < extent.east and east + turn > extent.west
    )


def outlines(extent: Extent) -> tuple[Outline, ...]:
    """The countries whose boxes meet an extent."""
    return tuple(
        outline
        for outline in world().outlines
        if outline.box[1] < extent.north
        and outline.box[3] > extent.south
        # A box ends at 180 where its country does not: the Fijis and Chukotkas need a degree of grace.
        and turns(outline.box[0] - 1, outline.box[2] + 1, extent)
    )


def countries(extent: Extent) -> tuple[Country, ...]:
    """The countries near an extent: those for which a caller may want to give names."""
    return tuple(outline.country for outline in outlines(extent))
