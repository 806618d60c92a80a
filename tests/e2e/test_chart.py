"""The timeline's chart as somebody uses it: going closer, the two clocks, lanes, and the map beside it."""

import re

import pytest
from looking import OVERFLOW, barriers, opened
from playwright.sync_api import Browser, Page, expect

SIZES = """() => [...document.querySelectorAll(".view.on :is(span, p, b), .chart .map text")]
  .map((element) => parseFloat(getComputedStyle(element).fontSize))"""
SHOWN = "() => [...document.querySelectorAll('.view')].filter((view) => view.offsetParent).map((view) => view.id)"


def seen(page: Page, selector: str) -> int:
    """How many of some parts of drawings are drawn."""
    rendered = "selector => [...document.querySelectorAll(selector)].filter((e) => e.getClientRects().length).length"
    return int(page.evaluate(rendered, selector))


def rows(page: Page, classes: str = "") -> list[str]:
    """The events of the window that is shown; of a class, if one is given."""
    found = page.locator(f".view:visible li{classes}")
    return [str(row.get_attribute("data-id")) for row in found.all()]


def lanes(page: Page) -> dict[str, list[str]]:
    return {
        lane.locator("p").inner_text(): [str(row.get_attribute("data-place") or "") for row in lane.locator("li").all()]
        for lane in page.locator(".view:visible .lane").all()
    }


def test_windows_and_clocks_need_no_script(chromium: Browser, address: str) -> None:
    """Links go closer and on to the next window, one at a time; the switch hides one of the two clocks."""
    with opened(chromium, f"{address}timeline.html", scripts=False) as (page, heard):
        assert page.evaluate(SHOWN) == ["view-busy"]
        assert (seen(page, ".rp"), seen(page, ".hp")) > (0, 0)
        page.locator(".view:visible .steps a").last.click()
        (closer,) = page.evaluate(SHOWN)
        assert page.url.endswith(f"#{closer}")
        page.locator(".view:visible [rel=prev]").click()
        assert len(page.evaluate(SHOWN)) == 1
        assert page.evaluate(SHOWN) != [closer]
        page.goto(f"{address}timeline.html#view-busy")
        page.check("input[value=happened]")
        assert seen(page, ".rp") == 0 < seen(page, ".hp")
        page.check("input[value=reported]")
        assert seen(page, ".hp") == 0 < seen(page, ".rp")
        assert not page.locator("input[value=place]").is_visible()
        assert heard.errors == []


def test_what_is_shown_is_kept_in_the_address_and_undone_by_back(chromium: Browser, address: str) -> None:
    """Window, lanes and clock, beside what was chosen in the list; the link that was pressed keeps the focus."""
    with opened(chromium, f"{address}timeline.html", scripts=True) as (page, heard):
        page.locator(".view:visible .steps a").last.click()
        page.locator(".view:visible [rel=prev]").click()
        assert page.evaluate("document.activeElement.rel") == "prev"
        page.check("input[value=place]")
        page.check("input[value=reported]")
        (window,) = page.evaluate(SHOWN)
        shared = page.url
        page.reload()
        assert page.evaluate(SHOWN) == [window]
        assert page.is_checked("input[value=reported]")
        assert page.is_checked("input[value=place]")
        page.go_back()
        expect(page.locator("input[value=both]")).to_be_checked()
        page.go_back()
        expect(page.locator("input[value=theme]")).to_be_checked()
        page.go_back()
        expect(page.locator(f"#{window}")).to_be_hidden()
        page.goto("about:blank")
        page.goto(shared)
        assert page.evaluate(SHOWN) == [window]
        assert heard.errors == []


def test_a_window_opened_in_a_tab_of_its_own_stays_while_one_chooses(chromium: Browser, address: str) -> None:
    """A link of the chart has the address that works without a script; it is kept with what is chosen afterwards."""
    with opened(chromium, f"{address}timeline.html#view-all") as (page, _):
        assert page.evaluate(SHOWN) == ["view-all"]
        page.check("input[value=place]")
        assert page.evaluate(SHOWN) == ["view-all"]
        page.select_option(".choose [name=place]", "palmyra")
        page.reload()
        assert page.evaluate(SHOWN) == ["view-all"]
        assert page.is_checked("input[value=place]")


def test_lanes_by_place_hold_the_same_events(chromium: Browser, address: str) -> None:
    """Every lane one place, those without a place last; and back again as it was."""
    with opened(chromium, f"{address}timeline.html") as (page, _):
        before, themes = rows(page), lanes(page)
        page.check("input[value=place]")
        found = lanes(page)
        assert sorted(rows(page)) == sorted(before)
        assert all(len(set(places)) == 1 for places in found.values())
        assert list(found.values())[-1][0] == ""
        page.check("input[value=theme]")
        assert (rows(page), lanes(page)) == (before, themes)


def test_events_that_were_not_chosen_stand_back(chromium: Browser, address: str) -> None:
    """What the list leaves out is dimmed in every window, and nothing else."""
    with opened(chromium, f"{address}timeline.html") as (page, _):
        everything = rows(page)
        ids = everything[2:5]
        page.evaluate(
            "ids => document.dispatchEvent(new CustomEvent('dossier:chosen', {detail: {kind: 'event', ids}}))", ids
        )
        assert rows(page, ".dim") == [row for row in everything if row not in ids]


def test_event_and_place_show_each_other(chromium: Browser, address: str) -> None:
    """An event that has the focus lights its place, a place its events; a click on it chooses them, a second undoes."""
    with opened(chromium, f"{address}timeline.html") as (page, heard):
        row = page.locator(".view:visible li[data-place=palmyra]").first
        row.locator("a").focus()
        expect(page.locator(".pt.lit")).to_have_attribute("data-id", "palmyra")
        point = page.locator(".chart .pt[data-id=palmyra]")
        point.focus()
        own = [row for row in rows(page) if row in rows(page, "[data-place=palmyra]")]
        assert rows(page, ".lit") == own
        point.press("Enter")
        assert re.search(r"[#&]place=palmyra\b", page.url)
        assert sorted(set(rows(page)) - set(rows(page, ".dim"))) == sorted(own)
        point.press("Enter")
        assert rows(page, ".dim") == []
        assert heard.errors == []


def test_every_mark_leads_to_its_event(chromium: Browser, address: str) -> None:
    """With its words and its date as its name, and a target a finger can hit."""
    with opened(chromium, f"{address}timeline.html", narrow=True) as (page, _):
        for link in page.locator(".view:visible .ev").all():
            words = link.locator("span").inner_text()
            assert str(link.get_attribute("aria-label")).startswith(f"{words}: ")
            assert (link.bounding_box() or {"height": 0})["height"] >= 24
        page.locator(".view:visible .ev").first.click()
        expect(page).to_have_url(re.compile(r"/events/"))


@pytest.mark.parametrize(("scheme", "narrow"), [("light", True), ("dark", False)])
def test_the_chart_can_be_read_by_everyone(chromium: Browser, address: str, scheme: str, narrow: bool) -> None:
    """axe finds nothing in it, letters have 11 pixels, and nothing stands out of the page, also at twice the size."""
    with opened(chromium, f"{address}timeline.html", scheme=scheme, narrow=narrow) as (page, _):  # type: ignore[arg-type]
        assert [line for line in barriers(page) if re.search(r"\.(chart|view|ev|map|board|ways)", line)] == []
        assert min(page.evaluate(SIZES)) >= 11
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate(OVERFLOW) == []
