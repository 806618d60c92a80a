"""Turns a common way of writing a date that is not EDTF into the advice to write, or not to guess.

Only asked after a text was refused, and only advises what can be read in its turn.
Month names are English: the messages are, and CLDR's lists would make a guess out of "Mar." in most languages.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from .days import MONTH_NAMES

_Match = re.Match[str]

_SPACE = r"[\s,.]+"
_NUMBER = r"([0-9]{1,2})"
_ORDINAL = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"([A-Za-z]{3,9})"
_YEAR = r"([0-9]{4})"
_WEEKDAY = rf"(?:[A-Za-z]{{3,6}}day{_SPACE})?"
_MONTH_DAY_YEAR = re.compile(rf"{_WEEKDAY}{_MONTH}{_SPACE}{_ORDINAL}{_SPACE}{_YEAR}")
_DAY_MONTH_YEAR = re.compile(rf"{_WEEKDAY}{_ORDINAL}{_SPACE}(?:of )?{_MONTH}{_SPACE}{_YEAR}")
_MONTH_YEAR = re.compile(rf"{_MONTH}{_SPACE}{_YEAR}")
_DAY_OR_MONTH_FIRST = re.compile(rf"{_NUMBER}[/-]{_NUMBER}[/-]([0-9]{{4}})")
_WITH_DOTS = re.compile(rf"{_NUMBER}\.\s?{_NUMBER}\.\s?([0-9]{{4}})")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.]){_NUMBER}(?:\2{_NUMBER})?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(r"([0-9-]{10})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(Z|[+-][0-9:]+)?")
_ABOUT = re.compile(r"(?:circa|about|around|approximately|c\.|ca\.|~)\s?(.+)", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0s", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"([0-9]{1,4})\s?(?:BCE?|B\.C\.(?:E\.)?)", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:(between)|from)\s+(.+?)\s+(?:and|to|until|till)\s+(.+)", re.IGNORECASE)
_DASHED = re.compile(r"([0-9X~?%-]+?)\s*(?:[–—]|\s-\s|\sto\s)\s*([0-9X~?%-]+)")
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_SHORT_YEARS = re.compile(r"([0-9]{2})([0-9]{2})[/–—]([0-9]{2})")
_DOTTED = re.compile(r"([^.\[\]{}/,]+)\.\.([^.\[\]{}/,]+)")
_SEASON = re.compile(rf"(spring|summer|autumn|fall|winter){_SPACE}(?:of )?{_YEAR}", re.IGNORECASE)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNTIL = re.compile(r"(before|until|till|by|after|since|from)\s+(.+)", re.IGNORECASE)
_PART_OF = re.compile(
    r"(?:in |the )*(?:early|mid|middle of|late|end of|beginning of|start of)[\s-]+(.+)", re.IGNORECASE
)
# Without the letters of EDTF: XXXX-02-30 has no words.
_WORDED = re.compile(r"[^\W\d_TXYZ]{3,}")
_NO_YEAR = re.compile(rf"(?:{_ORDINAL}{_SPACE}{_MONTH}|{_MONTH}{_SPACE}{_ORDINAL}|{_MONTH})\.?")
_WEEK = re.compile(r"[0-9]{4}-?W[0-9]{2}(-?[0-9])?")
_DAY_OF_YEAR = re.compile(r"[0-9]{4}-[0-9]{3}")
_NO_DATE = re.compile(r"(?:unknown|unclear|none|no date|undated|n\.?\s?d\.?|n/a|s\.?\s?d\.?|tbd|\?+|-+)", re.IGNORECASE)
_FROM_TODAY = re.compile(r"(?:today|yesterday|tomorrow|now|(?:last|this|next) \w+)", re.IGNORECASE)
_FIRST_AND_LAST = '"[2016-12-01..2016-12-10]", in quotation marks'
_DASH_SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_DRAFT_WORDS = ((re.compile(r"/(?:open|now|present)$"), "/.."), (re.compile(r"/unknown$"), "/"))
_DRAFT_START = re.compile(r"^unknown/")


def suggestion(text: str, is_date: Callable[[str], bool]) -> str | None:
    """What to write instead of a text that was refused, or None if nothing better is known."""
    if len(text) > 100:
        return None
    match = _DAY_OR_MONTH_FIRST.fullmatch(text)
    if match:
        return _order_unclear(match, text, is_date)
    for better, why in _candidates(text):
        if better != text and is_date(better):
            return f"“{_printable(text)}” is not EDTF: write {better}{why}"
    return _unguessable(text.strip()) or _worded(text.strip(), is_date)


def _unguessable(text: str) -> str | None:
    """What to do about a text that says a date, or that there is none, in a way nobody else can turn into EDTF."""
    shown = f"“{_printable(text)}”"
    if _NO_DATE.fullmatch(text):
        return f"{shown} is no date: write nothing and delete the field; where it must stand, name the years it can be"
    if _FROM_TODAY.fullmatch(text):
        return f"{shown} depends on the day it is read: write the day it means"
    if _WEEK.fullmatch(text):
        return f"{shown} is a week, which EDTF does not have: write its first and last day with a slash between"
    if _DAY_OF_YEAR.fullmatch(text):
        return f"{shown} counts the days of a year, which EDTF does not: write month and day"
    return None


def _worded(text: str, is_date: Callable[[str], bool]) -> str | None:
    """What to do about words that leave open which days are meant, or that are of another language."""
    shown, part = f"“{_printable(text)}”", _PART_OF.fullmatch(text)
    within = _plain(part[1]) if part else text
    if part and is_date(within):
        return f"{shown} leaves the days open: write {within}, or the first and last it can be as in {_FIRST_AND_LAST}"
    lacking = _NO_YEAR.fullmatch(part[1] if part else text)
    if lacking and any(_month(name) for name in lacking.groups() if name and name.isalpha()):
        return f"{shown} names no year: write it in digits with its year, such as 2016-12-08 or 2016-12"
    if _WORDED.search(text):
        return f"{shown} has words in it: write it in digits, the year first, such as 2016-12-08, 2016-12 or 2016"
    return None


def _order_unclear(match: _Match, text: str, is_date: Callable[[str], bool]) -> str | None:
    first, second, year = match.groups()
    readings = [(_joined(year, second, first), first, second), (_joined(year, first, second), second, first)]
    possible = [reading for reading in readings if is_date(reading[0])]
    if not possible:
        return None
    if len(possible) == 1 or first == second:
        return f"“{text}” is not EDTF: write {possible[0][0]}"
    named = [f"{date} for {int(day)} {MONTH_NAMES[int(month) - 1]}" for date, day, month in possible]
    return f"“{text}” can mean two days: write {named[0]}, or {named[1]}"


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """Texts that may have been meant, each with what to add to the advice, the surest first."""
    plain = text.strip()
    yield plain, ", with no space or line break around it"
    yield "".join(plain.split()), ", without spaces"
    yield "".join(str(unicodedata.digit(letter, letter)) for letter in plain), ", with the digits 0 to 9"
    yield unicodedata.normalize("NFKC", plain.translate(_DASH_SIGNS)), ", with plain digits and hyphens"
    yield plain.replace("x", "X").replace("u", "X"), ", with a capital X for each digit that is not stated"
    yield plain.upper(), ", in capitals"
    yield from _numbers(plain)
    yield from _words(plain)
    yield from _intervals(plain)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    if match := _YEAR_FIRST.fullmatch(text):
        yield _joined(match[1], match[3], match[4]), ""
    if match := _WITH_DOTS.fullmatch(text):
        yield _joined(match[3], match[2], match[1]), f", if {match[1]} is the day"
    if match := _COMPACT.fullmatch(text):
        yield "-".join(match.groups()), ""
    if match := _TIME.fullmatch(text):
        yield f"{match[1]}T{match[2]}{match[3] or ':00'}{match[4] or ''}", ", with T and with seconds"
    if text[:1] == "Y":
        yield text[1:], ", without the Y"


def _calendar(text: str) -> Iterator[tuple[str, str]]:
    if match := _MONTH_DAY_YEAR.fullmatch(text):
        yield _joined(match[3], _month(match[1]), match[2]), ""
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        yield _joined(match[3], _month(match[2]), match[1]), ""
    if match := _MONTH_YEAR.fullmatch(text):
        yield _joined(match[2], _month(match[1]), None), ""


def _words(text: str) -> Iterator[tuple[str, str]]:
    yield from _calendar(text)
    if match := _ABOUT.fullmatch(text):
        yield f"{_plain(match[1])}~", ", where ~ says approximate"
    if match := _SEASON.fullmatch(text):
        yield f"{match[2]}-{_SEASONS[match[1].lower()]}", ", where 21 to 24 are spring to winter"
    if match := _DECADE.fullmatch(text):
        yield f"{match[1]}X", ""
    if match := _BEFORE_CHRIST.fullmatch(text):
        year = int(match[1]) - 1
        yield (f"-{year:04d}" if year else "0000"), ", as year 0000 is 1 BC"


def _month(name: str) -> str:
    """The number of an English month, whole or shortened; "" if it is none."""
    numbers = (number for number, full in enumerate(MONTH_NAMES, 1) if full.lower().startswith(name.lower()))
    return str(next(numbers, ""))


def _intervals(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_YEARS, _DASHED):
        if match := pattern.fullmatch(text):
            yield f"{match[1]}/{match[2]}", ", with a slash between start and end"
    if match := _DOTTED.fullmatch(text):
        yield f"{match[1].strip()}/{match[2].strip()}", f" if it lasted, or [{text}] if it was one day of these"
    if match := _SHORT_YEARS.fullmatch(text):
        yield f"{match[1]}{match[2]}/{match[1]}{match[3]}", ", if these are two years"
    if match := _UNTIL.fullmatch(text):
        yield from _one_sided(match[1].lower(), _plain(match[2]))
    if match := _BETWEEN.fullmatch(text):
        yield from _two_sided(bool(match[1]), match[2], match[3])
    for pattern, sign in _DRAFT_WORDS:
        yield pattern.sub(sign, text), ""
    yield _DRAFT_START.sub("/", text), ""


def _one_sided(word: str, date: str) -> Iterator[tuple[str, str]]:
    if word in ("before", "after") and re.fullmatch(r"[0-9]{4}", date):
        date = f"{int(date) + (1 if word == 'after' else -1):04d}"
    if word in ("until", "till"):
        yield f"../{date}", ", open at its start"
    elif word in ("since", "from"):
        yield f"{date}/..", ", open at its end"
    elif word == "after":
        yield f"[{date}..]", ", in quotation marks, for some day from then on"
    else:
        yield f"[..{date}]", ", in quotation marks, for some day up to then"


def _two_sided(between: bool, first: str, last: str) -> Iterator[tuple[str, str]]:
    """Dates with a start and an end in words; "3" in "3 and 8 December 2016" is a day of the same month."""
    end = _plain(last)
    start = f"{end[:-3]}-{first.zfill(2)}" if re.fullmatch(r"[0-9]{1,2}", first) else _plain(first)
    if between:
        yield f"[{start}..{end}]", f", in quotation marks, for one day of these, or {start}/{end} if it lasted"
    else:
        yield f"{start}/{end}", ", with a slash between start and end"


def _plain(text: str) -> str:
    """A date in words or figures as EDTF; the text itself if it is none of these."""
    if re.fullmatch(r"[0-9-]+", text):
        return text
    return next((better for form in (_numbers, _calendar) for better, why in form(text) if not why), text)


def _joined(year: str, month: str, day: str | None) -> str:
    return "-".join([year, month.zfill(2)] + ([day.zfill(2)] if day else []))


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)
