"""A map as somebody uses it: closer and further, moved, by keys, by fingers, and never in the way of scrolling."""

import math
from collections.abc import Iterator
from itertools import combinations

import pytest
from looking import barriers, opened
from playwright.sync_api import Browser, Page, expect

EARTH = 6371.0
VIEW = "() => document.querySelector('.map .ground').getAttribute('viewBox').split(' ').map(Number)"
NAMES = """() => [...document.querySelectorAll('.map :is(.lb, .t-country)')]
  .map((name) => [name.textContent, name.getBoundingClientRect()])
  .filter(([, box]) => box.width)
  .map(([words, { left, top, right, bottom }]) => ({ words, left, top, right, bottom }))"""
CIRCLES = """() => [...document.querySelectorAll(".map .area")].map((disc) => disc.getBoundingClientRect().width)
  .filter((width) => width < 200)"""


@pytest.fixture
def places(chromium: Browser, address: str) -> Iterator[Page]:
    """The Places page with its map in view."""
    with opened(chromium, f"{address}places.html") as (page, heard):
        page.locator(".map").scroll_into_view_if_needed()
        yield page
        assert heard.errors == []


def middle(page: Page, id_: str) -> tuple[float, float]:
    """Where the dot of a place is, in pixels."""
    box = page.locator(f".map .pt[data-id={id_}] > svg > circle").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def kilometres(page: Page) -> float:
    """How many kilometres the scale bar gives for a pixel."""
    number, unit = page.locator(".map .scale span").inner_text().split()
    box = page.locator(".map .scale i").bounding_box()
    assert box is not None
    return float(number) * {"km": 1, "m": 0.001}[unit] / box["width"]


