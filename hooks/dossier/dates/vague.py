"""Words a date with X in it: which part is not stated, or between which days it lies."""

from .bounds import fitting, known_bounds
from .patterns import Fields, numerals, written
from .stated import Part, Stated
from .values import Day
from .voice import Voice


def vague_words(stated: Stated, voice: Voice) -> str:
    """A date in which at least one digit is X, without its qualification."""
    if stated.year.digits == "XXXX":
        return _without_year(stated, voice)
    if _is_unstated(stated.day) or (stated.day is None and _is_unstated(stated.month)):
        return _without_end(stated, voice)
    if _ends_in_x(stated.year) and stated.grouping is None and not any("X" in part.digits for part in stated.parts[1:]):
        return _within_years(stated, voice)
    return _between(stated, voice)


def _is_unstated(part: Part | None) -> bool:
    return part is not None and part.digits == "XX"


def _ends_in_x(part: Part) -> bool:
    """Whether X stands for the last digits only, as in 201X and 20XX and unlike 2X16."""
    return part.digits.endswith("X") and "X" not in part.digits.rstrip("X")


def _without_year(stated: Stated, voice: Voice) -> str:
    month, day = stated.month, stated.day
    if month is None:
        return voice.gettext(voice.phrases.only_year_missing)
    if _is_unstated(month) and (day is None or _is_unstated(day)):
        return voice.gettext(voice.phrases.all_missing)
    if "X" in month.digits or stated.grouping is not None:
        return voice.say(voice.phrases.recorded, text=stated.text)
    if day is None or _is_unstated(day):
        phrase = voice.phrases.missing_year if day is None else voice.phrases.missing_day_and_year
        return voice.say(phrase, date=written(Fields(None, int(month.digits)), voice.style))
    if "X" in day.digits:
        return voice.say(voice.phrases.recorded, text=stated.text)
    return voice.say(
        voice.phrases.missing_year, date=written(Fields(None, int(month.digits), int(day.digits)), voice.style)
    )


def _without_end(stated: Stated, voice: Voice) -> str:
    """Drops the month or day that is XX, words the rest, and says what is missing."""
    if stated.day is None:
        phrase, rest = voice.phrases.missing_month, stated.shortened(1)
    elif _is_unstated(stated.month):
        phrase, rest = voice.phrases.missing_day_and_month, stated.shortened(1)
    else:
        phrase, rest = voice.phrases.missing_day, stated.shortened(2)
    date = voice.written(*rest.numbers) if rest.exact else vague_words(rest, voice)
    return voice.say(phrase, date=date)


def _within_years(stated: Stated, voice: Voice) -> str:
    """A year such as 201X, alone or with a month and day that are stated."""
    first, last = known_bounds(stated.shortened(1))
    if stated.month is None:
        return _years(stated.year.digits, first, last, voice)
    month, day = stated.month, stated.day
    date = written(Fields(None, int(month.digits), int(day.digits) if day else None), voice.style)
    start, end = voice.written(first[0]), voice.written(last[0])
    return voice.say(voice.phrases.in_some_year, date=date, start=start, end=end)


def _years(digits: str, first: Day, last: Day, voice: Voice) -> str:
    """ "the 2010s"; but 200X and 20XX in full, because "the 2000s" could mean either."""
    if digits.count("X") == 1 and digits[-2] != "0" and first[0] > 0:
        return voice.say(voice.phrases.decade, year=numerals(str(first[0]), voice.style.locale))
    return voice.between(voice.phrases.between, first, last, 1)


def _between(stated: Stated, voice: Voice) -> str:
    first, last = known_bounds(stated)
    phrases = voice.phrases
    if stated.grouping is not None:
        return voice.between(phrases.recorded_between, first, last, 2, stated.text)
    phrase = phrases.between if _contiguous(stated) else phrases.recorded_between
    return voice.between(phrase, first, last, len(stated.parts), stated.text)


def _contiguous(stated: Stated) -> bool:
    """Whether every month or day between the bounds is meant, as in 2016-12-1X and unlike 2016-12-X1."""
    *before, last = stated.parts
    if not before or any("X" in part.digits for part in before):
        return False
    numbers = fitting(last.digits, 1, 12 if len(before) == 1 else 31)
    return numbers == tuple(range(numbers[0], numbers[-1] + 1))
