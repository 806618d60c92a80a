"""Turns a family into an indented list with threads: one row for each node, as deep as it goes.

Exists for phones and for deep families, where columns would leave no room for names.
"""

from . import svg
from .letters import Letters, wrapped
from .lineage import Kin, Lineage
from .spots import BESIDE, Layout, Line, Spot, radius

INDENT = 24.0
GUTTER = 9.0
"""The room on the left of a thread that joins a node to a further parent."""
GAP, APART = 12.0, 22.0
"""Between two rows; between two families, besides."""


def outline(family: Lineage, width: float, letters: Letters) -> Layout:
    """The family as an indented list."""
    spots: list[Spot] = []
    breaks: list[float] = []
    y, left = 0.0, 12.0 + GUTTER * len(family.across)
    for root in family.roots:
        if spots:
            y += APART
            breaks.append(y - (APART + GAP) / 2)
        y = rows(root, 0, (y, left, width), letters, spots)
    return Layout(tuple(spots), y - GAP, tuple(breaks))


def rows(one: Kin, depth: int, frame: tuple[float, float, float], letters: Letters, spots: list[Spot]) -> float:
    """Adds the rows of a node and of all below it from a height on; gives the height after them."""
    top, left, width = frame
    x = left + INDENT * depth
    lines = tuple(Line(words, "") for words in wrapped(one.node.label, width - x - BESIDE, letters.size))
    lines += tuple(Line("", words) for words in wrapped(one.node.note, width - x - BESIDE, letters.size))
    height = max(letters.line * len(lines), 2 * radius(one.node) + 2)
    spots.append(Spot(one.node, x, top + height / 2, x, lines, under=False))
    y = top + height + GAP
    for child in one.children:
        y = rows(child, depth + 1, (y, left, width), letters, spots)
    return y


def hanging_path(parent: Spot, child: Spot) -> str:
    """Down from the parent, then round a corner to the child."""
    n = svg.num
    return f"M{n(parent.x)} {n(parent.y)}V{n(child.y - 10)}q0 10 10 10H{n(child.x)}"


def across_path(parent: Spot, child: Spot, lane: int) -> str:
    """Out into a gutter of its own on the left, along it, and back: names stand on the right only."""
    x, bend = 6.0 + GUTTER * lane, 5 if child.y > parent.y else -5
    n = svg.num
    out, along = f"M{n(parent.x)} {n(parent.y)}H{n(x + 5)}q-5 0-5 {bend}", f"V{n(child.y - bend)}q0 {bend} 5 {bend}"
    return f"{out}{along}H{n(child.x)}"
