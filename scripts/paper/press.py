"""An HTML document to a PDF with bookmarks and page numbers, in Chromium; and where its anchors came to stand."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

from chromium import chromium
from pikepdf import Array, Dictionary, NameTree, ObjectStreamMode, Pdf
from playwright.sync_api import Page, Route

from dossier.model import Settings

Paper = Literal["A4", "Letter"]
MARGIN: Final = {"top": "20mm", "bottom": "22mm", "left": "20mm", "right": "20mm"}
NUMBER: Final = (
    '<div style="width:100%;padding:0 20mm;font:8pt sans-serif;color:#454a4d;display:flex;'
    'justify-content:space-between"><span>{edition}</span><span class=pageNumber></span></div>'
)
LONGEST: Final = 600_000
"""Milliseconds: the book of a large dossier has thousands of pages."""


@dataclass(frozen=True, slots=True)
class Press:
    """Presses documents of one folder on one kind of paper."""

    page: Page
    folder: Path
    paper: Paper
    edition: str
    """Stands at the foot of each page; HTML."""

    def pdf(self, document: str) -> bytes:
        """Return a document as PDF. It is written into the folder meanwhile, so that it finds the site's assets."""
        path = self.folder / "_book.html"
        path.write_text(document, encoding="utf-8")
        try:
            # The site does without a font that is late; paper waits for it.
            self.page.route("**/fonts.css", _waiting)
            self.page.goto(path.resolve().as_uri(), wait_until="load", timeout=LONGEST)
            self.page.evaluate("document.fonts.ready.then(() => null)")
            return self.page.pdf(
                format=self.paper,
                margin=MARGIN,  # type: ignore[arg-type]
                print_background=True,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=NUMBER.format(edition=self.edition),
                outline=True,
                tagged=True,
            )
        finally:
            path.unlink()


def _waiting(route: Route) -> None:
    sheet = Path(url2pathname(urlsplit(route.request.url).path)).read_text(encoding="utf-8")
    route.fulfill(body=sheet.replace("font-display: optional", "font-display: block"), content_type="text/css")


@contextmanager
def press(folder: Path, paper: Paper, edition: str) -> Iterator[Press]:
    """Start a Chromium for as long as something is pressed."""
    with chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(LONGEST)
        yield Press(page, folder, paper, edition)


def numbers(pdf: bytes) -> Mapping[str, int]:
    """Return for each anchor that something links to the number of its page, from 1."""
    with Pdf.open(io.BytesIO(pdf)) as read:
        rank = {page.objgen: number for number, page in enumerate(read.pages, start=1)}
        names = read.Root.get("/Names", Dictionary()).get("/Dests")
        places = dict(NameTree(names)) if names is not None else dict(read.Root.get("/Dests", Dictionary()))
        return {name.removeprefix("/"): rank[_page_of(place).objgen] for name, place in places.items()}


def _page_of(place: Array | Dictionary) -> Dictionary:
    """Return the page of a destination, which stands in an array of its own or under /D (ISO 32000, 12.3.2.4)."""
    return place[0] if isinstance(place, Array) else place.D[0]  # type: ignore[return-value]


def described(pdf: bytes, settings: Settings, day: dt.date) -> bytes:
    """Return a PDF that says what it is, packed; `day` takes the place of the moment it was made."""
    made = f"D:{day:%Y%m%d}000000Z"
    said = {
        "/Title": settings.title,
        "/Author": ", ".join(editor.name for editor in settings.editors),
        "/Subject": settings.subtitle,
        "/CreationDate": made,
        "/ModDate": made,
    }
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as read:
        for name, value in said.items():
            read.docinfo[name] = value
        # A tagged file has hundreds of thousands of small objects; together they pack to half.
        read.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
