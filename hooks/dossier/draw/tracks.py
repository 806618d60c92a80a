"""Turns one span into its mark on a track as wide as the page: places in percent, sizes in pixels.

Exists beside `marks` because a row of the chart takes whatever width the screen gives it, and neither dots nor brackets
may be stretched with it. The grammar is that of `marks`: sharp where the day is known, fading, open or in brackets.
Tracks refer to the gradients `g-l` and `g-r`, of which every page has one each.
"""

from dataclasses import dataclass, replace
from typing import Final

from . import svg
from .marks import choices
from .pens import DOT, SMALL
from .values import Shape, Span, Window

MIDDLE: Final = 12.0
"""Half the height of a track, in pixels."""
DAY_FOR_DOTS: Final = 3.6
"""Percent that a day must be wide for a dot of its own: on a phone about as much as a dot."""
LEAST: Final = 0.8
"""Percent below which a bar is drawn as wide as it is high."""
SOFT: Final = 4.0
"""How long a fading end is, in percent."""


@dataclass(frozen=True)
class Track:
    """A mark and the room it takes, in percent of the window."""

    drawn: str
    left: float
    right: float


@dataclass(frozen=True)
class Ruler:
    """Where the days of a window lie, in percent."""

    window: Window
    soft: float = SOFT
    """How long a fading end is, at most."""

    @property
    def day(self) -> float:
        return 100 / self.window.days

    def start(self, day: int) -> float:
        """The beginning of a day, kept inside the window."""
        return min(100.0, max(0.0, (day - self.window.first) * self.day))

    def middle(self, day: int) -> float:
        """The middle of a day, kept inside the window."""
        return min(100.0, max(0.0, (day - self.window.first + 0.5) * self.day))


def percent(value: float) -> str:
    """A place on a track with at most two decimals."""
    return f"{round(value, 2):g}%"


def track(span: Span, window: Window, soft: float = SOFT) -> Track:
    """The mark of a span in a window; `soft` is how long a fading end is, at most."""
    ruler = Ruler(window, soft)
    if span.first is None and span.last is None:
        return Track(stroke("line-unknown", 0, 100), 0, 100)
    if (span.first is not None and span.first > window.last) or (span.last is not None and span.last < window.first):
        return outside(span, ruler)
    if span.shape is Shape.LASTED:
        return lasted(span, ruler)
    if span.shape is Shape.ALL_OF and span.parts:
        return every(span, window)
    if span.first is not None and span.first == span.last:
        return single(span, span.first, ruler)
    return one_of(span, ruler)


def dot(x: float, class_: str, radius: float = DOT) -> str:
    """A dot on the track."""
    return svg.element("circle", class_=class_, cx=percent(x), cy=MIDDLE, r=radius)


def stroke(class_: str, left: float, right: float) -> str:
    """A line along the track."""
    return svg.element("line", class_=class_, x1=percent(left), x2=percent(right), y1=MIDDLE, y2=MIDDLE)


def block(left: float, right: float, half: float, class_: str = "", fill: str = "") -> str:
    """A stretch of the track; one that would be too thin to see is drawn square."""
    y, height = MIDDLE - half, 2 * half
    if right - left < LEAST and not fill:
        square = svg.element("rect", class_=class_, x=-half, y=y, width=height, height=height)
        return svg.element("svg", square, x=percent((left + right) / 2))
    place = {"x": percent(left), "width": percent(max(0.0, right - left))}
    return svg.element("rect", class_=class_, fill=fill, y=y, height=height, **place)


def sign(x: float, data: str, class_: str = "line-known") -> str:
    """A small shape of fixed size at a place of the track."""
    return svg.element("svg", svg.path(data, class_), x=percent(x))


def pointer(x: float, way: int) -> str:
    """A small angle that points out of the window; `way` is -1 or 1."""
    return sign(x, f"M{-7 * way} 8l{6 * way} 4l{-6 * way} 4")


def outside(span: Span, ruler: Ruler) -> Track:
    """A dot at the edge with a pointer: the span lies outside the window altogether."""
    late = span.first is not None and span.first > ruler.window.last
    edge, way = (100.0, 1) if late else (0.0, -1)
    shape = svg.circle("dot-open" if span.uncertain else "dot", -15 * way, MIDDLE, DOT)
    drawn = svg.element("svg", shape, x=percent(edge)) + pointer(edge, way)
    return Track(drawn, edge - (2.5 if late else 0), edge + (0 if late else 2.5))


def single(span: Span, day: int, ruler: Ruler) -> Track:
    """One day."""
    x = ruler.middle(day)
    if not (span.about_start or span.about_end):
        return Track(dot(x, "dot-open" if span.uncertain else "dot"), x, x)
    soft = max(ruler.soft / 2, ruler.day)
    left, right = max(0.0, x - soft), min(100.0, x + soft)
    drawn = block(left, x, 3, fill="url(#g-l)") + block(x, right, 3, fill="url(#g-r)")
    return Track(drawn + (dot(x, "dot-open", SMALL) if span.uncertain else ""), left, right)


