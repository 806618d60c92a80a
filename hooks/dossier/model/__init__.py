"""The vocabulary of a dossier: kinds of entry, fields, closed lists; and the dossier read from sheets."""

from .documents import KINDS, Document, Passage, Remark
from .dossier import SETTINGS_OWNER, Dossier, Located, document_owner
from .drafts import draft_owners, is_draft, without_drafts
from .entries import (
    Actor,
    Cited,
    Claim,
    Correction,
    Entry,
    Event,
    Named,
    OpenQuestion,
    Place,
    Source,
    Term,
)
from .fields import Part, ProseTag, QuoteTag, Ref, TitleTag
from .parts import Citation, Dated, Measure, Name, Position, Review
from .read import read_model
from .settings import Look, Settings, Shade
from .walk import OwnedCitation, Route, Value

__all__ = [
    "KINDS",
    "SETTINGS_OWNER",
    "Actor",
    "Citation",
    "Cited",
    "Claim",
    "Correction",
    "Dated",
    "Document",
    "Dossier",
    "Entry",
    "Event",
    "Located",
    "Look",
    "Measure",
    "Name",
    "Named",
    "OpenQuestion",
    "OwnedCitation",
    "Part",
    "Passage",
    "Place",
    "Position",
    "ProseTag",
    "QuoteTag",
    "Ref",
    "Remark",
    "Review",
    "Route",
    "Settings",
    "Shade",
    "Source",
    "Term",
    "TitleTag",
    "Value",
    "document_owner",
    "draft_owners",
    "is_draft",
    "read_model",
    "without_drafts",
]
