"""Whoever types a name, in any spelling or script, is led to the entry itself; and how the field is used."""

import json
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import pytest
from crawl import Crawled
from looking import OVERFLOW, barriers, opened, search_for
from playwright.sync_api import Browser, Page, Route, expect
from sites import Built

LEADS: Final = {
    "Daesh": "actors/isis.html",
    "ISIL": "actors/isis.html",
    "ISIS": "actors/isis.html",
    "Islamic State": "actors/isis.html",
    "داعش": "actors/isis.html",
    "تدمر": "places/palmyra.html",
    "Tadmur": "places/palmyra.html",
    "Palmyra": "places/palmyra.html",
    "Deir ez-Zor": "places/deir-ez-zor.html",
    "Deir Ezzor": "places/deir-ez-zor.html",
    "Aleppo": "places/aleppo.html",
    "168": "claims/trucks-destroyed.html",
    "168 trucks": "claims/trucks-destroyed.html",
    "Dorrian": "actors/john-dorrian.html",
    "Haji Hassan": "actors/brita-haji-hassan.html",
    "Egeland": "actors/jan-egeland.html",
    "CJTF-OIR": "actors/cjtf-oir.html",
    "extermination": "claims/threatened-with-extermination.html",
    "Reuters": "actors/reuters.html",
    "Tidal Wave II": "terms/tidal-wave-ii.html",
    "wellhead": "terms/wellhead.html",
    "trucks-destroyed": "claims/trucks-destroyed.html",
}
"""What is typed, and the entry that must come first: never a list on which it stands somewhere."""


@pytest.fixture(scope="module")
def desk(chromium: Browser, address: str) -> Iterator[Page]:
    """The Overview with its search, from a server."""
    with opened(chromium, address) as (page, _):
        yield page


@pytest.mark.parametrize("words", LEADS)
def test_search_leads_to_the_entry(words: str, desk: Page) -> None:
    """The first result is the entry that goes by that name."""
    found = [_short(href) for href in search_for(desk, words)]
    assert found[:1] == [LEADS[words]], found[:5]


@pytest.mark.parametrize("words", ["Daesh", "تدمر", "Deir ez-Zor"])
def test_search_works_from_disk(words: str, chromium: Browser, shipped: Built) -> None:
    """The unpacked site is searched without a server or a network, from a page in a folder as well."""
    with opened(chromium, (shipped.site / "claims" / "trucks-destroyed.html").as_uri()) as (page, heard):
        found = [_short(href) for href in search_for(page, words)]
        assert found[:1] == [LEADS[words]], found[:5]
        assert (heard.errors, heard.elsewhere) == ([], [])


@pytest.mark.parametrize(
    ("words", "led_to"), [("Kornspeicher", "places/kornspeicher.html"), ("Λίνδος", "actors/kapitaen.html")]
)
def test_another_dossier_is_searched_in_its_own_languages(
    words: str, led_to: str, chromium: Browser, second_address: str
) -> None:
    """Names are found in the language of the dossier, and in any script that the data has, without a setting."""
    with opened(chromium, second_address) as (page, _):
        assert [_short(href) for href in search_for(page, words)][:1] == [led_to]


def test_everything_that_can_be_found_is_there(built: Built, crawled: Crawled) -> None:
    """No result is a dead end: each leads to a page of the site, and to a place on it."""
    text = (built.site / "assets" / "data" / "search.js").read_text(encoding="utf-8")
    rows = json.loads(text[text.index('{"index"') : text.rindex("}") + 1])["index"]["rows"]
    places = {path: {"", *page.ids} for path, page in crawled.items()}
    dead = [row[1] for row in rows if row[1].partition("#")[2] not in places.get(row[1].partition("#")[0], ())]
    assert rows
    assert dead == []


def test_a_result_says_what_it_is_and_why_it_was_found(desk: Page) -> None:
    """Kind and status beside the name, and the words in their sentence; a name in another script has its language."""
    search_for(desk, "8,461")
    first = desk.locator(".search-list > li").first
    expect(first.locator(".search-kind")).to_have_text("Claim")
    expect(first.locator(".search-status")).to_have_text(re.compile(r"\w"))
    expect(first.locator("mark").first).to_have_text("8,461")
    search_for(desk, "داعش")
    name = desk.locator(".search-list > li").first.locator(".search-name")
    expect(name).to_have_text("داعش")
    expect(name).to_have_attribute("lang", "ar")
    expect(desk.locator(".search-told")).to_have_text(re.compile(r"^Results: \d+$"))


def test_another_spelling_is_understood_and_said(desk: Page) -> None:
    """A slip leads to the name that was meant, and the page says that it did not have the other."""
    for typed, led_to in {"Palmira": "palmyra", "Deirezzor": "deir-ez-zor", "Rakka": "raqqa"}.items():
        assert _short(search_for(desk, typed)[0]) == f"places/{led_to}.html"
        expect(desk.locator(".search-told")).to_contain_text(f"Nothing has “{typed}”")


