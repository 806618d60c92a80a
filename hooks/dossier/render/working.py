"""The working behind a claim: origins for each of the three questions, who handed it down, what falls."""

from dataclasses import dataclass

from markupsafe import Markup

from ..analysis.origins.counts import AGAINST
from ..links import METHOD
from ..model import Claim
from ..model.words import BearsOn, Stance
from ..prose import plain
from ..report.claim import at_odds, behind, first_speaker, hangs_on, owes, range_words, rests_on
from ..report.parties import in_short
from .drawings import claim_lineage
from .pen import Pen
from .said import said


@dataclass(frozen=True, slots=True)
class Working:
    """What a claim's numbers come from: sentences, a count for each question, and who has it from whom, in words."""

    sentences: tuple[Markup, ...]
    questions: tuple[tuple[str, str, str], ...]
    """Question, reports, origins; only those with reports."""
    beside: tuple[str, ...]
    """For each question what the counts do not show: reports that limit the claim, sources that say otherwise."""
    handed: tuple[Markup, ...]
    """The family tree in words: one derivation each."""


def working_of(pen: Pen, claim: Claim) -> Working:
    """Return the working of a claim."""
    evidence, voice = pen.desk.facts.evidence, pen.voice
    origins = evidence.origins[claim.id]
    sentences = (
        *behind(origins.all, voice),
        owes(claim.id in evidence.unread, voice),
        first_speaker(evidence, claim, voice),
        hangs_on(evidence.falls.chain.get(claim.id, ()), len(origins.all.reports), voice),
        rests_on(evidence.parties.rests[claim.id], voice) if evidence.parties.party_of else (),
        at_odds(evidence.conflicts.get(claim.id, ()), voice),
    )
    return Working(
        sentences=tuple(said(pen, line) for line in sentences if line),
        questions=tuple(
            (
                voice.text(word.meaning),
                voice.plural("{n} report", "{n} reports", len(origins.of[word].reports)),
                range_words(origins.of[word], voice),
            )
            for word in BearsOn
            if origins.of[word].reports
        ),
        beside=tuple(line for word in BearsOn if (line := _beside(pen, claim, word))),
        handed=_handed(pen, claim),
    )


def _beside(pen: Pen, claim: Claim, word: BearsOn) -> str:
    """Return how many of the sources on a question limit the claim or say otherwise; empty where none does."""
    voice, counted = pen.voice, pen.desk.facts.origins[claim.id].of[word].sources
    cited = [citation for citation in claim.citations if citation.bears_on == word]
    whole = {citation.source for citation in cited if citation.stance not in (Stance.QUALIFIES, *AGAINST)}
    limits = {citation.source for citation in cited if citation.stance == Stance.QUALIFIES} & set(counted) - whole
    against = {citation.source for citation in cited if citation.stance in AGAINST}
    lines = []
    if limits:
        lines.append(voice.plural("{n} of the reports limits it", "{n} of the reports limit it", len(limits)))
    if against:
        lines.append(voice.plural("{n} source says otherwise", "{n} sources say otherwise", len(against)))
    return f"{voice.text(word.meaning)} {voice.semicolon.join(lines)}." if lines else ""


def party_line(pen: Pen, id_: str) -> Markup:
    """Return how many of the claims of a document, event, actor or place rest on one party; empty where none does."""
    share = pen.desk.facts.evidence.parties.of.get(id_)
    words = in_short(share, pen.voice) if share else ()
    rule = pen.to(METHOD, pen.voice.text("The rule"), "check-parties", "tap")
    return said(pen, words) + Markup(" ") + rule if words else Markup("")


def _handed(pen: Pen, claim: Claim) -> tuple[Markup, ...]:
    """Return who of the reports and those above them has it from whom; a link that nobody read is «cited via»."""
    voice = pen.voice
    via = Markup(plain(voice.text("cited via: the editors did not read this link in the source itself")))
    return tuple(
        Markup("{child} {how} {parent}{read}").format(
            child=pen.link(child),
            how=Markup(plain(voice.label(derived.how))),
            parent=pen.link(derived.source),
            read="" if derived.read else Markup(" ({via})").format(via=via),
        )
        for child, derived in claim_lineage(pen, claim).derivations
    )
