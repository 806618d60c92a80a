"""Turns a year, month or day, or two of them, into the words of a locale, by the patterns Babel carries from CLDR.

Babel formats `datetime.date` only, which ends at the years 1 and 9999, prints Western digits everywhere,
and writes intervals with shortened months; so the patterns are Babel's and filling them is done here.
"""

import re
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.dates import DateTimeFormat, match_skeleton, parse_pattern

from .own_locale import own_locale
from .values import Clock

# "8 December 2016" can be read in one way wherever English is read; plain "en" is American in CLDR, "en_US" still is.
_INTERNATIONAL = {"en": "en_001"}
_ZEROS = {
    "adlm": 0x1E950, "arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "cakm": 0x11136, "deva": 0x0966,
    "hmnp": 0x1E140, "mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x07C0, "olck": 0x1C50, "tibt": 0x0F20,
}  # fmt: skip
"""The digit zero of each numbering system that is some locale's default in CLDR; Babel has only their names."""

_THIN_SPACE = "\u2009"  # CLDR's around a dash; a plain space is found by a search and survives copying
_DASHES = " \u00a0\u202f–—-~～〜至"
_SHORT_MONTH = re.compile(r"(?<![ML])(MMM|LLL)(?![ML])")


class Fields(NamedTuple):
    """What of a date is to be printed; the year counts 0 for 1 BC, as everywhere in this package."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def names(self) -> str:
        """Which fields there are, as CLDR letters: "yMd", "yM", "Md" ..."""
        return "".join(letter for letter, value in zip("yMd", self, strict=True) if value is not None)


class Style(NamedTuple):
    """The locale to write in, and whether months are written out."""

    locale: Locale
    wide: bool


@lru_cache(maxsize=64)
def style(locale: str, wide: bool) -> Style:
    """The style for a locale named as in `en`, `pt_BR` or `zh-Hant`; raises babel.UnknownLocaleError."""
    name = locale.replace("-", "_")
    return Style(own_locale(_INTERNATIONAL.get(name, name)), wide)


class _Filling(DateTimeFormat):
    """Fills a CLDR pattern, with years of any size and with the era before year 1."""

    def __init__(self, fields: Fields, locale: Locale) -> None:
        super().__init__(date(2000, fields.month or 1, fields.day or 1), locale)
        self._year = fields.year or 0

    def format_year(self, char: str, num: int) -> str:
        return str(self._year if self._year > 0 else 1 - self._year)

    def format_era(self, char: str, num: int) -> str:
        return str(self.locale.eras["abbreviated"][int(self._year > 0)])


def numerals(text: str, locale: Locale) -> str:
    """The text with its digits in the locale's own numbering system: unchanged for `ar`, Arabic-Indic for `ar_EG`."""
    zero = _ZEROS.get(locale.default_numbering_system)
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)}) if zero else text


def written(fields: Fields, style: Style) -> str:
    """A year, a month, a day or a part of them in the order and the words of the locale."""
    before_christ = fields.year is not None and fields.year <= 0
    return _filled(_pattern(fields.names, before_christ, style), fields, style)


def spanned(start: Fields, end: Fields, style: Style) -> str:
    """Two dates as one: "4–8 December 2016", with what they share written once where the locale does so."""
    pair = _pair(start, end, style)
    if pair is None:
        fallback = str(style.locale.interval_formats[None])
        return _tidy(fallback.format(written(start, style), written(end, style)))
    return _filled(pair[0], start, style) + _filled(pair[1], end, style)


def span_ends(start: Fields, end: Fields, style: Style) -> tuple[str, str]:
    """The same in two pieces, for a phrase that joins them: "4" and "8 December 2016"."""
    pair = _pair(start, end, style)
    if pair is None:
        return written(start, style), written(end, style)
    first = _filled(pair[0], start, style).rstrip(_DASHES).removesuffix(_joint(style.locale)).rstrip(_DASHES)
    return first, _filled(pair[1], end, style)


def clock_time(clock: Clock, style: Style) -> str:
    """The time of day with the locale's 24-hour pattern, and seconds only if there are any."""
    name = "Hms" if clock.second else "Hm"
    value = time(clock.hour, clock.minute, clock.second)
    return numerals(style.locale.datetime_skeletons[name].apply(value, style.locale), style.locale)


def day_with_time(day: str, clock: str, style: Style) -> str:
    """A day and a time of day joined as the locale joins them."""
    return str(style.locale.datetime_formats["medium"]).replace("{1}", day).replace("{0}", clock).replace("'", "")


def _joint(locale: Locale) -> str:
    """The word between two dates, in a locale that has one: Persian "تا"."""
    return str(locale.interval_formats[None]).partition("{0}")[2].partition("{1}")[0].strip(_DASHES + _THIN_SPACE)


def _tidy(text: str) -> str:
    return text.replace(_THIN_SPACE, " ")


def _filled(pattern: str, fields: Fields, style: Style) -> str:
    return numerals(_tidy(parse_pattern(pattern) % _Filling(fields, style.locale)), style.locale)


@lru_cache(maxsize=1024)
def _pattern(names: str, before_christ: bool, style: Style) -> str:
    if names == "M":
        return "LLLL" if style.wide else "LLL"
    if names == "yMd" and style.wide and not before_christ:
        return str(style.locale.date_formats["long"].pattern)
    short = ("G" if before_christ else "") + names.replace("M", "MMM")
    skeletons = style.locale.datetime_skeletons
    wide = short.replace("MMM", "MMMM") if style.wide else short
    found = wide if wide in skeletons else match_skeleton(short, skeletons)
    if found is None:
        raise LookupError(f"locale {style.locale} has no pattern for {short}")
    return _widened(str(skeletons[found].pattern), style)


def _widened(pattern: str, style: Style) -> str:
    return _SHORT_MONTH.sub(lambda month: month[0] + month[0][0], pattern) if style.wide else pattern


def _pair(start: Fields, end: Fields, style: Style) -> tuple[str, str] | None:
    """The patterns of both ends of an interval, the first with its joint; None where CLDR has no such pair."""
    if start.names != end.names or not start.names.startswith("y") or min(start.year or 0, end.year or 0) <= 0:
        return None
    differing = next((name for name, one, other in zip("yMd", start, end, strict=True) if one != other), None)
    return _interval_patterns(start.names, differing, style) if differing else None


@lru_cache(maxsize=1024)
def _interval_patterns(names: str, differing: str, style: Style) -> tuple[str, str] | None:
    formats = style.locale.interval_formats
    wide = names.replace("M", "MMMM")
    chosen = wide if style.wide and wide in formats else names.replace("M", "MMM")
    patterns = formats.get(chosen, {}).get(differing, ())
    if len(patterns) != 2:
        return None
    return _widened(patterns[0], style), _widened(patterns[1], style)
