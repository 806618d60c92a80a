"""Terms, questions and corrections: lists whose entries have an anchor rather than a page of their own."""

from collections.abc import Iterator, Sequence

from ...model import Correction, OpenQuestion, Term
from ..desk import Desk
from ..page import Page
from ..pen import Pen
from ..rows import mention_groups
from .listing import listing
from .named import name_row


def term_page(desk: Desk) -> Iterator[Page]:
    """Yield the glossary of terms."""

    def fill(pen: Pen, terms: Sequence[Term]) -> dict[str, object]:
        return {
            "rows": [
                (term, [name_row(pen, name) for name in term.names], mention_groups(pen, term.id)) for term in terms
            ]
        }

    return listing(desk, "term", "Terms", desk.facts.terms, fill, "About")


def question_page(desk: Desk) -> Iterator[Page]:
    """Yield the open questions, in the order of the data."""

    def fill(pen: Pen, questions: Sequence[OpenQuestion]) -> dict[str, object]:
        return {"rows": [(question, pen.links(question.about)) for question in questions]}

    return listing(desk, "question", "Questions", desk.facts.dossier.questions, fill)


def correction_page(desk: Desk) -> Iterator[Page]:
    """Yield the corrections, the newest first."""

    def fill(pen: Pen, corrections: Sequence[Correction]) -> dict[str, object]:
        return {"rows": [(entry, pen.voice.when(entry.date), pen.links(entry.entries)) for entry in corrections]}

    return listing(desk, "correction", "Corrections", desk.facts.corrections, fill, "About")
