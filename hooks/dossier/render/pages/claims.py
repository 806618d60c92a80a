"""The claims: a ledger of all, and a page for each that reads like an argument."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ...analysis import credited_elsewhere
from ...check.quotes import count_words
from ...links import LISTS
from ...model import Citation, Claim
from ...model.parts import Hedge
from ...model.status import Status
from ...model.words import BearsOn
from ...prose import plain
from ..desk import Desk
from ..drawings import claim_tree, figure_drawing
from ..page import Page
from ..pen import Pen
from ..rows import ClaimRow, claim_row, mention_groups, origins_comb, origins_words
from .listing import PAGE_META, listing

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


def ledger(desk: Desk) -> Iterator[Page]:
    """Yield the list of all claims, by passage, in pages."""
    counted = Counter(desk.facts.status.values())

    def fill(pen: Pen, claims: Sequence[Claim]) -> dict[str, object]:
        groups: dict[str, list[ClaimRow]] = {}
        headings: dict[str, Markup] = {}
        for claim in claims:
            key, heading = _group(pen, claim)
            headings[key] = heading
            groups.setdefault(key, []).append(claim_row(pen, claim))
        return {
            "groups": [(key, headings[key], rows) for key, rows in groups.items()],
            "counts": [(pen.status(status), pen.voice.number(counted[status])) for status in Status if counted[status]],
        }

    return listing(desk, "claim", "Claims", desk.facts.claims, fill)


def _group(pen: Pen, claim: Claim) -> tuple[str, Markup]:
    facts = pen.desk.facts
    spot = facts.passage_of.get(claim.id)
    if spot is None:
        return "elsewhere", Markup(plain(pen.voice.text("In other sources")))
    document = facts.dossier.document_of(spot[0])
    passage = next(passage for passage in document.passages if passage.id == spot[1]) if document else None
    several = len(facts.dossier.documents) > 1
    name = f"{document.label or pen.voice.text('The document')}, {spot[1]}" if several and document else spot[1]
    heading = f"{name} · {passage.heading}" if passage else name
    return f"{spot[0]}-{spot[1]}" if several else f"passage-{spot[1]}", pen.passage(spot[0], spot[1], heading)


def claim_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each claim."""
    for claim in desk.facts.claims:
        path = desk.links.page(claim.id)
        pen = Pen(desk, path, claim.id)
        body = desk.write("claim.md.jinja", pen, **_values(pen, claim))
        meta: dict[str, object] = {**PAGE_META, "description": claim.text, "search": {"boost": 2}}
        numbers = _numbers(pen, claim)
        if numbers:
            meta |= {"tags": numbers, "hide": ["navigation", "toc", "tags"]}
        yield Page(path, claim.text, body, (claim.id,), desk.facts.dossier.mark(claim.id), meta=meta)


def _numbers(pen: Pen, claim: Claim) -> list[str]:
    """Return a claim's figure as a reader may type it, so that searching the number finds the claim."""
    if claim.measure is None or not claim.measure.value:
        return []
    values = claim.measure.value.split("..")
    return list(dict.fromkeys([*values, *(pen.voice.number(float(value)) for value in values if value)]))


def _values(pen: Pen, claim: Claim) -> dict[str, object]:
    desk, facts = pen.desk, pen.desk.facts
    spot = facts.passage_of.get(claim.id)
    group = facts.figure_of.get(claim.id)
    return {
        "claim": claim,
        "status": facts.status[claim.id],
        "comb": origins_comb(pen, claim),
        "origins": origins_words(pen, claim),
        "ledger": pen.to(LISTS["claim"], desk.voice.text("Claims")),
        "passage": pen.passage(*spot) if spot else Markup(""),
        "says": _says(pen, claim),
        "compared": compared(pen, claim),
        "arguments": arguments(pen, claim),
        "tree": claim_tree(pen, claim),
        "figure": figure_drawing(pen, group, f"figure-{claim.id}") if group and claim.measure else Markup(""),
        "figure_rows": [
            (
                pen.link(row.claim.id) if row.claim.id != claim.id else Markup(plain(desk.voice.text("this claim"))),
                desk.voice.figure(row.measure),
            )
            for row in group.rows
        ]
        if group and len(group.rows) > 1
        else (),
        "figure_scope": f"{group.of}, {group.scope}" if group else "",
        "group_origins": [
            (pen.link(origin.id), pen.links(origin.reports)) for origin in facts.origins[claim.id].all.origins
        ],
        "about": pen.links(claim.about),
        "remarks": [pen.link(remark) for remark in facts.owners(claim.id, "Remarks")],
        "mentions": mention_groups(pen, claim.id),
        "elsewhere": credited_elsewhere(claim, facts.evidence.descent.speakers),
        "long": count_words(claim.text) > 14,
    }


def _says(pen: Pen, claim: Claim) -> Markup:
    """Return the line above a claim: which document says it, and whom it credits."""
    spot = pen.desk.facts.passage_of.get(claim.id)
    voice = pen.voice
    if spot is None:
        found = "Found in another source:" if pen.desk.facts.dossier.documents else "Said by a source:"
        return Markup(plain(voice.text(found)))
    document = pen.desk.facts.dossier.document_of(spot[0])
    name = plain((document.label if document else None) or voice.text("The document"))
    by = claim.asserted_by
    if by.printed:
        return Markup(voice.text("{document} says, and credits {actor}:")).format(
            document=name, actor=pen.link(by.printed)
        )
    if by.voice == "unnamed":
        return Markup(voice.text("{document} says, crediting nobody by name:")).format(document=name)
    return Markup(voice.text("{document} says, in its own voice:")).format(document=name)


def compared(pen: Pen, claim: Claim) -> tuple[Compared, ...]:
    """Return the rows of «as printed, as found»; only those with something to say."""
    voice, by = pen.voice, claim.asserted_by
    none = Markup(plain(voice.text("none")))
    dash = Markup("–")
    printed = pen.link(by.printed) if by.printed else Markup(plain(voice.label(by.voice)))
    wording = Markup(f" “{plain(by.wording)}”") if by.wording else Markup("")
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
        estimate = f" ({voice.text('an estimate')})" if claim.measure.estimate else ""
        rows.append(
            Compared(
                voice.text("Figure"),
                Markup(plain(voice.figure(claim.measure))),
                Markup(plain(voice.figure(claim.measure) + estimate)),
            )
        )
    kept = [hedge for hedge in claim.hedges if hedge.fate != "dropped"]
    source = [hedge for hedge in claim.hedges if hedge.fate != "added"]
    if claim.hedges:
        rows.append(
            Compared(
                voice.text("Hedge"),
                _hedges(kept) or none,
                _hedges(source) or none,
                differs=any(hedge.fate != "kept" for hedge in claim.hedges),
            )
        )
    return tuple(rows)


def _quoted(pen: Pen, citations: list[Citation]) -> Markup:
    return Markup(", ").join(Markup(f"“{plain(citation.quote or '')}”") + pen.note(citation) for citation in citations)


def _hedges(hedges: list[Hedge]) -> Markup:
    return Markup(", ").join(Markup(f"“{plain(hedge.words)}”") for hedge in hedges)


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
    said = Markup(f" “{plain(citation.quote)}”") if citation.quote else Markup("")
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
