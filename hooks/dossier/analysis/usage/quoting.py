"""Every run of quoted words in a dossier, with the source it stands in: the one list that counting of words goes by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Claim, Document, Dossier
from ...model.words import Fate, PassageKind


class Quote(NamedTuple):
    """Quoted words: the source they stand in, where in it (empty if not said), and the entry that quotes them."""

    source: str
    words: str
    locator: str
    owner: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The same words of the same source, however many entries quote them."""

    source: str
    words: str
    locators: tuple[str, ...]
    owners: tuple[str, ...]
    passed_on: bool
    """Whether they stand in a passage that is mostly a speaker's own words."""


def quotes_of(dossier: Dossier) -> Iterator[Quote]:
    """Yield what every field for quoted words holds; the words of a claim's credit and hedges where their source is
    known. What a document's own file quotes belongs to the document's source."""
    for owner, citation, _ in dossier.citations:
        if citation.quote:
            yield Quote(citation.source, citation.quote, citation.locator or "", owner)
    for source in dossier.sources:
        for fragment in source.fragments:
            yield Quote(source.id, fragment.quote, fragment.locator or "", source.id)
    for document in dossier.documents:
        yield from _of_document(document)
    for claim in dossier.claims:
        yield from _of_claim(claim)


def _of_document(document: Document) -> Iterator[Quote]:
    for passage in document.passages:
        for words in passage.quotes:
            yield Quote(document.source, words, passage.id, document.source)
    for remark in document.remarks:
        if remark.fragment:
            yield Quote(document.source, remark.fragment, remark.passage, remark.id)


def _of_claim(claim: Claim) -> Iterator[Quote]:
    """Yield the words of the credit and the hedges: they stand where the claim is stated, a lost hedge elsewhere."""
    stated = next((citation for citation in claim.citations if citation.stance == "states"), None)
    wording = claim.asserted_by.wording
    if stated and wording:
        yield Quote(stated.source, wording, stated.locator or "", claim.id)
    for hedge in claim.hedges:
        if hedge.fate is not Fate.DROPPED:
            if stated:
                yield Quote(stated.source, hedge.words, stated.locator or "", claim.id)
        elif hedge.source:
            yield Quote(hedge.source, hedge.words, "", claim.id)


def distinct_quotes(dossier: Dossier) -> tuple[Quoted, ...]:
    """Return the quoted words of sources that exist, each once, by source and words."""
    known = {source.id for source in dossier.sources}
    spoken = {
        (document.source, passage.id)
        for document in dossier.documents
        for passage in document.passages
        if passage.kind is PassageKind.QUOTE
    }
    grouped: Mapping[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in quotes_of(dossier):
        if quote.source in known:
            grouped[quote.source, " ".join(quote.words.split())].append(quote)
    return tuple(
        Quoted(
            source,
            words,
            tuple(sorted({quote.locator for quote in quotes if quote.locator})),
            tuple(sorted({quote.owner for quote in quotes})),
            any((source, place) in spoken for quote in quotes for place in places_in(quote.locator)),
        )
        for (source, words), quotes in sorted(grouped.items())
    )


def places_in(locator: str | None) -> tuple[str, ...]:
    """Return the places a locator names: `p3, p4` are two."""
    return tuple((locator or "").replace(",", " ").replace(";", " ").split())
