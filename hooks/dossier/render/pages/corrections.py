"""The Corrections page: what the editors put right and say so, then what changed of what readers may have relied on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ...changes.compare import EntryChange, Sort
from ...changes.history import Moment, Step
from ...changes.words import kind_name, name_of
from ...links import list_page
from ...model import Correction
from ...prose import plain
from ..desk import Desk
from ..feed import FEED, has_feed
from ..happened import change_row, day_words, substantial
from ..page import Page
from ..pen import Pen
from ..record import META as RECORD
from .listing import fronted, listing

MOST: Final = 200
"""Changes listed here; the history of each entry has all of its own."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change as a line: the entry, what changed, the commit."""

    entry: Markup
    kind: str
    what: tuple[Markup, ...]
    commit: Markup


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of one day, the newest first."""

    anchor: str
    title: str
    rows: tuple[Changed, ...]


def correction_page(desk: Desk) -> Iterator[Page]:
    """Yield the corrections, the newest first; below them, on the first page, the changes that the history records."""

    def fill(pen: Pen, corrections: Sequence[Correction]) -> dict[str, object]:
        first = pen.path == list_page("correction")
        return {
            "rows": [(entry, pen.voice.when(entry.date), pen.links(entry.entries)) for entry in corrections],
            **(_changes(pen) if first else dict.fromkeys(("days", "more", "unknown", "feed", "unread", "drafts"), "")),
        }

    return fronted(listing(desk, "correction", "Corrections", desk.facts.corrections, fill, "About"), RECORD)


def _changes(pen: Pen) -> dict[str, object]:
    """Return what the page shows of the history; nothing of it where nobody has looked."""
    voice, history, out = pen.voice, pen.desk.history, len(pen.desk.facts.dossier.left_out)
    found = list(substantial(pen.desk))
    days = tuple(_days(pen, found[:MOST]))
    more = len(found) - MOST
    return {
        "days": days,
        "more": voice.plural(
            "{n} earlier change stands in the history of its entry.",
            "{n} earlier changes stand in the history of their entries.",
            more,
        )
        if more > 0
        else "",
        "unknown": _unknown(pen) if history else "",
        "unread": voice.plural(
            "{n} old version of a file cannot be read and is passed over.",
            "{n} old versions of files cannot be read and are passed over.",
            len(history.unread),
        )
        if history and history.unread
        else "",
        "feed": FEED if has_feed(pen.desk) else "",
        "drafts": voice.plural("{n} draft is left out of this site.", "{n} drafts are left out of this site.", out)
        if out
        else "",
    }


def _unknown(pen: Pen) -> str:
    """Say what of the history is not known."""
    history, voice = pen.desk.history, pen.voice
    assert history, "asked for only where there is one"
    if history.gap:
        told = voice.text("What changed in the entries, and when, is not known: {reason}.")
        return told.format(reason=voice.label(history.gap))
    if history.since:
        told = voice.text("What changed before {date} is not known: this copy of the history begins there.")
        return told.format(date=day_words(pen, history.since))
    return ""


def _days(pen: Pen, found: Sequence[tuple[Step, EntryChange]]) -> Iterator[Day]:
    days: dict[str, list[tuple[Step, EntryChange]]] = {}
    for step, change in found:
        days.setdefault(step.moment.day if step.moment else "", []).append((step, change))
    for day, pairs in days.items():
        rows = tuple(row for step, change in pairs if (row := _changed(pen, step, change)).what)
        if rows:
            yield Day(f"changes-{day or 'now'}", _title(pen, pairs[0][0].moment), rows)


def _title(pen: Pen, moment: Moment | None) -> str:
    return day_words(pen, moment) if moment else pen.voice.text("Not committed yet")


def _changed(pen: Pen, step: Step, change: EntryChange) -> Changed:
    row, kind = change_row(pen, step, change), kind_name(change.kind, pen.voice)
    if change.sort is not Sort.REMOVED:
        return Changed(pen.place_of(step.id), kind, row.what, row.commit)
    return Changed(Markup(plain(name_of(change.laid))), kind, (*row.what, *_heir(pen, step.id)), row.commit)


def _heir(pen: Pen, id_: str) -> Iterator[Markup]:
    """Yield which entry has taken up one that is gone: two claims put together are one, and nothing was lost."""
    for entry in pen.desk.facts.dossier.entries.values():
        if id_ in entry.formerly:
            yield Markup(pen.voice.text("its address now leads to {entry}")).format(entry=pen.link(entry.id))
