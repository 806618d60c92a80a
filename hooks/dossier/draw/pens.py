"""Turns a window of days into places on a drawing, and holds what every mark is drawn with.

Exists so that bars and dots share one scale, one fading end and one rule for ids.
"""

from dataclasses import dataclass

from . import svg
from .values import Span, Window

DOT = 5.5
SMALL = 3.85
FADE = 30.0
"""How long a fading end is, at most."""
POINTER = 12.0
"""The room of the arrow of a mark that leaves the window."""


@dataclass(frozen=True)
class Scale:
    """Where the days of a window lie between two edges of a drawing."""

    window: Window
    left: float
    right: float

    @property
    def day(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / self.window.days

    def start(self, day: int) -> float:
        """The left edge of a day, kept inside the drawing."""
        return min(self.right, max(self.left, self.left + (day - self.window.first) * self.day))

    def middle(self, day: int) -> float:
        """The middle of a day, far enough inside that a dot is not cut."""
        at = self.left + (day - self.window.first + 0.5) * self.day
        return min(self.right - DOT, max(self.left + DOT, at))


@dataclass(frozen=True)
class Mark:
    """A drawn span and the room it takes from left to right."""

    drawn: str
    left: float
    right: float
    single: bool = False
    """A lone dot: several of them may share a day side by side."""


@dataclass(frozen=True)
class Pen:
    """Where marks are drawn: scale, height of their middle, and the key that makes ids unique."""

    scale: Scale
    y: float
    key: str

    @property
    def before(self) -> int:
        """The first day shown."""
        return self.scale.window.first

    @property
    def after(self) -> int:
        """The last day shown."""
        return self.scale.window.last


def broken(left: float, right: float, pen: Pen) -> str:
    """An end of which nothing is known."""
    return svg.path(f"M{svg.num(left)} {svg.num(pen.y)}H{svg.num(right)}", "line-unknown")


def fade(left: float, right: float, pen: Pen, way: str, half: float = 3.0) -> str:
    """A stretch that fades out to the left (l) or right (r)."""
    if right - left < 0.5:
        return ""
    fill = f"url(#{pen.key}-{way})"
    return svg.element("rect", fill=fill, x=left, y=pen.y - half, width=right - left, height=2 * half)


def fade_defs(body: str, key: str) -> str:
    """The gradients that a drawing's body refers to, and no others."""
    stops = {"l": (("0", "0"), ("1", "1")), "r": (("0", "1"), ("1", "0"))}
    used = [way for way in stops if f"url(#{key}-{way})" in body]
    gradients = (
        svg.element("linearGradient", *(
            svg.element("stop", offset=offset, stop_color="currentColor", stop_opacity=opacity)
            for offset, opacity in stops[way]
        ), id=f"{key}-{way}")
        for way in used
    )  # fmt: skip
    return svg.element("defs", *gradients) if used else ""


def dot_class(span: Span) -> str:
    """Open for perhaps, filled otherwise."""
    return "dot-open" if span.uncertain else "dot"


def pointer(x: float, y: float, way: int) -> str:
    """A small angle that points out of the window; `way` is -1 or 1."""
    return svg.path(f"M{svg.num(x)} {svg.num(y - 4)}l{6 * way} 4l{-6 * way} 4", "line-known")


def outside(span: Span, pen: Pen) -> Mark:
    """A dot at the edge, and a pointer: the span lies outside the window altogether."""
    late = span.first is not None and span.first > pen.after
    edge, way = (pen.scale.right, 1) if late else (pen.scale.left, -1)
    x = edge - way * (POINTER + DOT)
    drawn = svg.circle(dot_class(span), x, pen.y, DOT) + pointer(edge - way * 8, pen.y, way)
    return Mark(drawn, min(x - DOT, edge), max(x + DOT, edge))
