"""What can be searched: every entry and passage with its names, figures, words and address.

The words come from the plan of the model, so a new field of prose is searched without a line here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from babel import Locale
from babel.numbers import format_compact_decimal

from ..links import document_page, passage_anchor
from ..model import Actor, Claim, Correction, Entry, Event, Measure, Named, Place, Source, document_owner
from ..model.fields import ProseTag, QuoteTag, Ref
from ..model.status import Status
from ..model.walk import Value
from ..prose import Code, Link, Text, Token, WebLink, in_one_line, plain_words, without_signs
from .desk import Desk
from .reviewed import review_word

_FIRST: Final = (("description",), ("verdict",), ("text",))
"""The fields that say what an entry is: they come before its other words."""

Words = Mapping[str, list[str]]
"""What is said of each owner, in the order of the data."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a search can lead to.

    `what` stands beside its kind; `names` are its other names with their languages, `keys` what else it is known by,
    such as a figure; in `lines` words are looked for.
    """

    kind: str
    address: str
    title: str
    lines: Iterable[str]
    what: str = ""
    language: str = ""
    names: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    status: Status | None = None


def entries(desk: Desk, words: Words) -> Iterator[Found]:
    """Yield the entries, by kind and in the order of the lists, with every word the data has of them."""
    facts = desk.facts
    dossier = facts.dossier
    cited = _cited(desk)
    named = (sorted(group, key=lambda entry: entry.id) for group in (dossier.actors, dossier.places, dossier.sources))
    actors, places, sources = named
    groups = (actors, places, facts.claims, facts.events, facts.terms, sources)
    for group in (*groups, dossier.questions, dossier.remarks, facts.corrections):
        for entry in group:
            lines = (*_lead(desk, entry), *words[entry.id], *cited[entry.id], *_plain(desk, entry))
            yield _entry(desk, entry, [line for line in lines if line])


def passages(desk: Desk, words: Words) -> Iterator[Found]:
    """Yield the passages of the documents."""
    for document in desk.facts.dossier.documents:
        page = desk.links.published(document_page(document.source))
        label = document.label or desk.voice.text("The document")
        for number, passage in enumerate(document.passages):
            address = f"{page}#{passage_anchor(passage.id)}"
            lines = words[f"{document_owner(document.source)}:{number}"]
            yield Found("passage", address, passage.heading, lines, f"{label}, {passage.id}")


def words_of(desk: Desk) -> Words:
    """Return for each owner its prose, titles and quotes; a passage is an owner of its own, `:document:ID:NUMBER`."""
    found: dict[str, list[str]] = defaultdict(list)
    for value in desk.facts.dossier.values:
        # A quote is found with who said it (below): alone it would read as if whoever has it had said it.
        if type(value.tag) is Ref or (type(value.tag) is QuoteTag and "citations" in value.route):
            continue
        passage = value.route[0] == "passages" and value.owner.startswith(document_owner(""))
        held = found[f"{value.owner}:{value.route[1]}" if passage else value.owner]
        held.insert(0 if value.route in _FIRST else len(held), _said(desk, value))
    return found


def _said(desk: Desk, value: Value) -> str:
    if type(value.tag) is QuoteTag:
        return f"“{value.text}”"
    return _heard(desk, value.tokens) if type(value.tag) is ProseTag else value.text


def _heard(desk: Desk, tokens: Iterable[Token]) -> str:
    """Return prose as a reader hears it; a link without words of its own as the name of what it leads to."""
    parts = []
    for token in tokens:
        if isinstance(token, Link):
            parts.append(token.words or desk.facts.dossier.entries[token.id].name)
        elif isinstance(token, WebLink):
            parts.append(token.words)
        elif isinstance(token, Text | Code):
            parts.append(without_signs(token.text))
    return in_one_line(parts)


def _cited(desk: Desk) -> Words:
    """Return for each owner where its citations point, and their quotes and what these mean, with who is quoted."""
    found: dict[str, list[str]] = defaultdict(list)
    for owner, citation, _ in desk.facts.dossier.citations:
        source = desk.facts.dossier.entries[citation.source]
        said = f"{getattr(source, 'short', source.name)}{f', {citation.locator}' if citation.locator else ''}"
        quotes = [f"{said}: “{quote}”" for quote in (citation.quote, citation.translation) if quote]
        found[owner] += quotes or ([said] if citation.locator else [])
    return found


def _entry(desk: Desk, entry: Entry, lines: list[str]) -> Found:
    facts, links = desk.facts, desk.links
    page, anchor = links.published(links.page(entry.id)), links.anchor(entry.id)
    made = partial(Found, entry.kind, f"{page}#{anchor}" if anchor else page, lines=lines, what=_known_as(desk, entry))
    own = facts.dossier.settings.language
    if isinstance(entry, Named):
        names = dict.fromkeys((name.text, "" if name.language == own else name.language) for name in entry.names)
        names.pop((entry.label, ""), None)
        return made(entry.label, names=tuple(names), keys=entry.formerly)
    if isinstance(entry, Claim):
        figures = dict.fromkeys(key for measure in (entry.measure, entry.as_found) for key in _figures(desk, measure))
        return made(entry.text, keys=(*entry.formerly, *figures), status=facts.status[entry.id])
    if isinstance(entry, Source):
        names_of_source = dict.fromkeys(name for name in (entry.short, entry.title_translation) if name)
        names_of_source.pop(entry.name, None)
        foreign = entry.language if entry.title and entry.language != own else ""
        return made(
            entry.name, language=foreign, names=tuple((name, "") for name in names_of_source), keys=entry.formerly
        )
    return made(_corrected(entry) if isinstance(entry, Correction) else entry.name, keys=entry.formerly)


def _corrected(correction: Correction) -> str:
    """Return the beginning of what is right: what a correction is known by."""
    words = plain_words(correction.right).split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")


def _known_as(desk: Desk, entry: Entry) -> str:
    """Return what stands beside the kind of an entry, and first of all that it is a draft or disputed."""
    return desk.voice.comma.join(said for said in (review_word(desk.voice, entry), _what(desk, entry)) if said)


def _what(desk: Desk, entry: Entry) -> str:
    """Return what stands beside the kind of an entry: what sort of actor, where, when."""
    voice = desk.voice
    if isinstance(entry, Actor):
        return voice.label(entry.type)
    if isinstance(entry, Place):
        return entry.admin or voice.label(entry.type)
    if isinstance(entry, Event):
        return voice.when(entry.when.edtf)
    if isinstance(entry, Correction):
        return voice.when(entry.date)
    if isinstance(entry, Source) and entry.issued:
        return voice.when(entry.issued.edtf)
    return ""


def _lead(desk: Desk, entry: Entry) -> Iterator[str]:
    """Yield what is shown first of an entry whose name was looked for, before its prose."""
    if isinstance(entry, Claim):
        measures = (measure for measure in (entry.measure, entry.as_found) if measure)
        yield from (f"{desk.voice.figure(measure)}, {measure.scope}" for measure in measures)
    if isinstance(entry, Actor):
        yield entry.role


def _plain(desk: Desk, entry: Entry) -> Iterator[str]:
    """Yield what an entry says in fields that are neither prose nor a quote."""
    if isinstance(entry, Named):
        yield from (name.use for name in entry.names if name.use)
    if isinstance(entry, Place) and entry.position:
        yield entry.position.note or ""
    if isinstance(entry, Claim):
        yield entry.scope or ""
    if isinstance(entry, Event):
        yield from (f"{desk.facts.dossier.entries[part.actor].name}: {part.role}" for part in entry.participants)
    if isinstance(entry, Source):
        yield ", ".join((*entry.author, *([entry.publisher] if entry.publisher else [])))
        yield entry.description or ""


def _figures(desk: Desk, measure: Measure | None) -> Iterator[str]:
    """Yield the numbers of a figure as somebody may type them: in digits, and large ones in words as well."""
    for part in measure.value.split("..") if measure else ():
        if part:
            yield part
            if float(part) >= 1000:
                # CLDR has no longer form where the short one is a word already: 万.
                known = Locale.parse(desk.voice.locale).compact_decimal_formats
                length: Literal["short", "long"] = "long" if "long" in known else "short"
                yield format_compact_decimal(float(part), format_type=length, locale=desk.voice.locale)
