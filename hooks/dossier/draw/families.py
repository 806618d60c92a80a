"""Turns reports and who repeated whom into a family tree: threads run from each origin to its last report.

Exists because ten reports of one statement are one piece of evidence, and a tree shows it at once.
"""

from functools import lru_cache

from . import svg
from .layered import layered
from .letters import letters_for
from .lineage import Lineage, lineage
from .outline import across_path, hanging_path, outline
from .spots import THREADS, Spot, linked_spots
from .values import Edge, Node, Way

TOP = 6.0


@lru_cache(maxsize=4096)
def family_tree(
    nodes: tuple[Node, ...],
    edges: tuple[Edge, ...],
    key: str,
    title: str,
    *,
    width: float = 400,
    desc: str = "",
) -> str:
    """Who repeated whom: in columns where the names fit and nobody has two parents, else as an indented list.

    A node hangs from one parent. Threads to its other parents run in gutters of the list, where no name stands;
    between columns they would run through names.
    Empty if there are no nodes. Raises ValueError for doubled keys, missing nodes and circles.
    """
    if not nodes:
        return ""
    letters = letters_for(width)
    family = lineage(nodes, edges)
    columns = None if family.across else layered(family, width, letters)
    layout = columns or outline(family, width, letters)
    spots = tuple(spot.moved(TOP) for spot in layout.spots)
    paths = fans(family, spots) if columns else elbows(family, spots)
    threads = "".join(svg.path(data, THREADS[way]) for way, data in paths)
    hairs = "".join(svg.path(f"M0 {svg.num(y + TOP)}H{svg.num(width)}", "hair") for y in layout.breaks)
    body = ("" if family.across else hairs) + threads + linked_spots(spots, letters)
    return svg.drawing(body, (width, layout.height + 2 * TOP), letters, key, title, desc)


def fans(family: Lineage, spots: tuple[Spot, ...]) -> list[tuple[Way, str]]:
    """Threads that run straight over a name and then fan out; broken ones first, so that whole ones cover them."""
    at = {spot.node.key: spot for spot in spots}
    paths: list[tuple[Way, str]] = []
    trunks: dict[str, Way] = {}
    for edge in sorted(family.hanging, key=lambda edge: edge.way):
        parent, child = at[edge.source], at[edge.target]
        trunks[edge.source] = edge.way
        paths.append((edge.way, fan(parent.y, child.y, parent.end, child.x)))
    n = svg.num
    straight = [(way, f"M{n(at[key].x)} {n(at[key].y)}H{n(at[key].end)}") for key, way in trunks.items()]
    return sorted(straight + paths, key=lambda pair: pair[0])


def fan(top: float, bottom: float, start: float, end: float) -> str:
    """A curve that leaves and arrives level."""
    bend = (end - start) / 2
    n = svg.num
    if abs(bottom - top) < 0.05:
        return f"M{n(start)} {n(top)}H{n(end)}"
    return f"M{n(start)} {n(top)}C{n(start + bend)} {n(top)} {n(end - bend)} {n(bottom)} {n(end)} {n(bottom)}"


def elbows(family: Lineage, spots: tuple[Spot, ...]) -> list[tuple[Way, str]]:
    """The threads of an indented list; broken ones first, and those to further parents in gutters."""
    at = {spot.node.key: spot for spot in spots}
    own = [(edge.way, hanging_path(at[edge.source], at[edge.target])) for edge in family.hanging]
    further = [
        (edge.way, across_path(at[edge.source], at[edge.target], lane)) for lane, edge in enumerate(family.across)
    ]
    return sorted(own + further, key=lambda pair: pair[0])
