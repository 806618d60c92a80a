"""Turns a date as written into the first and the last day it can mean.

EDTF fixes no days for the seasons 21 to 24, which are "independent of location".
We bound them by the meteorological seasons of the northern hemisphere, as the codes 25 to 28 say outright;
a winter begins in December of its year and ends in February of the next.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from .days import days_in_month
from .stated import Stated
from .values import Bounds, Day

_LEAP_YEAR = 2000  # stands for any year where none is stated: XXXX-02-29 exists
_DIGITS = "0123456789"
_ALL_DAYS = tuple(range(1, 32))

_GROUPINGS = (
    (3, 3), (6, 3), (9, 3), (12, 3),  # 21-24 spring, summer, autumn, winter
    (3, 3), (6, 3), (9, 3), (12, 3),  # 25-28 the same, northern hemisphere
    (9, 3), (12, 3), (3, 3), (6, 3),  # 29-32 the same, southern hemisphere
    (1, 3), (4, 3), (7, 3), (10, 3),  # 33-36 quarters
    (1, 4), (5, 4), (9, 4),  # 37-39 four months each
    (1, 6), (7, 6),  # 40-41 halves
)  # fmt: skip
"""First month and number of months of the codes 21 to 41 (ISO 8601-2:2019, 4.8)."""


def bounds_of(stated: Stated) -> Bounds:
    """The first and last day a date can mean, or (None, None) if its year is not stated at all.

    Raises LookupError if no day of the calendar fits, as for 2015-02-29 or XXXX-02-30.
    """
    if stated.significant:
        return _relied_on(int(stated.year.digits), stated.significant)
    if stated.year.digits == "XXXX":
        _vague(stated, [_LEAP_YEAR], [_LEAP_YEAR])
        return (None, None)
    if stated.vague:
        return _vague(stated, _years(stated.year.digits), _years(stated.year.digits, descending=True))
    return _exact(stated, int(stated.year.digits))


def known_bounds(stated: Stated) -> tuple[Day, Day]:
    """The same for a date whose year is stated; anything else is a mistake of the caller."""
    first, last = bounds_of(stated)
    if first is None or last is None:
        raise AssertionError(f"{stated.text} has no bounds")
    return first, last


@lru_cache(maxsize=512)
def fitting(digits: str, low: int, high: int) -> tuple[int, ...]:
    """The numbers from `low` to `high` that two digits can mean, X being any: "1X" is 10, 11 and 12 for a month."""
    return tuple(
        number for number in range(low, high + 1)
        if all(wanted in ("X", there) for wanted, there in zip(digits, f"{number:02d}", strict=True))
    )  # fmt: skip


def _exact(stated: Stated, year: int) -> Bounds:
    if stated.month is None:
        return (year, 1, 1), (year, 12, 31)
    month = int(stated.month.digits)
    if month > 12:
        return _grouping(year, month)
    length = days_in_month(year, month)
    if stated.day is None:
        return (year, month, 1), (year, month, length)
    day = int(stated.day.digits)
    if day > length:
        raise LookupError(stated.text)
    return (year, month, day), (year, month, day)


def _grouping(year: int, code: int) -> tuple[Day, Day]:
    month, count = _GROUPINGS[code - 21]
    years_on, last = divmod(month + count - 2, 12)
    return (year, month, 1), (year + years_on, last + 1, days_in_month(year + years_on, last + 1))


def _relied_on(year: int, significant: int) -> Bounds:
    """All years that share the leading digits: 1950S2 is "some year between 1900 and 1999, estimated to be 1950"."""
    step = 10 ** (len(str(abs(year))) - significant)
    low = abs(year) // step * step
    high = low + step - 1
    return ((-high, 1, 1), (-low, 12, 31)) if year < 0 else ((low, 1, 1), (high, 12, 31))


def _vague(stated: Stated, upward: Iterable[int], downward: Iterable[int]) -> Bounds:
    code = stated.grouping
    if code is not None:
        return _grouping(next(iter(upward)), code)[0], _grouping(next(iter(downward)), code)[1]
    months = fitting(stated.month.digits if stated.month else "XX", 1, 12)
    days = fitting(stated.day.digits, 1, 31) if stated.day else _ALL_DAYS
    return _first(upward, months, days, stated), _first(downward, months[::-1], days[::-1], stated)


def _first(years: Iterable[int], months: tuple[int, ...], days: tuple[int, ...], stated: Stated) -> Day:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return (year, month, day)
    raise LookupError(stated.text)


def _years(digits: str, descending: bool = False) -> Iterator[int]:
    """Every year a pattern such as 201X or -1XX5 can mean, one after the other."""
    sign = -1 if digits.startswith("-") else 1
    backwards = descending is (sign > 0)
    pools = [(_DIGITS[::-1] if backwards else _DIGITS) if digit == "X" else digit for digit in digits.lstrip("-")]
    for combination in product(*pools):
        year = int("".join(combination))
        if year or sign > 0:  # there is no year -0000
            yield sign * year
