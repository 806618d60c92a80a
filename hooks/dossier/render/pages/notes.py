"""The register of notes: every footnote of the site with links back to each use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ...links import NOTES, relative
from ...prose import plain
from ..bibliography import citation_line
from ..desk import Desk
from ..foreign import other_language, quoted
from ..notes import Note, Register, Use, letter
from ..page import Page
from ..paging import paged
from ..pen import Pen
from .listing import PAGE_META, numbered

MOST: Final = 30
"""Sources on a page of the register: each has many notes, and each note many uses."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as a line of the register."""

    key: str
    locator: Markup
    quote: Markup
    uses: Markup


def notes_page(number: int) -> str:
    """Return the path of the n-th page of the register."""
    return NOTES if number == 1 else f"{NOTES.removesuffix('.md')}-{number}.md"


def note_pages(desk: Desk, uses: Register, titles: dict[str, str]) -> Iterator[Page]:
    """Yield the register of notes in pages, by source. `titles` names every page of the site."""
    sources = [
        source
        for source in sorted(desk.facts.dossier.sources, key=lambda source: (source.short.casefold(), source.id))
        if _keys(desk, uses, source.id)
    ]
    for number, (part, total) in enumerate(paged(sources, MOST), start=1):
        pen = Pen(desk, notes_page(number))
        rows = [(source.id, citation_line(pen, source), note_rows(pen, uses, source.id, titles)) for source in part]
        pages = (
            [pen.to(notes_page(n), desk.voice.number(n), classes="tap") for n in range(1, total + 1)]
            if total > 1
            else []
        )
        body = desk.write(
            "notes.md.jinja",
            pen,
            rows=rows,
            total=sum(len(found) for found in uses.values()),
            notes=len(uses),
            pager=pages,
        )
        yield Page(
            pen.path,
            numbered(desk.voice.text("Notes"), number),
            body,
            tuple(source.id for source in part),
            section=desk.voice.text("About") if number == 1 else None,
            meta=PAGE_META,
        )


def _keys(desk: Desk, uses: Register, source: str) -> list[str]:
    return sorted(
        (key for key in desk.notes_of(source) if key in uses),
        key=lambda key: (desk.notes[key].locator, desk.notes[key].quote, key),
    )


def note_rows(pen: Pen, uses: Register, source: str, titles: dict[str, str]) -> tuple[NoteRow, ...]:
    """Return the notes that cite a source, each with links to its uses by page and section, lettered a, b, c."""
    return tuple(_row(pen, pen.desk.notes[key], uses[key], titles) for key in _keys(pen.desk, uses, source))


def _row(pen: Pen, made: Note, uses: tuple[Use, ...], titles: dict[str, str]) -> NoteRow:
    places: dict[tuple[str, str], list[Markup]] = {}
    for count, use in enumerate(uses, start=1):
        address = relative(use.page, pen.path, use.anchor)
        places.setdefault((use.page, use.section), []).append(Markup(f"[{letter(count)}]({address}){{.tap}}"))
    shown = []
    for (page, section), links in places.items():
        title = Markup(plain(titles.get(page, page)))
        where = title if not section or Markup(section) == title else title + Markup(f", {section}")
        shown.append(where + Markup(" ") + Markup(" ").join(links))
    quote = quoted(pen.voice, made.quote, other_language(pen.desk, made.source)) if made.quote else Markup("")
    return NoteRow(made.key, Markup(plain(made.locator)), quote, Markup("; ").join(shown))
