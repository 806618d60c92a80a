"""What a publication day holds: who published, what was said for the first time, and how far the count had come.

The facts of the two clocks (`clocks.py`), in ids and numbers only, so that JSON, terminal and page read the same.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ...dates import Day


class FigureChange(StrEnum):
    """What a figure did to those of the same measure, unit and scope that had been given on earlier days."""

    FIRST = "first"
    RAISED = "raised"
    LOWERED = "lowered"
    WIDENED = "widened"
    WITHIN = "within"


class CreditChange(StrEnum):
    """What happened to the question who said it."""

    QUESTIONED = "questioned"
    CORRECTED = "corrected"
    NAMED = "named"


class Said(NamedTuple):
    """A claim that sources of a day report, whether it is said for the first time, and what was counted by then."""

    claim: str
    first: bool
    sources: tuple[str, ...]
    reports: int
    at_least: int
    at_most: int


class Figured(NamedTuple):
    """A figure given for the first time, and the claims that had given the lowest and the highest before."""

    claim: str
    change: FigureChange
    lowest: str | None
    highest: str | None


class Disputed(NamedTuple):
    """A claim disputed for the first time; `early` when nobody had said it by then."""

    claim: str
    sources: tuple[str, ...]
    early: bool


class Credited(NamedTuple):
    """A claim whose speaker is questioned, or another one named, for the first time."""

    claim: str
    change: CreditChange
    sources: tuple[str, ...]


class Totals(NamedTuple):
    """All that had been said by then: claims, reports of claims, and the origins that could stand behind them.

    `at_least` counts the origins that are the only possible one of some report.
    """

    claims: int = 0
    reports: int = 0
    at_least: int = 0
    at_most: int = 0


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """A day on which sources were published. `vague` are those of `sources` that may be of another day."""

    day: Day
    sources: tuple[str, ...]
    vague: tuple[str, ...]
    happened: tuple[str, ...]
    """Events that are dated that day, or may be."""
    said: tuple[Said, ...]
    figures: tuple[Figured, ...]
    disputed: tuple[Disputed, ...]
    credits: tuple[Credited, ...]
    totals: Totals


@dataclass(frozen=True, slots=True)
class Clocks:
    """The publication days in order, and the sources that have none."""

    days: tuple[PublicationDay, ...] = ()
    undated: tuple[str, ...] = ()
