"""Choosing from the ledger and the timeline: facets together, with counts; order and view; the address; the keys."""

from collections.abc import Mapping
from typing import Final

import pytest
from known import Known, claims_shown, numbers
from looking import NARROW, OVERFLOW, WIDE, barriers, opened
from playwright.sync_api import Browser, Page, expect

from dossier.dates import When
from dossier.model import Event
from dossier.model.status import Status

SHIFTS: Final = """() => new Promise(done => {
  const ours = ({ node }) => node && (node.closest ? node : node.parentElement).closest(".choosing");
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (entry.sources.some(ours)) moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 200);
})"""
"""Counts what moves in the list or its form; the drawing above is looked at in a test of its own."""
COMPACT: Final = "view=compact"
RULES: Final = (
    "color-contrast", "label", "select-name", "button-name", "aria-allowed-attr", "aria-valid-attr-value",
    "target-size", "scrollable-region-focusable", "list", "listitem", "heading-order", "form-field-multiple-labels",
)  # fmt: skip
"""Of axe-core: those a form and a list can break."""


def rows_shown(page: Page) -> list[str]:
    """Return the ids of the rows that a reader sees, in the order in which they stand."""
    rows = page.locator("[data-row]:visible")
    return [str(id_) for id_ in rows.evaluate_all("rows => rows.map(row => row.dataset.row)")]


def height_of(page: Page) -> float:
    """Return how high all rows together are."""
    heights = "rows => rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0)"
    return float(page.locator("[data-row]").evaluate_all(heights))


def options_of(page: Page, facet: str) -> Mapping[str, tuple[int, bool]]:
    """Return what a facet offers: for each value its count, and whether it can be chosen."""
    found = page.locator(f".choose [name={facet}] option:not([value=''])").evaluate_all(
        "all => all.map(one => [one.value, Number(one.text.match(/\\((\\d+)\\)$/)[1]), !one.disabled])"
    )
    return {value: (count, open_) for value, count, open_ in found}


# The ledger


def test_claims_are_chosen_by_two_things_at_once_and_each_count_keeps_its_word(chromium: Browser, known: Known) -> None:
    """After a first choice every value says how many claims it would leave; chosen, it leaves that many, and those."""
    evidence, commonest = known.evidence, known.commonest.value
    with opened(chromium, known.address + "claims.html") as (page, heard):
        total = len(rows_shown(page))
        page.select_option("[name=status]", commonest)
        assert set(rows_shown(page)) == {claim for claim, of in evidence.status.items() if of == commonest}
        for facet in ("origins", "voice"):
            offered = options_of(page, facet)
            assert offered
            for value, (count, open_) in offered.items():
                assert open_ == (count > 0), "what would leave nothing is shown and cannot be chosen"
                if open_:
                    page.select_option(f"[name={facet}]", value)
                    assert len(rows_shown(page)) == count
                    assert numbers(page.locator(".choose output").inner_text()) == [count, total]
                    assert all(section.is_visible() for section in page.locator("section:has(li:visible)").all())
            page.select_option(f"[name={facet}]", "")
        assert heard.errors == []


def test_a_choice_is_kept_in_the_address_undone_by_back_and_ended_by_one_button(
    chromium: Browser, known: Known
) -> None:
    """Every step is one that Back undoes; the address alone brings it back, and one button shows all."""
    status = known.commonest.value
    ledger = known.address + "claims.html"
    with opened(chromium, ledger) as (page, _):
        everything = rows_shown(page)
        page.select_option("[name=status]", status)
        first = rows_shown(page)
        page.select_option("[name=sort]", "reports")
        assert page.url == f"{ledger}#status={status}&sort=reports"
        second = rows_shown(page)
        assert (sorted(second), len(second) < len(everything)) == (sorted(first), True)
        page.go_back()
        assert (rows_shown(page), page.input_value("[name=sort]")) == (first, "")
        page.go_back()
        assert rows_shown(page) == everything
        page.go_forward()
        page.go_forward()
        page.reload()
        assert (rows_shown(page), page.input_value("[name=status]")) == (second, status)
        page.locator(".choose .all").click()
        assert sorted(rows_shown(page)) == sorted(everything)
        page.goto(f"{ledger}#status=no-such-status&sort=neither&other=1")
        assert rows_shown(page) == everything


