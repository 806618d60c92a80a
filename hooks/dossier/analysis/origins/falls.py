"""What falls if a source falls: the sources that all paths from a claim to its origins lead through.

In a flow graph such nodes are called dominators (Lengauer and Tarjan 1979). Derivations have no circles once those are
cut, so one pass from the origins down finds the nearest for every source (the two-finger step of Cooper, Harvey and
Kennedy 2001), and a claim's are those above all its reports.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, NamedTuple

from ...model import Claim, Dossier
from ...model.status import Status
from ..order import in_reading_order, passages_of
from ..ordering import needed_first
from .counts import Count, handed, origins_of, reporting
from .descent import Derivations, Descent, descent_of, goes_round
from .speakers import known
from .status import statuses_of

END: Final = ""
"""What lies behind the origins; all paths end there."""


@dataclass(frozen=True, slots=True)
class Falls:
    """Which sources everything a claim has rests on, and which claims rest on one source alone."""

    resting: Mapping[str, tuple[str, ...]]
    """For each source the claims that would lose their last report with it, in reading order; most claims first."""
    chain: Mapping[str, tuple[str, ...]]
    """For each claim the sources that all its paths lead through, the one nearest the origin last."""


class Change(NamedTuple):
    """A claim that changes when a source does not count: reports, fewest and most origins, status, before and after."""

    claim: str
    reports: tuple[int, int]
    at_least: tuple[int, int]
    at_most: tuple[int, int]
    status: tuple[Status, Status]

    @property
    def weakens(self) -> bool:
        """Whether the claim loses a report, or its origins change."""
        return any(before != after for before, after in (self.reports, self.at_least, self.at_most))


@dataclass(frozen=True, slots=True)
class Loss:
    """What would change if a source did not count."""

    source: str
    falling: tuple[str, ...] = ()
    """Other sources that have all their content from it, by id."""
    lost: tuple[Change, ...] = ()
    """Claims that lose their last report, in reading order."""
    weakened: tuple[Change, ...] = ()
    """Other claims that lose reports, or the number of whose origins changes."""
    changed: tuple[Change, ...] = ()
    """Claims whose status changes, whether they lose reports or are no longer disputed."""


def falls_of(claims: Iterable[Claim], dossier: Dossier, descent: Descent) -> Falls:
    """Return the sources that each claim rests on alone. What was retracted or left out has fallen already."""
    documents = frozenset(document.source for document in dossier.documents)
    everywhere = _Paths(descent.parents, descent)
    chain: dict[str, tuple[str, ...]] = {}
    resting: dict[str, list[str]] = {}
    for claim in claims:
        cited = reporting(claim, documents)
        reports = tuple(dict.fromkeys(citation.source for citation in cited))
        own = handed(cited)
        paths = _Paths(descent.above(reports, own), descent, own) if own else everywhere
        chain[claim.id] = paths.shared(reports)
        for source in chain[claim.id]:
            resting.setdefault(source, []).append(claim.id)
    most = sorted(resting.items(), key=lambda found: (-len(found[1]), found[0]))
    return Falls({source: tuple(ids) for source, ids in most}, chain)


class _Paths:
    """The ways from sources to their origins, along what is known of their derivation.

    A source ends a path where nothing is known of its derivation, or its author knew at first hand. A possible link is
    no support, so it is no path.
    """

    def __init__(self, derived: Derivations, descent: Descent, handed: Collection[str] = ()) -> None:
        self._next: dict[str, str] = {}
        self._depth = {END: 0}
        ways = _straight({id_: [one.source for one in found if known(one)] for id_, found in derived.items()})
        for id_ in needed_first(ways):
            if id_ in descent.without:
                continue
            ends = not ways[id_] or (bool(descent.sources[id_].first_hand) and id_ not in handed)
            onward = [END] if ends else [other for other in ways[id_] if other in self._next]
            if onward:  # else all it has its content from fell, and it falls too
                self._next[id_] = reduce(self._meeting, onward)
                self._depth[id_] = self._depth[self._next[id_]] + 1

    def shared(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Return the sources that all paths from some reports lead through, nearest the origin last."""
        standing = [id_ for id_ in reports if id_ in self._next]
        if not standing:
            return ()
        at = reduce(self._meeting, standing)
        found = []
        while at != END:
            found.append(at)
            at = self._next[at]
        return tuple(found)

    def _meeting(self, one: str, other: str) -> str:
        """Return the first source that the paths of both lead through."""
        while one != other:
            if self._depth[one] < self._depth[other]:
                one, other = other, one
            one = self._next[one]
        return one


def _straight(ways: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the ways without those that go round."""
    if not goes_round(ways):
        return ways
    from .circles import within  # noqa: PLC0415  # networkx takes 0.2 s to load, and circles are rare

    cut = within(ways)
    return {id_: [other for other in others if (id_, other) not in cut] for id_, others in ways.items()}


def without(dossier: Dossier, source_id: str) -> Loss:
    """Return what would change if a source did not count; nothing if there is no such source."""
    if all(source.id != source_id for source in dossier.sources):
        return Loss(source_id)
    before, after = descent_of(dossier), descent_of(dossier, (source_id,))
    falling = (id_ for id_, found in after.behind.items() if found.fallen and not before.behind[id_].fallen)
    changes = tuple(_changes(dossier, before, after))
    return Loss(
        source_id,
        tuple(sorted(id_ for id_ in falling if id_ != source_id)),
        lost=tuple(change for change in changes if change.reports[0] and not change.reports[1]),
        weakened=tuple(change for change in changes if change.reports[1] and change.weakens),
        changed=tuple(change for change in changes if change.status[0] != change.status[1]),
    )


def _changes(dossier: Dossier, before: Descent, after: Descent) -> Iterable[Change]:
    """Return all claims with what they have before and after, in reading order."""
    old, new = origins_of(dossier, before), origins_of(dossier, after)
    was, becomes = statuses_of(dossier, old, before.speakers), statuses_of(dossier, new, after.speakers)
    for claim in in_reading_order(dossier, passages_of(dossier)):
        yield _change(claim.id, (old[claim.id].all, new[claim.id].all), (was[claim.id], becomes[claim.id]))


def _change(claim: str, counts: tuple[Count, Count], status: tuple[Status, Status]) -> Change:
    old, new = counts
    return Change(
        claim,
        (len(old.reports), len(new.reports)),
        (old.at_least, new.at_least),
        (old.at_most, new.at_most),
        status,
    )
