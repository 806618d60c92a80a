"""The dossier to moments and the links between them: when an entry has its place in time, and what must be earlier.

An event stands where it happened or began, a source where it was published, a claim where it was said, or, if that is
not recorded, where what it tells of happened.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from ...dates import When, ordinal
from ...model import Citation, Claim, Dossier, Event
from ...model.parts import Derivation
from ...model.walk import Route
from ...model.words import BearsOn, How, Stance
from .constraints import Bounds

CARRIES: Final = (Stance.STATES, Stance.REPEATS)
"""Stances by which a source has the claim itself, so that it cannot be older than it."""


class Tie(StrEnum):
    """Why one entry is earlier than another."""

    BEFORE = "before"
    DERIVED = "derived"
    REPORTED = "reported"


SLACK: Final[Mapping[Tie, int]] = {Tie.BEFORE: 0, Tie.DERIVED: 1, Tie.REPORTED: 1}
"""Days by which the dates may be the other way round: a report can be dated by the clocks of another place, where a
day begins up to 26 hours earlier. What the editors put in order themselves has none."""


class Moment(NamedTuple):
    """When an entry has its place in time, and the field that says so; without a date it still passes bounds on."""

    field: str
    when: When | None


class Link(NamedTuple):
    """That one entry is earlier than another, by what, and where that is written."""

    earlier: str
    later: str
    tie: Tie
    owner: str
    route: Route


def moments_of(dossier: Dossier) -> Mapping[str, Moment]:
    """Return the moment of every event and source, and of every claim that has one, by id."""
    moments = {event.id: Moment("when", event.when.edtf) for event in dossier.events}
    moments |= {
        source.id: Moment("issued", source.issued.edtf if source.issued else None) for source in dossier.sources
    }
    for claim in dossier.claims:
        if claim.asserted_at:
            moments[claim.id] = Moment("asserted_at", claim.asserted_at.edtf)
        elif claim.when:
            moments[claim.id] = Moment("when", claim.when.edtf)
    return moments


def bounds_of(when: When | None) -> Bounds:
    """Return the first and the last day that a date allows."""
    if when is None:
        return Bounds()
    return Bounds(
        None if when.earliest is None else ordinal(when.earliest), None if when.latest is None else ordinal(when.latest)
    )


def links_of(dossier: Dossier, moments: Mapping[str, Moment]) -> Mapping[tuple[str, str], Link]:
    """Return what must be earlier than what; of several reasons for the same the strictest, then the first by owner."""
    found: dict[tuple[str, str], Link] = {}
    for link in _links(dossier):
        pair = link.earlier, link.later
        if (
            link.earlier in moments
            and link.later in moments
            and (pair not in found or _rank(link) < _rank(found[pair]))
        ):
            found[pair] = link
    return found


def _rank(link: Link) -> tuple[int, Tie, str, tuple[str, ...]]:
    return SLACK[link.tie], link.tie, link.owner, tuple(str(step) for step in link.route)


def _links(dossier: Dossier) -> Iterator[Link]:
    events = {event.id for event in dossier.events}
    for event in dossier.events:
        for number, other in enumerate(event.before):
            if other in events:
                yield Link(event.id, other, Tie.BEFORE, event.id, ("before", number))
        for number, other in enumerate(event.after):
            if other in events:
                yield Link(other, event.id, Tie.BEFORE, event.id, ("after", number))
        yield from _reports(event)
    for claim in dossier.claims:
        yield from _reports(claim)
    for source in dossier.sources:
        yield from _derived(source.id, source.derived_from, source.id, ())
    for owner, citation, route in dossier.citations:
        if citation.derived_from:
            yield from _derived(citation.source, citation.derived_from, owner, route)


def _reports(entry: Claim | Event) -> Iterator[Link]:
    carries = _shows if isinstance(entry, Event) else _carries
    for number, citation in enumerate(entry.citations):
        if carries(citation):
            yield Link(entry.id, citation.source, Tie.REPORTED, entry.id, ("citations", number, "source"))


def _shows(citation: Citation) -> bool:
    """Tell whether a source cited by an event shows that it took place; one that qualifies may announce it."""
    return citation.stance in (*CARRIES, Stance.SUPPORTS) and citation.bears_on != BearsOn.WHO


def _carries(citation: Citation) -> bool:
    """Tell whether a source has a claim itself.

    A source that supports that something is so may be older: what holds on a Friday may have been seen on a Tuesday.
    """
    if citation.bears_on == BearsOn.SAID:
        return citation.stance in (*CARRIES, Stance.SUPPORTS)
    return citation.stance in CARRIES and citation.bears_on == BearsOn.SO


def _derived(source: str, derivations: Iterable[Derivation], owner: str, route: Route) -> Iterator[Link]:
    for number, derived in enumerate(derivations):
        if derived.how != How.UNKNOWN and derived.source != source:
            yield Link(derived.source, source, Tie.DERIVED, owner, (*route, "derived_from", number, "source"))
