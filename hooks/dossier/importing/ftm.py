"""FollowTheMoney entities to actors, places, events and sources; what joins two of them becomes a relation (`ties`).

Schemata and properties after followthemoney/schema/*.yaml. Every property there is a list; where the dossier has one
value, the first is taken. What identifies a person beyond name and office is reported and not carried: a dossier is
published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from .days import UNKNOWN
from .desk import Desk, Fields
from .given import LATER, host_of, shortened, stand_in, unread
from .jsons import Json
from .positions import position_of
from .properties import Kinds, cited, date_of, first_of, note_of, pointed, span_of
from .record import Record, record_of
from .tags import language_of
from .ties import TIES, by_owner, tie
from .wording import one_line, plain, web

_ACTORS: Final = {
    "Person": "person",
    "Company": "organization",
    "Organization": "organization",
    "LegalEntity": "organization",
    "PublicBody": "public-body",
}
_SOURCES: Final = {
    "Document": "report", "Pages": "report", "PlainText": "report", "Article": "news", "Video": "video",
    "HyperText": "web-page", "Table": "dataset", "Workbook": "dataset", "Email": "statement", "Message": "statement",
    "Audio": "report", "Image": "report", "Page": "report",
}  # fmt: skip
KINDS: Final = {
    **dict.fromkeys(_ACTORS, "actors"), **dict.fromkeys(_SOURCES, "sources"), "Address": "places", "Event": "events",
}  # fmt: skip
_OTHER_NAMES: Final = {"name": "", "alias": "alias", "weakAlias": "weak alias", "previousName": "earlier name"}
_PRIVATE: Final = (
    "birthDate", "birthPlace", "birthCountry", "email", "phone", "idNumber", "passportNumber", "socialSecurityNumber",
    "taxNumber", "innCode", "religion", "ethnicity", "iban", "address",
)  # fmt: skip
_WHY_PRIVATE: Final = (
    "it tells of a person or where they can be reached, and a dossier is published; add it if it matters"
)
_ROLE: Final = "imported, part not yet described"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: its own id, its schema, its record, and the id it has in the dossier; none for what joins two."""

    key: str
    schema: str
    record: Record
    id: str = ""


def is_ftm(value: Json) -> bool:
    """Tell whether a value is an entity, or a list that begins with one."""
    first = value[0] if isinstance(value, list) and value else value
    return (
        isinstance(first, dict) and {"schema", "properties"} <= first.keys() and isinstance(first["properties"], dict)
    )


def from_ftm(value: Json, desk: Desk) -> None:
    """Take every entity, in any order: ids are given first, so that each may point at any other."""
    items = value if isinstance(value, list) else [value]
    entities = [_entity(number, item, desk) for number, item in enumerate(items, 1)]
    by_key = {entity.key: entity for entity in entities if entity.id}
    kinds = {entity.key: (KINDS[entity.schema], entity.id) for entity in by_key.values()}
    joining = [entity for entity in entities if entity.schema in TIES]
    ties = by_owner([found for one in joining if (found := tie(one.record, one.schema, kinds, desk))])
    for entity in entities:
        if entity.schema in _ACTORS:
            _actor(entity, desk, ties.get(entity.id, []), kinds)
        elif entity.schema in _SOURCES:
            _source(entity, desk)
        elif entity.schema == "Address":
            _address(entity, desk, kinds)
        elif entity.schema == "Event":
            _event(entity, desk, kinds)
        elif entity.schema not in TIES:
            desk.refuse(entity.record, f"the dossier has no kind of entry for `{entity.schema or 'no schema'}`")
        for name in _PRIVATE:
            entity.record.leave(_WHY_PRIVATE, "properties", name)
        desk.close(entity.record)


def _entity(number: int, item: Any, desk: Desk) -> Entity:
    record = record_of(f"entity {number}", item)
    key, schema = record.get("id"), record.get("schema")
    record.label = f"entity {number} ({key})" if key else record.label
    if schema not in KINDS:
        return Entity(key, schema, record)
    kind = KINDS[schema]
    record.take(f"{kind}.id", "id")
    record.take(f"{kind}.type", "schema")
    url = record.get("properties", "sourceUrl", 0) if kind == "sources" else ""
    words = _name(record) or key or f"{schema} {number}"
    return Entity(key, schema, record, desk.claim_id(kind, key or words, words, addresses=[url] if url else []))


def _name(record: Record) -> str:
    names = ("name", "title", "full", "subject", "fileName", "city")
    return next((found for name in names if (found := record.get("properties", name, 0))), "")


