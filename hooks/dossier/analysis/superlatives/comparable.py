"""What holding a superlative or a total against the dossier gives, and the days within which it is held.

A stage of its own below `superlatives`, so that figures, events and sums can each be looked at in a module of theirs.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from ...dates import When
from ...model import Claim
from ...model.words import ClaimKind
from ..figures.intervals import Interval

MOST: Final = 20
"""Counter-examples listed for one claim. More would answer no further question, and all of them for every claim would
be a comparison of everything with everything."""

Moment = tuple[float, ...]
"""A day, or one end of time."""

FIRST: Final[Moment] = (-math.inf,)
LAST: Final[Moment] = (math.inf,)


class Span(NamedTuple):
    """The first and the last day on which something may be; without a date it may be on any."""

    first: Moment = FIRST
    last: Moment = LAST

    def meets(self, other: "Span") -> bool:
        """Tell whether the two can have a day in common; a window that ends before it begins has none."""
        return self.first <= other.last and other.first <= self.last and other.first <= other.last

    def within(self, other: "Span") -> bool:
        """Tell whether it surely lies within the other one."""
        return other.first <= self.first and self.last <= other.last


def span_of(when: When | None) -> Span:
    """Return the days that a date allows."""
    if when is None:
        return Span()
    return Span(when.earliest or FIRST, when.latest or LAST)


def when_of(claim: Claim) -> When | None:
    """Return when what a claim tells of happened, else when it was said."""
    dated = claim.when or claim.asserted_at
    return dated.edtf if dated else None


def window_of(claim: Claim, *, until_said: bool = True) -> Span:
    """Return the days that count: those of `compare.when`, and none that surely come after the claim was made.

    Nobody who calls a thing the largest speaks of what is still to come.
    """
    given = span_of(claim.compare.when.edtf) if claim.compare and claim.compare.when else Span()
    said = span_of(claim.asserted_at.edtf) if claim.asserted_at and until_said else Span()
    return Span(given.first, min(given.last, said.last))


class Days:
    """Many spans, to be counted by window without looking at each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = tuple(spans)
        self._firsts = sorted(span.first for span in found)
        self._lasts = sorted(span.last for span in found)

    def __len__(self) -> int:
        return len(self._firsts)

    def meeting(self, window: Span) -> int:
        """Return how many of them can have a day in the window: all that begin in time, less those that ended."""
        if window.first > window.last:
            return 0
        return bisect_right(self._firsts, window.last) - bisect_left(self._lasts, window.first)


class Against(NamedTuple):
    """A figure's claim, or an event, that stands against a claim, `sure` or possibly; its own scope is for the reader.

    `scope` is that of the figure; of an event, where and when it was say as much.
    """

    id: str
    sure: bool
    scope: str = ""
    when: When | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many of the same sort were not counted, by reason."""

    time: int = 0
    """Their date cannot lie in the days that count."""
    sums: int = 0
    """Totals where single figures are compared; single figures where totals are."""
    units: int = 0
    """Counted in another unit."""
    retired: int = 0
    """They no longer stand."""


class Makes(StrEnum):
    """What the parts of a total make of it."""

    MORE = "more"
    """Together they are surely more than the total."""
    FITS = "fits"
    """Together they can be the total."""
    LESS = "less"
    """Together they are surely less: parts are missing."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The claims recorded as parts of a total: those that count, those that cannot, and what they make together."""

    parts: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    interval: Interval | None = None
    makes: Makes | None = None


@dataclass(frozen=True, slots=True)
class Tested:
    """A claim that ranks or sums up, held against the dossier; no verdict, as scopes are for the reader to compare.

    `figure` is the claim that gives its figure, `of` the measure of the figures looked at. `actors`, `places` and
    `theme` say which events were; all three empty means that nothing says which. `when` is when they may be.
    """

    claim: str
    type: ClaimKind
    scope: str
    figure: str = ""
    figure_scope: str = ""
    of: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    theme: str = ""
    when: When | None = None
    looked_at: int = 0
    against: tuple[Against, ...] = ()
    """Sure ones first, within those the strongest; not more than `MOST`."""
    more: bool = False
    """Whether there are more than are listed."""
    left_out: LeftOut = LeftOut()
    sum: Sum | None = None
    disputed_by: tuple[str, ...] = ()
    """Sources that dispute or refute the claim, by id."""

    @property
    def evaluated(self) -> bool:
        """Tell whether there was anything to hold it against: a rank, or a claim without figure or subject, has not."""
        if self.type in BY_FIGURE:
            return bool(self.figure)
        return self.type in BY_EVENT and bool(self.actors or self.places or self.theme)


BY_FIGURE: Final = (ClaimKind.LARGEST, ClaimKind.TOTAL)
"""Types that are held against figures."""

BY_EVENT: Final = (ClaimKind.FIRST, ClaimKind.LAST, ClaimKind.ONLY)
"""Types that are held against events."""

RANKING: Final = (*BY_FIGURE, *BY_EVENT, ClaimKind.RANK)
"""Types that mean nothing without a scope."""


def listed(found: Iterable[Against]) -> tuple[tuple[Against, ...], bool]:
    """Return as many as are listed, and whether there are more; takes no more than it needs."""
    kept: list[Against] = []
    for against in found:
        if len(kept) == MOST:
            return tuple(kept), True
        kept.append(against)
    return tuple(kept), False
