"""Turns the text of a date into what it says, part by part, and refuses all that is not EDTF.

EDTF is ISO 8601-2:2019 as described by the Library of Congress (2019 text); levels 0, 1 and 2 are read.
Stricter than the standard in two points: a second 60 is refused, and so is a shift of more than 14 hours from UTC.
"""

import re
from typing import Literal

from .stated import Expression, Gap, Member, Part, Stated
from .values import Clock, DateError

_LONGEST_TEXT = 1000
_LONGEST_YEAR = 16  # digits; far beyond the age of the universe, and short enough for quick arithmetic
_LONGEST_SHIFT = 14 * 60  # minutes: no place on earth is further from UTC

_PRINTABLE = re.compile(r"[!-~]+")  # of ASCII; no space
_YEAR = re.compile(r"([?~%]?)(-?[0-9X]{4})(?:S([0-9]+))?([?~%]?)")
_LONG_YEAR = re.compile(r"([?~%]?)Y(-?[1-9][0-9]*)(?:E([0-9]+))?(?:S([0-9]+))?([?~%]?)")
_BEGUN_YEAR = re.compile(r"[?~%]?-?[0-9X]*")
_COMPONENT = re.compile(r"([?~%]?)([0-9X]{2})([?~%]?)")
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?")

_Unit = Literal["month", "day"]
_WrittenPart = tuple[str, str, str]  # qualifier before, digits, qualifier after
_Read = tuple[_WrittenPart, int]  # a part and where the next one starts


def read(text: str) -> Expression:
    """Takes a text apart; raises DateError. Whether its days exist and are in order is not looked at here."""
    _check_characters(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    stated = _date(text, 0, len(text))
    return Expression("date", (Member(stated, stated),))


def _check_characters(text: str) -> None:
    if not text:
        raise DateError(text, 0, "the date is empty")
    if len(text) > _LONGEST_TEXT:
        raise DateError(text, _LONGEST_TEXT, f"the date is longer than {_LONGEST_TEXT} characters")
    printable = _PRINTABLE.match(text)
    position = printable.end() if printable else 0
    if position < len(text):
        raise DateError(text, position, f"{_named(text[position])} cannot stand in a date")


def _named(character: str) -> str:
    shown = character if character.isprintable() and not character.isspace() else f"U+{ord(character):04X}"
    return {" ": "a space", "\n": "a line break", "\t": "a tab"}.get(character, f"the character {shown}")


def _set(text: str) -> Expression:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing):
        raise DateError(text, len(text), f"the set that opens with {text[0]} does not end with {closing}")
    pieces = text[1:-1].split(",")
    members = []
    at = 1
    for number, piece in enumerate(pieces):
        members.append(_set_member(text, at, at + len(piece), number == 0, number == len(pieces) - 1))
        at += len(piece) + 1
    return Expression("one-of" if closing == "]" else "all-of", tuple(members))


def _set_member(text: str, at: int, stop: int, first: bool, last: bool) -> Member:
    if at == stop:
        raise DateError(text, at, "a set needs a date here")
    dots = text.find("..", at, stop)
    if dots < 0:
        stated = _day(text, at, stop, "a set")
        return Member(stated, stated)
    if stop - at == 2:
        raise DateError(text, at, "two dots need a date before or after them")
    if dots == at and not first:
        raise DateError(text, at, "only the first member of a set can be open at its start")
    if dots + 2 == stop and not last:
        raise DateError(text, dots, "only the last member of a set can be open at its end")
    start = Gap.OPEN if dots == at else _day(text, at, dots, "a set")
    end = Gap.OPEN if dots + 2 == stop else _day(text, dots + 2, stop, "a set")
    return Member(start, end)


def _interval(text: str) -> Expression:
    slash = text.index("/")
    if "/" in text[slash + 1 :]:
        raise DateError(text, text.index("/", slash + 1), "an interval has one slash: start/end")
    start, end = _side(text, 0, slash), _side(text, slash + 1, len(text))
    if isinstance(start, Gap) and isinstance(end, Gap):
        raise DateError(text, 0, "an interval needs a date on one side at least")
    return Expression("interval", (Member(start, end),))


def _side(text: str, at: int, stop: int) -> Stated | Gap:
    side = text[at:stop]
    return Gap(side) if side in ("", "..") else _day(text, at, stop, "an interval")


def _day(text: str, at: int, stop: int, inside: str) -> Stated:
    stated = _date(text, at, stop)
    if stated.clock:
        raise DateError(text, text.index("T", at), f"a time of day cannot stand in {inside}; write the date alone")
    return stated


def _date(text: str, at: int, stop: int) -> Stated:
    match = _YEAR.match(text, at, stop)
    if not match:
        return _long_year(text, at, stop)
    before, digits, significant, after = match.groups()
    if digits == "-0000":
        raise DateError(text, match.start(2), "there is no year -0000; the year before 0001 is 0000, which is 1 BC")
    if significant:
        return _rounded_year(text, at, stop, match)
    written: list[_WrittenPart] = [(before, digits, after)]
    here = match.end()
    for unit in ("month", "day"):
        if text[here : min(here + 1, stop)] == "-":
            part, here = _component(text, here + 1, stop, unit, written)
            written.append(part)
    clock = None
    if text[here : min(here + 1, stop)] == "T":
        clock, here = _clock(text, here, stop, written)
    if here < stop:
        raise DateError(text, here, _surplus(text, at, here, stop))
    return Stated(text[at:stop], at, *_qualified(written), clock=clock)


