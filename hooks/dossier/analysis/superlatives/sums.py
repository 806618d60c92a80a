"""Totals against their recorded parts: whether the parts together are surely more, can be the total, or are less.

Two claims that give a figure for one scope speak of one thing, so it is counted once, as wide as their accounts differ.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from ...model import Claim
from ..figures.intervals import Interval, within
from .comparable import Makes, Sum, Tested, window_of
from .counted import Figure, compared_of, own_figure, surely_above


def total_of(blank: Tested, claim: Claim, claims: Container[str], figures: Mapping[str, Figure]) -> Tested:
    """Return what the parts recorded for a total say to it; `blank` is what is known of it before.

    A part counts if its figure has the measure of the total and a unit that can be turned into its own, stands, and may
    lie in the days that count.
    """
    own = own_figure(claim, figures)
    if own is None:
        return blank
    of = compared_of(claim, own)
    window = window_of(claim)
    named = {id_ for id_ in (claim.compare.parts if claim.compare else ()) if id_ in claims}
    parts = sorted(named - {claim.id, own.claim})
    known = [figures[id_] for id_ in parts if id_ in figures]
    counting = [
        figure
        for figure in known
        if figure.stands and (figure.of, figure.base) == (of, own.base) and figure.span.meets(window)
    ]
    counted = tuple(figure.claim for figure in counting)
    things, made = _together(counting)
    return replace(
        blank,
        figure=own.claim,
        figure_scope=own.scope,
        of=of,
        looked_at=things,
        sum=Sum(
            counted,
            tuple(id_ for id_ in parts if id_ not in counted),
            made.times(1 / own.factor) if made else None,
            _makes(made, own.interval) if made else None,
        ),
    )


def _together(figures: Iterable[Figure]) -> tuple[int, Interval | None]:
    """Return of how many things these are the figures, and what they make together."""
    things: dict[str, list[Interval]] = defaultdict(list)
    for figure in figures:
        things[figure.scope].append(figure.interval)
    if not things:
        return 0, None
    return len(things), _sum([_hull(accounts) for _, accounts in things.items()])


def _hull(accounts: Sequence[Interval]) -> Interval:
    """Return the narrowest interval that holds every account."""
    return within(min(one.floor for one in accounts), max(one.ceiling for one in accounts))


def _sum(parts: Sequence[Interval]) -> Interval:
    """Return what is possible for the sum; one open side opens that side of the whole."""
    lows = [part.least for part in parts if part.least is not None]
    highs = [part.most for part in parts if part.most is not None]
    low = sum(lows, Fraction(0)) if len(lows) == len(parts) else None
    high = sum(highs, Fraction(0)) if len(highs) == len(parts) else None
    return Interval(
        low,
        high,
        low is not None and any(part.low_open for part in parts),
        high is not None and any(part.high_open for part in parts),
    )


def _makes(parts: Interval, total: Interval) -> Makes:
    if surely_above(parts, total):
        return Makes.MORE
    return Makes.LESS if surely_above(total, parts) else Makes.FITS
