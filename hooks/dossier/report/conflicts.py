"""Which figures cannot all be right at once, who is behind them, and in which range the others agree."""

from collections.abc import Iterator
from typing import Final

from ..analysis import Evidence, FigureGroup, Interval, Row
from ..analysis.figures.groups import at_odds_with_itself
from ..voice import Voice
from .section import Section, Table, To, Words, joined, links

FEW: Final = 5
"""So many readings are told in a sentence; the table has them all."""


def conflicts(evidence: Evidence, voice: Voice) -> Section:
    """Return in words which figures of one measure and scope cannot be reconciled, and the range of those that can."""
    compared = [group for group in evidence.figures if len(group.rows) > 1]
    apart = [group for group in compared if group.conflict]
    agreeing = [group for group in compared if not group.conflict]
    return Section(
        name="conflicts",
        title=voice.text("Conflicting figures"),
        lead=(
            (_summary(len(compared), len(apart), voice),),
            *(_conflict(evidence, group, voice) for group in apart),
            *(_agreement(group, voice) for group in agreeing),
        ),
        table=_table(evidence, [*apart, *agreeing], voice) if compared else None,
        limits=_limits(voice),
    )


def _summary(compared: int, apart: int, voice: Voice) -> str:
    if not compared:
        return voice.text("No two figures were found that measure the same thing in the same scope.")
    found = voice.plural("{n} thing has more than one figure.", "{n} things have more than one figure each.", compared)
    if not apart:
        return f"{found} {voice.text('No figures were found that cannot all be right at once.')}"
    told = voice.plural(
        "For {n} of them the figures cannot all be right at once.",
        "For {n} of them the figures cannot all be right at once.",
        apart,
    )
    return f"{found} {told}"


def _conflict(evidence: Evidence, group: FigureGroup, voice: Voice) -> Words:
    """Say of a group that no number fits, how many would be needed, and whose figures they are."""
    needed = len(group.readings)
    counting = sum(row.counts for row in group.rows)
    told = [
        voice.text("No number fits both figures.")
        if counting == 2
        else voice.plural("No number fits all {n} figures.", "No number fits all {n} figures.", counting),
        voice.plural("It takes at least {n} number.", "It takes at least {n} different numbers.", needed),
    ]
    if needed <= FEW:
        readings = "; ".join(allows(reading.interval, group.unit, voice) for reading in group.readings)
        told.append(voice.text("One number of each of these would do: {readings}.").format(readings=readings))
    return _sentences((_name(group, voice),), (" ".join(told),), *_behind(evidence, group, voice), *_out(group, voice))


def _behind(evidence: Evidence, group: FigureGroup, voice: Voice) -> Iterator[Words]:
    """Say whether the figures that cannot be reconciled come from one origin or from several."""
    found = [evidence.origins[row.claim.id].all.origins for row in group.rows if row.disputed]
    names = tuple(dict.fromkeys(origin.id for origins in found for origin in origins))
    unfound = sum(not origins for origins in found)
    if len(names) == 1:
        told = (
            voice.text("Those with a report beside the document go back to one origin:")
            if unfound
            else voice.text("The reports of those that cannot be reconciled go back to one origin:")
        )
        yield (f"{told} ", *links(names), ".")
    elif names:
        told = voice.plural(
            "{n} origin can stand behind those that cannot be reconciled:",
            "{n} origins can stand behind those that cannot be reconciled:",
            len(names),
        )
        yield (f"{told} ", *links(names), ".")
        alone = at_odds_with_itself(group, evidence.origins)
        if alone:
            told = voice.text("Figures that go back to one of these alone exclude each other as well:")
            yield (f"{told} ", *links(alone), ".")
    if unfound:
        yield (
            voice.plural(
                "For {n} of these figures no report was found beside the document.",
                "For {n} of these figures no report was found beside the document.",
                unfound,
            ),
        )


def _agreement(group: FigureGroup, voice: Voice) -> Words:
    """Say of a group what all its figures allow."""
    counting = sum(row.counts for row in group.rows)
    if group.range is None or not counting:
        told = voice.text("None of the figures still stands.")
    elif counting == 1:
        told = voice.text("One figure still stands: {range}.")
    else:
        told = voice.text("All figures can be right at once: {range}.")
    allowed = allows(group.range, group.unit, voice) if group.range else ""
    return _sentences((_name(group, voice),), (told.format(range=allowed),), *_out(group, voice))


