"""What falls if a source falls, in words: the sources on which most claims rest alone, and what one takes along."""

from typing import Final

from ..analysis import Evidence
from ..analysis.origins.falls import Change, Falls, Loss
from ..model.status import Status
from ..voice import Voice
from .section import Section, Table, To, Words, links

LISTED: Final = 12
"""Claims named in a cell; how many more there are is said."""


def falls(evidence: Evidence, voice: Voice) -> Section:
    """Return the sources without which claims would have no report left, those of most claims first."""
    return resting_section(evidence.falls, evidence, voice)


def resting_section(found: Falls, evidence: Evidence, voice: Voice) -> Section:
    """Return the same for falls that are given."""
    several = {claim for claim, chain in found.chain.items() if chain and len(evidence.origins[claim].all.reports) > 1}
    return Section(
        name="falls",
        title=voice.text("What falls with a source"),
        lead=(*_lead(found, several, voice), *_retracted(evidence, voice)),
        table=_table(found, several, voice),
        limits=(
            (
                voice.text(
                    "A link that is only possible is no support: if all that are known fall, the report falls, too."
                ),
            ),
            (
                voice.text(
                    "A claim stands under each source that all its reports lead through, so it may stand here twice."
                ),
            ),
            (voice.text("That a claim would lose its reports here does not mean that there are none elsewhere."),),
        )
        if found.resting
        else (),
    )


def _lead(found: Falls, several: set[str], voice: Voice) -> list[Words]:
    alone = sum(bool(chain) for chain in found.chain.values())
    if not alone:
        return [(voice.text("No claim was found whose reports all lead through one source."),)]
    said: list[Words] = [
        (
            voice.plural(
                "{n} claim rests on one source alone: without it, no report of it would be left.",
                "{n} claims rest on one source alone each: without it, no report of them would be left.",
                alone,
            ),
        )
    ]
    if several:
        through = voice.plural(
            "For {n} of them more than one report was found, and all of them lead through that source.",
            "For {n} of them more than one report was found, and all of these lead through that one source.",
            len(several),
        )
        said.append((through,))
    source, claims = next(iter(found.resting.items()))
    if len(claims) > 1:
        most = voice.plural("{n} claim.", "{n} claims.", len(claims))
        said.append((voice.text("Most rest on "), To(source), ": ", most))
    return said


def _retracted(evidence: Evidence, voice: Voice) -> list[Words]:
    """Return which sources were retracted, and which claims lost their last report with them."""
    gone = tuple(sorted(source.id for source in evidence.dossier.sources if source.retracted))
    lost = tuple(claim.id for claim in evidence.claims if evidence.status[claim.id] is Status.WITHDRAWN)
    said: list[Words] = []
    if gone:
        said.append((voice.text("Retracted, so that they no longer count: "), *links(gone), "."))
    if lost:
        said.append((voice.text("What supported these claims fell with what was retracted: "), *links(lost), "."))
    return said


def _table(found: Falls, several: set[str], voice: Voice) -> Table | None:
    if not found.resting:
        return None
    columns = (
        voice.text("Source"),
        voice.text("Claims that rest on it alone"),
        voice.text("Of these with more than one report"),
        voice.text("Which"),
    )
    rows = tuple(
        (
            (To(source),),
            (voice.number(len(claims)),),
            (voice.number(sum(claim in several for claim in claims)),),
            _some(claims, voice),
        )
        for source, claims in found.resting.items()
    )
    return Table(columns, rows)


def _some(ids: tuple[str, ...], voice: Voice) -> Words:
    more = len(ids) - LISTED
    named = links(ids[:LISTED])
    return (*named, voice.plural(" and {n} more", " and {n} more", more)) if more > 0 else named


def loss_section(loss: Loss, evidence: Evidence, voice: Voice) -> Section:
    """Return what would change if one source did not count; `evidence` is that of the dossier with the source."""
    return Section(
        name="without",
        title=voice.text("If one source did not count"),
        lead=((voice.text("Left out: "), To(loss.source), "."), *_loss_lead(loss, evidence, voice)),
        table=_loss_table(loss, voice),
    )


def _loss_lead(loss: Loss, evidence: Evidence, voice: Voice) -> list[Words]:
    if loss.source in evidence.descent.without:
        return [(voice.text("It does not count as it is, since it is recorded as retracted."),)]
    if not (loss.falling or loss.lost or loss.weakened or loss.changed):
        return [(voice.text("No claim would lose a report or change its status."),)]
    said: list[Words] = [
        (
            voice.plural(
                "{n} claim would lose its last report.", "{n} claims would lose their last report.", len(loss.lost)
            )
            if loss.lost
            else voice.text("No claim would lose its last report."),
        )
    ]
    if loss.weakened:
        weakened = voice.plural(
            "{n} more claim would keep a report, but lose others or change in its origins.",
            "{n} more claims would keep a report each, but lose others or change in their origins.",
            len(loss.weakened),
        )
        said.append((weakened,))
    if loss.falling:
        said.append((voice.text("With it would fall, as all they have comes from it: "), *links(loss.falling), "."))
    return said


def _loss_table(loss: Loss, voice: Voice) -> Table | None:
    changes = dict.fromkeys((*loss.lost, *loss.weakened, *loss.changed))
    if not changes:
        return None
    columns = (
        voice.text("Claim"),
        voice.text("Reports, before and after"),
        voice.text("Origins, before and after"),
        voice.text("Label, before and after"),
    )
    return Table(columns, tuple(_change(change, voice) for change in changes))


def _change(change: Change, voice: Voice) -> tuple[Words, ...]:
    before, after = ((low, high) for low, high in zip(change.at_least, change.at_most, strict=True))
    return (
        (To(change.claim),),
        (_then(voice.number(change.reports[0]), voice.number(change.reports[1]), voice),),
        (_then(_range(*before, voice), _range(*after, voice), voice),),
        (_then(voice.label(change.status[0]), voice.label(change.status[1]), voice),),
    )


def _range(low: int, high: int, voice: Voice) -> str:
    return voice.number(low) if low == high else f"{voice.number(low)}–{voice.number(high)}"


def _then(before: str, after: str, voice: Voice) -> str:
    """Return a change, or the one value where there is none."""
    return before if before == after else voice.text("{before}, then {after}").format(before=before, after=after)
