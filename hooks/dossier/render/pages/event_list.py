"""The list below the timeline: every event as a row, with what a reader can choose it by."""

from collections.abc import Mapping, Sequence
from typing import Final

from ...links import LONG
from ...model import Event, Place
from ...model.status import Status
from ..choices import (
    Facet,
    Form,
    Values,
    days_of,
    facets,
    named,
    origins_value,
    origins_words,
    row_data,
    value_of,
    window_of_days,
)
from ..desk import Desk
from ..drawings import lanes, window_of
from ..html_pen import HtmlPen
from ..pen import Pen
from ..rows import event_line, event_row

MANY: Final = 100
"""Events from which on the list has a line for each; what is told of them then stands on their own pages only."""


def event_list(pen: Pen, events: Sequence[Event]) -> dict[str, object]:
    """Return what the template needs to show some events as rows, and the form to choose from them."""
    values = [_values(pen.desk, event) for event in events]
    data = [
        row_data(event.id, found, days=days_of(event.when.edtf)) for event, found in zip(events, values, strict=True)
    ]
    many = len(events) > MANY
    html, window = HtmlPen(pen.desk, pen.path), window_of(events)
    rows = [event_line(html, event) if many else event_row(pen, event, window) for event in events]
    return {"rows": list(zip(rows, data, strict=True)), "many": many, "choice": _form(pen, events, values, many)}


def _form(pen: Pen, events: Sequence[Event], values: Sequence[Values], many: bool) -> Form:
    voice = pen.voice
    return Form(
        "event",
        voice.text("{n} of {total} events"),
        voice.number(len(events)),
        _facets(pen, events, values),
        days=window_of_days([event.when.edtf for event in events]) if len(events) > 1 else None,
        views=not many,
        part=len(pen.desk.facts.events) > LONG["event"],
    )


def _facets(pen: Pen, events: Sequence[Event], values: Sequence[Values]) -> tuple[Facet, ...]:
    voice, entries = pen.voice, pen.desk.facts.dossier.entries
    used = {key: {id_ for row in values for id_ in row[key]} for key in ("actor", "place")}
    names = {key: named({id_: entries[id_].name for id_ in ids}) for key, ids in used.items()}
    return facets(
        values,
        ("actor", voice.text("Actor"), names["actor"]),
        ("place", voice.text("Place"), names["place"]),
        ("kind", voice.text("Theme"), {value_of(lane.key): lane.label for lane in lanes(pen, events)}),
        ("status", voice.text("Status of its claims"), {status.value: voice.label(status) for status in Status}),
        ("origins", voice.text("Origins of its claims"), origins_words(voice)),
    )


def _values(desk: Desk, event: Event) -> Mapping[str, tuple[str, ...]]:
    facts = desk.facts
    return {
        "actor": tuple(dict.fromkeys(part.actor for part in event.participants)),
        "place": _around(desk, event.place),
        "kind": (value_of(event.theme),),
        "status": tuple(dict.fromkeys(facts.status[claim].value for claim in event.claims)),
        "origins": tuple(dict.fromkeys(origins_value(facts.origins[claim].all) for claim in event.claims)),
    }


def _around(desk: Desk, place: str | None) -> tuple[str, ...]:
    """Return a place and all that it lies in: what happened in a town happened in its country as well."""
    found: list[str] = []
    while place and place not in found:
        found.append(place)
        entry = desk.facts.dossier.entries[place]
        place = entry.within if isinstance(entry, Place) else None
    return tuple(found)
