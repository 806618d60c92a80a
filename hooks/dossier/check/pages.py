"""Hand-written pages point at entries just as the data does, and are told off in the same way."""

from collections.abc import Iterator, Mapping

from ..analysis.order import passage_named
from ..model import Dossier
from ..problem import Mark, Problem, did_you_mean, short
from ..prose import Cite, Text, parse
from .references import Nearest, targets


def handwritten_references(dossier: Dossier, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with the citations and links of hand-written pages.

    `pages` maps the path of a page, as shown to people, to its Markdown.
    """
    nearest = Nearest(dossier)
    for path, text in pages.items():
        for token in parse(text):
            mark = mark_in(path, text, token.offset)
            for shown, id_, kinds in targets(token):
                said = nearest.wrong(id_, kinds)
                if said:
                    yield Problem(mark, f"{shown}: {said[0]}", said[1], "reference")
            if isinstance(token, Cite):
                yield from _locators(dossier, mark, token)
            if isinstance(token, Text) and token.wrong and token.text.startswith(("[@", "[[")):
                yield Problem(
                    mark, f"`{short(token.text)}` is neither a citation nor a link", token.wrong, "reference-form"
                )


def _locators(dossier: Dossier, mark: Mark, cite: Cite) -> Iterator[Problem]:
    for reference in cite.references:
        document = dossier.document_of(reference.source)
        known = [passage.id for passage in document.passages] if document else []
        if document and reference.locator and passage_named(reference.locator) not in known:
            yield Problem(
                mark,
                f"`{reference.source}` has no passage `{reference.locator}`",
                did_you_mean(reference.locator, known) or f"expected one of {', '.join(known)}",
                "locator",
            )


def mark_in(path: str, text: str, offset: int) -> Mark:
    """Return the place of a character of a page."""
    return Mark(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
