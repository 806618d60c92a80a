"""Changes from the history as rows: when, what in words, and the commit; the same on an entry's page and elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from ..changes.compare import EntryChange, FieldChange, Laid, Sort
from ..changes.fieldnames import shape_at
from ..changes.history import Moment, Step
from ..changes.shapes import MODELS
from ..changes.words import Aspect, aspect_of
from ..changes.words import said as worded
from ..dates import parse
from ..model import SETTINGS_OWNER
from ..prose import plain
from ..report import To, Words
from .desk import Desk
from .excerpt import cut
from .pen import Pen
from .said import said

SUBSTANCE: Final = frozenset({Aspect.FIGURE, Aspect.DATE, Aspect.SPEAKER, Aspect.QUOTE, Aspect.STANDING, Aspect.GRADE})
"""What readers may have relied on; wording, names and new evidence are told on the entry's own page only."""
LABELS: Final = frozenset({"label", "type"})
"""Fields that say what something is; their change matters as much."""
FALLEN: Final = frozenset({"standing", "retracted"})
"""Fields that say by being there that something no longer holds."""


SUBJECT: Final = 120
"""Characters of the subject of a commit."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as a row; `commit` is its short hash, linked where the forge is known."""

    when: Markup
    what: tuple[Markup, ...]
    subject: str
    commit: Markup


def sentences(desk: Desk, change: EntryChange) -> tuple[Words, ...]:
    """Return in sentences what changed in an entry, what matters most first; none that names a draft left out."""
    out = desk.facts.dossier.left_out
    told = (sentence.words for sentence in worded(change, desk.voice, desk.names))
    return tuple(words for words in told if not any(isinstance(word, To) and word.id in out for word in words))


def change_row(pen: Pen, step: Step, change: EntryChange | None = None) -> ChangeRow:
    """Return a step as a row; `change` may be a part of what happened."""
    change = change or step.change
    gone = (Markup(plain(pen.voice.text("taken out"))),)
    what = gone if change.sort is Sort.REMOVED else tuple(said(pen, words) for words in sentences(pen.desk, change))
    subject = cut(step.moment.subject, SUBJECT) if step.moment else ""
    return ChangeRow(moment_words(pen, step.moment), what, subject, commit_link(pen, step.moment))


def moment_words(pen: Pen, moment: Moment | None) -> Markup:
    """Return the day of a version in words."""
    if moment is None:
        return Markup(plain(pen.voice.text("Not committed yet")))
    day = Markup(plain(day_words(pen, moment)))
    return Markup(f'<time datetime="{moment.when}">{day}</time>') if moment.when else day


def day_words(pen: Pen, moment: Moment) -> str:
    """Return the day of a version in plain words."""
    return pen.voice.when(parse(moment.day))


def commit_link(pen: Pen, moment: Moment | None) -> Markup:
    """Return the short hash of a commit, linked to where it is shown; nothing for what is not committed."""
    if moment is None:
        return Markup("")
    shown, address = f"`{moment.commit[:7]}`", pen.desk.links.commit(moment.commit)
    return Markup(f"[{shown}]({address}){{.tap}}" if address else shown)


def substance(change: EntryChange) -> EntryChange | None:
    """Return the part of a change that readers may have relied on; nothing where it has none.

    Something must have stood there before: what is added takes nothing back, unless it says that something fell.
    An entry that is gone is all substance; corrections and the settings have none.
    """
    if change.kind == "correction" or change.id == SETTINGS_OWNER or change.sort is Sort.ADDED:
        return None
    if change.sort is Sort.REMOVED:
        return change
    fields = tuple(one for one in change.fields if _matters(change.kind, one))
    return replace(change, sort=Sort.CHANGED, was="", fields=fields) if fields else None


def _matters(kind: str, change: FieldChange) -> bool:
    first, last = str(change.route[0]), change.route[-1]
    if first == "review" or not (change.before is not None or first in FALLEN or _has_default(kind, change)):
        return False
    aspect = aspect_of(kind, change)
    if aspect is Aspect.GRADE and first != "extent":
        return last == "grade"
    return aspect in SUBSTANCE or (len(change.route) == 1 and first in LABELS)


def _has_default(kind: str, change: FieldChange) -> bool:
    """Tell whether a field says something by being left out: a figure without a qualifier is exact."""
    shape = shape_at(MODELS[kind], change.route)
    return shape is not None and shape.default not in (None, [], "false")


def substantial(desk: Desk) -> Iterable[tuple[Step, EntryChange]]:
    """Yield the steps that readers may have relied on, the newest first, each with that part of it.

    What was a draft nobody could rely on. Of entries that are not shown only those are told of that were taken out.
    """
    dossier, steps = desk.facts.dossier, desk.history.steps if desk.history else ()
    for step in steps:
        change = substance(step.change)
        shown = step.id in dossier.entries or step.id in dossier.located
        if change and shown is not (change.sort is Sort.REMOVED) and not stood_as_draft(change.before):
            yield step, change


def stood_as_draft(laid: Laid | None) -> bool:
    """Tell whether an entry, as it lay in a version, was a draft; nothing is none."""
    review = laid.node.get("review") if laid else None
    return (review.get("state") if isinstance(review, dict) else review) == "draft"
