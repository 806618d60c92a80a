"""What several kinds of FollowTheMoney entities say in the same way: values, dates, pointers, the rest by name."""

from typing import Final

from .days import between
from .desk import Desk, Fields
from .given import citation, date
from .record import Record
from .wording import inert, plain, prose

_DETAILS: Final = (
    "country", "jurisdiction", "nationality", "mainCountry", "legalForm", "status", "sector", "registrationNumber",
    "leiCode", "wikidataId", "wikipediaUrl", "website", "sourceUrl", "publisher", "publisherUrl", "position",
    "political", "topics", "keywords", "location", "mimeType", "fileName",
)  # fmt: skip

Kinds = dict[str, tuple[str, str]]
"""Id of an entity → the kind and the id of its entry."""


def first_of(record: Record, to: str, *names: str, long: bool = False) -> str:
    """Take the first value of the first of these properties that has one."""
    name = next((name for name in names if record.below("properties", name)), "")
    number = next(iter(record.items("properties", name)), 0) if name else 0
    return (prose if long else plain)(record, to, "properties", name, number) if name else ""


def pointed(record: Record, to: str, name: str, kinds: Kinds, kind: str) -> list[str]:
    """Take the entities a property points at, as the ids of their entries; what is not there is left."""
    found = []
    for number in record.items("properties", name):
        key = record.take(to, "properties", name, number)
        if kinds.get(key, ("", ""))[0] == kind:
            found.append(kinds[key][1])
        else:
            record.leave(f"the input has no such entity that became one of the {kind}", "properties", name, number)
    return found


def cited(record: Record, desk: Desk, kinds: Kinds, kind: str) -> list[Fields]:
    """Return the citations of an entry: the documents that prove it, if the input has them, or the file itself."""
    proofs = pointed(record, f"{kind}.citations", "proof", kinds, "sources")
    return [{"source": id_} for id_ in proofs] or citation(desk, record)


def date_of(record: Record, desk: Desk, to: str, *names: str) -> str:
    name = next((name for name in names if record.get("properties", name, 0)), "")
    return date(desk, record, to, "properties", name, 0) if name else ""


def span_of(record: Record, desk: Desk, to: str, start: str, end: str) -> str:
    first, last = date_of(record, desk, to, start), date_of(record, desk, to, end)
    try:
        return between(first, last) if last else first
    except ValueError as error:
        record.leave(f"no date: {error}", "properties", end)
        return first


def note_of(record: Record, to: str) -> str:
    """Return what has no field of its own, each by its name."""
    said = []
    for name in _DETAILS:
        routes = [route for route in record.below("properties", name) if route not in record.taken]
        values = [inert(text) for route in routes if (text := plain(record, to, *route))]
        if values:
            said.append(f"{name} {', '.join(values)}")
    return f"As imported: {'; '.join(said)}." if said else ""
