"""The order in which claims are read, and the passage each stands in."""

from collections.abc import Mapping

from ..model import Claim, Dossier

Spot = tuple[str, str]
"""A passage: id of the document's source, id of the passage."""


def passages_of(dossier: Dossier) -> Mapping[str, Spot]:
    """Return for each claim that a document states the first passage that makes it."""
    known = {document.source: {passage.id for passage in document.passages} for document in dossier.documents}
    found: dict[str, Spot] = {}
    for claim in dossier.claims:
        for citation in claim.citations:
            if citation.stance == "states" and citation.source in known and citation.locator:
                passage = passage_named(citation.locator)
                found.setdefault(claim.id, (citation.source, passage))
    return found


def passage_named(locator: str) -> str:
    """Return the passage a locator into a document starts with: `p3` of `p3, second sentence`, nothing of a comma."""
    return next(iter(locator.replace(",", " ").split()), "")


def in_reading_order(dossier: Dossier, passage_of: Mapping[str, Spot]) -> tuple[Claim, ...]:
    """Return the claims by passage, within one as the file has them; those of other sources last, by id."""
    place = {
        (document.source, passage.id): (number, at)
        for number, document in enumerate(sorted(dossier.documents, key=lambda document: document.source))
        for at, passage in enumerate(document.passages)
    }
    last = (len(dossier.documents), 0)

    def key(claim: Claim) -> tuple[tuple[int, int], str]:
        spot = passage_of.get(claim.id)
        return (place.get(spot, last), "") if spot else (last, claim.id)

    return tuple(sorted(dossier.claims, key=key))