def _actor(entity: Entity, desk: Desk, relations: list[Fields], kinds: Kinds) -> None:
    record = entity.record
    if entity.schema == "LegalEntity":
        record.change("a legal entity may be a person or an organization; `organization` was written", "schema")
    fields = {
        "id": entity.id,
        "type": _ACTORS[entity.schema],
        "label": first_of(record, "actors.label", "name") or one_line(entity.key),
        "names": list(_names(record)),
        "role": first_of(record, "actors.role", "position", "summary") or _ROLE,
        "description": first_of(record, "actors.description", "description", "notes", long=True)
        or stand_in(desk.options.name),
        "active": span_of(record, desk, "actors.active", "incorporationDate", "dissolutionDate"),
        "relations": relations,
        "note": note_of(record, "actors.note"),
        "citations": cited(record, desk, kinds, "actors"),
        **LATER,
    }
    desk.add(record, "actors", fields)


def _names(record: Record) -> Iterator[Fields]:
    for name, use in _OTHER_NAMES.items():
        for number in record.items("properties", name):
            if (name, number) == ("name", 0):
                continue
            if text := plain(record, "actors.names", "properties", name, number):
                yield {"text": text, "language": "und", "use": f"{use} in the imported file".strip()}


def _source(entity: Entity, desk: Desk) -> None:
    record = entity.record
    title = first_of(record, "sources.title", "title", "subject", "name", "fileName")
    url = web(record, "sources.url", "properties", "sourceUrl", 0)
    publisher = first_of(record, "sources.publisher", "publisher")
    fields = {
        "id": entity.id,
        "type": _SOURCES[entity.schema],
        "title": title,
        "short": shortened(publisher or title or (host_of(url) if url else one_line(entity.key)), 40),
        "author": [
            plain(record, "sources.author", "properties", "author", at) for at in record.items("properties", "author")
        ],
        "publisher": publisher,
        "issued": date_of(record, desk, "sources.issued", "publishedAt", "date", "authoredAt"),
        "url": url,
        "language": language_of(record, "sources.language", "properties", "language", 0)
        or desk.options.language
        or "und",
        "retrieved": date_of(record, desk, "sources.retrieved", "retrievedAt"),
        **unread(desk.options.name),
        "note": note_of(record, "sources.note"),
    }
    desk.add(record, "sources", fields)


def _address(entity: Entity, desk: Desk, kinds: Kinds) -> None:
    record = entity.record
    parts = ("street", "street2", "postalCode", "city", "region", "state", "country")
    label = first_of(record, "places.label", "full", "name")
    if not label:
        label = ", ".join(filter(None, (first_of(record, "places.label", part) for part in parts)))
    fields = {
        "id": entity.id,
        "type": "site",
        "label": label or one_line(entity.key),
        "position": _position(record, desk),
        "admin": ", ".join(
            filter(None, (first_of(record, "places.admin", part) for part in ("region", "state", "country")))
        ),
        "description": first_of(record, "places.description", "summary", "remarks", long=True)
        or stand_in(desk.options.name),
        "note": note_of(record, "places.note"),
        "citations": cited(record, desk, kinds, "places"),
        **LATER,
    }
    desk.add(record, "places", fields)


def _position(record: Record, desk: Desk) -> Fields:
    lat, lon = (first_of(record, "places.position", name) for name in ("latitude", "longitude"))
    if not (lat and lon):
        record.give_back("places.position", "a position needs latitude and longitude")
        return {}
    try:
        return position_of(desk, record, lat, lon, 0, ("properties", "latitude", 0))
    except ValueError as error:
        record.give_back("places.position", f"no position: {error}")
        return {}


def _event(entity: Entity, desk: Desk, kinds: Kinds) -> None:
    record = entity.record
    when = span_of(record, desk, "events.when", "startDate", "endDate") or date_of(record, desk, "events.when", "date")
    fields = {
        "id": entity.id,
        "title": first_of(record, "events.title", "name", "summary") or one_line(entity.key),
        "when": when or UNKNOWN,
        "theme": desk.options.theme or "Imported",
        "place": next(iter(pointed(record, "events.place", "addressEntity", kinds, "places")), ""),
        "participants": [
            {"actor": id_, "role": role}
            for name, role in (("organizer", "organizer"), ("involved", "involved"))
            for id_ in pointed(record, "events.participants", name, kinds, "actors")
        ],
        "text": first_of(record, "events.text", "description", "summary", "notes", long=True)
        or stand_in(desk.options.name),
        "note": note_of(record, "events.note"),
        "citations": cited(record, desk, kinds, "events"),
        **LATER,
    }
    desk.add(record, "events", fields)
