"""What opens on a page is in order too: drawer, search, cards, forms, folded parts; narrow and wide, light and dark."""

from collections.abc import Callable
from typing import Final

import pytest
from looking import NARROW, OVERFLOW, WIDE, barriers, opened, recolour
from playwright.sync_api import Browser, Page, expect

ARTICLE: Final = "documents/business-insider-2016-12.html"
CLAIM: Final = "claims/trucks-destroyed.html"


def _drawer(page: Page) -> None:
    button = page.locator("[data-drawer]")
    if button.is_visible():
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("council")
    expect(page.locator(".search-list a").first).to_be_visible()


def _nothing_found(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("xqzwv")
    expect(page.locator(".search-told")).not_to_be_empty()


def _card(page: Page) -> None:
    link = page.locator(".happened a[href*='actors/']").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".preview")).to_be_visible()


def _form(page: Page) -> None:
    opens = page.locator(".choose .opens")
    if opens.is_visible():
        opens.click()
    expect(page.locator(".choose select").first).to_be_visible()


def _unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")


def _exercise(page: Page) -> None:
    expect(page.locator("article form button").first).to_be_visible()


STATES: Final[dict[str, tuple[str, Callable[[Page], None]]]] = {
    "drawer": ("claims.html", _drawer),
    "search": ("index.html", _search),
    "nothing found": ("index.html", _nothing_found),
    "card": ("index.html", _card),
    "form of the ledger": ("claims.html", _form),
    "form of the timeline": ("timeline.html", _form),
    "chosen": ("claims.html#status=one-origin&sort=reports", _form),
    "article unfolded": (ARTICLE, _unfolded),
    "claim unfolded": (CLAIM, _unfolded),
    "exercise": (f"{ARTICLE}#exercise", _exercise),
    "documentation": ("guide.html", _unfolded),
    "tutorial": ("guide/tutorial.html", _unfolded),
    "problems": ("problems.html", _unfolded),
    "problem": ("problems/D401.html", _unfolded),
}


@pytest.mark.parametrize("state", STATES)
def test_what_opens_is_in_order(state: str, chromium: Browser, address: str) -> None:
    """axe-core finds no barrier, nothing stands out sideways, and nothing is reported as an error."""
    path, reach = STATES[state]
    found = []
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        with opened(chromium, address + path, scheme=scheme, narrow=size is NARROW) as (page, heard):
            reach(page)
            found += [f"{size['width']}, {scheme}: {said}" for said in (*page.evaluate(OVERFLOW), *barriers(page))]
            recolour(page, "light" if scheme == "dark" else "dark")
            found += [f"{size['width']}, other colours: {said}" for said in barriers(page, "color-contrast")]
            found += heard.errors + heard.elsewhere
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "path", ["index.html", ARTICLE, "timeline.html", "places.html", CLAIM, "problems.html", "guide/tutorial.html"]
)
def test_a_page_is_read_at_twice_the_size_of_its_letters(
    path: str, narrow: bool, chromium: Browser, address: str
) -> None:
    """WCAG 1.4.4: letters grow to 200 %, on a phone too, and the page still needs no scrolling sideways."""
    with opened(chromium, address + path, narrow=narrow) as (page, _):
        page.add_style_tag(content="html { font-size: 250% !important; }")  # Material's own is 125 %
        page.wait_for_timeout(200)
        assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize(
    "path", ["index.html", ARTICLE, "timeline.html", "claims.html", "claims/trucks-destroyed.html"]
)
def test_the_focus_is_seen_wherever_it_goes(path: str, chromium: Browser, address: str) -> None:
    """Forty steps with Tab: each stops at something that can be seen, and shows that it has the focus."""
    with opened(chromium, address + path) as (page, _):
        unseen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            found = page.evaluate(FOCUS)
            if found:
                unseen.append(found)
        assert unseen == []


FOCUS: Final = """() => {
  const e = document.activeElement;
  if (e === document.body) return "";
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const shown = e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 0;
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return shown && ring ? "" : `${e.outerHTML.slice(0, 120)} shown: ${shown}, outline: ${style.outline}`;
}"""
"""What has the focus if it cannot be seen, or does not show the focus."""


@pytest.mark.parametrize("path", ["index.html", ARTICLE, "timeline.html", "claims.html", "sources.html"])
def test_what_is_pressed_with_a_finger_is_large_enough(path: str, chromium: Browser, address: str) -> None:
    """WCAG 2.5.8: 24 pixels, or as much room around it; links within a sentence are excepted there."""
    with opened(chromium, address + path, narrow=True) as (page, _):
        assert barriers(page, "target-size") == []


@pytest.mark.parametrize("path", ["index.html", "timeline.html"])
def test_nothing_moves_for_those_who_asked_for_stillness(path: str, chromium: Browser, address: str) -> None:
    """`prefers-reduced-motion`: no transition or animation of ours lasts, and scrolling does not glide."""
    with opened(chromium, address + path) as (page, _):
        page.emulate_media(reduced_motion="reduce")
        moving = page.evaluate(
            """() => [...document.querySelectorAll(".md-content *")].filter((e) => {
              const s = getComputedStyle(e);
              const long = (times) => times.split(",").some((one) => parseFloat(one) > 0.01);
              return long(s.animationDuration) && s.animationName !== "none" || long(s.transitionDuration);
            }).slice(0, 5).map((e) => e.outerHTML.slice(0, 100))"""
        )
        assert moving == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_new_reader_finds_who_said_it_in_two_steps(chromium: Browser, address: str) -> None:
    """On a phone, from the Overview: one tap on what the close reading found, and the name stands there."""
    with opened(chromium, address, narrow=True) as (page, _):
        page.locator(".cards a", has_text="warning").first.click()
        page.wait_for_load_state()
        if page.locator(".preview").is_visible():
            page.locator(".preview a").first.click()
            page.wait_for_load_state()
        article = page.locator("article")
        expect(article).to_contain_text("Brita Haji Hassan")
        expect(article).to_contain_text("extermination")
