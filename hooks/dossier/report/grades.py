"""The grades looked at, in words: do sources and claims get graded apart, and is grade 1 earned."""

from typing import Final

from ..analysis import Evidence
from ..analysis.grades import DIGITS, LETTERS, Grades
from ..voice import Voice
from .section import Section, Table, To, Words

WORTH_NAMING: Final = 0.2
"""Rank correlation, up or down, below which the one grade is not said to follow the other."""


def grades(evidence: Evidence, voice: Voice) -> Section:
    """Return how the two grades go together over the dossier, beside what is known of how that fails."""
    found = evidence.grades
    return Section(
        name="grades",
        title=voice.text("Grades looked at"),
        lead=(*_together(found, voice), *_given(found, voice), *_confirmed(found, voice)),
        table=_table(found, voice) if found.total else None,
        limits=_limits(voice),
    )


def _together(found: Grades, voice: Voice) -> tuple[Words, ...]:
    if not found.total:
        return ((voice.text("No claim with a grade from 1 to 5 has a source graded A to E in its support."),),)
    pairs = voice.plural(
        "{n} pair of a claim and a source that supports it has a grade on both sides.",
        "{n} pairs of a claim and a source that supports it have a grade on both sides.",
        found.total,
    )
    share = round(100 * found.on_diagonal / found.total)
    diagonal = voice.text("In {number} of them, or {share} %, both grades have the same rank (A1, B2, C3, D4 or E5).")
    return (
        (pairs,),
        (diagonal.format(number=voice.number(found.on_diagonal), share=voice.number(share)),),
        (_order(found, voice),),
    )


def _order(found: Grades, voice: Voice) -> str:
    """Return the sentence on whether the better sources stand with the better claims."""
    if found.tau is None:
        return voice.text(
            "How far the one grade follows the other cannot be computed: "
            "there are fewer than two pairs, or one of the grades is the same in all of them."
        )
    if found.tau > WORTH_NAMING:
        said = voice.text("Better graded sources tend to stand with better graded claims: rank correlation {tau}.")
    elif found.tau < -WORTH_NAMING:
        said = voice.text("Better graded sources tend to stand with worse graded claims: rank correlation {tau}.")
    else:
        said = voice.text("Neither grade follows the other to any extent worth naming: rank correlation {tau}.")
    # Rounding may leave a minus before a nought; adding nothing takes it away.
    return said.format(tau=voice.number(round(found.tau, 2) + 0.0))


def _given(found: Grades, voice: Voice) -> tuple[Words, ...]:
    claims = voice.text("Claims with a grade from 1 to 5: {some} of {all}.")
    sources = voice.text("Sources with a grade from A to E: {some} of {all}.")
    return (
        (_some_of(claims, found.claims_graded, found.claims, voice),),
        (_some_of(sources, found.sources_graded, found.sources, voice),),
    )


def _some_of(words: str, some: int, every: int, voice: Voice) -> str:
    return words.format(some=voice.number(some), all=voice.number(every))


def _confirmed(found: Grades, voice: Voice) -> tuple[Words, ...]:
    if not found.confirmed:
        return ((voice.text("No claim is graded 1, confirmed by independent origins."),),)
    return tuple(
        (
            voice.text("Graded 1, confirmed by independent origins: "),
            To(one.claim),
            "; ",
            voice.plural("{n} origin can be shown", "{n} origins can be shown", one.at_least),
            ".",
        )
        for one in found.confirmed
    )


def _table(found: Grades, voice: Voice) -> Table:
    """Return the number of pairs for every combination of the two grades."""
    credibility = voice.text("Credibility {grade}")
    reliability = voice.text("Reliability {grade}")
    columns = (voice.text("Pairs"), *(credibility.format(grade=digit) for digit in DIGITS))
    rows = tuple(
        ((reliability.format(grade=letter),), *((voice.number(number),) for number in row))
        for letter, row in zip(LETTERS, found.pairs, strict=True)
    )
    return Table(columns, rows)


def _limits(voice: Voice) -> tuple[Words, ...]:
    return (
        (
            voice.text(
                "Graders are said to let the one grade follow the other: an early study of more than 1,400 reports "
                "(Baker and others, 1968) is reported to have found 87 % of gradings at A1, B2 or C3. "
                "We know of it through a review only, and have not read the study."
            ),
        ),
        (
            voice.text(
                "Neither number says that a grade is right or not. "
                "A claim with many sources makes many pairs, and copies of one statement are a pair each."
            ),
        ),
    )
