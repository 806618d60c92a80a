"""Turns events into a drawn timeline: one row each, so that no two labels ever meet.

Exists because the order of events is only half of it; how sure each date is belongs into the same picture.
A wide drawing keeps the lanes' names in a column; one for a phone sets each name over its rows.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from . import svg
from .days import ticks as round_ticks
from .letters import Letters, letters_for, text_width, wrapped
from .marks import mark
from .pens import Mark, Pen, Scale, fade_defs
from .values import Event, Lane, Shape, Span, Tick, Window

ROOM = 9.0
"""Between a mark and its label."""
HIT = 24.0
"""The height of the area that a finger may touch (WCAG 2.2, 2.5.8)."""


@dataclass(frozen=True)
class Board:
    """What all rows of one timeline share."""

    scale: Scale
    letters: Letters
    key: str
    width: float

    @property
    def row(self) -> float:
        """The height of a row with one line."""
        return max(HIT + 3, self.letters.line + 9)


@lru_cache(maxsize=4096)
def when_mark(span: Span, window: Window, key: str, title: str = "", *, width: float = 240) -> str:
    """One date in a window, small, as it stands beside its words in a list.

    Without a title it is hidden from assistive technology: the words say the same.
    """
    scale = Scale(window, 1, width - 1)
    found = round_ticks(window, 16).days
    lines = [*(scale.start(day) for day in found), scale.left, scale.right]
    hairs = "".join(svg.path(f"M{svg.num(x)} 4v14", "hair") for x in sorted({round(x, 1) for x in lines}))
    body = hairs + mark(span, Pen(scale, 11, key)).drawn
    return svg.drawing(fade_defs(body, key) + body, (width, 22), letters_for(width), key, title)


@lru_cache(maxsize=4096)
def timeline(  # noqa: PLR0913 - one value, one meaning each
    rows: tuple[Event, ...],
    window: Window,
    lanes: tuple[Lane, ...],
    ticks: tuple[Tick, ...],
    key: str,
    title: str,
    *,
    width: float = 1080,
    focus: Window | None = None,
    corner: str = "",
    desc: str = "",
) -> str:
    """Events lane by lane, in the order given, under an axis with the given ticks.

    `focus` are days that get a pale ground, `corner` is a word for the whole axis, such as its year.
    Events of a lane that is not in `lanes` come last, without a heading. Empty if there are no rows.
    """
    if not rows:
        return ""
    letters = letters_for(width)
    narrow = letters.class_ in ("", "bold")
    gutter = 1.0 if narrow else gutter_for(lanes, letters, width)
    board = Board(Scale(window, gutter, width - 1), letters, key, width)
    top = letters.line + 14 + (letters.line if corner and narrow else 0)
    known = {lane.key for lane in lanes}
    body, y = "", top
    for lane in (*lanes, Lane("", "")):
        events = tuple(e for e in rows if (e.lane if e.lane in known else "") == lane.key)
        if events:
            drawn, height = band(lane, events, board, y, narrow)
            body, y = body + drawn, y + height
    ground = axis(ticks, board, top, y, focus, corner)
    return svg.drawing(fade_defs(body, key) + ground + body, (width, y), letters, key, title, desc)


def gutter_for(lanes: tuple[Lane, ...], letters: Letters, width: float) -> float:
    """The room of the lanes' names: as wide as the widest, within a sixth of the drawing."""
    widest = max((text_width(lane.label, letters.size) for lane in lanes), default=0.0)
    return min(widest + 14, width / 6)


def axis(ticks: tuple[Tick, ...], board: Board, top: float, bottom: float, focus: Window | None, corner: str) -> str:
    """The ground of a timeline: a hair for each tick, with its word where there is room."""
    scale, size = board.scale, board.letters.size
    inside = tuple(t for t in ticks if scale.window.first <= t.day <= scale.window.last)
    drawn = ""
    if focus is not None and scale.start(focus.last + 1) > scale.start(focus.first):
        left, right = scale.start(focus.first), scale.start(focus.last + 1)
        drawn += svg.element("rect", class_="lane", x=left, y=top - 8, width=right - left, height=bottom - top + 8)
    edges = sorted({round(x, 1) for x in (*(scale.start(t.day) for t in inside), scale.right)})
    drawn += "".join(svg.path(f"M{svg.num(x)} {svg.num(top - 6)}V{svg.num(bottom)}", "hair") for x in edges)
    for tick, x, anchor in tick_words(inside, scale, size):
        chosen = focus is not None and focus.first <= tick.day <= focus.last
        drawn += svg.text(tick.label, x, top - 13, "t-num" if chosen else "t-num t-soft", anchor)
    if corner:
        high = top - 13 if scale.left > 2 else size
        words = corner if scale.left <= 2 or text_width(corner, size) <= scale.left - 6 else ""
        drawn += svg.text(words, 0, high, "t-soft") if words else ""
    return drawn


