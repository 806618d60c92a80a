"""Under the title of an entry whether it was reviewed, and at the end of its page when it was added and changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from ..changes.compare import Sort
from ..changes.history import History, Moment, SinceReview, Step, since_review
from ..model import Entry, Review
from ..model.words import ReviewState
from ..prose import plain
from .happened import ChangeRow, change_row, day_words, moment_words, sentences
from .pen import Pen
from .said import said

META: Final[Mapping[str, object]] = {"sheets": ["record"]}
"""What a page that shows a review or a history names in its front matter."""

FEW: Final = 3
"""Changes that stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Whether an entry was reviewed: the state, the sentence, the note, and what became of it since."""

    state: ReviewState
    words: str
    note: Markup
    since: Markup
    changed: bool


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """What happened to an entry: the newest changes, those that are folded, when it was added, what is not known."""

    rows: tuple[ChangeRow, ...]
    older: tuple[ChangeRow, ...]
    older_count: str
    added: Markup
    commit: Markup
    unknown: str


def record(pen: Pen, entry: Entry) -> dict[str, object]:
    """Return what the page of an entry shows of its review and its history; None for what there is nothing to say of.

    Without a history of any kind nothing is said of it; where it is not known, that is said.
    """
    history = pen.desk.history
    return {
        "review": review_line(pen, entry),
        "history": _history(pen, history, history.of(entry.id)) if history else None,
    }


def review_line(pen: Pen, entry: Entry) -> ReviewLine | None:
    """Return whether an entry was reviewed, by whom and when, and whether it changed since."""
    review = entry.review
    if review is None:
        return None
    note, history = pen.inline(review.note), pen.desk.history
    if review.state is ReviewState.DRAFT or history is None:
        return ReviewLine(review.state, _reviewed(pen, review), note, Markup(""), False)
    if history.gap:
        said_so = pen.voice.text("Whether it was changed since is not known: {reason}.")
        unknown = said_so.format(reason=pen.voice.label(history.gap))
        return ReviewLine(review.state, _reviewed(pen, review), note, Markup(plain(unknown)), False)
    since = since_review(history.of(entry.id))
    return ReviewLine(review.state, _reviewed(pen, review), note, _since(pen, history, since), bool(since.steps))


def _reviewed(pen: Pen, review: Review) -> str:
    """Return the state of an entry as a sentence."""
    voice = pen.voice
    if review.state is ReviewState.DRAFT:
        return voice.label(review.state)
    names, date = voice.comma.join(review.by), voice.when(review.date) if review.date else ""
    if review.state is ReviewState.REVIEWED:
        return voice.text("Reviewed by {names} ({date})").format(names=names, date=date)
    if date:
        return voice.text("Disputed by {names} ({date})").format(names=names, date=date)
    return voice.text("Disputed by {names}").format(names=names)


def _since(pen: Pen, history: History, since: SinceReview) -> Markup:
    """Return what changed since the review, the newest first, with a link to the history; empty if nothing did."""
    if since.steps:
        told = list(dict.fromkeys(words for step in since.steps for words in sentences(pen.desk, step.change)))
        shown = [said(pen, words) for words in told[:FEW]]
        what = Markup(pen.voice.semicolon).join([*shown, *(["…"] if told[FEW:] else [])])
        # Nothing can be told where all of it names drafts that are left out.
        phrase = pen.voice.text("Changed since the review: {what}" if what else "Changed since the review")
        changed = Markup(phrase).format(what=what)
        more = pen.to(pen.path, pen.voice.text("History"), "history", "tap")
        return changed + Markup(". ") + more
    if not since.whole and history.since:
        words = pen.voice.text("Whether it was changed before {date} is not known.")
        return Markup(words).format(date=moment_words(pen, history.since))
    return Markup("")


def _history(pen: Pen, history: History, steps: Sequence[Step]) -> HistoryRows:
    if history.gap:
        told = pen.voice.text("When this entry was added, and what changed since, is not known: {reason}.")
        unknown = told.format(reason=pen.voice.label(history.gap))
        return HistoryRows((), (), "", Markup(""), Markup(""), unknown)
    born = steps[-1] if steps and steps[-1].change.sort is Sort.ADDED else None
    rows = tuple(row for step in steps if step is not born and (row := _row(pen, step)).what)
    added = born and change_row(pen, born)
    older = rows[FEW:] if len(rows) > FEW + 1 else ()
    return HistoryRows(
        rows=rows[: len(rows) - len(older)],
        older=older,
        older_count=pen.voice.plural("{n} earlier change", "{n} earlier changes", len(older)) if older else "",
        added=_added(pen, born) if born else Markup(""),
        commit=added.commit if added else Markup(""),
        unknown=_beginning(pen, history.since) if history.since and not born else "",
    )


def _row(pen: Pen, step: Step) -> ChangeRow:
    """Return a step as a row. Added here means added again: what an entry brings is no change of it."""
    row = change_row(pen, step)
    if step.change.sort is not Sort.ADDED:
        return row
    return replace(row, what=(Markup(plain(pen.voice.text("put back"))),))


def _added(pen: Pen, born: Step) -> Markup:
    if born.moment is None:
        return Markup(plain(pen.voice.text("Added, and not committed yet")))
    return Markup(pen.voice.text("Added {date}")).format(date=moment_words(pen, born.moment))


def _beginning(pen: Pen, since: Moment) -> str:
    """Say where the known part of the history begins."""
    told = pen.voice.text("What happened before {date} is not known: this copy of the history begins there.")
    return told.format(date=day_words(pen, since))
