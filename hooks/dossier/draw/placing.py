"""Turns places on a map into places for their names, so that no name covers another, or a dot.

Exists because names are what a map is read by, and a program has no eye.
Eight positions around a dot are tried, the right-hand one first (Imhof, "Positioning names on maps", 1975);
then spots further off, with a line that leads back.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from .geometry import Box, Point, Points, contains
from .geometry import around as edges
from .letters import Letters, text_width

APART = 3.0
"""Between two names."""
ROUNDS = 8
GRID = 14
"""Steps across a country in which a place for its name is sought."""
RINGS = 6
"""How far off a name may stand: further, nobody sees what it belongs to."""
FAR = 20.0
"""The trouble of a name with a leading line, against 0 to 8 for one beside its dot."""


@dataclass(frozen=True)
class Subject:
    """What a name belongs to: a dot or a disc."""

    x: float
    y: float
    across: float
    """Half its width."""
    up: float
    """Half its height."""
    lines: tuple[str, ...]
    open: bool = False
    """A disc wide enough to be written into."""

    @property
    def box(self) -> Box:
        """The room it takes."""
        return Box(self.x - self.across, self.y - self.up, self.x + self.across, self.y + self.up)


@dataclass(frozen=True)
class Label:
    """Where a name stands."""

    box: Box
    anchor: str
    leader: tuple[Point, Point] | None = None

    @property
    def x(self) -> float:
        """The x of its anchor."""
        return {"start": self.box.left, "end": self.box.right}.get(self.anchor, (self.box.left + self.box.right) / 2)


def placed(subjects: tuple[Subject, ...], frame: Box, letters: Letters) -> tuple[Label | None, ...]:
    """A place for the name of each subject; None where there is no room left, even further off.

    Those with the fewest possibilities are served first.
    Whoever then stands far off or has no place is served first in another round; the best round counts.
    """
    dots = [subject.box.grown(1) for subject in subjects if not subject.open]
    near = [
        [label for label in around(subject, letters) if fits(label.box, subject, frame, dots)] for subject in subjects
    ]
    order = sorted(range(len(subjects)), key=lambda i: len(near[i]))
    best: dict[int, Label] = {}
    least = math.inf
    for _ in range(ROUNDS):
        labels = one_round(order, subjects, near, frame, letters)
        effort = sum(trouble(labels.get(i), near[i]) for i in order)
        if effort < least:
            best, least = labels, effort
        behind = [i for i in order if trouble(labels.get(i), near[i]) >= FAR]
        if not behind:
            break
        order = behind + [i for i in order if i not in behind]
    return tuple(best.get(i) for i in range(len(subjects)))


def trouble(label: Label | None, near: list[Label]) -> float:
    """How far a name is from the place it would like best."""
    if label is None:
        return 5 * FAR
    return near.index(label) if label.leader is None else FAR + math.dist(*label.leader) / 10


def one_round(
    order: list[int], subjects: tuple[Subject, ...], near: list[list[Label]], frame: Box, letters: Letters
) -> dict[int, Label]:
    """Labels for the subjects in this order, each taking the best place that those before it have left."""
    dots = [subject.box.grown(1) for subject in subjects if not subject.open]
    labels: dict[int, Label] = {}
    for i in order:
        taken = list(labels.values())
        own = subjects[i]
        found = next((label for label in near[i] if free(label, taken)), None) or next(
            (
                label
                for label in further(own, letters)
                if fits(label.box, own, frame, dots) and free(label, taken) and leads(label, own, dots, taken)
            ),
            None,
        )
        if found is not None:
            labels[i] = found
    return labels


def free(label: Label, taken: list[Label]) -> bool:
    """Whether a name keeps apart from those that have their place, and from the lines that lead to them."""
    room = label.box.grown(APART)
    return not any(
        room.meets(other.box) or (other.leader is not None and crosses(other.leader, label.box)) for other in taken
    )


def fits(box: Box, own: Subject, frame: Box, dots: list[Box]) -> bool:
    """Whether a name stays on the map and off all dots but a disc of its own."""
    return frame.holds(box) and not any(box.meets(dot) for dot in dots if not (own.open and dot == own.box.grown(1)))


def size_of(subject: Subject, letters: Letters) -> tuple[float, float]:
    """Width and height of a name."""
    return max(text_width(line, letters.size) for line in subject.lines), letters.line * len(subject.lines)


def around(subject: Subject, letters: Letters) -> Iterator[Label]:
    """The name in the disc, if it has room there, and in eight places around."""
    wide, tall = size_of(subject, letters)
    x, y = subject.x, subject.y
    if subject.open and wide <= subject.across * 1.8 and tall <= subject.up * 1.4:
        yield label(x - wide / 2, y - tall / 2, wide, tall, "middle")
    out, over = subject.across + 5, subject.up + 3
    slant, rise = out * 0.75, subject.up * 0.6 + 1
    yield label(x + out, y - tall / 2, wide, tall, "start")
    yield label(x - out - wide, y - tall / 2, wide, tall, "end")
    yield label(x + slant, y - rise - tall, wide, tall, "start")
    yield label(x + slant, y + rise, wide, tall, "start")
    yield label(x - slant - wide, y - rise - tall, wide, tall, "end")
    yield label(x - slant - wide, y + rise, wide, tall, "end")
    yield label(x - wide / 2, y + over, wide, tall, "middle")
    yield label(x - wide / 2, y - over - tall, wide, tall, "middle")


def further(subject: Subject, letters: Letters) -> Iterator[Label]:
    """The name in rings around the subject, with a line that leads to it."""
    wide, tall = size_of(subject, letters)
    for ring in range(1, RINGS):
        away = ring * letters.size * 0.9
        for step in range(16):
            angle = step * math.tau / 16
            right = math.cos(angle) >= 0
            x = subject.x + (subject.across + away) * math.cos(angle)
            y = subject.y + (subject.up + away) * math.sin(angle)
            left = x if right else x - wide
            box = Box(left, y - tall / 2, left + wide, y + tall / 2)
            edge = subject.across * math.cos(angle), subject.up * math.sin(angle)
            end = (left - 2 if right else left + wide + 2, y)
            yield Label(box, "start" if right else "end", ((subject.x + edge[0], subject.y + edge[1]), end))


def label(left: float, top: float, wide: float, tall: float, anchor: str) -> Label:
    """A label from its top left corner."""
    return Label(Box(left, top, left + wide, top + tall), anchor)


def leads(found: Label, own: Subject, dots: list[Box], labels: list[Label]) -> bool:
    """Whether the leading line crosses no dot, no name and no other leading line."""
    if found.leader is None:
        return True
    (ax, ay), (bx, by) = found.leader
    way = [(ax + (bx - ax) * t / 12, ay + (by - ay) * t / 12) for t in range(1, 12)]
    others = [dot for dot in dots if dot != own.box.grown(1)] + [each.box for each in labels]
    if any(box.left < x < box.right and box.top < y < box.bottom for x, y in way for box in others):
        return False
    return not any(meet(found.leader, each.leader) for each in labels if each.leader is not None)


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line runs through a box, looked at in twelve points."""
    (ax, ay), (bx, by) = line
    points = [(ax + (bx - ax) * t / 12, ay + (by - ay) * t / 12) for t in range(13)]
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)


def meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines cross."""

    def side(a: Point, b: Point, c: Point) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def country_spot(rings: tuple[Points, ...], words: str, taken: list[Box], frame: Box, letters: Letters) -> Box | None:
    """A place for a country's name well inside it and off all that is taken; None if there is none.

    Of a grid of places, the one that stays farthest from the country's edge and the map's is chosen.
    """
    wide, tall = text_width(words, letters.size), letters.size * 1.15
    best, where = 0.0, None
    frame = frame.grown(-4)
    for ring in rings:
        room = edges(ring)
        for row in range(1, GRID):
            for column in range(1, GRID):
                x = room.left + (room.right - room.left) * column / GRID
                y = room.top + (room.bottom - room.top) * row / GRID
                box = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
                if not room.holds(box) or not frame.holds(box) or any(map(box.grown(4).meets, taken)):
                    continue
                if all(within(rings, point) for point in probes(box)):
                    away = clearance(rings, box)
                    best, where = (away, box) if away > best + 0.5 else (best, where)
    return where


def probes(box: Box) -> Iterator[Point]:
    """Points of a name that must lie in its country: middle first, then ends and corners."""
    middle = (box.top + box.bottom) / 2
    yield (box.left + box.right) / 2, middle
    for x in (box.left, box.right, box.left * 0.75 + box.right * 0.25, box.left * 0.25 + box.right * 0.75):
        yield x, box.top
        yield x, box.bottom


def within(rings: tuple[Points, ...], point: Point) -> bool:
    """Whether a point lies in a country, holes left out."""
    return sum(contains(ring, point) for ring in rings) % 2 == 1


def clearance(rings: tuple[Points, ...], box: Box) -> float:
    """How far a country's edge is from the middle of a name, across counting for less as names are wide."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    stretch = max(0.25, (box.bottom - box.top) / (box.right - box.left))
    least = math.inf
    for ring in rings:
        flat = [((px - x) * stretch, py - y) for px, py in ring]
        for a, b in zip(flat, flat[1:] + flat[:1], strict=True):
            least = min(least, off(a, b))
    return math.sqrt(least)


def off(a: Point, b: Point) -> float:
    """The square of the distance from nought to a straight piece."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = min(1.0, max(0.0, -(a[0] * dx + a[1] * dy) / length)) if length else 0.0
    return (a[0] + dx * t) ** 2 + (a[1] + dy * t) ** 2
