"""Terms and questions: a list of each, and a page for every one."""

from collections.abc import Iterator, Sequence

from ...links import LISTS
from ...model import OpenQuestion, Term
from ..desk import Desk
from ..look import preview
from ..page import Page
from ..pen import Pen
from ..record import META as RECORD
from ..record import record
from ..rows import mention_groups
from .listing import PAGE_META, listing
from .named import named_page, named_values, scripts


def term_list(desk: Desk) -> Iterator[Page]:
    """Yield the glossary of terms."""

    def fill(pen: Pen, terms: Sequence[Term]) -> dict[str, object]:
        return {"rows": [(pen.link(term.id), scripts(term), pen.inline(term.description)) for term in terms]}

    return listing(desk, "term", "Terms", desk.facts.terms, fill, "About")


def term_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each term."""
    for term in desk.facts.terms:
        pen = Pen(desk, desk.links.page(term.id), term.id)
        values = named_values(pen, term, LISTS["term"], "Terms") | {"term": term}
        yield named_page(desk, pen, term, "term.md.jinja", values)


def question_list(desk: Desk) -> Iterator[Page]:
    """Yield the open questions, in the order of the data."""

    def fill(pen: Pen, questions: Sequence[OpenQuestion]) -> dict[str, object]:
        return {"rows": [(pen.link(question.id), pen.inline(question.text)) for question in questions]}

    return listing(desk, "question", "Questions", desk.facts.dossier.questions, fill)


def question_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each question."""
    for question in desk.facts.dossier.questions:
        pen = Pen(desk, desk.links.page(question.id), question.id)
        body = desk.write(
            "question.md.jinja",
            pen,
            question=question,
            about=pen.links(question.about),
            list=pen.to(LISTS["question"], desk.voice.text("Questions")),
            mentions=mention_groups(pen, question.id),
            **record(pen, question),
        )
        meta = {**PAGE_META, **RECORD, "description": preview(question.text)}
        yield Page(pen.path, question.question, body, (question.id,), desk.facts.dossier.mark(question.id), meta=meta)
