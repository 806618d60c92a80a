"""Two clocks: for each day on which something was published, what had been said by then, and what was new.

Turns the dates of the sources into publication days in order. Exists because a report can only be held against what
could be known when it was written. Who has what from whom is taken as it is known now, not as it was known then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ...dates import Day, When, from_ordinal, ordinal
from ...model import Citation, Claim, Dossier, Event, Measure
from ...model.words import BearsOn
from ..figures.groups import interval
from ..origins.counts import CARRIES, handed, reporting
from ..origins.descent import Descent
from ..origins.status import credited_elsewhere
from ..origins.tally import Tallied, Tally
from .publication import Clocks, CreditChange, Credited, Disputed, FigureChange, Figured, PublicationDay, Said, Totals

SAYS: Final = ("states", "supports", "repeats")
"""Stances by which a source says what the claim says; one that qualifies it says something else as well."""

AGAINST: Final = ("disputes", "refutes")

LONGEST: Final = 7
"""Days that the date of an event may allow; one of a longer stretch belongs to no day."""


def clocks_of(dossier: Dossier, descent: Descent) -> Clocks:
    """Return what was said when. A source stands on the last day its date allows: by then it had been published.

    Takes any dossier: citations of unknown sources are left out. What is left out of `descent` was never published,
    but a source that was retracted later had been, and only counts for nothing.
    """
    published: dict[Day, list[str]] = defaultdict(list)
    undated: list[str] = []
    for id_, source in sorted(descent.sources.items()):
        if id_ in descent.without and not source.retracted:
            continue
        day = source.issued.edtf.latest if source.issued else None
        if day is None:
            undated.append(id_)
        else:
            published[day].append(id_)
    days = sorted(published)
    claims = {claim.id: claim for claim in dossier.claims}
    cited = _cited(claims.values(), {id_: day for day, ids in published.items() for id_ in ids})
    happened = _happened(dossier.events, frozenset(days))
    walk = _Walk(claims, descent, frozenset(document.source for document in dossier.documents))
    return Clocks(
        tuple(walk.on(day, tuple(published[day]), tuple(happened[day]), cited[day]) for day in days), tuple(undated)
    )


def _cited(claims: Iterable[Claim], day_of: Mapping[str, Day]) -> Mapping[Day, Mapping[str, list[Citation]]]:
    """Return for each day the claims its sources cite, by id, each with the citations in its own order."""
    found: dict[Day, dict[str, list[Citation]]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda claim: claim.id):
        for citation in claim.citations:
            if citation.source in day_of:
                found[day_of[citation.source]].setdefault(claim.id, []).append(citation)
    return found


def _happened(events: Iterable[Event], days: frozenset[Day]) -> Mapping[Day, list[str]]:
    """Return for each of some days the events whose date allows it, in order of their dates."""
    found: dict[Day, list[str]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.when.edtf.sort_key, event.id)):
        for day in _days_of(event.when.edtf):
            if day in days:
                found[day].append(event.id)
    return found


def _days_of(when: When) -> Iterator[Day]:
    """Yield the days a date allows, none if they are not bounded or more than `LONGEST`."""
    if when.earliest and when.latest:
        first, last = ordinal(when.earliest), ordinal(when.latest)
        if last - first < LONGEST:
            yield from (from_ordinal(number) for number in range(first, last + 1))


def is_vague(when: When) -> bool:
    """Tell whether something may have been published on another day than the last one its date allows."""
    return when.earliest != when.latest or when.uncertain or when.approximate


class _End(NamedTuple):
    """The lowest or highest end of the figures so far, None where one of them is open, and the claim that gave it."""

    value: float | None
    claim: str


class _Ends(NamedTuple):
    low: _End
    high: _End


@dataclass
class _Walk:
    """What has been said up to a day. Each day changes only what its own sources cite."""

    claims: Mapping[str, Claim]
    descent: Descent
    documents: frozenset[str]
    said: set[str] = field(default_factory=set)
    disputed: set[str] = field(default_factory=set)
    credited: set[tuple[str, CreditChange]] = field(default_factory=set)
    tallies: dict[str, Tally] = field(default_factory=dict)
    """For each claim its reports so far, and the fewest and the most origins behind them."""
    all_reports: int = 0
    origins: set[str] = field(default_factory=set)
    certain: set[str] = field(default_factory=set)
    """Origins that are the only possible one of some report."""
    ends: dict[tuple[str, str, str], _Ends] = field(default_factory=dict)

    def on(
        self, day: Day, sources: tuple[str, ...], happened: tuple[str, ...], cited: Mapping[str, list[Citation]]
    ) -> PublicationDay:
        """Return what a day changed; days must come in order. `cited` holds the day's citations by claim."""
        said = tuple(item for claim, found in cited.items() if (item := self._say(claim, found)))
        return PublicationDay(
            day=day,
            sources=sources,
            vague=tuple(id_ for id_ in sources if self._is_vague(id_)),
            happened=happened,
            said=said,
            figures=self._figures([self.claims[item.claim] for item in said if item.first]),
            disputed=tuple(one for claim, found in cited.items() if (one := self._dispute(claim, found))),
            credits=tuple(item for claim, found in cited.items() for item in self._credits(claim, found)),
            totals=Totals(
                len(self.said),
                self.all_reports,
                max(len(self.certain), min(1, self.all_reports)),
                len(self.origins),
            ),
        )

    def _is_vague(self, source: str) -> bool:
        issued = self.descent.sources[source].issued
        return issued is not None and is_vague(issued.edtf)

    def _say(self, claim: str, citations: Iterable[Citation]) -> Said | None:
        """Return what the day's sources add to a claim; a statement of who said it adds nothing to what is said."""
        carrying = [one for one in citations if one.stance in CARRIES and one.bears_on != BearsOn.WHO]
        if not carrying:
            return None
        first = claim not in self.said and any(one.stance in SAYS for one in carrying)
        if first:
            self.said.add(claim)
        added = [one for one in carrying if not (one.stance == "states" and one.source in self.documents)]
        if added:
            self._recount(claim, added)
        so_far = self.tallies[claim].so_far if claim in self.tallies else Tallied()
        return Said(claim, first, _sources(carrying), *so_far)

    def _recount(self, claim: str, added: Iterable[Citation]) -> None:
        """Count what a day adds. All citations of a source are of one day, so none was counted before."""
        if claim not in self.tallies:
            reports = reporting(self.claims[claim], self.documents)
            sources = dict.fromkeys(one.source for one in reports)
            self.tallies[claim] = Tally(self.descent.behind_reports(sources, handed(reports)))
        found = self.tallies[claim].add(dict.fromkeys(one.source for one in added))
        self.all_reports += len(found)
        self.origins.update(*(one.origins for one in found))
        self.certain.update(*(one.origins for one in found if len(one.origins) == 1 and not one.open))

    def _dispute(self, claim: str, citations: Iterable[Citation]) -> Disputed | None:
        against = [one for one in citations if one.stance in AGAINST and one.bears_on != BearsOn.WHO]
        if not against or claim in self.disputed:
            return None
        self.disputed.add(claim)
        return Disputed(claim, _sources(against), early=claim not in self.said)

    def _credits(self, claim: str, citations: Iterable[Citation]) -> Iterator[Credited]:
        """Yield what the day's sources say of the speaker that none had said before."""
        found: dict[CreditChange, list[Citation]] = defaultdict(list)
        by = self.claims[claim].asserted_by
        for one in citations:
            if one.bears_on == BearsOn.WHO and one.stance in AGAINST:
                found[CreditChange.QUESTIONED].append(one)
            elif one.bears_on == BearsOn.WHO and one.stance in SAYS and by.found and by.found != by.printed:
                elsewhere = credited_elsewhere(self.claims[claim], self.descent.speakers)
                found[CreditChange.CORRECTED if elsewhere else CreditChange.NAMED].append(one)
        for change in CreditChange:
            if found[change] and (claim, change) not in self.credited:
                self.credited.add((claim, change))
                yield Credited(claim, change, _sources(found[change]))

    def _figures(self, claims: Iterable[Claim]) -> tuple[Figured, ...]:
        """Return the figures of claims said for the first time. Those of one day are not held against one another."""
        given = [(claim.id, claim.measure) for claim in claims if claim.measure]
        news = tuple(_figured(claim, measure, self.ends.get(_key(measure))) for claim, measure in given)
        for claim, measure in given:
            ends = _ends(claim, measure)
            self.ends[_key(measure)] = _widest(self.ends.get(_key(measure), ends), ends)
        return news


