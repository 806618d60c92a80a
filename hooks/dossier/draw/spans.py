"""Turns a date as it was read into the span that the drawings understand.

Exists so that the drawings know one thing of the date package, and the date package nothing of drawings.
"""

from ..dates.days import ordinal
from ..dates.values import Day, When
from .values import Shape, Span


def span(when: When, likely: Day | None = None) -> Span:
    """The span of a date; `likely` is the day of a one-of that is the likeliest."""
    shape = Shape(when.kind)
    return Span(
        first=number(when.earliest),
        last=number(when.latest),
        shape=shape,
        open_start=when.open_start,
        open_end=when.open_end,
        unknown_start=when.unknown_start,
        unknown_end=when.unknown_end,
        uncertain=when.uncertain,
        about_start=when.start_approximate or (shape is not Shape.LASTED and when.approximate),
        about_end=when.end_approximate or (shape is not Shape.LASTED and when.approximate),
        parts=tuple(part(number(first), number(last), shape) for first, last in when.choices),
        likely=number(likely),
    )


def part(first: int | None, last: int | None, whole: Shape) -> Span:
    """A member of a set: of a one-of it offers its days, of an all-of it lasts all of them."""
    stretch = first is None or first != last
    return Span(
        first,
        last,
        Shape.LASTED if stretch and whole is Shape.ALL_OF else Shape.DATE,
        open_start=first is None,
        open_end=last is None,
    )


def number(day: Day | None) -> int | None:
    """The ordinal of a day, if there is one."""
    return None if day is None else ordinal(day)
