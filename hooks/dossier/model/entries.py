"""The kinds of entry, field by field. From here come validation, JSON Schema, the vocabulary and back-link headings."""

from typing import ClassVar

from . import words as vocabulary
from .fields import (
    ActorRef,
    AnyRef,
    ClaimRef,
    Edtf,
    EventRef,
    Id,
    Language,
    Part,
    PlaceRef,
    Plain,
    Prose,
    Sha256,
    SubjectRef,
    Title,
    Url,
    field,
)
from .parts import (
    Attribution,
    Citation,
    Comparison,
    CredibilityGrade,
    Derivation,
    Fragment,
    Hedge,
    Measure,
    Name,
    Participation,
    Position,
    Rank,
    Relation,
    ReliabilityGrade,
    ReviewField,
    WhenField,
)


class Entry(Part):
    """What every entry has."""

    kind: ClassVar[str] = ""

    id: Id = field("Id", "Lower-case letters, digits and hyphens; unique in the dossier and never reused.")
    formerly: tuple[Id, ...] = field("Formerly", "Earlier ids, kept alive as redirects.", default=())
    note: Prose | None = field("Note", "An editor's remark.", default=None)
    review: ReviewField | None = field(
        "Review", "Whether somebody has read it against its sources; left out, it is not said.", default=None
    )

    @property
    def name(self) -> str:
        """What the entry is called in a list or a link."""
        raise NotImplementedError


class Cited(Entry):
    """An entry that says something, and so must cite."""

    citations: tuple[Citation, ...] = field("Citations", "The sources this rests on.", default=(), reverse="Cited by")


class Source(Entry):
    """A document, recording or data set one can point at."""

    kind: ClassVar[str] = "source"

    type: vocabulary.SourceType = field("Type", "What it is.", term="csl:type")
    title: Plain | None = field("Title", "Its own title, in its own language.", default=None, term="dc:title")
    title_translation: Plain | None = field("Title, translated", "The title in the dossier's language.", default=None)
    description: Plain | None = field("Description", "What it is, in own words, where no title was seen.", default=None)
    short: Plain = field("Short name", "How footnotes and drawings name it: `USA Today`.")
    author: tuple[Plain, ...] = field("Author", "Who wrote it.", default=(), term="csl:author")
    publisher: Plain | None = field("Publisher", "Who published it.", default=None, term="csl:publisher")
    issued: WhenField | None = field("Issued", "When it was published, in EDTF.", default=None, term="csl:issued")
    url: Url | None = field("Address", "Where it is, or was.", default=None, term="csl:URL")
    archived_url: Url | None = field("Archived copy", "A lasting copy.", default=None, term="memento")
    copies: tuple[Url, ...] = field("Other copies", "Further addresses of the same text.", default=())
    language: Language = field("Language", "BCP 47 tag of its text.", term="dc:language")
    retrieved: Edtf | None = field("Retrieved", "When the editors read it.", default=None, term="csl:accessed")
    extent: vocabulary.Extent = field("Read", "How much of it was read.")
    checked: Plain = field("How it was checked", "For instance: excerpt of an archived copy.")
    sha256: Sha256 | None = field("SHA-256", "Of a copy that was kept.", default=None)
    speaks_for: ActorRef | None = field(
        "Speaks for", "The actor whose own voice it is.", default=None, reverse="Own voice"
    )
    published_by: ActorRef | None = field(
        "Published by", "The actor that publishes it, where it has an entry.", default=None, reverse="Publishes"
    )
    derived_from: tuple[Derivation, ...] = field("Derived from", "The sources it has its content from.", default=())
    first_hand: Prose | None = field(
        "First hand",
        "How its author came to know it without another source: saw, counted, measured. Makes it an origin.",
        default=None,
    )
    reliability: ReliabilityGrade | None = field("Reliability", "Grade of the source as such.", default=None)
    fragments: tuple[Fragment, ...] = field("Fragments", "Words read in it.", default=())
    retracted: Prose | None = field("Retracted", "Why it no longer counts.", default=None)
    verdict: Prose = field("What it is worth here", "What it confirms, contradicts or adds, in own words.")

    @property
    def name(self) -> str:
        return self.title or self.description or self.short


