"""The status of a claim: the first rule that fits. The Method page says the same in words; no rule is a verdict."""

from collections.abc import Mapping

from ...model import Claim, Dossier
from ...model.status import Status
from .counts import Origins
from .speakers import Speakers


def statuses_of(dossier: Dossier, origins: Mapping[str, Origins], speakers: Speakers) -> Mapping[str, Status]:
    """Return the status of every claim, by its id."""
    return {claim.id: status_of(claim, origins[claim.id], speakers) for claim in dossier.claims}


def status_of(claim: Claim, origins: Origins, speakers: Speakers) -> Status:
    """Return the status of a claim from its type, attribution and origins. What was retracted disputes nothing."""
    if claim.type == "label":
        return Status.LABEL
    if credited_elsewhere(claim, speakers):
        return Status.CREDITED_ELSEWHERE
    if origins.against.reports:
        return Status.SOURCES_DISAGREE
    if not origins.all.reports:
        return Status.WITHDRAWN if origins.all.fallen else Status.NOT_FOUND
    if origins.all.at_most == 1:
        return Status.ONE_ORIGIN
    return Status.FOUND_ELSEWHERE


def credited_elsewhere(claim: Claim, speakers: Speakers) -> bool:
    """Tell whether the speaker that was found belongs to another organisation than the one that is credited.

    A spokesman found behind a body that he speaks for is the same voice, named more closely.
    """
    printed, found = claim.asserted_by.printed, claim.asserted_by.found
    if not printed or not found:
        return False
    at = claim.asserted_at.edtf if claim.asserted_at else None
    return not set(speakers.above(printed, at)) & set(speakers.above(found, at))
