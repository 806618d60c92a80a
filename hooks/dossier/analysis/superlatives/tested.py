"""Claims that rank or sum up, held against every figure and event of the dossier, each with its scope.

Superlatives are copied from text to text and seldom looked at. Here each is shown what the dossier records that stands
against it, or how many comparable figures or events were looked at. Whether two scopes are the same is for the reader.
"""

from collections.abc import Sequence
from typing import Final

from ...model import Claim, Dossier
from ...model.words import ClaimKind
from .comparable import BY_EVENT, RANKING, Tested
from .counted import counted
from .larger import largest_of
from .others import Events, other_of
from .sums import total_of

AGAINST: Final = ("disputes", "refutes")
"""Stances of sources that contradict a claim."""


def superlatives_of(dossier: Dossier, claims: Sequence[Claim]) -> tuple[Tested, ...]:
    """Return what the dossier says to every claim of type largest, first, last, only, total or rank.

    `claims` are those of the dossier in reading order, and the result is in that order. Ranks are listed and not
    evaluated. Takes any dossier: what is compared with an entry that does not exist is compared with nothing.
    """
    by_id = {claim.id: claim for claim in claims}
    blanks = {claim.id: _blank(claim) for claim in claims if claim.type in RANKING}
    found = dict(blanks)
    figures = counted(claims, dossier.settings.units)
    found |= largest_of({id_: one for id_, one in blanks.items() if one.type is ClaimKind.LARGEST}, by_id, figures)
    events: Events | None = None
    for id_, blank in blanks.items():
        if blank.type is ClaimKind.TOTAL:
            found[id_] = total_of(blank, by_id[id_], by_id, figures)
        elif blank.type in BY_EVENT:
            events = events or Events(dossier)
            found[id_] = other_of(blank, by_id[id_], dossier, events)
    return tuple(found[id_] for id_ in blanks)


def _blank(claim: Claim) -> Tested:
    """Return what a claim says of itself, and who disputes it."""
    disputing = {citation.source for citation in claim.citations if citation.stance in AGAINST}
    return Tested(
        claim=claim.id,
        type=claim.type,
        scope=claim.scope or "",
        when=claim.compare.when.edtf if claim.compare and claim.compare.when else None,
        disputed_by=tuple(sorted(disputing)),
    )
