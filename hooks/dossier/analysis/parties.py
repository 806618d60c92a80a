"""Which claims rest on one party to the conflict alone: whatever stands behind their reports speaks for that party.

From the origins of each claim and `party: true` on actors to one word per claim, and to shares of any set of claims.
It exists because a party's own account can be printed everywhere and still be nothing but its own account.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from ..dates import When
from ..model import Dossier
from .order import Spot
from .origins.counts import Count, Origins
from .origins.descent import Descent
from .origins.speakers import Speakers, Tie, may_overlap


class Footing(StrEnum):
    """What a claim rests on, as far as parties to the conflict go."""

    PARTY = "party"
    """Every report goes back to one party, whichever of its possible origins it has the claim from."""
    OTHER = "other"
    """At least one report surely goes back to somebody else than the others' party, or to no party."""
    NOT_KNOWN = "not-known"
    """Neither of the two is certain."""
    NONE = "none"
    """No report was found."""


class Rest(NamedTuple):
    """What one claim rests on; `party` is the actor where it is a party."""

    footing: Footing
    party: str = ""


class PartyCount(NamedTuple):
    """How many claims rest on a party alone."""

    party: str
    claims: int


@dataclass(frozen=True, slots=True)
class Share:
    """How a set of claims divides; labels are counted apart, since nobody's origins could confirm them."""

    by: tuple[PartyCount, ...] = ()
    other: int = 0
    not_known: int = 0
    none: int = 0
    labels: int = 0

    @property
    def on_party(self) -> int:
        """Claims that rest on one party alone, whichever it is."""
        return sum(count.claims for count in self.by)

    @property
    def total(self) -> int:
        """All claims but labels."""
        return self.on_party + self.other + self.not_known + self.none


@dataclass(frozen=True, slots=True)
class Parties:
    """What every claim rests on, and the shares of the sets of claims that the site shows together.

    What has no claims has no share here.
    """

    party_of: Mapping[str, str]
    """For each actor that is of a party, at any date, that party."""
    rests: Mapping[str, Rest]
    labels: frozenset[str]
    whole: Share
    of: Mapping[str, Share]
    """By id of an event, actor or place, or of the source that a document is."""
    of_passage: Mapping[str, Mapping[str, Share]]
    """By id of a document's source, then of its passage."""

    def share(self, claims: Iterable[str]) -> Share:
        """Return how some claims divide, each counted once; ids of no claim count for nothing."""
        return _share(claims, self.rests, self.labels)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who is of which party, and who leads whom."""

    speakers: Speakers
    parties: frozenset[str]
    led: Mapping[str, tuple[Tie, ...]]

    def party(self, actor: str, at: When | None = None) -> str:
        """Return the topmost party among an actor and all it answers to at a date, or nothing.

        Whoever leads a body speaks for it. Where there are several at the top, it is the first by id.
        """
        above = dict.fromkeys(self.speakers.above(actor, at))
        for tie in self.led.get(actor, ()):
            if may_overlap(tie.when, at):
                above |= dict.fromkeys(self.speakers.above(tie.above, at))
        found = [id_ for id_ in above if id_ in self.parties]
        tops = [id_ for id_ in found if not any(up != id_ and up in found for up in self.speakers.above(id_, at))]
        return min(tops or found, default="")


_NOBODY: Final = ""
"""Stands for an origin that is of no party."""


def parties_of(
    dossier: Dossier, descent: Descent, origins: Mapping[str, Origins], passage_of: Mapping[str, Spot]
) -> Parties:
    """Return what every claim rests on, and the shares. `origins` are those of the same dossier and descent."""
    sides = _sides(dossier, descent.speakers)
    of_source = {
        source.id: sides.party(actor, source.issued.edtf if source.issued else None)
        for source in dossier.sources
        if (actor := source.speaks_for or source.published_by)
    }
    rests = {id_: rest_of(found.all, of_source) for id_, found in origins.items()}
    labels = frozenset(claim.id for claim in dossier.claims if claim.type == "label")
    party_of = {actor.id: party for actor in dossier.actors if (party := sides.party(actor.id))}
    passages: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, (document, passage) in passage_of.items():
        passages[document][passage].append(id_)
    return Parties(
        party_of=party_of,
        rests=rests,
        labels=labels,
        whole=_share(rests, rests, labels),
        of={id_: _share(claims, rests, labels) for id_, claims in _claims_of(dossier, passage_of).items()},
        of_passage={
            document: {passage: _share(claims, rests, labels) for passage, claims in found.items()}
            for document, found in passages.items()
        },
    )


def rest_of(count: Count, party_of_source: Mapping[str, str]) -> Rest:
    """Return what a claim rests on, given its count and the party of each source that speaks for one.

    It is certain only if it holds whichever of its possible origins each report has the claim from; a report that may
    have it from any other source leaves it open.
    """
    if not count.reports:
        return Rest(Footing.NONE)
    of_origin = {
        origin.id: frozenset(party_of_source.get(root, _NOBODY) for root in origin.roots) for origin in count.origins
    }
    possible = [
        None if report.open else frozenset[str]().union(*(of_origin[id_] for id_ in report.origins))
        for report in count.reports
    ]
    closed = [found for found in possible if found is not None]
    if not closed:
        return Rest(Footing.NOT_KNOWN)
    shared = frozenset.intersection(*closed) - {_NOBODY}
    if not shared:
        return Rest(Footing.OTHER)
    (party, *more) = sorted(shared)
    alone = len(closed) == len(possible) and not more and all(found == shared for found in closed)
    return Rest(Footing.PARTY, party) if alone else Rest(Footing.NOT_KNOWN)


def _sides(dossier: Dossier, speakers: Speakers) -> _Sides:
    return _Sides(
        speakers,
        frozenset(actor.id for actor in dossier.actors if actor.party),
        {
            actor.id: tuple(
                Tie(relation.actor, relation.when.edtf if relation.when else None)
                for relation in actor.relations
                if relation.type == "leads"
            )
            for actor in dossier.actors
            if actor.type == "person"
        },
    )


def _claims_of(dossier: Dossier, passage_of: Mapping[str, Spot]) -> Mapping[str, list[str]]:
    """Return the claims of every event, actor, place and document that has any.

    Those of an actor are the ones about it, credited to it, or found to be its own.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for claim_id, (document, _) in passage_of.items():
        found[document].append(claim_id)
    for event in dossier.events:
        if event.claims:
            found[event.id] += event.claims
    named = {entry.id for entries in (dossier.actors, dossier.places) for entry in entries}
    for claim in dossier.claims:
        said_by = (claim.asserted_by.printed, claim.asserted_by.found)
        for id_ in {*claim.about, *filter(None, said_by)} & named:
            found[id_].append(claim.id)
    return found


def _share(claims: Iterable[str], rests: Mapping[str, Rest], labels: frozenset[str]) -> Share:
    counted: dict[Rest, int] = defaultdict(int)
    labelled = 0
    for id_ in set(claims):
        if id_ in labels:
            labelled += 1
        elif id_ in rests:
            counted[rests[id_]] += 1
    by = [PartyCount(rest.party, number) for rest, number in counted.items() if rest.footing is Footing.PARTY]
    return Share(
        by=tuple(sorted(by, key=lambda count: (-count.claims, count.party))),
        other=counted.get(Rest(Footing.OTHER), 0),
        not_known=counted.get(Rest(Footing.NOT_KNOWN), 0),
        none=counted.get(Rest(Footing.NONE), 0),
        labels=labelled,
    )
