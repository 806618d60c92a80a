"""Facts to drawings: the spans, figures, trees and maps of a dossier, with their words and addresses."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from ..dates import day_month, from_ordinal, parse
from ..draw import (
    Edge,
    Lane,
    Node,
    Role,
    Span,
    Tick,
    Unit,
    Way,
    Window,
    family_tree,
    span,
    strip,
    ticks,
)  # fmt: skip
from ..draw import Event as DrawnEvent
from ..model import Claim, Event, Source
from ..model.parts import Derivation
from .pen import Pen


class Lineage(NamedTuple):
    """Some sources, and who of them has what from whom: pairs of a source and one of its derivations."""

    sources: tuple[str, ...]
    derivations: tuple[tuple[str, Derivation], ...]


BUSY: Final = 0.75
"""Share of events that a window must hold to be the one a timeline is drawn in."""


def window_of(events: Sequence[Event]) -> Window | None:
    """Return the days in which a timeline of these events is drawn: the shortest run of days that holds most of them.

    Without it one event years away would press all others into one dot; those outside get an arrow. None without a day.
    """
    spans = [span(event.when.edtf) for event in events]
    starts = sorted(day for item in spans if (day := item.first or item.last))
    if not starts:
        return None
    wanted = max(1, round(len(starts) * BUSY))
    length, first = min(
        (starts[i + wanted - 1] - start, start) for i, start in enumerate(starts[: len(starts) - wanted + 1])
    )
    last = max((day for item in spans if (day := _near_end(item, first, length))), default=first + length)
    room = max(1, round((last - first) * 0.06))
    return Window(first - room, last + room)


def _near_end(item: Span, first: int, length: int) -> int | None:
    """Return the last day of a span that starts in a window and ends in it or soon after."""
    start, end = item.first or item.last, item.last or item.first
    inside = start is not None and end is not None and first <= start <= first + length
    return end if inside and end is not None and end <= first + length + max(7, length // 2) else None


def axis_ticks(pen: Pen, window: Window, wanted: int) -> tuple[Tick, ...]:
    """Return the ticks of a time axis with their words."""
    found = ticks(window, wanted)
    return tuple(Tick(day, _tick_words(pen, day, found.unit)) for day in found.days)


def _tick_words(pen: Pen, day: int, unit: Unit) -> str:
    year, month, number = from_ordinal(day)
    if unit in (Unit.DAY, Unit.WEEK):
        return day_month((year, month, number), pen.voice.locale)
    if not 0 <= year <= 9999:
        return pen.voice.number(year)
    return pen.voice.short_when(parse(f"{year:04}-{month:02}" if unit is Unit.MONTH else f"{year:04}"))


def lanes(pen: Pen, events: Iterable[Event]) -> tuple[Lane, ...]:
    """Return the lanes in the order of the settings, then any others by name."""
    themes = pen.desk.facts.dossier.settings.themes
    used = {event.theme for event in events}
    return tuple(Lane(theme, theme) for theme in (*(t for t in themes if t in used), *sorted(used - set(themes))))


def drawn_events(pen: Pen, events: Iterable[Event]) -> tuple[DrawnEvent, ...]:
    """Return events as rows of a drawing, linked to their pages."""
    return tuple(
        DrawnEvent(
            span(event.when.edtf),
            event.title,
            event.theme,
            pen.href(event.id),
            f"{event.title}: {pen.voice.when(event.when.edtf)}",
        )
        for event in events
    )


def timeline_strip(pen: Pen, events: Sequence[Event], width: float) -> Markup:
    """Return the small timeline of the Overview; empty without a window."""
    window = window_of(events)
    if window is None:
        return Markup("")
    return Markup(strip(*_timeline(pen, events, window, 4), "strip", pen.voice.text("Timeline"), width=width))


def _timeline(
    pen: Pen, events: Sequence[Event], window: Window, wanted: int
) -> tuple[tuple[DrawnEvent, ...], Window, tuple[Lane, ...], tuple[Tick, ...]]:
    return (drawn_events(pen, events), window, lanes(pen, events), axis_ticks(pen, window, wanted))


def claim_tree(pen: Pen, claim: Claim, width: float = 420) -> Markup:
    """Return who repeated whom among the sources that carry a claim, with their ancestors."""
    return _tree(pen, claim_lineage(pen, claim), f"tree-{claim.id}", width)


def source_tree(pen: Pen, source: str, children: tuple[str, ...], width: float = 420) -> Markup:
    """Return the family tree of a source: all above it and those that have it from there; empty if it has none.

    What else its children draw on is another story, and stands on their own pages.
    """
    above = lineage(pen, (source,))
    met = {*above.sources, *children}
    descent = pen.desk.facts.evidence.descent
    below = [(child, derived) for child in children for derived in descent.parents[child] if derived.source in met]
    family = Lineage(
        tuple(dict.fromkeys((*above.sources, *children))), tuple(dict.fromkeys((*above.derivations, *below)))
    )
    return _tree(pen, family, f"tree-{source}", width)


def claim_lineage(pen: Pen, claim: Claim) -> Lineage:
    """Return the derivations behind the reports of a claim, with those recorded for this claim alone."""
    own = {citation.source: citation.derived_from for citation in claim.citations if citation.derived_from}
    return lineage(pen, pen.desk.facts.origins[claim.id].all.sources, own)


def lineage(pen: Pen, sources: Iterable[str], own: Mapping[str, tuple[Derivation, ...]] | None = None) -> Lineage:
    """Return some sources with all above them, and every derivation among these, nearest first.

    `own` are derivations that take the place of those recorded for a source.
    """
    descent = pen.desk.facts.evidence.descent
    queue = list(dict.fromkeys(sources))
    found: list[tuple[str, Derivation]] = []
    met = set(queue)
    for child in queue:
        for derived in (own or {}).get(child) or descent.parents[child]:
            found.append((child, derived))
            if derived.source not in met:
                met.add(derived.source)
                queue.append(derived.source)
    return Lineage(tuple(queue), tuple(found))


def _tree(pen: Pen, family: Lineage, key: str, width: float) -> Markup:
    edges: dict[tuple[str, str], Edge] = {}
    for child, derived in family.derivations:
        edges.setdefault((derived.source, child), _edge(child, derived))
    if not edges or _circular(edges):
        return Markup("")
    nodes = tuple(_node(pen, id_, {edge.target for edge in edges.values()}) for id_ in family.sources)
    return Markup(family_tree(nodes, tuple(edges.values()), key, pen.voice.text("Who repeated whom"), width=width))


def _edge(child: str, derived: Derivation) -> Edge:
    if derived.how == "unknown":
        return Edge(derived.source, child, Way.POSSIBLE)
    return Edge(derived.source, child, Way.READ if derived.read else Way.VIA)


def _circular(edges: Iterable[tuple[str, str]]) -> bool:
    """Tell whether derivations go round; a rule reports that, and no tree can show it."""
    left = set(edges)
    while left:
        targets = {target for _, target in left}
        ready = {edge for edge in left if edge[0] not in targets}
        if not ready:
            return True
        left -= ready
    return False


def _node(pen: Pen, id_: str, derived: set[str]) -> Node:
    source = pen.desk.facts.dossier.entries[id_]
    assert isinstance(source, Source), "a checked dossier derives sources from sources"
    unseen = source.extent == "unseen"
    roles = (Role.REPORT, Role.REPORT_NOT_FOUND) if id_ in derived else (Role.ORIGIN, Role.ORIGIN_NOT_SEEN)
    note = pen.voice.short_when(source.issued.edtf) if source.issued else ""
    return Node(id_, source.short, note, roles[unseen], pen.href(id_))
