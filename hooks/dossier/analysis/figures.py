"""Figures of one measure and one scope side by side, each with the interval its qualifier stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ..model import Claim, Measure

ABOUT: Final = 0.1
"""Share of a value by which «about» is taken to reach either way."""

WORDED: Final[Mapping[str, tuple[float, float]]] = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "several-hundred": (300, 900),
    "thousands": (2000, 9999),
    "tens-of-thousands": (20000, 99999),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure allows: bounds, either of which may be open; `low_open` when the bound itself is excluded."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A claim's figure and what it allows."""

    claim: Claim
    measure: Measure
    interval: Interval


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures given for one measure, scope and unit."""

    of: str
    scope: str
    unit: str
    rows: tuple[Row, ...]


def interval(measure: Measure) -> Interval:
    """Return the interval of a figure by the table on the Method page."""
    if measure.qualifier in WORDED:
        return Interval(*WORDED[measure.qualifier])
    low_text, dots, high_text = measure.value.partition("..")
    low = float(low_text) if low_text else None
    high = float(high_text) if dots and high_text else (None if dots else low)
    match measure.qualifier:
        case "about":
            return Interval(None if low is None else low * (1 - ABOUT), None if high is None else high * (1 + ABOUT))
        case "more-than":
            return Interval(low, None, low_open=True)
        case "at-least":
            return Interval(low, None)
        case "less-than":
            return Interval(None, high, high_open=True)
        case "at-most":
            return Interval(None, high)
    return Interval(low, high)


def figures_of(claims: Iterable[Claim]) -> tuple[FigureGroup, ...]:
    """Return the groups in the order in which the claims first give them."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for claim in claims:
        if claim.measure:
            key = (claim.measure.of, claim.measure.scope, claim.measure.unit)
            groups.setdefault(key, []).append(Row(claim, claim.measure, interval(claim.measure)))
    return tuple(FigureGroup(*key, tuple(rows)) for key, rows in groups.items())
