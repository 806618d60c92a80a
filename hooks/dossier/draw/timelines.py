"""Turns a window of days into the ground of a drawing, and one date into a small drawing of its own.

Exists so that the strip of the Overview and the dates beside their words in a list share one axis.
"""

from dataclasses import dataclass
from functools import lru_cache

from . import svg
from .days import ticks as round_ticks
from .letters import Letters, letters_for, text_width
from .marks import mark
from .pens import Pen, Scale, fade_defs
from .values import Span, Tick, Window


@dataclass(frozen=True)
class Board:
    """What all lanes of one strip share."""

    scale: Scale
    letters: Letters
    key: str
    width: float


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


def axis(ticks: tuple[Tick, ...], board: Board, top: float, bottom: float, focus: Window | None, corner: str) -> str:
    """The ground of a strip: a hair for each tick, with its word where there is room."""
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
