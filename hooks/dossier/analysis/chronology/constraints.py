"""Bounds of moments and links between them (difference constraints): which of them cannot all be so.

A thing happens at a moment of its own within its days, `low <= t < high + 1`. A link says that one thing is earlier
than another, `t < u`, or with slack at most so many days later, `t <= u + slack`. Without circles such a system has no
solution exactly where some chain of links leads from a thing with a late first day to one with an early last day.

The bounds are pushed along the links once. Only where a link cannot hold, the shortest chain that ends in it is sought.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ..ordering import needed_first

Links = Mapping[tuple[str, str], int]
"""(earlier, later) → slack in days."""

Before = Mapping[str, Sequence[str]]
"""For each thing those that a link puts before it."""

ENOUGH: Final = 30_000
"""Things in the chains that are told; with so many nobody misses the next, and the search for each takes its time."""


class Bounds(NamedTuple):
    """First and last possible day as ordinals; None where that side is open."""

    low: int | None = None
    high: int | None = None

    def begins_after(self, cap: int) -> bool:
        """Tell whether it begins later than a day."""
        return self.low is not None and self.low > cap

    def ends_by(self, cap: int) -> bool:
        """Tell whether it is over with a day."""
        return self.high is not None and self.high <= cap


class Way(NamedTuple):
    """A chain of links from a thing to the end of one that cannot hold, and the last day on which the thing may be."""

    first: str
    onward: "Way | None"
    cap: int

    @property
    def chain(self) -> tuple[str, ...]:
        """The things on it, the earliest first."""
        way: Way | None = self
        found = []
        while way:
            found.append(way.first)
            way = way.onward
        return tuple(found)


def impossible_chains(bounds: Mapping[str, Bounds], links: Links) -> tuple[tuple[str, ...], ...]:
    """Return chains of things, the earliest first, that cannot all be so while any part of one could.

    For each link that cannot hold this is the shortest such chain that ends in it, until `ENOUGH` is told. If there is
    none, all can be so.
    `links` must be without circles (GoesRound); what has no bounds still passes on those of others.
    """
    before = _before(bounds, links)
    found: list[tuple[str, ...]] = []
    told = 0
    for link in sorted(_broken(bounds, links, before)):
        chain = _smallest(link, bounds, links, before)
        if chain:
            found.append(chain)
            told += len(chain)
        if told > ENOUGH:
            break
    return tuple(sorted(found))


def _before(ids: Iterable[str], links: Links) -> Before:
    before: dict[str, list[str]] = {id_: [] for id_ in ids}
    for earlier, later in sorted(links):
        before[later].append(earlier)
    return before


def _broken(bounds: Mapping[str, Bounds], links: Links, before: Before) -> Iterator[tuple[str, str]]:
    """Yield the links that cannot hold, from the first days pushed along the links.

    A day pushed beyond the last one of a thing goes no further than that one: what comes of it later is no new finding.
    """
    floors: dict[str, int | None] = {}
    for later in needed_first(before):
        floor, high = bounds[later]
        for earlier in before[later]:
            pushed = floors[earlier]
            if pushed is None:
                continue
            pushed -= links[earlier, later]
            if high is not None and pushed > high:
                yield earlier, later
            floor = pushed if floor is None else max(floor, pushed)
        floors[later] = floor if floor is None or high is None else min(floor, high)


def _smallest(link: tuple[str, str], bounds: Mapping[str, Bounds], links: Links, before: Before) -> tuple[str, ...]:
    """Return the shortest chain that ends in a link and cannot hold, while any part of it could; or nothing.

    Nothing, where part of every such chain cannot hold either: that part is found at a link of its own.
    """
    chains = _too_late([link], bounds, links, before)
    return next((chain for chain in chains if _least(chain, bounds, links, before)), ())


def _too_late(
    ends: Iterable[tuple[str, str]], bounds: Mapping[str, Bounds], links: Links, before: Before
) -> Iterator[tuple[str, ...]]:
    """Yield chains that end in one of some links and begin with a thing too late for the end, the shortest first."""
    queue = deque(
        Way(earlier, Way(later, None, high), high + links[earlier, later])
        for earlier, later in ends
        if (high := bounds[later].high) is not None
    )
    best: dict[str, int] = {}
    while queue:
        way = queue.popleft()
        # A way no longer than this one that leaves no more room has been here before.
        if way.first in best and best[way.first] <= way.cap:
            continue
        best[way.first] = way.cap
        if bounds[way.first].begins_after(way.cap):
            yield way.chain
        elif not bounds[way.first].ends_by(way.cap):  # else whatever is too late for the end is so for this one already
            queue.extend(Way(id_, way, way.cap + links[id_, way.first]) for id_ in before[way.first])


def _least(chain: tuple[str, ...], bounds: Mapping[str, Bounds], links: Links, before: Before) -> bool:
    """Tell whether the things of a chain, with all links among them, can be so as soon as any one is left out."""
    members, last = set(chain), chain[-1]
    inner = {id_: [other for other in before[id_] if other in members] for id_ in chain}
    ways = _too_late([(id_, last) for id_ in inner.pop(last)], bounds, links, inner)
    return all(len(way) == len(chain) for way in islice(ways, 1)) and not any(_broken(bounds, links, inner))
