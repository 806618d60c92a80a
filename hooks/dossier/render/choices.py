"""What the rows of a list can be chosen and sorted by, as values: for the form above a list and for its rows.

Everything is worked out here, once, at build time; assets/js/choose.js only compares what the rows carry in their
`data-` attributes with what a reader chose, so a new way to choose needs no new script.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from ..analysis import Count
from ..dates import Day, When
from ..prose import attribute
from ..voice import Voice

Values = Mapping[str, Sequence[str]]
"""For each facet the values that one row has; none, one or several."""

META: Final[Mapping[str, Sequence[str]]] = {"scripts": ["choose"], "sheets": ["choose"]}
"""What the front matter of a page with such a form says."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value a reader may choose: as the address has it, in words, and how many rows have it."""

    value: str
    label: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that rows can be chosen by; `key` names it in the address."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The form above a list of entries of one kind."""

    kind: str
    said: str
    """How many rows are shown, with `{n}` and `{total}` to be filled in."""
    total: str
    facets: tuple[Facet, ...]
    sorts: tuple[Option, ...] = ()
    """In the order in which `ranks` has them."""
    days: tuple[str, str] | None = None
    """The first and the last day of the list, where its rows can be chosen by day; empty where that side is open."""
    views: bool = True
    """Whether rows can be shown in full and in one line."""
    part: bool = False
    """Whether the list goes on, on other pages."""

    @property
    def all(self) -> str:
        """What is said before anything is chosen."""
        return self.said.format(n=self.total, total=self.total)


def facets(rows: Sequence[Values], *wanted: tuple[str, str, Mapping[str, str]]) -> tuple[Facet, ...]:
    """Return the facets that divide these rows; each is wanted by key, label, and the words of its values in order."""
    return tuple(_facets(rows, wanted))


def _facets(rows: Sequence[Values], wanted: Sequence[tuple[str, str, Mapping[str, str]]]) -> Iterator[Facet]:
    for key, label, words in wanted:
        counted = Counter(value for row in rows for value in dict.fromkeys(row[key]))
        options = tuple(Option(value, said, counted[value]) for value, said in words.items() if counted[value])
        if any(option.count < len(rows) for option in options):
            yield Facet(key, label, options)


def named(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return ids with their names, by name."""
    return dict(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0])))


def ranks(*columns: Sequence[Any]) -> list[tuple[int, ...]]:
    """Return for each row its place in each order, counted from 0; rows that are level keep the order they have."""
    places = []
    for column in columns:
        order = sorted(range(len(column)), key=column.__getitem__)
        places.append({row: place for place, row in enumerate(order)})
    return [tuple(place[row] for place in places) for row in range(len(columns[0]))]


def row_data(id_: str, values: Values, *, ranks: Sequence[int] = (), days: Sequence[str] = ()) -> Markup:
    """Return the attributes of a row: its id, its values, its places in the orders, the days it may fall on."""
    said = {key: " ".join(found) for key, found in values.items()}
    said |= {"rank": " ".join(map(str, ranks)), "when": " ".join(days)}
    filled = "".join(f' data-{key}="{attribute(value)}"' for key, value in said.items() if value)
    return Markup(f'data-row="{id_}"{filled}')


def value_of(text: str) -> str:
    """Return free text as one value of a row, which has no space in it."""
    return "-".join(text.casefold().split())


ORIGINS: Final = ("none", "one", "maybe", "more")


def origins_value(count: Count) -> str:
    """Return how many origins a claim has, as one of `ORIGINS`."""
    if not count.reports:
        return "none"
    if count.at_most == 1:
        return "one"
    return "maybe" if count.at_least < 2 else "more"


def origins_words(voice: Voice) -> Mapping[str, str]:
    """Return the words for `ORIGINS`."""
    return {
        "none": voice.text("No report found"),
        "one": voice.text("One origin"),
        "maybe": voice.text("One origin, perhaps more"),
        "more": voice.text("Two origins or more"),
    }


def days_of(when: When) -> tuple[str, ...]:
    """Return the runs of days on which something may have happened, as `first/last`; an open side is empty."""
    return tuple(f"{_iso(first)}/{_iso(last)}" for first, last in when.choices or ((when.earliest, when.latest),))


def window_of_days(dates: Sequence[When]) -> tuple[str, str]:
    """Return the first and the last day of some dates, as a date field has them; empty where there is none."""
    known = [day for when in dates for day in (when.earliest, when.latest) if day and 0 < day[0] <= 9999]
    return (_iso(min(known)), _iso(max(known))) if known else ("", "")


def _iso(day: Day | None) -> str:
    """Return a day so that text order is time order; years no date field can hold stand outside of them."""
    if day is None:
        return ""
    if not 0 < day[0] <= 9999:
        return "0000-01-01" if day[0] < 1 else "9999-12-31"
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
