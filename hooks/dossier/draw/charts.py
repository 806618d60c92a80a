"""Turns events into the rows of a chart: a lane for each theme, in each a line for every event, under one axis.

Exists beside `strips` because a chart has to be read on a phone as well as on a desk, with letters as large as its
reader wants them: its rows are a list of links, and only the marks in them are drawn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from . import svg
from .letters import text_width
from .tracks import Ruler, percent, pointer, sign, stroke, track
from .values import Lane, Span, Tick, Window

LETTER: Final = 13.0
"""The size of an axis' words, in pixels."""
WIDE: Final = 640.0
NARROW: Final = 320.0
"""The least width of a track on a desk and on a phone, in pixels."""
BESIDE: Final = 60.0
"""A mark that leaves less than this many percent beside it has its words above it."""
COUNTED: Final = 44.0
"""The height of a lane that counts its events, in pixels."""


@dataclass(frozen=True)
class Row:
    """An event of a chart."""

    id: str
    span: Span
    label: str
    name: str
    """What a screen reader says: the label, the date, the day of the first report."""
    href: str
    lane: str = ""
    place: str = ""
    """The id of its place."""
    where: str = ""
    """The name of its place."""
    reported: int | None = None
    """The day of its first report."""


@dataclass(frozen=True)
class Bar:
    """A stretch of a lane in which events are counted."""

    window: Window
    count: int
    number: str
    """The count as it is written over the bar."""
    words: str
    """What a screen reader says: the lane, the days, the count."""
    href: str


def board(rows: Sequence[Row], window: Window, lanes: Sequence[Lane], ticks: Sequence[Tick]) -> str:
    """Rows lane by lane, in the order given, under an axis; lanes without a row are left out."""
    drawn = "".join(
        _lane(lane, svg.element("ol", *(_row(row, window) for row in found)))
        for lane in lanes
        if (found := [row for row in rows if row.lane == lane.key])
    )
    return _board(drawn, window, ticks)


def crowd(bars: Mapping[str, Sequence[Bar]], window: Window, lanes: Sequence[Lane], ticks: Sequence[Tick]) -> str:
    """Lanes in which events are counted: a bar for each stretch, as high as the most of all is the whole height."""
    most = max((bar.count for found in bars.values() for bar in found), default=1)
    drawn = "".join(_lane(lane, _counted(bars[lane.key], window, most)) for lane in lanes if bars.get(lane.key))
    return _board(drawn, window, ticks, "board crowd")


def _board(lanes: str, window: Window, ticks: Sequence[Tick], class_: str = "board") -> str:
    ruler = Ruler(window)
    inside = [tick for tick in ticks if window.first <= tick.day <= window.last]
    lines = "".join(
        svg.element("line", x1=percent(x), x2=percent(x), y1=0, y2="100%", class_="hair")
        for x in sorted({*(round(ruler.start(tick.day), 2) for tick in inside), 0.0, 100.0})
    )
    grid = svg.element("svg", lines, class_="draw grid", aria_hidden="true")
    axis = svg.element("p", _words(inside, ruler) or " ", class_="axis", aria_hidden="true")
    return svg.element("div", grid, axis, lanes, class_=class_)


def _words(ticks: Sequence[Tick], ruler: Ruler) -> str:
    """The words of an axis; those for which only a desk has room are marked so."""
    desk, phone = _kept(ticks, ruler, WIDE), _kept(ticks, ruler, NARROW)
    return "".join(
        svg.element("span", svg.escaped(tick.label), class_=_class(tick, phone, ruler), style=_at(tick, ruler))
        for tick in desk
    )


def _class(tick: Tick, phone: Sequence[Tick], ruler: Ruler) -> str:
    wide = text_width(tick.label, LETTER) + 6 <= ruler.day * WIDE / 100
    return " ".join(filter(None, ("mid" if wide else "", "" if tick in phone else "desk")))


