"""Entries as rows of a list: what one line shows of a claim, an event or a mention, finished for a template."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..dates.phrases import N_
from ..draw import Window, comb, span, when_mark
from ..index import Mention
from ..model import Claim, Event
from ..model.status import Status
from ..prose import plain
from ..report.claim import range_words
from .pen import Pen


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a line of a list."""

    id: str
    link: Markup
    icon: Markup
    status: Status
    comb: Markup
    origins: Markup
    attribution: Markup
    party: bool
    figure: str
    conflict: Markup
    rests: Markup
    grade: str
    grade_words: str
    standing: str
    notes: Markup


def claim_row(pen: Pen, claim: Claim, *, cited: bool = False) -> ClaimRow:
    """Return a claim as a line; with `cited` its citations follow as notes."""
    facts, voice = pen.desk.facts, pen.voice
    status, grade = facts.status[claim.id], claim.credibility
    return ClaimRow(
        id=claim.id,
        link=pen.link(claim.id),
        icon=pen.icon(status.icon, status.question.value if status.question else ""),
        status=status,
        comb=origins_comb(pen, claim),
        origins=to_working(pen, claim, origins_words(pen, claim)),
        attribution=attribution(pen, claim),
        party=bool(claim.asserted_by.printed or claim.asserted_by.found),
        figure=voice.figure(claim.measure) if claim.measure else "",
        conflict=conflict_mark(pen, claim),
        rests=party_mark(pen, claim),
        grade=str(grade.grade) if grade else "",
        grade_words=f"{voice.text('Credibility')} {grade.grade}: {voice.label(grade.grade)}" if grade else "",
        standing=voice.label(claim.standing.rank) if claim.standing else "",
        notes=pen.notes(claim.citations) if cited else Markup(""),
    )


def origins_words(pen: Pen, claim: Claim) -> str:
    """Return how many reports there are and how many origins could stand behind them."""
    count, voice = pen.desk.facts.origins[claim.id].all, pen.voice
    if not count.reports:
        return voice.text("no other report found")
    reports = voice.plural("{n} report", "{n} reports", len(count.reports))
    return f"{reports}{voice.comma}{range_words(count, voice)}"


def to_working(pen: Pen, claim: Claim, words: str, anchor: str = "working") -> Markup:
    """Return words as a link to the working of a claim."""
    return pen.to(pen.desk.links.page(claim.id), words, anchor, "working")


def conflict_mark(pen: Pen, claim: Claim) -> Markup:
    """Return that a claim's figure excludes others, as a link to the figures; empty where it does not."""
    if claim.id not in pen.desk.facts.evidence.conflicts:
        return Markup("")
    return to_working(pen, claim, pen.voice.text("figures in conflict"), "figure")


def party_mark(pen: Pen, claim: Claim) -> Markup:
    """Return the one party a claim rests on, as a link to the working; empty where it is none, or not known."""
    rest = pen.desk.facts.evidence.parties.rests[claim.id]
    if not rest.party:
        return Markup("")
    name = pen.desk.facts.dossier.entries[rest.party].name
    return to_working(pen, claim, pen.voice.text("one party: {name}").format(name=name))


def origins_comb(pen: Pen, claim: Claim) -> Markup:
    """Return the small drawing of reports and origins: a dot for each origin, open where it may be none of its own.

    Each report is a tooth of the first origin it may go back to.
    """
    count = pen.desk.facts.origins[claim.id].all
    placed: set[str] = set()
    teeth = []
    for origin in count.origins:
        own = [report for report in origin.reports if report not in placed]
        placed.update(own)
        teeth.append(len(own))
    sizes = tuple(size for size in teeth if size)
    if not sizes or sum(sizes) > 24:
        return Markup("")
    return Markup(comb(sizes[: count.at_least], sizes[count.at_least :]) + " ")


