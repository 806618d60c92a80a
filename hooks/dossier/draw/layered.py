"""Turns a family into columns from left to right: a name under each origin and relay, beside each last report.

Exists for drawings that are wide enough; `outline` serves the narrow ones.
A name never meets a thread: under a name's line the thread runs straight, and only after it fans out.
"""

from dataclasses import dataclass

from .letters import Letters, text_width, wrapped
from .lineage import Kin, Lineage, every_kin
from .spots import BESIDE, Layout, Line, Spot, radius

CAPS = (240.0, 180.0, 140.0, 110.0, 84.0)
"""How wide the names of a column may be; the least crowded choice is taken."""
FANS = (110.0, 84.0, 60.0, 44.0)
"""How wide the threads fan out between two columns."""
GAP = 11.0
"""Between two names, one below the other."""
APART = 26.0
"""Between two families that share nothing."""


@dataclass(frozen=True)
class Columns:
    """Where each layer's dots stand, and where their threads begin to fan out."""

    dots: tuple[float, ...]
    ends: tuple[float, ...]
    room: tuple[float, ...]
    """How wide a name beside a dot of this layer may be."""
    cap: float
    fan: float
    letters: Letters
    inline: bool
    """Whether every last report has its note on the line of its name."""


def layered(family: Lineage, width: float, letters: Letters) -> Layout | None:
    """The family in columns; None if the names do not fit this width."""
    everyone = every_kin(family.roots)
    tried = (columns_for(everyone, cap, fan, width, letters) for cap in CAPS for fan in FANS)
    fitting = [columns for columns in tried if all(readable(one, columns) for one in everyone)]
    if not fitting:
        return None
    return stacked(family.roots, min(fitting, key=lambda columns: cost(everyone, columns)))


def cost(everyone: tuple[Kin, ...], columns: Columns) -> float:
    """How crowded the columns are: lines beside a last report weigh most, then lines of others, then narrow fans."""
    last = sum(len(lines_of(one, columns)) for one in everyone if not one.repeated)
    others = sum(len(lines_of(one, columns)) for one in everyone if one.repeated)
    return 3 * last + others - columns.fan / 25


def columns_for(everyone: tuple[Kin, ...], cap: float, fan: float, width: float, letters: Letters) -> Columns:
    """Columns as narrow as their names allow."""
    dots, ends, x = [], [], 12.0
    for layer in range(max(one.layer for one in everyone) + 1):
        names = [named(one, cap, letters) for one in everyone if one.layer == layer and one.repeated]
        widest = max((line.width(letters) for lines in names for line in lines), default=0.0)
        dots.append(x)
        ends.append(x + max(widest, letters.size * 2))
        x = ends[-1] + fan
    room = tuple(width - dot - BESIDE for dot in dots)
    leaves = [one for one in everyone if not one.repeated]
    inline = all(text_width(f"{one.node.label} {one.node.note}", letters.size) <= room[one.layer] for one in leaves)
    return Columns(tuple(dots), tuple(ends), room, cap, fan, letters, inline)


def named(one: Kin, room: float, letters: Letters) -> tuple[Line, ...]:
    """The lines of a name and its note, each on its own."""
    strong = tuple(Line(words, "") for words in wrapped(one.node.label, room, letters.size))
    return strong + tuple(Line("", words) for words in wrapped(one.node.note, room, letters.size))


def lines_of(one: Kin, columns: Columns) -> tuple[Line, ...]:
    """The lines of a node in these columns."""
    if one.repeated:
        return named(one, columns.cap, columns.letters)
    if columns.inline:
        return (Line(one.node.label, one.node.note),)
    return named(one, columns.room[one.layer], columns.letters)


def readable(one: Kin, columns: Columns) -> bool:
    """Whether no word had to be cut and the name has not become a tower of words."""
    if columns.room[one.layer] < 0:
        return False
    lines = lines_of(one, columns)
    whole = all(line.whole for line in lines)
    return whole and len(lines) <= (5 if one.repeated else 4)


def stacked(roots: tuple[Kin, ...], columns: Columns) -> Layout:
    """All families, one below the other."""
    spots: list[Spot] = []
    breaks: list[float] = []
    y = 0.0
    for root in roots:
        if spots:
            y += APART
            breaks.append(y - (APART + GAP) / 2)
        placed, y = block(root, y, columns)
        spots += placed
    return Layout(tuple(spots), y - GAP, tuple(breaks))


def block(one: Kin, top: float, columns: Columns) -> tuple[list[Spot], float]:
    """A node and all below it, in a strip of their own from `top` down to the height that is returned."""
    letters, lines = columns.letters, lines_of(one, columns)
    tall = letters.line * len(lines)
    if not one.repeated:
        height = max(tall, 2 * radius(one.node) + 2)
        spot = Spot(one.node, columns.dots[one.layer], top + height / 2, 0.0, lines, under=False)
        return [spot], top + height + GAP
    spots: list[Spot] = []
    y = top
    for child in one.children:
        placed, y = block(child, y, columns)
        spots += placed
    heads = [spot.y for spot in spots if spot.node in [child.node for child in one.children]]
    middle = (heads[0] + heads[-1]) / 2 if heads else top
    # The name needs its room above and below the dot, whatever the children take.
    lack = max(0.0, top + radius(one.node) + 4 - middle)
    spots = [spot.moved(lack) for spot in spots]
    middle += lack
    own = Spot(one.node, columns.dots[one.layer], middle, columns.ends[one.layer], lines, under=True)
    return [own, *spots], max(y + lack, middle + radius(one.node) + 6 + tall + GAP)
