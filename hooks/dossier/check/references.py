"""Whatever points at something must find it, and find the right kind of thing."""

from collections.abc import Iterator

from ..analysis.order import passage_named
from ..model import Dossier, Ref, Value
from ..problem import Mark, Problem, did_you_mean
from ..prose import Cite, Link, Reference, Text


def references(dossier: Dossier) -> Iterator[Problem]:
    """A field that holds an id names an entry that exists and is of a kind the field allows."""
    for owned in dossier.values:
        tag = owned.tag
        if isinstance(tag, Ref):
            said = wrong_reference(dossier, owned.text, tag.kinds)
            if said:
                yield Problem(_mark(dossier, owned), said[0], said[1], "reference")


def prose_references(dossier: Dossier) -> Iterator[Problem]:
    """`[@id]` in prose names a source, and `[[id]]` an entry."""
    for owned, token in _prose_tokens(dossier):
        for shown, id_, kinds in targets(token):
            said = wrong_reference(dossier, id_, kinds)
            if said:
                yield Problem(_mark(dossier, owned), f"{shown}: {said[0]}", said[1], "reference")


def prose_form(dossier: Dossier) -> Iterator[Problem]:
    """What starts like a citation or a link in prose is one."""
    for owned, token in _prose_tokens(dossier):
        if isinstance(token, Text) and token.wrong:
            yield Problem(
                _mark(dossier, owned), f"`{token.text}` is neither a citation nor a link", token.wrong, "reference-form"
            )


def locators(dossier: Dossier) -> Iterator[Problem]:
    """A locator into a document that was taken apart is one of its passages."""
    passages = {document.source: [passage.id for passage in document.passages] for document in dossier.documents}
    for owner, citation, route in _citations(dossier):
        known = passages.get(citation.source)
        if known is not None and citation.locator is not None and passage_named(citation.locator) not in known:
            yield Problem(
                dossier.mark(owner, *route),
                f"`{citation.source}` has no passage `{citation.locator}`",
                did_you_mean(citation.locator, known) or f"expected one of {', '.join(known)}",
                "locator",
            )


def targets(token: object) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what a token of prose points at: how it is written, the id, the kinds allowed."""
    if isinstance(token, Cite):
        for reference in token.references:
            yield f"`[@{reference.source}]`", reference.source, ("source",)
    elif isinstance(token, Link):
        yield f"`[[{token.id}]]`", token.id, ()


def wrong_reference(dossier: Dossier, id_: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with pointing at `id_` and what was expected, or nothing when it is right."""
    entry = dossier.entries.get(id_)
    if entry is None:
        if id_ in dossier.unreadable:
            return None
        known = (other.id for other in dossier.entries.values() if not kinds or other.kind in kinds)
        wanted = " or ".join(kinds) or "entry"
        return f"no {wanted} has the id `{id_}`", did_you_mean(
            id_, known
        ) or f"expected the id of {_article(wanted)} {wanted}"
    if kinds and entry.kind not in kinds:
        return (
            f"`{id_}` is {_article(entry.kind)} {entry.kind}",
            f"expected the id of {_article(kinds[0])} {' or '.join(kinds)}",
        )
    return None


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