def _out(group: FigureGroup, voice: Voice) -> Iterator[Words]:
    """Say which figures do not count."""
    out = tuple((*_figure(row, voice), f" ({_reason(row, voice)})") for row in group.rows if not row.counts)
    if out:
        yield (f"{voice.text('Shown, but not counted:')} ", *joined(out, "; "), ".")


def _reason(row: Row, voice: Voice) -> str:
    standing = row.claim.standing
    return voice.label(standing.rank) if standing and standing.rank != "normal" else voice.text("holds no number")


def _table(evidence: Evidence, groups: list[FigureGroup], voice: Voice) -> Table:
    columns = (
        voice.text("Figure"),
        voice.text("What is measured"),
        voice.text("Allows"),
        voice.text("Origins that can stand behind it"),
        voice.text("Cannot be reconciled with"),
        voice.text("Fits"),
    )
    return Table(columns, tuple(cells for group in groups for cells in _cells(evidence, group, voice)))


def _cells(evidence: Evidence, group: FigureGroup, voice: Voice) -> Iterator[tuple[Words, ...]]:
    rows = {row.claim.id: row for row in group.rows}
    for row in group.rows:
        origins = evidence.origins[row.claim.id].all.origins
        yield (
            _figure(row, voice),
            (f"{group.of} ({group.scope})",),
            (allows(row.interval, group.unit, voice),),
            links(tuple(origin.id for origin in origins)) or (voice.text("no report found"),),
            joined(tuple(_figure(rows[id_], voice) for id_ in row.against), "; "),
            (_fits(group, row, voice),),
        )


def _fits(group: FigureGroup, row: Row, voice: Voice) -> str:
    """Say which readings a figure fits: by their intervals, or how many where they are many."""
    if row.fits is None:
        return _reason(row, voice)
    first, last = row.fits
    if last - first >= FEW:
        return voice.plural("{n} number", "{n} different numbers", last - first + 1)
    return "; ".join(allows(reading.interval, group.unit, voice) for reading in group.readings[first : last + 1])


def _figure(row: Row, voice: Voice) -> Words:
    return (To(row.claim.id, voice.figure(row.measure)),)


def _name(group: FigureGroup, voice: Voice) -> str:
    return voice.text("“{measure}” ({scope}):").format(measure=group.of, scope=group.scope)


def _sentences(*parts: Words) -> Words:
    return joined(parts, " ")


def allows(interval: Interval, unit: str, voice: Voice) -> str:
    """Return an interval in words, with its unit: `more than 168 trucks`."""
    low, high = interval.low, interval.high
    if interval.empty:
        return voice.text("no number")
    if low is None and high is None:
        return voice.text("any number")
    if interval.least == interval.most:
        said = voice.text("exactly {low}")
    elif high is None:
        said = voice.text("more than {low}") if interval.low_open else voice.text("at least {low}")
    elif low is None:
        said = voice.text("less than {high}") if interval.high_open else voice.text("at most {high}")
    else:
        said = _from_to(interval, voice)
    numbers = {name: voice.number(end) for name, end in (("low", low), ("high", high)) if end is not None}
    return f"{said.format(**numbers)} {voice.text(unit)}"


def _from_to(interval: Interval, voice: Voice) -> str:
    if interval.low_open:
        return (
            voice.text("more than {low} and less than {high}")
            if interval.high_open
            else voice.text("more than {low} and at most {high}")
        )
    return voice.text("at least {low} and less than {high}") if interval.high_open else voice.text("{low} to {high}")


def _limits(voice: Voice) -> tuple[Words, ...]:
    return (
        (voice.text("Figures are compared only where measure and scope are written with the same words."),),
        (voice.text("A figure without a qualifier is taken as exact, though whoever gave it may have rounded it."),),
        (voice.text("What “about” and words such as “hundreds” allow is a convention of this site."),),
        (voice.text("Halves count as numbers: “more than 3” and “fewer than 4” are taken to agree."),),
    )
