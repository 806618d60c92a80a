"""Dates that cannot all be so: what is impossible is an error, what time zones or the kind of report may explain is
a warning. Each problem names every entry it needs, with its date and where that stands."""

from collections.abc import Iterable, Iterator

from ..analysis.chronology.contradictions import (
    Contradiction,
    Joint,
    Kind,
    Step,
    out_of_order,
    outside_dates,
    published_apart,
    read_early,
)
from ..analysis.chronology.moments import Tie
from ..model import Dossier
from ..problem import Problem, Severity


def event_order(dossier: Dossier) -> Iterator[Problem]:
    """Events, and the sources that report them, can have happened in the order that the links between them say.

    A date in doubt (`?`, `~`) warns only against the order that an editor gave; the rest is left to the Checks page,
    since nothing need be wrong with it.
    """
    for found in out_of_order(dossier):
        if found.kind is Kind.CIRCLE:
            yield _circle(found)
        elif found.kind is Kind.ORDER:
            yield _order(found)
        elif not found.doubtful:
            yield _report(found) if found.kind is Kind.REPORTED else _chain(found)


def retrieved_early(dossier: Dossier) -> Iterator[Problem]:
    """Nobody reads a source before it is published."""
    for found in read_early(dossier):
        issued, retrieved = found.entries
        yield Problem(
            retrieved.mark,
            f"the source `{issued.id}` was read ({_date(retrieved)}) before it was published ({_date(issued)})",
            "correct `retrieved` or `issued`",
            "retrieved-early",
        )


def actor_dates(dossier: Dossier) -> Iterator[Problem]:
    """Actors speak and take part while they exist or hold their office."""
    for found in outside_dates(dossier):
        acting, actor = found.entries
        yield Problem(
            acting.mark,
            f"`{actor.id}` speaks or acts in `{acting.id}` ({_date(acting)}), outside of its `active:`"
            f" ({_placed(actor)})",
            "correct one of the dates, or name another actor",
            "actor-dates",
            Severity.WARNING,
        )


def document_dates(dossier: Dossier) -> Iterator[Problem]:
    """A document and its source were published at one time."""
    for found in published_apart(dossier):
        document, source = found.entries
        yield Problem(
            document.mark,
            f"the document ({_date(document)}) and its source `{source.id}` ({_placed(source)}) have no day in common",
            "correct `published` or `issued` until both can be so",
            "chronology",
        )


def _order(found: Contradiction) -> Problem:
    first, *between, last = found.entries
    # The way between the two is told only where there is one: the place of the problem is the link itself else.
    way = f" by way of {_listed(between)}" if between else ""
    return Problem(
        found.joints[0].mark,
        f"`{first.id}` ({_date(first)}) cannot come before `{last.id}` ({_date(last)}){way}",
        "correct one of the dates or the order",
        "event-order",
        _severity(found),
    )


def _circle(found: Contradiction) -> Problem:
    first, *others = found.entries
    if others:
        way = _way(found, [f"`{step.id}` ({joint.mark})" for step, joint in _onward(found)])
        message = f"these events go round in a circle: `{first.id}` {way}"
    else:
        message = f"`{first.id}` cannot come before itself"
    return Problem(found.joints[0].mark, message, "delete one of these links, or turn it round", "event-order")


def _report(found: Contradiction) -> Problem:
    told, source = found.entries
    what = "was said" if told.field == "asserted_at" else "happened"
    return Problem(
        found.joints[0].mark,
        f"the source `{source.id}` ({_placed(source)}) is dated before `{told.id}` {what} ({_placed(told)})",
        "correct one of the dates; a source that announces what is to come has `stance: qualifies`",
        "report-early",
        Severity.WARNING,
    )


def _chain(found: Contradiction) -> Problem:
    return Problem(
        found.joints[0].mark,
        f"these dates cannot all be so: {_told(found)}",
        "correct one of the dates or links",
        "chronology",
        Severity.WARNING,
    )


def _told(found: Contradiction) -> str:
    """Return a chain in words: each entry with its date and place, and what puts it before the next."""
    first, *others = found.entries
    return f"`{first.id}` ({_placed(first)}) {_way(found, [f'`{step.id}` ({_placed(step)})' for step in others])}"


def _way(found: Contradiction, steps: Iterable[str]) -> str:
    words = {Tie.BEFORE: "comes before", Tie.DERIVED: "was used by", Tie.REPORTED: "is reported by"}
    return ", which ".join(f"{words[joint.tie]} {step}" for joint, step in zip(found.joints, steps, strict=True))


def _onward(found: Contradiction) -> Iterator[tuple[Step, Joint]]:
    """Yield each entry of a circle after the first, then the first again, with the joint that leads to it."""
    return zip((*found.entries[1:], found.entries[0]), found.joints, strict=True)


def _listed(steps: Iterable[Step]) -> str:
    return ", ".join(f"`{step.id}` ({_placed(step)})" for step in steps)


def _placed(step: Step) -> str:
    return f"{_date(step)}, {step.mark}"


def _date(step: Step) -> str:
    return step.when.text if step.when else "no date"


def _severity(found: Contradiction) -> Severity:
    return Severity.WARNING if found.doubtful else Severity.ERROR
