"""What a date text says, part by part, before anything is concluded from it.

The bounds and the wording are both made from these values, so that neither has to take the text apart again.
"""

from enum import Enum
from typing import NamedTuple

from .values import Clock, Kind


class Gap(Enum):
    """A side of an interval or a range without a date."""

    OPEN = ".."
    UNKNOWN = ""


class Part(NamedTuple):
    """A year, month or day as written (X for a digit not stated), and what is in doubt about it."""

    digits: str
    uncertain: bool = False
    approximate: bool = False


class Stated(NamedTuple):
    """One date as written; `at` is where it starts in the whole text.

    `month` also holds the codes 21 to 41 for seasons and other parts of a year.
    `significant` counts the digits of the year that can be relied on (1950S2); 0 means all.
    """

    text: str
    at: int
    year: Part
    month: Part | None = None
    day: Part | None = None
    clock: Clock | None = None
    significant: int = 0

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are there, year first."""
        if self.month is None:
            return (self.year,)
        return (self.year, self.month) if self.day is None else (self.year, self.month, self.day)

    def shortened(self, count: int) -> "Stated":
        """The first one or two parts alone: only the year, or the year and the month."""
        text = "-".join(part.digits for part in self.parts[:count])
        return Stated(text, self.at, self.year, self.month if count > 1 else None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The parts as numbers, year first; only for a date without X."""
        return tuple(int(part.digits) for part in self.parts)

    @property
    def grouping(self) -> int | None:
        """The code 21 to 41 if this is a season or another part of a year."""
        if self.month is None or "X" in self.month.digits or self.month.digits < "21":
            return None
        return int(self.month.digits)

    @property
    def vague(self) -> bool:
        """Whether any digit is X; the letter means nothing else in EDTF."""
        return "X" in self.text

    @property
    def exact(self) -> bool:
        """Whether it is a year, month or day with every digit relied on, and nothing else."""
        return self.clock is None and not self.significant and self.grouping is None and not self.vague


class Member(NamedTuple):
    """A date (both sides are the same), an interval, or a member of a set."""

    start: Stated | Gap
    end: Stated | Gap


class Expression(NamedTuple):
    """All that a text says: one member, or several if it is a set."""

    kind: Kind
    members: tuple[Member, ...]
