"""What a card says of each entry, as small files that are loaded when a reader first asks for a card.

    dossier.cards = {kinds, entries, parts}    assets/data/cards.js
    dossier.spots = {}                         assets/data/spots.js

`entries` are by the address of their page below the site, without its ending (`claims/trucks-destroyed`); the kind of
an entry is `kinds[folder of its address]`. `spots` are the documents, their passages and their remarks, in the same way
(`documents/x#p3`). A card has what there is to say, all of it plain text, and leaves out what there is not:

    title, lang, dir   its name; language and direction where they are not the site's
    names              other names: [text, language, direction]
    what, dates, text  what it is; when; the beginning of what there is to tell
    status             of a claim or remark: [icon, class of its question, label, reports and origins in words]
    marks              what else to know of it, such as that its figure is in conflict; of an event the statuses of its
                       claims, each as [icon, class of its question, label]
    links              entries named in `what` and `text`: {"text": [[start, length, address below the site]]}
    kind               of a spot: what it is

A large dossier is split: then `entries` is empty, `parts` is the number of files `cards-0.js` and so on, and a card is
in the file whose number is the sum of the codes of its address's characters, each times its place counted from 1,
modulo `parts`. `dossier.card(address)` of assets/js/cards.js knows all that, and is for every script.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..links import OWN_PAGE, document_page, passage_anchor
from ..model import Actor, Claim, Document, Entry, Event, Named, OpenQuestion, Place, Source
from ..model.status import Status
from ..prose import direction
from ..voice import Voice
from .desk import Desk
from .excerpt import excerpt, linked, spoken
from .page import Asset, packed
from .pen import Pen
from .reviewed import review_word
from .rows import origins_words

CARDS: Final = "assets/data/cards.js"
SPOTS: Final = "assets/data/spots.js"
LONGEST: Final = 180
"""Characters of the text of a card."""
WHOLE: Final = 300_000
"""Bytes up to which all cards are one file; parts are about half as large, for they are not all equal."""
NAMES: Final = 6
"""Other names on a card."""

Card = dict[str, object]


def cards(desk: Desk) -> Iterator[Asset]:
    """Yield the file of all cards, or one that says how many parts there are, and the parts; then that of all spots."""
    listed = sorted(
        (entry for entry in desk.facts.dossier.entries.values() if entry.kind in OWN_PAGE), key=lambda entry: entry.id
    )
    entries = {desk.links.page(entry.id).removesuffix(".md"): _card(desk, entry) for entry in listed}
    kinds = dict(_kinds(desk.voice))
    size = len(packed(entries).encode())
    if size <= WHOLE:
        yield Asset(CARDS, f"dossier.cards = {packed({'kinds': kinds, 'entries': entries})};\n")
    else:
        yield from _split(kinds, entries, -(-2 * size // WHOLE))
    spots = dict(spot for document in desk.facts.dossier.documents for spot in _spots(desk, document))
    yield Asset(SPOTS, f"dossier.spots = {packed(spots)};\n")


def _split(kinds: Mapping[str, str], entries: Mapping[str, Card], parts: int) -> Iterator[Asset]:
    yield Asset(CARDS, f"dossier.cards = {packed({'kinds': kinds, 'entries': {}, 'parts': parts})};\n")
    for number in range(parts):
        own = {key: card for key, card in entries.items() if part_of(key, parts) == number}
        path = f"{CARDS.removesuffix('.js')}-{number}.js"
        yield Asset(path, f"Object.assign(dossier.cards.entries, {packed(own)});\n")


def part_of(key: str, parts: int) -> int:
    """Return the number of the part that has the card of an address; the script has the same rule."""
    return sum(place * ord(character) for place, character in enumerate(key, start=1)) % parts


def _kinds(voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield what an entry is called, by the folder in which its page stands."""
    yield OWN_PAGE["claim"], voice.text("Claim")
    yield OWN_PAGE["event"], voice.text("Event")
    yield OWN_PAGE["actor"], voice.text("Actor")
    yield OWN_PAGE["place"], voice.text("Place")
    yield OWN_PAGE["source"], voice.text("Source")
    yield OWN_PAGE["term"], voice.text("Term")
    yield OWN_PAGE["question"], voice.text("Question")


def _card(desk: Desk, entry: Entry) -> Card:
    if isinstance(entry, Claim):
        return _claim(desk, entry)
    if isinstance(entry, Event):
        return _event(desk, entry)
    if isinstance(entry, Source):
        return _source(desk, entry)
    if isinstance(entry, Named):
        return _named(desk, entry)
    assert isinstance(entry, OpenQuestion), "every kind with pages has a card"
    return _made(desk, entry.question, entry.text, entry.id)


def _event(desk: Desk, event: Event) -> Card:
    found = dict.fromkeys(desk.facts.status[claim] for claim in event.claims)
    return _made(
        desk,
        event.title,
        event.text,
        event.id,
        what=[event.theme, linked(desk, event.place, event.id) if event.place else ""],
        marks=[_status(desk.voice, status) for status in found],
        dates=desk.voice.when(event.when.edtf),
    )


