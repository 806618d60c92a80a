"""What was known when: the days are stepped through by links alone, one at a time, and say what was counted."""

import pytest
from known import NO_SCRIPTS, Known, ends, numbers, tab_to
from looking import opened
from playwright.sync_api import Browser, Locator, Page


@NO_SCRIPTS
def test_the_days_are_stepped_through_one_at_a_time(scripts: bool, chromium: Browser, known: Known) -> None:
    """From the first day to the last by «next», which stays where it is, and back again by «previous»."""
    days, places = known.days, set()
    with opened(chromium, known.address + "clocks.html", scripts=scripts) as (page, heard):
        assert _days_shown(page) == days
        page.locator(f".days a[href='#{days[0]}']").click()
        for here, onward in zip(days, [*days[1:], ""], strict=True):
            assert _days_shown(page) == [here]
            places.add(_in_sight(page, here))
            assert numbers(page.locator(".by-then b:visible").inner_text()) == _totals(known, here)
            if onward:
                _steps(page).locator(f"a[href='#{onward}']").click()
        assert len(places) == 1, f"the way onward wanders from day to day: {sorted(places)}"
        for here in reversed(days[:-1]):
            _steps(page).locator(f"a[href='#{here}']").click()
            assert _days_shown(page) == [here]
        _steps(page).locator("a[href='#days']").click()
        assert _days_shown(page) == days
        assert heard.errors == []


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_december_8_to_22_by_keyboard_without_scripts(narrow: bool, chromium: Browser, shipped_known: Known) -> None:
    """The days around the article, with Tab and Enter alone: each is two or three presses away from the one before."""
    days = [day for day in shipped_known.days if "day-2016-12-08" <= day <= "day-2016-12-22"]
    assert (days[0], days[-1]) == ("day-2016-12-08", "day-2016-12-22")
    with opened(chromium, shipped_known.address + "clocks.html", scripts=False, narrow=narrow) as (page, _):
        tab_to(page, f"#{days[0]}", 60)
        for onward in [*days[1:], ""]:
            page.keyboard.press("Enter")
            here = page.url.partition("#")[2]
            assert _days_shown(page) == [here]
            _in_sight(page, here)
            if onward:
                tab_to(page, f"#{onward}", 4)
        assert here == days[-1]
        page.go_back()
        assert _days_shown(page) == [days[-2]]


def test_a_day_can_be_shared(chromium: Browser, known: Known) -> None:
    """An address with a day opens that day alone."""
    day = known.days[-1]
    with opened(chromium, f"{known.address}clocks.html#{day}", scripts=False) as (page, _):
        assert _days_shown(page) == [day]
        _in_sight(page, day)


def _days_shown(page: Page) -> list[str]:
    ids: list[str] = page.locator(".day h2:visible").evaluate_all("headings => headings.map(one => one.id)")
    return ids


def _in_sight(page: Page, day: str) -> int:
    """Return where the way onward stands; it and the heading of the day are in the window, below the bar at its top."""
    bar = page.locator(".md-header").bounding_box()
    heading, steps = page.locator(f"#{day}").bounding_box(), _steps(page).bounding_box()
    assert bar
    assert heading
    assert steps
    assert bar["y"] + bar["height"] <= heading["y"], f"the bar hides the heading of {day}"
    assert page.viewport_size
    assert steps["y"] + steps["height"] <= page.viewport_size["height"], f"the steps of {day} are out of sight"
    return round(steps["y"])


def _steps(page: Page) -> Locator:
    return page.locator(".day:visible .steps").first


def _totals(known: Known, day: str) -> list[int]:
    totals = known.evidence.clocks.days[known.days.index(day)].totals
    return [totals.claims, *ends(totals.reports, totals.at_least, totals.at_most)]
