"""Which fields a column of a table can be for, and which columns look like which: a proposal, never a decision."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from .days import of_text
from .tables import Table

FIELDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "events": {
        "title": ("headline", "event", "name", "what"),
        "when": ("date", "day", "start", "start date", "time", "year", "issued"),
        "until": ("end", "end date", "to"),
        "text": ("description", "details", "summary", "body"),
        "theme": ("group", "category", "tag", "topic"),
        "place": ("place id",),
        "source": ("url", "link", "source url", "citation", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key", "unique id"),
    },
    "sources": {
        "title": ("headline", "name"),
        "url": ("link", "address", "web address", "doi"),
        "author": ("authors", "by", "writer", "byline"),
        "publisher": ("outlet", "publication", "newspaper", "site", "medium"),
        "issued": ("date", "published", "publication date", "year"),
        "type": ("kind",),
        "language": ("lang",),
        "archived_url": ("archive", "archive url", "archived"),
        "retrieved": ("accessed", "access date"),
        "short": ("short name", "short title"),
        "description": ("summary", "abstract"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key", "citation key"),
    },
    "actors": {
        "label": ("name", "full name", "person", "organization", "actor"),
        "type": ("kind",),
        "role": ("function", "position", "office", "job"),
        "description": ("bio", "about", "details", "summary"),
        "names": ("alias", "aliases", "other names"),
        "source": ("url", "link", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key",),
    },
    "places": {
        "label": ("name", "place", "location", "title"),
        "type": ("kind",),
        "lat": ("latitude", "y"),
        "lon": ("longitude", "lng", "long", "x"),
        "radius": ("accuracy", "precision", "uncertainty"),
        "description": ("details", "summary"),
        "admin": ("country", "region", "province", "state"),
        "source": ("url", "link", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key",),
    },
    "claims": {
        "text": ("claim", "statement", "title", "headline"),
        "asserted_at": ("date", "when", "said on"),
        "detail": ("details", "description", "explanation"),
        "source": ("url", "link", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key",),
    },
    "terms": {
        "label": ("term", "word", "name"),
        "description": ("definition", "meaning", "explanation"),
        "source": ("url", "link", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key",),
    },
    "questions": {
        "question": ("title", "headline"),
        "text": ("description", "details", "what was searched"),
        "would_settle": ("would settle it", "evidence", "answer"),
        "source": ("url", "link", "reference"),
        "note": ("notes", "comment", "remarks"),
        "id": ("key",),
    },
}
"""Kind → field → other words for it. `until`, `source`, `lat`, `lon` and `radius` are parts of fields, for a column."""
NEEDED: Final = {
    "events": "title", "sources": "title", "actors": "label", "places": "label", "claims": "text", "terms": "label",
    "questions": "question",
}  # fmt: skip
"""The field without which a row is no entry of its kind."""
_URL: Final = re.compile(r"https?://\S+")
_DATES: Final = ("when", "issued", "asserted_at")
_ADDRESSES: Final = ("url", "source")
_WHOLE_LIST: Final = ("events", "places", "sources", "claims", "actors", "terms", "questions")


def kind_named(word: str) -> str:
    """Return the kind a word names, in the singular or plural; nothing if it names none."""
    plain = word.strip().lower()
    return next((kind for kind in FIELDS if plain in (kind, kind.removesuffix("s"))), "")


def proposal(table: Table, kind: str, languages: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """Return the kind that fits a table best, or the one given, with the column that looks like each of its fields.

    `languages` are those in which months may be named.
    """
    dates = {name for name in table.columns if _dated(table, name, languages)}
    found = {one: dict(_matched(table, one, dates)) for one in ((kind,) if kind else _WHOLE_LIST)}
    if not kind and {"lat", "lon"} <= found["places"].keys():
        kind = "places"
    if not kind and {"title", "when"} <= found["events"].keys() and "author" not in found["sources"]:
        kind = "events"
    kind = kind or max(found, key=lambda one: (NEEDED[one] in found[one], len(found[one])))
    return kind, found[kind]


def _matched(table: Table, kind: str, dates: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each field with the column of its name, of another word for it, nearly of its name, or of such values."""
    free = dict.fromkeys(table.columns)
    fields = FIELDS[kind]
    found: dict[str, str] = {}
    exactly, nearly = 1.0, 0.84
    for own, others, near in ((True, False, exactly), (False, True, exactly), (True, True, nearly)):
        for field in fields:
            column = "" if field in found else _named((field,) * own + fields[field] * others, free, near)
            if column:
                found[field] = column
                del free[column]
    pages = {name for name in free if _most(table, name, lambda value: bool(_URL.fullmatch(value)))}
    for field in (*_DATES, *_ADDRESSES, NEEDED[kind]):
        looking = dates if field in _DATES else pages if field in _ADDRESSES else free
        column = next((name for name in free if name in looking), "")
        if field in fields and field not in found and column:
            found[field] = column
            del free[column]
    yield from found.items()


def _named(words: tuple[str, ...], columns: Mapping[str, None], near: float) -> str:
    bare = {_bare(column): column for column in reversed(list(columns))}
    for word in words:
        hit = get_close_matches(_bare(word), bare, n=1, cutoff=near)
        if hit:
            return bare[hit[0]]
    return ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _most(table: Table, column: str, fits: Callable[[str], bool]) -> bool:
    """Tell whether a column has values, and most of those of the first rows are of this sort."""
    values = [row.cells[column] for row in table.rows[:50] if column in row.cells]
    return bool(values) and sum(map(fits, values)) * 2 >= len(values)


def _dated(table: Table, column: str, languages: tuple[str, ...]) -> bool:
    """Tell whether a column mostly has dates; numbers alone are taken for years only where they may be some."""

    def fits(text: str) -> bool:
        try:
            return bool(of_text(text, "dmy", languages)) and not (text.isdecimal() and not 1000 <= int(text) < 2100)
        except ValueError:
            return False

    return _most(table, column, fits)
