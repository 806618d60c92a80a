"""The vocabulary of a dossier: kinds of entry, fields, closed lists; and the dossier read from sheets."""

from .dossier import SETTINGS_OWNER, Dossier, Located, document_owner
from .entries import (
    KINDS,
    Actor,
    Cited,
    Claim,
    Correction,
    Document,
    Entry,
    Event,
    Named,
    OpenQuestion,
    Passage,
    Place,
    Remark,
    Source,
    Term,
)
from .fields import Part, ProseTag, QuoteTag, Ref, TitleTag
from .parts import Citation, Dated, Measure, Name, Position
from .read import read_model
from .settings import Settings
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
    "Route",
    "Settings",
    "Source",
    "Term",
    "TitleTag",
    "Value",
    "document_owner",
    "read_model",
]
