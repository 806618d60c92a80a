"""How many reports of a claim there are, and how many origins could stand behind them.

A first, cautious count: an origin is a root of `derived_from`; roots that speak for one actor, or for actors that are
part of one another or speak for one another, are one. A derivation that is unknown or unrecorded is never taken for
independence, so the number is an upper end: at most so many. Only when it is one is it certain.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..model import Claim, Dossier, Source

CARRIES: Final = ("states", "supports", "repeats", "qualifies")
_UPWARDS: Final = ("part-of", "spokesperson-of")


@dataclass(frozen=True, slots=True)
class Origins:
    """What stands behind the reports of a claim: for each origin the sources that could have it from there."""

    reports: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Pairs of an origin (id of an actor or of a root source) and the reports that lead to it, most reports first."""

    @property
    def at_most(self) -> int:
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class Family:
    """The sources of a dossier and what they derive from."""

    roots: Mapping[str, frozenset[str]]
    """For each source its roots: sources that derive from nothing recorded; itself if it is one."""
    origin: Mapping[str, str]
    """For each source the origin it would be as a root: the actor it speaks for, as far up as is recorded, or itself.
    """
    top: Mapping[str, str]
    """For each actor the topmost actor it is part of or speaks for; itself if it is nobody's."""


def family_of(dossier: Dossier) -> Family:
    """Return the roots and origins of every source. A derivation cycle has no root; its sources count as their own."""
    sources = {source.id: source for source in dossier.sources}
    roots: dict[str, frozenset[str]] = {}
    for id_ in sources:
        _find_roots(id_, sources, roots)
    top = _organisations(dossier)
    origin = {
        id_: top.get(source.speaks_for, source.speaks_for) if source.speaks_for else id_
        for id_, source in sources.items()
    }
    return Family(roots, origin, top)


def _find_roots(start: str, sources: Mapping[str, Source], roots: dict[str, frozenset[str]]) -> None:
    """Fill in the roots of `start`, parents first, without recursion: chains can be long."""
    stack = [start]
    open_: set[str] = set()
    while stack:
        id_ = stack[-1]
        parents = [
            derived.source
            for derived in sources[id_].derived_from
            if derived.source in sources and derived.source != id_
        ]
        waiting = [parent for parent in parents if parent not in roots and parent not in open_]
        if id_ in roots or not waiting:
            stack.pop()
            found = frozenset().union(*(roots.get(parent, frozenset()) for parent in parents))
            roots.setdefault(id_, found or frozenset((id_,)))
            open_.discard(id_)
        else:
            open_.add(id_)
            stack += waiting


def _organisations(dossier: Dossier) -> Mapping[str, str]:
    """Return for each actor the topmost actor it is part of or speaks for."""
    up = {
        actor.id: next((relation.actor for relation in actor.relations if relation.type in _UPWARDS), None)
        for actor in dossier.actors
    }
    top: dict[str, str] = {}
    for start in up:
        id_, seen = start, {start}
        while (parent := up.get(id_)) is not None and parent not in seen:
            seen.add(parent)
            id_ = parent
        top[start] = id_
    return top


def origins_of(claim: Claim, family: Family, documents: frozenset[str]) -> Origins:
    """Return the reports that carry a claim and the origins they could go back to.

    The documents taken apart are left aside, and so is what bears only on who said it: a report that names a speaker
    is no report of what was said.
    """
    reports = tuple(
        dict.fromkeys(
            citation.source
            for citation in claim.citations
            if citation.source not in documents and citation.bears_on != "who" and citation.stance in CARRIES
        )
    )
    groups: dict[str, list[str]] = {}
    for report in reports:
        for origin in sorted({family.origin[root] for root in family.roots.get(report, frozenset())}):
            groups.setdefault(origin, []).append(report)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Origins(reports, tuple((origin, tuple(found)) for origin, found in ordered))
