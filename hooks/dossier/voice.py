"""The site's own language: translated phrases, and dates and numbers worded as its locale writes them."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from math import inf
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from .dates import When, iso, short, words
from .dates.patterns import numerals
from .dates.phrases import N_
from .model import Measure
from .model.words import Qualifier, Word

CATALOGUES: Final = Path(__file__).parent / "locale"
COMMA: Final = N_(", ")
SEMICOLON: Final = N_("; ")


def catalogue(text: str) -> NullTranslations:
    """Return the translations of a catalogue in gettext's text form (.po): it needs no compiled file beside it."""
    compiled = BytesIO()
    write_mo(compiled, read_po(StringIO(text)))
    compiled.seek(0)
    return GNUTranslations(compiled)


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
        """The catalogue of the language: of this country (`pt_BR`) if there is one, else of the language alone."""
        for name in (self.locale, self.locale.partition("_")[0]):
            path = CATALOGUES / f"{name}.po"
            if path.is_file():
                return catalogue(path.read_text(encoding="utf-8"))
        return NullTranslations()

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
        return f"{name} ({self.comma.join(details)})" if details else name

    @cached_property
    def comma(self) -> str:
        """What stands between the items of a list: a comma and a space, as the language writes them."""
        return self.text(COMMA)

    @cached_property
    def semicolon(self) -> str:
        """What stands between items that may hold commas."""
        return self.text(SEMICOLON)

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
        return self._numerals(format_decimal(value, locale=self.locale, numbering_system="default"))

    def exact(self, value: Fraction) -> str:
        """Return a number with all its digits; it must have an end in decimals."""
        digits = Decimal(value.numerator) / Decimal(value.denominator)
        said = format_decimal(digits, locale=self.locale, decimal_quantization=False, numbering_system="default")
        return self._numerals(said)

    def _numerals(self, said: str) -> str:
        """Return a number in the digits of the locale: Babel writes Western ones everywhere."""
        return numerals(said, Locale.parse(self.locale))

    def length(self, metres: float) -> str:
        """Return a length in kilometres, or in metres below one."""
        said, shown = (self.text("{n} km"), metres / 1000) if metres >= 1000 else (self.text("{n} m"), metres)
        return said.format(n=self.number(shown))

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
