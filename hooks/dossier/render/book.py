"""All pages of the site: the visible list of what makes them, then the notes, which need every page to be written."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ..changes.history import History
from ..index import Facts
from ..links import METHOD, OWN_PAGE, Links
from ..model import Source
from ..prose import attribute
from ..voice import voice_of
from .bibliography import definition
from .cards import cards
from .desk import Desk
from .feed import feed
from .handwritten import handwritten_page
from .interface import interface
from .look import look
from .notes import Register, Use, definitions, register, uses_in
from .page import Asset, Page
from .pages.checks import checks_page
from .pages.claims import claim_pages
from .pages.clocks import clock_pages
from .pages.corrections import correction_page
from .pages.documents import document_pages
from .pages.events import event_pages, timeline_pages
from .pages.ledger import ledger
from .pages.lists import question_list, question_pages, term_list, term_pages
from .pages.method import method_page
from .pages.named import actor_list, actor_pages, place_list, place_pages
from .pages.notes import note_pages, note_rows
from .pages.overview import overview
from .pages.sources import source_list, source_pages
from .pen import Pen
from .redirects import redirects
from .search import search_index

PAGES: Final[tuple[Callable[[Desk], Iterator[Page]], ...]] = (
    overview,
    document_pages,
    timeline_pages,
    clock_pages,
    actor_list,
    place_list,
    ledger,
    source_list,
    checks_page,
    question_list,
    method_page,
    term_list,
    correction_page,
    event_pages,
    actor_pages,
    place_pages,
    claim_pages,
    source_pages,
    term_pages,
    question_pages,
)
"""In the order of the navigation; what is not in the navigation comes last."""

SOURCES: Final = f"{OWN_PAGE['source']}/"


def render(
    facts: Facts, links: Links, handwritten: Mapping[str, str], history: History | None = None
) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Return the finished pages and the other files of the site.

    `handwritten` maps the path of a page in the docs folder to its Markdown; such a page takes the place of the
    generated Method page, which is a default, and of no other.
    """
    desk = Desk(facts, links, voice_of(facts.dossier.settings.language), history)
    drafts = _drafts(desk, handwritten)
    anchored = [(page, *uses_in(page.path, page.markdown, "")) for page in drafts]
    uses = register(tuple(use for _, _, found in anchored for use in found))
    titles = {page.path: page.title for page in drafts}
    finish = _Finish(desk, uses, titles)
    pages = [finish.page(page, markdown, found) for page, markdown, found in anchored]
    notes = list(note_pages(desk, uses, titles))
    return (*pages, *notes), (
        *redirects(facts.dossier, links),
        *interface(desk.voice),
        *look(facts.dossier.settings),
        *feed(desk),
        *cards(desk),
        *search_index(desk, drafts, handwritten),
    )


def _drafts(desk: Desk, handwritten: Mapping[str, str]) -> list[Page]:
    """Return all pages but the register of notes, before their definitions are added: the navigation, then by path."""
    own = {path: handwritten_page(desk, path, text, handwritten) for path, text in sorted(handwritten.items())}
    pages = [
        own.pop(page.path) if page.path == METHOD and page.path in own else page
        for make in PAGES
        for page in make(desk)
    ]
    listed = [page for page in pages if page.in_nav]
    return [*listed, *own.values(), *sorted((page for page in pages if not page.in_nav), key=lambda page: page.path)]


@dataclass
class _Finish:
    """Adds to each page its definitions, and to a source's page the register of its uses."""

    desk: Desk
    uses: Register
    titles: dict[str, str]
    _defined: dict[tuple[str, str], str] = field(default_factory=dict)

    def page(self, page: Page, markdown: str, found: tuple[Use, ...]) -> Page:
        voice = self.desk.voice
        parts = [markdown]
        if page.path.startswith(SOURCES):
            pen = Pen(self.desk, page.path, page.entries[0])
            rows = note_rows(pen, self.uses, page.entries[0], self.titles)
            parts.append(self.desk.write("uses.md.jinja", pen, rows=rows))
        said = voice.text("Back to use {n}")
        folder = posixpath.dirname(page.path)
        parts.append(
            definitions(
                found, lambda key: self.defined(key, folder), lambda n: attribute(said.format(n=voice.number(n)))
            )
        )
        return replace(
            page,
            markdown="\n\n".join(part.strip() for part in parts if part.strip()),
            section=page.section and voice.text(page.section),
        )

    def defined(self, key: str, folder: str) -> str:
        """Return a note in words, once for each folder: pages of one folder have the same links."""
        text = self._defined.get((key, folder))
        if text is None:
            made = self.desk.notes[key]
            source = self.desk.facts.dossier.entries[made.source]
            assert isinstance(source, Source), "a checked dossier cites sources"
            text = str(definition(Pen(self.desk, posixpath.join(folder, "_")), made, source))
            self._defined[key, folder] = text
        return text
