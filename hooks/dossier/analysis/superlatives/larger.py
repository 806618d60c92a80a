"""Superlatives of size against the figures of the dossier: which are larger, surely or possibly.

Claims are taken in order of the last day that counts for them, and figures join as their day comes, so that "the
largest to date" never meets what came later. Of those there, the largest are looked at first.
"""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from ...model import Claim
from ..figures.units import Base
from .comparable import Against, Days, LeftOut, Span, Tested, listed, window_of
from .counted import Figure, compared_of, maybe_above, own_figure, surely_above


class Pool(NamedTuple):
    """What can be compared at all: one measure, units that can be turned into one another, totals only with totals."""

    of: str
    base: Base
    total: bool


class Asked(NamedTuple):
    """A superlative, the figure it is about, and the days that count."""

    claim: str
    figure: Figure
    window: Span


def largest_of(
    blanks: Mapping[str, Tested], claims: Mapping[str, Claim], figures: Mapping[str, Figure]
) -> Mapping[str, Tested]:
    """Return by id what figures say to each superlative of size; `blanks` is what is known of them before.

    Compared are the figures of the same measure, in a unit that can be turned into its own, whose scope is another than
    that of the figure it is about.
    """
    pools: dict[Pool, list[Figure]] = defaultdict(list)
    for figure in figures.values():
        if figure.stands:
            pools[Pool(figure.of, figure.base, figure.total)].append(figure)
    every = Counter(figure.of for figure in figures.values())
    standing = Counter(figure.of for figure in figures.values() if figure.stands)
    found = dict(blanks)
    for pool, asked in _asked(blanks, claims, figures).items():
        mine, sums = pools.get(pool, ()), len(pools.get(pool._replace(total=not pool.total), ()))
        left_out = LeftOut(
            sums=sums, units=standing[pool.of] - sums - len(mine), retired=every[pool.of] - standing[pool.of]
        )
        for one, looked_at, time, (against, more) in _swept(mine, asked):
            found[one.claim] = replace(
                blanks[one.claim],
                figure=one.figure.claim,
                figure_scope=one.figure.scope,
                of=pool.of,
                looked_at=looked_at,
                against=against,
                more=more,
                left_out=replace(left_out, time=time),
            )
    return found


def _asked(
    blanks: Iterable[str], claims: Mapping[str, Claim], figures: Mapping[str, Figure]
) -> Mapping[Pool, Sequence[Asked]]:
    """Return the superlatives that have a figure, by what it is compared with."""
    asked: dict[Pool, list[Asked]] = defaultdict(list)
    for id_ in blanks:
        own = own_figure(claims[id_], figures)
        if own:
            pool = Pool(compared_of(claims[id_], own), own.base, own.total)
            asked[pool].append(Asked(id_, own, window_of(claims[id_])))
    return asked


def _swept(
    figures: Sequence[Figure], asked: Iterable[Asked]
) -> Iterator[tuple[Asked, int, int, tuple[tuple[Against, ...], bool]]]:
    """Yield each superlative with how many figures it was compared with, how many are of another time, and what stands
    against it."""
    count = _Count(figures)
    coming = iter(sorted(figures, key=lambda figure: (figure.span.first, figure.claim)))
    following = next(coming, None)
    by_low, by_high = _Ranked(figures, _lowest_bound), _Ranked(figures, _highest_bound)
    for one in sorted(asked, key=lambda one: (one.window.last, one.claim)):
        while following and following.span.first <= one.window.last:
            by_low.add(following)
            by_high.add(following)
            following = next(coming, None)
        looked_at, time = count.of(one)
        yield one, looked_at, time, listed(_larger(one, by_low, by_high))


Key = tuple[bool, Fraction | int, str]


class _Ranked:
    """Figures in an order known before they come, so that each finds its place by a whole number."""

    def __init__(self, figures: Iterable[Figure], key: Callable[[Figure], Key]) -> None:
        self._order = sorted(figures, key=key)
        self._rank = {figure.claim: number for number, figure in enumerate(self._order)}
        self._here: list[int] = []

    def add(self, figure: Figure) -> None:
        insort(self._here, self._rank[figure.claim])

    def __iter__(self) -> Iterator[Figure]:
        return (self._order[rank] for rank in self._here)


def _lowest_bound(figure: Figure) -> Key:
    """Sort by what a figure is at least, the largest first."""
    low = figure.interval.least
    return (low is None, 0 if low is None else -low, figure.claim)


def _highest_bound(figure: Figure) -> Key:
    """Sort by what a figure is at most, the largest first."""
    high = figure.interval.most
    return (high is not None, 0 if high is None else -high, figure.claim)


def _larger(one: Asked, by_low: Iterable[Figure], by_high: Iterable[Figure]) -> Iterator[Against]:
    """Yield the figures that are surely larger, then those that may be; both orders end where smaller ones begin."""
    own = one.figure.interval
    for figure in by_low:
        if figure.interval.least is None or own.most is None or figure.interval.least < own.most:
            break
        if surely_above(figure.interval, own) and _comparable(figure, one):
            yield Against(figure.claim, True, figure.scope, figure.when)
    for figure in by_high:
        if not maybe_above(figure.interval, own):
            break
        if not surely_above(figure.interval, own) and _comparable(figure, one):
            yield Against(figure.claim, False, figure.scope, figure.when)


def _comparable(figure: Figure, one: Asked) -> bool:
    return figure.claim != one.claim and figure.scope != one.figure.scope and figure.span.meets(one.window)


class _Count:
    """How many figures a superlative is compared with, counted from sorted days, not one by one."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        scopes: dict[str, list[Span]] = defaultdict(list)
        for figure in figures:
            scopes[figure.scope].append(figure.span)
        self._figures = {figure.claim: figure for figure in figures}
        self._all = Days(figure.span for figure in figures)
        self._scopes = {scope: Days(spans) for scope, spans in scopes.items()}

    def of(self, one: Asked) -> tuple[int, int]:
        """Return how many are compared, and how many could be but for their dates."""
        same = self._scopes.get(one.figure.scope, NONE)
        meeting = self._all.meeting(one.window) - same.meeting(one.window)
        every = len(self._all) - len(same)
        own = self._figures.get(one.claim)
        if own and own.scope != one.figure.scope:
            meeting -= own.span.meets(one.window)
            every -= 1
        return meeting, every - meeting


NONE: Final = Days(())
