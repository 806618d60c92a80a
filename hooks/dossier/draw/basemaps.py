"""Turns places into a map without tiles: land, borders, names, a dot where a place is known, a soft disc where not.

Exists because a map server would be a third party, and because "near" must not look like "at".

The land is drawn in units and grows with the page; dots and names stand on it at places in percent, in pixels of their
own, so that letters have one size on a phone, on a desk, and when a script goes closer. Names are laid out twice, for
a narrow column and for the width that is asked for; the sheet shows one of the two.
"""

from collections.abc import Callable, Mapping
from typing import Final

from . import svg
from .frames import Told, framed
from .geometry import Box
from .ground import Ground, drawn, ground
from .placemarks import LETTERS, Spot, country_names, discs, marked, subject
from .placing import Label, Subject, placed
from .projection import Projection, checked, extent_of
from .values import Extent, Place

NARROW: Final = 340.0
"""The width for which the names of a narrow column are laid out."""


def base_map(  # noqa: PLR0913 - one value, one meaning each
    places: tuple[Place, ...],
    extent: Extent | None = None,
    *,
    key: str,
    title: str,
    distance: Callable[[int], str],
    moves: tuple[str, str, str] = ("", "", ""),
    names: Mapping[str, str] | None = None,
    width: float = 480,
    desc: str = "",
) -> str:
    """A map of the places, or of the extent if one is given; empty if there are no places.

    `distance` words the scale bar's length, given in metres; `moves` are the words of the buttons by which a script
    goes closer, further, and back to the whole map, none if they are empty; `names` are the names of countries by
    ISO 3166-1 numeric code, and countries that are not in it stay unnamed (`countries` says which are near).
    A radius that would be smaller than a dot is covered by the dot until a script goes closer.
    A disc is drawn as an ellipse in degrees: at 50 km and 35 degrees north that is right to 1 %.
    A name for which there is no room is left to the page, and to the name of its link.
    """
    if not places:
        return ""
    wide = Projection(checked(extent) if extent else extent_of(places), width)
    places = tuple(place for place in places if subject(place, wide).box.meets(Box(0, 0, width, wide.height)))
    under = ground(wide)
    sheets = {NARROW: "narrow", width: "wide"} if width != NARROW else {width: ""}
    layouts = [
        _layout(places, under, width, Projection(wide.extent, each), names or {}, sheets[each]) for each in sheets
    ]
    land = svg.element(
        "svg", drawn(under), discs(places, wide),
        class_="ground", viewBox=f"0 0 {svg.num(width)} {svg.num(wide.height)}",
    )  # fmt: skip
    named = "".join(said for _, said in layouts)
    marks = "".join(
        marked(place, wide, _spots(*each))
        for place, each in zip(places, zip(*(found for found, _ in layouts), strict=True), strict=True)
    )
    return framed(land + named + marks, wide, Told(key, title, desc, distance, moves))


def _layout(
    places: tuple[Place, ...],
    under: Ground,
    drawn_in: float,
    projection: Projection,
    names: Mapping[str, str],
    sheet: str,
) -> tuple[list[Spot], str]:
    """Where the names of places stand on a map of some width, and the names of countries, as they are drawn.

    `under` is the land of the same map at the width `drawn_in`.
    """
    subjects = tuple(subject(place, projection) for place in places)
    frame = Box(0, 0, projection.width, projection.height)
    labels = placed(subjects, frame.grown(-1), LETTERS)
    taken = [s.box for s in subjects if not s.open] + [label.box for label in labels if label is not None]
    ratio = projection.width / drawn_in
    land = [(iso, tuple(tuple((x * ratio, y * ratio) for x, y in ring) for ring in rings)) for iso, rings in under.land]
    spots = [Spot(_from_middle(label, each), each.lines, sheet) for label, each in zip(labels, subjects, strict=True)]
    return spots, country_names(land, names, taken, frame, sheet)


def _from_middle(label: Label | None, own: Subject) -> Label | None:
    """A name's place, counted from the middle of its mark."""
    if label is None:
        return None
    box = label.box
    moved = Box(box.left - own.x, box.top - own.y, box.right - own.x, box.bottom - own.y)
    leader = label.leader
    if leader is not None:
        (ax, ay), (bx, by) = leader
        leader = ((ax - own.x, ay - own.y), (bx - own.x, by - own.y))
    return Label(moved, label.anchor, leader)


def _spots(*layouts: Spot) -> tuple[Spot, ...]:
    """The layouts of one name: a single one where all agree."""
    first = layouts[0]
    if all((each.label, each.lines) == (first.label, first.lines) for each in layouts):
        return (Spot(first.label, first.lines, ""),)
    return layouts
