"""The fewest things that meet every set: a minimum hitting set, exact while small, a proven lower bound beyond.

The problem is NP-hard (Karp 1972), so the search has a budget. Two reductions that change nothing come first: a set
that contains another is met whenever that one is, and a thing that is only in sets where another one is can give way.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from .unions import Unions

BUDGET: Final = 300_000
"""Sets the search may look at, for each lot that hangs together; enough for any case a person could draw."""

Sets = list[frozenset[str]]


class Fewest(NamedTuple):
    """How many things are needed, and whether that is proven to be enough (`exact`) or only that fewer will not do."""

    number: int
    exact: bool


def fewest(sets: Iterable[frozenset[str]], budget: int = BUDGET) -> Fewest:
    """Return the size of the smallest set of things that meets every one of `sets`, none of which may be empty."""
    number, exact = 0, True
    for part in _apart(_reduced(set(sets))):
        found = _fewest_of(part, budget)
        number += found.number
        exact = exact and found.exact
    return Fewest(number, exact)


def _reduced(sets: set[frozenset[str]]) -> Sets:
    """Return the sets that matter, without the things that can give way; always the same for the same sets."""
    while True:
        kept = _smallest(sets)
        inside: dict[str, set[int]] = defaultdict(set)
        for number, found in enumerate(kept):
            for thing in found:
                inside[thing].add(number)
        gone = {thing for found in kept for thing in found if _gives_way(thing, found, inside)}
        if not gone:
            return kept
        sets = {found - gone for found in kept}


def _smallest(sets: set[frozenset[str]]) -> Sets:
    """Return the sets that contain no other one, in order of size and members."""
    kept: Sets = []
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for found in sorted(sets, key=lambda one: (len(one), sorted(one))):
        if not any(smaller <= found for thing in found for smaller in holding[thing]):
            kept.append(found)
            holding[min(found)].append(found)
    return kept


def _gives_way(thing: str, found: frozenset[str], inside: dict[str, set[int]]) -> bool:
    """Tell whether some other thing meets all sets this one meets; of equals the first by name stays."""
    mine = inside[thing]
    return any(mine <= inside[other] and (mine != inside[other] or other < thing) for other in found if other != thing)


def _apart(sets: Sets) -> list[Sets]:
    """Return the sets in groups that share nothing with one another; each can be looked at alone."""
    unions = Unions[str]()
    for found in sets:
        first, *others = sorted(found)
        for other in others:
            unions.join(first, other)
    groups: dict[str, Sets] = defaultdict(list)
    for found in sets:
        groups[unions.root(min(found))].append(found)
    return list(groups.values())


def _fewest_of(sets: Sets, budget: int) -> Fewest:
    """Search by branch and bound: take each thing of the smallest set in turn; give up where the bound allows no less.

    `sets` are in order of size. Without recursion, as there may be more of them than Python takes calls.
    """
    least, best = _disjoint(sets), len(sets)
    waiting: list[tuple[Sets, int]] = [(sets, 0)]
    while waiting and best > least:
        left, taken = waiting.pop()
        if not left:
            best = min(best, taken)
        elif taken + _disjoint(left) < best:
            budget -= len(left) * len(left[0])
            if budget < 0:
                return Fewest(least, exact=False)
            tried = [[found for found in left if thing not in found] for thing in sorted(left[0])]
            waiting += sorted(((fewer, taken + 1) for fewer in tried), key=lambda found: -len(found[0]))
    return Fewest(best, exact=True)


def _disjoint(sets: Sets) -> int:
    """Return how many of the sets share nothing with one another, the smallest first: so many are needed at least."""
    met: set[str] = set()
    number = 0
    for found in sets:
        if met.isdisjoint(found):
            met |= found
            number += 1
    return number
