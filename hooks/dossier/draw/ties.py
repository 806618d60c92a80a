"""Turns an actor's relations into a drawing: who stands to it in which way above it, to whom it stands below it.

Exists because «part of», «leads» and «opponent of» have a direction, which a row of sentences hides. An arrow points
from the subject to the object of each relation, as the relation is read.
"""

from dataclasses import dataclass
from typing import Final

from . import svg
from .letters import Letters, letters_for, wrapped

TRUNK: Final = 10.0
"""Where the line stands that all relations meet."""
NAMES: Final = 52.0
"""Where names begin."""
GAP: Final = 12.0


@dataclass(frozen=True)
class Tie:
    """A relation to another actor: its name, the relation in words, where a click leads."""

    label: str
    words: str
    href: str = ""
    inward: bool = False
    """Whether the other is the subject: `CJTF-OIR` is part of this one."""


def relation_tree(name: str, ties: tuple[Tie, ...], key: str, title: str, *, width: float = 400) -> str:
    """An actor with its relations, one row each, 400 units wide at most; empty without relations."""
    if not ties:
        return ""
    letters = letters_for(width)
    inward, outward = ([tie for tie in ties if tie.inward is way] for way in (True, False))
    rows: list[str] = []
    y = top = 4.0
    middles: list[float] = []
    for tie in inward:
        middle, y = _row(tie, y, (letters, width), rows)
        middles.append(middle)
    own = wrapped(name, width - TRUNK - 18, letters.size)
    centre = y + letters.line * len(own) / 2
    rows.append(svg.circle("dot", TRUNK, centre, 7) + _lines(own, TRUNK + 18, y, letters, "t-strong"))
    y += letters.line * len(own) + GAP
    middles.append(centre)
    for tie in outward:
        middle, y = _row(tie, y, (letters, width), rows)
        middles.append(middle)
    trunk = svg.path(f"M{svg.num(TRUNK)} {svg.num(middles[0])}V{svg.num(middles[-1])}", "line-known")
    return svg.drawing(trunk + "".join(rows), (width, y - GAP + top), letters, key, title)


def _row(tie: Tie, top: float, frame: tuple[Letters, float], rows: list[str]) -> tuple[float, float]:
    """Add the row of a relation; return the height of its thread, and where the next row begins."""
    letters, width = frame
    names = wrapped(tie.label, width - NAMES, letters.size)
    words = wrapped(tie.words, width - NAMES, letters.size)
    said = _lines(names, NAMES, top, letters, "t-strong")
    said += _lines(words, NAMES, top + letters.line * len(names), letters, "t-soft")
    middle = top + letters.line / 2
    rows.append(_thread(tie.inward, middle) + svg.linked(tie.href, f"{tie.label}, {tie.words}", said))
    return middle, top + letters.line * (len(names) + len(words)) + GAP


def _thread(inward: bool, y: float) -> str:
    """A line between the trunk and a name, with an arrowhead at the end of the object."""
    n = svg.num
    start, end, tip = TRUNK, NAMES - 8, (TRUNK + 3 if inward else NAMES - 8)
    back = 6 if inward else -6
    line = svg.path(f"M{n(start)} {n(y)}H{n(end)}", "line-known")
    return line + svg.path(f"M{n(tip + back)} {n(y - 4)}L{n(tip)} {n(y)}L{n(tip + back)} {n(y + 4)}", "line-known")


def _lines(lines: tuple[str, ...], x: float, top: float, letters: Letters, class_: str) -> str:
    first = top + letters.line / 2 + letters.size * 0.36
    return "".join(svg.text(words, x, first + letters.line * i, class_) for i, words in enumerate(lines))
