"""A bibliographic record to a source, in the variables of CSL; BibTeX and others are first put into these.

Variables after the CSL 1.0.2 specification and its schema for input (csl-data.json). What has no field of its own, such
as volume and pages, goes into the note by its name, so that nothing of a reference is lost.
"""

from collections.abc import Iterator
from typing import Any, Final

from .days import between, checked, of_parts
from .desk import Desk
from .given import date, host_of, shortened, unread
from .jsons import Json
from .keys import doi_of, same_address
from .record import Lost, Record, record_of
from .tags import language_of
from .wording import inert, one_line, plain, prose, web

_TYPES: Final = {
    "article-newspaper": "news",
    "book": "book",
    "dataset": "dataset",
    "entry-encyclopedia": "reference",
    "motion_picture": "video",
    "report": "report",
    "webpage": "web-page",
}
_NEAREST: Final = {
    "article-magazine": "news",
    "broadcast": "video",
    "chapter": "book",
    "classic": "book",
    "collection": "book",
    "entry": "reference",
    "entry-dictionary": "reference",
    "hearing": "transcript",
    "interview": "transcript",
    "pamphlet": "release",
    "personal_communication": "statement",
    "post": "web-page",
    "post-weblog": "web-page",
    "speech": "statement",
}
_PEOPLE: Final = (
    "editor", "translator", "contributor", "director", "interviewer", "chair", "compiler", "container-author",
    "collection-editor", "editorial-director", "recipient", "reviewed-author", "producer", "performer", "organizer",
)  # fmt: skip
_DETAILS: Final = (
    "container-title", "collection-title", "collection-number", "volume", "issue", "page", "number", "number-of-pages",
    "number-of-volumes", "chapter-number", "edition", "version", "section", "part", "part-title", "genre", "medium",
    "publisher-place", "event", "event-title", "event-place", "archive", "archive_collection", "archive_location",
    "archive-place", "call-number", "authority", "jurisdiction", "status", "ISBN", "ISSN", "PMID", "PMCID", "keyword",
    "original-title", "original-publisher", "reviewed-title", "source", "journalAbbreviation", "container-title-short",
    "translated-title-short", "year-suffix", "scale", "dimensions",
)  # fmt: skip
_ABSTRACT: Final = "an abstract is the source's own words, at length; say in own words what it is worth (`verdict`)"
_SEASONS: Final = {"1": "21", "2": "22", "3": "23", "4": "24"}


def from_csl(value: Json, desk: Desk) -> None:
    """Take every item of CSL-JSON: a list, or one item alone, or the items of a Zotero export with a version."""
    items = value.get("items", value) if isinstance(value, dict) else value
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        key = item.get("id", item.get("citation-key", "")) if isinstance(item, dict) else ""
        take_source(record_of(f"item {number} ({key})" if key else f"item {number}", item), desk)


def take_source(record: Record, desk: Desk) -> None:
    """Make a source of a record in the variables of CSL, and end the record."""
    addresses = _addresses(record)
    title, authors = plain(record, "sources.title", "title"), _people(record, "author", "sources.author")
    issued = _date(record, "sources.issued", "issued", desk)
    publisher = _publisher(record)
    own = record.take("sources.id", "id") or record.take("sources.id", "citation-key")
    words = (own.rpartition("/")[2],) if own else (title or publisher or " ".join(addresses), issued)
    fields: dict[str, Any] = {
        "id": desk.claim_id("sources", own or "\n".join((title, issued, *authors)), *words, addresses=addresses),
        "type": _type(record),
        "title": title,
        "title_translation": plain(record, "sources.title_translation", "translated-title"),
        "short": _short(record, publisher, authors, title, issued)
        or (host_of(addresses[0]) if addresses else one_line(own)),
        "author": authors,
        "publisher": publisher,
        "issued": issued,
        "url": addresses[0] if addresses else "",
        "copies": addresses[1:],
        "language": language_of(record, "sources.language", "language") or desk.options.language or "und",
        "retrieved": _date(record, "sources.retrieved", "accessed", desk),
        **unread(desk.options.name),
        "note": _note(record),
    }
    if record.get("abstract"):
        record.leave(_ABSTRACT, "abstract")
    if not (title or addresses or own):
        desk.refuse(record, "it has no title, no address and no key, so nothing could be found by it")
    else:
        desk.add(record, "sources", fields)
    desk.close(record)