def attribution(pen: Pen, claim: Claim) -> Markup:
    """Return who asserts the claim, as printed and, where it differs, as found."""
    by, voice = claim.asserted_by, pen.voice
    found = pen.link(by.found) if by.found else Markup("")
    if by.printed:
        said = Markup(voice.text("credited to {actor}")).format(actor=pen.link(by.printed))
        return (
            Markup(voice.text("{said}; found: {actor}")).format(said=said, actor=found)
            if by.found and by.found != by.printed
            else said
        )
    said = Markup(plain(voice.label(by.voice)))
    return Markup(voice.text("{said}; found: {actor}")).format(said=said, actor=found) if by.found else said


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as a line of a list."""

    id: str
    anchor: str
    link: Markup
    when: Markup
    edtf: str
    mark: Markup
    text: Markup
    statuses: tuple[Markup, ...]
    actors: Markup
    place: Markup
    passages: Markup


def event_row(pen: Pen, event: Event, window: Window | None) -> EventRow:
    """Return an event as a line, with its date drawn in `window` when there is one."""
    facts = pen.desk.facts
    claims = [facts.dossier.entries[claim] for claim in event.claims]
    statuses = dict.fromkeys(facts.status[claim.id] for claim in claims)
    drawn = when_mark(span(event.when.edtf), window, f"w-{event.id}") if window else ""
    spots = dict.fromkeys(facts.passage_of[claim.id] for claim in claims if claim.id in facts.passage_of)
    return EventRow(
        id=event.id,
        anchor=f"event-{event.id}",
        link=pen.link(event.id),
        when=pen.when(event.when, event.id),
        edtf=event.when.edtf.text,
        mark=Markup(drawn),
        text=pen.cited(pen.inline(event.text), event.citations),
        statuses=tuple(pen.status(status) for status in statuses),
        actors=pen.links(dict.fromkeys(part.actor for part in event.participants)),
        place=pen.link(event.place) if event.place else Markup(""),
        passages=Markup(" ").join(pen.passage(*spot) for spot in spots),
    )


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as one line of a long list: without its text, which stands on its page."""

    anchor: str
    link: Markup
    when: Markup
    place: Markup
    statuses: tuple[Markup, ...]


def event_line(pen: Pen, event: Event) -> EventLine:
    """Return an event as one line."""
    facts = pen.desk.facts
    statuses = dict.fromkeys(facts.status[claim] for claim in event.claims)
    return EventLine(
        anchor=f"event-{event.id}",
        link=pen.link(event.id),
        when=pen.when(event.when),
        place=pen.link(event.place) if event.place else Markup(""),
        statuses=tuple(pen.status(status, linked=False) for status in statuses),
    )


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention as a line: where it stands, and the sentence around the name."""

    where: Markup
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """Mentions under one heading; the first group stands open."""

    heading: str
    count: str
    items: tuple[MentionRow, ...]
    open: bool


SAID_IN: Final = {
    "document": N_("In the documents"),
    "claim": N_("In claims"),
    "remark": N_("In remarks"),
    "event": N_("In events"),
    "actor": N_("On actors"),
    "place": N_("On places"),
    "source": N_("On sources"),
    "term": N_("In terms"),
    "question": N_("In questions"),
    "correction": N_("In corrections"),
    "dossier": N_("On the Overview"),
}


def mention_groups(pen: Pen, id_: str, shown: frozenset[str] = frozenset()) -> tuple[MentionGroup, ...]:
    """Return all mentions of an entry.

    First those in sentences, by the kind of entry they stand in, then the fields that point at it, by heading. Headings
    in `shown` are left out: the page has a section of its own for them.
    """
    voice = pen.voice
    groups: dict[str, dict[MentionRow, None]] = {heading: {} for heading in SAID_IN.values()}
    for mention in pen.desk.facts.mentions.get(id_, ()):
        where = pen.place_of(mention.owner, mention.route)
        if mention.heading and mention.heading not in shown:
            groups.setdefault(mention.heading, {})[MentionRow(where, "", "", "")] = None
        elif not mention.heading:
            groups[SAID_IN[_kind(pen, mention.owner)]][_sentence(where, mention)] = None
    filled = [(heading, tuple(rows)) for heading, rows in groups.items() if rows]
    return tuple(
        MentionGroup(voice.text(heading), voice.number(len(rows)), rows, open=number == 0)
        for number, (heading, rows) in enumerate(filled)
    )


def _kind(pen: Pen, owner: str) -> str:
    entry = pen.desk.facts.dossier.entries.get(owner)
    return entry.kind if entry else owner.split(":")[1]


def _sentence(where: Markup, mention: Mention) -> MentionRow:
    if not mention.words:
        return (
            MentionRow(where, "", "", "")
            if not (mention.before or mention.after)
            else MentionRow(where, _tail(mention.before), "·", _head(mention.after))
        )
    return MentionRow(where, _tail(mention.before), mention.words, _head(mention.after))


def _tail(text: str, longest: int = 90) -> str:
    """Return the end of a text, cut at a word."""
    return text if len(text) <= longest else "… " + text[-longest:].partition(" ")[2]


def _head(text: str, longest: int = 90) -> str:
    """Return the start of a text, cut at a word."""
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + " …"
