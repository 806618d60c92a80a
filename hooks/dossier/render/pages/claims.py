"""A page for each claim that reads like an argument."""

from collections.abc import Iterator

from markupsafe import Markup

from ...links import LISTS
from ...model import Claim
from ...prose import plain
from ..arguments import arguments, compared, hedged
from ..desk import Desk
from ..drawings import claim_tree
from ..page import Page
from ..panels import figure_drawing, panel_of
from ..pen import Pen
from ..record import META as RECORD
from ..record import record
from ..rows import conflict_mark, mention_groups, origins_comb, origins_words, party_mark, to_working
from ..working import working_of
from .listing import PAGE_META


def claim_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each claim."""
    for claim in desk.facts.claims:
        path = desk.links.page(claim.id)
        pen = Pen(desk, path, claim.id)
        body = desk.write("claim.md.jinja", pen, **_values(pen, claim))
        meta = {**PAGE_META, **RECORD, "description": claim.text}
        yield Page(path, claim.text, body, (claim.id,), desk.facts.dossier.mark(claim.id), meta=meta)


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
        "hedges": [(hedge, hedged(pen, claim, hedge)) for hedge in claim.hedges],
        "about": pen.links(claim.about),
        "remarks": [pen.link(remark) for remark in facts.owners(claim.id, "Remarks")],
        "mentions": mention_groups(pen, claim.id),
        **record(pen, claim),
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
        known = pen.desk.facts.dossier.documents
        return Markup(plain(voice.text("Found in another source:" if known else "Said by a source:")))
    document = pen.desk.facts.dossier.document_of(spot[0])
    name = Markup(plain((document.label if document else None) or voice.text("The document")))
    by = claim.asserted_by
    if by.printed:
        return Markup(voice.text("{document} says, and credits {actor}:")).format(
            document=name, actor=pen.link(by.printed)
        )
    if by.voice == "unnamed":
        return Markup(voice.text("{document} says, crediting nobody by name:")).format(document=name)
    return Markup(voice.text("{document} says, in its own voice:")).format(document=name)
