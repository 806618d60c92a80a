"""First, last and only against the events of the dossier: which are earlier, later or another one, surely or possibly.

Days are compared, not hours: of two events on one day either may have been the first.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from typing import Final, NamedTuple

from ...model import Actor, Claim, Dossier, Event, Place
from ...model.words import ClaimKind
from .comparable import Against, Days, LeftOut, Span, Tested, listed, span_of, window_of

EMPTY: Final[frozenset[int]] = frozenset()


class Criteria(NamedTuple):
    """Which events count: with one of the actors, in one of the places or within it, of the theme; each if given."""

    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    theme: str = ""


class Happening(NamedTuple):
    """An event and the days on which it may have been."""

    event: Event
    span: Span


class Matching:
    """The events that meet some criteria, in order of their first and of their last possible day."""

    def __init__(self, events: Sequence[Happening]) -> None:
        """Take the events in order of their first day."""
        self.ids = frozenset(happening.event.id for happening in events)
        self.days = Days(happening.span for happening in events)
        self._by_first = events
        self._by_last = sorted(events, key=lambda happening: (happening.span.last, happening.event.id))
        self._firsts = [happening.span.first for happening in self._by_first]
        self._lasts = [happening.span.last for happening in self._by_last]
        self._last_so_far = list(accumulate((happening.span.last for happening in self._by_first), max))
        first_from_here = list(accumulate((happening.span.first for happening in reversed(self._by_last)), min))
        self._first_from_here = first_from_here[::-1]

    def backwards(self, within: Span) -> Iterator[Happening]:
        """Yield those that can have a day in common with a span, those first that begin last."""
        for at in range(bisect_right(self._firsts, within.last) - 1, -1, -1):
            if self._last_so_far[at] < within.first:
                return
            if self._by_first[at].span.last >= within.first:
                yield self._by_first[at]

    def forwards(self, within: Span) -> Iterator[Happening]:
        """Yield those that can have a day in common with a span, those first that are over first."""
        for at in range(bisect_left(self._lasts, within.first), len(self._by_last)):
            if self._first_from_here[at] > within.last:
                return
            if self._by_last[at].span.first <= within.last:
                yield self._by_last[at]


class Events:
    """The events of a dossier, found by actor, place and theme."""

    def __init__(self, dossier: Dossier) -> None:
        dated = (Happening(event, span_of(event.when.edtf)) for event in dossier.events)
        self._all = sorted(dated, key=lambda happening: (happening.span.first, happening.event.id))
        self._actors: dict[str, set[int]] = defaultdict(set)
        self._places: dict[str, set[int]] = defaultdict(set)
        self._themes: dict[str, set[int]] = defaultdict(set)
        self.telling: dict[str, list[Happening]] = defaultdict(list)
        """For each claim the events it tells of."""
        for number, happening in enumerate(self._all):
            event = happening.event
            self._themes[event.theme].add(number)
            for participation in event.participants:
                self._actors[participation.actor].add(number)
            if event.place:
                self._places[event.place].add(number)
            for claim in dict.fromkeys(event.claims):
                self.telling[claim].append(happening)
        self._inside: dict[str, list[str]] = defaultdict(list)
        for place in dossier.places:
            if place.within:
                self._inside[place.within].append(place.id)
        self._found: dict[Criteria, Matching] = {}
        self._inner: dict[frozenset[str], Sequence[str]] = {}

    def matching(self, criteria: Criteria) -> Matching:
        """Return the events that meet criteria; without any criterion, none does."""
        if criteria not in self._found:
            self._found[criteria] = Matching([self._all[number] for number in sorted(self._numbers(criteria))])
        return self._found[criteria]

    def _numbers(self, criteria: Criteria) -> set[int]:
        """Return the numbers of the events that meet criteria; begins with the criterion that fewest meet."""
        themes = {criteria.theme} if criteria.theme else set()
        given = [
            [index.get(key, EMPTY) for key in keys]
            for index, keys in (
                (self._actors, criteria.actors),
                (self._places, self._with_inner(criteria.places)),
                (self._themes, themes),
            )
            if keys
        ]
        if not given:
            return set()
        given.sort(key=lambda sets: sum(map(len, sets)))
        found = set().union(*given[0])
        for sets in given[1:]:
            found = set().union(*(found & one for one in sets))
        return found

    def _with_inner(self, places: frozenset[str]) -> Sequence[str]:
        """Return places and all that lie in them, however deep; places within one another do no harm."""
        if places not in self._inner:
            found = dict.fromkeys(places)
            queue = list(found)
            for place in queue:
                for inner in self._inside.get(place, ()):
                    if inner not in found:
                        found[inner] = None
                        queue.append(inner)
            self._inner[places] = queue
        return self._inner[places]


def criteria_of(claim: Claim, dossier: Dossier) -> Criteria:
    """Return which events count for a claim: those `compare` says, else those with its own actors and places."""
    compare = claim.compare
    if compare and (compare.actors or compare.places or compare.theme):
        return Criteria(frozenset(compare.actors), frozenset(compare.places), compare.theme or "")
    about = [dossier.entries.get(id_) for id_ in claim.about]
    return Criteria(
        frozenset(entry.id for entry in about if isinstance(entry, Actor)),
        frozenset(entry.id for entry in about if isinstance(entry, Place)),
    )


def other_of(blank: Tested, claim: Claim, dossier: Dossier, events: Events) -> Tested:
    """Return what events say to a claim that something was first, last or only; `blank` is what is known of it before.

    Events that the claim tells of are its own and not counted. A last one is held against what came after the claim
    was made as well, since nothing else could show another.
    """
    criteria = criteria_of(claim, dossier)
    found = events.matching(criteria)
    mine = events.telling.get(claim.id, [])
    own = frozenset(happening.event.id for happening in mine) & found.ids
    window = window_of(claim, until_said=claim.type != ClaimKind.LAST)
    counted = found.days.meeting(window) - sum(one.span.meets(window) for one in mine if one.event.id in own)
    against, more = listed(_against(claim.type, found, own, window, _span(claim, mine)))
    return replace(
        blank,
        actors=tuple(sorted(criteria.actors)),
        places=tuple(sorted(criteria.places)),
        theme=criteria.theme,
        looked_at=counted,
        against=against,
        more=more,
        left_out=LeftOut(time=len(found.ids) - len(own) - counted),
    )


def _span(claim: Claim, mine: Sequence[Happening]) -> Span:
    """Return when what the claim calls first or last was: by itself, else by its events, else by when it was said."""
    if claim.when is None and mine:
        return Span(min(one.span.first for one in mine), max(one.span.last for one in mine))
    dated = claim.when or claim.asserted_at
    return span_of(dated.edtf) if dated else Span()


def _against(type_: ClaimKind, found: Matching, own: frozenset[str], window: Span, span: Span) -> Iterator[Against]:
    """Yield the events that surely stand against a claim, then those that possibly do.

    Each search begins with events that can stand against it and ends behind the last, so that it need not see all.
    """
    if window.first > window.last:
        return
    for happening in _sure(type_, found, window, span):
        if happening.event.id not in own and happening.span.within(window):
            yield _told(happening, sure=True)
    for happening in _maybe(type_, found, window, span):
        surely = happening.span.within(window) and _beyond(type_, happening.span, span)
        if not surely and happening.event.id not in own:
            yield _told(happening, sure=False)


def _sure(type_: ClaimKind, found: Matching, window: Span, span: Span) -> Iterator[Happening]:
    """Return the events that are surely earlier, later or another one, the farthest first."""
    candidates = found.forwards(window) if type_ is ClaimKind.FIRST else found.backwards(window)
    return takewhile(lambda happening: _beyond(type_, happening.span, span), candidates)


def _maybe(type_: ClaimKind, found: Matching, window: Span, span: Span) -> Iterator[Happening]:
    """Return the events that may be earlier, later or another one, the surest among them, the nearest first."""
    match type_:
        case ClaimKind.FIRST:
            near = found.backwards(Span(window.first, min(window.last, span.last)))
        case ClaimKind.LAST:
            near = found.forwards(Span(max(window.first, span.first), window.last))
        case _:
            near = found.backwards(window)
    return near


def _beyond(type_: ClaimKind, other: Span, span: Span) -> bool:
    """Tell whether a day is surely earlier than what is called first, later than the last, or just another one."""
    match type_:
        case ClaimKind.FIRST:
            return other.last < span.first
        case ClaimKind.LAST:
            return other.first > span.last
    return True


def _told(happening: Happening, *, sure: bool) -> Against:
    event = happening.event
    return Against(event.id, sure, when=event.when.edtf, place=event.place or "")
