"""What a date is once it has been read: the bounds, the doubts and the precision that lists and drawings need.

Everything here is a frozen value and follows from the text alone, so two dates are equal when their texts are.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Day = tuple[int, int, int]
"""Year, month, day in the proleptic Gregorian calendar; the year counts 0 for 1 BC, -1 for 2 BC and so on."""

Bounds = tuple[Day | None, Day | None]
"""First and last possible day; None where that side is open or unknown."""

SortKey = tuple[int, Day, int, int, Day, str]

Kind = Literal["date", "interval", "one-of", "all-of"]
Precision = Literal[
    "time", "day", "month", "season", "quarter", "four-months", "half-year",
    "year", "decade", "century", "millennium", "unstated",
]  # fmt: skip

EXPECTED = "a date such as 2016-12-08, 2016-12, [2016-12-09..2016-12-11] or 2016-09~/2016-12~"


class DateError(ValueError):
    """A text is no EDTF date: which text, where in it (counted from 0), what is wrong, what was expected."""

    def __init__(self, text: str, position: int, message: str, expected: str = EXPECTED) -> None:
        super().__init__(text, position, message, expected)
        self.text = text
        self.position = position
        self.message = message
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.message}; expected {self.expected}"


class Clock(NamedTuple):
    """A time of day as written; `zone` is "" for local time, "Z" for UTC, else a shift such as "-04" or "+05:30"."""

    hour: int
    minute: int
    second: int
    zone: str


@dataclass(frozen=True, slots=True)
class When:
    """A date, an interval or a set of dates.

    `earliest` and `latest` bound everything the text allows; None means open (`open_*`) or unknown (`unknown_*`).
    `choices` are the members of a set in the order written, a range a..b being one member; else empty.
    `start_*` and `end_*` speak of the date that gives the earlier or later bound, `uncertain` and `approximate` of any.
    `precision` is that of the vaguest date in the text: 2016-12-1X and 2016-12 are both "month".
    """

    text: str
    kind: Kind = field(compare=False)
    earliest: Day | None = field(compare=False)
    latest: Day | None = field(compare=False)
    precision: Precision = field(compare=False)
    open_start: bool = field(default=False, compare=False)
    open_end: bool = field(default=False, compare=False)
    unknown_start: bool = field(default=False, compare=False)
    unknown_end: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)
    approximate: bool = field(default=False, compare=False)
    start_uncertain: bool = field(default=False, compare=False)
    start_approximate: bool = field(default=False, compare=False)
    end_uncertain: bool = field(default=False, compare=False)
    end_approximate: bool = field(default=False, compare=False)
    choices: tuple[Bounds, ...] = field(default=(), compare=False)
    time: Clock | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> SortKey:
        """Orders by first possible day, then last possible day, then text.

        Without a first day the last one stands in for it, before all that start on that day:
        "until December 2016" belongs where December 2016 ends.
        Without a last day it comes after all that have one and start on the same day.
        With neither (XXXX-12-08) it comes after everything else.
        Times of one day follow each other as written, whatever their zones.
        """
        anchor = self.earliest or self.latest
        if anchor is None:
            return (1, (0, 0, 0), 0, 0, (0, 0, 0), self.text)
        last = self.latest or (0, 0, 0)
        return (0, anchor, int(self.earliest is not None), int(self.latest is None), last, self.text)
