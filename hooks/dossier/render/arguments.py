"""A claim read like an argument: as printed and as found, and each of the three questions with what speaks for and
against."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..model import Citation, Claim, Measure
from ..model.parts import Hedge
from ..model.words import BearsOn
from ..prose import plain
from .foreign import other_language, quoted
from .pen import Pen

AGAINST: Final = ("disputes", "refutes", "qualifies")


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of «as printed, as found»."""

    label: str
    printed: Markup
    found: Markup
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """One of the three questions with what speaks for and against."""

    question: str
    bears_on: str
    stated: tuple[Markup, ...]
    support: tuple[Markup, ...]
    against: tuple[Markup, ...]


def compared(pen: Pen, claim: Claim) -> tuple[Compared, ...]:
    """Return the rows of «as printed, as found»; only those with something to say."""
    voice, by = pen.voice, claim.asserted_by
    none = Markup(plain(voice.text("none")))
    dash = Markup("–")
    printed = pen.link(by.printed) if by.printed else Markup(plain(voice.label(by.voice)))
    wording = Markup("")
    if by.wording:
        wording = Markup(" ") + quoted(voice, by.wording, _language(pen, claim))
    found = pen.link(by.found) if by.found else Markup(plain(voice.text("nothing else found")))
    rows = [
        Compared(voice.text("Speaker"), printed + wording, found, differs=bool(by.found and by.found != by.printed))
    ]
    if claim.asserted_at:
        rows.append(Compared(voice.text("Said when"), dash, pen.when(claim.asserted_at)))
    quotes = [citation for citation in claim.citations if citation.stance == "states" and citation.quote]
    others = [
        citation
        for citation in claim.citations
        if citation.stance != "states" and citation.bears_on == "said" and citation.quote
    ]
    if quotes or others:
        rows.append(Compared(voice.text("Words"), _quoted(pen, quotes[:1]) or dash, _quoted(pen, others[:1]) or dash))
    if claim.measure:
        rows.append(_figures(pen, claim, claim.measure))
    kept = [hedge for hedge in claim.hedges if hedge.fate != "dropped"]
    source = [hedge for hedge in claim.hedges if hedge.fate != "added"]
    if claim.hedges:
        rows.append(
            Compared(
                voice.text("Hedge"),
                _hedges(pen, claim, kept) or none,
                _hedges(pen, claim, source) or none,
                differs=any(hedge.fate != "kept" for hedge in claim.hedges),
            )
        )
    return tuple(rows)


def _figures(pen: Pen, claim: Claim, printed: Measure) -> Compared:
    """Return the figure as printed beside the one found with whoever said it, which may be the same."""
    found = claim.as_found or printed
    return Compared(pen.voice.text("Figure"), _figure(pen, printed), _figure(pen, found), differs=found != printed)


def _figure(pen: Pen, measure: Measure) -> Markup:
    estimate = f" ({pen.voice.text('an estimate')})" if measure.estimate else ""
    return Markup(plain(pen.voice.figure(measure) + estimate))


def _quoted(pen: Pen, citations: list[Citation]) -> Markup:
    return Markup(pen.voice.comma).join(
        quoted(pen.voice, citation.quote or "", other_language(pen.desk, citation.source)) + pen.note(citation)
        for citation in citations
    )


def _hedges(pen: Pen, claim: Claim, hedges: list[Hedge]) -> Markup:
    return Markup(pen.voice.comma).join(hedged(pen, claim, hedge) for hedge in hedges)


def hedged(pen: Pen, claim: Claim, hedge: Hedge) -> Markup:
    """Return a word of doubt in quotation marks, in the language of the source it stands in, or of the document."""
    return quoted(
        pen.voice, hedge.words, other_language(pen.desk, hedge.source) if hedge.source else _language(pen, claim)
    )


def _language(pen: Pen, claim: Claim) -> str:
    """Return the language of the document that makes a claim."""
    return other_language(pen.desk, pen.desk.facts.passage_of.get(claim.id, ("",))[0])


def arguments(pen: Pen, claim: Claim) -> tuple[Argument, ...]:
    """Return the three questions with the citations that bear on each; a question nothing bears on is left out."""
    made = []
    for bears_on in BearsOn:
        own = [citation for citation in claim.citations if citation.bears_on == bears_on]
        if own:
            made.append(
                Argument(
                    pen.voice.text(bears_on.meaning),
                    bears_on.value,
                    tuple(_line(pen, citation) for citation in own if citation.stance == "states"),
                    tuple(_line(pen, citation) for citation in own if citation.stance not in (*AGAINST, "states")),
                    tuple(_line(pen, citation) for citation in own if citation.stance in AGAINST),
                )
            )
    return tuple(made)


def _line(pen: Pen, citation: Citation) -> Markup:
    """Return one citation as a line: the source, what it does, its words, the editors' note."""
    said = Markup("")
    if citation.quote:
        said = Markup(" ") + quoted(pen.voice, citation.quote, other_language(pen.desk, citation.source))
    if citation.translation:
        said += Markup(f" ({plain(citation.translation)})")
    about = Markup(". ") + pen.inline(citation.note) if citation.note else Markup("")
    stance = Markup(f'<span class="stance">{plain(pen.voice.label(citation.stance))}</span>')
    document = pen.desk.facts.dossier.document_of(citation.source)
    who = (
        pen.passage(
            citation.source,
            citation.locator.split(",")[0].split()[0],
            f"{document.label or citation.source}, {citation.locator}",
        )
        if document and citation.locator
        else pen.link(citation.source)
    )
    return who + Markup(" ") + stance + said + about + Markup(" ") + pen.note(citation)
