"""Turns spans into the steps of a zoom: from all of them at once to the weeks in which something begins.

Exists because no one scale suits a dossier: one day of it may hold half of its events, and ten years the rest.
A step is left out where it would show no more than the one before it, or too much to be carried by a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .days import STEPS, step_before, step_day
from .values import Shape, Span, Unit, Window

MOST_ROWS: Final = 150
"""Events that a window shows one by one; more of them are counted."""
MOST_BINS: Final = 24
"""Stretches in which a window counts its events: each stays wide enough for a finger."""
MOST_IN_ALL: Final = 1500
"""Rows of all windows together: what a page can carry."""
UNITS: Final = (Unit.CENTURY, Unit.DECADE, Unit.YEAR, Unit.MONTH, Unit.WEEK)


@dataclass(frozen=True)
class View:
    """A window of a step, and the numbers of the spans that it shows, in the order given."""

    window: Window
    shown: tuple[int, ...]

    @property
    def crowded(self) -> bool:
        """Whether its events are counted rather than drawn one by one."""
        return len(self.shown) > MOST_ROWS


@dataclass(frozen=True)
class Step:
    """A step of the zoom; without a unit it is the whole."""

    unit: Unit | None
    views: tuple[View, ...]


def steps(spans: Sequence[Span], reported: Sequence[int | None], whole: Window) -> tuple[Step, ...]:
    """The steps, coarsest first; the first is the whole window, with what has no date at all.

    `reported` are the days on which each was first reported: a window shows what happened or was reported in it.
    Windows in which nothing begins are left out: there is nothing to see but what passes through.
    """
    found = [Step(None, (View(whole, tuple(range(len(spans)))),))]
    drawn = 0 if found[0].views[0].crowded else len(spans)
    for unit in UNITS:
        views = tuple(view(spans, reported, window) for window in windows(spans, unit))
        rows = sum(len(each.shown) for each in views if not each.crowded)
        if len(views) > max(1, len(found[-1].views)) and drawn + rows <= MOST_IN_ALL and len(views) <= MOST_ROWS * 2:
            found.append(Step(unit, views))
            drawn += rows
    return tuple(found)


def windows(spans: Sequence[Span], unit: Unit) -> tuple[Window, ...]:
    """The calendar's windows of a unit in which some span begins, in order."""
    size = 1
    begun = {step_before(day, unit, size) for span in spans for day in _beginnings(span)}
    return tuple(Window(step_day(n, unit, size), step_day(n + 1, unit, size) - 1) for n in sorted(begun))


def _beginnings(span: Span) -> list[int]:
    """The days on which a span, or a part of one, begins."""
    parts = span.parts if span.shape is Shape.ALL_OF and span.parts else (span,)
    days = (part.first if part.first is not None else part.last for part in parts)
    return [day for day in days if day is not None]


def view(spans: Sequence[Span], reported: Sequence[int | None], window: Window) -> View:
    """A window with the spans that meet it, or were reported in it; one without any date meets none."""
    pairs = enumerate(zip(spans, reported, strict=True))
    return View(window, tuple(i for i, (span, day) in pairs if meets(span, window) or holds(window, day)))


def holds(window: Window, day: int | None) -> bool:
    """Whether a day lies in a window."""
    return day is not None and window.first <= day <= window.last


def meets(span: Span, window: Window) -> bool:
    """Whether something of a span lies in a window."""
    if span.first is None and span.last is None:
        return False
    return (span.first is None or span.first <= window.last) and (span.last is None or span.last >= window.first)


def bins(window: Window) -> tuple[Window, ...]:
    """The finest calendar stretches of a window that are few enough to be counted in, cut to the window."""
    wider = ((Unit.CENTURY, 10**power) for power in range(1, 10))
    for unit, size in (*STEPS, *((Unit.CENTURY, 1),), *wider):
        first = step_before(window.first, unit, size)
        last = step_before(window.last, unit, size)
        if last - first < MOST_BINS:
            return tuple(
                Window(max(window.first, step_day(n, unit, size)), min(window.last, step_day(n + 1, unit, size) - 1))
                for n in range(first, last + 1)
            )
    return (window,)


def counted(spans: Sequence[Span], shown: Sequence[int], found: Sequence[Window]) -> tuple[tuple[int, ...], ...]:
    """For each stretch the numbers of the spans that begin in it; one that began earlier counts in the first."""
    groups: list[list[int]] = [[] for _ in found]
    for number in shown:
        begun = min(_beginnings(spans[number]), default=found[0].first)
        at = next((i for i, stretch in enumerate(found) if begun <= stretch.last), len(found) - 1)
        groups[at].append(number)
    return tuple(map(tuple, groups))
