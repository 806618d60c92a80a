"""Dependence on a party in words: how many claims go back to one party to the conflict alone, where, and whose."""

from ..analysis import Evidence
from ..analysis.parties import Parties, Share
from ..model import Dossier
from ..voice import Voice
from .section import Section, Table, To, Words, joined


def parties(evidence: Evidence, voice: Voice) -> Section:
    """Return which claims rest on one party alone: for the dossier, each document and each passage."""
    found = evidence.parties
    return Section(
        name="parties",
        title=voice.text("Dependence on a party"),
        lead=_lead(found.whole, any(actor.party for actor in evidence.dossier.actors), voice),
        table=_table(found, evidence.dossier, voice),
        limits=_limits(voice),
    )


def resting(share: Share, voice: Voice) -> tuple[Words, ...]:
    """Return sentences on how some claims divide: for the page of an entry as for the dossier."""
    if not share.total:
        return ((voice.text("No claim that could be confirmed is recorded here."),), *_labels(share, voice))
    said: list[Words] = [
        (
            _of_all(share, voice),
            voice.plural(
                "{n} rests on one party to the conflict alone: every origin that its reports can have speaks for it.",
                "{n} rest on one party to the conflict alone: every origin that their reports can have speaks for it.",
                share.on_party,
            ),
        )
        if share.on_party
        else (voice.text("No claim was found that rests on one party to the conflict alone."),)
    ]
    said += [(To(count.party), ": ", voice.plural("{n} claim", "{n} claims", count.claims), ".") for count in share.by]
    others = (
        (share.other, voice.text("For certain not on one party alone")),
        (share.not_known, voice.text("Not known, since where the reports have it from is not recorded or not certain")),
        (share.none, voice.text("No report found")),
    )
    said += [(f"{words}: ", voice.plural("{n} claim", "{n} claims", number), ".") for number, words in others if number]
    return (*said, *_labels(share, voice))


def _of_all(share: Share, voice: Voice) -> str:
    return voice.plural(
        "Of {n} claim that could be confirmed by somebody, ",
        "Of {n} claims that could be confirmed by somebody, ",
        share.total,
    )


def _lead(whole: Share, any_party: bool, voice: Voice) -> tuple[Words, ...]:
    if any_party:
        return resting(whole, voice)
    unmarked = voice.text("No actor is recorded as a party to the conflict, so no claim can be seen to rest on one.")
    return ((unmarked,), *_labels(whole, voice))


def _labels(share: Share, voice: Voice) -> tuple[Words, ...]:
    if not share.labels:
        return ()
    apart = voice.plural(
        "{n} label is counted apart: a name or a judgement that no report could confirm.",
        "{n} labels are counted apart: names or judgements that no report could confirm.",
        share.labels,
    )
    return ((apart,),)


def _table(found: Parties, dossier: Dossier, voice: Voice) -> Table | None:
    """Return a row for the dossier, each document, and each of its passages that makes a claim."""
    if not found.rests:
        return None
    rows: list[tuple[Words, Share]] = [((voice.text("The whole dossier"),), found.whole)]
    for document in sorted(dossier.documents, key=lambda document: document.source):
        if share := found.of.get(document.source):
            rows.append(((To(document.source),), share))
        passages = found.of_passage.get(document.source, {})
        rows += [
            ((To(document.source), f", {passage.id}"), passages[passage.id])
            for passage in document.passages
            if passage.id in passages
        ]
    columns = (
        voice.text("Where"),
        voice.text("Claims"),
        voice.text("On one party alone"),
        voice.text("Not on one party alone"),
        voice.text("Not known"),
        voice.text("No report found"),
        voice.text("Labels, apart"),
    )
    return Table(columns, tuple((where, *_cells(share, voice)) for where, share in rows))


def _cells(share: Share, voice: Voice) -> tuple[Words, ...]:
    numbers = (share.total, share.on_party, share.other, share.not_known, share.none, share.labels)
    return tuple((voice.number(number),) for number in numbers)


def _limits(voice: Voice) -> tuple[Words, ...]:
    return (
        (
            voice.text(
                "That a claim rests on a party says whose account it is, not whether it is so: a party can be right."
            ),
        ),
        (
            voice.text(
                "Who is a party is recorded by the editors; "
                "whoever is part of a party, speaks for it or leads it counts as that party."
            ),
        ),
    )


def in_short(share: Share, voice: Voice) -> Words:
    """Return in one sentence how many of some claims rest on a party; nothing where none does."""
    if not share.on_party:
        return ()
    rests = voice.plural("{n} rests on one party alone: ", "{n} rest on one party alone: ", share.on_party)
    return (
        _of_all(share, voice),
        rests,
        *joined(tuple((To(one.party), f" ({voice.number(one.claims)})") for one in share.by)),
        ".",
    )
