"""A change in plain words, sentence by sentence: the same on a page, in a terminal and in a pull request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from ..dates.phrases import N_
from ..report import To, Words
from ..voice import Voice
from .compare import EntryChange, FieldChange, Laid, Sort
from .form import Form, fields_of
from .lines import lines_of
from .shapes import MODELS, shape_of
from .values import figure, listed, mention, value
from .wording import Names, filled, quoted, shortened

KIND_NAMES: Final[Mapping[str, str]] = {
    "claim": N_("Claim"),
    "event": N_("Event"),
    "actor": N_("Actor"),
    "place": N_("Place"),
    "source": N_("Source"),
    "term": N_("Term"),
    "question": N_("Question"),
    "correction": N_("Correction"),
    "remark": N_("Remark"),
    "document": N_("Document"),
    "dossier": N_("Dossier"),
}
NAMED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "claim": ("text",),
    "event": ("title",),
    "remark": ("title",),
    "dossier": ("title",),
    "source": ("short", "title"),
    "question": ("question",),
    "document": ("label", "source"),
}
"""Which field an entry is called by, the first that it has; the others go by their label, a correction by its id."""


class Aspect(IntEnum):
    """What of an entry a sentence is about; those that change the story come first."""

    FIGURE = 1
    DATE = 2
    SPEAKER = 3
    SUPPORT = 4
    QUOTE = 5
    STANDING = 6
    GRADE = 7
    NAME = 8
    OTHER = 9
    WORDING = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that changed, and what it is about."""

    aspect: Aspect
    words: Words


def called(entries: Mapping[str, Laid]) -> Names:
    """Return what each entry is called, as it stands in the files."""
    return {id_: name_of(laid) for id_, laid in entries.items()}


def name_of(laid: Laid) -> str:
    """Return what an entry is called; its id where it has no name."""
    fields = NAMED_BY.get(laid.kind, ("label",))
    found = next((held for name in fields if isinstance(held := laid.node.get(name), str) and held), laid.id)
    return " ".join(found.split())


def kind_name(kind: str, voice: Voice) -> str:
    """Return the name of a kind of entry."""
    return voice.text(KIND_NAMES[kind])


def said(change: EntryChange, voice: Voice, names: Names) -> tuple[Sentence, ...]:
    """Return in sentences what changed in an entry, what matters most first; of a new one, what it brings.

    `names` is what entries are called now; what is gone goes by the name the change itself knows, else by its id.
    A sentence has no full stop, so that several can be joined.
    """
    known = names if change.after is None or change.id in names else {**names, change.id: name_of(change.after)}
    found = list(_of_entry(change, voice, known))
    if change.sort in (Sort.CHANGED, Sort.RENAMED):
        found += [Sentence(aspect_of(change.kind, line), words) for line, words in _lines(change, voice, known)]
    return tuple(sorted(found, key=lambda sentence: sentence.aspect))


def _lines(change: EntryChange, voice: Voice, names: Names) -> Iterator[tuple[FieldChange, Words]]:
    model = MODELS[change.kind]
    before = fields_of(model, change.before.node if change.before else {})
    after = fields_of(model, change.after.node if change.after else {})
    yield from lines_of(change, (before, after), voice, names)


def _of_entry(change: EntryChange, voice: Voice, names: Names) -> Iterator[Sentence]:
    if change.sort is Sort.RENAMED:
        told = voice.text("has a new id; before it was {id}").format(id=change.was.removeprefix(":document:"))
        yield Sentence(Aspect.NAME, (told,))
    if change.sort is Sort.ADDED and change.after:
        form = fields_of(MODELS[change.kind], change.after.node)
        yield from _brings(form, change.kind, voice, names)


def _brings(form: Mapping[str, Form], kind: str, voice: Voice, names: Names) -> Iterator[Sentence]:
    """Say of a new entry its figure, its date and its sources."""
    measure = form.get("measure")
    if isinstance(measure, dict):
        told = voice.text("figure: {figure}").format(figure=figure(measure, voice))
        yield Sentence(Aspect.FIGURE, (told,))
    for name in ("when", "issued", "date"):
        if name in form and (shape := shape_of(MODELS[kind], name)):
            yield Sentence(Aspect.DATE, filled(voice.text("date: {date}"), date=value(shape, form[name], voice, names)))
    for name, told in (
        ("citations", voice.text("cites {sources}")),
        ("derived_from", voice.text("derives from {sources}")),
    ):
        held = form.get(name)
        ids = [str(one.get("source", "?")) for one in held if isinstance(one, dict)] if isinstance(held, list) else []
        if ids:
            sources = listed([(mention(id_, names),) for id_ in dict.fromkeys(ids)], voice)
            yield Sentence(Aspect.SUPPORT, filled(told, sources=sources))


_ASPECTS: Final[Mapping[str, Aspect]] = {
    "measure": Aspect.FIGURE, "as_found": Aspect.FIGURE, "units": Aspect.FIGURE,
    "when": Aspect.DATE, "asserted_at": Aspect.DATE, "issued": Aspect.DATE, "published": Aspect.DATE,
    "active": Aspect.DATE, "date": Aspect.DATE, "before": Aspect.DATE, "after": Aspect.DATE,
    "asserted_by": Aspect.SPEAKER, "speaks_for": Aspect.SPEAKER, "participants": Aspect.SPEAKER,
    "citations": Aspect.SUPPORT, "derived_from": Aspect.SUPPORT, "first_hand": Aspect.SUPPORT,
    "fragments": Aspect.QUOTE, "fragment": Aspect.QUOTE, "hedges": Aspect.QUOTE, "quotes": Aspect.QUOTE,
    "standing": Aspect.STANDING, "retracted": Aspect.STANDING, "review": Aspect.STANDING,
    "credibility": Aspect.GRADE, "reliability": Aspect.GRADE, "extent": Aspect.GRADE,
    "title": Aspect.NAME, "text": Aspect.NAME, "label": Aspect.NAME, "names": Aspect.NAME, "short": Aspect.NAME,
    "question": Aspect.NAME, "type": Aspect.NAME,
}  # fmt: skip
_SAYINGS: Final = frozenset({"quote", "wording", "words", "quotes"})
_REASONS: Final = frozenset({"note", "reasoning", "detail", "verdict", "description", "gist", "about", "reason"})


def aspect_of(kind: str, line: FieldChange) -> Aspect:
    """Return what a change of a field is about."""
    names = [step for step in line.route if type(step) is str]
    first, last = names[0], names[-1]
    if last in _SAYINGS:
        return Aspect.QUOTE
    if last in _REASONS and (len(names) > 1 or first != "about"):
        return Aspect.WORDING
    if first == "text" and kind not in ("claim",):
        return Aspect.WORDING
    return _ASPECTS.get(first, Aspect.OTHER)


def heading(change: EntryChange, voice: Voice) -> Words:
    """Return what the sentences are about: kind and id of the entry, whether it is new or gone."""
    kind, id_ = kind_name(change.kind, voice), change.id.removeprefix(":document:")
    # There is one dossier, and its own id is none that people know.
    named = (kind,) if change.kind == "dossier" else filled(voice.text("{kind} {id}"), kind=kind, id=(To(id_, id_),))
    if change.sort is Sort.ADDED:
        return filled(voice.text("New: {entry}"), entry=named)
    return filled(voice.text("Removed: {entry}"), entry=named) if change.sort is Sort.REMOVED else named


def title(laid: Laid, voice: Voice) -> str:
    """Return the name of an entry, short and in quotation marks; nothing where it has none but its id."""
    name = name_of(laid)
    return "" if name == laid.id else quoted(shortened(name, 20), voice)