class Claim(Cited):
    """A proposition somebody put forward, worded by the editors in one sentence."""

    kind: ClassVar[str] = "claim"

    text: Title = field("Claim", "In own words, one sentence.", term="schema:Claim")
    type: vocabulary.ClaimKind = field(
        "Type", "Statement, superlative, total or label.", default=vocabulary.ClaimKind.STATEMENT
    )
    scope: Plain | None = field("Scope", "What a superlative, total or rank is measured against.", default=None)
    asserted_by: Attribution = field("Asserted by", "As printed and as found.", term="prov:wasAttributedTo")
    asserted_at: WhenField | None = field("Asserted", "When it was said.", default=None)
    when: WhenField | None = field("When", "When what it tells of happened.", default=None)
    about: tuple[SubjectRef, ...] = field(
        "About", "Actors, places and terms it is about.", default=(), reverse="Claims about it"
    )
    hedges: tuple[Hedge, ...] = field("Hedges", "Words of doubt, kept or dropped.", default=())
    measure: Measure | None = field("Figure", "The figure it gives.", default=None)
    as_found: Measure | None = field(
        "Figure, as found", "The figure as whoever said it first gave it, where the document's differs.", default=None
    )
    compare: Comparison | None = field(
        "Compare with",
        "What a superlative or total is held against, where its figure and subjects do not say.",
        default=None,
    )
    credibility: CredibilityGrade | None = field("Credibility", "Grade of this information.", default=None)
    standing: Rank | None = field("Standing", "Only if it no longer stands.", default=None)
    detail: Prose | None = field("Detail", "What the sources show, in own words.", default=None)

    @property
    def name(self) -> str:
        return self.text


class Event(Cited):
    """Something that happened."""

    kind: ClassVar[str] = "event"

    title: Title = field("Title", "What happened, in a few words.")
    when: WhenField = field("When", "In EDTF, with the reasoning if derived.", term="crm:P4_has_time-span")
    theme: Plain = field("Theme", "The lane it stands in on the timeline.")
    place: PlaceRef | None = field(
        "Place", "Where.", default=None, term="crm:P7_took_place_at", reverse="What happened here"
    )
    participants: tuple[Participation, ...] = field("Participants", "Who took part, and as what.", default=())
    claims: tuple[ClaimRef, ...] = field("Claims", "The claims that tell of it.", default=(), reverse="Tells of")
    before: tuple[EventRef, ...] = field("Before", "Events that came later.", default=(), reverse="After")
    after: tuple[EventRef, ...] = field("After", "Events that came earlier.", default=(), reverse="Before")
    text: Prose = field("Text", "What happened, in own words.")

    @property
    def name(self) -> str:
        return self.title


class Named(Cited):
    """An entry that is a thing with names."""

    label: Plain = field("Name", "The neutral name the dossier uses.", term="skos:prefLabel")
    names: tuple[Name, ...] = field("Other names", "By language and script, with who uses them.", default=())
    autolink: bool = field("Link its name", "Whether its name in prose becomes a link by itself.", default=True)
    description: Prose = field("Description", "What a reader needs to know.")

    @property
    def name(self) -> str:
        return self.label


class Actor(Named):
    """A person or group able to act."""

    kind: ClassVar[str] = "actor"

    type: vocabulary.ActorKind = field("Kind", "Person, state, armed group …", term="ftm:LegalEntity")
    role: Plain = field("Role", "Its part in the story, in a few words.")
    party: bool = field("Party", "Whether it is a party to the conflict the dossier is about.", default=False)
    active: WhenField | None = field("Active", "When it existed or held its office.", default=None)
    relations: tuple[Relation, ...] = field("Relations", "To other actors, dated and cited.", default=())


class Place(Named):
    """A named spot or area."""

    kind: ClassVar[str] = "place"

    type: vocabulary.PlaceKind = field("Kind", "City, region, site …")
    position: Position | None = field(
        "Position", "WGS 84 with a radius; leave out what cannot be mapped.", default=None, term="geo:Point"
    )
    within: PlaceRef | None = field("Within", "The place it lies in.", default=None, reverse="Places in it")
    admin: Plain | None = field("Administrative area", "Country and province in words.", default=None)


class Term(Named):
    """A word a reader would want explained."""

    kind: ClassVar[str] = "term"


class OpenQuestion(Cited):
    """What is not known, and what would settle it."""

    kind: ClassVar[str] = "question"

    question: Title = field("Question", "In one sentence.")
    text: Prose = field("Text", "What was searched and what was not found.")
    would_settle: Prose = field("Would settle it", "What evidence would answer it.")
    about: tuple[AnyRef, ...] = field("About", "Entries it concerns.", default=(), reverse="Open questions")

    @property
    def name(self) -> str:
        return self.question


class Correction(Entry):
    """A mistake of the dossier that was put right."""

    kind: ClassVar[str] = "correction"

    date: Edtf = field("Date", "When it was corrected.")
    printed: Prose = field("Printed", "What stood here.")
    right: Prose = field("Right", "What is right.")
    entries: tuple[AnyRef, ...] = field("Entries", "The entries it touched.", reverse="Corrections")

    @property
    def name(self) -> str:
        return self.id
