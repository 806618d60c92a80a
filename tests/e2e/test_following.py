"""A reader follows a footnote to its source and comes back, by mouse, by keyboard, and without scripts."""

import re

import pytest
from looking import opened
from playwright.sync_api import Browser, Page, expect

CLAIM = "claims/trucks-destroyed.html"


def _fragment(page: Page) -> str:
    return page.url.partition("#")[2]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_footnote_is_followed_there_and_back(scripts: bool, chromium: Browser, address: str) -> None:
    """The number leads to its note, and the letter of the note back to just that use, the second one too."""
    with opened(chromium, address + CLAIM, scripts=scripts) as (page, heard):
        second = page.locator("span.use[id$='-2'] a.footnote-ref").first
        anchor = str(second.locator("xpath=ancestor::span[contains(@class, 'use')]").get_attribute("id"))
        second.scroll_into_view_if_needed()
        second.click()
        page.wait_for_url(re.compile("#fn:"))
        note = f"[id='{_fragment(page)}']"
        expect(page.locator(note)).to_be_in_viewport()
        back = page.locator(f"{note} .uses a", has_text="b")
        back.click()
        page.wait_for_url(re.compile("#use-"))
        assert _fragment(page) == anchor
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
        assert heard.errors == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_register_of_a_source_leads_to_uses_elsewhere_and_back(
    scripts: bool, chromium: Browser, address: str
) -> None:
    """From a note to all its uses on the site, from there to a use on another page, and it is that use one sees."""
    with opened(chromium, address + CLAIM, scripts=scripts) as (page, _):
        page.locator(".footnote li .register").first.click()
        page.wait_for_url(re.compile("/sources/.*#note-"))
        link = page.locator(f"[id='{_fragment(page)}'] a[href*='#use-']").first
        href = str(link.get_attribute("href"))
        link.click()
        page.wait_for_url(re.compile("#use-"))
        assert _fragment(page) == href.partition("#")[2]
        expect(page.locator(f"[id='{_fragment(page)}']")).to_be_in_viewport()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_note_shows_beside_its_number(way: str, chromium: Browser, address: str) -> None:
    """Hovering a number, or reaching it with the Tab key, shows its note without leaving the sentence."""
    with opened(chromium, address + CLAIM) as (page, heard):
        number = page.locator("a.footnote-ref").first
        number.scroll_into_view_if_needed()
        if way == "mouse":
            number.hover()
        else:
            page.locator("a.footnote-ref").first.evaluate(
                """e => {
                  const all = [...document.querySelectorAll("a[href],button,input")];
                  all[all.indexOf(e) - 1].focus();
                }"""
            )
            page.keyboard.press("Tab")
            expect(number).to_be_focused()
        preview = page.locator(".preview")
        expect(preview).to_be_visible()
        expect(preview).to_contain_text("Business Insider Australia")
        assert preview.locator(".footnote-backref, .uses").count() == 0
        assert heard.errors == []


def test_each_note_has_one_way_back_for_each_use_that_can_be_seen(chromium: Browser, address: str) -> None:
    """Python-Markdown's own unlettered arrows are not shown beside ours."""
    with opened(chromium, address + CLAIM) as (page, _):
        for note in page.locator(".footnote > ol > li").all():
            seen = note.locator("a[href^='#fnref']:visible").count()
            lettered = note.locator(".uses a:visible").count()
            assert (seen, lettered > 0) == (0, True)
