"""Dates of other formats to EDTF, exactly as precise as they were; an unclear order is asked for.

Raises ValueError with the reason wherever a text may mean two days or none; what is not known is not guessed.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

from ..dates import DateError, parse

UNKNOWN: Final = "XXXX"
"""EDTF for a date of which nothing is known; an event must have a date."""

_NUMBERS: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_CLOCK: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_ABOUT: Final = re.compile(r"(?:c\.|ca\.?|circa|about|around|~)\s*(.+)", re.IGNORECASE)
_DECADE: Final = re.compile(r"(?:the )?(\d{3})0s")
_TIME: Final = re.compile(r"(\d{1,2})(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_DAY_NAME: Final = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+", re.IGNORECASE)


def of_parts(year: str, month: str = "", day: str = "", clock: str = "") -> str:
    """Return EDTF for a date in parts, with a time of day as `clock_of` gives it."""
    whole = _whole("year", year)
    written = f"{whole:05d}" if whole < 0 else f"{whole:04d}"
    text = written if len(written.lstrip("-")) == 4 else f"Y{whole}"
    if month:
        text += f"-{_whole('month', month):02d}"
    elif day:
        raise ValueError("there is a day and no month")
    if day:
        text += f"-{_whole('day', day):02d}"
    return checked(f"{text}T{clock}" if clock and day else text)


def clock_of(hour: str, minute: str = "", second: str = "") -> str:
    """Return a time of day as EDTF has it; nothing without the minute, which EDTF cannot leave out."""
    hours, minutes, seconds = (
        _whole(name, text or "0") for name, text in (("hour", hour), ("minute", minute), ("second", second))
    )
    if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds < 60):
        raise ValueError("there is no such time of day")
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}" if minute else ""


def clock_of_text(text: str) -> str:
    """Return a time of day written as `10:30`, `10:30:15` or `10:30 PM`; nothing where only the hour is given."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError("no time of day; expected 10:30 or 10:30 PM")
    hour, half = found[1], (found[4] or "").lower()
    if half and not 1 <= int(hour) <= 12:
        raise ValueError("there is no such time of day")
    if half:
        hour = str(int(hour) % 12 + (12 if half.startswith("p") else 0))
    return clock_of(hour, found[2] or "", found[3] or "")


def between(start: str, end: str) -> str:
    """Return EDTF for the time from one date to another; a side without a date is unknown."""
    if start and start == end:
        return start
    return checked(f"{_day(start)}/{_day(end)}")


def of_text(text: str, order: str = "", languages: tuple[str, ...] = ("en",)) -> str:
    """Return EDTF for a date as people write it, with the names of the months in these languages.

    `order` is `dmy` or `mdy`, for dates such as 3/5/2026, which mean two days.
    """
    plain = " ".join(text.split())
    for candidate in _candidates(_DAY_NAME.sub("", plain), order, languages):
        if _is_date(candidate):
            return candidate
    return checked(plain)


def checked(text: str) -> str:
    """Return a text that is EDTF. Raises ValueError, in plain words, for any other."""
    try:
        parse(text)
    except DateError as error:
        raise ValueError(error.message) from None
    return text


def _is_date(text: str) -> bool:
    try:
        checked(text)
    except ValueError:
        return False
    return True


def _whole(name: str, text: str) -> int:
    digits = re.sub(r"[\s,]", "", text)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.0+)?", digits):
        raise ValueError(f"the {name} is no whole number")
    return int(digits.partition(".")[0])


def _day(text: str) -> str:
    return text.partition("T")[0]


def _candidates(text: str, order: str, languages: tuple[str, ...]) -> Iterator[str]:
    yield text
    if found := _CLOCK.fullmatch(text):
        yield f"{found[1]}T{found[2]}{found[3] or ':00'}{_zone(found[4] or '')}"
    if found := _NUMBERS.fullmatch(text):
        yield _in_order(found, order, "." in text)
    if found := _YEAR_FIRST.fullmatch(text):
        yield _iso(found[1], found[2], found[3] or "")
    if found := _COMPACT.fullmatch(text):
        yield "-".join(found.groups())
    if found := _DECADE.fullmatch(text):
        yield f"{found[1]}X"
    yield from _with_names(text, languages)
    if found := _ABOUT.fullmatch(text):
        yield from (f"{inner}~" for inner in _candidates(found[1], order, languages))


def _zone(text: str) -> str:
    return f"{text[:3]}:{text[3:]}" if len(text) == 5 else text


def _in_order(found: re.Match[str], order: str, dotted: bool) -> str:
    """Return the date that three numbers mean, the year last; with dots the day is first wherever they are written."""
    first, second, year = found.groups()
    if order == "mdy":
        return _iso(year, first, second)
    if order == "dmy" or dotted or int(first) > 12 or first == second:
        return _iso(year, second, first)
    if int(second) > 12:
        return _iso(year, first, second)
    raise ValueError("may mean two days; say `--dates dmy` if the day comes first, `--dates mdy` if the month does")


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _with_names(text: str, languages: tuple[str, ...]) -> Iterator[str]:
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    numbers = [word for word in words if word.isdecimal()]
    for language in languages:
        months = _months(language)
        month = next((months[word] for word in words if word in months), 0)
        others = [
            w for w in words if not w.isdecimal() and w not in months and w not in ("st", "nd", "rd", "th", "de", "of")
        ]
        if not month or others:
            continue
        years = [number for number in numbers if len(number) == 4]
        days = [number for number in numbers if len(number) <= 2]
        if len(years) == 1 and len(days) == len(numbers) - 1 <= 1:
            yield _iso(years[0], str(month), days[0] if days else "")


@cache
def _months(language: str) -> dict[str, int]:
    """Return the names and abbreviations of the months in a language, as CLDR has them, without full stops."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                found[name.casefold().strip(".")] = number
    return found
