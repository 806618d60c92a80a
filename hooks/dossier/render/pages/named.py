"""Actors and places: a glossary of each, and a page for every one with its names, its events and all its mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from ...draw import Window
from ...links import LISTS
from ...model import Actor, Name, Named, Place, document_owner
from ...model.words import ActorKind, PlaceKind
from ...prose import plain
from ..desk import Desk
from ..drawings import window_of
from ..look import preview
from ..maps import LARGE, around, places_map, position_words
from ..maps import META as MAP
from ..page import Page
from ..pen import Pen
from ..record import META as RECORD
from ..record import record
from ..relations import relations, relations_drawing
from ..rows import claim_row, event_row, mention_groups
from ..working import party_line
from .listing import PAGE_META, fronted, listing

OWN_SECTIONS: Final = frozenset(
    (
        "Claims about it",
        "Took part in",
        "Credited with",
        "Found to have said",
        "Related actors",
        "What happened here",
        "Places in it",
    )
)
"""Back-links that stand under headings of their own on these pages."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name as a line: the name in its script, its language, who uses it."""

    name: Markup
    language: str
    users: Markup
    use: str
    notes: Markup


def actor_list(desk: Desk) -> Iterator[Page]:
    """Yield the glossary of actors, by kind, in pages."""
    order = list(ActorKind)

    def fill(pen: Pen, actors: Sequence[Actor]) -> dict[str, object]:
        rows = [(actor.type, (actor, pen.link(actor.id), scripts(actor), actor.role)) for actor in actors]
        return {
            "groups": [
                (kind, [row for type_, row in rows if type_ == kind]) for kind in dict.fromkeys(t for t, _ in rows)
            ]
        }

    actors = sorted(desk.facts.dossier.actors, key=lambda entry: (order.index(entry.type), _by_name(entry)))
    return listing(desk, "actor", "Actors", actors, fill)


def place_list(desk: Desk) -> Iterator[Page]:
    """Yield the list of places with the map, in pages."""
    order = list(PlaceKind)

    def fill(pen: Pen, places: Sequence[Place]) -> dict[str, object]:
        rows = [(place, pen.link(place.id), scripts(place), position_words(pen, place)) for place in places]
        return {"rows": rows, "map": places_map(pen, places, "map", LARGE)}

    places = sorted(desk.facts.dossier.places, key=lambda entry: (order.index(entry.type), _by_name(entry)))
    return fronted(listing(desk, "place", "Places", places, fill), MAP)


def _by_name(entry: Named) -> tuple[str, str]:
    return (entry.label.casefold(), entry.id)


def actor_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each actor."""
    for actor in desk.facts.dossier.actors:
        pen = Pen(desk, desk.links.page(actor.id), actor.id)
        rows = relations(pen, actor)
        said = [
            claim_row(pen, claim) for claim in desk.facts.claims_of(actor.id, "Credited with", "Found to have said")
        ]
        values = named_values(pen, actor, LISTS["actor"], "Actors") | {
            "actor": actor,
            "relations": rows,
            "ties": relations_drawing(pen, actor, rows),
            "said": said,
        }
        yield named_page(desk, pen, actor, "actor.md.jinja", values)


def place_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each place."""
    for place in desk.facts.dossier.places:
        pen = Pen(desk, desk.links.page(place.id), place.id)
        inside = desk.facts.owners(place.id, "Places in it")
        values = named_values(pen, place, LISTS["place"], "Places") | {
            "place": place,
            "inside": pen.links(inside),
            "within": pen.link(place.within) if place.within else Markup(""),
            "position": position_words(pen, place),
            "map": places_map(pen, around(desk.facts.dossier.places, place), f"map-{place.id}", 560),
        }
        page = named_page(desk, pen, place, "place.md.jinja", values)
        yield replace(page, meta={**page.meta, **MAP})


def named_page(desk: Desk, pen: Pen, entry: Named, template: str, values: dict[str, object]) -> Page:
    """Return the page of an entry with names."""
    return Page(
        pen.path,
        entry.label,
        desk.write(template, pen, **values),
        (entry.id,),
        desk.facts.dossier.mark(entry.id),
        meta={**PAGE_META, **RECORD, "description": preview(entry.description)},
    )


def named_values(pen: Pen, entry: Named, list_path: str, list_title: str) -> dict[str, object]:
    """Return what the pages of all entries with names show."""
    desk = pen.desk
    events = desk.facts.events_of(entry.id, "Took part in", "What happened here")
    window: Window | None = window_of(events)
    about = [claim_row(pen, claim) for claim in desk.facts.claims_of(entry.id, "Claims about it")]
    return {
        "list": pen.to(list_path, desk.voice.text(list_title)),
        "names": tuple(name_row(pen, name) for name in entry.names),
        "events": [event_row(pen, event, window) for event in events],
        "about": about,
        "party": party_line(pen, entry.id),
        "seen": _seen(pen, entry.id),
        "mentions": mention_groups(pen, entry.id, OWN_SECTIONS),
        **record(pen, entry),
    }


def name_row(pen: Pen, name: Name) -> NameRow:
    """Return a name as a line of a table."""
    return NameRow(
        _in_script(name),
        pen.voice.language_name(name.language),
        pen.links(name.used_by),
        name.use or "",
        pen.notes(name.citations),
    )


def _in_script(name: Name) -> Markup:
    return Markup(f'<bdi lang="{name.language}">{plain(name.text)}</bdi>')


def scripts(entry: Named) -> Markup:
    """Return the names of an entry that are not in the dossier's language, and short other names, for a list."""
    seen = dict.fromkeys(_in_script(name) for name in entry.names if name.text != entry.label)
    return Markup(" · ").join(list(seen)[:6])


def _seen(pen: Pen, id_: str) -> tuple[tuple[str, list[tuple[str, Markup, bool]]], ...]:
    """Return for each document its editorial passages and whether each names the entry or makes a claim about it."""
    facts = pen.desk.facts
    spots = {
        facts.passage_of[claim.id] for claim in facts.claims_of(id_, "Claims about it") if claim.id in facts.passage_of
    }
    named = {
        (mention.owner, mention.route[1])
        for mention in facts.mentions.get(id_, ())
        if mention.owner.startswith(":document:") and mention.route[:1] == ("passages",)
    }
    shown = []
    for document in facts.dossier.documents:
        owner = document_owner(document.source)
        cells = [
            (
                passage.id,
                pen.passage(document.source, passage.id),
                (owner, number) in named or (document.source, passage.id) in spots,
            )
            for number, passage in enumerate(document.passages)
            if passage.editorial
        ]
        if any(on for _, _, on in cells):
            shown.append((document.label or pen.voice.text("The document"), cells))
    return tuple(shown)