def tick_words(ticks: tuple[Tick, ...], scale: Scale, size: float) -> list[tuple[Tick, float, str]]:
    """Each tick with the place of its word: in the middle of its day if a day is wide enough, else after its hair.

    Every second, third ... word only, if they would meet.
    """
    widest = max((text_width(tick.label, size) for tick in ticks), default=0.0)
    if widest + 6 <= scale.day:
        return [(tick, scale.start(tick.day) + scale.day / 2, "middle") for tick in ticks]
    for every in range(1, len(ticks) + 1):
        kept = [(tick, scale.start(tick.day) + 4, "start") for tick in ticks[::every]]
        ends = [x + text_width(tick.label, size) for tick, x, _ in kept]
        if all(end + 8 <= x for end, (_, x, _) in zip(ends, kept[1:], strict=False)):
            return [each for each, end in zip(kept, ends, strict=True) if end <= scale.right]
    return []


def band(lane: Lane, events: tuple[Event, ...], board: Board, y: float, narrow: bool) -> tuple[str, float]:
    """A lane with its heading and rows, and its height."""
    letters, start = board.letters, y
    drawn = svg.path(f"M0 {svg.num(y)}H{svg.num(board.width)}", "line-known", opacity=".5")
    room = board.width if narrow else board.scale.left - 8
    heading = wrapped(lane.label, room, letters.size)
    y += 6
    for i, line in enumerate(heading):
        drawn += svg.text(line, 0, y + letters.line * i + letters.size * 1.2, "t-strong")
    under = y + letters.line * len(heading)
    y = under if narrow else y
    for event in events:
        body, height = row(event, board, y)
        drawn, y = drawn + body, y + height
    return drawn, max(y, under) - start + 8


def row(event: Event, board: Board, y: float) -> tuple[str, float]:
    """One event and the height it takes: mark and label on one line if they fit, else the label above."""
    letters, scale = board.letters, board.scale
    pen = Pen(scale, y + board.row / 2, board.key)
    found = mark(event.span, pen)
    room = text_width(event.label, letters.size)
    baseline = pen.y + letters.size * 0.36
    height = board.row
    if carries(event.span, found, room, scale):
        x = found.left + 24
        drawn = mark(event.span, replace(pen, gap=(x - 6, x + room + 6))).drawn + svg.text(event.label, x, baseline)
    elif found.right + ROOM + room <= board.width:
        drawn = found.drawn + svg.text(event.label, found.right + ROOM, baseline)
    elif found.left - ROOM - room >= scale.left:
        drawn = found.drawn + svg.text(event.label, found.left - ROOM, baseline, anchor="end")
    else:
        lines = wrapped(event.label, board.width - scale.left, letters.size)
        above = letters.line * len(lines)
        drawn = over(lines, found, board, y) + mark(event.span, replace(pen, y=pen.y + above - 4)).drawn
        height += above - 4
    touch = svg.element(
        "rect", fill="none", pointer_events="all", x=scale.left, y=y + 1, width=scale.right - scale.left,
        height=height - 2,
    )  # fmt: skip
    return svg.linked(event.href, event.title or event.label, touch if event.href else "", drawn), height


def carries(span: Span, found: Mark, room: float, scale: Scale) -> bool:
    """Whether a bar runs through the whole window, so that its label must stand in it."""
    whole = found.right - found.left >= (scale.right - scale.left) * 0.8
    return span.shape is Shape.LASTED and whole and found.right - found.left >= room + 72


def over(lines: tuple[str, ...], found: Mark, board: Board, y: float) -> str:
    """Lines of a label above its mark, as near to it as the edges allow."""
    letters = board.letters
    widest = max(text_width(line, letters.size) for line in lines)
    x = max(board.scale.left, min(found.left, board.width - widest))
    return "".join(svg.text(line, x, y + letters.line * i + letters.size) for i, line in enumerate(lines))
