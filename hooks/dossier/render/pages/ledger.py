"""The ledger: all claims by passage, with what a reader can choose and sort them by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from ...analysis import Spot, credited_elsewhere
from ...links import LONG
from ...model import Claim
from ...model.status import Status
from ...prose import plain
from ..choices import (
    META,
    Facet,
    Form,
    Option,
    Values,
    facets,
    named,
    origins_value,
    origins_words,
    ranks,
    row_data,
)
from ..desk import Desk
from ..html_pen import HtmlPen
from ..page import Page
from ..pen import Pen
from ..rows import ClaimRow, claim_row
from .listing import fronted, listing

MANY: Final = 200
"""Rows from which on a browser need not lay out what is far out of sight."""


def ledger(desk: Desk) -> Iterator[Page]:
    """Yield the list of all claims, by passage."""
    counted = Counter(desk.facts.status.values())

    def fill(pen: Pen, claims: Sequence[Claim]) -> dict[str, object]:
        html = HtmlPen(desk, pen.path)
        values = [_values(desk, claim) for claim in claims]
        groups: dict[Spot | None, list[tuple[ClaimRow, Markup]]] = {}
        for claim, found, places in zip(claims, values, _ranks(desk, claims), strict=True):
            row = (claim_row(html, claim), row_data(claim.id, found, ranks=places))
            groups.setdefault(desk.facts.passage_of.get(claim.id), []).append(row)
        return {
            "html": html,
            "groups": [(_anchor(desk, spot), _heading(html, spot), rows) for spot, rows in groups.items()],
            "counts": [
                (status.value, pen.status_filter(status), pen.voice.number(counted[status]))
                for status in Status
                if counted[status]
            ],
            "choice": _form(pen, claims, values),
            "many": len(claims) > MANY,
        }

    return fronted(listing(desk, "claim", "Claims", desk.facts.claims, fill), META)


def _form(pen: Pen, claims: Sequence[Claim], values: Sequence[Values]) -> Form:
    voice = pen.voice
    return Form(
        "claim",
        voice.text("{n} of {total} claims"),
        voice.number(len(claims)),
        _facets(pen, claims, values),
        tuple(
            Option(value, label)
            for value, label in (
                ("status", voice.text("by status")),
                ("reports", voice.text("most reports first")),
                ("origins", voice.text("fewest origins first")),
                ("grade", voice.text("by grade, the best first")),
            )
        ),
        part=len(pen.desk.facts.claims) > LONG["claim"],
    )


def _facets(pen: Pen, claims: Sequence[Claim], values: Sequence[Values]) -> tuple[Facet, ...]:
    voice, entries = pen.voice, pen.desk.facts.dossier.entries
    spots = dict.fromkeys(pen.desk.facts.passage_of.get(claim.id) for claim in claims)
    parties = {party for row in values for party in row["party"]}
    voices = {
        "own": voice.text("In the document’s own voice"),
        "credited": voice.text("Credited"),
        "elsewhere": voice.text("Credited elsewhere"),
        "unnamed": voice.text("Credited to nobody by name"),
    }
    conflict = {"yes": voice.text("In conflict with another"), "no": voice.text("Not in conflict")}
    return facets(
        values,
        ("status", voice.text("Status"), {status.value: voice.label(status) for status in Status}),
        ("voice", voice.text("Attribution"), voices),
        ("passage", voice.text("Passage"), {_key(pen.desk, spot): _words(pen, spot) for spot in spots}),
        ("origins", voice.text("Origins"), origins_words(voice)),
        ("party", voice.text("Rests on one party"), named({party: entries[party].name for party in parties})),
        ("conflict", voice.text("Figure"), conflict),
    )


def _values(desk: Desk, claim: Claim) -> Mapping[str, tuple[str, ...]]:
    facts, by = desk.facts, claim.asserted_by
    party = facts.evidence.parties.rests[claim.id].party
    elsewhere = credited_elsewhere(claim, facts.evidence.descent.speakers)
    conflict = ("yes" if claim.id in facts.evidence.conflicts else "no",) if claim.measure else ()
    return {
        "status": (facts.status[claim.id].value,),
        "voice": ("credited" if by.printed else by.voice.value, *(("elsewhere",) if elsewhere else ())),
        "passage": (_key(desk, facts.passage_of.get(claim.id)),),
        "origins": (origins_value(facts.origins[claim.id].all),),
        "party": (party,) if party else (),
        "conflict": conflict,
    }


def _ranks(desk: Desk, claims: Sequence[Claim]) -> list[tuple[int, ...]]:
    """Return for each claim its places in the orders that the form offers."""
    facts = desk.facts
    statuses = list(Status)
    counts = [facts.origins[claim.id].all for claim in claims]
    return ranks(
        [statuses.index(facts.status[claim.id]) for claim in claims],
        [-len(count.reports) for count in counts],
        [(count.at_least, count.at_most) for count in counts],
        [claim.credibility.grade.value if claim.credibility else "~" for claim in claims],
    )


# The passage a claim stands in; none for claims of other sources. With several documents its document is named too.


def _key(desk: Desk, spot: Spot | None) -> str:
    """Return a passage as the address has it."""
    if spot is None:
        return "elsewhere"
    return f"{spot[0]}-{spot[1]}" if len(desk.facts.dossier.documents) > 1 else spot[1]


def _anchor(desk: Desk, spot: Spot | None) -> str:
    """Return the anchor of the claims of a passage."""
    several = spot is None or len(desk.facts.dossier.documents) > 1
    return _key(desk, spot) if several else f"passage-{_key(desk, spot)}"


def _words(pen: Pen, spot: Spot | None) -> str:
    """Return what the claims of a passage stand under."""
    if spot is None:
        return pen.voice.text("In other sources")
    documents = pen.desk.facts.dossier.documents
    document = next(one for one in documents if one.source == spot[0])
    heading = next(passage.heading for passage in document.passages if passage.id == spot[1])
    name = f"{document.label or pen.voice.text('The document')}, {spot[1]}" if len(documents) > 1 else spot[1]
    return f"{name} · {heading}" if heading else name


def _heading(pen: Pen, spot: Spot | None) -> Markup:
    words = _words(pen, spot)
    return pen.passage(*spot, words) if spot else Markup(plain(words))
