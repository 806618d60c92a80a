"""A document taken apart hangs together: its source, its passages, its remarks."""

from collections.abc import Iterator

from ..model import Document, Dossier, document_owner
from ..problem import Problem, did_you_mean


def document_source(dossier: Dossier) -> Iterator[Problem]:
    """The file in which a source is taken apart is named after it."""
    for document in dossier.documents:
        mark = dossier.mark(document_owner(document.source), "source")
        if not mark.path.endswith(f"/{document.source}.yml"):
            yield Problem(
                mark, f"the file is about `{document.source}`", f"rename it to `{document.source}.yml`", "document"
            )


def document_passages(dossier: Dossier) -> Iterator[Problem]:
    """Passage ids are unique in their document."""
    for document in dossier.documents:
        seen: set[str] = set()
        for number, passage in enumerate(document.passages):
            if passage.id in seen:
                yield Problem(
                    dossier.mark(document_owner(document.source), "passages", number, "id"),
                    f"the passage `{passage.id}` stands twice",
                    "give each its own, `p0`, `p1` and so on in reading order",
                    "passage",
                )
            seen.add(passage.id)


def remark_fragments(dossier: Dossier) -> Iterator[Problem]:
    """A remark belongs to a passage that exists, and the words it marks stand in that passage's gist."""
    for document in dossier.documents:
        gists = {passage.id: passage.gist for passage in document.passages}
        for remark in document.remarks:
            yield from _passages(dossier, document, remark.id, (remark.passage, *remark.also))
            gist = gists.get(remark.passage)
            if remark.fragment and gist is not None and _folded(remark.fragment) not in _folded(gist):
                yield Problem(
                    dossier.mark(remark.id, "fragment"),
                    f"the words “{remark.fragment}” do not stand in the gist of `{remark.passage}`",
                    "quote them there as well, so that readers see what the remark is about",
                    "fragment",
                )


def _passages(dossier: Dossier, document: Document, remark: str, named: tuple[str, ...]) -> Iterator[Problem]:
    known = [passage.id for passage in document.passages]
    for number, passage in enumerate(named):
        if passage not in known:
            route = ("also", number - 1) if number else ("passage",)
            yield Problem(
                dossier.mark(remark, *route),
                f"the document has no passage `{passage}`",
                did_you_mean(passage, known) or f"expected one of {', '.join(known)}",
                "passage",
            )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
