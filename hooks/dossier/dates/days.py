"""Counts days of the proleptic Gregorian calendar, for any year, before 1 and after 9999 too.

`datetime.date` ends at both of those years, and EDTF does not, so drawings and bounds count here.
The arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms" (public domain).
"""

from .values import Day

_DAYS_IN_ERA = 146_097  # the calendar repeats after 400 years
_MARCH_OF_YEAR_ZERO = 305  # days from 0000-03-01, where an era starts, to the day before 0001-01-01, plus one
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def is_leap(year: int) -> bool:
    """Whether a proleptic Gregorian year has 366 days; year 0 is 1 BC."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month (1 to 12) of a proleptic Gregorian year."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def ordinal(day: Day) -> int:
    """The number of a day, 0001-01-01 being 1 as in `datetime.date.toordinal`; earlier days are 0 and below."""
    year, month, day_of_month = day
    era, year_of_era = divmod(year - (month <= 2), 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day_of_month - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_IN_ERA + day_of_era - _MARCH_OF_YEAR_ZERO


def from_ordinal(number: int) -> Day:
    """The day with this number; the inverse of `ordinal`."""
    era, day_of_era = divmod(number + _MARCH_OF_YEAR_ZERO, _DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day_of_month = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % 12 + 1
    return (year_of_era + era * 400 + (month <= 2), month, day_of_month)


def weekday(day: Day) -> int:
    """The day of the week, Monday being 0, as in `datetime.date.weekday`."""
    return (ordinal(day) + 6) % 7