def test_a_phrase_is_narrower_than_its_words(desk: Page) -> None:
    """Words in quotation marks stand side by side; there are fewer such places, and the words are marked in them."""
    counts = []
    for typed in ("trucks tanker", '"tanker trucks"'):
        search_for(desk, typed)
        counts.append(int(desk.locator(".search-told").inner_text().removeprefix("Results: ")))
    assert 0 < counts[1] < counts[0]
    expect(desk.locator(".search-list mark").first).to_have_text("tanker")


def test_nothing_found_is_no_dead_end(desk: Page) -> None:
    """It says so, names what is near, and leads to the lists."""
    search_for(desk, "Palmyra")
    desk.locator(".search-words").fill("zzzyx")
    expect(desk.locator(".search-told")).to_have_text("Nothing has “zzzyx”.")
    expect(desk.locator(".search-near a").first).to_have_attribute("href", re.compile(r"timeline\.html$"))
    search_for(desk, "Palmya")
    desk.locator(".search-near button").first.click()
    expect(desk.locator(".search-list a").first).to_have_attribute("href", re.compile(r"places/palmyra\.html$"))


def test_search_is_used_with_the_keyboard_alone(chromium: Browser, address: str) -> None:
    """`/` opens it, arrows and Enter follow a result, Back returns to the results, Escape to the place before."""
    with opened(chromium, f"{address}actors.html") as (page, heard):
        before = page.locator(".md-tabs__link").nth(2)
        before.focus()
        page.keyboard.press("/")
        page.keyboard.type("aleppo s/")
        expect(page.locator(".search-words")).to_have_value("aleppo s/")
        page.keyboard.press("Escape")
        expect(before).to_be_focused()
        page.keyboard.press("/")
        page.keyboard.type("168")
        results = page.locator(".search-list a")
        expect(results.nth(1)).to_be_attached()
        for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
        expect(results.first).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/claims/trucks-destroyed.html")
        page.go_back()
        expect(page.locator(".search-words")).to_have_value("168")
        expect(results.first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".search-dialog")).to_be_hidden()
        page.wait_for_url(f"{address}actors.html")
        # What was still being fetched when the page was left is no error.
        assert [error for error in heard.errors if not error.startswith("failed")] == []


def test_results_that_come_later_leave_the_focus_where_it_is(chromium: Browser, address: str) -> None:
    """Names are found before the texts have come; who is on a result by then stays on it, and is not thrown out."""
    with opened(chromium, f"{address}index.html") as (page, _):
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/data/search-*.js", hold)
        page.keyboard.press("/")
        page.keyboard.type("aleppo")
        result = page.locator(".search-list a").first
        expect(result).to_be_attached()
        expect(page.locator(".search-list")).to_have_attribute("aria-busy", "true")
        page.keyboard.press("ArrowDown")
        expect(result).to_be_focused()
        chosen = result.get_attribute("href")
        while held:
            held.pop().continue_()
            page.wait_for_timeout(200)
        expect(page.locator(".search-list")).to_have_attribute("aria-busy", "false")
        assert page.evaluate("document.activeElement.getAttribute('href')") == chosen


def test_keys_that_compose_a_letter_do_not_steer_the_search(chromium: Browser, address: str) -> None:
    """Whoever writes Japanese or Chinese chooses letters with arrows and Enter."""
    press = """(box, key) => box.dispatchEvent(
      new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }))"""
    with opened(chromium, f"{address}index.html") as (page, _):
        search_for(page, "Aleppo")
        box = page.locator(".search-words")
        assert [box.evaluate(press, key) for key in ("ArrowDown", "Enter")] == [True, True], "left to the browser"
        expect(box).to_be_focused()


@pytest.mark.parametrize("narrow", [True, False])
def test_a_search_can_be_linked_and_is_open_to_everyone(narrow: bool, chromium: Browser, address: str) -> None:
    """On a phone as on a desk: the address brings the results, nothing stands out, Escape goes back to the button."""
    scheme: Final = "dark" if narrow else "light"
    with opened(chromium, f"{address}index.html?q=Rakka", narrow=narrow, scheme=scheme) as (page, heard):
        expect(page.locator(".search-list a").nth(20)).to_be_attached()
        assert [said for said in barriers(page) if "search" in said] == []
        assert page.evaluate(OVERFLOW) == []
        small = "e => { const b = e.getBoundingClientRect(); return b.width && (b.height < 24 || b.width < 24) }"
        targets = page.locator(".search-dialog :is(button, input, .search-near a)")
        assert [target.inner_text() for target in targets.all() if target.evaluate(small)] == []
        page.locator(".search-close").click()
        assert urlsplit(page.url).query == ""
        page.locator(".search-open").click()
        page.keyboard.press("Escape")
        expect(page.locator(".search-open")).to_be_focused()
        assert heard.errors == []


def test_without_scripts_there_is_no_field_that_does_nothing(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}index.html", scripts=False) as (page, _):
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator(".search-open")).to_be_hidden()
        expect(page.locator(".search-dialog")).to_be_hidden()


def _short(href: str) -> str:
    """Return the path of a result below the site, without the words to mark on its page."""
    address = urlsplit(href)
    path, anchor = address.path, address.fragment
    parts = path.split("/")
    start = (
        2 if parts[-2] in {"claims", "events", "actors", "places", "sources", "terms", "questions", "documents"} else 1
    )
    short = "/".join(parts[-start:])
    return f"{short}#{anchor}" if anchor else short
