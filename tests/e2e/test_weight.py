"""A first visit is light and nothing jumps: weighed as a server sends it, with fonts that come late."""

import gzip
import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, Route
from sites import ROOT, Built

LIMIT = 150_000
SCRIPTS = 15_000
SHIFT = 0.02


@pytest.fixture(scope="module")
def scales() -> Iterator[ModuleType]:
    """What measures; benchmarks are scripts that find one another in their folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("page_weight")


def test_a_first_visit_is_light_and_nothing_jumps(
    chromium: Browser, shipped: Built, address: str, scales: ModuleType
) -> None:
    """Every kind of page: at most 150 kB with its fonts; no layout shift, on a desk and on a phone in turn.

    The heaviest page of each folder stands for its kind; the heaviest of all are opened in both sizes.
    """
    pages = scales.kinds(shipped.site)
    assert len(pages) > 15
    visits = {
        page: scales.visit(chromium, shipped.site, address, page, number % 2) for number, page in enumerate(pages)
    }
    for page in sorted(pages, key=lambda page: -visits[page].total)[:3]:
        other = scales.visit(chromium, shipped.site, address, page, 1 - pages.index(page) % 2)
        visits[page] = max(visits[page], other, key=lambda found: found.total)._replace(
            shift=max(visits[page].shift, other.shift)
        )
    assert all({"html", "sheets", "fonts", "scripts"} <= visit.parts.keys() for visit in visits.values())
    heavy = {page: dict(visit.parts) for page, visit in visits.items() if visit.total > LIMIT}
    assert not heavy, heavy
    assert not {page: visit.shift for page, visit in visits.items() if visit.shift > SHIFT}


@contextmanager
def swapping(chromium: Browser, shipped: Built, script: str = "") -> Iterator[Page]:
    """Give a page on which fonts take the place of others when they come, however late that is."""
    sheet = (shipped.site / "assets" / "dossier" / "fonts.css").read_text(encoding="utf-8")
    assert "font-display: optional" in sheet
    swap = sheet.replace("optional", "swap")
    context = chromium.new_context()
    context.add_init_script(script)
    page = context.new_page()
    page.route("**/fonts.css", lambda route: route.fulfill(body=swap, content_type="text/css"))
    try:
        yield page
    finally:
        context.close()


def test_a_jump_would_be_seen(chromium: Browser, shipped: Built, address: str, scales: ModuleType) -> None:
    """The measure itself: fonts that take the place of others late do move the text, and it says so."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with swapping(chromium, shipped, scales.WATCH) as page:
        page.route("**/*.woff2", hold)
        page.goto(f"{address}index.html", wait_until="domcontentloaded")
        # However slow the machine is, the text stands there before a font comes.
        page.wait_for_function(
            "performance.getEntriesByType('paint').some((one) => one.name.endsWith('contentful-paint'))"
        )
        page.wait_for_timeout(200)
        for route in held:
            route.continue_()
        page.wait_for_function(f"shift > {SHIFT}")


@pytest.mark.parametrize("tag", ["h1", "p", "em", "time"])
def test_no_font_falls_back_in_the_middle_of_a_name(chromium: Browser, shipped: Built, address: str, tag: str) -> None:
    """Names of western Europe, Turkey, Poland, Romania and the Baltic are set in our fonts as a whole."""
    with swapping(chromium, shipped) as page:
        page.goto(f"{address}index.html", wait_until="load")
        names = "Erdoğan’s café, São, Łódź, Iași, Dāniš, Århus"
        page.evaluate(f"document.querySelector('.md-content article').innerHTML = '<{tag} id=names>{names}</{tag}>'")
        page.wait_for_function("document.fonts.status === 'loaded'")
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#names"})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert fonts
    assert {font["familyName"] for font in fonts if not font["isCustomFont"]} == set(), fonts
    assert all(font["familyName"].startswith("Dossier") for font in fonts), fonts


LATER = ("search-match.js",)
"""Scripts that a page asks for when its reader does something."""


def test_our_scripts_are_small(shipped: Built) -> None:
    """All that a page ever runs, each file compressed as a server would, what a reader's acts bring included."""
    sizes = {
        script.name: len(gzip.compress(script.read_bytes(), 9))
        for script in sorted((shipped.site / "assets" / "js").glob("*.js"))
    }
    asked = {
        frozenset(re.findall(r'<script defer src="[^"]*assets/js/([^"]+)"', page.read_text(encoding="utf-8")))
        for page in shipped.site.rglob("*.html")
    }
    assert frozenset(sizes) == frozenset(LATER).union(*asked), "every script is asked for by some page"
    heavy = {names: total for names in asked if (total := sum(sizes[name] for name in (*names, *LATER))) > SCRIPTS}
    assert heavy == {}
