"""TimelineJS to events: its JSON (`events`, `eras`, `title`) and the rows of its spreadsheet.

Field names after the documentation of TimelineJS3 (timeline.knightlab.com/docs/json-format.html) and its own reading of
spreadsheets (src/js/core/ConfigFactory.js). What it shows beside a slide, its `media`, shows and proves nothing: it
becomes a source that was not read, named in the note of the event.
"""

import re
from typing import Any, Final

from .days import UNKNOWN, between, clock_of, clock_of_text, of_parts
from .desk import Desk
from .given import LATER, citation, host_of, shortened, stand_in, unread
from .jsons import Json
from .keys import same_address
from .record import Record, Route, record_of
from .tables import Row, Table, record_of_row
from .wording import inert, plain, prose, web

NO_THEME: Final = "Imported"
_COLUMNS: Final[dict[str, Route]] = {
    "year": ("start_date", "year"),
    "month": ("start_date", "month"),
    "day": ("start_date", "day"),
    "time": ("start_date", "time"),
    "endyear": ("end_date", "year"),
    "endmonth": ("end_date", "month"),
    "endday": ("end_date", "day"),
    "endtime": ("end_date", "time"),
    "displaydate": ("display_date",),
    "headline": ("text", "headline"),
    "text": ("text", "text"),
    "media": ("media", "url"),
    "mediacredit": ("media", "credit"),
    "mediacaption": ("media", "caption"),
    "mediathumbnail": ("media", "thumbnail"),
    "mediaalt": ("media", "alt"),
    "mediatitle": ("media", "title"),
    "medialink": ("media", "link"),
    "type": ("type",),
    "group": ("group",),
    "tag": ("group",),
    "background": ("background", "url"),
}
_TITLE: Final = "the title slide is no event; what it says belongs in dossier.yml (`title`, `subtitle`)"


def is_sheet(table: Table) -> bool:
    """Tell whether a table is the spreadsheet of TimelineJS: it has a year and a headline, by these names."""
    return {"year", "headline"} <= {_bare(name) for name in table.columns}


def from_json(value: Json, desk: Desk) -> None:
    """Take every slide of a timeline."""
    slides = value if isinstance(value, dict) else {}
    for name, what in (("title", "title slide"), ("events", "event"), ("eras", "era")):
        held = slides.get(name)
        for number, slide in enumerate(held if isinstance(held, list) else [] if held is None else [held], 1):
            _slide(record_of(what if name == "title" else f"{what} {number}", slide), what, desk)
    rest = record_of("the timeline", {k: v for k, v in slides.items() if k not in ("title", "events", "eras")})
    if rest.leaves:
        desk.close(rest)


def from_rows(table: Table, desk: Desk) -> None:
    """Take every row of the spreadsheet as the slide it stands for."""
    for row in table.rows:
        record = _of_row(row)
        what = {"title": "title slide", "era": "era"}.get(record.get("type").lower(), "event")
        if what == "era":
            record.take("events.theme", "type")
        _slide(record, what, desk)


def _of_row(row: Row) -> Record:
    routes: dict[str, Route] = {}
    for name in row.cells:
        route = _COLUMNS.get(_bare(name), (name,))
        routes[name] = route if route not in routes.values() else (name,)
    return record_of_row(row, routes)


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _slide(record: Record, what: str, desk: Desk) -> None:
    if what == "title slide":
        desk.refuse(record, _TITLE)
        desk.close(record, _TITLE)
        return
    when = _when(record)
    title = plain(record, "events.title", "text", "headline")
    text = prose(record, "events.text", "text", "text")
    fields = {
        "id": desk.claim_id("events", _key(record), *_id_words(record, title or text, when)),
        "title": title or shortened(" ".join(text.split())) or f"Untitled ({record.label})",
        "when": when or UNKNOWN,
        "theme": desk.options.theme
        or plain(record, "events.theme", "group")
        or ("Eras" if what == "era" else NO_THEME),
        "text": text or stand_in(desk.options.name),
        "note": _note(record, desk),
        "citations": citation(desk, record),
        **LATER,
    }
    desk.add(record, "events", fields)
    desk.close(record)


