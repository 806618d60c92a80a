"""The whole dossier as one PDF, and single pages on paper."""

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser
from sites import ROOT, Built, environment

from dossier.pipeline import read
from dossier.render.page import Page
from dossier.render.paper import leaves


@pytest.fixture(scope="module")
def book(second: Built, browser: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    """Somebody else's dossier, pressed by the command a user types, from a copy of its site."""
    folder = tmp_path_factory.mktemp("paper")
    shutil.copytree(second.site, folder / "site")
    options = ["--site", str(folder / "site"), "--data", str(second.project / "data"), "--docs", str(folder / "none")]
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "paper"), *options, "--to", str(folder / "book.pdf")],
        env=environment(DOSSIER_BROWSER=browser, SITE_URL="https://example.org/weir/"),
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not (folder / "site" / "_book.html").exists(), "nothing is left behind in the site"
    with pikepdf.open(folder / "book.pdf") as pdf:
        yield pdf


def addresses(pdf: pikepdf.Pdf) -> list[str]:
    """Return where the links of a PDF lead outside of it."""
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]


def test_the_book_says_what_it_is(book: pikepdf.Pdf, second: Built) -> None:
    """Title, editors and the day of the edition, not of the printing."""
    dossier, _ = read(second.project / "data")
    assert book.docinfo["/Title"] == dossier.settings.title
    assert dossier.settings.editors[0].name in str(book.docinfo["/Author"])
    assert str(book.docinfo["/CreationDate"]).startswith("D:20161209")
    assert str(book.Root.Lang) == dossier.settings.language


def test_every_entry_has_a_bookmark(book: pikepdf.Pdf, second: Built) -> None:
    """A reader of the file finds each claim, source and actor in its outline."""
    dossier, _ = read(second.project / "data")
    with book.open_outline() as outline:
        found: list[str] = []

        def walk(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                found.append(re.sub(r"\W+", "", item.title))
                walk(list(item.children))

        walk(list(outline.root))
    for entry in (*dossier.claims, *dossier.actors, *dossier.places, *dossier.events):
        wanted = re.sub(r"\W+", "", entry.name)
        assert any(wanted in title for title in found), entry.name


def test_links_lead_within_the_book_or_to_a_source(book: pikepdf.Pdf) -> None:
    """No link leads to a file of the machine that made it, and most links lead to another page of the book."""
    outside = addresses(book)
    assert [address for address in outside if not address.startswith(("https://", "http://", "mailto:"))] == []
    inside = [note for page in book.pages for note in page.get("/Annots", []) if "/Dest" in note]
    assert len(inside) > len(outside) > 0


def test_handwritten_pages_below_another_follow_it() -> None:
    """A book of any depth has every page once, those below a page after it."""
    listed = [Page(path, path, "", section="About") for path in ("guide.md", "problems.md")]
    below = [Page(path, path, "") for path in ("guide/a.md", "guide/a/deep.md", "guide/b.md", "problems/D101.md")]
    found = leaves([*listed, *below])
    order = ["guide", "guide/a", "guide/a/deep", "guide/b", "problems", "problems/D101"]
    assert [leaf.path for leaf in found] == [f"{name}.html" for name in order]
    assert [leaf.run_on for leaf in found] == [False, True, True, True, False, True]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_page_prints_without_what_is_for_the_screen(paper: str, chromium: Browser, second: Built) -> None:
    """No navigation, no buttons; the address of each source is written out; nothing is wider than the paper."""
    width = {"A4": 643, "Letter": 665}[paper]
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    path = next(Path(second.site, "claims").glob("*.html"))
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    try:
        for selector in (".md-tabs", ".tools", ".headerlink", "[data-palette]", ".md-header [type=search]"):
            assert page.locator(selector).locator("visible=true").count() == 0, selector
        assert page.locator(".md-header__title").is_visible()
        after = "link => getComputedStyle(link, '::after').content"
        link = page.locator('.footnote a[href^="http"]').first
        assert str(link.get_attribute("href")) in link.evaluate(after).replace('" "', "").replace('"', "")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        pdf = pikepdf.open(io.BytesIO(page.pdf(format=paper)))
        assert len(pdf.pages) >= 1
    finally:
        context.close()
