"""Turns nodes and edges into a forest: each node with its layer, its first parent and its children in order.

Exists so that the two ways of drawing a family tree agree on who stands under whom.
"""

from collections import defaultdict
from dataclasses import dataclass

from .values import Edge, Node, Way


@dataclass(frozen=True)
class Kin:
    """A node with its place in the family."""

    node: Node
    layer: int
    """The longest way from an origin, so that every thread leads to a later layer."""
    children: tuple["Kin", ...]
    """Those that hang from it in the drawing: each node hangs from one parent of the layer before."""
    repeated: bool
    """Whether anybody repeated it, here or across the drawing."""


@dataclass(frozen=True)
class Lineage:
    """A family: its roots in order, and the edges that join a node to a parent it does not hang from."""

    roots: tuple[Kin, ...]
    hanging: tuple[Edge, ...]
    across: tuple[Edge, ...]


def lineage(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Lineage:
    """The family of nodes and edges, in the order given.

    Raises ValueError if two nodes share a key, an edge names a node that is not there, or the edges go in a circle.
    """
    keys = [node.key for node in nodes]
    if len(set(keys)) < len(keys):
        raise ValueError(f"two nodes share a key: {sorted({k for k in keys if keys.count(k) > 1})}")
    missing = {key for edge in edges for key in (edge.source, edge.target)} - set(keys)
    if missing:
        raise ValueError(f"an edge names nodes that are not there: {sorted(missing)}")
    layers = layers_of(keys, edges)
    parent: dict[str, Edge] = {}
    for edge in sorted(edges, key=lambda e: e.way is Way.POSSIBLE):
        if layers[edge.source] == layers[edge.target] - 1:
            parent.setdefault(edge.target, edge)
    below: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.key in parent:
            below[parent[node.key].source].append(node)
    sources = {edge.source for edge in edges}

    def kin(node: Node) -> Kin:
        return Kin(node, layers[node.key], tuple(map(kin, below[node.key])), node.key in sources)

    hanging = tuple(parent[key] for key in keys if key in parent)
    across = tuple(edge for edge in dict.fromkeys(edges) if edge not in hanging)
    return Lineage(tuple(kin(node) for node in nodes if node.key not in parent), hanging, across)


def layers_of(keys: list[str], edges: tuple[Edge, ...]) -> dict[str, int]:
    """The length of the longest way to each node (Kahn's order); ValueError if there is a circle."""
    waiting = {key: {e.source for e in edges if e.target == key} for key in keys}
    layers: dict[str, int] = {}
    while waiting:
        ready = [key for key, before in waiting.items() if before <= layers.keys()]
        if not ready:
            raise ValueError(f"these repeat each other in a circle: {sorted(waiting)}")
        for key in ready:
            layers[key] = 1 + max((layers[source] for source in waiting.pop(key)), default=-1)
    return layers


def every_kin(roots: tuple[Kin, ...]) -> tuple[Kin, ...]:
    """All nodes of a family, each before its children."""
    return tuple(one for root in roots for one in (root, *every_kin(root.children)))
