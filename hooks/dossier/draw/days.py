"""Turns a window of days into the ticks of its axis, and spans into the window that shows them.

Exists because a dossier may span nine days or nine centuries, and an axis must be readable in both.
"""

from collections.abc import Iterable

from ..dates.days import from_ordinal, ordinal
from .values import Span, Ticks, Unit, Window

# Finest first; `ticks` takes the first that is not too many.
STEPS: tuple[tuple[Unit, int], ...] = (
    (Unit.DAY, 1), (Unit.DAY, 2), (Unit.WEEK, 1), (Unit.WEEK, 2), (Unit.MONTH, 1), (Unit.MONTH, 3),
    (Unit.YEAR, 1), (Unit.YEAR, 2), (Unit.YEAR, 5), (Unit.DECADE, 1), (Unit.DECADE, 2), (Unit.DECADE, 5),
)  # fmt: skip
DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def ticks(window: Window, wanted: int = 8) -> Ticks:
    """The finest round steps that put at most `wanted` ticks into the window.

    Weeks start on Monday (ISO 8601), months and years on their first day, and years on multiples of their step.
    There is always at least one tick: the first day, if no round day lies inside.
    """
    if wanted < 1:
        raise ValueError(f"{wanted} ticks were wanted; expected at least 1")
    for unit, step in STEPS:
        found = at_steps(window, unit, step, wanted)
        if found is not None:
            return Ticks(unit, step, found) if found else Ticks(Unit.DAY, 1, (window.first,))
    step = 1
    while (found := at_steps(window, Unit.CENTURY, step, wanted)) is None:
        step *= 10
    return Ticks(Unit.CENTURY, step, found) if found else Ticks(Unit.DAY, 1, (window.first,))


def at_steps(window: Window, unit: Unit, step: int, most: int) -> tuple[int, ...] | None:
    """The days at this step inside the window, or None if there are more than `most`."""
    first, found = step_before(window.first, unit, step), list[int]()
    while len(found) <= most:
        day = step_day(first, unit, step)
        if day > window.last:
            return tuple(found)
        found += [day] if day >= window.first else []
        first += 1
    return None


def step_before(day: int, unit: Unit, step: int) -> int:
    """The number of the last step that is not after the day."""
    year, month, _ = from_ordinal(day)
    if unit in DAYS:
        # Day 1, 0001-01-01, is a Monday.
        return (day - 1) // (DAYS[unit] * step)
    if unit is Unit.MONTH:
        return (year * 12 + month - 1) // step
    return year // (YEARS[unit] * step)


def step_day(number: int, unit: Unit, step: int) -> int:
    """The first day of a step."""
    if unit in DAYS:
        return number * DAYS[unit] * step + 1
    if unit is Unit.MONTH:
        year, month = divmod(number * step, 12)
        return ordinal((year, month + 1, 1))
    return ordinal((number * YEARS[unit] * step, 1, 1))


def window_over(spans: Iterable[Span], margin: float = 0.04) -> Window | None:
    """The window that shows every bound of the spans with a margin; None if none of them has a bound."""
    bounds = [bound for span in spans for bound in (span.first, span.last) if bound is not None]
    if not bounds:
        return None
    first, last = min(bounds), max(bounds)
    room = max(1, round((last - first) * margin))
    return Window(first - room, last + room)
