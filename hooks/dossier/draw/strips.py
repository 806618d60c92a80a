"""Turns events into a compact strip: the marks of each lane packed close, without their labels.

Exists for an overview, where a reader wants the shape of what happened and follows a link for the rest.
"""

from dataclasses import dataclass
from functools import lru_cache

from . import svg
from .letters import letters_for, text_width, wrapped
from .marks import mark
from .pens import DOT, Mark, Pen, Scale, fade_defs
from .timelines import Board, axis
from .values import Event, Lane, Tick, Window

TRACK = 17.0
"""From one line of marks to the next inside a lane."""
BESIDE = 2 * DOT + 2
"""From dot to dot where several share a day."""


@dataclass(frozen=True)
class Placed:
    """A mark on one of its lane's tracks."""

    found: Mark
    track: int
    shift: float


@lru_cache(maxsize=4096)
def strip(  # noqa: PLR0913 - one value, one meaning each
    rows: tuple[Event, ...],
    window: Window,
    lanes: tuple[Lane, ...],
    ticks: tuple[Tick, ...],
    key: str,
    title: str,
    *,
    width: float = 400,
    focus: Window | None = None,
    corner: str = "",
    desc: str = "",
) -> str:
    """The events of a timeline without labels and links, in as little height as keeps the marks apart.

    Takes what `timeline` takes. Each mark tells its event's title to a mouse that rests on it; the page's own
    list holds the same events in words. Empty if there are no rows.
    """
    if not rows:
        return ""
    letters = letters_for(width)
    known = {lane.key for lane in lanes}
    shown = [
        (lane, events)
        for lane in (*lanes, Lane("", ""))
        if (events := tuple(e for e in rows if (e.lane if e.lane in known else "") == lane.key))
    ]
    gutter = min(width * 0.3, max((text_width(lane.label, letters.size) for lane, _ in shown), default=0.0) + 12)
    board = Board(Scale(window, gutter, width - 1), letters, key, width)
    top = letters.line + 14
    body, y = "", top
    for lane, events in shown:
        drawn, height = packed_lane(lane, events, board, y)
        body, y = body + drawn, y + height
    ground = axis(ticks, board, top, y, focus, corner)
    return svg.drawing(fade_defs(body, key) + ground + body, (width, y), letters, key, title, desc)


def packed_lane(lane: Lane, events: tuple[Event, ...], board: Board, y: float) -> tuple[str, float]:
    """A lane with its name beside its tracks, and its height."""
    letters = board.letters
    drawn = svg.path(f"M0 {svg.num(y)}H{svg.num(board.width)}", "line-known", opacity=".5")
    heading = wrapped(lane.label, board.scale.left - 8, letters.size)
    for i, line in enumerate(heading):
        drawn += svg.text(line, 0, y + letters.line * i + letters.size * 1.45)
    placed = packed(events, board)
    for event, each in zip(events, placed, strict=True):
        pen = Pen(board.scale, y + 14 + each.track * TRACK, board.key)
        told = svg.element("title", svg.escaped(event.title or event.label))
        moved = {"transform": f"translate({svg.num(each.shift)} 0)"} if each.shift else {}
        drawn += svg.element("g", told, mark(event.span, pen).drawn, **moved)
    tracks = max(each.track for each in placed) + 1
    return drawn, max(tracks * TRACK + 11, letters.line * len(heading) + 10)


def packed(events: tuple[Event, ...], board: Board) -> tuple[Placed, ...]:
    """A track for each event: dots of one day side by side if the day is wide enough, all else one below the other."""
    pen = Pen(board.scale, 0, board.key)
    marks = [mark(event.span, pen) for event in events]
    shifts = [shift(i, marks, board.scale.day) for i in range(len(marks))]
    ends: list[list[tuple[float, float]]] = []
    placed = []
    for found, moved in zip(marks, shifts, strict=True):
        left, right = found.left + moved, found.right + moved
        free = next((i for i, taken in enumerate(ends) if all(right + 2 <= a or left - 2 >= b for a, b in taken)), None)
        track = len(ends) if free is None else free
        ends += [[]] if free is None else []
        ends[track].append((left, right))
        placed.append(Placed(found, track, moved))
    return tuple(placed)


def shift(index: int, marks: list[Mark], day: float) -> float:
    """How far a dot moves aside for the others of its day."""
    own = marks[index]
    same = [i for i, each in enumerate(marks) if each.single and own.single and each.left == own.left]
    if len(same) < 2 or len(same) * BESIDE > day:
        return 0.0
    return (same.index(index) - (len(same) - 1) / 2) * BESIDE
