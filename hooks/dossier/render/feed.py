"""The feed (Atom, RFC 4287): corrections, changes of what readers may have relied on, and new entries.

All dates come from the data and from the history, never from a clock, so the same commit gives the same feed. Every
entry is known by a tag URI (RFC 4151) of the site's host, the day, the id at that time and the commit: it stays the
same when the entry is renamed or moved. Without an address of the site, or anything that has a date, there is none.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..changes.compare import EntryChange, Sort
from ..changes.history import Moment, Step
from ..changes.words import kind_name, name_of
from ..dates import When
from ..links import LISTS, OVERVIEW
from ..model import Correction, Entry
from ..prose import plain_words
from ..report import To, Words
from .desk import Desk
from .excerpt import cut
from .happened import sentences, stood_as_draft, substantial
from .page import Asset

FEED: Final = "feed.xml"
MOST: Final = 50
"""Entries of a feed: the newest; a reader's program keeps what it has seen."""
TOGETHER: Final = 5
"""New entries of one version from which on they are one entry of the feed, and changes likewise."""
NAMED: Final = 20
"""Entries named by such a one."""
LONGEST: Final = 90
"""Characters of a title."""
SUMMARY: Final = 600
ATOM: Final = "http://www.w3.org/2005/Atom"
_UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the feed: what its id is made of, the page it leads to, its dates (RFC 3339), its words."""

    key: str
    address: str
    title: str
    summary: str
    published: str
    updated: str


def has_feed(desk: Desk) -> bool:
    """Tell whether the site has a feed."""
    return bool(desk.links.repository.site_url) and next(_items(desk), None) is not None


def feed(desk: Desk) -> Iterator[Asset]:
    """Yield the feed, if there is one."""
    items = sorted(_items(desk), key=lambda item: (datetime.fromisoformat(item.updated), item.key), reverse=True)
    if desk.links.repository.site_url and items:
        yield Asset(FEED, _xml(desk, items[:MOST]))


def _items(desk: Desk) -> Iterator[Item]:
    for correction in desk.facts.corrections:
        yield from _correction(desk, correction)
    changed = [(step, change) for step, change in substantial(desk) if _is_dated(step)]
    for moment, group in groupby(changed, key=lambda pair: pair[0].moment):
        if moment:
            yield from _changed(desk, moment, list(group))
    for moment, steps in groupby(_new(desk), key=lambda step: step.moment):
        if moment:
            yield from _added(desk, moment, list(steps))


def _is_dated(step: Step) -> bool:
    """Tell whether it is known when something happened; a feed has no place for what has no date."""
    return bool(step.moment and step.moment.when)


def _new(desk: Desk) -> Iterator[Step]:
    """Yield when each entry was added, the newest first; a draft is no news until it ceases to be one."""
    entries, history = desk.facts.dossier.entries, desk.history
    for step in history.steps if history else ():
        change = step.change
        fresh = change.sort is Sort.ADDED or stood_as_draft(change.before)
        known = step.id in entries and change.kind != "correction" and _is_dated(step)
        if known and fresh and not stood_as_draft(change.after):
            yield step


# ── what is told ────────────────────────────────────────────────────────────


def _correction(desk: Desk, correction: Correction) -> Iterator[Item]:
    """Yield a correction of the editors, of the day it names, else of the version that brought it."""
    steps = [step for step in (desk.history.of(correction.id) if desk.history else ()) if _is_dated(step)]
    own, oldest = _instant(correction.date), steps[-1].moment if steps else None
    born = own or (oldest.when if oldest else "")
    if born:
        later = [step.moment.when for step in steps if step.moment and step.change.sort is Sort.CHANGED]
        last = max([born, *later], key=datetime.fromisoformat)
        voice = desk.voice
        stood, right = plain_words(correction.printed), plain_words(correction.right)
        told = f"{voice.text('Stood here')}: {stood}\n{voice.text('Is right')}: {right}"
        title = f"{voice.text('Correction')}: {cut(right, LONGEST)}"
        yield Item(f"{born[:10]}:{correction.id}", _address(desk, correction.id), title, told, born, last)


def _instant(when: When) -> str:
    """Return the beginning of the first day a date allows, else of the last, as RFC 3339; nothing without either."""
    day = when.earliest or when.latest
    return "{:04}-{:02}-{:02}T00:00:00Z".format(*day) if day and 1 <= day[0] <= 9999 else ""


def _changed(desk: Desk, moment: Moment, pairs: Sequence[tuple[Step, EntryChange]]) -> Iterator[Item]:
    voice = desk.voice
    if len(pairs) > TOGETHER:
        title = voice.plural("{n} entry changed", "{n} entries changed", len(pairs))
        told = _named(desk, [change for _, change in pairs])
        where = desk.links.whole(LISTS["correction"], f"changes-{moment.day}")
        yield Item(f"{moment.day}:changed:{moment.commit[:12]}", where, title, told, moment.when, moment.when)
        return
    for step, change in pairs:
        gone = change.sort is Sort.REMOVED
        phrase = voice.text("Taken out: {name}") if gone else voice.text("Changed: {name}")
        told = "" if gone else voice.semicolon.join(_plain(words) for words in sentences(desk, change))
        key = f"{moment.day}:{_id(change)}:{change.sort}:{moment.commit[:12]}"
        title = phrase.format(name=cut(name_of(change.laid), LONGEST))
        where = desk.links.whole(LISTS["correction"], f"changes-{moment.day}") if gone else _address(desk, step.id)
        if told or gone:
            yield Item(key, where, title, told or kind_name(change.kind, voice), moment.when, moment.when)


def _added(desk: Desk, moment: Moment, steps: Sequence[Step]) -> Iterator[Item]:
    voice = desk.voice
    if len(steps) > TOGETHER:
        title = voice.plural("{n} new entry", "{n} new entries", len(steps))
        told = _named(desk, [step.change for step in steps])
        key = f"{moment.day}:new:{moment.commit[:12]}"
        yield Item(key, _home(desk), title, told, moment.when, moment.when)
        return
    for step in steps:
        entry = desk.facts.dossier.entries[step.id]
        kind, name = kind_name(entry.kind, voice), cut(entry.name, LONGEST)
        title = voice.text("New: {kind} {name}").format(kind=kind, name=name)
        told = voice.semicolon.join(_plain(words) for words in sentences(desk, step.change))
        key = f"{moment.day}:{step.change.id}:new:{moment.commit[:12]}"
        yield Item(key, _address(desk, step.id), title, _tells(entry) or told or title, moment.when, moment.when)


def _tells(entry: Entry) -> str:
    """Return the beginning of what an entry says."""
    fields = (getattr(entry, name, None) for name in ("verdict", "description", "detail", "text"))
    return next((cut(plain_words(text), SUMMARY) for text in fields if text and text != entry.name), "")


def _named(desk: Desk, changes: Sequence[EntryChange]) -> str:
    """Name the first of many entries, a line each."""
    shown = [f"{kind_name(one.kind, desk.voice)}: {cut(name_of(one.laid), LONGEST)}" for one in changes[:NAMED]]
    return "\n".join([*shown, *(["…"] if len(changes) > NAMED else [])])


def _plain(words: Words) -> str:
    return "".join(word.words or word.id if isinstance(word, To) else str(word) for word in words)


def _id(change: EntryChange) -> str:
    return change.id.removeprefix(":document:")


def _home(desk: Desk) -> str:
    return desk.links.whole(OVERVIEW).removesuffix("index.html")


def _address(desk: Desk, id_: str) -> str:
    return desk.links.whole(desk.links.page(id_), desk.links.anchor(id_))


# ── as XML ──────────────────────────────────────────────────────────────────


def _xml(desk: Desk, items: Sequence[Item]) -> str:
    settings, links = desk.facts.dossier.settings, desk.links
    root = Element("feed", {"xmlns": ATOM, "xml:lang": settings.language})
    # The address of the file itself: it is no page, so nothing of it is rewritten.
    own = f"{links.repository.site_url.rstrip('/')}/{FEED}"
    _text(root, "id", own)
    _text(root, "title", settings.title)
    _text(root, "subtitle", settings.subtitle)
    _text(root, "updated", items[0].updated)
    for name in [editor.name for editor in settings.editors] or [settings.title]:
        _text(SubElement(root, "author"), "name", name)
    _text(root, "rights", settings.license)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _home(desk)})
    for item in items:
        entry = SubElement(root, "entry")
        _text(entry, "id", f"tag:{_authority(own)},{quote(item.key, safe=':-._')}")
        _text(entry, "title", item.title)
        _text(entry, "published", item.published)
        _text(entry, "updated", item.updated)
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.address})
        _text(entry, "summary", item.summary)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def _authority(address: str) -> str:
    """Return the host of an address as a tag URI may have it: letters, digits, hyphens and dots."""
    host = urlsplit(address).hostname or "localhost"
    with suppress(UnicodeError):  # a part is empty, or longer than 63 letters: no name server knows it either
        host = host.encode("idna").decode("ascii")
    return re.sub(r"[^a-z0-9.-]", "-", host)
