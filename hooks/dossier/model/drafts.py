"""The dossier without its drafts: what a build shows that leaves them out."""

from dataclasses import replace
from typing import TypeVar

from .documents import Document
from .dossier import Dossier, document_owner
from .entries import Entry
from .words import ReviewState

E = TypeVar("E", bound=Entry)


def is_draft(entry: Entry) -> bool:
    """Tell whether an entry says of itself that nobody has reviewed it yet."""
    return entry.review is not None and entry.review.state is ReviewState.DRAFT


def draft_owners(dossier: Dossier) -> frozenset[str]:
    """Return the ids of all drafts, and the owners of what a draft source was taken apart into.

    A document whose source is a draft is a draft with all its remarks: it cannot be shown without the source.
    """
    found = {entry.id for entry in dossier.entries.values() if is_draft(entry)}
    for document in dossier.documents:
        if document.source in found:
            found |= {document_owner(document.source), *(remark.id for remark in document.remarks)}
    return frozenset(found)


def without_drafts(dossier: Dossier) -> Dossier:
    """Return the dossier as if its drafts had not been written; `left_out` has their ids.

    What names a draft still does: the rule `draft-used` has to be asked first.
    """
    out = draft_owners(dossier)
    if not out:
        return dossier

    def kept(entries: tuple[E, ...]) -> tuple[E, ...]:
        return tuple(entry for entry in entries if entry.id not in out)

    return replace(
        dossier,
        sources=kept(dossier.sources),
        documents=tuple(_document(document, out) for document in dossier.documents if document.source not in out),
        claims=kept(dossier.claims),
        events=kept(dossier.events),
        actors=kept(dossier.actors),
        places=kept(dossier.places),
        terms=kept(dossier.terms),
        questions=kept(dossier.questions),
        corrections=kept(dossier.corrections),
        remarks=kept(dossier.remarks),
        entries={id_: entry for id_, entry in dossier.entries.items() if id_ not in out},
        located={owner: at for owner, at in dossier.located.items() if owner not in out},
        values=tuple(value for value in dossier.values if value.owner not in out),
        citations=tuple(given for given in dossier.citations if given.owner not in out),
        left_out=frozenset(owner for owner in out if owner in dossier.entries),
    )


def _document(document: Document, out: frozenset[str]) -> Document:
    if not any(remark.id in out for remark in document.remarks):
        return document
    return document.model_copy(update={"remarks": tuple(remark for remark in document.remarks if remark.id not in out)})
