"""A document, annotated: passage by passage its gist and its claims, and beside them the remarks on its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...check.quotes import count_words, quoted_fragments
from ...links import METHOD, document_page, passage_anchor
from ...model import Document, Passage, Remark, document_owner
from ...model.status import Status
from ...model.words import Question
from ...prose import attribute, plain
from ..desk import Desk
from ..foreign import foreign, other_language
from ..notes import letter
from ..page import Page
from ..pen import Pen, spot_of
from ..record import ReviewLine, review_line
from ..reviewed import review_mark
from ..rows import ClaimRow, claim_row
from ..working import party_line
from .listing import PAGE_META

SHORT = 7
"""A passage with at most so many claims stays in sight while its remarks run on beside it; it fits on most screens."""


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark as it stands in the margin; `letter` is at its fragment too, and empty where no fragment is marked."""

    id: str
    letter: str
    colour: str
    icon: Markup
    label: str
    title: str
    text: Markup
    also: Markup
    tools: Markup
    reading: bool
    mark: Markup
    review: ReviewLine | None


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with everything that belongs to it."""

    id: str
    heading: str
    kind: str
    cover: str
    size: str
    gist: Markup
    remarks: tuple[RemarkRow, ...]
    also: tuple[Markup, ...]
    claims: tuple[tuple[ClaimRow, Markup], ...]
    icons: Markup
    heard: str
    people: Markup
    stays: bool
    tools: Markup


def document_pages(desk: Desk) -> Iterator[Page]:
    """Yield the annotated page of each document."""
    for document in desk.facts.dossier.documents:
        pen = Pen(desk, document_page(document.source), document_owner(document.source))
        title = document.label or desk.voice.text("The document")
        rows = tuple(_passage(pen, document, number) for number in range(len(document.passages)))
        body = desk.write(
            "document.md.jinja",
            pen,
            document=document,
            title=title,
            rows=rows,
            counts=_counts(pen, document),
            questions=_questions(pen, document),
            statuses=tuple(Status),
            asks=any(row.remarks or row.claims for row in rows),
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
            meta={**PAGE_META, "scripts": ["passages", "teach"], "sheets": _sheets(document)},
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


def _questions(pen: Pen, document: Document) -> list[tuple[Question, Markup, str]]:
    """Return the questions that remarks of the document answer, each with its icon and the number of its remarks."""
    asked = [remark.type.question for remark in document.remarks]
    return [
        (question, pen.icon(f"i-{question.value}"), pen.voice.number(asked.count(question)))
        for question in Question
        if question in asked
    ]


def _sheets(document: Document) -> list[str]:
    return ["article", *(["record"] if any(remark.review for remark in document.remarks) else [])]


def _passage(pen: Pen, document: Document, number: int) -> PassageRow:
    facts, voice, passage = pen.desk.facts, pen.voice, document.passages[number]
    spot = (document.source, passage.id)
    remarks = anchored(passage.gist, facts.remarks_at.get(spot, ()))
    claims = tuple(claim_row(pen, claim) for claim in facts.claims_at.get(spot, ()))
    return PassageRow(
        id=passage_anchor(passage.id),
        heading=passage.heading,
        kind=voice.label(passage.kind),
        cover="" if claims else "none" if passage.editorial else "out",
        size=_size(pen, passage),
        gist=pen.marked(passage.gist, _marks(remarks, other_language(pen.desk, document.source))),
        remarks=tuple(_remark(pen, document, remark, mark) for remark, mark, _ in remarks),
        also=tuple(pen.link(remark.id) for remark in document.remarks if passage.id in remark.also),
        claims=tuple((row, _status_word(pen, row.status)) for row in claims),
        icons=Markup("").join(row.icon for row in claims),
        heard=_heard(pen, passage, claims),
        people=_people(pen, document, passage),
        stays=len(claims) <= SHORT,
        tools=_passage_tools(pen, document, number),
    )


def _size(pen: Pen, passage: Passage) -> str:
    plural = pen.voice.plural
    sentences = plural("{n} sentence", "{n} sentences", passage.sentences)
    return f"{sentences}{pen.voice.comma}{plural('{n} word', '{n} words', passage.words)}"


def _heard(pen: Pen, passage: Passage, claims: tuple[ClaimRow, ...]) -> str:
    """Return in words what the strip shows of a passage."""
    if claims:
        return status_words(pen, claims)
    return pen.voice.text("no claim yet") if passage.editorial else pen.voice.text("not part of the text")


def status_words(pen: Pen, claims: tuple[ClaimRow, ...]) -> str:
    """Return the statuses of some claims in words: `2 found elsewhere; 1 one origin`."""
    statuses = [row.status for row in claims]
    return pen.voice.semicolon.join(
        f"{pen.voice.number(statuses.count(status))} {pen.voice.label(status)}"
        for status in Status
        if status in statuses
    )


def _status_word(pen: Pen, status: Status) -> Markup:
    return pen.to(METHOD, pen.voice.label(status), f"status-{status.value}", "rule")


def anchored(gist: str, remarks: Iterable[Remark]) -> list[tuple[Remark, str, str]]:
    """Return the remarks of a passage in the order of its words: each with its letter and the fragment marked for it.

    Remarks without a fragment in the gist come last, without a letter. Of fragments that overlap only the longest is
    marked, for the remarks on the others as well.
    """
    remarks = list(remarks)
    spots: dict[str, tuple[int, int]] = {}
    hosts: dict[str, str] = {}
    for fragment in sorted({remark.fragment for remark in remarks if remark.fragment}, key=lambda f: (-len(f), f)):
        start = spot_of(fragment, gist)
        if start < 0:
            continue
        stop = start + len(fragment)
        hosts[fragment] = next((host for host, (a, b) in spots.items() if a < stop and start < b), fragment)
        spots.setdefault(hosts[fragment], (start, stop))
    placed = sorted(
        (remark for remark in remarks if remark.fragment in hosts),
        key=lambda remark: spots[hosts[remark.fragment or ""]],
    )
    return [
        *((remark, letter(n), hosts[remark.fragment or ""]) for n, remark in enumerate(placed, start=1)),
        *((remark, "", "") for remark in remarks if remark not in placed),
    ]


def _marks(remarks: list[tuple[Remark, str, str]], language: str) -> dict[str, Markup]:
    """Return the fragments of a passage's remarks as marks that lead to the remark, with the letters of all of them."""
    letters: dict[str, list[str]] = {}
    first: dict[str, Remark] = {}
    for remark, mark, fragment in remarks:
        if fragment:
            letters.setdefault(fragment, []).append(mark)
            first.setdefault(fragment, remark)
    return {
        fragment: Markup(
            f'<mark class="{first[fragment].type.question.value}" data-n="{" ".join(marks)}">'
            f"[{foreign(fragment, language)}](#{first[fragment].id})</mark>"
        )
        for fragment, marks in letters.items()
    }


