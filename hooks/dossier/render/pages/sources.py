"""The sources: a bibliography, and a page for each with what rests on it and who repeated whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from ...links import LISTS
from ...model import Citation, Source
from ...prose import plain
from ..bibliography import citation_line, imprint, read_words
from ..desk import Desk
from ..drawings import lineage, source_tree
from ..foreign import other_language, quoted
from ..look import preview
from ..page import Page
from ..pen import Pen
from ..record import META as RECORD
from ..record import record
from ..rows import mention_groups
from .listing import PAGE_META, listing

MOST: Final = 24
"""Children that a family tree still shows legibly; the list beside it has all."""


def source_list(desk: Desk) -> Iterator[Page]:
    """Yield the bibliography in pages, by short name and date."""

    def fill(pen: Pen, sources: Sequence[Source]) -> dict[str, object]:
        return {"rows": [_row(pen, source) for source in sources]}

    return listing(desk, "source", "Sources", sorted(desk.facts.dossier.sources, key=_by_name_and_date), fill)


def _by_name_and_date(source: Source) -> tuple[object, ...]:
    return (source.short.casefold(), source.issued.edtf.sort_key if source.issued else (), source.id)


def _row(pen: Pen, source: Source) -> tuple[Source, Markup, str, str, str]:
    kind = pen.voice.label(source.type)
    return (source, citation_line(pen, source), kind, read_words(pen, source), _reports(pen, source))


def _reports(pen: Pen, source: Source) -> str:
    count = len(pen.desk.facts.children.get(source.id, ()))
    return pen.voice.plural("repeated by {n} source", "repeated by {n} sources", count) if count else ""


def source_pages(desk: Desk) -> Iterator[Page]:
    """Yield a page for each source; its register of uses is added when all pages are written."""
    for source in desk.facts.dossier.sources:
        pen = Pen(desk, desk.links.page(source.id), source.id)
        children = desk.facts.children.get(source.id, ())
        values = {
            "source": source,
            "list": pen.to(LISTS["source"], desk.voice.text("Sources")),
            "read": read_words(pen, source),
            "line": imprint(pen, source),
            "derived": [
                (desk.voice.label(item.how), pen.link(item.source), item.read, pen.inline(item.note))
                for item in source.derived_from
            ],
            "children": [(pen.link(child.source), desk.voice.label(child.how), child.read) for child in children],
            "tree": source_tree(pen, source.id, tuple(child.source for child in children[:MOST])),
            "claims": [
                (pen.link(claim.id), _stances(pen, source.id, claim.citations))
                for claim in desk.facts.carried.get(source.id, ())
            ],
            "alone": [pen.link(claim) for claim in desk.facts.evidence.falls.resting.get(source.id, ())],
            "speaks_for": pen.link(source.speaks_for) if source.speaks_for else Markup(""),
            "published_by": pen.link(source.published_by) if source.published_by else Markup(""),
            "fell": _fell(pen, source),
            "mentions": mention_groups(pen, source.id),
            **record(pen, source),
            "document": desk.facts.dossier.document_of(source.id),
            "fragments": [
                (fragment, quoted(desk.voice, fragment.quote, other_language(desk, source.id)))
                for fragment in source.fragments
            ],
        }
        yield Page(
            pen.path,
            _title(pen, source),
            desk.write("source.md.jinja", pen, **values),
            (source.id,),
            desk.facts.dossier.mark(source.id),
            meta={**PAGE_META, **RECORD, "description": preview(source.verdict)},
        )


def _fell(pen: Pen, source: Source) -> list[Markup]:
    """Return the claims that lost a report with a source that was retracted."""
    if not source.retracted:
        return []
    origins = pen.desk.facts.origins
    return [
        pen.link(claim.id)
        for claim in pen.desk.facts.claims
        if (fallen := origins[claim.id].all.fallen) and source.id in lineage(pen, fallen).sources
    ]


def _title(pen: Pen, source: Source) -> str:
    """Return a title no other page has: an actor may be called as a source is."""
    more = source.title if source.title and source.title != source.short else pen.voice.label(source.type)
    return f"{source.short}: {more}"


def _stances(pen: Pen, source: str, citations: Iterable[Citation]) -> Markup:
    return Markup(pen.voice.comma).join(
        dict.fromkeys(
            Markup(plain(pen.voice.label(citation.stance))) for citation in citations if citation.source == source
        )
    )
