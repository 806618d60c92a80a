"""The pieces entries are made of: a citation, a grade, a date with its reasoning, a figure, a name, a position."""

from typing import Annotated

from pydantic import BeforeValidator

from . import words as vocabulary
from .fields import (
    ActorRef,
    AnyRef,
    ClaimRef,
    Edtf,
    Language,
    Part,
    PlaceRef,
    Plain,
    Prose,
    Quoted,
    SourceRef,
    field,
    shorthand,
)


class Derivation(Part):
    """That a source has its content from another one."""

    source: SourceRef = field(
        "Source", "The source it derives from.", term="prov:wasDerivedFrom", reverse="Repeated by"
    )
    how: vocabulary.How = field("How", "Reprint, rewrite, quotes, cites, or unknown.")
    read: bool = field("Read", "Whether the editors read the link in the source itself.", default=False)
    note: Prose | None = field("Note", "What shows the derivation.", default=None)


class Handover(Derivation):
    """Where a source has one claim from, when that differs from the source as a whole."""

    source: SourceRef = field(
        "Source", "The source it has this claim from.", term="prov:wasDerivedFrom", reverse="Passed on"
    )


class Citation(Part):
    """One entry pointing at one source: where in it, which words, and what they do to the entry."""

    source: SourceRef = field("Source", "Id of the source.", term="cito:cites", reverse="Cited by")
    locator: Plain | None = field(
        "Locator",
        "Where in the source: a page, a paragraph; for a document taken apart, the passage (`p3`).",
        default=None,
        term="csl:locator",
    )
    quote: Quoted | None = field(
        "Quote", "The source's own words, at most twelve.", default=None, term="oa:TextQuoteSelector"
    )
    translation: Plain | None = field("Translation", "The quote in the dossier's language.", default=None)
    stance: vocabulary.Stance = field(
        "Stance", "What the source does to the claim.", default=vocabulary.Stance.SUPPORTS, term="cito"
    )
    bears_on: vocabulary.BearsOn = field(
        "Bears on", "Which question it answers: said, who, or so.", default=vocabulary.BearsOn.SO
    )
    derived_from: tuple[Handover, ...] = field(
        "Derived from",
        "Where the source has this claim from, if not from where it has the rest; takes the place of its own list.",
        default=(),
    )
    note: Prose | None = field("Note", "What a reader should know of this citation.", default=None)


class ReliabilityGrade(Part):
    """A grade of the source as such; never without its reason."""

    grade: vocabulary.Reliability = field("Grade", "A to F.", term="admiralty:reliability")
    note: Prose = field("Note", "Why this grade.")


class CredibilityGrade(Part):
    """A grade of this piece of information; never without its reason."""

    grade: vocabulary.Credibility = field("Grade", "1 to 6.", term="admiralty:credibility")
    note: Prose = field("Note", "Why this grade.")


class Dated(Part):
    """A date, and how it was arrived at. Written as plain EDTF where a source simply states it."""

    edtf: Edtf = field("Date", "The date in EDTF.", term="edtf")
    basis: vocabulary.Basis = field(
        "Basis", "Stated by a source, or derived by the editors.", default=vocabulary.Basis.STATED
    )
    reasoning: Prose | None = field("Reasoning", "How a derived date was arrived at.", default=None)


WhenField = Annotated[Dated, BeforeValidator(shorthand("edtf"))]


class Fragment(Part):
    """Words read in a source, kept with it."""

    quote: Quoted = field("Quote", "The source's own words, at most twelve.", term="oa:exact")
    translation: Plain | None = field("Translation", "In the dossier's language.", default=None)
    locator: Plain | None = field("Locator", "Where in the source.", default=None)


class Attribution(Part):
    """Who asserts a claim: as the document prints it, and, where it differs, as found."""

    voice: vocabulary.Voice = field("Voice", "Whether the document credits the claim.", default=vocabulary.Voice.OWN)
    printed: ActorRef | None = field(
        "As printed",
        "The actor the document credits.",
        default=None,
        term="prov:wasAttributedTo",
        reverse="Credited with",
    )
    wording: Quoted | None = field("Wording", "The document's words for the credit.", default=None)
    found: ActorRef | None = field(
        "As found", "The actor who was found to have said it first.", default=None, reverse="Found to have said"
    )
    reasoning: Prose | None = field("Reasoning", "What shows it, or why it stays open.", default=None)


class Hedge(Part):
    """A word of doubt or limit, and what became of it."""

    words: Quoted = field("Words", "The hedge itself.")
    fate: vocabulary.Fate = field("Fate", "Kept, dropped or added by the document.", default=vocabulary.Fate.KEPT)
    source: SourceRef | None = field("Source", "Where a dropped hedge stands.", default=None)


