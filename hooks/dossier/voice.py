"""The site's own language: translated phrases, and dates and numbers worded as its locale writes them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from gettext import NullTranslations
from math import inf
from pathlib import Path
from typing import Final

from babel import Locale
from babel.numbers import format_decimal
from babel.support import Translations

from .dates import When, iso, short, words
from .model import Measure
from .model.words import Qualifier, Word

CATALOGUES: Final = Path(__file__).parent / "locale"


@lru_cache(maxsize=8)
def voice_of(language: str) -> "Voice":
    """Return the voice of a language, the same one each time, with what it has worded so far."""
    return Voice(language)


@dataclass(frozen=True)
class Voice:
    """Words for one language (a BCP 47 tag). What has no translation yet stays English."""

    language: str = "en"

    @cached_property
    def _dates(self) -> dict[str, str]:
        """Dates worded so far: a dossier has few days and names each of them often."""
        return {}

    @cached_property
    def _numbers(self) -> dict[float, str]:
        """Numbers worded so far."""
        return {}

    @cached_property
    def locale(self) -> str:
        """The name Babel has for the language."""
        return str(Locale.parse(self.language, sep="-"))

    @cached_property
    def translations(self) -> NullTranslations:
        return Translations.load(CATALOGUES, [self.locale])

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return Locale.parse(self.locale).text_direction

    def text(self, message: str) -> str:
        """Return a phrase in this language; an empty phrase stays empty."""
        return self.translations.gettext(message) if message else ""

    def plural(self, one: str, many: str, number: int) -> str:
        """Return the phrase for a number of things, with `{n}` filled in."""
        return self.translations.ngettext(one, many, number).format(n=self.number(number))

    def language_name(self, tag: str) -> str:
        """Return the name of a language in this one: `Arabic` for `ar`; the tag itself where CLDR has no name."""
        own = Locale.parse(self.locale)
        language, *rest = tag.split("-")
        details = [own.scripts.get(part) or own.territories.get(part) or part for part in rest]
        name = str(own.languages.get(language, language))
        return f"{name} ({', '.join(details)})" if details else name

    def label(self, word: Word) -> str:
        """Return the label of a word of a closed list."""
        return self.text(word.label)

    def number(self, value: float) -> str:
        said = self._numbers.get(value)
        if said is None:
            # What is too large for a float is wrong data, told by a rule; Babel has no word for it.
            said = self._numbers[value] = f"{'-' if value < 0 else ''}∞" if abs(value) == inf else self._decimal(value)
        return said

    def _decimal(self, value: float) -> str:
        return str(format_decimal(value, locale=self.locale))

    def exact(self, value: Fraction) -> str:
        """Return a number with all its digits; it must have an end in decimals."""
        digits = Decimal(value.numerator) / Decimal(value.denominator)
        return str(format_decimal(digits, locale=self.locale, decimal_quantization=False))

    def length(self, metres: float) -> str:
        """Return a length in kilometres, or in metres below one."""
        return f"{self.number(metres / 1000)} km" if metres >= 1000 else f"{self.number(metres)} m"

    def when(self, when: When) -> str:
        """Return a date in words for running text."""
        said = self._dates.get(when.text)
        if said is None:
            said = self._dates[when.text] = words(when, self.locale, self.text)
        return said

    def short_when(self, when: When) -> str:
        """Return a date for a narrow column."""
        return short(when, self.locale, self.text)

    def iso(self, when: When) -> str:
        """Return the value of a `datetime` attribute, or nothing where HTML has no form for the date."""
        return iso(when) or ""

    def figure(self, measure: Measure, *, unit: bool = True) -> str:
        """Return a figure in words: `more than 2,000,000 US dollars`."""
        low, dots, high = measure.value.partition("..")
        value = (
            "–".join(self.number(float(part)) for part in (low, high) if part)
            if dots
            else (self.number(float(low)) if low else "")
        )
        said = self.label(measure.qualifier).format(value=value)
        if not unit:
            return said
        if not measure.value and measure.qualifier is not Qualifier.SEVERAL_HUNDRED:
            return self.text("{number} of {unit}").format(number=said, unit=self.text(measure.unit))
        return f"{said} {self.text(measure.unit)}"
