"""How much of a document rests on one origin, in plain words and few numbers: for the Overview."""

from collections import Counter
from typing import NamedTuple

from ..analysis import Evidence
from ..voice import Voice
from .section import To, Words, joined


class Part(NamedTuple):
    """So many of a document's claims, and what is said of them."""

    claims: int
    words: Words


def resting_parts(evidence: Evidence, source: str, voice: Voice) -> tuple[Part, ...]:
    """Return what a document's claims rest on, the labels among them left out; nothing where there are no claims.

    The parts are: one origin, one party (some of the same claims), perhaps more than one, certainly more, no report.
    """
    claims = [
        claim.id
        for claim in evidence.claims
        if claim.type != "label" and evidence.passage_of.get(claim.id, ("",))[0] == source
    ]
    counts = {id_: evidence.origins[id_].all for id_ in claims}
    one = [id_ for id_ in claims if counts[id_].at_most == 1]
    made = (
        _one_origin(evidence, one, voice),
        _several([id_ for id_ in claims if counts[id_].at_least < 2 <= counts[id_].at_most], voice),
        Part(
            sum(count.at_least > 1 for count in counts.values()),
            (voice.text("have at least two origins, by what is recorded."),),
        ),
        Part(
            sum(not count.reports for count in counts.values()),
            (voice.text("are reported by no other source that was found."),),
        ),
    )
    return tuple(part for part in (*made, _one_party(evidence, source, voice)) if part.claims) if claims else ()


def claims_counted(evidence: Evidence, source: str) -> int:
    """Return how many claims a document makes, labels left out."""
    return sum(
        claim.type != "label" and evidence.passage_of.get(claim.id, ("",))[0] == source for claim in evidence.claims
    )


def _one_origin(evidence: Evidence, claims: list[str], voice: Voice) -> Part:
    reports = sum(len(evidence.origins[id_].all.reports) for id_ in claims)
    often = Counter(evidence.origins[id_].all.origins[0].id for id_ in claims)
    said: Words = (
        voice.plural(
            "go back to one origin each; {n} report was found.",
            "go back to one origin each; together they have {n} reports.",
            reports,
        ),
    )
    if often:
        most = min(often.items(), key=lambda found: (-found[1], found[0]))
        said = (*said, " ", voice.text("Most often it is "), To(most[0]), f" ({voice.number(most[1])}).")
    opened = sum(any(report.open for report in evidence.origins[id_].all.reports) for id_ in claims)
    if opened:
        unsure = voice.plural(
            "For {n} of them the way back is not certain to its end.",
            "For {n} of them the way back is not certain to its end.",
            opened,
        )
        said = (*said, " ", unsure)
    return Part(len(claims), said)


def _one_party(evidence: Evidence, source: str, voice: Voice) -> Part:
    share = evidence.parties.of.get(source)
    if share is None:
        return Part(0, ())
    named = joined(tuple((To(count.party), f" ({voice.number(count.claims)})") for count in share.by))
    return Part(
        share.on_party,
        (
            voice.text("rest on one party to the conflict alone, and are counted in the other lines as well: "),
            *named,
            ".",
        ),
    )


def _several(claims: list[str], voice: Voice) -> Part:
    return Part(
        len(claims),
        (voice.text("may have more than one origin: where some of their reports come from is not known for certain."),),
    )
