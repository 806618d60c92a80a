"""The dossier as one frozen value: every entry by id, and where each stands in the files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..load import Node, mark_at
from ..problem import Mark
from .documents import Document, Remark
from .entries import Actor, Claim, Correction, Entry, Event, OpenQuestion, Place, Source, Term
from .settings import Settings
from .walk import OwnedCitation, Value


@dataclass(frozen=True, slots=True)
class Located:
    """An entry's raw node and the file it stands in; gives the mark of any part of it."""

    path: str
    node: Node
    route: tuple[str | int, ...] = ()

    def mark(self, *route: str | int, key: bool = False) -> Mark:
        """Return the place of a part of the entry, or of the entry itself without a route."""
        return mark_at(self.path, self.node, (*self.route, *route), key=key)


SETTINGS_OWNER: Final = ":dossier"
"""Owner of what `dossier.yml` says; a colon cannot stand in an id."""


def document_owner(source: str) -> str:
    """Return the owner of what a document's file says beside its remarks."""
    return f":document:{source}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """All entries, in the order of the files; complete only if reading gave no error."""

    settings: Settings
    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    terms: tuple[Term, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[Remark, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    located: Mapping[str, Located] = field(default_factory=dict)
    values: tuple[Value, ...] = ()
    citations: tuple[OwnedCitation, ...] = ()
    unreadable: frozenset[str] = frozenset()
    """Ids of entries with errors of shape: known, so that pointing at one is no second error."""
    left_out: frozenset[str] = frozenset()
    """Ids of the drafts that were left out of it."""

    def mark(self, owner: str, *route: str | int, key: bool = False) -> Mark:
        """Return where an entry, the settings or a document, or a part of it, stands."""
        return self.located[owner].mark(*route, key=key)

    def document_of(self, source: str) -> Document | None:
        """Return the document taken apart that is this source, or nothing."""
        return next((document for document in self.documents if document.source == source), None)
