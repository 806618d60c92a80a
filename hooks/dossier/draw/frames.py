"""Turns the drawn parts of a map into the whole: its accessible name, its scale bar, what a script needs to move it.

Exists apart from the map's parts because a page frames every map alike, and because of what a script must know.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from . import svg
from .projection import METRES_PER_DEGREE, Projection

LARGEST_FOR_SCALE: Final = 60.0
"""Degrees of latitude above which no scale bar would be true."""
BIG: Final = 700.0
"""From this width on the names asked for need a wide page, not only a column."""
CLOSEST: Final = 9.0
"""Pixels that a circle of two kilometres has at least when a reader has gone as close as it goes."""


@dataclass(frozen=True)
class Told:
    """The words of a map."""

    key: str
    """What its ids begin with."""
    title: str
    desc: str
    distance: Callable[[int], str]
    """Words a length given in metres."""
    moves: tuple[str, str, str]
    """The buttons by which a script goes closer, further, back to the whole map; none if they are empty."""


def framed(body: str, projection: Projection, told: Told) -> str:
    """The map with its accessible name, buttons, scale bar, and what a script must know to go closer."""
    extent, named = projection.extent, {"aria_labelledby": f"{told.key}-title"}
    said = svg.element("title", svg.escaped(told.title), id=f"{told.key}-title")
    if told.desc:
        said += svg.element("desc", svg.escaped(told.desc), id=f"{told.key}-desc")
        named["aria_describedby"] = f"{told.key}-desc"
    drawing = svg.element(
        "svg", said, body, class_="draw", role="group" if "<a " in body else "img",
        style=f"aspect-ratio:{svg.num(projection.width)}/{svg.num(projection.height)}", **named,
    )  # fmt: skip
    facts = {
        "data_north": f"{extent.north:.5f}",
        "data_degree": f"{projection.scale:.5f}",
        "data_shrink": f"{projection.shrink:.5f}",
        "data_closest": f"{closest(projection):.1f}",
    }
    class_ = "map big" if projection.width >= BIG else "map"
    return svg.element(
        "div", drawing, buttons(told.moves), scale_bar(projection, told.distance), class_=class_, **facts
    )


def closest(projection: Projection) -> float:
    """How many times a reader may go closer: until a circle of two kilometres is seen as one, and sixteen at least."""
    return max(16.0, CLOSEST * METRES_PER_DEGREE / 2000 / projection.scale)


def buttons(words: tuple[str, str, str]) -> str:
    """The buttons that a script brings to life."""
    if not all(words):
        return ""
    closer, further, whole = map(svg.escaped, words)
    made = (
        svg.element("button", closer, type="button", data_by="2"),
        svg.element("button", further, type="button", data_by=".5", disabled="disabled"),
        svg.element("button", whole, type="button", data_by="0", disabled="disabled"),
    )
    return svg.element("p", *made, class_="moves", hidden="hidden")


def _closest(projection: Projection) -> float:
    """How many times a reader may go closer: until a circle of two kilometres is seen as one, and sixteen at least."""
    return max(16.0, CLOSEST * METRES_PER_DEGREE / 2000 / projection.scale)


def scale_bar(projection: Projection, distance: Callable[[int], str]) -> str:
    """A bar of a round length under the map; none where the map is too large to have one."""
    extent = projection.extent
    if extent.north - extent.south > LARGEST_FOR_SCALE:
        return svg.element("p", svg.element("span", " "), svg.element("i", " "), class_="scale", hidden="hidden")
    longest = projection.width * 0.3 / projection.scale * METRES_PER_DEGREE
    power = 10 ** (len(str(int(max(1, longest)))) - 1)
    metres = max(step * power for step in (1, 2, 5) if step * power <= max(1, longest))
    long = metres / METRES_PER_DEGREE * projection.scale / projection.width * 100
    bar = svg.element("i", " ", style=f"inline-size:{long:.2f}%")
    return svg.element("p", svg.element("span", svg.escaped(distance(metres))), bar, class_="scale")
