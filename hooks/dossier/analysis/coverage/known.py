"""What a dossier says of one passage, as what a numeral or a name of the text is held against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...model import Claim, Measure, Passage
from ...prose import Link, parse, plain_words
from ..usage.naming import Naming
from ..usage.quoting import places_in
from .numerals import number_key, number_keys
from .passages import Matter

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'.-]?[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """The numbers, entries and words that claims, remarks, quotes and gist of a passage have."""

    numbers: frozenset[str]
    ids: frozenset[str]
    words: frozenset[str]
    """Without regard to case."""


def known_of(source: str, passage: Passage, matter: Matter, naming: Naming) -> Known:
    """Return what is said of a passage of a document. What a claim is about and who it credits counts as named; the
    figures and dates of its fields count as said."""
    prose = (passage.gist, *(remark.text for remark in matter.remarks))
    said = (
        *(text for claim in matter.claims for text in (claim.text, claim.scope or "")),
        *(remark.title for remark in matter.remarks),
        *(plain_words(text) for text in prose),
        *passage.quotes,
        *(remark.fragment for remark in matter.remarks if remark.fragment),
        *(quote for claim in matter.claims for quote in quoted_at(claim, source, passage.id)),
    )
    ids = {id_ for text in said for meant in naming.find(text) for id_ in meant.ids}
    ids |= {token.id for text in prose for token in parse(text) if isinstance(token, Link)}
    ids |= {id_ for claim in matter.claims for id_ in claim.about}
    ids |= {id_ for claim in matter.claims for id_ in (claim.asserted_by.printed, claim.asserted_by.found) if id_}
    numbers = {key for text in said for key in number_keys(text)}
    numbers |= {key for claim in matter.claims for key in _numbers_of(claim)}
    words = {word.casefold() for text in said for whole in _WORD.findall(text) for word in (whole, *whole.split("-"))}
    return Known(frozenset(numbers), frozenset(ids), frozenset(words))


def quoted_at(claim: Claim, source: str, passage: str) -> tuple[str, ...]:
    """Return the words a claim quotes from a passage of a document."""
    return tuple(
        citation.quote
        for citation in claim.citations
        if citation.quote and citation.source == source and passage in places_in(citation.locator)
    )


def _numbers_of(claim: Claim) -> Iterator[str]:
    """Yield the keys of the figures and dates in a claim's fields."""
    for measure in (claim.measure, claim.as_found):
        if measure:
            yield from _numbers_in(measure)
    for dated in (claim.when, claim.asserted_at):
        if dated:
            yield from (number_key(digits) for digits in re.findall(r"\d+", dated.edtf.text))


def _numbers_in(measure: Measure) -> Iterator[str]:
    yield str(measure.qualifier)
    yield from (number_key(value) for value in measure.value.split("..") if value)