def far(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How many kilometres two positions are apart (haversine)."""
    (a, b), (c, d) = (tuple(map(math.radians, each)) for each in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def test_going_closer_keeps_letters_dots_and_the_truth_of_the_scale(places: Page, address: str) -> None:
    """At every step two places are as far apart as the scale bar says they are: 192 km."""
    apart = far((34.56, 38.2672), (35.333, 40.15))
    dot = places.locator(".map .pt[data-id=raqqa] .dot").bounding_box()
    letters = places.locator(".map .pt[data-id=raqqa] text:visible").first.bounding_box()
    assert dot is not None
    assert letters is not None
    for _ in range(3):
        drawn = math.dist(middle(places, "palmyra"), middle(places, "deir-ez-zor")) * kilometres(places)
        assert drawn == pytest.approx(apart, rel=0.02)
        places.get_by_role("button", name="Closer").click()
    assert places.evaluate(VIEW)[2] < 900 / 4
    places.get_by_role("button", name="Whole map").click()
    again = places.locator(".map .pt[data-id=raqqa] .dot").bounding_box()
    assert again is not None
    assert (again["width"], again["height"]) == (dot["width"], dot["height"])
    assert places.evaluate(VIEW)[:2] == [0, 0]


def test_names_never_meet_however_close(places: Page) -> None:
    """And one that had no room at first appears where there is some."""
    for step in range(5):
        if step:
            places.get_by_role("button", name="Closer").click()
        for one, other in combinations(places.evaluate(NAMES), 2):
            apart = (
                one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
                or one["bottom"] <= other["top"] + 6 or other["bottom"] <= one["top"] + 6
            )  # fmt: skip
            assert apart, (one, other)


def test_two_kilometres_are_a_circle_when_one_is_as_close_as_one_can_be(places: Page) -> None:
    """The dot gives way to it, because near is not at."""
    x, y = middle(places, "raqqa")
    places.mouse.move(round(x), round(y))
    places.keyboard.down("Control")
    for _ in range(30):
        places.mouse.wheel(0, -100)
    places.keyboard.up("Control")
    expect(places.get_by_role("button", name="Closer")).to_be_disabled()
    expect(places.locator(".map .pt[data-id=raqqa]")).to_have_class("pt soft")
    # What lies under the mouse stays there; a mouse is told in whole pixels, and what it missed the dot by has grown.
    grown = 900 / places.evaluate(VIEW)[2]
    kept = (round(x) + (x - round(x)) * grown, round(y) + (y - round(y)) * grown)
    assert middle(places, "raqqa") == pytest.approx(kept, abs=2)
    assert max(places.evaluate(CIRCLES)) >= 18


def test_the_wheel_scrolls_the_page(places: Page) -> None:
    """A map in the way of a reader is a trap: only with Ctrl does the wheel go closer."""
    before, top = places.evaluate(VIEW), places.evaluate("scrollY")
    places.mouse.move(*middle(places, "raqqa"))
    places.mouse.wheel(0, 300)
    places.wait_for_function("top => scrollY > top", arg=top)
    assert places.evaluate(VIEW) == before


def test_a_map_is_moved_by_dragging_and_a_drag_is_no_click(places: Page) -> None:
    """A place under the mouse goes with it, and is not opened; a plain click on it opens its page."""
    places.get_by_role("button", name="Closer").click()
    x, y = middle(places, "raqqa")
    places.mouse.move(x, y)
    places.mouse.down()
    places.mouse.move(x + 30, y + 20, steps=4)
    places.mouse.move(x + 60, y + 40, steps=4)
    places.mouse.up()
    assert middle(places, "raqqa") == pytest.approx((x + 60, y + 40), abs=4)
    assert places.url.endswith("places.html")
    places.mouse.click(*middle(places, "raqqa"))
    places.wait_for_url("**/places/raqqa.html")


def test_a_map_is_moved_by_keys(places: Page) -> None:
    """Arrows, plus and minus, Escape; a place that has the focus is brought into view."""
    places.locator(".map > .draw").focus()
    places.keyboard.press("+")
    places.keyboard.press("+")
    before = places.evaluate(VIEW)
    places.keyboard.press("ArrowRight")
    assert places.evaluate(VIEW)[0] > before[0]
    frame = places.locator(".map > .draw").bounding_box()
    assert frame is not None
    places.locator(".map .pt[data-id=mosul]").focus()
    x, y = middle(places, "mosul")
    assert frame["x"] < x < frame["x"] + frame["width"]
    assert frame["y"] < y < frame["y"] + frame["height"]
    places.keyboard.press("Escape")
    assert places.evaluate(VIEW)[:2] == [0, 0]
    expect(places.get_by_role("button", name="Further")).to_be_disabled()


def test_a_button_that_can_do_no_more_leaves_the_focus_to_the_map(places: Page) -> None:
    places.get_by_role("button", name="Closer").press("Enter")
    places.get_by_role("button", name="Whole map").press("Enter")
    expect(places.locator(".map > .draw")).to_be_focused()
    places.keyboard.press("+")
    assert places.evaluate(VIEW)[2] < 900


def test_a_map_does_not_follow_a_mouse_whose_button_is_up(places: Page) -> None:
    """A menu of the browser takes the end of a press, so that no pointerup is heard."""
    places.get_by_role("button", name="Closer").click()
    x, y = middle(places, "raqqa")
    places.mouse.move(x, y)
    places.locator(".map > .draw").dispatch_event(
        "pointerdown", {"pointerType": "mouse", "button": 2, "buttons": 2, "clientX": x, "clientY": y}
    )
    before = places.evaluate(VIEW)
    places.mouse.move(x + 60, y + 40, steps=4)
    assert places.evaluate(VIEW) == before


def test_two_fingers_go_closer_and_one_scrolls(chromium: Browser, address: str) -> None:
    """As on every good map inside a page."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}places.html")
    box = page.locator(".map > .draw").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = context.new_cdp_session(page)

    def fingers(kind: str, *at: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in at]})

    fingers("touchStart", (x - 20, y), (x + 20, y))
    for away in (30, 40, 60):
        fingers("touchMove", (x - away, y), (x + away, y))
    fingers("touchEnd")
    closer = page.evaluate(VIEW)
    assert closer[2] == pytest.approx(900 / 3, rel=0.05)
    fingers("touchStart", (x, y))
    for up in (20, 60, 120):
        fingers("touchMove", (x, y - up))
    fingers("touchEnd")
    page.wait_for_function("scrollY > 20")
    assert page.evaluate(VIEW) == closer
    context.close()


@pytest.mark.parametrize("narrow", [True, False])
def test_without_a_script_the_map_is_whole(chromium: Browser, address: str, narrow: bool) -> None:
    """Names, discs and a true scale, and no button that does nothing."""
    with opened(chromium, f"{address}places.html", scripts=False, narrow=narrow) as (page, _):
        expect(page.locator(".map button:visible")).to_have_count(0)
        expect(page.locator(".map .scale")).to_be_visible()
        assert len(page.evaluate(NAMES)) > 5


def test_the_map_can_be_read_by_everyone(places: Page) -> None:
    """axe finds nothing in it, as it is and from near."""
    places.get_by_role("button", name="Closer").click()
    assert [line for line in barriers(places) if "map" in line or "moves" in line] == []
