"""The claims: a ledger of all, and a page for each that reads like an argument."""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...links import LISTS
from ...model import Claim
from ...model.status import Status
from ...prose import plain
from ..arguments import arguments, compared
from ..desk import Desk
from ..drawings import claim_tree
from ..page import Page
from ..panels import figure_drawing, panel_of
from ..pen import Pen
from ..rows import (
    ClaimRow,
    claim_row,
    conflict_mark,
    mention_groups,
    origins_comb,
    origins_words,
    party_mark,
    to_working,
)
from ..working import working_of
from .listing import PAGE_META, listing


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
            "counts": [
                (status.value, pen.status_filter(status), pen.voice.number(counted[status]))
                for status in Status
                if counted[status]
            ],
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
        "origins": to_working(pen, claim, origins_words(pen, claim)) + _one_root(pen, claim),
        "rests": party_mark(pen, claim),
        "conflict": conflict_mark(pen, claim),
        "ledger": pen.to(LISTS["claim"], desk.voice.text("Claims")),
        "passage": pen.passage(*spot) if spot else Markup(""),
        "says": _says(pen, claim),
        "compared": compared(pen, claim),
        "arguments": arguments(pen, claim),
        "tree": claim_tree(pen, claim),
        "panel": panel_of(pen, group, f"figure-{claim.id}", claim.id) if group and len(group.rows) > 1 else None,
        "figure": figure_drawing(pen, group, f"figure-{claim.id}") if group and len(group.rows) == 1 else Markup(""),
        "figure_scope": f"{group.of}, {group.scope}" if group else "",
        "working": working_of(pen, claim),
        "about": pen.links(claim.about),
        "remarks": [pen.link(remark) for remark in facts.owners(claim.id, "Remarks")],
        "mentions": mention_groups(pen, claim.id),
    }


def _one_root(pen: Pen, claim: Claim) -> Markup:
    """Return the one source everything goes back to, after a colon; empty where it is not one."""
    origins = pen.desk.facts.origins[claim.id].all.origins
    return Markup(": ") + pen.link(origins[0].roots[0]) if [len(one.roots) for one in origins] == [1] else Markup("")


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
