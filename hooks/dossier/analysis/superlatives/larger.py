"""Superlatives of size against the figures of the dossier: which are larger, surely or possibly.

Claims are taken in order of the last day that counts for them, and figures join as their day comes, so that "the
largest to date" never meets what came later. Of those there, the largest are looked at first, and
hardly more than are listed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from ...model import Claim
from ..figures.units import Base
from .comparable import Against, Days, LeftOut, Span, Tested, listed, window_of
from .counted import Figure, compared_of, maybe_above, own_figure, surely_above
from .ranked import Ranked


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
    by_floor, by_most = Ranked(_by_floor(figures)), Ranked(_by_most(figures))
    for one in sorted(asked, key=lambda one: (one.window.last, one.claim)):
        while following and following.span.first <= one.window.last:
            by_floor.add(following)
            by_most.add(following)
            following = next(coming, None)
        looked_at, time = count.of(one)
        yield one, looked_at, time, listed(_larger(one, by_floor, by_most))


def _by_floor(figures: Iterable[Figure]) -> Sequence[Figure]:
    """Return figures by what they surely exceed, the largest first."""
    named = sorted(figures, key=lambda figure: figure.claim)
    return sorted(named, key=lambda figure: figure.interval.floor, reverse=True)


def _by_most(figures: Iterable[Figure]) -> Sequence[Figure]:
    """Return figures by what they are at most, the largest first."""
    named = sorted(figures, key=lambda figure: figure.claim)
    return sorted(named, key=lambda figure: figure.interval.ceiling[:3], reverse=True)


def _larger(one: Asked, by_floor: Ranked, by_most: Ranked) -> Iterator[Against]:
    """Yield the figures that are surely larger, then those that may be; both orders end where smaller ones begin."""
    if one.window.first > one.window.last:
        return
    own, compared = one.figure.interval, (one.window.first, one.figure.scope)
    for figure in by_floor.lasting(*compared):
        if not surely_above(figure.interval, own):
            break
        if figure.claim != one.claim:
            yield Against(figure.claim, True, figure.scope, figure.when)
    for figure in by_most.lasting(*compared):
        if not maybe_above(figure.interval, own):
            break
        if figure.claim != one.claim and not surely_above(figure.interval, own):
            yield Against(figure.claim, False, figure.scope, figure.when)


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
