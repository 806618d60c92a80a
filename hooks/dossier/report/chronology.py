"""What the chronology found, in words: how much was held against each other, and what cannot all be so."""

from ..analysis import Evidence
from ..analysis.chronology.contradictions import Contradiction, Kind, Step
from ..analysis.chronology.moments import Tie
from ..voice import Voice
from .section import At, Section, Table, To, Words, joined


def chronology(evidence: Evidence, voice: Voice) -> Section:
    """Return the findings of the chronology; without any, that none was found."""
    facts = evidence.chronology
    rows = tuple(_row(found, voice) for found in facts.contradictions)
    columns = (voice.text("What does not fit"), voice.text("Entries and dates"), voice.text("Where it stands"))
    return Section(
        name="chronology",
        title=voice.text("Dates held against one another"),
        lead=((_found(len(rows), voice),), (_held(facts.dates, facts.links, voice),)),
        table=Table(columns, rows) if rows else None,
        limits=(
            (voice.text("A finding says which entries cannot all be so, and not which of them to correct."),),
            (voice.text("What is not dated, or not linked to anything, contradicts nothing."),),
        ),
    )


def _found(number: int, voice: Voice) -> str:
    if not number:
        return voice.text("No dates were found that contradict one another.")
    return voice.plural(
        "In {n} case the dates or the order of entries contradict one another.",
        "In {n} cases the dates or the order of entries contradict one another.",
        number,
    )


def _held(dates: int, links: int, voice: Voice) -> str:
    counted = voice.plural("{n} date was looked at", "{n} dates were looked at", dates)
    return voice.text("{dates}, and {links}.").format(
        dates=counted,
        links=voice.plural(
            "{n} link that puts one entry before another, or holds two together",
            "{n} links that put one entry before another, or hold two together",
            links,
        ),
    )


def _row(found: Contradiction, voice: Voice) -> tuple[Words, ...]:
    return (_what(found, voice),), _told(found, voice), _where(found)


def _what(found: Contradiction, voice: Voice) -> str:
    match found.kind:
        case Kind.CIRCLE:
            said = voice.text("Events that come before one another all the way round")
        case Kind.ORDER:
            said = voice.text("Events whose dates say the opposite of their order")
        case Kind.CHAIN:
            said = voice.text("Entries whose dates and links cannot all be so")
        case Kind.DERIVED:
            said = voice.text("A source older than one it has its content from")
        case Kind.REPORTED:
            said = voice.text("A source older than what it reports")
        case Kind.RETRIEVED:
            said = voice.text("A source read before it was published")
        case Kind.ACTOR:
            said = voice.text("An actor outside its dates")
        case Kind.PUBLISHED:
            said = voice.text("A document and its source with dates that exclude one another")
    return f"{said} {voice.text('(one of the dates is in doubt)')}" if found.doubtful else said


def _told(found: Contradiction, voice: Voice) -> Words:
    """Return the entries with their dates, and between them what puts one before the next."""
    steps = found.entries
    if not found.joints:
        return joined(tuple(_dated(step, voice) for step in steps))
    if found.kind is Kind.DERIVED:
        parent, child = steps
        return (*_dated(child, voice), f" {voice.text('has its content from')} ", *_dated(parent, voice))
    words = _dated(steps[0], voice)
    following = (*steps[1:], steps[0]) if found.kind is Kind.CIRCLE else steps[1:]
    for number, (joint, step) in enumerate(zip(found.joints, following, strict=True)):
        words += (_then(joint.tie, number, voice), *_dated(step, voice))
    return words


def _then(tie: Tie, number: int, voice: Voice) -> str:
    """Return what puts an entry before the next one; after the first it goes on about the entry just named."""
    match tie:
        case Tie.BEFORE:
            said = voice.text(", which comes before") if number else voice.text("comes before")
        case Tie.DERIVED:
            said = voice.text(", which was used by") if number else voice.text("was used by")
        case Tie.REPORTED:
            said = voice.text(", which is reported by") if number else voice.text("is reported by")
    return f"{said} " if number else f" {said} "


def _dated(step: Step, voice: Voice) -> Words:
    said = voice.when(step.when) if step.when else voice.text("no date")
    match step.field:
        case "retrieved":
            said = voice.text("read {date}").format(date=said)
        case "active":
            said = voice.text("active {date}").format(date=said)
        case "asserted_at":
            said = voice.text("said {date}").format(date=said)
        case "issued" | "published":
            said = voice.text("published {date}").format(date=said)
    return To(step.id), f" ({said})"


def _where(found: Contradiction) -> Words:
    """Return the places of all dates and links, each once, in the order of the files."""
    marks = sorted({*(step.mark for step in found.entries), *(joint.mark for joint in found.joints)})
    return joined(tuple((At(mark.path, mark.line, mark.column),) for mark in marks))
