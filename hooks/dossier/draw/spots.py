"""Holds what both ways of drawing a family tree place: a dot, its name's lines, and threads between them.

Exists so that `layered` and `outline` decide on places only, and dots, names and threads look the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from . import svg
from .letters import Letters, text_width
from .values import Node, Role, Way

BESIDE = 14.0
"""From the middle of a dot to a name beside it."""


@dataclass(frozen=True)
class Line:
    """A line of a name: strong words, soft words, or both."""

    strong: str
    soft: str

    @property
    def whole(self) -> bool:
        """Whether no word of it was cut."""
        return not (self.strong.endswith("…") or self.soft.endswith("…"))

    def width(self, letters: Letters) -> float:
        """The room it takes."""
        return text_width(" ".join(filter(None, (self.strong, self.soft))), letters.size)


@dataclass(frozen=True)
class Spot:
    """A node in its place."""

    node: Node
    x: float
    y: float
    end: float
    """Where its threads begin to fan out."""
    lines: tuple[Line, ...]
    under: bool
    """Whether its name stands under its dot rather than beside it."""

    def moved(self, down: float) -> "Spot":
        """The same spot further down."""
        return replace(self, y=self.y + down)


@dataclass(frozen=True)
class Layout:
    """All spots of a drawing."""

    spots: tuple[Spot, ...]
    height: float
    breaks: tuple[float, ...]
    """Heights between two families that share nothing."""


def radius(node: Node) -> float:
    """How large a dot is, with its ring."""
    return {Role.ORIGIN: 7.5, Role.ORIGIN_NOT_SEEN: 11.0, Role.ORIGIN_NOT_FOUND: 11.0}.get(node.role, 4.5)


def dot(spot: Spot) -> str:
    """The dot of a node: an origin is large and coloured, what was not found is open."""
    match spot.node.role:
        case Role.ORIGIN:
            return svg.circle("origin", spot.x, spot.y, 7.5)
        case Role.ORIGIN_NOT_SEEN:
            return svg.circle("origin-open", spot.x, spot.y, 10) + svg.circle("origin", spot.x, spot.y, 5.5)
        case Role.ORIGIN_NOT_FOUND:
            return svg.circle("origin-open", spot.x, spot.y, 10)
        case Role.REPORT_NOT_FOUND:
            return svg.circle("dot-open", spot.x, spot.y, 4.5)
        case Role.REPORT:
            return svg.circle("dot", spot.x, spot.y, 4.5)


def name(spot: Spot, letters: Letters) -> str:
    """The lines of a name, under the dot or beside it."""
    first = (
        spot.y + radius(spot.node) + letters.size + 3
        if spot.under
        else spot.y - letters.line * (len(spot.lines) - 1) / 2 + letters.size * 0.36
    )
    x = spot.x - radius(spot.node) if spot.under else spot.x + BESIDE
    return "".join(said(line, x, first + letters.line * i) for i, line in enumerate(spot.lines))


def said(line: Line, x: float, y: float) -> str:
    """One line of a name."""
    if line.strong and line.soft:
        strong = svg.element("tspan", svg.escaped(line.strong), class_="t-strong")
        soft = svg.element("tspan", svg.escaped(line.soft), class_="t-soft")
        return svg.element("text", f"{strong} {soft}", x=x, y=y)
    return svg.text(line.strong or line.soft, x, y, "t-strong" if line.strong else "t-soft")


def linked_spots(spots: Iterable[Spot], letters: Letters) -> str:
    """Dots and names, each inside its link."""
    return "".join(
        svg.linked(
            spot.node.href, " ".join(filter(None, (spot.node.label, spot.node.note))), dot(spot), name(spot, letters)
        )
        for spot in spots
    )


THREADS: Final[Mapping[Way, str]] = {Way.POSSIBLE: "line-unknown", Way.VIA: "thread via", Way.READ: "thread"}
"""The class of a thread: whole, dotted or broken."""
