"""Which sentence of a passage a claim, remark or gist tells of: the one it shares most words, names and figures with.

Claims are in the editors' own words and may be in another language, so this is a help for finding what is missing and
no proof that a sentence is covered.
"""

import re
from collections.abc import Sequence
from typing import Final

from ..usage.naming import Naming
from .numerals import number_keys

_LETTERS: Final = re.compile(r"[^\W\d_]+")
STEM: Final = 5
"""Letters by which words are compared, so that «continue» and «continues» are the same; shorter words than four letters
are left out."""

Traits = frozenset[str]


def traits_of(text: str, naming: Naming) -> Traits:
    """Return what a text is compared by: beginnings of its longer words, its numbers, and the entries it names."""
    words = {word.casefold()[:STEM] for word in _LETTERS.findall(text) if len(word) > 3}
    named = {f":{id_}" for meant in naming.find(text) for id_ in meant.ids}
    return frozenset(words | named | number_keys(text))


def lay(traits: Traits, quotes: Sequence[str], sentences: Sequence[str], of: Sequence[Traits]) -> int | None:
    """Return the number of the sentence that something tells of, counted from 0, or nothing if it shares none.

    Words quoted from a sentence settle it; a passage of one sentence needs no choice; of sentences that share as much,
    the shorter one is taken, then the first.
    """
    if len(sentences) == 1:
        return 0
    for quote in quotes:
        for number, sentence in enumerate(sentences):
            if folded(quote) in folded(sentence):
                return number
    best = max(range(len(sentences)), key=lambda at: (len(traits & of[at]), -len(of[at]), -at), default=None)
    return best if best is not None and traits & of[best] else None


def folded(text: str) -> str:
    """Return a text by which quoted words are found again: case, white space and form of apostrophes left out."""
    return " ".join(text.casefold().replace("’", "'").split())
