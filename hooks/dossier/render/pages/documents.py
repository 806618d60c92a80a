"""A document, annotated: passage by passage its gist, the remarks beside it, the claims under it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...check.quotes import count_words, quoted_fragments
from ...links import document_page, passage_anchor
from ...model import Document, Passage, Remark, document_owner
from ...model.status import Status
from ...model.words import Question
from ...prose import plain
from ..desk import Desk
from ..page import Page
from ..pen import Pen
from ..rows import ClaimRow, claim_row
from ..working import party_line
from .listing import PAGE_META


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark as it stands in the margin."""

    id: str
    colour: str
    icon: Markup
    label: str
    title: str
    text: Markup
    also: Markup
    claims: Markup
    reading: bool


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with everything that belongs to it."""

    id: str
    heading: str
    kind: str
    editorial: bool
    size: str
    gist: Markup
    remarks: tuple[RemarkRow, ...]
    claims: tuple[ClaimRow, ...]
    icons: Markup
    heard: str
    people: Markup


def document_pages(desk: Desk) -> Iterator[Page]:
    """Yield the annotated page of each document."""
    for document in desk.facts.dossier.documents:
        pen = Pen(desk, document_page(document.source), document_owner(document.source))
        title = document.label or desk.voice.text("The document")
        rows = tuple(_passage(pen, document, passage) for passage in document.passages)
        body = desk.write(
            "document.md.jinja",
            pen,
            document=document,
            title=title,
            rows=rows,
            counts=_counts(pen, document),
            questions=[(question, pen.icon(f"i-{question.value}")) for question in Question],
            source=pen.link(document.source),
            summary=_summary(pen, document),
            party=party_line(pen, document.source),
            owner=document_owner(document.source),
        )
        yield Page(
            pen.path,
            title,
            body,
            tuple(remark.id for remark in document.remarks),
            desk.facts.dossier.mark(document_owner(document.source)),
            section="",
            meta=PAGE_META,
        )


def _summary(pen: Pen, document: Document) -> str:
    facts, voice = pen.desk.facts, pen.voice
    editorial = [passage for passage in document.passages if passage.editorial]
    claims = sum(len(facts.claims_at.get((document.source, passage.id), ())) for passage in document.passages)
    quoted = sum(count_words(quote) for quote in quoted_fragments(facts.dossier, document))
    said = voice.text(
        "{claims} in {passages}; {quoted} of the text’s {words} words are quoted, {share} %; the limit is {limit} %."
    )
    return said.format(
        claims=voice.plural("{n} claim", "{n} claims", claims),
        passages=voice.plural("{n} passage", "{n} passages", len(editorial)),
        quoted=voice.number(quoted),
        words=voice.number(document.words),
        share=voice.number(round(100 * quoted / document.words)),
        limit=voice.number(facts.dossier.settings.quotation.share),
    )


def _counts(pen: Pen, document: Document) -> list[tuple[Markup, str]]:
    facts = pen.desk.facts
    statuses = [
        facts.status[claim.id]
        for passage in document.passages
        for claim in facts.claims_at.get((document.source, passage.id), ())
    ]
    return [(pen.status(status), pen.voice.number(statuses.count(status))) for status in Status if status in statuses]


def _passage(pen: Pen, document: Document, passage: Passage) -> PassageRow:
    facts, voice = pen.desk.facts, pen.voice
    spot = (document.source, passage.id)
    remarks = facts.remarks_at.get(spot, ())
    claims = tuple(claim_row(pen, claim) for claim in facts.claims_at.get(spot, ()))
    return PassageRow(
        id=passage_anchor(passage.id),
        heading=passage.heading,
        kind=voice.label(passage.kind),
        editorial=passage.editorial,
        size=_size(pen, passage),
        gist=pen.marked(passage.gist, _marks(remarks)),
        remarks=tuple(_remark(pen, document, remark) for remark in remarks),
        claims=claims,
        icons=Markup("").join(row.icon for row in claims),
        heard=status_words(pen, claims),
        people=_people(pen, document, passage),
    )


def _size(pen: Pen, passage: Passage) -> str:
    plural = pen.voice.plural
    sentences = plural("{n} sentence", "{n} sentences", passage.sentences)
    return f"{sentences}, {plural('{n} word', '{n} words', passage.words)}"


def status_words(pen: Pen, claims: tuple[ClaimRow, ...]) -> str:
    """Return the statuses of some claims in words: `2 found elsewhere; 1 one origin`."""
    statuses = [row.status for row in claims]
    return "; ".join(
        f"{pen.voice.number(statuses.count(status))} {pen.voice.label(status)}"
        for status in Status
        if status in statuses
    )


def _marks(remarks: tuple[Remark, ...]) -> dict[str, Markup]:
    """Return the fragments of a passage's remarks as marks that lead to the remark."""
    marks: dict[str, Markup] = {}
    for remark in remarks:
        if remark.fragment:
            marks.setdefault(
                remark.fragment,
                Markup(f'<mark class="{remark.type.question.value}">[{plain(remark.fragment)}](#{remark.id})</mark>'),
            )
    return marks


def _remark(pen: Pen, document: Document, remark: Remark) -> RemarkRow:
    question = remark.type.question.value
    cites = bool(remark.citations) or "[@" in remark.text
    return RemarkRow(
        id=remark.id,
        colour=question,
        icon=pen.icon(f"i-{question}"),
        label=pen.voice.label(remark.type),
        title=remark.title,
        text=pen.cited(pen.inline(remark.text), remark.citations),
        also=Markup(" ").join(pen.passage(document.source, also) for also in remark.also),
        claims=pen.links(remark.claims),
        reading=not cites,
    )


def _people(pen: Pen, document: Document, passage: Passage) -> Markup:
    """Return links to the actors and places that the claims of a passage are about."""
    claims = pen.desk.facts.claims_at.get((document.source, passage.id), ())
    return pen.links(dict.fromkeys(about for claim in claims for about in claim.about))
