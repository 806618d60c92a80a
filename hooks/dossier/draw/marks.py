"""Turns one span into its mark on a time scale: sharp where the day is known, fading, open or in brackets where not.

Exists so that a date looks the same in a timeline, in a strip and beside its own words.

    a day            filled dot; open dot if it is perhaps that day; fading both ways if it is about that day
    some day of      brackets with an open dot for each day, or a pale band if there are too many days for dots
    lasted           bar; hollow if uncertain; a fading end is approximate or still open; broken if unknown
    leaves window    thin bar with an arrow; a dot outside the window becomes a dot at the edge with a pointer
"""

from itertools import pairwise

from . import svg
from .bars import lasted
from .pens import DOT, FADE, POINTER, SMALL, Mark, Pen, dot_class, fade, outside, pointer
from .values import Shape, Span

MOST_DOTS = 60


def mark(span: Span, pen: Pen) -> Mark:
    """The mark of a span; nothing known at all becomes a broken line over the whole window."""
    if span.shape is Shape.LASTED and (span.first is not None or span.last is not None):
        return lasted(span, pen)
    first, last = span.first, span.last
    if first is None and last is None:
        return unknown(pen)
    if (first is not None and first > pen.after) or (last is not None and last < pen.before):
        return outside(span, pen)
    if span.shape is Shape.ALL_OF:
        return every(span, pen)
    if first is not None and first == last:
        return single(span, first, pen)
    return one_of(span, pen)


def unknown(pen: Pen) -> Mark:
    """Nothing is known: a broken line through the window."""
    left, right = pen.scale.left, pen.scale.right
    return Mark(svg.path(f"M{svg.num(left)} {svg.num(pen.y)}H{svg.num(right)}", "line-unknown"), left, right)


def single(span: Span, day: int, pen: Pen) -> Mark:
    """One day."""
    x = pen.scale.middle(day)
    if not (span.about_start or span.about_end):
        return Mark(svg.circle(dot_class(span), x, pen.y, DOT), x - DOT, x + DOT, single=True)
    room = min(FADE, max(14.0, pen.scale.day * 1.5), (pen.scale.right - pen.scale.left) / 2)
    left, right = max(pen.scale.left, x - room), min(pen.scale.right, x + room)
    drawn = fade(left, x, pen, "l") + fade(x, right, pen, "r")
    if span.uncertain:
        drawn += svg.circle("dot-open", x, pen.y, SMALL)
    return Mark(drawn, left, right)


def every(span: Span, pen: Pen) -> Mark:
    """Each of several days or stretches; a pointer stands for all that lie outside the window."""
    early = [part for part in span.parts if part.last is not None and part.last < pen.before]
    late = [part for part in span.parts if part.first is not None and part.first > pen.after]
    shown = [mark(part, pen) for part in span.parts if part not in early and part not in late]
    if not shown:
        return outside(span, pen) if early or late else one_of(span, pen)
    drawn, left, right = "".join(m.drawn for m in shown), min(m.left for m in shown), max(m.right for m in shown)
    if early:
        drawn, left = drawn + pointer(pen.scale.left + 7, pen.y, -1), pen.scale.left
    if late:
        drawn, right = drawn + pointer(pen.scale.right - 7, pen.y, 1), pen.scale.right
    return Mark(drawn, left, right)


def choices(span: Span) -> tuple[int, ...]:
    """The days a one-of offers, rising; empty if there are too many for dots, or one of its bounds is missing."""
    days: set[int] = set()
    for part in span.parts or (span,):
        if part.first is None or part.last is None or part.last - part.first + len(days) >= MOST_DOTS:
            return ()
        days |= set(range(part.first, part.last + 1))
    return tuple(sorted(days))


def about(span: Span, left: float, right: float, pen: Pen) -> Mark:
    """Some day of about these: a pale bar whose ends fade, since there is no edge to put a bracket on."""
    soft = min(FADE, max(8.0, (right - left) / 2))
    left, right = max(pen.scale.left, left - soft / 2), min(pen.scale.right, right + soft / 2)
    soft = min(soft, (right - left) / 2)
    drawn = fade(left, left + soft, pen, "l") + fade(right - soft, right, pen, "r")
    if right - left > 2 * soft:
        width = right - left - 2 * soft
        drawn += svg.element("rect", class_="bar", x=left + soft, y=pen.y - 3, width=width, height=6)
    drawn = svg.element("g", drawn, class_="long")
    if span.uncertain:
        drawn += svg.circle("dot-open", (left + right) / 2, pen.y, SMALL)
    return Mark(drawn, left, right)


def one_of(span: Span, pen: Pen) -> Mark:
    """Brackets round the days in question, with a dot for each day or a band for each stretch."""
    opens = span.first is None or span.first < pen.before
    closes = span.last is None or span.last > pen.after
    left = pen.scale.left if span.first is None else pen.scale.start(span.first)
    right = pen.scale.right if span.last is None else pen.scale.start(span.last + 1)
    if span.about_start or span.about_end:
        return about(span, left, right, pen)
    middle, least = (left + right) / 2, 2 * (SMALL + 5)
    if right - left < least:
        middle = min(max(middle, pen.scale.left + least / 2), pen.scale.right - least / 2)
        left, right = middle - least / 2, middle + least / 2
    drawn = inside(span, pen, left, right, (opens, closes))
    drawn += pointer(left + 7, pen.y, -1) if opens else bracket(left + 1, pen.y, 1)
    drawn += pointer(right - 7, pen.y, 1) if closes else bracket(right - 1, pen.y, -1)
    return Mark(drawn, left, right)


def bracket(x: float, y: float, way: int) -> str:
    """A square bracket that opens to the right (1) or left (-1)."""
    return svg.path(f"M{svg.num(x + 4 * way)} {svg.num(y - 7)}h{-4 * way}v14h{4 * way}", "line-known")


def inside(span: Span, pen: Pen, left: float, right: float, leaves: tuple[bool, bool]) -> str:
    """What stands between the brackets: dots if they keep apart and off the pointers, else a pale band."""
    days = choices(span)
    shown = [day for day in days if pen.before <= day <= pen.after]
    low, high = left + (POINTER if leaves[0] else 0), right - (POINTER if leaves[1] else 0)
    shown = [day for day in shown if low <= pen.scale.middle(day) - SMALL and pen.scale.middle(day) + SMALL <= high]
    places = [pen.scale.middle(day) for day in shown]
    apart = all(b - a >= 2.6 * SMALL for a, b in pairwise(places))
    if shown and apart and right - left >= 2.6 * SMALL * len(shown) + 4:
        filled = ["dot" if day == span.likely else "dot-open" for day in shown]
        return "".join(svg.circle(c, x, pen.y, SMALL) for c, x in zip(filled, places, strict=True))
    stretches = [
        (
            left if part.first is None else pen.scale.start(part.first),
            right if part.last is None else pen.scale.start(part.last + 1),
        )
        for part in span.parts or (span,)
    ]
    bands = [(a, max(b, a + 2)) for a, b in stretches if b > pen.scale.left and a < pen.scale.right]
    drawn = "".join(svg.element("rect", class_="band", x=a, y=pen.y - 4, width=b - a, height=8) for a, b in bands)
    if span.likely is not None and pen.before <= span.likely <= pen.after:
        drawn += svg.circle("dot", pen.scale.middle(span.likely), pen.y, SMALL)
    return drawn
