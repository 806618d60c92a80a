"""A document taken apart: its passages, and the remarks a close reader makes on them."""

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from . import words as vocabulary
from .entries import Actor, Cited, Claim, Correction, Entry, Event, OpenQuestion, Place, Source, Term
from .fields import ID_PATTERN, ClaimRef, Part, Plain, Prose, Quoted, Sha256, SourceRef, Title, field
from .parts import WhenField


class Passage(Part):
    """A paragraph of a document, told in own words."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN)] = field("Id", "p0, p1 … in reading order.")
    kind: vocabulary.PassageKind = field("Kind", "Headline, body, quotation or not editorial.")
    editorial: bool = field("Editorial", "Whether it is part of the text, and not of the page around it.", default=True)
    heading: Plain = field("Heading", "What it is about, in one to four words.")
    sentences: int = field("Sentences", "How many sentences it has.", ge=0)
    words: int = field("Words", "How many words it has.", ge=0)
    gist: Prose = field("Gist", "What it says, in own words, with quoted fragments in quotation marks.")
    quotes: tuple[Quoted, ...] = field("Quoted", "The document's words that the gist quotes.", default=())


class Remark(Cited):
    """What a close reader notices at a passage or at a few words of it."""

    kind: ClassVar[str] = "remark"

    passage: Plain = field("Passage", "The passage it belongs to.")
    also: tuple[Plain, ...] = field("Also", "Further passages it concerns.", default=())
    type: vocabulary.RemarkKind = field("Kind", "What sort of remark.", term="oa:motivatedBy")
    fragment: Quoted | None = field("Fragment", "The document's words it is about.", default=None, term="oa:exact")
    title: Title = field("Title", "The remark in a few words.")
    text: Prose = field("Text", "The remark.")
    claims: tuple[ClaimRef, ...] = field("Claims", "Claims it concerns.", default=(), reverse="Remarks")

    @property
    def name(self) -> str:
        return self.title


class Document(Part):
    """A published document taken apart."""

    kind: ClassVar[str] = "document"

    source: SourceRef = field("Source", "The source this document is.")
    sha256: Sha256 = field("SHA-256", "Of the text that was taken apart.")
    words: int = field("Words", "How many words the text has.", gt=0)
    characters: int = field("Characters", "How many characters the text has.", gt=0)
    label: Plain | None = field("Label", "How the site names it: The article, The report.", default=None)
    about: Prose = field("About", "What was read and how, for the reader of the annotated document.")
    published: WhenField = field("Published", "When, with the reasoning if derived.")
    passages: tuple[Passage, ...] = field("Passages", "In reading order.")
    remarks: tuple[Remark, ...] = field("Remarks", "On passages and fragments.", default=())


KINDS: tuple[type[Entry], ...] = (Source, Claim, Event, Actor, Place, Term, OpenQuestion, Correction, Remark)
