"""What was known when: a section for each day on which something was published, to be stepped through by links alone.

The style sheet `clocks.css` shows one day when the address names one, and all when it names none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from ...analysis.clocks.publication import Clocks, PublicationDay
from ...dates import Day
from ...links import clocks_page
from ...model import Event, Source
from ...prose import attribute, plain
from ...report.clocks import day_text, day_words, month_words, said_by_then
from ..desk import Desk
from ..news import FigureRow, NewsRow, credit, dispute, figures_given, news, ranked
from ..page import Page
from ..paging import paged
from ..pen import Pen
from .listing import PAGE_META, numbered

DAYS_ON_A_PAGE: Final = 60
"""A day may have dozens of lines, an entry of another list has one."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day in the strip of days: its number, linked, and how many claims were new on it."""

    link: Markup
    new: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A publication day, finished for the template."""

    anchor: str
    title: str
    previous: Markup
    next: Markup
    totals: str
    published: str
    sources: tuple[Markup, ...]
    vague: tuple[tuple[Markup, Markup], ...]
    happened: tuple[tuple[Markup, Markup], ...]
    first: tuple[NewsRow, ...]
    again: tuple[NewsRow, ...]
    figures: tuple[FigureRow, ...]
    disputed: tuple[NewsRow, ...]
    credits: tuple[NewsRow, ...]

    @property
    def quiet(self) -> bool:
        """Whether what was published that day says nothing of any claim."""
        return not (self.first or self.again or self.disputed or self.credits)


def clock_pages(desk: Desk) -> Iterator[Page]:
    """Yield the publication days, sixty to a page."""
    yield from pages_of(desk, desk.facts.evidence.clocks)


def pages_of(desk: Desk, clocks: Clocks) -> Iterator[Page]:
    """Yield the pages of some publication days, in order; one page that says so where there is none."""
    title = desk.voice.text("What was known when")
    path_of = {day.day: clocks_page(at // DAYS_ON_A_PAGE + 1) for at, day in enumerate(clocks.days)}
    for number, (days, total) in enumerate(paged(clocks.days, DAYS_ON_A_PAGE), start=1):
        pen = Pen(desk, clocks_page(number))
        start = (number - 1) * DAYS_ON_A_PAGE
        around = (*clocks.days[max(0, start - 1) : start], *days, *clocks.days[start + len(days) :][:1])
        shift = int(start > 0)
        rows = [
            _day(pen, day, _neighbour(around, at + shift - 1), _neighbour(around, at + shift + 1), path_of)
            for at, day in enumerate(days)
        ]
        undated = [pen.link(id_) for id_ in clocks.undated] if number == total else []
        body = desk.write(
            "clocks.md.jinja",
            pen,
            days=rows,
            months=_strip(pen, days),
            undated=undated,
            pager=_pager(pen, clocks.days, number, total),
        )
        yield Page(
            pen.path,
            numbered(title, number),
            body,
            tuple(_entries(days)),
            section="" if number == 1 else None,
            meta=PAGE_META,
        )


def day_anchor(day: Day) -> str:
    """Return the anchor of a publication day: `day-2016-12-09`."""
    return f"day-{day_text(day)}"


def _neighbour(days: Sequence[PublicationDay], at: int) -> Day | None:
    return days[at].day if 0 <= at < len(days) else None


def _entries(days: Sequence[PublicationDay]) -> dict[str, None]:
    """Return the ids of all that the sections of some days name."""
    found: dict[str, None] = {}
    for day in days:
        found.update(dict.fromkeys((*day.sources, *day.happened)))
        for rows in (day.said, day.figures, day.disputed, day.credits):
            found.update(dict.fromkeys(row.claim for row in rows))
    return found


def _strip(pen: Pen, days: Sequence[PublicationDay]) -> list[tuple[str, list[DayCell]]]:
    """Return the days of a page by month, each a link that says in full where it leads."""
    return [
        (month_words((*month, 1), pen.voice), [_cell(pen, day) for day in found])
        for month, found in groupby(days, key=lambda day: day.day[:2])
    ]


def _cell(pen: Pen, day: PublicationDay) -> DayCell:
    voice = pen.voice
    new = sum(item.first for item in day.said)
    said = day_words(day.day, voice)
    if new:
        words = voice.plural("{n} claim first said", "{n} claims first said", new)
        said = f"{said}: {words}"
    link = f'[{voice.number(day.day[2])}](#{day_anchor(day.day)}){{aria-label="{attribute(said)}"}}'
    return DayCell(Markup(link), f"+{voice.number(new)}" if new else "")


def _pager(pen: Pen, days: Sequence[PublicationDay], number: int, total: int) -> list[Markup]:
    """Return the pages as spans of days, this one without a link."""
    found = []
    for at in range(1, total + 1) if total > 1 else ():
        part = days[(at - 1) * DAYS_ON_A_PAGE : at * DAYS_ON_A_PAGE]
        said = f"{day_words(part[0].day, pen.voice)} – {day_words(part[-1].day, pen.voice)}"
        found.append(Markup(f"**{plain(said)}**") if at == number else pen.to(clocks_page(at), said, classes="tap"))
    return found


def _day(pen: Pen, day: PublicationDay, before: Day | None, after: Day | None, path_of: dict[Day, str]) -> DayRow:
    entries, voice = pen.desk.facts.dossier.entries, pen.voice
    said = ranked(pen, day.said, lambda item: item.claim)

    def step(other: Day | None, words: str) -> Markup:
        if other is None:
            return Markup("")
        return pen.to(path_of[other], words.format(day=day_words(other, voice)), day_anchor(other), "tap")

    return DayRow(
        anchor=day_anchor(day.day),
        title=day_words(day.day, voice),
        previous=step(before, voice.text("← {day}")),
        next=step(after, voice.text("{day} →")),
        totals=said_by_then(day, voice),
        published=voice.plural("{n} source published", "{n} sources published", len(day.sources)),
        sources=tuple(_source(pen, id_) for id_ in day.sources if id_ not in day.vague),
        vague=tuple((_source(pen, id_), _issued(pen, id_)) for id_ in day.vague),
        happened=tuple((pen.link(id_), _dated(pen, entries[id_])) for id_ in day.happened),
        first=tuple(news(pen, item) for item in said if item.first),
        again=tuple(news(pen, item) for item in said if not item.first),
        figures=figures_given(pen, day.figures),
        disputed=tuple(dispute(pen, item) for item in ranked(pen, day.disputed, lambda item: item.claim)),
        credits=tuple(credit(pen, item) for item in ranked(pen, day.credits, lambda item: item.claim)),
    )


def _source(pen: Pen, id_: str) -> Markup:
    """Return a link to a source; one that was retracted says so, as it is not counted."""
    source = pen.desk.facts.dossier.entries[id_]
    retracted = isinstance(source, Source) and source.retracted
    return pen.link(id_) + Markup(f" ({plain(pen.voice.text('retracted'))})" if retracted else "")


def _issued(pen: Pen, id_: str) -> Markup:
    source = pen.desk.facts.dossier.entries[id_]
    return pen.when(source.issued) if isinstance(source, Source) else Markup("")


def _dated(pen: Pen, event: object) -> Markup:
    """Return the date of an event that may be of another day; nothing for one that is of this day for certain."""
    if not isinstance(event, Event):
        return Markup("")
    when = event.when.edtf
    certain = when.earliest == when.latest and not (when.uncertain or when.approximate)
    return Markup("") if certain else pen.when(event.when)