def test_claims_are_sorted_and_put_back_in_reading_order(chromium: Browser, known: Known) -> None:
    """By reports, by origins and by status; then as the documents have them, under their headings again."""
    evidence = known.evidence
    statuses = list(Status)
    counts = {claim: origins.all for claim, origins in evidence.origins.items()}
    keys = {
        "reports": lambda claim: -len(counts[claim].reports),
        "origins": lambda claim: (counts[claim].at_least, counts[claim].at_most),
        "status": lambda claim: statuses.index(evidence.status[claim]),
    }
    reading = [claim.id for claim in evidence.claims]
    with opened(chromium, known.address + "claims.html") as (page, _):
        assert claims_shown(page) == reading
        headings = page.locator(".ledger h2:visible").all_inner_texts()
        for value, key in keys.items():
            page.select_option("[name=sort]", value)
            assert rows_shown(page) == sorted(reading, key=key)
            assert page.locator(".ledger h2:visible").count() == 0
        page.select_option("[name=sort]", "")
        assert claims_shown(page) == reading
        assert page.locator(".ledger h2:visible").all_inner_texts() == headings


@pytest.mark.parametrize("path", ["claims.html", "timeline.html"])
def test_the_list_is_shown_in_one_line_each(path: str, chromium: Browser, address: str) -> None:
    """The address keeps it; every row is there, with its link, in less room."""
    with opened(chromium, address + path) as (page, _):
        full = height_of(page)
        page.select_option("[name=view]", "compact")
        assert page.url == f"{address}{path}#{COMPACT}"
        assert height_of(page) < full * 0.7
        assert all(row.locator("a:visible").count() for row in page.locator("[data-row]").all())


# The timeline


def overlaps(when: When, first: str, last: str) -> bool:
    """Tell whether something may have happened in some days, both included; the oracle for dates without gaps."""
    early = "{:04}-{:02}-{:02}".format(*when.earliest) if when.earliest else ""
    late = "{:04}-{:02}-{:02}".format(*when.latest) if when.latest else "9999"
    return early <= last and late >= first


