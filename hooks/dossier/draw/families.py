"""Turns reports and who repeated whom into a family tree: threads run from each origin to its last report.

Exists because ten reports of one statement are one piece of evidence, and a tree shows it at once.
"""

from functools import lru_cache

from . import svg
from .layered import layered
from .letters import letters_for
from .lineage import Lineage, lineage
from .outline import across_path, hanging_path, outline
from .spots import Layout, Spot, linked_spots, thread_class
from .values import Edge, Node

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
    """Who repeated whom, in columns where the names fit, else as an indented list with threads.

    A node hangs from one parent; threads to its other parents are drawn as well, and may cross others.
    Empty if there are no nodes. Raises ValueError for doubled keys, missing nodes and circles.
    """
    if not nodes:
        return ""
    letters = letters_for(width)
    family = lineage(nodes, edges)
    columns = layered(family, width, letters)
    layout = columns or outline(family, width, letters)
    spots = tuple(spot.moved(TOP) for spot in layout.spots)
    paths = fans(family, layout, spots) if columns else elbows(family, spots)
    threads = "".join(svg.path(data, thread_class(known)) for known, data in paths)
    hairs = "".join(svg.path(f"M0 {svg.num(y + TOP)}H{svg.num(width)}", "hair") for y in layout.breaks)
    body = ("" if family.across else hairs) + threads + linked_spots(spots, letters)
    return svg.drawing(body, (width, layout.height + 2 * TOP), letters, key, title, desc)


def fans(family: Lineage, layout: Layout, spots: tuple[Spot, ...]) -> list[tuple[bool, str]]:
    """Threads that run straight over a name and then fan out; broken ones first, so that whole ones cover them."""
    at = {spot.node.key: spot for spot in spots}
    parents = {edge.source for edge in family.hanging}
    edges = sorted((*family.hanging, *family.across), key=lambda edge: edge.known)
    paths: list[tuple[bool, str]] = []
    trunks: dict[tuple[str, bool], float] = {}
    for edge in edges:
        parent, child = at[edge.source], at[edge.target]
        # With nothing hanging from it, the strip on its right is free up to the child's own column.
        start = parent.end if edge.source in parents else max(parent.end, child.x - layout.fan)
        trunks[edge.source, edge.known] = max(start, trunks.get((edge.source, edge.known), 0.0))
        paths.append((edge.known, fan(parent.y, child.y, start, child.x)))
    n = svg.num
    straight = [
        (known, f"M{n(at[key].x)} {n(at[key].y)}H{n(end)}")
        for (key, known), end in trunks.items()
        if known or trunks.get((key, True), 0.0) < end
    ]
    return sorted(straight + paths, key=lambda pair: pair[0])


def fan(top: float, bottom: float, start: float, end: float) -> str:
    """A curve that leaves and arrives level."""
    bend = (end - start) / 2
    n = svg.num
    if abs(bottom - top) < 0.05:
        return f"M{n(start)} {n(top)}H{n(end)}"
    return f"M{n(start)} {n(top)}C{n(start + bend)} {n(top)} {n(end - bend)} {n(bottom)} {n(end)} {n(bottom)}"


def elbows(family: Lineage, spots: tuple[Spot, ...]) -> list[tuple[bool, str]]:
    """The threads of an indented list; broken ones first, and those to further parents in gutters."""
    at = {spot.node.key: spot for spot in spots}
    own = [(edge.known, hanging_path(at[edge.source], at[edge.target])) for edge in family.hanging]
    further = [
        (edge.known, across_path(at[edge.source], at[edge.target], lane)) for lane, edge in enumerate(family.across)
    ]
    return sorted(own + further, key=lambda pair: pair[0])
