"""The two clocks in words: on which days something was published, what was new on each, and how far the count was.

The page of the publication days takes its phrases from here, so that it and the terminal say the same.
"""

from collections.abc import Iterator

from ..analysis import Evidence
from ..analysis.clocks.publication import Clocks, CreditChange, FigureChange, Figured, PublicationDay
from ..dates import DateError, Day, parse
from ..voice import Voice
from .section import Section, Table, To, Words, joined, links


def clocks(evidence: Evidence, voice: Voice) -> Section:
    """Return what was said when, a row for each publication day."""
    return worded(evidence.clocks, evidence, voice)


def worded(found: Clocks, evidence: Evidence, voice: Voice) -> Section:
    """Return the publication days of a dossier in words."""
    rows = tuple(_row(day, evidence, voice) for day in found.days)
    columns = (
        voice.text("Day"),
        voice.text("Published"),
        voice.text("First said"),
        voice.text("Said by then"),
        voice.text("What changed"),
    )
    return Section(
        name="clocks",
        title=voice.text("What was known when"),
        lead=tuple(_lead(found, voice)),
        table=Table(columns, rows) if rows else None,
        limits=tuple(_limits(found, voice)),
    )


def _lead(found: Clocks, voice: Voice) -> Iterator[Words]:
    if not found.days:
        yield (voice.text("No source with a date was found."),)
        return
    days = voice.plural("The sources stand on {n} day", "The sources stand on {n} days", len(found.days))
    between = voice.text("{days}, from {first} to {last}.")
    first, last = day_words(found.days[0].day, voice), day_words(found.days[-1].day, voice)
    yield (between.format(days=days, first=first, last=last),)
    most = max(found.days, key=first_said)
    total = found.days[-1].totals.claims
    if total:
        said = voice.text("Most was new on {day}: {some} of {all} claims, not found before.")
        some, all_ = voice.number(first_said(most)), voice.number(total)
        yield (said.format(day=day_words(most.day, voice), some=some, all=all_),)
    early = at_once(found)
    if early:
        counted = voice.plural(
            "Against {n} claim something was published on the day it was first said, or before: ",
            "Against {n} claims something was published on the day they were first said, or before: ",
            len(early),
        )
        yield (counted, *links(early, "; "), ".")
    else:
        yield (voice.text("Nothing against a claim was published on the day it was first said, or before."),)


def _limits(found: Clocks, voice: Voice) -> Iterator[Words]:
    yield (
        voice.text("A source whose date is vague counts from the last day it allows, and may be of an earlier one."),
        " ",
        voice.text("Who has it from whom is taken as it is known today."),
    )
    if found.undated:
        without = voice.plural(
            "{n} source has no date or no last day, and stands on no day: ",
            "{n} sources have no date or no last day, and stand on no day: ",
            len(found.undated),
        )
        yield (without, *links(found.undated))


def at_once(found: Clocks) -> tuple[str, ...]:
    """Return the claims that were disputed on the day they were first said, or before."""
    early: dict[str, None] = {}
    for day in found.days:
        new = {item.claim for item in day.said if item.first}
        early.update(dict.fromkeys(item.claim for item in day.disputed if item.early or item.claim in new))
    return tuple(sorted(early))


def first_said(day: PublicationDay) -> int:
    return sum(item.first for item in day.said)


def _row(day: PublicationDay, evidence: Evidence, voice: Voice) -> tuple[Words, ...]:
    return (
        (day_words(day.day, voice),),
        (_published(day, voice),),
        (voice.number(first_said(day)),),
        (said_by_then(day, voice),),
        joined(tuple(_changes(day, evidence, voice)), "; "),
    )


def _published(day: PublicationDay, voice: Voice) -> str:
    """Return how many sources stand on a day, and for how many it is only the last one they can be of."""
    said = voice.number(len(day.sources))
    if not day.vague:
        return said
    vague = voice.plural("{n} by this day, or before it", "{n} by this day, or before it", len(day.vague))
    return f"{said} ({vague})"


def _changes(day: PublicationDay, evidence: Evidence, voice: Voice) -> Iterator[Words]:
    """Yield what a day changed that is not simply new: figures, disputes, speakers."""
    for figure in day.figures:
        if figure.change != FigureChange.FIRST:
            yield (To(figure.claim), ": ", figure_words(figure.change, voice), *_before(figure, voice))
    for dispute in day.disputed:
        words = voice.text("something against it, before it was said") if dispute.early else voice.text("disputed")
        yield (To(dispute.claim), f": {words} (", *links(dispute.sources), ")")
    entries = {claim.id: claim for claim in evidence.claims}
    for credit in day.credits:
        by = entries[credit.claim].asserted_by
        named = (" ", To(by.found)) if by.found and credit.change != CreditChange.QUESTIONED else ()
        yield (To(credit.claim), ": ", credit_words(credit.change, voice), *named, " (", *links(credit.sources), ")")


def _before(figure: Figured, voice: Voice) -> Words:
    ends = tuple(dict.fromkeys(claim for claim in (figure.lowest, figure.highest) if claim))
    return (f" ({voice.text('before')}: ", *links(ends), ")")


# ── phrases that the page uses as well ──────────────────────────────────────


def day_words(day: Day, voice: Voice) -> str:
    """Return a day in words; one that EDTF cannot write, of a year beyond four digits, in numbers."""
    try:
        return voice.when(parse(day_text(day)))
    except DateError:
        return day_text(day)


def month_words(day: Day, voice: Voice) -> str:
    """Return the month of a day in words."""
    try:
        return voice.when(parse(day_text(day)[:-3]))
    except DateError:
        return day_text(day)[:-3]


def day_text(day: Day) -> str:
    """Return a day as ISO 8601 writes it: `2016-12-09`, `-0044-03-15`."""
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def said_by_then(day: PublicationDay, voice: Voice) -> str:
    """Return the running totals: claims, reports, origins."""
    totals = day.totals
    claims = voice.plural("{n} claim", "{n} claims", totals.claims)
    return f"{claims}{voice.comma}{counted(totals.reports, totals.at_least, totals.at_most, voice)}"


def counted(reports: int, at_least: int, at_most: int, voice: Voice) -> str:
    """Return a number of reports and of the origins behind them."""
    if not reports:
        return voice.text("no other report by then")
    said = voice.plural("{n} report", "{n} reports", reports)
    if at_least == at_most:
        return f"{said}{voice.comma}{voice.plural('{n} origin', '{n} origins', at_most)}"
    low, high = voice.number(at_least), voice.number(at_most)
    return f"{said}{voice.comma}{voice.text('{low} to {high} origins').format(low=low, high=high)}"


def figure_words(change: FigureChange, voice: Voice) -> str:
    """Return what a figure did to those given before."""
    match change:
        case FigureChange.FIRST:
            return voice.text("first figure for this")
        case FigureChange.RAISED:
            return voice.text("raised: reaches higher than the figures before")
        case FigureChange.LOWERED:
            return voice.text("lowered: reaches lower than the figures before")
        case FigureChange.WIDENED:
            return voice.text("widened: reaches lower and higher than the figures before")
        case FigureChange.WITHIN:
            return voice.text("added: within the figures before")


def credit_words(change: CreditChange, voice: Voice) -> str:
    """Return what happened to the question who said it."""
    match change:
        case CreditChange.QUESTIONED:
            return voice.text("the speaker is questioned")
        case CreditChange.CORRECTED:
            return voice.text("another speaker is named:")
        case CreditChange.NAMED:
            return voice.text("the speaker is named:")