def _sources(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(sorted({citation.source for citation in citations}))


def _key(measure: Measure) -> tuple[str, str, str]:
    return measure.of, measure.scope, measure.unit


def _ends(claim: str, measure: Measure) -> _Ends:
    found = interval(measure)
    return _Ends(_End(found.low, claim), _End(found.high, claim))


def _widest(one: _Ends, other: _Ends) -> _Ends:
    """Return the lower of the low ends and the higher of the high ends; of equal ones those of `one`."""
    return _Ends(
        other.low if _lower(other.low, one.low) else one.low,
        other.high if _higher(other.high, one.high) else one.high,
    )


def _lower(low: _End, other: _End) -> bool:
    return other.value is not None and (low.value is None or low.value < other.value)


def _higher(high: _End, other: _End) -> bool:
    return other.value is not None and (high.value is None or high.value > other.value)


def _figured(claim: str, measure: Measure, before: _Ends | None) -> Figured:
    """Hold a figure against the ends of those given before: it may reach further up, further down, both or neither."""
    if before is None:
        return Figured(claim, FigureChange.FIRST, None, None)
    ends = _ends(claim, measure)
    up, down = _higher(ends.high, before.high), _lower(ends.low, before.low)
    change = {
        (True, True): FigureChange.WIDENED,
        (True, False): FigureChange.RAISED,
        (False, True): FigureChange.LOWERED,
        (False, False): FigureChange.WITHIN,
    }[up, down]
    return Figured(claim, change, before.low.claim, before.high.claim)
