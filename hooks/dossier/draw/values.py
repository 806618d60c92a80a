"""What the drawings are made from: plain frozen values with every word and address already finished.

Exists so that a drawing needs to know neither the dossier's entries, nor a language, nor where a page lives.
Days are ordinals (1 is 0001-01-01, proleptic Gregorian, as `datetime.date.toordinal` counts).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Shape(StrEnum):
    """How the days between the two bounds of a span belong to it."""

    DATE = "date"
    """Somewhere in these days; one day if both bounds are the same."""
    LASTED = "interval"
    """All of these days, one after the other."""
    ONE_OF = "one-of"
    """Exactly one of the parts."""
    ALL_OF = "all-of"
    """Every one of the parts."""


@dataclass(frozen=True)
class Span:
    """A date as the drawings need it: two bounds and how sharp they are."""

    first: int | None
    """Earliest possible day; None if there is no bound."""
    last: int | None
    """Latest possible day; None if there is no bound."""
    shape: Shape = Shape.DATE
    open_start: bool = False
    """Started before anything that is recorded (EDTF `../`)."""
    open_end: bool = False
    """Goes on (EDTF `/..`)."""
    unknown_start: bool = False
    unknown_end: bool = False
    uncertain: bool = False
    """Perhaps (EDTF `?`): drawn open."""
    about_start: bool = False
    """The beginning is approximate (EDTF `~`): drawn fading."""
    about_end: bool = False
    parts: tuple["Span", ...] = ()
    """The choices of a one-of or all-of."""
    likely: int | None = None
    """The day of a one-of that is the likeliest: its dot is filled."""


@dataclass(frozen=True)
class Window:
    """The days a drawing shows, both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a window from day {self.first} to day {self.last} is empty")

    @property
    def days(self) -> int:
        """How many days are shown."""
        return self.last - self.first + 1


class Unit(StrEnum):
    """The step between two ticks of a time axis."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True)
class Ticks:
    """Where a time axis has its lines; the caller words them."""

    unit: Unit
    """What one step is, so that the caller knows how to word a tick."""
    step: int
    """How many units lie between two ticks."""
    days: tuple[int, ...]
    """The first day of each, all inside the window, rising."""


@dataclass(frozen=True)
class Tick:
    """A line of a time axis with its word."""

    day: int
    label: str


@dataclass(frozen=True)
class Lane:
    """A band of a timeline that keeps some events together."""

    key: str
    label: str


@dataclass(frozen=True)
class Event:
    """One row of a timeline."""

    span: Span
    label: str
    lane: str = ""
    """The key of its lane."""
    href: str = ""
    """Where a click leads; no link if empty."""
    title: str = ""
    """What a screen reader or a hovering mouse is told; the label if empty."""


class Sharp(StrEnum):
    """How sharp a figure is."""

    EXACT = "exact"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    ABOUT = "about"
    BETWEEN = "between"
    PERHAPS = "perhaps"


@dataclass(frozen=True)
class Figure:
    """One row of a drawing of figures: bounds, sharpness and the words beside the mark."""

    low: float | None
    high: float | None
    sharp: Sharp
    label: str


@dataclass(frozen=True)
class Axis:
    """How the ticks of a figure's axis are worded."""

    format: Callable[[float], str]
    """Words for a round number, such as "200,000" or "2m"."""


class Role(StrEnum):
    """What a point of a family tree stands for."""

    ORIGIN = "origin"
    """Somebody who could know."""
    ORIGIN_NOT_SEEN = "origin-not-seen"
    """An origin that is known from its copies; its own publication was not found: a broken ring around the dot."""
    ORIGIN_NOT_FOUND = "origin-not-found"
    """Somebody must have said it first; nobody was found: a broken ring."""
    REPORT = "report"
    REPORT_NOT_FOUND = "report-not-found"
    """A report that is spoken of but was not seen, or one whose own origin is not established."""


@dataclass(frozen=True)
class Node:
    """A point of a family tree."""

    key: str
    label: str
    note: str = ""
    """A second, softer line."""
    role: Role = Role.REPORT
    href: str = ""


class Way(IntEnum):
    """How well a thread is known; a better one covers a worse one."""

    POSSIBLE = 0
    """The way is not established: the thread is broken."""
    VIA = 1
    """It is recorded, and nobody read it in the one who repeated: the thread is dotted."""
    READ = 2


@dataclass(frozen=True)
class Edge:
    """A thread from the one who was repeated to the one who repeated."""

    source: str
    target: str
    way: Way = Way.READ


@dataclass(frozen=True)
class Place:
    """A point or disc of a map."""

    label: str
    longitude: float
    latitude: float
    radius: float = 0.0
    """Metres within which the true position lies; 0 if the point is exact."""
    note: str = ""
    """A second, softer line, such as the name in another script."""
    note_language: str = ""
    """The note's language tag (BCP 47), if it is not the page's."""
    perhaps: bool = False
    """Drawn open: it may be somewhere else altogether."""
    href: str = ""
    id: str = ""
    """What a script knows it by."""


@dataclass(frozen=True)
class Extent:
    """A rectangle of the earth in degrees; east may exceed 180 where the rectangle crosses the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Country:
    """A country as the base map knows it."""

    iso: str
    """ISO 3166-1 numeric code with three digits; empty where there is none."""
    name: str
    """English name as Natural Earth writes it."""