def _id_words(record: Record, title: str, when: str) -> tuple[str, ...]:
    own = record.take("events.id", "unique_id")
    return (own,) if own else (title, when if when != UNKNOWN else "")


def _key(record: Record) -> str:
    """Return what tells this slide from others of the same title and date."""
    return "\n".join(f"{route}={value}" for route, value in sorted(record.leaves.items(), key=str))


def _when(record: Record) -> str:
    start, end = _date(record, "start_date"), _date(record, "end_date")
    if not end:
        return start
    try:
        return between(start, end)
    except ValueError as error:
        record.leave(f"no date: {error}", "end_date")
        return start


def _date(record: Record, side: str) -> str:
    """Return the date of one side in EDTF; what cannot be one is left, with the reason."""
    found = {
        name: record.take("events.when", side, name) for name in ("year", "month", "day") if record.get(side, name)
    }
    clock = _clock(record, side)
    if not record.below(side):
        return ""
    if "year" not in found:
        record.leave("no date: there is no year", side)
        return ""
    try:
        if re.fullmatch(r"-\d{1,12}", found["year"]):
            found["year"] = str(int(found["year"]) + 1)
            record.change("TimelineJS writes 50 BC as -50; EDTF has a year 0 and writes it as -0049", side, "year")
        return of_parts(found["year"], found.get("month", ""), found.get("day", ""), clock)
    except ValueError as error:
        record.leave(f"no date: {error}", side)
        return ""


def _clock(record: Record, side: str) -> str:
    """Return the time of day, where the date has one to the minute and is no interval; EDTF has no other."""
    parts = [record.get(side, name) for name in ("hour", "minute", "second")]
    text = record.get(side, "time")
    routes = [(side, name) for name in ("hour", "minute", "second", "time") if record.get(side, name)]
    if not routes:
        return ""
    why = "EDTF has a time of day only on a single day, and only with its minute"
    try:
        clock = clock_of_text(text) if text else clock_of(parts[0] or "0", *parts[1:])
    except ValueError as error:
        clock, why = "", str(error)
    single = side == "start_date" and not record.below("end_date") and record.get(side, "day")
    for route in routes:
        record.take("events.when", *route)
        if not (clock and single):
            record.leave(why, *route)
    return clock if clock and single else ""


def _note(record: Record, desk: Desk) -> str:
    """Return what has no field of its own, as a remark: the date as it was shown, and what was shown beside it."""
    said = []
    for route in (("display_date",), ("start_date", "display_date"), ("end_date", "display_date")):
        if shown := plain(record, "events.note", *route):
            said.append(f"Its date was shown as “{inert(shown)}”.")
    media = _media(record, desk)
    if media:
        said.append(f"Shown beside it, and not yet checked: [@{media}].")
    return " ".join(said)


def _media(record: Record, desk: Desk) -> str:
    """Make a source of what was shown beside a slide, where it has a web address; return its id."""
    url = web(record, "sources.url", "media", "url")
    if not url:
        return ""
    fields: dict[str, Any] = {
        "id": desk.claim_id("sources", same_address(url), "media", same_address(url), addresses=[url]),
        "type": "web-page",
        "title": plain(record, "sources.title", "media", "title"),
        "description": _described(record),
        "short": host_of(url),
        "url": url,
        "language": desk.options.language or "und",
        **unread(desk.options.name),
        "note": _credit(record),
    }
    return str(fields["id"]) if desk.add(record, "sources", fields) else ""


def _described(record: Record) -> str:
    caption = plain(record, "sources.description", "media", "caption")
    alt = (
        plain(record, "sources.description", "media", "alt")
        if not caption or caption != record.get("media", "alt")
        else ""
    )
    return " — ".join(filter(None, (caption, alt)))


def _credit(record: Record) -> str:
    credit = prose(record, "sources.note", "media", "credit")
    return f"Credited to: {credit}" if credit else ""
