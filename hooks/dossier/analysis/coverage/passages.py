"""What a dossier holds of each passage of a document, against how many sentences and words the passage has.

It needs no text: sentences and words are those the editors recorded. `reading` does the same with the text at hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model import Actor, Claim, Document, Dossier, Passage, Place, Remark
from ...names import Names, names_of
from ...prose import Link, Text, parse
from ..order import Spot
from ..usage.quoting import places_in, quotes_of


@dataclass(frozen=True, slots=True)
class Matter:
    """What a dossier holds of one passage: claims in reading order, remarks, and the fragments quoted from it."""

    claims: list[Claim] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    quotes: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class PassageCoverage:
    """A passage: its recorded size, and the ids of what the dossier holds of it.

    `figures` are the claims that give a figure, `names` the actors and places named in claims, gist and remarks.
    """

    id: str
    editorial: bool
    sentences: int
    words: int
    claims: tuple[str, ...]
    figures: tuple[str, ...]
    names: tuple[str, ...]
    remarks: tuple[str, ...]
    quotes: int


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """A document passage by passage, and the editorial passages where something may be missing."""

    source: str
    passages: tuple[PassageCoverage, ...]
    without_claim: tuple[str, ...]
    """Editorial passages that no claim points at."""
    fewer_claims: tuple[str, ...]
    """Editorial passages with a claim, but with fewer claims than sentences."""


def coverage_of(
    dossier: Dossier, passage_of: Mapping[str, Spot], claims: tuple[Claim, ...]
) -> tuple[DocumentCoverage, ...]:
    """Return the coverage of every document, by its source's id, and each in the order of its passages.

    `claims` come in reading order, `passage_of` says where each stands first. Takes any dossier: what points at a
    passage that does not exist counts for nothing.
    """
    if not dossier.documents:
        return ()
    matter, names = matter_of(dossier, passage_of, claims), names_of(dossier)
    return tuple(
        _document(dossier, document, matter, names)
        for document in sorted(dossier.documents, key=lambda document: document.source)
    )


def matter_of(dossier: Dossier, passage_of: Mapping[str, Spot], claims: tuple[Claim, ...]) -> Mapping[Spot, Matter]:
    """Return what the dossier holds of each passage. A claim stands at every passage that one of its citations names;
    a remark at its own and at those it concerns as well; fragments are distinct without regard to case."""
    found = {(document.source, passage.id): Matter() for document in dossier.documents for passage in document.passages}
    for claim in claims:
        for spot in dict.fromkeys(_spots(claim, passage_of)):
            if spot in found:
                found[spot].claims.append(claim)
    for spot, remark in _remarked(dossier):
        if spot in found:
            found[spot].remarks.append(remark)
    for quote in quotes_of(dossier):
        for place in places_in(quote.locator):
            if (quote.source, place) in found:
                found[quote.source, place].quotes.add(" ".join(quote.words.split()).casefold())
    return found


def _remarked(dossier: Dossier) -> Iterator[tuple[Spot, Remark]]:
    for document in dossier.documents:
        for remark in document.remarks:
            for passage in dict.fromkeys((remark.passage, *remark.also)):
                yield (document.source, passage), remark


def _spots(claim: Claim, passage_of: Mapping[str, Spot]) -> Iterator[Spot]:
    if claim.id in passage_of:
        yield passage_of[claim.id]
    for citation in claim.citations:
        yield from ((citation.source, place) for place in places_in(citation.locator))


def _document(dossier: Dossier, document: Document, matter: Mapping[Spot, Matter], names: Names) -> DocumentCoverage:
    passages = tuple(
        _passage(dossier, passage, matter[document.source, passage.id], names) for passage in document.passages
    )
    editorial = [passage for passage in passages if passage.editorial]
    return DocumentCoverage(
        document.source,
        passages,
        tuple(passage.id for passage in editorial if not passage.claims),
        tuple(passage.id for passage in editorial if 0 < len(passage.claims) < passage.sentences),
    )


def _passage(dossier: Dossier, passage: Passage, matter: Matter, names: Names) -> PassageCoverage:
    said = (
        *(claim.text for claim in matter.claims),
        passage.gist,
        *(text for remark in matter.remarks for text in (remark.title, remark.text)),
    )
    named = {id_ for text in said for id_ in named_in(text, names)}
    return PassageCoverage(
        id=passage.id,
        editorial=passage.editorial,
        sentences=passage.sentences,
        words=passage.words,
        claims=tuple(claim.id for claim in matter.claims),
        figures=tuple(claim.id for claim in matter.claims if claim.measure),
        names=tuple(sorted(id_ for id_ in named if isinstance(dossier.entries.get(id_), Actor | Place))),
        remarks=tuple(remark.id for remark in matter.remarks),
        quotes=len(matter.quotes),
    )


def named_in(text: str, names: Names) -> Iterator[str]:
    """Yield the ids of the entries that a text of ours names or links."""
    for token in parse(text):
        if isinstance(token, Text):
            yield from (found.id for found in names.find(token.text))
        elif isinstance(token, Link):
            yield token.id
