"""Turns a date, an interval or a set into words for people, in any locale Babel knows.

Babel gives the order, the month names and the joints of intervals; the phrases around them are in `phrases`,
and `gettext` translates them, so that a dossier in another language needs a catalogue and no code.
"""

from itertools import pairwise

from .bounds import bounds_of
from .days import from_ordinal, ordinal
from .patterns import Fields, span_ends, spanned, style, written
from .phrases import LONG, SHORT
from .reading import read
from .single import date_words, unqualified_words
from .stated import Expression, Gap, Member, Stated
from .values import Day, When
from .voice import Gettext, Voice


def untranslated(message: str) -> str:
    """The message itself: the English of a site without a catalogue."""
    return message


def words(when: When, locale: str = "en", gettext: Gettext = untranslated) -> str:
    """The date in words for running text: "about September to December 2016".

    `locale` is any name Babel knows (`en` is written day first, `en_US` month first);
    `gettext` translates the phrases of `phrases.LONG`. Raises babel.UnknownLocaleError.
    """
    return _expression(read(when.text), Voice(style(locale, True), LONG, gettext))


def short(when: When, locale: str = "en", gettext: Gettext = untranslated) -> str:
    """The date for a narrow column: "9–11 Dec 2016"; as `words` otherwise, with `phrases.SHORT`."""
    return _expression(read(when.text), Voice(style(locale, False), SHORT, gettext))


def day_month(day: Day, locale: str = "en") -> str:
    """A day without its year, for the tick of an axis: "8 Dec". Raises babel.UnknownLocaleError."""
    return written(Fields(None, day[1], day[2]), style(locale, False))


def _expression(expression: Expression, voice: Voice) -> str:
    if expression.kind in ("one-of", "all-of"):
        return _set(expression.members, expression.kind == "one-of", voice)
    return _member(expression.members[0], voice)


def _member(member: Member, voice: Voice) -> str:
    start, end = member
    phrases = voice.phrases
    if isinstance(start, Stated) and isinstance(end, Stated):
        return date_words(start, voice) if start.text == end.text else _interval(start, end, voice)
    if isinstance(end, Stated):
        phrase = phrases.until if start is Gap.OPEN else phrases.until_unknown
        return voice.say(phrase, date=date_words(end, voice))
    if isinstance(start, Stated):
        phrase = phrases.since if end is Gap.OPEN else phrases.since_unknown
        return voice.say(phrase, date=date_words(start, voice))
    raise AssertionError("an interval has a date on one side at least")


def _interval(start: Stated, end: Stated, voice: Voice) -> str:
    """Says once what is true of both ends: "about September to December 2016"."""
    doubts = _whole_doubts(start)
    if doubts is None or doubts != _whole_doubts(end):
        return voice.say(voice.phrases.span, start=date_words(start, voice), end=date_words(end, voice))
    uncertain, approximate = doubts
    text = _about(start, end, voice) if approximate else _joined(start, end, voice)
    return voice.say(voice.phrases.uncertain, date=text) if uncertain else text


def _joined(start: Stated, end: Stated, voice: Voice) -> str:
    fields = _same_fields(start, end)
    if fields:
        return spanned(*fields, voice.style)
    first, last = unqualified_words(start, voice), unqualified_words(end, voice)
    return voice.say(voice.phrases.span, start=first, end=last)


def _about(start: Stated, end: Stated, voice: Voice) -> str:
    phrase = voice.phrases.about_span
    if phrase is None:
        return voice.say(voice.phrases.about, date=_joined(start, end, voice))
    fields = _same_fields(start, end)
    if fields:
        first, last = span_ends(*fields, voice.style)
    else:
        first, last = unqualified_words(start, voice), unqualified_words(end, voice)
    return voice.say(phrase, start=first, end=last)


def _whole_doubts(stated: Stated) -> tuple[bool, bool] | None:
    """Uncertain and approximate, if each is true of all parts or of none; a year with S is an estimate by itself."""
    doubts = {(part.uncertain, part.approximate) for part in stated.parts}
    return doubts.pop() if len(doubts) == 1 and not stated.significant else None


def _same_fields(start: Stated, end: Stated) -> tuple[Fields, Fields] | None:
    """Both as numbers, if both are plain and of the same precision, so that what they share can be said once."""
    if start.exact and end.exact and len(start.parts) == len(end.parts):
        return Fields(*start.numbers), Fields(*end.numbers)
    return None


def _set(members: tuple[Member, ...], one: bool, voice: Voice) -> str:
    whole = _run(members)
    if whole is not None:
        text = _choice(whole, one, voice)
        return _of_these(text, whole, one, voice) if _is_range(whole) else text
    dates = [_choice(member, one, voice) for member in members]
    if not any(_is_range(member) for member in members):
        return voice.listed(dates, "or" if one else "standard")
    return voice.say(voice.phrases.one_of if one else voice.phrases.all_of, dates=voice.listed(dates))


def _is_range(member: Member) -> bool:
    return isinstance(member.start, Stated) and isinstance(member.end, Stated) and member.start is not member.end


def _of_these(text: str, span: Member, one: bool, voice: Voice) -> str:
    """Says of a range whether it means one or all of its days, months or years."""
    phrases, (start, end) = voice.phrases, span
    if isinstance(start, Gap) or isinstance(end, Gap) or not _same_fields(start, end):
        return voice.say(phrases.one_of if one else phrases.all_of, dates=text)
    by_precision = (
        (phrases.one_year, phrases.one_month, phrases.one_day)
        if one
        else (phrases.all_years, phrases.all_months, phrases.all_days)
    )
    return voice.say(by_precision[len(start.parts) - 1], dates=text)


def _choice(member: Member, one: bool, voice: Voice) -> str:
    start, end = member
    phrases = voice.phrases
    if isinstance(end, Stated) and start is Gap.OPEN:
        return voice.say(phrases.or_earlier if one else phrases.and_earlier, date=date_words(end, voice))
    if isinstance(start, Stated) and end is Gap.OPEN:
        return voice.say(phrases.or_later if one else phrases.and_later, date=date_words(start, voice))
    return _member(member, voice)


def _run(members: tuple[Member, ...]) -> Member | None:
    """One member that says the same as all of them, if they follow each other without a gap; [09,10,11] is [09..11]."""
    joined = members[0]
    for member, following in pairwise(members):
        if not _follows(member.end, following.start):
            return None
        joined = Member(joined.start, following.end)
    return joined


def _follows(end: Stated | Gap, start: Stated | Gap) -> bool:
    if isinstance(end, Gap) or isinstance(start, Gap) or not _same_fields(end, start):
        return False
    if _whole_doubts(end) != (False, False) or _whole_doubts(start) != (False, False):
        return False
    last, first = bounds_of(end)[1], bounds_of(start)[0]
    return last is not None and first == from_ordinal(ordinal(last) + 1)
