"""Circles in a graph that should have none: its knots, the shortest circle of each, and the edges within them.

A knot is what graph theory calls a strongly connected component: each of its members can be reached from any other.
"""

from collections.abc import Collection, Mapping

import networkx as nx

Graph = Mapping[str, Collection[str]]


def groups_of(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return all nodes, those an edge leads to before those it starts from; the members of a knot come together."""
    found = nx.strongly_connected_components(_directed(graph))  # Tarjan's order: what an edge leads to comes first
    return tuple(tuple(sorted(group)) for group in found)


def within(graph: Graph) -> frozenset[tuple[str, str]]:
    """Return the edges that lie in knots: without them nothing goes round."""
    group = {id_: number for number, members in enumerate(groups_of(graph)) for id_ in members}
    return frozenset((id_, other) for id_, others in graph.items() for other in others if group[id_] == group[other])


def circles_in(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the shortest circle of each knot, beginning with its first member by id; of equals the first by members.

    The order of `graph` changes nothing.
    """
    inner: dict[str, list[str]] = {}
    for id_, other in sorted(within(graph)):
        inner.setdefault(id_, []).append(other)
    knots = (group for group in groups_of(graph) if group[0] in inner)
    return tuple(sorted(_shortest({id_: inner[id_] for id_ in knot}) for knot in knots))


def _directed(graph: Graph) -> "nx.DiGraph[str]":
    directed: nx.DiGraph[str] = nx.DiGraph()
    directed.add_nodes_from(sorted(graph))
    directed.add_edges_from(sorted((id_, other) for id_, others in graph.items() for other in others))
    return directed


def _shortest(knot: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the shortest circle of a knot.

    Once the shortest one through a member is known the member can go, and with it all that no longer goes round, so
    that one long ring is walked once and not from each of its members.
    """
    left = _Left(knot)
    best: tuple[str, ...] = ()
    for start in sorted(knot):
        if start in left.members and len(best) != 1:
            best = left.circle_through(start, len(best)) or best
            left.drop(start)
    return best


class _Left:
    """What is left of a knot."""

    def __init__(self, knot: Mapping[str, list[str]]) -> None:
        self.members = set(knot)
        self._onward = knot
        self._ways = {id_: len(others) for id_, others in knot.items()}
        self._back: dict[str, list[str]] = {}
        for id_, others in knot.items():
            for other in others:
                self._back.setdefault(other, []).append(id_)

    def circle_through(self, start: str, shorter_than: int) -> tuple[str, ...]:
        """Return the shortest circle through a member if it is shorter than that (0: than any), else nothing."""
        before = {start: ""}
        level = [start]
        length = 1
        while level and (not shorter_than or length < shorter_than):
            following = []
            for id_ in level:
                for other in self._onward[id_]:
                    if other == start:
                        return _walked(id_, before)
                    if other in self.members and other not in before:
                        before[other] = id_
                        following.append(other)
            level, length = following, length + 1
        return ()

    def drop(self, start: str) -> None:
        """Take a member out, and all from which nothing leads on any more."""
        self.members.discard(start)
        gone = [start]
        for id_ in gone:
            for earlier in self._back.get(id_, ()):
                self._ways[earlier] -= 1
                if not self._ways[earlier] and earlier in self.members:
                    self.members.discard(earlier)
                    gone.append(earlier)


def _walked(last: str, before: Mapping[str, str]) -> tuple[str, ...]:
    """Return the way from where the search began to `last`."""
    found = [last]
    while before[found[-1]]:
        found.append(before[found[-1]])
    return tuple(reversed(found))
