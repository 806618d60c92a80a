"""Words one date: its year, month, day and time, and what is in doubt about them."""

from .bounds import known_bounds
from .patterns import clock_time, day_with_time, numerals
from .phrases import GROUPINGS, PART_NAMES
from .stated import Stated
from .vague import vague_words
from .values import Clock
from .voice import Voice


def date_words(stated: Stated, voice: Voice) -> str:
    """A date with its doubts: "about 6 December 2016", "11 June 2004 (approximate: year and month)"."""
    phrases = voice.phrases
    text = unqualified_words(stated, voice)
    if not stated.significant:
        approximate = tuple(part.approximate for part in stated.parts)
        text = _doubted(text, approximate, phrases.about, phrases.partly_approximate, voice)
    uncertain = tuple(part.uncertain for part in stated.parts)
    return _doubted(text, uncertain, phrases.uncertain, phrases.partly_uncertain, voice)


def unqualified_words(stated: Stated, voice: Voice) -> str:
    """The same without ?, ~ and %, for a phrase that says them of several dates at once."""
    if stated.significant:
        return _estimated(stated, voice)
    if stated.vague:
        return vague_words(stated, voice)
    if stated.grouping is not None:
        return voice.say(GROUPINGS[stated.grouping - 21], year=voice.written(stated.numbers[0]))
    day = voice.written(*stated.numbers)
    return day_with_time(day, _time(stated.clock, voice), voice.style) if stated.clock else day


def _doubted(text: str, parts: tuple[bool, ...], of_all: str, of_some: str, voice: Voice) -> str:
    if all(parts):
        return voice.say(of_all, date=text)
    if not any(parts):
        return text
    names = [voice.gettext(name) for name, doubted in zip(PART_NAMES, parts, strict=False) if doubted]
    return voice.say(of_some, date=text, parts=voice.listed(names))


def _estimated(stated: Stated, voice: Voice) -> str:
    first, last = known_bounds(stated)
    start, end = voice.written(first[0]), voice.written(last[0])
    return voice.say(voice.phrases.estimated, date=voice.written(*stated.numbers), start=start, end=end)


def _time(clock: Clock, voice: Voice) -> str:
    time = clock_time(clock, voice.style)
    if not clock.zone:
        return time
    return voice.say(voice.phrases.clock, time=time, zone=numerals(_zone(clock.zone), voice.style.locale))


def _zone(zone: str) -> str:
    """ "Z" and shifts as people read them: UTC, UTC−04:00."""
    if zone == "Z":
        return "UTC"
    return f"UTC{zone}{'' if len(zone) > 3 else ':00'}".replace("-", "\N{MINUS SIGN}")
