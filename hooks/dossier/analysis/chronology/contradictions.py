"""Dates held against one another: which entries cannot all be so, as the smallest set of them.

    out_of_order     chains and circles of what must be earlier: `before` and `after`, derivations, reports
    read_early       sources read before they were published
    outside_dates    actors that speak or act outside the time in which they existed or held their office
    published_apart  documents whose own date and that of their source exclude one another

A finding says that something does not fit, not which of the entries is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from ...dates import When
from ...model import Dossier
from ...problem import Mark
from ..ordering import GoesRound
from .constraints import impossible_chains
from .exclusions import Dated, Pair, Rule, acting_of, end_in_doubt, published_of, retrieved_of, start_in_doubt
from .moments import SLACK, Link, Moment, Tie, bounds_of, links_of, moments_of


class Kind(StrEnum):
    """What does not fit."""

    CIRCLE = "circle"
    """Events that come before one another all the way round."""
    ORDER = "order"
    """Events, put in order by `before` and `after` only, whose dates say the opposite."""
    CHAIN = "chain"
    """Three entries or more, linked in other ways than by `before` and `after` alone."""
    DERIVED = "derived"
    """A source that is older than one it has its content from."""
    REPORTED = "reported"
    """A source that is older than what it reports."""
    RETRIEVED = "retrieved"
    """A source that was read before it was published."""
    ACTOR = "actor"
    """An actor that spoke or took part outside its dates."""
    PUBLISHED = "published"
    """A document and its source with dates that exclude one another."""


PAIRED: Final[Mapping[Tie, Kind]] = {Tie.BEFORE: Kind.ORDER, Tie.DERIVED: Kind.DERIVED, Tie.REPORTED: Kind.REPORTED}
EXCLUDED: Final[Mapping[Rule, Kind]] = {
    Rule.RETRIEVED: Kind.RETRIEVED,
    Rule.ACTOR: Kind.ACTOR,
    Rule.PUBLISHED: Kind.PUBLISHED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """An entry of a contradiction: the field that dates it, the date (None where it has none), and where it stands."""

    id: str
    field: str
    when: When | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Joint:
    """What says that one entry of a contradiction is earlier than the next, and where that is written."""

    tie: Tie
    mark: Mark


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The smallest set of entries that cannot all be so.

    Each joint leads from one entry to the next, and in a circle the last one back to the first; there are none where
    two dates simply exclude one another. `doubtful` says that a date that matters is marked uncertain or approximate.
    """

    kind: Kind
    entries: tuple[Step, ...]
    joints: tuple[Joint, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Chronology:
    """How many dates and links were held against each other, and what does not fit.

    A link says that one entry is earlier than another, or that two dates must not exclude one another.
    """

    dates: int = 0
    links: int = 0
    contradictions: tuple[Contradiction, ...] = ()


def chronology_of(dossier: Dossier) -> Chronology:
    """Return everything in a dossier whose dates cannot all be so. Takes any dossier; what is not there is left out."""
    moments = moments_of(dossier)
    links = links_of(dossier, moments)
    pairs = (*retrieved_of(dossier), *acting_of(dossier), *published_of(dossier))
    dates = {(id_, moment.field) for id_, moment in moments.items() if moment.when}
    dates |= {(dated.owner, dated.field) for pair in pairs for dated in (pair.one, pair.other)}
    found = (*_out_of_order(dossier, moments, links), *_excluded(dossier, pairs))
    return Chronology(len(dates), len(links) + len(pairs), _sorted(found))


def out_of_order(dossier: Dossier) -> tuple[Contradiction, ...]:
    """Return the circles of events, and the chains whose first entry is later than the last one can be."""
    moments = moments_of(dossier)
    return _sorted(_out_of_order(dossier, moments, links_of(dossier, moments)))


def read_early(dossier: Dossier) -> tuple[Contradiction, ...]:
    """Return the sources that were read before they were published, beyond what time zones explain."""
    return _sorted(_excluded(dossier, retrieved_of(dossier)))


def outside_dates(dossier: Dossier) -> tuple[Contradiction, ...]:
    """Return the events and claims whose actors did not exist or hold their office then, beyond a day of time zones."""
    return _sorted(_excluded(dossier, acting_of(dossier)))


def published_apart(dossier: Dossier) -> tuple[Contradiction, ...]:
    """Return the documents whose own date and that of their source have no day in common."""
    return _sorted(_excluded(dossier, published_of(dossier)))


def _sorted(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    return tuple(sorted(found, key=lambda one: (one.kind, [(step.id, step.field) for step in one.entries])))


def _excluded(dossier: Dossier, pairs: Iterable[Pair]) -> Iterator[Contradiction]:
    for pair in pairs:
        if pair.excluded:
            yield Contradiction(EXCLUDED[pair.rule], (_dated(dossier, pair.one), _dated(dossier, pair.other)))


def _dated(dossier: Dossier, dated: Dated) -> Step:
    return Step(dated.id, dated.field, dated.when, dossier.mark(dated.owner, dated.field))


def _out_of_order(
    dossier: Dossier, moments: Mapping[str, Moment], links: Mapping[tuple[str, str], Link]
) -> Iterator[Contradiction]:
    circles, chains = _circles_and_chains(moments, links)
    for circle in circles:
        joined = tuple(links[pair] for pair in pairwise((*circle, circle[0])))
        # Sources that derive from one another contradict no date: the slack goes round with them.
        if all(link.tie is Tie.BEFORE for link in joined):
            yield Contradiction(Kind.CIRCLE, _steps(dossier, moments, circle), _joints(dossier, joined))
    for chain in chains:
        joined = tuple(links[pair] for pair in pairwise(chain))
        yield Contradiction(
            _kind(joined), _steps(dossier, moments, chain), _joints(dossier, joined), _doubtful(moments, chain)
        )


def _circles_and_chains(
    moments: Mapping[str, Moment], links: Mapping[tuple[str, str], Link]
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return the circles, and the chains that cannot be along the links in no knot of circles.

    What comes before itself is a circle of its own, whatever other ones lead through it.
    """
    alone = tuple((earlier,) for earlier, later in links if earlier == later)
    slack = {pair: SLACK[link.tie] for pair, link in links.items() if pair[0] != pair[1]}
    bounds = {id_: bounds_of(moments[id_].when) for id_ in {id_ for pair in slack for id_ in pair}}
    try:
        return alone, impossible_chains(bounds, slack)
    except GoesRound:
        from ..origins.circles import circles_in, within  # noqa: PLC0415  # networkx takes 0.2 s to load, and circles are rare

        graph: dict[str, list[str]] = defaultdict(list)
        for earlier, later in slack:
            graph[earlier].append(later)
        straight = {pair: slack[pair] for pair in slack.keys() - within(graph)}
        return (*alone, *circles_in(graph)), impossible_chains(bounds, straight)


def _kind(joined: tuple[Link, ...]) -> Kind:
    ties = {link.tie for link in joined}
    return PAIRED[joined[0].tie] if len(joined) == 1 or ties == {Tie.BEFORE} else Kind.CHAIN


def _doubtful(moments: Mapping[str, Moment], chain: tuple[str, ...]) -> bool:
    """Tell whether the first day of the first or the last day of the last is in doubt: no other matters."""
    first, last = moments[chain[0]].when, moments[chain[-1]].when
    return (first is not None and start_in_doubt(first)) or (last is not None and end_in_doubt(last))


def _steps(dossier: Dossier, moments: Mapping[str, Moment], ids: tuple[str, ...]) -> tuple[Step, ...]:
    return tuple(Step(id_, *moments[id_], dossier.mark(id_, moments[id_].field)) for id_ in ids)


def _joints(dossier: Dossier, links: tuple[Link, ...]) -> tuple[Joint, ...]:
    return tuple(Joint(link.tie, dossier.mark(link.owner, *link.route)) for link in links)
