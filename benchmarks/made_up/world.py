"""How many entries there are, what they are called, which days they have, and the chance by which they are filled.

Time is what keeps a made-up dossier free of contradictions: two sources and four events to a day, and whoever reports
something has a number that is not before it.
"""

import datetime
import random
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

Field = str | int | float | Mapping[str, "Field"] | Sequence["Field"]

_FIRST_DAY: Final = datetime.date(1990, 1, 1)
_WORDS: Final = """
after again agreed along also among announced another answered army around asked attack away bank became before
began behind between border both bridge brought building called came camp carried centre city clear close coast
column commander company control convoy council counted country crossing daily dawn deal decided described district
doctor early east eight evening every fell few fighting figure film fire first five followed force former found four
from fuel gave government group half harbour held hill hospital hour house hundred inside journalist known large
later left letter line little local long lorry lost market meeting member minister month morning most moved named
near nearly never next night north number office officer official older only open order other over paper part people
photograph plain police port prison public quarter railway reached read received remained reported residents
returned river road said same school second seen sent seven several side since small soldier south spoke station
statement still stopped stood street struck supply talks team third thousand three told took tower town train under
until valley village visited waited wall water week well west while witness woman work wrote year young
"""
_STARTS: Final = "Ba Ce Di Fo Gu Ha Je Ki Lo Mu Na Pe Ri So Tu Va Ye Zo"
_MIDDLES: Final = "ba ce di fo gu la me ni ro su ta ve"
_ENDS: Final = "bar den fil gos lan mir nor ras sel tan vik zam"


class Date(NamedTuple):
    """An EDTF date as written, and the first and last day it allows, counted from the first day of all."""

    text: str
    first: int
    last: int


class World:
    """The counts, names and days of a made-up dossier with so many events."""

    def __init__(self, events: int) -> None:
        self.chance = random.Random(events)
        self.vocabulary = _WORDS.split()
        self.counts = {
            "event": events,
            "actor": max(2, events // 5),
            "source": max(8, events // 2),
            "place": max(2, events // 20),
            "claim": max(8, events // 10),
            "term": 20,
        }
        self.last_day = self.source_day(self.counts["source"]) + 5
        self.names = self._names(self.counts["actor"] + self.counts["place"] + self.counts["term"])

    def _names(self, many: int) -> list[str]:
        words = ["".join(parts) for parts in product(_STARTS.split(), _MIDDLES.split(), _ENDS.split())]
        pairs = [f"{words[number % len(words)]} {words[number * 7 % len(words)]}" for number in range(many)]
        return [name if number < len(words) else f"{name} {number}" for number, name in enumerate(pairs)]

    def name(self, kind: str, number: int) -> str:
        skipped = {"actor": 0, "place": self.counts["actor"], "term": self.counts["actor"] + self.counts["place"]}
        return self.names[skipped[kind] + number]

    def number(self, kind: str) -> int:
        """Return the number of some entry; never the source that is taken apart, whose locators are its passages."""
        return self.chance.randrange(1 if kind == "source" else 0, self.counts[kind])

    def some(self, kind: str) -> str:
        return f"{kind}-{self.number(kind)}"

    def odds(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    def words(self, low: int, high: int) -> str:
        return " ".join(self.chance.choices(self.vocabulary, k=self.chance.randint(low, high)))

    def sentence(self, low: int = 8, high: int = 14) -> str:
        return self.words(low, high).capitalize()

    def source_day(self, number: int) -> int:
        return number // 2 + 1

    def event_day(self, number: int) -> int:
        return number // 4

    def day(self, number: int) -> str:
        return (_FIRST_DAY + datetime.timedelta(days=number)).isoformat()

    def dated(self, number: int, *, spans: bool = False) -> Date:
        """Return a date that begins on this day or before it and ends on it or after it; an interval if `spans`."""
        day = self.day(number)
        form = self.chance.randrange(100)
        if form < 12:
            month = datetime.date.fromisoformat(day).replace(day=1)
            after = (month + datetime.timedelta(days=31)).replace(day=1)
            first = (month - _FIRST_DAY).days
            return Date(day[:7], first, first + (after - month).days - 1)
        if spans and form < 28:
            last = number + self.chance.randint(1, 4)
            return Date(f"{day}/{self.day(last)}" if form < 22 else f"[{day}..{self.day(last)}]", number, last)
        return Date(day + ("~" if form > 92 else "?" if form > 86 else ""), number, number)
