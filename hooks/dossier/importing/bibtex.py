"""BibTeX and BibLaTeX to sources: parsed by bibtexparser, put into the variables of CSL.

Why this parser: it goes on after a broken entry and says where it stands, keeps what stands twice, and needs one
package more (pylatexenc, which turns TeX's accents into letters). Entry types and fields after the BibLaTeX manual.
"""

from typing import Any, Final

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    Field,
    ParsingFailedBlock,
    Preamble,
)

from .days import of_parts
from .desk import Desk
from .jsons import free_name
from .record import Record, Route, record_of
from .sources import take_source

_TYPES: Final = {
    "article": "article-journal", "periodical": "periodical", "book": "book", "mvbook": "book", "collection": "book",
    "proceedings": "book", "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter",
    "bookinbook": "chapter",
    "inreference": "entry-encyclopedia", "reference": "book", "inproceedings": "paper-conference",
    "conference": "paper-conference", "manual": "report", "report": "report", "techreport": "report",
    "online": "webpage",
    "electronic": "webpage", "www": "webpage", "dataset": "dataset", "video": "motion_picture",
    "movie": "motion_picture",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "unpublished": "manuscript",
    "letter": "personal_communication", "legislation": "legislation", "jurisdiction": "legal_case", "misc": "document",
}  # fmt: skip
_FIELDS: Final = {
    "title": "title", "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "howpublished": "medium", "url": "URL", "doi": "DOI", "langid": "language",
    "language": "language", "note": "note", "annote": "annote", "abstract": "abstract", "volume": "volume",
    "number": "issue", "issue": "issue", "pages": "page", "isbn": "ISBN", "issn": "ISSN", "edition": "edition",
    "address": "publisher-place", "location": "publisher-place", "series": "collection-title",
    "chapter": "chapter-number",
    "pagetotal": "number-of-pages", "version": "version", "type": "genre", "eventtitle": "event-title",
    "venue": "event-place", "keywords": "keyword", "origtitle": "original-title", "library": "call-number",
}  # fmt: skip
_PEOPLE: Final = {"author": "author", "editor": "editor", "translator": "translator"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def from_bibtex(text: str, desk: Desk) -> None:
    """Take every entry; what could not be parsed is reported whole, with its line."""
    stack = [
        middlewares.ResolveStringReferencesMiddleware(allow_inplace_modification=True),
        middlewares.RemoveEnclosingMiddleware(allow_inplace_modification=True),
        middlewares.LatexDecodingMiddleware(allow_inplace_modification=True),
    ]
    library = parse_string(text, parse_stack=stack)
    for block in library.blocks:
        _take(block, desk)


def _take(block: Block, desk: Desk) -> None:
    line = f"line {(block.start_line or 0) + 1}"
    if isinstance(block, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock):
        entry = block.ignore_error_block
        if isinstance(entry, Entry):
            _entry(entry, line, desk)
    elif isinstance(block, Entry):
        _entry(block, line, desk)
    elif isinstance(block, ParsingFailedBlock):
        why = getattr(block.error, "abort_reason", "") or str(block.error)
        _whole(line, block.raw or "", f"it could not be read: {why}", desk)
    elif isinstance(block, ExplicitComment):
        _whole(f"comment in {line}", block.comment, "a comment of the bibliography", desk)
    elif isinstance(block, Preamble):
        _whole(f"preamble in {line}", str(block.value), "instructions for TeX", desk)


def _whole(label: str, text: str, why: str, desk: Desk) -> None:
    record = record_of(label, {"text": text})
    desk.refuse(record, " ".join(why.split()))
    desk.close(record, " ".join(why.split()))


def _entry(entry: Entry, line: str, desk: Desk) -> None:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields[free_name(field.key.lower(), fields)] = _text(field)
    leaves: dict[Route, str] = {("id",): entry.key}
    names: dict[Route, str] = {("id",): "key", ("type",): "entry type"}
    leaves["type",] = _type(entry.entry_type.lower(), fields)
    for name, value in fields.items():
        if value.strip():
            route: Route = (_PEOPLE.get(name) or _FIELDS.get(name) or name,)
            route = (name,) if route in leaves else route
            leaves[route], names[route] = value.strip(), name
    record = Record(f"{entry.key} ({line})", leaves, lambda route: names.get((route[0],), str(route[0])))
    _spread_people(record)
    _join_date(record)
    take_source(record, desk)


def _text(field: Field) -> str:
    return str(field.value).replace("{", "").replace("}", "")


def _type(entry_type: str, fields: dict[str, Any]) -> str:
    """Return the type in CSL; BibLaTeX says with `entrysubtype` that an article stood in a newspaper or magazine."""
    part = str(fields.get("entrysubtype", "")).lower()
    if entry_type == "article" and part in ("newspaper", "magazine"):
        del fields["entrysubtype"]
        return f"article-{part}"
    return _TYPES.get(entry_type, entry_type)


def _spread_people(record: Record) -> None:
    """Put each person under a number of their own; BibTeX writes `Family, Given and Other, Person`."""
    for name in set(_PEOPLE.values()):
        value = record.leaves.pop((name,), "")
        for number, person in enumerate(part.strip() for part in value.split(" and ") if part.strip()):
            family, comma, given = person.partition(",")
            record.leaves[name, number, "literal"] = f"{given.strip()} {family.strip()}" if comma else person


def _join_date(record: Record) -> None:
    """Put the date under `issued`, as EDTF where it is one: BibLaTeX has `date`, BibTeX `year`, `month` and `day`."""
    if ("urldate",) in record.leaves:
        record.leaves["accessed",] = record.leaves.pop(("urldate",))
    if ("date",) in record.leaves:
        record.leaves["issued",] = record.leaves.pop(("date",))
        return
    year, month, day = (record.leaves.get((name,), "") for name in ("year", "month", "day"))
    number = str(_MONTHS.index(month[:3].lower()) + 1) if month[:3].lower() in _MONTHS else month
    try:
        record.leaves["issued",] = of_parts(year, number, day)
    except ValueError:
        if year and not (month or day):
            record.leaves["issued",] = record.leaves.pop(("year",))
        return
    for name in ("year", "month", "day"):
        record.leaves.pop((name,), None)