def _at(tick: Tick, ruler: Ruler) -> str:
    wide = text_width(tick.label, LETTER) + 6 <= ruler.day * WIDE / 100
    return f"--x:{percent(ruler.middle(tick.day) if wide else ruler.start(tick.day))}"


def _kept(ticks: Sequence[Tick], ruler: Ruler, width: float) -> Sequence[Tick]:
    """Every first, second, third … tick: as many as keep their words apart on a track of some width."""
    for every in range(1, len(ticks) + 1):
        kept = ticks[::every]
        places = [ruler.start(tick.day) * width / 100 for tick in kept]
        ends = [x + text_width(tick.label, LETTER) + 12 for x, tick in zip(places, kept, strict=True)]
        if all(end <= x for end, x in zip(ends, places[1:], strict=False)):
            return [tick for tick, end in zip(kept, ends, strict=True) if end <= width + 24]
    return []


def _lane(lane: Lane, inner: str) -> str:
    return svg.element("div", svg.element("p", svg.escaped(lane.label)), inner, class_="lane")


def _row(row: Row, window: Window) -> str:
    """An event: its mark, the day of its first report joined to it, and its words on the side that has room."""
    found = track(row.span, window)
    report, left, right = _report(row.reported, found.left, found.right, window)
    happened = svg.element("g", found.drawn, class_="hp") if report else found.drawn
    drawn = svg.element("svg", report, happened, class_="draw", aria_hidden="true")
    side = "after" if right <= BESIDE else "before" if left >= 100 - BESIDE else "over"
    late = " late" if row.span.last is not None and row.span.last < window.first else ""
    place = {"style": f"--l:{percent(left)};--r:{percent(right)}"} if side != "over" else {}
    link = svg.element(
        "a", drawn, svg.element("span", svg.escaped(row.label), dir="auto"),
        class_=f"ev {side}{late}", href=row.href, aria_label=row.name, **place,
    )  # fmt: skip
    return svg.element("li", link, data_id=row.id, data_place=row.place, data_where=row.where)


def _report(day: int | None, left: float, right: float, window: Window) -> tuple[str, float, float]:
    """The tooth of the first report, the hairline from the mark to it, and the room that both take together."""
    if day is None:
        return "", left, right
    ruler = Ruler(window)
    x = ruler.middle(day)
    way = -1 if day < window.first else 1 if day > window.last else 0
    end = (0.0 if way < 0 else 100.0) if way else x
    tooth = pointer(end, way) if way else sign(x, "M0 4v16", "tooth")
    near = min(max(end, left), right)
    hair = stroke("thread", min(near, end), max(near, end)) if abs(near - end) > 0.01 else ""
    return svg.element("g", hair, tooth, class_="rp"), min(left, end), max(right, end)


def _counted(bars: Sequence[Bar], window: Window, most: int) -> str:
    ruler = Ruler(window)
    drawn = "".join(_bar(bar, ruler, most) for bar in bars if bar.count)
    return svg.element("svg", drawn, class_="draw counts")


def _bar(bar: Bar, ruler: Ruler, most: int) -> str:
    left, right = ruler.start(bar.window.first), ruler.start(bar.window.last + 1)
    high = max(2.0, bar.count / most * (COUNTED - 16))
    place = {"x": percent(left), "width": percent(right - left)}
    touch = svg.element("rect", fill="none", pointer_events="all", y=0, height=COUNTED, **place)
    shape = svg.element("rect", class_="count", y=COUNTED - high, height=high, **place)
    number = svg.element(
        "text", svg.escaped(bar.number), class_="t-num t-soft", text_anchor="middle",
        x=percent((left + right) / 2), y=COUNTED - high - 3,
    )  # fmt: skip
    return svg.linked(bar.href, bar.words, touch, shape, number)


def key_mark(span: Span, window: Window, reported: int | None = None) -> str:
    """A mark as it stands in the key of a chart."""
    found = track(span, window, 25)
    report, _, _ = _report(reported, found.left, found.right, window)
    return svg.element("svg", report, found.drawn, class_="draw key", aria_hidden="true")