def _addresses(record: Record) -> list[str]:
    """Return the address of a record and of its DOI, the DOI first: it is made to last."""
    found = []
    doi = record.take("sources.url", "DOI")
    if doi and doi_of(doi):
        found.append(f"https://doi.org/{doi_of(doi)}")
    elif doi:
        record.leave("no DOI; expected one that starts with 10.", "DOI")
    url = web(record, "sources.copies" if found else "sources.url", "URL")
    return found + ([url] if url and same_address(url) not in map(same_address, found) else [])


def _type(record: Record) -> str:
    given = record.take("sources.type", "type")
    if given in _TYPES:
        return _TYPES[given]
    unsaid = "web-page" if record.get("URL") and given in ("", "document") else "report"
    nearest = _NEAREST.get(given, unsaid)
    if given:
        record.change(f"a source has no such type; `{nearest}` is the nearest, please check", "type")
    else:
        record.lost.append(
            Lost("type", "", f"the record has no type; `{nearest}` was taken, please check", whole=False)
        )
    return nearest


def _publisher(record: Record) -> str:
    """Return who published it: of an article the paper it stood in, of a page its site, else the publisher."""
    papers = ("article-newspaper", "article-magazine", "webpage", "post-weblog", "post", "broadcast")
    first, second = "publisher", "container-title"
    if record.get("type") in papers:
        first, second = second, first
    return plain(record, "sources.publisher", first) or plain(record, "sources.publisher", second)


def _short(record: Record, publisher: str, authors: list[str], title: str, issued: str) -> str:
    own = plain(record, "sources.short", "title-short") or plain(record, "sources.short", "shortTitle")
    if own:
        return own
    who = publisher or (authors[0] if authors else "")
    return ", ".join(filter(None, (shortened(who, 40), issued[:4]))) if who else shortened(title, 40)


def _people(record: Record, name: str, to: str) -> list[str]:
    """Return people as they are written: a literal name, or given name, particles, family name and suffix."""
    found = []
    for number in record.items(name):
        parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        whole = plain(record, to, name, number, "literal") or plain(record, to, name, number)
        found.append(whole or " ".join(filter(None, (plain(record, to, name, number, part) for part in parts))))
    return [*filter(None, found), *filter(None, [plain(record, to, name)])]


def _date(record: Record, to: str, name: str, desk: Desk) -> str:
    """Return a date variable in EDTF, from its parts or from any of its forms as text."""
    for form in ("edtf", "literal", "raw"):
        if record.get(name, form) and not record.below(name, "date-parts"):
            return date(desk, record, to, name, form)
    if record.get(name):
        return date(desk, record, to, name)
    try:
        return _of_parts(record, to, name)
    except ValueError as error:
        record.leave(f"no date: {error}", name)
        return ""


def _of_parts(record: Record, to: str, name: str) -> str:
    sides = []
    for side in record.items(name, "date-parts"):
        parts = [record.take(to, name, "date-parts", side, at) for at in record.items(name, "date-parts", side)]
        kept = [part for part in parts if part.lstrip("0")]
        if len(kept) != len(parts):
            record.change("a part that is 0 says nothing", name, "date-parts", side, len(kept))
        sides.append(of_parts(*kept[:3]))
    found = between(*sides) if len(sides) == 2 else "/".join(sides)
    season = record.get(name, "season")
    if season in _SEASONS and len(found) == 4:
        record.take(to, name, "season")
        found = checked(f"{found}-{_SEASONS[season]}")
    if record.get(name, "circa").lower() in ("true", "1") and found:
        record.take(to, name, "circa")
        found = checked("/".join(f"{side}~" for side in found.split("/")))
    return found


def _note(record: Record) -> str:
    said = [prose(record, "sources.note", "note"), *_details(record)]
    return "\n\n".join(filter(None, (said[0], f"As imported: {'; '.join(said[1:])}." if said[1:] else "")))


def _details(record: Record) -> Iterator[str]:
    """Yield what has no field of its own, each by its name."""
    for name in _PEOPLE:
        if people := _people(record, name, "sources.note"):
            yield f"{name} {inert(', '.join(people))}"
    for name in _DETAILS:
        if record.get(name) and (name,) not in record.taken and (said := plain(record, "sources.note", name)):
            yield f"{name} {inert(said)}"
