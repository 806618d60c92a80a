"""Rows of any table to entries of one kind, by the columns an editor named for the fields."""

import re
from collections.abc import Mapping
from typing import Final

from ..model.words import ActorKind, PlaceKind, SourceType, Word
from ..problem import did_you_mean
from .columns import FIELDS, NEEDED, kind_named
from .days import UNKNOWN, between
from .decode import Unusable
from .desk import Desk, Fields
from .given import LATER, citation, date, host_of, shortened, stand_in, unread
from .keys import same_address
from .positions import position_of, radius_in
from .record import Lost, Record, Route
from .tables import Table, record_of_row
from .tags import language_of
from .wording import plain, prose, web

_ADDRESSES: Final = ("url", "archived_url")
_DATES: Final = ("when", "until", "issued", "retrieved", "asserted_at")
_TYPES: Final[Mapping[str, type[Word]]] = {"sources": SourceType, "actors": ActorKind, "places": PlaceKind}
_IN_POSITION: Final = ("lat", "lon", "radius")
_WORDS: Final = {
    "events": ("title", "when"), "sources": ("title", "issued"), "actors": ("label",), "places": ("label",),
    "claims": ("text",), "terms": ("label",), "questions": ("question",),
}  # fmt: skip
"""Of which fields the id of an entry is made, where no column gives one."""


def from_table(table: Table, desk: Desk) -> None:
    """Take every row. Raises Unusable where a field or a column that was named does not exist."""
    kind = kind_named(desk.options.kind)
    _check(table, desk, kind)
    for row in table.rows:
        record = record_of_row(row, {name: (name,) for name in row.cells})
        for field, value in desk.options.fixed.items():
            record.leaves["=", field] = value
        _entry(record, kind, desk)
        for field in desk.options.fixed:
            record.taken.pop(("=", field), None)
            record.leaves.pop(("=", field), None)
        desk.close(record, "no field was named for this column")


def _check(table: Table, desk: Desk, kind: str) -> None:
    known = FIELDS.get(kind)
    if known is None:
        raise Unusable(
            f"no kind of entry is called `{desk.options.kind}`",
            did_you_mean(desk.options.kind, FIELDS) or f"expected one of {', '.join(FIELDS)}",
        )
    for field in (*desk.options.columns, *desk.options.fixed):
        if field not in known and not (field == "language" and kind == "sources"):
            raise Unusable(
                f"no column can go to `{field}` of {kind}",
                did_you_mean(field, known) or f"expected one of {', '.join(known)}",
            )
    for column in desk.options.columns.values():
        if column not in table.columns:
            raise Unusable(
                f"the table has no column “{column}”",
                did_you_mean(column, table.columns) or f"it has {', '.join(table.columns)}",
            )
    named = {*desk.options.columns, *desk.options.fixed}
    for field in (NEEDED[kind], *(("type",) if kind == "actors" else ())):
        if field not in named:
            choice = f"`--set {field}=…` ({', '.join(ActorKind)})" if field == "type" else f"`--map {field}=COLUMN`"
            raise Unusable(
                f"every one of the {kind} needs a `{field}`, and no column was named for it", f"add {choice}"
            )


def _entry(record: Record, kind: str, desk: Desk) -> None:
    if not _at(record, desk, NEEDED[kind]):
        desk.refuse(record, f"its `{NEEDED[kind]}` is empty")
        return
    told = {field: _told(record, kind, field, desk) for field in FIELDS[kind] if field not in _IN_POSITION}
    own = told.pop("id", "")
    url = told.get("url", "")
    words = (own,) if own else tuple(told[field] for field in _WORDS[kind])
    key = own or "\n".join(value for _, value in sorted(record.leaves.items(), key=str))
    fields: Fields = {"id": desk.claim_id(kind, key, *words, addresses=[url] if url else [])}
    fields |= _shaped(record, kind, told, desk)
    desk.add(record, kind, fields)


def _at(record: Record, desk: Desk, field: str) -> Route:
    """Return the route of what a field is to have: a column, or the value for every row; nothing if neither."""
    column = desk.options.columns.get(field, "")
    if record.get(column) and (column,) not in record.gone:
        return (column,)
    return ("=", field) if record.get("=", field) else ()


def _told(record: Record, kind: str, field: str, desk: Desk) -> str:
    """Take what the row says for a field, in the form of that field."""
    route, to = _at(record, desk, field), f"{kind}.{field}"
    if not route:
        return ""
    if field in _DATES:
        return date(desk, record, f"{kind}.when" if field == "until" else to, *route)
    if field in _ADDRESSES:
        return web(record, to, *route)
    if field == "language":
        return language_of(record, to, *route)
    if field == "type":
        return _type(record, kind, route)
    long = field in ("text", "note", "detail", "would_settle") or (field == "description" and kind != "sources")
    long = long and not (field == "text" and kind == "claims")
    to = f"{kind}.citations" if field == "source" else to
    return record.take(to, *route) if field == "id" else (prose if long else plain)(record, to, *route)


