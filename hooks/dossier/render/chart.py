"""The timeline as a chart: windows of every step of the zoom, and for each event the day of its first report.

Exists apart from `drawings` because a chart is a set of windows that lead to each other, and keeps two clocks: when
something happened, and when it was first reported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from markupsafe import Markup

from ..dates import DateError, from_ordinal, parse
from ..draw import Lane, Span, Unit, Window, span, svg
from ..draw.charts import Bar, Row, board, crowd, key_mark
from ..draw.days import window_over
from ..draw.zoom import MOST_ROWS, Step, View, bins, counted, steps, view
from ..model import Event
from ..voice import Voice
from .drawings import axis_ticks, lanes, window_of
from .pen import Pen
from .reported import first_report, published_days

META: Final[Mapping[str, Sequence[str]]] = {"scripts": ["chart"], "sheets": ["chart"]}
"""What the front matter of a page with a chart says."""
TICKS: Final = 15
EDGE: Final = 60
"""Events of a dossier whose busiest days still show all others, at their edge."""


def chart(pen: Pen, events: Sequence[Event]) -> Markup:
    """Return the chart of some events as HTML; empty where none of them has a date."""
    whole = window_over([span(event.when.edtf) for event in events], 0.02)
    return Markup(_Chart(pen, events, whole).drawn) if whole else Markup("")


@dataclass(frozen=True)
class _Window:
    """A window with its address, and what it is called."""

    id: str
    step: str
    title: str
    view: View


@dataclass
class _Chart:
    pen: Pen
    events: Sequence[Event]
    whole: Window

    @property
    def voice(self) -> Voice:
        return self.pen.voice

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        published = published_days(self.pen.desk.facts)
        return tuple(self._row(event, first_report(self.pen.desk.facts, event, published)) for event in self.events)

    def _row(self, event: Event, reported: int | None) -> Row:
        name = f"{event.title}: {self.voice.when(event.when.edtf)}"
        if reported is not None:
            name = f"{name}; {self.voice.text('first reported {day}').format(day=_day(reported, self.voice))}"
        href = self.pen.href(event.id)
        where = self.pen.desk.facts.dossier.entries[event.place].name if event.place else ""
        return Row(
            event.id, span(event.when.edtf), event.title, name, href, event.theme, event.place or "", where, reported
        )

    @cached_property
    def windows(self) -> tuple[tuple[_Window, ...], ...]:
        """The windows, step by step; after the whole the busiest days, where they are another window."""
        found = steps([row.span for row in self.rows], [row.reported for row in self.rows], self.whole)
        named = [tuple(self._window(step, one) for one in step.views) for step in found]
        busy = window_of(self.events)
        if busy and busy.days * 2 < self.whole.days and len(self.rows) <= MOST_ROWS:
            named.insert(1, (self._busiest(busy),))
        return tuple(named)

    def _busiest(self, busy: Window) -> _Window:
        shown = view([row.span for row in self.rows], [row.reported for row in self.rows], busy)
        if len(self.rows) <= EDGE:
            shown = View(busy, tuple(range(len(self.rows))))
        return _Window("view-busy", self.voice.text("Busiest days"), _days(busy, self.voice), shown)

    def _window(self, step: Step, found: View) -> _Window:
        text = self.voice.text
        word = {
            None: text("All"), Unit.CENTURY: text("Centuries"), Unit.DECADE: text("Decades"),
            Unit.YEAR: text("Years"), Unit.MONTH: text("Months"), Unit.WEEK: text("Weeks"),
        }[step.unit]  # fmt: skip
        window = found.window if step.unit else self.known
        return _Window(_window_id(step.unit, found.window), word, _title(step.unit, window, self.voice), found)

    @property
    def known(self) -> Window:
        """The days from the first to the last that is known, without the margin that they are drawn with."""
        days = [day for row in self.rows for day in (row.span.first, row.span.last) if day is not None]
        return Window(min(days), max(days))

    @property
    def drawn(self) -> str:
        first = self.windows[1][0].id if self.windows[1:] and self.windows[1][0].id == "view-busy" else "view-all"
        sections = "".join(
            self._section(step, at, first) for step, found in enumerate(self.windows) for at in range(len(found))
        )
        return svg.element("div", sections, class_="views")

    def _section(self, step: int, at: int, first: str) -> str:
        window = self.windows[step][at]
        inner = self._steps(window) + self._around(step, at) + self._board(step, window)
        class_ = "view first" if window.id == first else "view"
        return svg.element("section", inner, class_=class_, id=window.id, aria_label=window.title)

    def _steps(self, window: _Window) -> str:
        """Links to the same days in the other steps of the zoom."""
        if len(self.windows) < 2:
            return ""
        links = (_link(_nearest(found, window), window, found[0].step) for found in self.windows)
        return svg.element("p", *links, class_="steps")

    def _around(self, step: int, at: int) -> str:
        """The title of a window between links to the windows before and after it."""
        found, window = self.windows[step], self.windows[step][at]
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        count = self.voice.plural("{n} event", "{n} events", len(window.view.shown))
        title = svg.element("b", svg.escaped(window.title)) + svg.element("span", svg.escaped(count))
        text = self.voice.text
        sides = (_side(before, "prev", text("← {window}")), _side(after, "next", text("{window} →")))
        return svg.element("p", title, *filter(None, sides), class_="around")

    def _board(self, step: int, window: _Window) -> str:
        ticks = axis_ticks(self.pen, window.view.window, TICKS)
        if window.view.crowded:
            return crowd(self._bars(step, window.view), window.view.window, self._lanes, ticks)
        rows = [self.rows[number] for number in window.view.shown]
        return board(rows, window.view.window, self._lanes, ticks)

    @cached_property
    def _lanes(self) -> tuple[Lane, ...]:
        return lanes(self.pen, self.events)

    def _bars(self, step: int, crowded: View) -> Mapping[str, Sequence[Bar]]:
        spans, found = [row.span for row in self.rows], bins(crowded.window)
        bars: dict[str, list[Bar]] = {}
        for lane in self._lanes:
            shown = [number for number in crowded.shown if self.rows[number].lane == lane.key]
            groups = counted(spans, shown, found)
            bars[lane.key] = [self._bar(step, lane, *pair) for pair in zip(found, groups, strict=True)]
        return bars

    def _bar(self, step: int, lane: Lane, window: Window, numbers: Sequence[int]) -> Bar:
        """A count that leads to its days: in a finer step if there is one, else in the list below."""
        finer = [each for found in self.windows[step + 1 : step + 2] for each in found]
        into = next(
            (w for w in finer if w.view.window.first <= window.last and w.view.window.last >= window.first), None
        )
        href = f"#{into.id}" if into else f"#event-{self.rows[numbers[0]].id}" if numbers else ""
        count = self.voice.plural("{n} event", "{n} events", len(numbers))
        words = f"{lane.label}, {_days(window, self.voice)}: {count}"
        return Bar(window, len(numbers), self.voice.number(len(numbers)), words, href)


def _link(to: _Window, here: _Window, words: str) -> str:
    current = {"aria_current": "true"} if to.id == here.id else {}
    return svg.element("a", svg.escaped(words), href=f"#{to.id}", **current)


def _side(to: _Window | None, way: str, pattern: str) -> str:
    return svg.element("a", svg.escaped(pattern.format(window=to.title)), href=f"#{to.id}", rel=way) if to else ""


def _nearest(found: Sequence[_Window], here: _Window) -> _Window:
    """Return the window of a step that shares most events with another, of equal ones the latest."""
    if any(each.id == here.id for each in found):
        return here
    own, window = set(here.view.shown), here.view.window
    inside = [each for each in found if each.view.window.first <= window.last and window.first <= each.view.window.last]
    return max(inside or found, key=lambda each: (len(own & set(each.view.shown)), each.view.window.first))


def _window_id(unit: Unit | None, window: Window) -> str:
    year, month, day = from_ordinal(window.first)
    return {
        None: "view-all",
        Unit.MONTH: f"view-{year}-{month:02}",
        Unit.WEEK: f"view-week-{year}-{month:02}-{day:02}",
        Unit.YEAR: f"view-{year}",
    }.get(unit, f"view-{unit}-{year}")


def _title(unit: Unit | None, window: Window, voice: Voice) -> str:
    """Return what a window is called: `December 2016`, `5–11 December 2016`."""
    year, month, _ = from_ordinal(window.first)
    if not 0 <= year <= 9999 or unit in (None, Unit.WEEK):
        return _days(window, voice)
    text = {
        Unit.MONTH: f"{year:04}-{month:02}",
        Unit.YEAR: f"{year:04}",
        Unit.DECADE: f"{year // 10:03}X",
        Unit.CENTURY: f"{year // 100:02}XX",
    }[unit or Unit.YEAR]
    return voice.when(parse(text))


def _days(window: Window, voice: Voice) -> str:
    """Return the days of a window in words; years where EDTF has no four digits for them."""
    first, last = from_ordinal(window.first), from_ordinal(window.last)
    try:
        return voice.when(parse(f"{_iso(first)}/{_iso(last)}" if first != last else _iso(first)))
    except DateError:
        return " – ".join(voice.when(parse(_iso_year(year))) for year in dict.fromkeys((first[0], last[0])))


def _day(day: int, voice: Voice) -> str:
    return _days(Window(day, day), voice)


def _iso(day: tuple[int, int, int]) -> str:
    return f"{_iso_year(day[0])}-{day[1]:02}-{day[2]:02}"


def _iso_year(year: int) -> str:
    """Return a year as EDTF has it: four digits, or more behind a `Y`."""
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"


def key(voice: Voice) -> tuple[tuple[Markup, str], ...]:
    """Return the marks of the chart, each with its meaning."""
    text, days = voice.text, Window(1, 9)
    marks: tuple[tuple[Span, int | None, str], ...] = (
        (span(parse("0001-01-05")), None, text("that day")),
        (span(parse("0001-01-05?")), None, text("perhaps that day")),
        (span(parse("0001-01-03/0001-01-07")), None, text("lasted these days")),
        (span(parse("0001-01-03~/0001-01-07~")), None, text("about these days")),
        (span(parse("[0001-01-03..0001-01-07]")), None, text("one of these days")),
        (span(parse("0001-01-02")), 8, text("happened, and first reported")),
    )
    return tuple((Markup(key_mark(one, days, reported)), words) for one, reported, words in marks)
