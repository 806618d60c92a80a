"""Terms, questions and corrections: each kind on one page, every entry with its own anchor."""

from collections.abc import Iterator

from ...links import LISTS
from ..desk import Desk
from ..page import Page
from ..pen import Pen
from ..rows import mention_groups
from .named import name_row
from .pager import PAGE_META


def term_page(desk: Desk) -> Iterator[Page]:
    """Yield the glossary of terms."""
    pen = Pen(desk, LISTS["term"])
    terms = sorted(desk.facts.dossier.terms, key=lambda term: (term.label.casefold(), term.id))
    rows = [(term, tuple(name_row(pen, name) for name in term.names), mention_groups(pen, term.id)) for term in terms]
    yield Page(
        pen.path,
        desk.voice.text("Terms"),
        desk.write("terms.md.jinja", pen, rows=rows),
        tuple(term.id for term in terms),
        section="About",
        meta=PAGE_META,
    )


def question_page(desk: Desk) -> Iterator[Page]:
    """Yield the open questions."""
    pen = Pen(desk, LISTS["question"])
    questions = desk.facts.dossier.questions
    rows = [(question, pen.links(question.about)) for question in questions]
    yield Page(
        pen.path,
        desk.voice.text("Questions"),
        desk.write("questions.md.jinja", pen, rows=rows),
        tuple(question.id for question in questions),
        section="",
        meta=PAGE_META,
    )


def correction_page(desk: Desk) -> Iterator[Page]:
    """Yield the corrections, the newest first."""
    pen = Pen(desk, LISTS["correction"])
    corrections = sorted(desk.facts.dossier.corrections, key=lambda entry: entry.date.sort_key, reverse=True)
    rows = [(entry, desk.voice.when(entry.date), pen.links(entry.entries)) for entry in corrections]
    yield Page(
        pen.path,
        desk.voice.text("Corrections"),
        desk.write("corrections.md.jinja", pen, rows=rows),
        tuple(entry.id for entry in corrections),
        section="About",
        meta=PAGE_META,
    )
