"""Turns places into their marks on a map: a dot or a soft disc, and the lines of a name in each layout.

Exists apart from the map because a mark stands at a place in percent and keeps its size, whatever becomes of the land.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from . import svg
from .geometry import Box, Points
from .letters import Letters, wrapped
from .placing import Label, Subject, country_spot
from .projection import METRES_PER_DEGREE, Projection, shrink
from .values import Place

DOT: Final = 4.5
FADES: Final = 1.25
"""The soft disc reaches this much further than the radius, which a broken line marks."""
LETTERS: Final = Letters(13, "")


@dataclass(frozen=True)
class Spot:
    """A name where it stands, from the middle of its mark; `sheet` says in which layout, empty for both."""

    label: Label | None
    lines: tuple[str, ...]
    sheet: str


def subject(place: Place, projection: Projection) -> Subject:
    """A place in the drawing, with the lines of its name."""
    x, y = projection.point(projection.near(place.longitude), place.latitude)
    across, up = reach(place, projection)
    room = projection.width * 0.42
    lines = wrapped(place.label, room, LETTERS.size) + wrapped(place.note, room, LETTERS.size)
    if up <= DOT:
        inside = -DOT <= x <= projection.width + DOT and -DOT <= y <= projection.height + DOT
        if inside:
            # A pole lies on the edge of the map; its dot is moved in so far that it is not cut.
            x, y = min(max(x, DOT), projection.width - DOT), min(max(y, DOT), projection.height - DOT)
        return Subject(x, y, DOT, DOT, lines)
    return Subject(x, y, across, up, lines, open=True)


def reach(place: Place, projection: Projection) -> tuple[float, float]:
    """Half the width and half the height of a place's disc."""
    up = place.radius / METRES_PER_DEGREE * projection.scale
    return up * projection.shrink / shrink(place.latitude, place.latitude), up


def discs(places: tuple[Place, ...], projection: Projection) -> str:
    """The soft discs, in the units of the land, as they grow with it."""
    rounds = ""
    for place in places:
        if place.radius:
            x, y = projection.point(projection.near(place.longitude), place.latitude)
            across, up = reach(place, projection)
            soft = {"cx": f"{x:.2f}", "cy": f"{y:.2f}"}
            rounds += svg.element(
                "ellipse", fill="url(#g-o)", rx=f"{across * FADES:.2f}", ry=f"{up * FADES:.2f}", **soft
            ) + svg.element("ellipse", class_="area", rx=f"{across:.2f}", ry=f"{up:.2f}", **soft)
    return svg.element("g", rounds, class_="unsure") if rounds else ""


def marked(place: Place, projection: Projection, spots: tuple[Spot, ...]) -> str:
    """The dot of a place and its name, inside its link."""
    each = subject(place, projection)
    whole = " ".join(filter(None, (place.label, place.note)))
    middle = svg.circle("dot-open mid", 0, 0, 2)
    dot = svg.circle("dot-open" if place.perhaps else "dot", 0, 0, DOT)
    touch = svg.element("circle", fill="none", pointer_events="all", r=12)
    names = "".join(name(place, spot) for spot in spots)
    at = svg.element(
        "svg", svg.element("title", svg.escaped(whole)), touch, dot, middle, names,
        x=_share(each.x, projection.width), y=_share(each.y, projection.height),
    )  # fmt: skip
    _, up = reach(place, projection)
    class_ = "pt soft" if each.open else "pt"
    facts = {"data_id": place.id, "data_up": f"{up / projection.height:.6f}" if up else ""}
    if not place.href:
        return svg.element("g", at, class_=class_, **facts)
    return svg.element("a", at, class_=class_, href=place.href, aria_label=whole, **facts)


def _share(value: float, whole: float) -> str:
    """A place on the map in percent, so exact that it holds when a reader has gone as close as it goes."""
    return f"{value / whole * 100:.4f}".rstrip("0").rstrip(".") + "%"


def name(place: Place, spot: Spot) -> str:
    """The lines of a name, the first strong, the note soft and in its language; one without room waits for a script."""
    label = spot.label or Label(Box(DOT + 4, -8, 0, 0), "start")
    strong = len(spot.lines) - len(wrapped(place.note, 10**6, LETTERS.size)) if place.note else len(spot.lines)
    said = ""
    if label.leader is not None:
        (ax, ay), (bx, by) = label.leader
        said = svg.path(f"M{svg.num(ax)} {svg.num(ay)}L{svg.num(bx)} {svg.num(by)}", "line-known", opacity=".5")
    for i, line in enumerate(spot.lines):
        y = label.box.top + LETTERS.line * i + LETTERS.size * 1.02
        lang = place.note_language if i >= strong else ""
        said += svg.text(line, label.x, y, "t-strong" if i < strong else "t-soft", label.anchor, lang)
    return svg.element("g", said, class_=f"lb {spot.sheet}{'' if spot.label else ' off'}".strip())


def country_names(
    land: list[tuple[str, tuple[Points, ...]]], names: Mapping[str, str], taken: list[Box], frame: Box, sheet: str
) -> str:
    """The names of countries that have room for them, largest first."""
    said = ""
    for iso, rings in sorted(land, key=lambda pair: -sum(map(len, pair[1]))):
        words = names.get(iso, "")
        spot = country_spot(rings, words, taken, frame, LETTERS) if words else None
        if spot is not None:
            taken = [*taken, spot]
            x, y = (spot.left + spot.right) / 2, spot.bottom - LETTERS.size * 0.25
            place = {"x": _share(x, frame.right), "y": _share(y, frame.bottom)}
            class_ = f"t-soft t-country {sheet}".strip()
            said += svg.element("text", svg.escaped(words), class_=class_, text_anchor="middle", **place)
    return said