def _status(voice: Voice, status: Status) -> tuple[str, str, str]:
    return status.icon, status.question.value if status.question else "", voice.label(status)


def _claim(desk: Desk, claim: Claim) -> Card:
    facts, voice = desk.facts, desk.voice
    rest = facts.evidence.parties.rests[claim.id].party
    when = claim.asserted_at or claim.when
    return _made(
        desk,
        claim.text,
        claim.detail,
        claim.id,
        what=[_attribution(desk, claim)],
        status=(*_status(voice, facts.status[claim.id]), origins_words(Pen(desk, "index.md"), claim)),
        marks=(
            voice.label(claim.standing.rank) if claim.standing else "",
            voice.text("one party: {name}").format(name=facts.dossier.entries[rest].name) if rest else "",
            voice.text("figures in conflict") if claim.id in facts.evidence.conflicts else "",
        ),
        dates=voice.when(when.edtf) if when else "",
    )


def _attribution(desk: Desk, claim: Claim) -> str:
    by, voice = claim.asserted_by, desk.voice
    said = voice.label(by.voice)
    if by.printed:
        said = voice.text("credited to {actor}").format(actor=linked(desk, by.printed, claim.id))
    if not by.found or by.found == by.printed:
        return said
    return voice.text("{said}; found: {actor}").format(said=said, actor=linked(desk, by.found, claim.id))


def _source(desk: Desk, source: Source) -> Card:
    voice = desk.voice
    names = [name for name in (source.short, source.title_translation) if name and name != source.name]
    publisher = source.publisher if source.publisher and source.publisher != source.short else ""
    return _made(
        desk,
        source.name,
        source.verdict,
        source.id,
        language=source.language if source.title else "",
        names=[(name, voice.language) for name in names],
        what=[voice.label(source.type), publisher, voice.label(source.extent)],
        marks=(voice.text("Retracted") if source.retracted else "",),
        dates=voice.when(source.issued.edtf) if source.issued else "",
    )


def _named(desk: Desk, entry: Named) -> Card:
    what, dates = [], ""
    if isinstance(entry, Actor):
        what = [desk.voice.label(entry.type), entry.role]
        dates = desk.voice.when(entry.active.edtf) if entry.active else ""
    elif isinstance(entry, Place):
        around = linked(desk, entry.within, entry.id) if entry.within else entry.admin
        what = [desk.voice.label(entry.type), around or ""]
    names = [(name.text, name.language) for name in entry.names if name.text != entry.label]
    return _made(desk, entry.label, entry.description, entry.id, names=names, what=what, dates=dates)


def _state(desk: Desk, id_: str) -> str:
    """Return that an entry is a draft or disputed."""
    entry = desk.facts.dossier.entries.get(id_)
    return review_word(desk.voice, entry) if entry else ""


def _spots(desk: Desk, document: Document) -> Iterator[tuple[str, Card]]:
    """Yield the cards of a document, its passages and its remarks, by address."""
    voice = desk.voice
    page = document_page(document.source).removesuffix(".md")
    label = document.label or voice.text("The document")
    what = [linked(desk, document.source, "")]
    card = _made(desk, label, document.about, "", what=what, dates=voice.when(document.published.edtf))
    yield page, {"kind": voice.text("Document"), **card}
    for passage in document.passages:
        card = _made(desk, passage.heading, passage.gist, "", what=[label, passage.id])
        yield f"{page}#{passage_anchor(passage.id)}", {"kind": voice.text("Passage"), **card}
    for remark in document.remarks:
        question = remark.type.question.value
        status = (f"i-{question}", question, voice.label(remark.type), "")
        card = _made(desk, remark.title, remark.text, remark.id, what=[label, remark.passage], status=status)
        yield f"{page}#{remark.id}", {"kind": voice.text("Remark"), **card}


def _made(  # noqa: PLR0913 - what a card has, by name
    desk: Desk,
    title: str,
    text: str | None,
    owner: str,
    *,
    language: str = "",
    names: Iterable[tuple[str, str]] = (),
    what: Iterable[str] = (),
    status: tuple[str, ...] = (),
    marks: Iterable[str | tuple[str, ...]] = (),
    dates: str = "",
) -> Card:
    """Return a card without what is empty.

    `text` is prose, `what` parts that may hold links; `owner` is the entry itself, which is never linked.
    """
    voice = desk.voice
    line = excerpt(" · ".join(part for part in what if part), 2 * LONGEST)
    start = excerpt(spoken(desk, text or "", owner, LONGEST), LONGEST)
    towards = direction(title, voice.direction)
    values: Card = {
        "title": title,
        "lang": language if language != voice.language else "",
        "dir": towards if towards != voice.direction else "",
        "names": [(name, tag, direction(name, voice.direction)) for name, tag in dict.fromkeys(names)][:NAMES],
        "what": line.text,
        "status": status,
        "marks": [mark for mark in (_state(desk, owner), *marks) if mark],
        "dates": dates,
        "text": start.text,
        "links": {name: part.links for name, part in (("what", line), ("text", start)) if part.links},
    }
    return {name: value for name, value in values.items() if value}
