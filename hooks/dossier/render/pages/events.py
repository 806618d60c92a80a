"""The timeline: events in order, drawn and listed; and a page for each."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...draw import span, when_mark
from ...links import list_page_of
from ...model import Claim, Event
from ..chart import META as CHART
from ..chart import chart, key
from ..choices import META as CHOICES
from ..desk import Desk
from ..drawings import window_of
from ..foreign import other_language, quoted
from ..look import preview
from ..maps import event_map
from ..page import Page
from ..pen import Pen
from ..record import META as RECORD
from ..record import record
from ..rows import claim_row, mention_groups
from ..working import party_line
from .event_list import event_list
from .listing import PAGE_META, fronted, listing


def timeline_pages(desk: Desk) -> Iterator[Page]:
    """Yield the timeline in pages: a drawing of the page's events, and the same events as a list."""

    def fill(pen: Pen, events: Sequence[Event]) -> dict[str, object]:
        drawn = {"chart": chart(pen, events), "key": key(pen.voice), "map": event_map(pen, events)}
        return {**drawn, **event_list(pen, events)}

    pages = listing(desk, "event", "Timeline", desk.facts.events, fill)
    return fronted(pages, {name: [*CHOICES[name], *CHART[name]] for name in CHART})


def event_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each event."""
    themes: dict[str, list[Event]] = {}
    for event in desk.facts.events:
        themes.setdefault(event.theme, []).append(event)
    windows = {theme: window_of(events) for theme, events in themes.items()}
    for event in desk.facts.events:
        pen = Pen(desk, desk.links.page(event.id), event.id)
        window = windows[event.theme]
        claims = [claim_row(pen, claim) for claim in _claims(desk, event)]
        body = desk.write(
            "event.md.jinja",
            pen,
            event=event,
            claims=claims,
            party=party_line(pen, event.id),
            timeline=pen.to(
                list_page_of("event", desk.facts.rank[event.id]), desk.voice.text("Timeline"), f"event-{event.id}"
            ),
            mark=Markup(when_mark(span(event.when.edtf), window, f"w-{event.id}")) if window else Markup(""),
            participants=[(pen.link(part.actor), part.role) for part in event.participants],
            place=pen.link(event.place) if event.place else Markup(""),
            citations=_citations(pen, event),
            before=pen.links(_later(desk, event)),
            after=pen.links(_earlier(desk, event)),
            mentions=mention_groups(pen, event.id),
            **record(pen, event),
        )
        yield Page(
            pen.path,
            event.title,
            body,
            (event.id,),
            desk.facts.dossier.mark(event.id),
            meta={**PAGE_META, **RECORD, "description": preview(event.text)},
        )


def _citations(pen: Pen, event: Event) -> list[Markup]:
    """Return what the sources say of an event, a line each."""
    lines = []
    for citation in event.citations:
        quote = Markup("")
        if citation.quote:
            quote = Markup(" ") + quoted(pen.voice, citation.quote, other_language(pen.desk, citation.source))
        note = Markup(". ") + pen.inline(citation.note) if citation.note else Markup("")
        lines.append(pen.link(citation.source) + quote + note + Markup(" ") + pen.note(citation))
    return lines


def _claims(desk: Desk, event: Event) -> list[Claim]:
    entries = (desk.facts.dossier.entries[id_] for id_ in event.claims)
    return sorted((entry for entry in entries if isinstance(entry, Claim)), key=lambda claim: desk.facts.rank[claim.id])


def _later(desk: Desk, event: Event) -> list[str]:
    return sorted({*event.before, *desk.facts.owners(event.id, "Before")}, key=desk.facts.rank.__getitem__)


def _earlier(desk: Desk, event: Event) -> list[str]:
    return sorted({*event.after, *desk.facts.owners(event.id, "After")}, key=desk.facts.rank.__getitem__)