def _remark(pen: Pen, document: Document, remark: Remark, mark: str) -> RemarkRow:
    question = remark.type.question.value
    return RemarkRow(
        id=remark.id,
        letter=mark,
        colour=question,
        icon=pen.icon(f"i-{question}"),
        label=pen.voice.label(remark.type),
        title=remark.title,
        text=pen.cited(pen.inline(remark.text), remark.citations),
        also=Markup(" ").join(pen.passage(document.source, also) for also in remark.also),
        tools=_tools(pen, remark),
        reading=not remark.citations and "[@" not in remark.text,
        mark=review_mark(pen.voice, remark),
        review=review_line(pen, remark),
    )


def _tools(pen: Pen, remark: Remark) -> Markup:
    """Return how a remark can be changed or reported; empty without a repository."""
    links = pen.desk.links
    return _either(pen, links.edit(links.dossier.mark(remark.id)), links.report(remark.id, pen.path))


def _passage_tools(pen: Pen, document: Document, number: int) -> Markup:
    """Return how a passage can be changed or reported; empty without a repository."""
    links = pen.desk.links
    mark = links.dossier.mark(document_owner(document.source), "passages", number)
    return _either(pen, links.edit(mark), links.report_passage(document.source, document.passages[number]))


def _either(pen: Pen, edit: str, report: str) -> Markup:
    addresses = ((pen.voice.text("Edit"), edit), (pen.voice.text("Report a problem"), report))
    return Markup(" ").join(
        Markup(f'<a href="{attribute(address)}">{plain(words)}</a>') for words, address in addresses if address
    )


def _people(pen: Pen, document: Document, passage: Passage) -> Markup:
    """Return links to the actors and places that the claims of a passage are about."""
    claims = pen.desk.facts.claims_at.get((document.source, passage.id), ())
    return pen.links(dict.fromkeys(about for claim in claims for about in claim.about))