def lasted(span: Span, ruler: Ruler) -> Track:
    """A bar, with each end drawn as it is known; thin if it leaves the window or has an open end."""
    leaves = (
        span.first is not None and span.first < ruler.window.first,
        span.last is not None and span.last > ruler.window.last,
    )
    left = 0.0 if span.first is None else ruler.start(span.first)
    right = 100.0 if span.last is None else ruler.start(span.last + 1)
    if span.first is None and span.unknown_start:
        left = max(0.0, right - 3 * ruler.soft)
    if span.last is None and span.unknown_end:
        right = min(100.0, left + 3 * ruler.soft)
    opens = (span.open_start or span.first is None, span.open_end or span.last is None)
    half = 1.5 if any(leaves) or any(opens) else 3.0
    if span.about_start and not leaves[0]:
        left = max(0.0, left - ruler.soft / 4)
    if span.about_end and not leaves[1]:
        right = min(100.0, right + ruler.soft / 4)
    soft = min(ruler.soft, (right - left) / 3)
    ends = (
        _end((left, left + soft), leaves[0], opens[0] or span.about_start, span.unknown_start, half, -1),
        _end((right - soft, right), leaves[1], opens[1] or span.about_end, span.unknown_end, half, 1),
    )
    body = (left + soft if ends[0] else left, right - soft if ends[1] else right)
    arrows = "".join(
        sign(edge, f"M0 12l{-9 * way} -6v12z", "bar")
        for edge, way, out in ((0.0, -1, leaves[0]), (100.0, 1, leaves[1]))
        if out
    )
    kind = "dot-open" if span.uncertain else "bar"
    drawn = "".join((*ends, block(*body, half, kind), arrows))
    return Track(svg.element("g", drawn, class_="long") if half < 3 else drawn, left, right)


def _end(edge: tuple[float, float], leaves: bool, fades: bool, unknown: bool, half: float, way: int) -> str:
    """One end of a bar: nothing where it is sharp or leaves the window."""
    if leaves or not (fades or unknown):
        return ""
    if unknown:
        return stroke("line-unknown", *edge)
    return block(*edge, half, fill="url(#g-l)" if way < 0 else "url(#g-r)")


def every(span: Span, window: Window) -> Track:
    """Each of several days or stretches; a pointer stands for all that lie outside the window."""
    early = any(part.last is not None and part.last < window.first for part in span.parts)
    late = any(part.first is not None and part.first > window.last for part in span.parts)
    inside = [
        track(part, window)
        for part in span.parts
        if (part.last is None or part.last >= window.first) and (part.first is None or part.first <= window.last)
    ]
    drawn = "".join(found.drawn for found in inside)
    drawn += (pointer(0, -1) if early else "") + (pointer(100, 1) if late else "")
    left = 0.0 if early else min((found.left for found in inside), default=0.0)
    right = 100.0 if late else max((found.right for found in inside), default=100.0)
    return Track(drawn, left, right)


def one_of(span: Span, ruler: Ruler) -> Track:
    """Brackets round the days in question, with a dot for each day or a pale band for each stretch."""
    left = 0.0 if span.first is None else ruler.start(span.first)
    right = 100.0 if span.last is None else ruler.start(span.last + 1)
    if span.about_start or span.about_end:
        return lasted(replace(span, shape=Shape.LASTED, about_start=True, about_end=True), ruler)
    opens = span.first is None or span.first < ruler.window.first
    closes = span.last is None or span.last > ruler.window.last
    drawn = _between(span, ruler)
    drawn += pointer(left, -1) if opens else sign(left, "M5 5h-4v14h4")
    drawn += pointer(right, 1) if closes else sign(right, "M-5 5h4v14h-4")
    return Track(drawn, left, right)


def _between(span: Span, ruler: Ruler) -> str:
    """What stands between the brackets: dots if the days are wide enough, else a pale band for each stretch."""
    window = ruler.window
    days = [day for day in choices(span) if window.first <= day <= window.last]
    if days and ruler.day >= DAY_FOR_DOTS:
        return "".join(dot(ruler.middle(day), "dot" if day == span.likely else "dot-open", SMALL) for day in days)
    drawn = "".join(
        block(
            0.0 if part.first is None else ruler.start(part.first),
            100.0 if part.last is None else ruler.start(part.last + 1),
            4,
            "band",
        )
        for part in span.parts or (span,)
        if (part.last is None or part.last >= window.first) and (part.first is None or part.first <= window.last)
    )
    likely = span.likely is not None and window.first <= span.likely <= window.last
    return drawn + (dot(ruler.middle(span.likely), "dot", SMALL) if likely and span.likely is not None else "")
