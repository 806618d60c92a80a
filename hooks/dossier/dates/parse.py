"""Turns the text of a date into a `When`: reads it, finds its bounds, and refuses days that do not exist."""

from functools import lru_cache

from .bounds import bounds_of
from .days import MONTH_NAMES, days_in_month
from .hints import suggestion
from .reading import read
from .stated import Expression, Gap, Member, Stated
from .values import Bounds, DateError, Kind, Precision, When

_COARSENESS: tuple[Precision, ...] = (
    "time", "day", "month", "season", "quarter", "four-months", "half-year",
    "year", "decade", "century", "millennium", "unstated",
)  # fmt: skip
_SEASONS, _QUARTERS, _FOUR_MONTHS = 32, 36, 39  # the last code of each; what follows are halves


def parse(text: str) -> When:
    """Reads an EDTF date, interval or set (ISO 8601-2:2019, levels 0 to 2).

    Raises DateError, with the EDTF form to write where the text is a known way of writing dates.
    """
    return _parsed(text)


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> When:
    try:
        return _concluded(text, read(text))
    except DateError as error:
        better = suggestion(text, _is_date)
        if better is None:
            raise
        raise DateError(text, error.position, better) from None


def _is_date(text: str) -> bool:
    try:
        _concluded(text, read(text))
    except DateError:
        return False
    return True


def _concluded(text: str, expression: Expression) -> When:
    stated = expression.members[0].start
    if expression.kind == "date" and isinstance(stated, Stated):
        return _single(text, stated)
    return _several(text, expression)


def _single(text: str, stated: Stated) -> When:
    """By far the most frequent case, so it is written out."""
    earliest, latest = _existing(text, stated)
    uncertain, approximate = _uncertain(stated), _approximate(stated)
    return When(
        text=text,
        kind="date",
        earliest=earliest,
        latest=latest,
        precision=_precision(stated),
        unknown_start=earliest is None,
        unknown_end=latest is None,
        uncertain=uncertain,
        approximate=approximate,
        start_uncertain=uncertain,
        start_approximate=approximate,
        end_uncertain=uncertain,
        end_approximate=approximate,
        time=stated.clock,
    )


def _several(text: str, expression: Expression) -> When:
    members = expression.members
    spans = tuple(_span(text, member, expression.kind) for member in members)
    starts = [(span[0], member.start) for span, member in zip(spans, members, strict=True)]
    ends = [(span[1], member.end) for span, member in zip(spans, members, strict=True)]
    earliest, start = min(starts, key=lambda found: (found[0] is not None, found[0] or (0, 0, 0)))
    latest, end = max(ends, key=lambda found: (found[1] is Gap.OPEN, found[0] is None, found[0] or (0, 0, 0)))
    stated = [side for member in members for side in member if isinstance(side, Stated)]
    open_start = any(member.start is Gap.OPEN for member in members)
    open_end = end is Gap.OPEN
    return When(
        text=text,
        kind=expression.kind,
        earliest=earliest,
        latest=latest,
        precision=max((_precision(side) for side in stated), key=_COARSENESS.index),
        open_start=open_start,
        open_end=open_end,
        unknown_start=earliest is None and not open_start,
        unknown_end=latest is None and not open_end,
        uncertain=any(_uncertain(side) for side in stated),
        approximate=any(_approximate(side) for side in stated),
        start_uncertain=_uncertain(start),
        start_approximate=_approximate(start),
        end_uncertain=_uncertain(end),
        end_approximate=_approximate(end),
        choices=() if expression.kind == "interval" else spans,
    )


def _span(text: str, member: Member, kind: Kind) -> Bounds:
    start, end = member
    earliest = None if isinstance(start, Gap) else _existing(text, start)[0]
    latest = None if isinstance(end, Gap) else _existing(text, end)[1]
    if earliest and latest and earliest > latest and isinstance(start, Stated) and isinstance(end, Stated):
        named = "interval" if kind == "interval" else "range"
        raise DateError(text, end.at, f"the {named} ends ({end.text}) before it starts ({start.text})")
    return earliest, latest


def _existing(text: str, stated: Stated) -> Bounds:
    try:
        return bounds_of(stated)
    except LookupError:
        at = stated.at + stated.text.partition("T")[0].rindex("-") + 1
        raise DateError(text, at, _missing_day(stated)) from None


def _missing_day(stated: Stated) -> str:
    year, month = stated.year.digits, stated.month.digits if stated.month else ""
    if "X" in month:
        return f"no day fits {stated.text}"
    name = MONTH_NAMES[int(month) - 1]
    if "X" in year:
        return f"no day fits {stated.text}: {name} never has that many days in these years"
    return f"{stated.text} does not exist: {name} {year} has {days_in_month(int(year), int(month))} days"


def _uncertain(side: Stated | Gap) -> bool:
    """Whether any part is; a sign always is about one part at least."""
    return isinstance(side, Stated) and ("?" in side.text or "%" in side.text)


def _approximate(side: Stated | Gap) -> bool:
    """A year with S is an estimate by definition, so it counts as approximate."""
    return isinstance(side, Stated) and (side.significant > 0 or "~" in side.text or "%" in side.text)


def _precision(stated: Stated) -> Precision:
    unstated = _unreliable_digits(stated)
    if unstated:
        return _COARSENESS[min(_COARSENESS.index("year") + unstated, len(_COARSENESS) - 1)]
    if stated.month is None or "X" in stated.month.digits:
        return "year"
    if stated.grouping is not None:
        return _grouping_precision(stated.grouping)
    if stated.day is None or "X" in stated.day.digits:
        return "month"
    return "time" if stated.clock else "day"


def _unreliable_digits(stated: Stated) -> int:
    """How many of the year's last digits say nothing, counted from the first such digit on."""
    digits = stated.year.digits.lstrip("-")
    if stated.significant:
        return min(len(str(int(digits))) - stated.significant, 3)
    return len(digits) - digits.index("X") if "X" in digits else 0


def _grouping_precision(code: int) -> Precision:
    if code <= _SEASONS:
        return "season"
    if code <= _QUARTERS:
        return "quarter"
    return "four-months" if code <= _FOUR_MONTHS else "half-year"
