"""A figure and its qualifier to the interval it allows, exact at both ends; the Method page prints the same table.

Bounds are fractions, since 0.1 + 0.2 and 3 feet of 0.3048 metres are not what floats make of them. Each end is compared
as a *cut*: a point between numbers, just below or just above one (as in a Dedekind cut). An interval holds something
exactly when its floor lies below its ceiling, so that «more than 168» and «at most 168» need no case of their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ...model import Measure

ABOUT: Final = Fraction(1, 10)
"""Share of a value by which «about» is taken to reach either way."""

WORDED: Final[Mapping[str, tuple[int, int]]] = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "several-hundred": (300, 900),
    "thousands": (2000, 9999),
    "tens-of-thousands": (20000, 99999),
}

Cut = tuple[int, float, Fraction, int]
"""A point between numbers: -1, 0 or 1 for below all, at a number, above all; the number as a float, which keeps the
order and is compared ten times as fast; the number itself; 0 just below it, 1 just above."""

BOTTOM: Final[Cut] = (-1, 0.0, Fraction(0), 0)
TOP: Final[Cut] = (1, 0.0, Fraction(0), 0)


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure allows: exact bounds, None for a side without one; `low_open` when the bound itself is excluded."""

    least: Fraction | None
    most: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def low(self) -> float | None:
        """The lower bound for drawings and words."""
        return None if self.least is None else _float(self.least)

    @property
    def high(self) -> float | None:
        """The upper bound for drawings and words."""
        return None if self.most is None else _float(self.most)

    @property
    def floor(self) -> Cut:
        return BOTTOM if self.least is None else (0, _float(self.least), self.least, int(self.low_open))

    @property
    def ceiling(self) -> Cut:
        return TOP if self.most is None else (0, _float(self.most), self.most, int(not self.high_open))

    @property
    def empty(self) -> bool:
        """Whether no number lies in it, as in a range that runs downwards."""
        return self.floor >= self.ceiling

    def times(self, factor: Fraction) -> "Interval":
        """Return the same interval in a unit of which one of the present ones has `factor`, which is above zero."""
        if factor == 1:
            return self
        least = None if self.least is None else self.least * factor
        most = None if self.most is None else self.most * factor
        return Interval(least, most, self.low_open, self.high_open)


def within(floor: Cut, ceiling: Cut) -> Interval:
    """Return the interval between two cuts; it is empty unless the floor lies below the ceiling."""
    return Interval(
        floor[2] if floor[0] == 0 else None,
        ceiling[2] if ceiling[0] == 0 else None,
        floor[0] == 0 and floor[3] == 1,
        ceiling[0] == 0 and ceiling[3] == 0,
    )


def common(intervals: Iterable[Interval]) -> Interval | None:
    """Return what all intervals allow: every number if there are none, nothing if they have no number in common."""
    floor, ceiling = BOTTOM, TOP
    for one in intervals:
        floor = max(floor, one.floor)
        ceiling = min(ceiling, one.ceiling)
    return within(floor, ceiling) if floor < ceiling else None


def interval(measure: Measure) -> Interval:
    """Return the interval of a figure in its own unit, by the table on the Method page."""
    if measure.qualifier in WORDED:
        least, most = WORDED[measure.qualifier]
        return Interval(Fraction(least), Fraction(most))
    low, high = bounds(measure.value)
    match measure.qualifier:
        case "about":
            return Interval(None if low is None else low * (1 - ABOUT), None if high is None else high * (1 + ABOUT))
        case "more-than":
            return Interval(low, None, low_open=low is not None)
        case "at-least":
            return Interval(low, None)
        case "less-than":
            return Interval(None, high, high_open=high is not None)
        case "at-most":
            return Interval(None, high)
    return Interval(low, high)


def bounds(value: str) -> tuple[Fraction | None, Fraction | None]:
    """Return the ends of a value as written: `168`, `8000..9000`, `..9000` or nothing."""
    low_text, dots, high_text = value.partition("..")
    low = _exact(low_text)
    return low, (_exact(high_text) if dots else low)


def _exact(text: str) -> Fraction | None:
    # By way of Decimal: a number of more than 4,300 digits is none that int() would read.
    return Fraction(Decimal(text)) if text else None


def _float(number: Fraction) -> float:
    try:
        return number.numerator / number.denominator
    except OverflowError:  # 1.8e308 and above: no drawing has room for it, and an infinite figure is still a figure
        return float("inf")
