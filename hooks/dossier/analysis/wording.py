"""What changed on the way from whoever said a claim first to where it is printed: speaker, doubt, limit, precision.

From the attribution, hedges and figures of claims, as printed and as found, to one row per claim and change. It exists
because each change is small, and a reader of the print alone can see none of them.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from math import inf
from typing import Final, NamedTuple

from ..model import Claim, Dossier, Measure
from .figures.groups import Interval, interval
from .origins.speakers import Speakers
from .origins.status import credited_elsewhere

ONE_SIDED: Final = ("more-than", "at-least", "less-than", "at-most")
"""Qualifiers that limit a figure on one side and leave the other open."""


class ChangeKind(StrEnum):
    """What became of a claim on the way."""

    CREDITED_ELSEWHERE = "credited-elsewhere"
    NOT_CREDITED = "not-credited"
    NOT_NAMED = "not-named"
    NAMED_MORE_CLOSELY = "named-more-closely"
    HEDGE_LOST = "hedge-lost"
    HEDGE_ADDED = "hedge-added"
    ESTIMATE_DROPPED = "estimate-dropped"
    ESTIMATE_ADDED = "estimate-added"
    LIMIT_DROPPED = "limit-dropped"
    LIMIT_ADDED = "limit-added"
    PRECISION_ADDED = "precision-added"
    ROUNDED = "rounded"
    FIGURE_CHANGED = "figure-changed"
    UNIT_CHANGED = "unit-changed"
    SCOPE_CHANGED = "scope-changed"


class Side(NamedTuple):
    """A claim as printed, or as found: the part of it that changed, and nothing else."""

    actor: str = ""
    words: str = ""
    figure: Measure | None = None


class Change(NamedTuple):
    """One change of one claim; `source` is where a word of doubt stands that was dropped."""

    claim: str
    kind: ChangeKind
    printed: Side = Side()
    found: Side = Side()
    source: str = ""


def changes_of(dossier: Dossier, claims: Iterable[Claim], speakers: Speakers) -> tuple[Change, ...]:
    """Return every change of some claims, in their order: of the speaker, then of hedges, then of the figure."""
    return tuple(
        change
        for claim in claims
        for change in (*_of_speaker(dossier, claim, speakers), *_of_hedges(dossier, claim), *_of_figure(claim))
    )


def _of_speaker(dossier: Dossier, claim: Claim, speakers: Speakers) -> Iterator[Change]:
    given = claim.asserted_by
    known = all(id_ in dossier.entries for id_ in (given.printed, given.found) if id_)
    if not given.found or not known or given.printed == given.found:
        return
    if given.printed:
        elsewhere = credited_elsewhere(claim, speakers)
        kind = ChangeKind.CREDITED_ELSEWHERE if elsewhere else ChangeKind.NAMED_MORE_CLOSELY
    else:
        kind = ChangeKind.NOT_CREDITED if given.voice == "own" else ChangeKind.NOT_NAMED
    yield Change(claim.id, kind, Side(given.printed or "", given.wording or ""), Side(given.found))


def _of_hedges(dossier: Dossier, claim: Claim) -> Iterator[Change]:
    for hedge in claim.hedges:
        source = hedge.source if hedge.source in dossier.entries else None
        if hedge.fate == "dropped":
            yield Change(claim.id, ChangeKind.HEDGE_LOST, found=Side(words=hedge.words), source=source or "")
        elif hedge.fate == "added":
            yield Change(claim.id, ChangeKind.HEDGE_ADDED, Side(words=hedge.words), source=source or "")


def _of_figure(claim: Claim) -> Iterator[Change]:
    printed, found = claim.measure, claim.as_found
    if not printed or not found:
        return
    sides = (Side(figure=printed), Side(figure=found))
    if kind := figure_change(printed, found):
        yield Change(claim.id, kind, *sides)
    if printed.estimate != found.estimate:
        lost = ChangeKind.ESTIMATE_DROPPED if found.estimate else ChangeKind.ESTIMATE_ADDED
        yield Change(claim.id, lost, *sides)


def figure_change(printed: Measure, found: Measure) -> ChangeKind | None:
    """Return what became of a figure, apart from whether it is called an estimate, or nothing if it allows the same.

    Compares the intervals that both stand for by the table of the Method page. What is counted in another unit, or
    counts something else, is not compared any further.
    """
    if printed.unit != found.unit:
        return ChangeKind.UNIT_CHANGED
    if (printed.of, printed.scope) != (found.of, found.scope):
        return ChangeKind.SCOPE_CHANGED
    now, before = interval(printed), interval(found)
    if within(now, before) and within(before, now):
        return None
    if found.qualifier in ONE_SIDED and printed.qualifier not in ONE_SIDED:
        return ChangeKind.LIMIT_DROPPED
    if within(now, before):
        return ChangeKind.PRECISION_ADDED
    if within(before, now) or _rounds(now, before):
        return ChangeKind.ROUNDED
    if printed.qualifier in ONE_SIDED and found.qualifier not in ONE_SIDED:
        return ChangeKind.LIMIT_ADDED
    return ChangeKind.FIGURE_CHANGED


def within(inner: Interval, outer: Interval) -> bool:
    """Tell whether all that one figure allows is allowed by another one."""
    lows = [(-inf if found.low is None else found.low, found.low_open) for found in (outer, inner)]
    highs = [(inf if found.high is None else found.high, not found.high_open) for found in (inner, outer)]
    return lows[0] <= lows[1] and highs[0] <= highs[1]


def _rounds(printed: Interval, found: Interval) -> bool:
    """Tell whether one exact number is another one rounded, up or down: 8,000 for 8,461, but not 8,400 for 8,000."""
    if printed.low is None or found.low is None or printed.low != printed.high or found.low != found.high:
        return False
    near = Decimal(str(printed.low)).normalize()
    return abs(near - Decimal(str(found.low))) < Decimal(1).scaleb(int(near.as_tuple().exponent))
