"""What a printed dossier has and a website has not: a title page, a table of contents, and the order of its pages.

Exists in the core because these are words, in the dossier's language; `scripts/paper` makes the PDF.
"""

import datetime as dt
import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from babel.dates import format_date

from ..links import LISTS, NOTES, OWN_PAGE
from ..model import Settings
from ..voice import Voice
from .look import COMB, credit
from .page import Page

FOLDERS: Final = {f"{folder}/": LISTS[kind] for kind, folder in OWN_PAGE.items()}
"""The folder of the pages of a kind → the page after which they stand."""
OWN_SHEET: Final = tuple(f"{OWN_PAGE[kind]}/" for kind in ("claim", "event", "actor", "place"))
"""Folders of pages that begin on a sheet of their own."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the book: its path below the site, its title, how deep it stands (1: a part, 2: an entry of it)."""

    path: str
    title: str
    depth: int

    @property
    def run_on(self) -> bool:
        """Whether it follows the one before on the same sheet: entries and hand-written pages that are mostly short."""
        return self.depth > 1 and "/" in self.path and not self.path.startswith(OWN_SHEET)


def leaves(pages: Sequence[Page]) -> tuple[Leaf, ...]:
    """Return all pages in the order of a book: those of the navigation, each followed by the entries it lists."""
    after: dict[str, list[Page]] = {}
    for page in pages:
        if not page.in_nav:
            after.setdefault(_list_of(page.path), []).append(page)

    def with_entries(page: Page) -> Iterator[Page]:
        yield page
        for one in after.get(page.path, ()):
            yield from with_entries(one)

    return tuple(
        Leaf(f"{one.path.removesuffix('.md')}.html", one.nav_title, 1 if one.in_nav else 2)
        for part in pages
        if part.in_nav
        for one in with_entries(part)
    )


def _list_of(path: str) -> str:
    """Return the page after which another stands: `claims.md` for `claims/x.md` and `claims-2.md`.

    Hand-written pages that are not in the navigation stand in a folder that has a page of its name.
    """
    folder = path.rpartition("/")[0]
    if folder:
        return FOLDERS.get(f"{folder}/", f"{folder}.md")
    stem, _, number = path.removesuffix(".md").rpartition("-")
    listed = f"{stem}.md"
    return listed if number.isdecimal() and listed in (*LISTS.values(), NOTES) else path


def title_page(settings: Settings, voice: Voice, day: dt.date, address: str) -> str:
    """Return the first page as HTML: what this is, who answers for it, which version of which day, where it lives."""
    where = f"<p>{html.escape(address)}</p>" if address else ""
    notes = voice.text("The notes of each page stand at its end. Links lead within this file.")
    return (
        f'<section class="title-page md-typeset"><img src="{html.escape(settings.look.logo or COMB)}" alt="">'
        f'<p class="title">{html.escape(settings.title)}</p><p class="dek">{html.escape(settings.subtitle)}</p>'
        f"<p>{html.escape(settings.description)}</p><p>{format_date(day, 'long', locale=voice.locale)}</p>{where}"
        f'<p class="small">{credit(settings)}</p><p class="small">{html.escape(notes)}</p></section>'
    )


def edition(settings: Settings, voice: Voice) -> str:
    """Return what stands at the foot of each printed page: title and version; HTML."""
    said = voice.text("{title}, version {version}").format(title=settings.title, version=settings.version)
    return html.escape(said)


def contents(book: Sequence[Leaf], anchors: Mapping[str, str], numbers: Mapping[str, int], voice: Voice) -> str:
    """Return the table of contents as HTML.

    `anchors` gives for each path the id of its section, `numbers` for each id its page; ids without a number, as
    before the pages are set, get a blank of the same width.
    """
    rows = "".join(_rows(book, anchors, numbers, voice))
    heading = html.escape(voice.text("Contents"))
    return f'<section class="contents md-typeset"><h1>{heading}</h1><ol>{rows}</ol></section>'


def _rows(book: Sequence[Leaf], anchors: Mapping[str, str], numbers: Mapping[str, int], voice: Voice) -> Iterator[str]:
    for depth, group in groupby(book, key=lambda leaf: leaf.depth):
        lines = "".join(
            f'<li><a href="#{html.escape(anchors[leaf.path])}"><span>{html.escape(leaf.title)}</span>'
            f'<span class="num">{_number(numbers.get(anchors[leaf.path]), voice)}</span></a></li>'
            for leaf in group
        )
        yield lines if depth == 1 else f"<li><ol>{lines}</ol></li>"


def _number(number: int | None, voice: Voice) -> str:
    return "0000" if number is None else voice.number(number)
