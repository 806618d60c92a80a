"""Every kind of page, opened as a reader would: wide and narrow, light and dark, with and without scripts."""

from typing import Final

import pytest
from crawl import listed
from looking import NARROW, OVERFLOW, barriers, opened, recolour
from playwright.sync_api import Browser
from sites import Built

PAGES: Final = (
    "index.html",
    "documents/business-insider-2016-12.html",
    "timeline.html",
    "events/palmyra-strike.html",
    "actors.html",
    "actors/isis.html",
    "places.html",
    "places/palmyra.html",
    "claims.html",
    "claims/trucks-destroyed.html",
    "claims/threatened-with-extermination.html",
    "sources.html",
    "sources/usa-today-2016-12-09.html",
    "notes.html",
    "terms.html",
    "terms/wellhead.html",
    "questions.html",
    "questions/obrien-full-text.html",
    "corrections.html",
    "method.html",
    "contribute.html",
    "dependencies.html",
    "404.html",
)
"""One page of each kind, and a few that carry more than most."""

SECOND_PAGES: Final = (
    "index.html",
    "documents/bote-1923.html",
    "actors/kapitaen.html",
    "places/kornspeicher.html",
    "notes.html",
    "method.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_in_order(path: str, chromium: Browser, address: str) -> None:
    """Nothing fails, nothing is fetched from elsewhere, nothing stands out sideways, and axe-core finds no barrier."""
    found = _looked_over(chromium, address + path)
    assert found == [], listed(found)


@pytest.mark.parametrize("path", SECOND_PAGES)
def test_a_page_of_another_dossier_is_in_order(path: str, chromium: Browser, second_address: str) -> None:
    """The same holds for pages that nobody looked at while the sheets were drawn."""
    found = _looked_over(chromium, second_address + path)
    assert found == [], listed(found)


def _looked_over(chromium: Browser, address: str) -> list[str]:
    found = []
    with opened(chromium, address) as (page, heard):
        found += [f"wide: {said}" for said in page.evaluate(OVERFLOW)]
        found += [f"wide, light: {said}" for said in barriers(page)]
        recolour(page, "dark")
        found += [f"wide, dark: {said}" for said in barriers(page, "color-contrast")]
        page.set_viewport_size(NARROW)
        page.wait_for_timeout(300)
        found += [f"narrow: {said}" for said in page.evaluate(OVERFLOW)]
        found += [f"narrow, dark: {said}" for said in barriers(page)]
        recolour(page, "light")
        found += [f"narrow, light: {said}" for said in barriers(page, "color-contrast")]
        return found + heard.errors + heard.elsewhere


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_colours_follow_the_system(scripts: bool, chromium: Browser, address: str) -> None:
    """Whoever set the system to dark gets a dark page and light words, with JavaScript off as well."""
    ground = {}
    for scheme in ("light", "dark"):
        with opened(chromium, address, scripts=scripts, scheme=scheme) as (page, _):
            ground[scheme] = [
                _brightness(page.locator(at).first.evaluate(f"e => getComputedStyle(e).{css}")) for at, css in LIT
            ]
    assert ground["light"][0] > 200
    assert ground["light"][1] < 100
    assert ground["dark"][0] < 60
    assert ground["dark"][1] > 180


LIT: Final = (("body", "backgroundColor"), ("article p", "color"))


def _brightness(colour: str) -> float:
    """Return how bright a colour is, 0 to 255: browsers name one as `rgb(…)`, and a mixture as `color(srgb …)`."""
    inside = colour.partition("(")[2].rstrip(")").replace(",", " ").removeprefix("srgb ").split()
    return sum(float(part) for part in inside[:3]) / 3 * (255 if "srgb" in colour else 1)


@pytest.mark.parametrize("path", ["index.html", "actors/isis.html", "timeline.html"])
def test_the_site_opens_from_disk(path: str, chromium: Browser, shipped: Built) -> None:
    """An unpacked copy of the site is read without a server: sheets, fonts and links work, and nothing is fetched."""
    with opened(chromium, (shipped.site / path).as_uri()) as (page, heard):
        assert page.evaluate(
            "document.fonts.ready.then(() => [...document.fonts].some(face => face.status == 'loaded'))"
        )
        page.locator("article a.tap, article a.name").first.click()
        page.wait_for_load_state()
        assert page.locator("article h1").count() == 1
        assert (heard.errors, heard.elsewhere) == ([], [])


@pytest.mark.parametrize("path", PAGES[:11:2])
def test_a_page_says_everything_without_scripts(path: str, chromium: Browser, address: str) -> None:
    """With JavaScript off no word of a page is missing, and it does not scroll sideways."""
    texts = []
    for scripts in (True, False):
        with opened(chromium, address + path, scripts=scripts, narrow=True) as (page, _):
            # What chooses among the words of a page is not one of them.
            choosing = page.locator("article :is(form, .moves, .chart figcaption .by)")
            choosing.evaluate_all("all => all.forEach(one => one.remove())")
            texts.append(" ".join(page.locator("article").inner_text().split()))
            if not scripts:
                assert page.evaluate(OVERFLOW) == []
    assert texts[0] == texts[1]