def _component(text: str, at: int, stop: int, unit: _Unit, before: list[_WrittenPart]) -> _Read:
    match = _COMPONENT.match(text, at, stop)
    if not match:
        raise DateError(text, at, f"a {unit} has two digits, as in 2016-12-08")
    first, digits, last = match.groups()
    if unit == "month":
        _check_month(text, match.start(2), digits)
    else:
        month = before[1][1]
        if "X" not in month and month > "12":
            raise DateError(text, at, f"no day can follow {month}, which names a part of the year")
        _check_day(text, match.start(2), digits)
    return (first, digits, last), match.end()


def _check_month(text: str, at: int, digits: str) -> None:
    exists = digits[0] in "01X" if "X" in digits else "01" <= digits <= "12" or "21" <= digits <= "41"
    if not exists:
        raise DateError(
            text, at,
            f"there is no month {digits}; months run from 01 to 12 (21 to 41 name seasons and other parts of a year)",
        )  # fmt: skip


def _check_day(text: str, at: int, digits: str) -> None:
    exists = digits[0] in "0123X" if "X" in digits else "01" <= digits <= "31"
    if not exists:
        raise DateError(text, at, f"there is no day {digits}; days run from 01 to 31")


def _surplus(text: str, at: int, here: int, stop: int) -> str:
    rest = text[here:stop]
    if rest[0] in "?~%" and text[here - 1] in "?~%":
        return "one sign is enough: ? for uncertain, ~ for approximate, % for both"
    if rest[0] in "?~%":
        return f"{rest[0]} cannot follow a time of day"
    if rest[0].isdigit() and here - at == 4:
        return "a year has four digits; a longer one starts with Y, as in Y170000002"
    return f"“{rest}” is left over after {text[at:here]}"


def _rounded_year(text: str, at: int, stop: int, match: re.Match[str]) -> Stated:
    before, digits, significant, after = match.groups()
    if "X" in digits:
        raise DateError(text, match.start(2), "a year has either X or S, not both")
    return _year_alone(text, at, stop, match, (before, digits, after), significant)


def _long_year(text: str, at: int, stop: int) -> Stated:
    match = _LONG_YEAR.match(text, at, stop)
    if not match:
        begun = _BEGUN_YEAR.match(text, at, stop)
        fault = begun.end() if begun and begun.end() < stop else at
        raise DateError(text, fault, "a year has four digits, or starts with Y and has more")
    before, digits, exponent, significant, after = match.groups()
    if len(digits) + int((exponent or "0")[:3]) > _LONGEST_YEAR:
        raise DateError(text, match.start(2), f"a year of more than {_LONGEST_YEAR} digits is not supported")
    year = int(digits) * 10 ** int(exponent or "0")
    if abs(year) <= 9999:
        raise DateError(text, at, f"a year of up to four digits is written without Y: {_four_digits(year)}")
    return _year_alone(text, at, stop, match, (before, str(year), after), significant)


def _four_digits(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _year_alone(
    text: str, at: int, stop: int, match: re.Match[str], part: _WrittenPart, significant: str | None
) -> Stated:  # fmt: skip
    if match.end() < stop:
        raise DateError(text, match.end(), f"nothing can follow {match.group()}, which is a year alone")
    year, _, _ = _qualified([part])
    if significant is None:
        return Stated(text[at:stop], at, year)
    digits = len(str(abs(int(year.digits))))
    if not 1 <= int(significant[:3]) <= digits or len(significant) > 3:
        raise DateError(text, match.start(), f"S counts the digits to rely on: 1 to {digits} for this year")
    return Stated(text[at:stop], at, year, significant=int(significant))


def _qualified(written: list[_WrittenPart]) -> tuple[Part, Part | None, Part | None]:
    """Applies the signs: one before a part is for that part, one after it for that part and all to its left."""
    parts: list[Part | None] = [None, None, None]
    carried = ""
    for number in range(len(written) - 1, -1, -1):
        before, digits, after = written[number]
        carried += after
        signs = carried + before
        parts[number] = Part(digits, "?" in signs or "%" in signs, "~" in signs or "%" in signs)
    year, month, day = parts
    assert year is not None
    return year, month, day


def _clock(text: str, at: int, stop: int, written: list[_WrittenPart]) -> tuple[Clock, int]:
    if len(written) < 3 or any(before or after or "X" in digits for before, digits, after in written):
        raise DateError(text, at, "a time of day needs a full date before it, without X and without ?, ~ or %")
    match = _CLOCK.match(text, at, stop)
    if not match:
        raise DateError(text, at + 1, "a time of day is written with seconds, as in 2016-12-08T14:30:00 or …T14:30:00Z")
    hour, minute, second = (int(number) for number in match.groups()[:3])
    if hour > 23 or minute > 59 or second > 59:
        raise DateError(text, at + 1, "the clock runs from 00:00:00 to 23:59:59; midnight is 00:00:00 of the next day")
    zone = match.group(4) or ""
    _check_zone(text, match.start(4), zone)
    return Clock(hour, minute, second, zone), match.end()


def _check_zone(text: str, at: int, zone: str) -> None:
    if zone in ("", "Z"):
        return
    minutes = int(zone[4:] or "0")
    shift = int(zone[1:3]) * 60 + minutes
    if minutes > 59 or shift > _LONGEST_SHIFT:
        raise DateError(text, at, "a shift from UTC has at most 14 hours, as in -04 or +05:30")
    if not shift and zone[0] == "-":
        raise DateError(text, at, "UTC is written Z or +00:00, not with a minus")
