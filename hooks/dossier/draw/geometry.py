"""Turns lines and rings into what of them lies inside a rectangle, with no more points than can be seen.

Exists so that a map carries its own extent only, and stays small.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Points = tuple[Point, ...]


@dataclass(frozen=True)
class Box:
    """A rectangle with its edges in order."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left and other.right <= self.right
            and self.top <= other.top and other.bottom <= self.bottom
        )  # fmt: skip

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )  # fmt: skip

    def grown(self, by: float) -> "Box":
        """The same box with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(points: Points) -> Box:
    """The smallest box that holds the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def clipped_ring(ring: Points, box: Box) -> Points:
    """The ring inside the box (Sutherland and Hodgman 1974); empty if nothing is left.

    Parts of a ring that the box pulls apart stay joined along the box's edge, where a fill does not show it.
    """
    edges: tuple[tuple[Callable[[Point], float], Callable[[Point, Point], Point]], ...] = (
        (lambda p: p[0] - box.left, lambda a, b: (box.left, level(a, b, box.left))),
        (lambda p: box.right - p[0], lambda a, b: (box.right, level(a, b, box.right))),
        (lambda p: p[1] - box.top, lambda a, b: (plumb(a, b, box.top), box.top)),
        (lambda p: box.bottom - p[1], lambda a, b: (plumb(a, b, box.bottom), box.bottom)),
    )
    for inside, cut in edges:
        ring = one_side(ring, inside, cut)
    return ring if len(ring) >= 3 else ()


def one_side(ring: Points, inside: Callable[[Point], float], cut: Callable[[Point, Point], Point]) -> Points:
    """The ring on the inner side of one edge."""
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    for point in ring:
        if inside(point) >= 0:
            if inside(before) < 0:
                kept.append(cut(before, point))
            kept.append(point)
        elif inside(before) >= 0:
            kept.append(cut(before, point))
        before = point
    return tuple(kept)


def level(a: Point, b: Point, x: float) -> float:
    """The y at which the line from a to b reaches this x, never beyond either."""
    y = a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])
    return min(max(y, min(a[1], b[1])), max(a[1], b[1]))


def plumb(a: Point, b: Point, y: float) -> float:
    """The x at which the line from a to b reaches this y, never beyond either."""
    return level((a[1], a[0]), (b[1], b[0]), y)


def clipped_line(line: Points, box: Box) -> tuple[Points, ...]:
    """The stretches of a line that lie inside the box."""
    stretches: list[list[Point]] = []
    for a, b in pairwise(line):
        piece = clipped_piece(a, b, box)
        if piece is None:
            continue
        if stretches and stretches[-1][-1] == piece[0]:
            stretches[-1].append(piece[1])
        else:
            stretches.append(list(piece))
    return tuple(tuple(stretch) for stretch in stretches)


def clipped_piece(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of one straight piece that lies inside the box, or None (Liang and Barsky 1984)."""
    if holds(box, a) and holds(box, b):
        return a, b
    dx, dy = b[0] - a[0], b[1] - a[1]
    start, end = 0.0, 1.0
    sides = (-dx, a[0] - box.left), (dx, box.right - a[0]), (-dy, a[1] - box.top), (dy, box.bottom - a[1])
    for toward, room in sides:
        if toward == 0:
            if room < 0:
                return None
        elif toward < 0:
            start = max(start, room / toward)
        else:
            end = min(end, room / toward)
    if start >= end:
        return None
    cut = tuple(inside(box, (a[0] + dx * t, a[1] + dy * t)) for t in (start, end))
    return (a if holds(box, a) else cut[0]), (b if holds(box, b) else cut[1])


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies inside or on the edge."""
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def inside(box: Box, point: Point) -> Point:
    """The nearest point of the box: takes back what rounding put outside."""
    return min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom)


def thinned(line: Points, least: float) -> Points:
    """The line without points that lie nearer than `least` to the one before; both ends stay."""
    if len(line) <= 2:
        return line
    kept = [line[0]]
    for point in line[1:-1]:
        if math.dist(point, kept[-1]) >= least:
            kept.append(point)
    return (*kept, line[-1])


def contains(ring: Points, point: Point) -> bool:
    """Whether a point lies inside a ring, by the number of edges to its right (even-odd rule)."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            odd = not odd
    return odd