def _type(record: Record, kind: str, route: Route) -> str:
    """Take a type by its word or its label; one that the dossier does not have is left, with the nearest."""
    given = record.take(f"{kind}.type", *route)
    words = {name.casefold(): str(word) for word in _TYPES[kind] for name in (str(word), word.label)}
    found = words.get(given.casefold(), "")
    if not found:
        known = [str(word) for word in _TYPES[kind]]
        record.leave(did_you_mean(given, known) or f"no such type; expected one of {', '.join(known)}", *route)
    return found


def _shaped(record: Record, kind: str, told: Mapping[str, str], desk: Desk) -> Fields:
    """Return the fields of an entry, with what it needs and the row does not say."""
    found: Fields = {name: value for name, value in told.items() if value}
    until, source = found.pop("until", ""), found.pop("source", "")
    found |= LATER
    stand = stand_in(desk.options.name)
    if kind == "sources":
        return {**_source(record, found, desk), **{k: v for k, v in found.items() if k not in ("author", "type")}}
    found["citations"] = _citations(record, kind, source, desk)
    if kind == "events":
        theme = desk.options.theme or found.get("theme") or "Imported"
        return {"text": stand, **found, "theme": theme, "when": _until(record, desk, found.get("when", ""), until)}
    if kind == "claims":
        attribution = {"voice": "unnamed", "reasoning": f"{stand[:-1]}: who says it was not recorded."}
        return {**found, "asserted_by": attribution}
    if kind == "questions":
        return {"text": stand, "would_settle": "Imported, and not yet thought about.", **found}
    if kind == "actors":
        names = [{"text": name, "language": "und"} for name in _several(found.pop("names", ""))]
        return {"role": "imported, part not yet described", "description": stand, **found, "names": names}
    extra: Fields = (
        {"type": found.get("type") or "site", "position": _position(record, desk)} if kind == "places" else {}
    )
    return {"description": stand, **found, **extra}


def _source(record: Record, found: Fields, desk: Desk) -> Fields:
    url = found.get("url", "")
    who = found.get("publisher") or (host_of(url) if url else found.get("title", ""))
    if not found.get("type"):
        how = f"no column says it; `{'web-page' if url else 'report'}` was written, please check"
        record.lost.append(Lost("type", "", how, whole=False))
    return {
        "type": found.get("type") or ("web-page" if url else "report"),
        "short": shortened(", ".join(filter(None, (shortened(who, 34), str(found.get("issued", ""))[:4]))), 40),
        "author": _several(found.get("author", "")),
        "language": desk.options.language or "und",
        **unread(desk.options.name),
    }


def _until(record: Record, desk: Desk, start: str, end: str) -> str:
    """Return a date from two columns."""
    try:
        return between(start, end) if end else start or UNKNOWN
    except ValueError as error:
        record.leave(f"no date: {error}", *_at(record, desk, "until"))
        return start or UNKNOWN


def _several(text: str) -> list[str]:
    """Return the names in a cell, which are parted by semicolons: a comma may be inside one."""
    return [part for part in (part.strip() for part in re.split(r"[;|]", text)) if part]


def _citations(record: Record, kind: str, given: str, desk: Desk) -> list[Fields]:
    """Return what an entry cites: the source or the address its row names, and if it names none the file."""
    claimed = {"stance": "states", "bears_on": "said"} if kind == "claims" else {}
    if given and desk.has("sources", given):
        return [{"source": given, **claimed}]
    if given.startswith(("https://", "http://")):
        url = web(record, f"{kind}.citations", *_at(record, desk, "source"))
        fields = {
            "id": desk.claim_id("sources", same_address(url), same_address(url), addresses=[url]) if url else "",
            "type": "web-page",
            "description": f"A page that an imported table names as a source: {shortened(same_address(url), 90)}",
            "short": host_of(url),
            "url": url,
            "language": desk.options.language or "und",
            **unread(desk.options.name),
        }
        if url and desk.add(record, "sources", fields):
            return [{"source": fields["id"], **claimed}]
    elif given:
        why = "neither the id of a source of this dossier nor a web address; the file is cited instead"
        record.leave(why, *_at(record, desk, "source"))
    return [{**one, **claimed} for one in citation(desk, record)]


def _position(record: Record, desk: Desk) -> Fields:
    lat, lon = (_coordinate(record, desk, name) for name in ("lat", "lon"))
    route = _at(record, desk, "radius")
    radius = radius_in(record, "places.position", *route) if route else 0
    if not (lat and lon):
        record.give_back("places.position", "a position needs latitude and longitude")
        return {}
    try:
        return position_of(desk, record, lat, lon, radius, _at(record, desk, "lat"))
    except ValueError as error:
        record.give_back("places.position", f"no position: {error}")
        return {}


def _coordinate(record: Record, desk: Desk, name: str) -> str:
    """Take a latitude or longitude; a decimal comma becomes a point."""
    route = _at(record, desk, name)
    text = record.take("places.position", *route) if route else ""
    return text.replace(",", ".") if re.fullmatch(r"-?\d+,\d+", text) else text