def test_events_are_chosen_by_actor_and_days(chromium: Browser, shipped_known: Known) -> None:
    """Uncertain dates count wherever they may fall; the drawing is told which events are left."""
    known, dossier = shipped_known, shipped_known.evidence.dossier
    days = sorted(f"{d[0]:04}-{d[1]:02}-{d[2]:02}" for event in dossier.events if (d := event.when.edtf.earliest))
    first, last = days[len(days) // 3], days[-len(days) // 3]
    actor = next(part.actor for event in dossier.events for part in event.participants)
    events: dict[str, Event] = {event.id: event for event in dossier.events}
    with opened(chromium, known.address + "timeline.html") as (page, heard):
        page.evaluate("document.addEventListener('dossier:chosen', event => window.heard = event.detail)")
        page.fill("[name=from]", first)
        page.fill("[name=to]", last)
        inside = {id_ for id_, event in events.items() if overlaps(event.when.edtf, first, last)}
        assert set(rows_shown(page)) == inside
        assert 0 < len(inside) < len(events)
        page.fill("[name=from]", "")
        page.fill("[name=to]", "")
        page.select_option("[name=actor]", actor)
        took_part = {id_ for id_, event in events.items() if actor in {part.actor for part in event.participants}}
        assert set(rows_shown(page)) == took_part
        said = page.evaluate("window.heard")
        assert (said["kind"], set(said["ids"])) == ("event", took_part)
        assert heard.errors == []


def test_a_place_chosen_elsewhere_on_the_page_is_chosen_in_the_list(chromium: Browser, address: str) -> None:
    """As the map does it: by the same event, with the place; none or several mean any."""
    say = "ids => document.dispatchEvent(new CustomEvent('dossier:chosen', {detail: {kind: 'place', ids}}))"
    with opened(chromium, address + "timeline.html") as (page, _):
        everything = rows_shown(page)
        place, (count, _open) = next(iter(options_of(page, "place").items()))
        page.evaluate(say, [place])
        assert (len(rows_shown(page)), page.input_value("[name=place]")) == (count, place)
        assert page.url.endswith(f"#place={place}")
        page.evaluate(say, [])
        assert rows_shown(page) == everything


def test_a_link_to_an_event_that_is_not_chosen_shows_it(chromium: Browser, address: str) -> None:
    """A link within the page keeps the choice as long as its target can be seen, and ends it otherwise."""
    with opened(chromium, address + "timeline.html#at=none&other=1") as (page, _):
        everything = rows_shown(page)
        actor = min(options_of(page, "actor").items(), key=lambda item: item[1][0])[0]
        page.select_option("[name=actor]", actor)
        shown = rows_shown(page)
        assert page.url.endswith(f"#at=none&other=1&actor={actor}"), "what others keep in the address stays"
        page.evaluate("id => location.hash = `event-${id}`", shown[0])
        assert rows_shown(page) == shown
        hidden = next(event for event in everything if event not in shown)
        page.evaluate("id => location.hash = `event-${id}`", hidden)
        expect(page.locator(f"#event-{hidden}")).to_be_visible()
        assert rows_shown(page) == everything


def test_a_day_that_back_has_undone_is_a_step_again(chromium: Browser, address: str) -> None:
    with opened(chromium, address + "timeline.html") as (page, _):
        page.fill("[name=from]", "2016-12-05")
        page.go_back()
        page.fill("[name=from]", "2016-12-06")
        page.go_back()
        assert page.url == f"{address}timeline.html"


# For everyone


def test_a_claim_is_found_by_keyboard_on_a_phone(chromium: Browser, address: str) -> None:
    """The form is one line until it is opened; letters and arrows choose, Escape closes and gives the focus back."""
    with opened(chromium, address + "claims.html", narrow=True) as (page, _):
        field = page.locator("[name=status]")
        assert not field.is_visible()
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == "Choose":
                break
        page.keyboard.press("Enter")
        expect(field).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.type("Not f")
        assert field.input_value() == "not-found"
        assert page.locator(".choose output").inner_text().startswith(f"{len(rows_shown(page))} of ")
        page.keyboard.press("Escape")
        assert not field.is_visible()
        assert page.evaluate("document.activeElement.textContent") == "Choose"


@pytest.mark.parametrize("narrow", [True, False])
def test_the_button_that_shows_all_goes_without_the_focus(narrow: bool, chromium: Browser, address: str) -> None:
    """It hides itself; who pressed it is still in the form."""
    with opened(chromium, address + "claims.html#status=one-origin", narrow=narrow) as (page, _):
        page.locator(".choose .all").press("Enter")
        expect(page.locator(".choose .all")).to_be_hidden()
        assert page.evaluate("!!document.activeElement.closest('.choose')")


@pytest.mark.parametrize("path", ["claims.html", "timeline.html"])
def test_without_scripts_there_is_no_form_and_every_row(path: str, chromium: Browser, address: str) -> None:
    with opened(chromium, address + path, scripts=False) as (page, _):
        assert not page.locator(".choose").is_visible()
        assert page.locator("[data-row]:visible").count() == page.locator("[data-row]").count() > 0


@pytest.mark.parametrize("path", ["claims.html#voice=own&sort=reports", "timeline.html#view=compact"])
def test_the_form_is_in_order_wherever_it_stands(path: str, chromium: Browser, address: str) -> None:
    """Wide and narrow, opened: nothing sticks out, axe finds nothing, and nothing moved while the page was loaded."""
    for size, scheme in ((WIDE, "dark"), (NARROW, "light")):
        with opened(chromium, address + path, scheme=scheme, narrow=size is NARROW) as (page, heard):
            assert page.evaluate(SHIFTS) <= 0.02
            if size is NARROW:
                page.locator(".opens").click()
            assert page.locator("[name=view]").is_visible()
            small = page.locator(".choose :is(select, input, button):visible").evaluate_all(
                "all => all.filter(one => one.getBoundingClientRect().height < 24).map(one => one.name)"
            )
            assert [*small, *page.evaluate(OVERFLOW), *barriers(page, *RULES), *heard.errors, *heard.elsewhere] == []
