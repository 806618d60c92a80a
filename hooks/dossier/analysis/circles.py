"""Circles in a graph that should have none: the shortest of each knot, and the edges to cut."""

from collections.abc import Collection, Mapping

import networkx as nx


def circles_in(
    graph: Mapping[str, Collection[str]],
) -> tuple[tuple[tuple[str, ...], ...], frozenset[tuple[str, str]]]:
    """Return the shortest circle of each knot (strongly connected component), and all edges within knots.

    A circle begins with its first member by id; of several shortest ones the first by its members is taken, so that the
    order of `graph` changes nothing.
    """
    directed: nx.DiGraph[str] = nx.DiGraph()
    directed.add_nodes_from(sorted(graph))
    directed.add_edges_from(sorted((id_, other) for id_, others in graph.items() for other in others))
    circles = []
    cut: set[tuple[str, str]] = set()
    for knot in nx.strongly_connected_components(directed):
        inner = directed.subgraph(knot)
        if inner.number_of_edges():
            circles.append(_shortest(inner))
            cut.update(inner.edges)
    return tuple(sorted(circles)), frozenset(cut)


def _shortest(knot: "nx.DiGraph[str]") -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    for start in sorted(knot):
        if knot.has_edge(start, start):
            return (start,)
        for after in sorted(knot.successors(start)):
            circle = tuple(nx.shortest_path(knot, after, start))
            if not best or len(circle) < len(best):
                least = circle.index(min(circle))
                best = circle[least:] + circle[:least]
        if len(best) == 2:
            break
    return best
