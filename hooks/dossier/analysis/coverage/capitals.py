"""Runs of capitalised words inside a sentence: names that a dossier may not know yet.

It works for scripts that have capitals, and not for languages that write every noun with one. Names of months and days
are left out, in the language of the text as CLDR has them.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'.-]?[^\W_]+)*\.?")
_POSSESSIVE: Final = re.compile(r"(?:[’']s?|\.)$")
_OPENS: Final = "“‘\"'«(„[:¿¡"
_NOUNS_WITH_CAPITALS: Final = ("de", "lb")
LONGEST: Final = 4
"""Words of a run that are shown; a longer run may be more of the text than a name."""

HEADLINE: Final = 5
"""Longer words from which on a sentence can be told to be a headline that has a capital everywhere."""


def tells_names(language: str) -> bool:
    """Tell whether a capital inside a sentence marks a name in this language (a BCP 47 tag)."""
    return language.partition("-")[0] not in _NOUNS_WITH_CAPITALS


def capital_runs(sentence: str, taken: Iterable[tuple[int, int]], calendar: frozenset[str]) -> Iterator[str]:
    """Yield the runs of capitalised words of a sentence, not those that begin it or a quotation in it.

    `taken` are the spots of names that are known already. Where most words have a capital, as in some headlines, it
    says nothing, and nothing is given.
    """
    words = [(found.start(), _POSSESSIVE.sub("", found.group())) for found in _WORD.finditer(sentence)]
    long_words = [word for _, word in words[1:] if len(word) > 3 and word not in calendar]
    if 2 * sum(word[0].isupper() for word in long_words) > len(long_words) >= HEADLINE:
        return
    known = {at for start, end in taken for at in range(start, end)}
    run: list[str] = []
    end = 0
    for number, (start, word) in enumerate(words):
        begins = number == 0 or sentence[:start].rstrip()[-1:] in _OPENS
        fits = word[0].isupper() and not begins and start not in known and word not in calendar
        if run and not (fits and sentence[end:start] in (" ", "\u00a0", "-")):
            yield from _whole(run)
            run = []
        if fits:
            run.append(word)
        end = start + len(word)
    yield from _whole(run)


def _whole(run: list[str]) -> Iterator[str]:
    if run and len("".join(run)) > 1:
        yield " ".join(run[:LONGEST])


@lru_cache(maxsize=8)
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of months and days in a language; none where CLDR does not know it."""
    try:
        data = load(str(Locale.parse(language, sep="-")))
    except (UnknownLocaleError, ValueError):
        return frozenset()
    # A copy: Babel writes names it inherits into data that all locales share (see dates/own_locale.py).
    names = LocaleDataDict({kind: deepcopy(data[kind]) for kind in ("months", "days")})
    return frozenset(
        str(name).rstrip(".")
        for kind in ("months", "days")
        for width in ("wide", "abbreviated")
        for name in names[kind]["format"][width].values()
    )
