"""The sources: a bibliography, and a page for each with what rests on it and who repeated whom."""

from collections.abc import Iterator

from markupsafe import Markup

from ...links import LISTS, list_page
from ...model import Source
from ...prose import plain, plain_words
from ..bibliography import citation_line, read_words
from ..desk import Desk, Pen
from ..drawings import source_tree
from ..page import Page
from ..paging import paged
from ..rows import mention_groups
from .pager import PAGE_META, numbered, pager


def source_list(desk: Desk) -> Iterator[Page]:
    """Yield the bibliography in pages, by short name and date."""
    sources = sorted(desk.facts.dossier.sources, key=lambda source: (source.short.casefold(), source.issued.edtf.sort_key if source.issued else (), source.id))
    for number, (part, total) in enumerate(paged(sources), start=1):
        pen = desk.pen(list_page("source", number))
        rows = [(source, citation_line(pen, source), desk.voice.label(source.type), read_words(pen, source), _reports(pen, source)) for source in part]
        body = desk.write("sources.md.jinja", pen, rows=rows, total=len(sources), pager=pager(pen, "source", number, total))
        yield Page(pen.path, numbered(desk.voice.text("Sources"), number), body, tuple(source.id for source in part),
                   section="" if number == 1 else None, meta=PAGE_META)


def _reports(pen: Pen, source: Source) -> str:
    count = len(pen.desk.facts.children.get(source.id, ()))
    return pen.voice.plural("repeated by {n} source", "repeated by {n} sources", count) if count else ""


def source_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each source; its register of uses is added when all pages are written."""
    for source in desk.facts.dossier.sources:
        pen = desk.pen(desk.links.page(source.id), source.id)
        carried = [claim for claim in desk.facts.claims if source.id in desk.facts.origins[claim.id].reports]
        values = {
            "source": source, "list": pen.to(LISTS["source"], desk.voice.text("Sources")), "read": read_words(pen, source),
            "line": citation_line(pen, source, linked=False), "derived": [
                (desk.voice.label(item.how), pen.link(item.source), item.read, pen.inline(item.note)) for item in source.derived_from],
            "children": [(pen.link(child), desk.voice.label(_how(desk, child, source.id))) for child in desk.facts.children.get(source.id, ())],
            "tree": source_tree(pen, (source.id, *desk.facts.children.get(source.id, ())), f"tree-{source.id}"),
            "claims": [(pen.link(claim.id), _stances(pen, source.id, claim.citations)) for claim in carried],
            "speaks_for": pen.link(source.speaks_for) if source.speaks_for else Markup(""),
            "published_by": pen.link(source.published_by) if source.published_by else Markup(""),
            "mentions": mention_groups(pen, source.id), "document": desk.facts.dossier.document_of(source.id)}
        meta: dict[str, object] = {"hide": ["navigation", "toc"], "description": plain_words(source.verdict)[:300]}
        yield Page(pen.path, _title(source), desk.write("source.md.jinja", pen, **values), (source.id,), desk.facts.dossier.mark(source.id), meta=meta)


def _title(source: Source) -> str:
    return f"{source.short}: {source.title}" if source.title and source.title != source.short else source.short


def _how(desk: Desk, child: str, parent: str):  # type: ignore[no-untyped-def]
    source = next(source for source in desk.facts.dossier.sources if source.id == child)
    return next(item.how for item in source.derived_from if item.source == parent)


def _stances(pen: Pen, source: str, citations: tuple) -> Markup:  # type: ignore[type-arg]
    return Markup(", ").join(dict.fromkeys(Markup(plain(pen.voice.label(citation.stance))) for citation in citations if citation.source == source))
