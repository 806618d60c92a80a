"""A dossier in Arabic is Arabic throughout: nothing of ours in English, and everything runs from the right."""

import re
from typing import Final

import pytest
from crawl import Crawled, Element, HtmlPage, crawl, listed
from looking import NARROW, OVERFLOW, WIDE, Scheme, barriers, opened
from playwright.sync_api import Browser, expect
from sites import Built

PAGES: Final = (
    "index",
    "documents/al-marfa-1931",
    "timeline",
    "claims",
    "claims/buyut-majrufa",
    "actors/jonas-wald",
    "sources/kurier-1931",
    "checks",
)
LATIN: Final = re.compile(r"[A-Za-z]{3,}")
TERMS: Final = frozenset({"NATO", "AJP", "EDTF", "SHA", "UTF", "UTC", "GitHub", "CSL", "WGS", "git"})
"""Names and standards that Arabic writes in Latin letters too."""
SPOKEN: Final = ("title", "aria-label", "placeholder", "alt", "data-l")
"""Attributes that somebody reads or hears."""


@pytest.fixture(scope="module")
def pages(arabic: Built) -> Crawled:
    return {path: page for path, page in crawl(arabic.site).items() if path != "404.html"}


@pytest.fixture(scope="module")
def known(arabic: Built) -> frozenset[str]:
    """Every Latin word of the data: names, titles and quotes in German and English, ids, the editor's addresses."""
    files = (arabic.project / "data").rglob("*.yml")
    return TERMS.union(*(LATIN.findall(path.read_text(encoding="utf-8")) for path in files))


def _foreign(element: Element) -> bool:
    """Say whether an element, or one around it, says that it is in another language, or is for machines."""
    around = (element, *element.above)
    return any(one.attributes.get("lang", "ar") != "ar" or one.tag in ("code", "svg", "kbd") for one in around[:-1])


def _told(page: HtmlPage) -> list[str]:
    """Return what a reader of a page sees or hears in the page's own language."""
    other = [(one.heard, one.heard_last) for one in page.elements if one.tag != "html" and _foreign(one)]
    texts = [text for n, text in enumerate(page.texts) if not any(start <= n < end for start, end in other)]
    named = [
        one.attributes[name] for one in page.elements for name in SPOKEN if name in one.attributes and not _foreign(one)
    ]
    return [*texts, *named]


def test_no_english_phrase_is_left(pages: Crawled, known: frozenset[str]) -> None:
    """A Latin word on a page is one of the data."""
    strange = [
        f"{path}: {text.strip()[:80]}"
        for path, page in pages.items()
        for text in _told(page)
        if set(LATIN.findall(text)) - known
    ]
    assert not strange, listed(strange)


def test_what_scripts_say_is_arabic(arabic: Built) -> None:
    said = (arabic.site / "assets/data/words.js").read_text(encoding="utf-8")
    phrases = re.findall(r'"\w+": "([^"]*)"', said)
    assert phrases
    assert not [phrase for phrase in phrases if LATIN.search(re.sub(r"\{\w+\}", "", phrase))]


def test_pages_say_their_language_and_run_from_the_right(pages: Crawled) -> None:
    for path, page in pages.items():
        assert page.all("html")[0].attributes["lang"] == "ar", path
        body = page.all("body")[0]
        assert body.attributes.get("dir") == "rtl" or "http-equiv" in page.source, path


@pytest.mark.parametrize(
    ("title", "language"), [("Dammbruch im Grünen Tal", "de"), ("Dam bursts: “120 houses” swept away", "en")]
)
def test_a_title_in_another_language_says_so_wherever_it_stands(pages: Crawled, title: str, language: str) -> None:
    """The innermost element around it; the bare name of a page in a list of pages is none."""
    said = [
        (path, one)
        for path, page in pages.items()
        for one in page.elements
        if one.tag in ("span", "a", "h1", "q", "bdi") and one.text.strip() == title
    ]
    inner = [(path, one) for path, one in said if not any(below.text.strip() == title for below in one.below)]
    assert len({path for path, _ in inner}) > 3
    wrong = [path for path, one in inner if _language(one) != language]
    assert not wrong, listed(wrong)


def test_a_quote_in_another_language_says_so(pages: Crawled) -> None:
    quote = "etwa hundertzwanzig Häuser"
    places = [one for page in pages.values() for one in page.elements if one.text == quote]
    assert len(places) > 3
    assert {_language(one) for one in places} == {"de"}
    assert f'«<span lang="de" dir="auto">{quote}</span>»' in pages["claims/buyut-majrufa.html"].source


def _language(element: Element) -> str:
    around = [one.attributes["lang"] for one in (*element.above, element) if "lang" in one.attributes]
    return around[-1]


@pytest.mark.parametrize(("narrow", "scheme"), [(False, "light"), (True, "dark")], ids=["wide light", "narrow dark"])
def test_every_kind_of_page_can_be_read_by_everybody(
    chromium: Browser, arabic_address: str, narrow: bool, scheme: Scheme
) -> None:
    """No barrier, no sideways scroll, no error, and the page begins on the right."""
    for name in PAGES:
        with opened(chromium, f"{arabic_address}{name}.html", narrow=narrow, scheme=scheme) as (page, heard):
            assert barriers(page, "wcag2a", "wcag2aa", "wcag22aa") == [], name
            assert page.evaluate(OVERFLOW) == [], name
            assert (heard.errors, heard.elsewhere) == ([], []), name
            box = page.locator(".md-header a.md-logo, .md-header__title").first.bounding_box()
            assert box
            assert box["x"] > (NARROW if narrow else WIDE)["width"] / 2, name


def test_a_machine_readable_date_keeps_its_order(chromium: Browser, arabic_address: str) -> None:
    """After an Arabic word, 1931-03-14 would be shown as 14-03-1931: its first digit has to stand on the left."""
    with opened(chromium, f"{arabic_address}claims/buyut-majrufa.html") as (page, _):
        places = page.evaluate(
            """() => {
              const code = [...document.querySelectorAll("dd code")].find((one) => one.textContent === "1931-03-14");
              const text = code.firstChild, at = (n) => {
                const range = document.createRange(); range.setStart(text, n); range.setEnd(text, n + 1);
                return range.getBoundingClientRect().left;
              };
              return [at(0), at(9)];
            }"""
        )
        assert places[0] < places[1]


def test_a_reader_goes_from_a_sentence_to_its_source_and_back(chromium: Browser, arabic_address: str) -> None:
    with opened(chromium, f"{arabic_address}claims/buyut-majrufa.html", scripts=False) as (page, _):
        page.locator("a.footnote-ref").first.click()
        note = page.locator(".footnote li:target")
        expect(note).to_contain_text("Dammbruch im Grünen Tal")
        note.get_by_role("link", name="كل المواضع").click()
        expect(page).to_have_url(re.compile(r"/sources/kurier-1931\.html#note-"))
        expect(page.locator("h1 [lang=de]")).to_have_text("Dammbruch im Grünen Tal")
