"""Whatever points at something must find it, and find the right kind of thing."""

from collections.abc import Iterator
from typing import Final

from ..analysis.order import passage_named
from ..model import Dossier, Ref, Value
from ..problem import Mark, Problem, did_you_mean, short
from ..prose import Cite, Link, Reference, Text

MOST_HINTS: Final = 50
"""Ids that are not there for which the nearest is looked for; whoever mends those gets the next."""


def references(dossier: Dossier) -> Iterator[Problem]:
    """A field that holds an id names an entry that exists and is of a kind the field allows."""
    nearest = Nearest(dossier)
    for owned in dossier.values:
        tag = owned.tag
        if isinstance(tag, Ref):
            said = nearest.wrong(owned.text, tag.kinds)
            if said:
                yield Problem(_mark(dossier, owned), said[0], said[1], "reference")


def prose_references(dossier: Dossier) -> Iterator[Problem]:
    """`[@id]` in prose names a source, and `[[id]]` an entry."""
    nearest = Nearest(dossier)
    for owned, token in _prose_tokens(dossier):
        for shown, id_, kinds in targets(token):
            said = nearest.wrong(id_, kinds)
            if said:
                yield Problem(_mark(dossier, owned), f"{shown}: {said[0]}", said[1], "reference")


def prose_form(dossier: Dossier) -> Iterator[Problem]:
    """What starts like a citation or a link in prose is one."""
    for owned, token in _prose_tokens(dossier):
        if isinstance(token, Text) and token.wrong:
            yield Problem(
                _mark(dossier, owned),
                f"`{short(token.text)}` is neither a citation nor a link",
                token.wrong,
                "reference-form",
            )


def locators(dossier: Dossier) -> Iterator[Problem]:
    """A locator into a document that was taken apart is one of its passages."""
    passages = {document.source: [passage.id for passage in document.passages] for document in dossier.documents}
    for owner, citation, route in _citations(dossier):
        known = passages.get(citation.source)
        if known is not None and citation.locator is not None and passage_named(citation.locator) not in known:
            yield Problem(
                dossier.mark(owner, *route),
                f"`{citation.source}` has no passage `{short(citation.locator)}`",
                did_you_mean(citation.locator, known)
                or f"expected one of {', '.join(known) or 'its passages, once it has some'}",
                "locator",
            )


def targets(token: object) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what a token of prose points at: how it is written, the id, the kinds allowed."""
    if isinstance(token, Cite):
        for reference in token.references:
            yield f"`[@{short(reference.source)}]`", reference.source, ("source",)
    elif isinstance(token, Link):
        yield f"`[[{short(token.id)}]]`", token.id, ()


class Nearest:
    """Says what is wrong with references, each once looked for: of 10,000 ids the nearest takes 0.1 s to find."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.told: dict[tuple[str, tuple[str, ...]], tuple[str, str] | None] = {}

    def wrong(self, id_: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
        """Return what is wrong with pointing at `id_` and what was expected, or nothing when it is right."""
        entry = self.dossier.entries.get(id_)
        if entry is not None and (not kinds or entry.kind in kinds):
            return None
        if (id_, kinds) not in self.told:
            self.told[id_, kinds] = self._wrong(id_, kinds)
        return self.told[id_, kinds]

    def _wrong(self, id_: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
        entry = self.dossier.entries.get(id_)
        if entry is not None:
            return (
                f"`{short(id_)}` is {_article(entry.kind)} {entry.kind}",
                f"expected the id of {_article(kinds[0])} {' or '.join(kinds)}",
            )
        if id_ in self.dossier.unreadable:
            return None
        known = (other.id for other in self.dossier.entries.values() if not kinds or other.kind in kinds)
        wanted = " or ".join(kinds) or "entry"
        # One whose entry has an error of its own is not lost: it may well be the one that is meant.
        meant = (*known, *sorted(self.dossier.unreadable))
        hint = did_you_mean(id_, meant) if len(self.told) < MOST_HINTS else ""
        return (
            f"no {wanted} has the id `{short(id_)}`",
            hint or f"correct it, or write {_article(wanted)} {wanted} with this id first",
        )


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _mark(dossier: Dossier, owned: Value) -> Mark:
    return dossier.mark(owned.owner, *owned.route)


def _prose_tokens(dossier: Dossier) -> Iterator[tuple[Value, object]]:
    for owned in dossier.values:
        for token in owned.tokens:
            if type(token) is not Text or token.wrong:
                yield owned, token


def _citations(dossier: Dossier) -> Iterator[tuple[str, Reference, tuple[str | int, ...]]]:
    """Yield every citation, in prose or in fields, that names a place in its source."""
    for owned, token in _prose_tokens(dossier):
        if isinstance(token, Cite):
            for reference in token.references:
                yield owned.owner, reference, owned.route
    for given in dossier.citations:
        yield given.owner, Reference(given.citation.source, given.citation.locator), (*given.route, "locator")
