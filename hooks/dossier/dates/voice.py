"""How a date is to be worded: in which locale, with which phrases, translated by whom."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from babel.lists import format_list

from .patterns import Fields, Style, span_ends, written
from .phrases import Phrases
from .values import Day

Gettext = Callable[[str], str]


class Voice(NamedTuple):
    """Everything a wording depends on besides the date."""

    style: Style
    phrases: Phrases
    gettext: Gettext

    def say(self, phrase: str, **values: str) -> str:
        """A phrase in the reader's language, with its placeholders filled."""
        return self.gettext(phrase).format(**values)

    def written(self, *numbers: int) -> str:
        """A year, a year and month, or a whole day."""
        return written(Fields(*numbers), self.style)

    def between(self, phrase: str, first: Day, last: Day, depth: int, text: str = "") -> str:
        """A phrase about two days, of which the first `depth` parts matter: 1 for years, 2 for months, 3 for days."""
        start, end = span_ends(Fields(*first[:depth]), Fields(*last[:depth]), self.style)
        return self.say(phrase, start=start, end=end, text=text)

    def listed(self, items: list[str], style: Literal["standard", "or"] = "standard") -> str:
        """The items as a list of the locale: "a, b and c", or "a, b or c"."""
        return format_list(items, style, self.style.locale)
