"""Cards of links and notes: what a reader who rests on a link, tabs to it or taps it sees, and how it goes away."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from crawl import Crawled
from looking import barriers, opened
from playwright.sync_api import Browser, Locator, Page, expect
from sites import Built

from dossier.render.cards import part_of

CLAIM: Final = "claims/trucks-destroyed.html"
PLACE: Final = ".lede-block a.name[href='../places/syria.html']"
NOTE: Final = "a.footnote-ref >> nth=2"
PHONE: Final = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
JUMPS: Final = """() => { window.jumps = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.jumps += entry.value;
}).observe({ type: "layout-shift" }); }"""


def cards(page: Page) -> Locator:
    return page.locator(".preview")


def rest_on(page: Page, link: Locator) -> Locator:
    """Rest on a link with the mouse and return its card."""
    link.scroll_into_view_if_needed()
    link.hover()
    card = cards(page).last
    expect(link).to_have_attribute("aria-expanded", "true")
    return card


def barriers_of_cards(page: Page) -> list[str]:
    """Return what axe-core finds in the open cards, and in what they change of the page."""
    inside = Axe().run(page, context=".preview", options={"resultTypes": ["violations"]}).response["violations"]
    return [str(found) for found in inside] + barriers(page, "region", "aria-allowed-attr", "duplicate-id-aria")


def tab_to(page: Page, link: Locator) -> None:
    """Go to a link with the Tab key, from whatever stands before it."""
    link.evaluate(
        """e => {
          const all = [...document.querySelectorAll("a[href],button,input")];
          all[all.indexOf(e) - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_resting_on_a_link_shows_its_card(chromium: Browser, address: str) -> None:
    """The data comes with the first card, not with the page; the pointer may go into the card; nothing moves."""
    with opened(chromium, address + CLAIM) as (page, heard):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate(JUMPS)
        page.wait_for_timeout(100)
        assert [url for url in asked if "/data/" in url] == []
        link = page.locator(PLACE)
        card = rest_on(page, link)
        assert [url.rpartition("/")[2] for url in asked if "/data/" in url] == ["cards.js"]
        expect(card.locator("p").first).to_have_text("Place")
        expect(card.locator("bdi[lang=ar][dir=rtl]")).to_have_count(1)
        card.hover()
        page.wait_for_timeout(600)
        expect(card).to_be_visible()
        page.mouse.move(5, 5)
        expect(cards(page)).to_have_count(0)
        expect(link).not_to_have_attribute("aria-expanded", "true")
        assert page.evaluate("window.jumps") == 0
        assert heard.errors == []
        link.click()
        page.wait_for_url("**/places/syria.html")


def test_the_card_of_a_claim_says_what_its_page_says(chromium: Browser, address: str) -> None:
    """Status and origins, in the same words."""
    with opened(chromium, address + CLAIM) as (page, _):
        link = page.locator(".lede-block a[href*='trucks']").first
        said = rest_on(page, link).inner_text()
        link.click()
        page.wait_for_url(lambda url: CLAIM not in url)
        shown = page.locator(".mast .status, .mast .origins .working").all_inner_texts()
        assert len(shown) > 1
        assert [words for words in shown if words.strip() not in said] == []


def test_tab_goes_through_a_card_and_escape_closes_it(chromium: Browser, address: str) -> None:
    """From the link into its card and on to what follows the link; Escape leaves the focus where the reader was."""
    with opened(chromium, address + CLAIM) as (page, _):
        link = page.locator(PLACE)
        tab_to(page, link)
        expect(cards(page)).to_be_visible()
        inside = cards(page).locator("a")
        assert inside.count() > 0
        for stop in inside.all():
            page.keyboard.press("Tab")
            expect(stop).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Escape")
        expect(cards(page)).to_have_count(0)
        expect(link).to_be_focused()
        page.wait_for_timeout(400)
        expect(cards(page)).to_have_count(0)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(cards(page)).to_be_visible()
        for _ in range(inside.count() + 1):
            page.keyboard.press("Tab")
        following = page.locator(f"{PLACE} ~ a").first
        expect(following).to_be_focused()


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_a_link_in_a_note_opens_one_more_card(narrow: bool, chromium: Browser, address: str) -> None:
    """Note, source, and no third; both open are whole, without barriers; Escape closes them one after the other."""
    with opened(chromium, address + CLAIM, narrow=narrow, scheme="dark" if narrow else "light") as (page, heard):
        tab_to(page, page.locator(NOTE))
        note = cards(page).first
        expect(note).to_contain_text("Iraq News Gazette")
        assert note.locator(".uses, .footnote-backref").count() == 0
        assert barriers_of_cards(page) == []
        stands = page.evaluate("scrollY")
        page.keyboard.press("Tab")
        expect(cards(page)).to_have_count(2)
        page.wait_for_timeout(400)
        assert page.evaluate("scrollY") == stands
        source = cards(page).last
        expect(source).to_contain_text("Source")
        page.keyboard.press("Tab")
        expect(source.locator("a").first).to_be_focused()
        page.wait_for_timeout(400)
        expect(cards(page)).to_have_count(2)
        assert barriers_of_cards(page) == []
        page.keyboard.press("Escape")
        expect(cards(page)).to_have_count(1)
        expect(note.locator("a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(cards(page)).to_have_count(0)
        expect(page.locator(NOTE)).to_be_focused()
        assert heard.errors == []


def test_a_tap_shows_a_sheet_at_the_lower_edge(chromium: Browser, address: str) -> None:
    """Full width, at most 60 % high, with a link that leads there; a tap elsewhere closes it; a second tap follows."""
    context = chromium.new_context(**PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + CLAIM)
    link = page.locator(PLACE)
    link.tap()
    sheet = cards(page)
    expect(sheet).to_be_focused()
    box = sheet.bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert box["height"] <= 0.6 * 844
    assert all(target["height"] >= 24 for one in sheet.locator(".tools > *").all() if (target := one.bounding_box()))
    expect(link).to_be_in_viewport()
    page.locator("h1").tap()
    expect(sheet).to_have_count(0)
    link.tap()
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_have_count(0)
    assert page.url.endswith(CLAIM)
    link.tap()
    sheet.get_by_role("link", name="Open").tap()
    page.wait_for_url("**/places/syria.html")
    page.go_back()
    link.tap()
    expect(sheet).to_be_visible()
    link.tap()
    page.wait_for_url("**/places/syria.html")
    context.close()


def test_a_link_is_followed_where_its_card_cannot_be_made(chromium: Browser, address: str) -> None:
    """A file that never came must not make a dead end of every link on a phone."""
    context = chromium.new_context(**PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.route("**/words.js", lambda route: route.abort())
    page.goto(address + CLAIM)
    page.locator(PLACE).tap()
    page.wait_for_url("**/places/syria.html")
    context.close()


def test_what_needs_no_card_has_none(chromium: Browser, address: str) -> None:
    """A rule, a section of an entry, a tool, a heading, a list: links as ever, by mouse and at the first tap."""
    context = chromium.new_context(**PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    for path, links in (
        (CLAIM, (".mast .status", ".mast .working", ".mast a[href='../claims.html']")),
        ("claims.html", ("a[href*='#working']", ".md-content h2 > a")),
    ):
        page.goto(address + path)
        for link in links:
            page.locator(link).first.hover()
            page.wait_for_timeout(400)
            expect(cards(page)).to_have_count(0)
    page.locator("a[href*='#working']").first.tap()
    page.wait_for_url("**/claims/*.html#working")
    context.close()


def test_cards_are_never_cut_off(chromium: Browser, address: str) -> None:
    """At each edge of a small window the card is whole, and scrolls where there is no room for all of it."""
    with opened(chromium, address + CLAIM) as (page, _):
        page.set_viewport_size({"width": 700, "height": 260})
        links = page.locator(".md-content p > a.name")
        ends = links.evaluate_all("all => all.map((e) => e.getBoundingClientRect().right)")
        rightmost = ends.index(max(ends))
        for number, at in ((0, "start"), (0, "end"), (rightmost, "center")):
            links.nth(number).evaluate(f"e => e.scrollIntoView({{ block: '{at}' }})")
            links.nth(number).hover()
            expect(links.nth(number)).to_have_attribute("aria-expanded", "true")
            box = cards(page).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 700
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 260
            page.mouse.move(2, 2)
            expect(cards(page)).to_have_count(0)


def test_cards_open_from_disk(chromium: Browser, second: Built) -> None:
    """In a dossier of somebody else, in its own language."""
    with opened(chromium, (second.site / "claims.html").as_uri()) as (page, heard):
        card = rest_on(page, page.locator(".md-content a[href^='actors/']").first)
        expect(card).to_be_visible()
        assert heard.errors == []


def test_a_large_dossier_is_asked_for_the_part_that_has_the_entry(chromium: Browser, address: str) -> None:
    keys = ["claims/a", "claims/trucks-destroyed", "sources/bote-1923", "events/z-9"]
    with opened(chromium, address) as (page, _):
        asked = page.evaluate(
            """async (keys) => {
              const asked = [];
              dossier.load = async (path) => { asked.push(path); };
              dossier.cards = { kinds: {}, entries: {}, parts: 23 };
              for (const key of keys) await dossier.card(key);
              return asked.filter((path) => path !== "assets/data/cards.js");
            }""",
            keys,
        )
    assert asked == [f"assets/data/cards-{part_of(key, 23)}.js" for key in keys]


def test_what_cards_are_of_and_lead_to_is_there(built: Built, crawled: Crawled) -> None:
    """Every card belongs to a page or an anchor of one, and every link in a card leads to a page."""
    entries = _data(built.site / "assets/data/cards.js")["entries"]
    spots = _data(built.site / "assets/data/spots.js")
    assert [key for key in entries if f"{key}.html" not in crawled] == []
    places = [(f"{key.partition('#')[0]}.html", key.partition("#")[2]) for key in spots]
    assert [place for place in places if place[1] and place[1] not in crawled[place[0]].ids] == []
    found = [
        link
        for card in (*entries.values(), *spots.values())
        for links in card.get("links", {}).values()
        for link in links
    ]
    assert found
    assert {address for *_, address in found if address.partition("#")[0] not in crawled} == set()


def _data(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found
