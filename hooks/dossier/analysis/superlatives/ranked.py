"""Figures in order of their size, from which those that can be compared are taken without a look at the others.

A tree over the order known beforehand: each node keeps the last day of the figures below it, so that a search passes by
all that were over too early or are of the scope left out. Every figure found costs a walk down the tree, no more.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .comparable import Moment
from .counted import Figure

NEVER: Final[Moment] = ()
"""Before any moment."""


class _Latest(NamedTuple):
    """The last day of some figures, the scope of the one that has it, and the last day of those of other scopes."""

    day: Moment = NEVER
    scope: str = ""
    elsewhere: Moment = NEVER

    def without(self, scope: str) -> Moment:
        """Return the last day of those that are not of a scope."""
        return self.elsewhere if self.scope == scope else self.day


NONE: Final = _Latest()


class Ranked:
    """Figures in an order known before they come, each with its place in it."""

    def __init__(self, order: Sequence[Figure]) -> None:
        self._order = order
        self._rank = {figure.claim: number for number, figure in enumerate(order)}
        self._leaves = 1 << max(0, len(order) - 1).bit_length()
        # Node 1 is the root, and below node n are 2n and 2n + 1.
        self._latest = [NONE] * (2 * self._leaves)

    def add(self, figure: Figure) -> None:
        """Let a figure be found from now on."""
        at = self._leaves + self._rank[figure.claim]
        self._latest[at] = _Latest(figure.span.last, figure.scope)
        while at > 1:
            at //= 2
            self._latest[at] = _both(self._latest[2 * at], self._latest[2 * at + 1])

    def lasting(self, until: Moment, scope: str) -> Iterator[Figure]:
        """Yield in their order those that may be on a day or after it, and are of another scope."""
        open_ = [1]
        while open_:
            at = open_.pop()
            if self._latest[at].without(scope) < until:
                continue
            if at >= self._leaves:
                yield self._order[at - self._leaves]
            else:
                open_ += (2 * at + 1, 2 * at)


def _both(one: _Latest, other: _Latest) -> _Latest:
    if other.day > one.day:
        one, other = other, one
    return _Latest(one.day, one.scope, max(one.elsewhere, other.without(one.scope)))
