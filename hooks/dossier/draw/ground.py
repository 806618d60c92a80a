"""Turns the base map into the ground of one map: land to fill, borders and coasts to trace.

Exists apart from the places on it because the ground is thinned and clipped, and they are not.
"""

from dataclasses import dataclass
from itertools import pairwise

from . import svg
from .atlas import Outline, joined, number, outlines, strand, turned, turns, world
from .geometry import Box, Point, Points, around, clipped_line, clipped_ring, thinned
from .projection import Projection

FINEST = 0.6
"""Points nearer than this to the one before are left out: nobody can see them."""
COARSE_FROM, COARSEST = 12.0, 2.0
"""From this many degrees of latitude on, points are left out more and more, up to this distance."""


def finest(projection: Projection) -> float:
    """How near two points may be: a large extent has so much coast that it must be drawn more coarsely."""
    span = projection.extent.north - projection.extent.south
    return min(COARSEST, FINEST * max(1.0, span / COARSE_FROM))


@dataclass(frozen=True)
class Ground:
    """What lies under the places, in units of the drawing."""

    land: tuple[tuple[str, tuple[Points, ...]], ...]
    """For each country its ISO number and the rings of it that are in view."""
    borders: tuple[Points, ...]
    """Between two countries that both have an ISO code."""
    open_borders: tuple[Points, ...]
    """Where one of the two has none."""
    coasts: tuple[Points, ...]


def ground(projection: Projection) -> Ground:
    """The ground of a map."""
    frame = Box(0, 0, projection.width, projection.height)
    found = outlines(projection.extent)
    land = tuple((outline.country.iso, rings(outline, projection, frame)) for outline in found)
    arcs = sorted({number(i) for outline in found for ring in outline.rings for i in ring})
    kinds: dict[str, list[Points]] = {"border": [], "open": [], "coast": []}
    for arc in arcs:
        kinds[kind(arc)] += lines(arc, projection, frame)
    return Ground(
        tuple((iso, shapes) for iso, shapes in land if shapes),
        tuple(kinds["border"]),
        tuple(kinds["open"]),
        tuple(kinds["coast"]),
    )


def kind(arc: int) -> str:
    """What an arc separates."""
    sides = world().sides[arc]
    if len(sides) == 1:
        return "coast"
    return "border" if all(country.iso for country in sides) else "open"


def rings(outline: Outline, projection: Projection, frame: Box) -> tuple[Points, ...]:
    """What of a country's rings is in view."""
    seen = []
    for ring in outline.rings:
        pieces = joined(ring)
        west, east = min(box.left for _, box in pieces), max(box.right for _, box in pieces)
        for turn in turns(west, east, projection.extent):
            points = tuple(point for piece in pieces for point in projected(*turned(*piece, turn), projection))
            seen.append(clipped_ring(points, frame))
    return tuple(ring for ring in seen if ring and visible(ring, projection))


def visible(points: Points, projection: Projection) -> bool:
    """Whether a shape is large enough to be seen at this scale."""
    box = around(points)
    return max(box.right - box.left, box.bottom - box.top) >= 1.5 * finest(projection)


def projected(points: Points, box: Box, projection: Projection) -> Points:
    """A strand in the drawing, thinned.

    One that lies wholly beyond an edge keeps its two ends only: clipping would bring it down to that edge anyway.
    """
    extent = projection.extent
    beyond = box.right < extent.west or box.left > extent.east or box.bottom < extent.south or box.top > extent.north
    kept = (points[0], points[-1]) if beyond else points
    placed = projection.line(kept)
    return placed if beyond else thinned(placed, finest(projection))


def lines(arc: int, projection: Projection, frame: Box) -> list[Points]:
    """What of an arc is in view."""
    found, extent = strand(arc), projection.extent
    if found.box.bottom < extent.south or found.box.top > extent.north:
        return []
    seen: list[Points] = []
    for turn in turns(found.box.left, found.box.right, extent):
        for stretch in uncut(found.points):
            points, _ = turned(stretch, found.box, turn)
            placed = thinned(projection.line(points), finest(projection))
            seen += [line for line in clipped_line(placed, frame) if visible(line, projection)]
    return seen


def uncut(points: Points) -> list[Points]:
    """The stretches of a line that do not run along the date line: there the data is cut, and the land is not."""
    stretches: list[list[Point]] = [[points[0]]]
    for before, point in pairwise(points):
        if before[0] % 360 == 180 and point[0] % 360 == 180:
            stretches.append([point])
        else:
            stretches[-1].append(point)
    return [tuple(stretch) for stretch in stretches if len(stretch) > 1]


def drawn(ground: Ground) -> str:
    """The ground as SVG. Land takes the class of a lane, borders that of a hair, until the sheet says otherwise."""
    land = "".join(traced(ring) + "z" for _, shapes in ground.land for ring in shapes)
    parts = (
        svg.path(land, "lane land", fill_rule="evenodd") if land else "",
        svg.path(all_traced(ground.coasts), "hair coast") if ground.coasts else "",
        svg.path(all_traced(ground.borders), "hair border") if ground.borders else "",
        svg.path(all_traced(ground.open_borders), "hair border-open", stroke_dasharray="2 3")
        if ground.open_borders
        else "",
    )
    return "".join(parts)


def all_traced(lines: tuple[Points, ...]) -> str:
    """Several lines as one path."""
    return "".join(map(traced, lines))


def traced(points: Points) -> str:
    """Path data with one decimal and relative steps, without those that come to nothing."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    said, (x, y) = f"M{tenth(tenths[0][0])} {tenth(tenths[0][1])}", tenths[0]
    steps = ""
    for nx, ny in tenths[1:]:
        if (nx, ny) != (x, y):
            across, down = tenth(nx - x), tenth(ny - y)
            steps += ("" if across.startswith("-") or not steps else " ") + across
            steps += ("" if down.startswith("-") else " ") + down
            x, y = nx, ny
    return f"{said}l{steps}" if steps else said


def tenth(value: int) -> str:
    """Tenths as a short decimal."""
    whole, rest = divmod(abs(value), 10)
    said = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{said}" if value < 0 else said
