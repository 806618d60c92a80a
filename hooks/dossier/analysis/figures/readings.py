"""Intervals that cannot all hold to what can: the fewest numbers that would satisfy every one, and who is at odds.

The fewest points that meet all intervals are as many as the most intervals that lie apart from each other; both come
from going through the intervals by their upper ends (greedy interval stabbing). Nothing is compared with everything:
in one dimension intervals have a number in common exactly when each two of them have (Helly), so the one that ends
lowest and the one that begins highest are witnesses against all others. Sorting is the dearest step.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from .intervals import Cut, Interval, within


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the figures of a group: the interval that all claims allow that fit it, and who forces it.

    The claims that fit are those that allow the highest number in it; `only` are those of them that fit no other.
    """

    interval: Interval
    only: tuple[str, ...]


Fits = tuple[int, int]
"""The first and the last reading that a claim fits, counted from 0; it fits all between them as well."""


def readings_of(intervals: Mapping[str, Interval]) -> tuple[tuple[Reading, ...], Mapping[str, Fits]]:
    """Return the fewest readings that satisfy every interval, from the lowest up, and for each interval those it fits.

    Takes intervals by claim id, none of them empty. Where a claim fits many readings it is not listed in each of them:
    such lists could be as long as the square of the number of figures.
    """
    cuts = _stabbing(intervals)
    floors = sorted(one.floor for one in intervals.values())
    fits = {id_: (bisect_right(cuts, one.floor), bisect_right(cuts, one.ceiling) - 1) for id_, one in intervals.items()}
    only: list[list[str]] = [[] for _ in cuts]
    for id_, (first, last) in fits.items():
        if first == last:
            only[first].append(id_)
    # Whatever begins highest below a cut also reaches it: had it ended before, it would have a cut of its own.
    readings = tuple(
        Reading(within(floors[bisect_left(floors, cut) - 1], cut), tuple(found))
        for cut, found in zip(cuts, only, strict=True)
    )
    return readings, fits


def _stabbing(intervals: Mapping[str, Interval]) -> list[Cut]:
    """Return the upper ends that lie apart, in order: a number just below each meets every interval."""
    cuts: list[Cut] = []
    for one in sorted(intervals.values(), key=lambda one: one.ceiling):
        if not cuts or one.floor >= cuts[-1]:
            cuts.append(one.ceiling)
    return cuts


def witnesses_of(intervals: Mapping[str, Interval]) -> Mapping[str, tuple[str, ...]]:
    """Return for each interval that has no number in common with another one or two such others, the lowest first.

    These are the one that ends lowest and the one that begins highest; of equals the first by id.
    """
    if not intervals:
        return {}
    lowest = min(intervals, key=lambda id_: (intervals[id_].ceiling, id_))
    top = max(one.floor for one in intervals.values())
    highest = min(id_ for id_, one in intervals.items() if one.floor == top)
    found = {
        id_: (lowest,) * (intervals[lowest].ceiling <= one.floor) + (highest,) * (one.ceiling <= top)
        for id_, one in intervals.items()
    }
    return {id_: others for id_, others in found.items() if others}
