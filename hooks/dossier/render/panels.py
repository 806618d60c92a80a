"""Groups of figures to what a page shows of them: a drawing, a row in words for each claim, a legend of the origins.

Exists so that the Checks page, a claim's page and the Overview draw a figure in one way.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Final, NamedTuple

from markupsafe import Markup

from ..analysis import Evidence, FigureGroup, Interval, Row
from ..draw import Axis, Figure, Sharp, figure_range
from ..draw.panels import TONES, Allowed, Band, PanelRow, figure_panel
from ..prose import plain
from ..report.conflicts import FEW, allows
from ..voice import Voice
from .pen import Pen

_SHARP: Final = {
    "about": Sharp.ABOUT, "more-than": Sharp.MORE_THAN, "at-least": Sharp.MORE_THAN, "less-than": Sharp.LESS_THAN,
    "at-most": Sharp.LESS_THAN,
}  # fmt: skip
MOST_ROWS: Final = 24
"""Rows that a drawing shows; a page for each claim would otherwise grow with the square of their number."""
MOST_LETTERS: Final = 3
"""So many origins of one figure are told by their letters; of more only the number is told."""


class Line(NamedTuple):
    """A figure of a panel in words: what the drawing shows, for those who do not see it, and the way to the claim."""

    letter: str
    tone: int
    figure: str
    claim: Markup
    notes: tuple[Markup, ...]
    own: bool
    out: bool


class Known(NamedTuple):
    """An origin of the legend; the name is a link."""

    letter: str
    tone: int
    name: Markup


class Panel(NamedTuple):
    """The figures of one thing, ready for the macro `panel` of `_panels.jinja`."""

    key: str
    """Id of its heading; the ids of the drawing begin with it."""
    of: str
    scope: str
    """Where and when it counts, and the unit of the axis."""
    drawing: Markup
    lines: tuple[Line, ...]
    origins: tuple[Known, ...]
    allowed: str
    """What the figures allow together, or which numbers would do, in words."""
    more: str
    """How many figures are not shown; empty if all are."""


def compared(evidence: Evidence) -> tuple[FigureGroup, ...]:
    """Return the groups with more than one figure, those that cannot all be right first."""
    several = [group for group in evidence.figures if len(group.rows) > 1]
    return tuple(sorted(several, key=lambda group: not group.conflict))


def panel_of(pen: Pen, group: FigureGroup, key: str, this: str = "") -> Panel:
    """Return the figures of a group as a panel: a row for each claim, in the colour and with the letter of its origin.

    `this` is the id of the claim that the page is about, if it is about one.
    """
    voice = pen.voice
    rows = _shown(group, this)
    letters = _letters(pen, rows)
    mixed = _mixed(group)
    whole = {row.claim.id: row for row in group.rows} if any(row.against for row in rows) else {}
    drawn = tuple(
        PanelRow(
            figure=_figure(pen, row, mixed),
            letter=_letter(pen, row, letters),
            tone=_tone(pen, row, letters),
            note=_said_beside(voice, row, whole, mixed),
            own=row.claim.id == this,
            out=not row.counts,
        )
        for row in rows
    )
    allowed = Allowed(_over(group, voice), _bands(group, voice)) if len(group.rows) > 1 else Allowed()
    bands = voice.semicolon.join(band.label for band in allowed.bands)
    title = f"{group.of}: {group.scope}"
    hidden = len(group.rows) - len(rows)
    return Panel(
        key=key,
        of=group.of,
        scope=f"{group.scope} ({voice.text(group.unit)})",
        drawing=Markup(figure_panel(drawn, allowed, Axis(voice.number), key, title)),
        lines=tuple(_line(pen, row, one, whole) for row, one in zip(rows, drawn, strict=True)),
        origins=tuple(Known(name, number, pen.link(id_, None, "tap")) for id_, (name, number) in letters.items()),
        allowed=f"{allowed.words} {bands}" if bands else "",
        more=voice.plural("{n} more figure is not shown", "{n} more figures are not shown", hidden) if hidden else "",
    )


def _shown(group: FigureGroup, this: str) -> Sequence[Row]:
    """Return the rows of a drawing in their order: all, or the first with this one and those it is at odds with."""
    if len(group.rows) <= MOST_ROWS:
        return group.rows
    own = next((row for row in group.rows if row.claim.id == this), group.rows[0])
    wanted = {own.claim.id, *own.against}
    others = [row.claim.id for row in group.rows[:MOST_ROWS] if row.claim.id not in wanted]
    wanted.update(others[: MOST_ROWS - len(wanted)])
    return [row for row in group.rows if row.claim.id in wanted]


# ── who is behind a figure ──────────────────────────────────────────────────


def _origins(pen: Pen, row: Row) -> tuple[str, ...]:
    return tuple(origin.id for origin in pen.desk.facts.origins[row.claim.id].all.origins)


def _letters(pen: Pen, rows: Sequence[Row]) -> Mapping[str, tuple[str, int]]:
    """Return for each origin its letter and its tone, in the order in which the rows name them."""
    few = [ids for row in rows if len(ids := _origins(pen, row)) <= MOST_LETTERS]
    named = dict.fromkeys(id_ for ids in few for id_ in ids)
    return {id_: (_name(i), i + 1 if i < TONES else 0) for i, id_ in enumerate(named)}


def _name(number: int) -> str:
    """Return A, B, … Z, AA, AB, … for 0, 1, …"""
    more, last = divmod(number, 26)
    return (_name(more - 1) if more else "") + chr(ord("A") + last)


def _letter(pen: Pen, row: Row, letters: Mapping[str, tuple[str, int]]) -> str:
    """Return the letters of those who can be behind a figure; a dash where nobody was found."""
    ids, voice = _origins(pen, row), pen.voice
    if not ids:
        return "–"
    if len(ids) > MOST_LETTERS:
        return voice.plural("{n} origin", "{n} origins", len(ids))
    *first, last = sorted(letters[id_][0] for id_ in ids)
    return voice.text("{first} or {last}").format(first=voice.comma.join(first), last=last) if first else last


def _tone(pen: Pen, row: Row, letters: Mapping[str, tuple[str, int]]) -> int:
    ids = _origins(pen, row)
    return letters[ids[0]][1] if len(ids) == 1 else 0


# ── what a row says ─────────────────────────────────────────────────────────


def _mixed(group: FigureGroup) -> bool:
    """Tell whether the figures of a group are given in several units, so that each has to name its own."""
    return any(row.measure.unit != group.unit for row in group.rows)


def _said_beside(voice: Voice, row: Row, whole: Mapping[str, Row], mixed: bool) -> str:
    """Return what a drawing says beside a figure: that it no longer counts, or which it cannot be reconciled with."""
    if not row.counts:
        return _reason(voice, row)
    others = voice.semicolon.join(voice.figure(whole[id_].measure, unit=mixed) for id_ in row.against)
    return voice.text("cannot be reconciled with {figures}").format(figures=others) if others else ""


def _reason(voice: Voice, row: Row) -> str:
    standing = row.claim.standing
    if standing and standing.rank != "normal":
        return voice.text("not counted: {standing}").format(standing=voice.label(standing.rank))
    return voice.text("not counted: holds no number")


def _line(pen: Pen, row: Row, drawn: PanelRow, whole: Mapping[str, Row]) -> Line:
    voice = pen.voice
    claim = Markup(plain(voice.text("this claim"))) if drawn.own else pen.link(row.claim.id)
    return Line(
        drawn.letter, drawn.tone, voice.figure(row.measure), claim, tuple(_notes(pen, row, whole)), drawn.own, drawn.out
    )


def _notes(pen: Pen, row: Row, whole: Mapping[str, Row]) -> Iterator[Markup]:
    """Yield what is to be said of a row beyond its figure, as Markdown."""
    voice = pen.voice
    ids = _origins(pen, row)
    if not ids:
        fell = pen.desk.facts.origins[row.claim.id].all.fallen
        left, found = voice.text("no report is left that counts"), voice.text("no report was found beside the document")
        yield Markup(plain(left if fell else found))
    elif len(ids) > MOST_LETTERS:
        yield Markup("{told}: {names}").format(told=Markup(plain(voice.text("may go back to"))), names=pen.links(ids))
    if not row.counts:
        yield Markup(plain(_reason(voice, row)))
    elif row.against:
        links = Markup(voice.semicolon).join(pen.link(id_, voice.figure(whole[id_].measure)) for id_ in row.against)
        before, _, after = voice.text("cannot be reconciled with {figures}").partition("{figures}")
        yield Markup(plain(before)) + links + Markup(plain(after))


# ── what the figures allow ──────────────────────────────────────────────────


def _over(group: FigureGroup, voice: Voice) -> str:
    """Return the words over the bands."""
    if group.range is not None:
        return voice.text("What the figures that count allow together:")
    if len(group.readings) > FEW:
        told = voice.text("No number fits all. It takes at least {n} different ones; the first {few}:")
        return told.format(n=voice.number(len(group.readings)), few=voice.number(FEW))
    return voice.text("No number fits all; one of each of these would do:")


def _bands(group: FigureGroup, voice: Voice) -> tuple[Band, ...]:
    """Return what all figures that count allow, or the fewest readings; nothing if none counts."""
    if not any(row.counts for row in group.rows):
        return ()
    found = [group.range] if group.range else [reading.interval for reading in group.readings[:FEW]]
    return tuple(Band(*_bounds(one), allows(one, group.unit, voice)) for one in found)


# ── single figures ──────────────────────────────────────────────────────────


def figure_drawing(pen: Pen, group: FigureGroup, key: str) -> Markup:
    """Return the different figures of one measure over an axis from zero."""
    mixed = _mixed(group)
    rows = tuple(_figure(pen, row, mixed) for row in _distinct(group))
    return Markup(figure_range(rows, Axis(pen.voice.number), key, f"{group.of}: {group.scope}"))


def _figure(pen: Pen, row: Row, mixed: bool) -> Figure:
    """Return a figure in the unit of its group, worded in its own, which it names where there are several."""
    exact = row.interval.low == row.interval.high
    return Figure(
        *_bounds(row.interval), _sharp(row.measure.qualifier, exact), pen.voice.figure(row.measure, unit=mixed)
    )


def _bounds(interval: Interval) -> tuple[float | None, float | None]:
    """Return the ends of an interval, without those too large for any axis."""
    low, high = (None if end is None or not isfinite(end) else end for end in (interval.low, interval.high))
    return low, high


def _sharp(qualifier: str, exact: bool) -> Sharp:
    return _SHARP.get(qualifier, Sharp.EXACT if exact else Sharp.BETWEEN)


def _distinct(group: FigureGroup) -> tuple[Row, ...]:
    """Return the first row of each different figure; the same number in two units is two figures."""
    seen: dict[tuple[str, str, str], Row] = {}
    for row in group.rows:
        seen.setdefault((row.measure.qualifier, row.measure.value, row.measure.unit), row)
        if len(seen) == MOST_ROWS:
            break
    return tuple(seen.values())
