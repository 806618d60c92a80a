"""Turns places into a map without tiles: land, borders, names, a dot where a place is known, a soft disc where not.

Exists because a map server would be a third party, and because "near" must not look like "at".
"""

from collections.abc import Callable, Mapping

from . import svg
from .geometry import Box
from .ground import Ground, drawn, ground
from .letters import Letters, letters_for, text_width, wrapped
from .placing import Label, Subject, country_spot, placed
from .projection import METRES_PER_DEGREE, Projection, checked, extent_of, shrink
from .values import Extent, Place

DOT = 4.5
FADES = 1.25
"""The soft disc reaches this much further than the radius, which a broken line marks."""
LARGEST_FOR_SCALE = 60.0
"""Degrees of latitude above which no scale bar would be true."""


def base_map(  # noqa: PLR0913 - one value, one meaning each
    places: tuple[Place, ...],
    extent: Extent | None = None,
    *,
    key: str,
    title: str,
    distance: Callable[[int], str],
    names: Mapping[str, str] | None = None,
    width: float = 480,
    desc: str = "",
) -> str:
    """A map of the places, or of the extent if one is given; empty if there are no places.

    `distance` words the scale bar's length, given in metres; `names` are the names of countries by ISO 3166-1
    numeric code, and countries that are not in it stay unnamed (`countries` says which are near).
    A radius that would be smaller than a dot is drawn as a dot, as the dot covers it.
    A disc is drawn as an ellipse in degrees: at 50 km and 35 degrees north that is right to 1 %.
    A name for which there is no room is left to the page, and to the title of its mark.
    """
    if not places:
        return ""
    letters = letters_for(width)
    projection = Projection(checked(extent) if extent else extent_of(places), width)
    frame = Box(0, 0, width, projection.height)
    found = [(place, subject(place, projection, letters)) for place in places]
    places = tuple(place for place, each in found if each.box.meets(frame))
    subjects = tuple(each for _, each in found if each.box.meets(frame))
    under = ground(projection)
    labels = placed(subjects, frame.grown(-1), letters)
    taken = [s.box for s in subjects if not s.open] + [label.box for label in labels if label is not None]
    body = drawn(under) + country_names(under, names or {}, taken, frame, letters)
    body += discs(places, subjects, key, frame)
    for place, each, label in zip(places, subjects, labels, strict=True):
        body += marked(place, each, label, letters)
    bar, height = scale_bar(projection, distance, letters)
    return svg.drawing(body + bar, (width, height), letters, key, title, desc)


def subject(place: Place, projection: Projection, letters: Letters) -> Subject:
    """A place in the drawing, with the lines of its name."""
    x, y = projection.point(projection.near(place.longitude), place.latitude)
    up = place.radius / METRES_PER_DEGREE * projection.scale
    across = up * projection.shrink / shrink(place.latitude, place.latitude)
    room = projection.width * 0.42
    lines = wrapped(place.label, room, letters.size) + wrapped(place.note, room, letters.size)
    if up <= DOT:
        inside = -DOT <= x <= projection.width + DOT and -DOT <= y <= projection.height + DOT
        if inside:
            # A pole lies on the edge of the map; its dot is moved in so far that it is not cut.
            x, y = min(max(x, DOT), projection.width - DOT), min(max(y, DOT), projection.height - DOT)
        return Subject(x, y, DOT, DOT, lines)
    return Subject(x, y, across, up, lines, open=True)


def discs(places: tuple[Place, ...], subjects: tuple[Subject, ...], key: str, frame: Box) -> str:
    """All soft discs, cut at the edge of the map."""
    found = [each for each in subjects if each.open]
    if not found:
        return ""
    stops = "".join(
        svg.element("stop", offset=offset, stop_color="currentColor", stop_opacity=opacity)
        for offset, opacity in (("0", ".38"), (".55", ".24"), ("1", "0"))
    )
    soft = svg.element("radialGradient", stops, id=f"{key}-o", class_="unsure")
    cut = svg.element("clipPath", svg.element("rect", x=0, y=0, width=frame.right, height=frame.bottom), id=f"{key}-c")
    rounds = "".join(
        svg.element("ellipse", fill=f"url(#{key}-o)", cx=s.x, cy=s.y, rx=s.across * FADES, ry=s.up * FADES)
        + svg.element("ellipse", class_="area", cx=s.x, cy=s.y, rx=s.across, ry=s.up)
        for s in found
    )
    group = svg.element("g", rounds, class_="unsure", clip_path=f"url(#{key}-c)")
    return svg.element("defs", soft, cut) + group


def marked(place: Place, each: Subject, label: Label | None, letters: Letters) -> str:
    """The dot of a place, its name and the line between them, inside its link."""
    dot = "" if each.open else svg.circle("dot-open" if place.perhaps else "dot", each.x, each.y, DOT)
    if each.open and label is None:
        dot = svg.circle("dot-open", each.x, each.y, 2)
    whole = " ".join(filter(None, (place.label, place.note)))
    mark = svg.element("g", svg.element("title", svg.escaped(whole)), dot) if dot else ""
    return svg.linked(place.href, whole, mark, name(place, label, each, letters))


def name(place: Place, label: Label | None, each: Subject, letters: Letters) -> str:
    """The lines of a name, the first strong, the note soft and in its language."""
    if label is None:
        return ""
    strong = len(each.lines) - len(wrapped(place.note, 10**6, letters.size)) if place.note else len(each.lines)
    said = ""
    if label.leader is not None:
        (ax, ay), (bx, by) = label.leader
        said = svg.path(f"M{svg.num(ax)} {svg.num(ay)}L{svg.num(bx)} {svg.num(by)}", "line-known", opacity=".5")
    for i, line in enumerate(each.lines):
        y = label.box.top + letters.line * i + letters.size * 1.02
        lang = place.note_language if i >= strong else ""
        said += svg.text(line, label.x, y, "t-strong" if i < strong else "t-soft", label.anchor, lang)
    return said


def country_names(under: Ground, names: Mapping[str, str], taken: list[Box], frame: Box, letters: Letters) -> str:
    """The names of countries that have room for them, largest first."""
    said = ""
    for iso, rings in sorted(under.land, key=lambda pair: -sum(map(len, pair[1]))):
        words = names.get(iso, "")
        spot = country_spot(rings, words, taken, frame, letters) if words else None
        if spot is not None:
            taken = [*taken, spot]
            x, y = (spot.left + spot.right) / 2, spot.bottom - letters.size * 0.25
            said += svg.text(words, x, y, "t-soft t-country", "middle")
    return said


def scale_bar(projection: Projection, distance: Callable[[int], str], letters: Letters) -> tuple[str, float]:
    """A bar of a round length under the map and the height of both; none where the map is too large to have one."""
    extent = projection.extent
    if extent.north - extent.south > LARGEST_FOR_SCALE:
        return "", projection.height
    longest = projection.width * 0.3 / projection.scale * METRES_PER_DEGREE
    power = 10 ** (len(str(int(max(1, longest)))) - 1)
    metres = max(step * power for step in (1, 2, 5) if step * power <= max(1, longest))
    long = metres / METRES_PER_DEGREE * projection.scale
    right, y = projection.width - 1, projection.height + letters.size
    bar = svg.path(f"M{svg.num(right - long)} {svg.num(y - 6)}v6H{svg.num(right)}v-6", "line-known")
    words = distance(metres)
    text = svg.text(words, right - long - 8, y + 1, "t-soft", "end")
    return (bar + text if text_width(words, letters.size) < right - long - 8 else bar), y + letters.size * 0.4
