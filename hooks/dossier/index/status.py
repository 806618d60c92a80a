"""The status of a claim: the first rule that fits. The Method page says the same in words; no rule is a verdict."""

from ..model import Claim
from ..model.status import Status
from .origins import Family, Origins


def status_of(claim: Claim, origins: Origins, family: Family) -> Status:
    """Return the status of a claim from its type, attribution, citations and origins."""
    if claim.type == "label":
        return Status.LABEL
    if credited_elsewhere(claim, family):
        return Status.CREDITED_ELSEWHERE
    if any(citation.stance in ("disputes", "refutes") for citation in claim.citations):
        return Status.SOURCES_DISAGREE
    if not origins.reports:
        return Status.NOT_FOUND
    if origins.at_most == 1:
        return Status.ONE_ORIGIN
    return Status.FOUND_ELSEWHERE


def credited_elsewhere(claim: Claim, family: Family) -> bool:
    """Tell whether the speaker that was found belongs to another organisation than the one that is credited.

    A spokesman found behind a body that he speaks for is the same voice, named more closely.
    """
    printed, found = claim.asserted_by.printed, claim.asserted_by.found
    return bool(printed and found) and family.top.get(printed or "", printed) != family.top.get(found or "", found)
