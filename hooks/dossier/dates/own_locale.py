"""Gives a Babel locale that shares no date words with any other locale of the process.

Babel (2.18) resolves an inherited month name once and writes it into data that all locales share, so that French asked
after Japanese has Japanese months. The same dossier must give the same bytes whatever was worded before it.
"""

from copy import deepcopy
from functools import cached_property, lru_cache

from babel import Locale
from babel.localedata import LocaleDataDict, load

_WORDS_OF_DATES = (
    "months",
    "eras",
    "date_formats",
    "datetime_formats",
    "datetime_skeletons",
    "interval_formats",
    "list_patterns",
)


class _OwnLocale(Locale):
    @cached_property
    def _data(self) -> LocaleDataDict:
        return LocaleDataDict(
            {name: deepcopy(words) if name in _WORDS_OF_DATES else words for name, words in load(str(self)).items()}
        )


@lru_cache(maxsize=32)
def own_locale(name: str) -> Locale:
    """The locale of that name; raises babel.UnknownLocaleError, or ValueError if it is no name of a locale."""
    parsed = Locale.parse(name)
    return _OwnLocale(parsed.language, parsed.territory, parsed.script, parsed.variant, parsed.modifier)
