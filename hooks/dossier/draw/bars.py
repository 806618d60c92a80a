"""Turns a span that lasted into a bar, with each end drawn as it is known.

Exists apart from the marks for single days because a bar has two ends, each with its own four ways to be unsure.
"""

from dataclasses import dataclass

from . import svg
from .pens import FADE, Mark, Pen, broken, fade, outside
from .values import Span


def lasted(span: Span, pen: Pen) -> Mark:
    """A bar, with each end drawn as it is known."""
    if (span.first is not None and span.first > pen.after) or (span.last is not None and span.last < pen.before):
        return outside(span, pen)
    leaves_left = span.first is not None and span.first < pen.before
    leaves_right = span.last is not None and span.last > pen.after
    left = pen.scale.left if span.first is None else pen.scale.start(span.first)
    right = pen.scale.right if span.last is None else pen.scale.start(span.last + 1)
    if span.first is None and span.unknown_start:
        left = max(pen.scale.left, right - max(3 * FADE, pen.scale.day))
    if span.last is None and span.unknown_end:
        right = min(pen.scale.right, left + max(3 * FADE, pen.scale.day))
    if right - left < 6:
        middle = min(max((left + right) / 2, pen.scale.left + 3), pen.scale.right - 3)
        left, right = middle - 3, middle + 3
    ends = (
        End(leaves_left, span.open_start or span.first is None, span.about_start, span.unknown_start),
        End(leaves_right, span.open_end or span.last is None, span.about_end, span.unknown_end),
    )
    return bar(span, pen, (left, right), ends)


@dataclass(frozen=True)
class End:
    """How one end of a bar is known."""

    leaves: bool
    open: bool
    about: bool
    unknown: bool


def bar(span: Span, pen: Pen, edges: tuple[float, float], ends: tuple[End, End]) -> Mark:
    """The bar between two edges; thin if it leaves the window or has an open end."""
    left, right = edges
    thin = any(end.leaves or end.open for end in ends)
    half = 1.5 if thin else 3.0
    soft = min(FADE, max(8.0, (right - left) / 3))
    drawn, (body_left, body_right) = "", (left, right)
    if ends[0].leaves:
        drawn += svg.path(f"M{svg.num(left + 1)} {svg.num(pen.y)}l9-6v12z", "bar")
        body_left = left + 9
    if ends[1].leaves:
        drawn += svg.path(f"M{svg.num(right - 1)} {svg.num(pen.y)}l-9-6v12z", "bar")
        body_right = right - 9
    if not ends[0].leaves and (ends[0].unknown or ends[0].open or ends[0].about):
        reach = 0.0 if ends[0].open or ends[0].unknown else min(soft / 2, left - pen.scale.left)
        left, body_left = left - reach, left - reach + soft
        drawn += broken(left, body_left, pen) if ends[0].unknown else fade(left, body_left, pen, "l", half)
    if not ends[1].leaves and (ends[1].unknown or ends[1].open or ends[1].about):
        reach = 0.0 if ends[1].open or ends[1].unknown else min(soft / 2, pen.scale.right - right)
        right, body_right = right + reach, right + reach - soft
        drawn += broken(body_right, right, pen) if ends[1].unknown else fade(body_right, right, pen, "r", half)
    kind = "dot-open" if span.uncertain else "bar"
    if body_right - body_left > 0.5:
        width = body_right - body_left
        drawn += svg.element("rect", class_=kind, x=body_left, y=pen.y - half, width=width, height=2 * half)
    return Mark(svg.element("g", drawn, class_="long") if thin else drawn, left, right)