class Measure(Part):
    """A figure: what is measured, how much, how exactly, in which unit and scope."""

    of: Plain = field("Measure", "What is measured, the same words wherever it is the same thing.")
    value: Annotated[str, BeforeValidator(str)] = field(
        "Value",
        "A number, `low..high`, or nothing for a word such as hundreds.",
        default="",
        pattern=r"^([0-9]+(\.[0-9]+)?)?(\.\.[0-9]+(\.[0-9]+)?)?$",
    )
    qualifier: vocabulary.Qualifier = field(
        "Qualifier", "Exact, about, more than, hundreds …", default=vocabulary.Qualifier.EXACT
    )
    unit: Plain = field("Unit", "Trucks, people, US dollars …")
    scope: Plain = field("Scope", "Where and when it counts.")
    estimate: bool = field("Estimate", "Whether whoever says it calls it an estimate.", default=False)


class Comparison(Part):
    """What a superlative or total is to be held against, where its own figure and subjects do not say it."""

    of: Plain | None = field("Measure", "The `of` of the figures it is compared with.", default=None)
    figure: ClaimRef | None = field(
        "Figure", "The claim that gives the figure it is about.", default=None, reverse="Ranked or summed in"
    )
    parts: tuple[ClaimRef, ...] = field(
        "Parts", "For a total: claims whose figures are parts of it.", default=(), reverse="Part of a total"
    )
    actors: tuple[ActorRef, ...] = field("Actors", "Events count in which one of them took part.", default=())
    places: tuple[PlaceRef, ...] = field("Places", "Events count that happened in one of them.", default=())
    theme: Plain | None = field("Theme", "Events count of this theme only.", default=None)
    when: WhenField | None = field("When", "Figures and events count whose date may lie in it.", default=None)


class Name(Part):
    """A name in one language and script, and who uses it."""

    text: Plain = field("Name", "The name as written.", term="skos:altLabel")
    language: Language = field("Language", "BCP 47 tag, such as en or ar.")
    used_by: tuple[AnyRef, ...] = field(
        "Used by", "Actors or sources that use it.", default=(), reverse="Uses the name"
    )
    use: Plain | None = field("Use", "When it is used.", default=None)
    citations: tuple[Citation, ...] = field("Citations", "Where it is used.", default=())
    autolink: bool | None = field(
        "Link it", "Whether this name in prose becomes a link; by default if it has a capital letter.", default=None
    )


class Relation(Part):
    """How the actor stands to another one, when, and who says so."""

    type: vocabulary.RelationType = field("Relation", "Part of, spokesperson of, leads …")
    actor: ActorRef = field("Actor", "The other actor.", reverse="Related actors")
    when: WhenField | None = field("When", "When it held.", default=None)
    note: Plain | None = field("Note", "What is meant.", default=None)
    citations: tuple[Citation, ...] = field("Citations", "Who says so.", default=())


class Participation(Part):
    """An actor's part in an event."""

    actor: ActorRef = field("Actor", "Who.", term="crm:P11_had_participant", reverse="Took part in")
    role: Plain = field("Role", "As what.")


class Position(Part):
    """A point with the radius within which the place lies."""

    lat: float = field("Latitude", "WGS 84, degrees north.", ge=-90, le=90)
    lon: float = field("Longitude", "WGS 84, degrees east.", ge=-180, le=180)
    radius: int = field("Radius", "Precision in metres: the place lies within it.", gt=0)
    basis: vocabulary.Basis = field("Basis", "Where the position comes from.", default=vocabulary.Basis.STATED)
    note: Plain | None = field("Note", "What a reader should know of it.", default=None)


class Rank(Part):
    """Whether the entry still stands; anything but normal needs a reason."""

    rank: vocabulary.Standing = field("Standing", "Normal, superseded or deprecated.", term="wikibase:rank")
    reason: Prose = field("Reason", "Why it no longer stands.")
    by: AnyRef | None = field("By", "The entry that took its place.", default=None)


class Review(Part):
    """Whether the entry was read against its sources, by whom and when. Written as the plain state of a draft."""

    state: vocabulary.ReviewState = field("State", "Draft, reviewed or disputed.", term="schema:creativeWorkStatus")
    by: tuple[Plain, ...] = field("By", "Who reviewed or disputes it, as they want to be named.", default=())
    date: Edtf | None = field("Date", "When it was reviewed or disputed, in EDTF.", default=None)
    note: Prose | None = field("Note", "What was checked, or what is disputed and why.", default=None)


ReviewField = Annotated[Review, BeforeValidator(shorthand("state"))]
