"""The annotated document as it is read: side by side on a wide screen, in place on a narrow one, by key and by hand."""

import re
from typing import Final

import pytest
from looking import NARROW, WIDE, barriers, opened, search_for
from playwright.sync_api import Browser, Page, expect

PATH: Final = "documents/business-insider-2016-12.html"
SHIFT: Final = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => { sum += shift.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
OVERLAPS: Final = """() => [...document.querySelectorAll(".passage")].flatMap((passage) => {
  const parts = [...passage.querySelectorAll(".read, .note")];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  return parts.flatMap((one, at) => parts.slice(at + 1).filter((other, next) => {
    const [a, b] = [boxes[at], boxes[at + 1 + next]];
    return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  }).map((other) => `${one.id || "text"} lies over ${other.id || "text"} in ${passage.querySelector("h2").id}`));
})"""


def visible_ids(page: Page, selector: str) -> list[str]:
    return [str(part.get_attribute("id")) for part in page.locator(selector).all() if part.is_visible()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_remarks_stand_beside_their_passage(scripts: bool, chromium: Browser, address: str) -> None:
    """On a wide screen every remark and claim can be read at once, and none lies over another."""
    with opened(chromium, address + PATH, scripts=scripts) as (page, heard):
        for part in page.locator(".note > div:first-of-type, .claims-of .claim").all():
            assert part.is_visible()
        assert page.evaluate(OVERLAPS) == []
        text, note = page.locator("#p3").bounding_box(), page.locator(".passage:has(#p3) .note").first.bounding_box()
        assert text
        assert note
        assert text["x"] + text["width"] <= note["x"]
        assert abs(text["y"] - note["y"]) < 20
        assert heard.errors == []


@pytest.mark.parametrize("hash_", ["", "#exercise", "#p8"])
def test_nothing_moves_while_the_page_loads(hash_: str, chromium: Browser, address: str) -> None:
    """What a reader looks at stays where it is."""
    with opened(chromium, address + PATH + hash_) as (page, heard):
        assert page.evaluate(SHIFT) <= 0.02
        assert heard.errors == []


def test_a_fragment_and_its_remark_light_each_other_up(chromium: Browser, address: str) -> None:
    """Whoever points at one sees the other; the keyboard does the same."""
    with opened(chromium, address + PATH) as (page, _):
        for mark in page.locator(".gist mark").all()[:3]:
            target = page.locator(str(mark.locator("a").get_attribute("href")))
            expect(page.locator(".lit")).to_have_count(0)
            mark.hover()
            expect(target).to_have_class(re.compile(r"\blit\b"))
            assert page.locator(".note.lit").count() == 1
            target.locator("summary").first.focus()
            page.locator("h1").hover()
            expect(mark).to_have_class(re.compile(r"\blit\b"))
            page.evaluate("document.activeElement.blur()")
            page.locator("#cover").hover()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_a_fragment_opens_its_remark(scripts: bool, chromium: Browser, address: str) -> None:
    """Remarks are one line each until they are wanted; a tap on the words shows the remark, again after it was shut."""
    with opened(chromium, address + PATH, narrow=True, scripts=scripts) as (page, _):
        inside = page.locator(".note > div:first-of-type")
        assert not any(part.is_visible() for part in inside.all())
        link = page.locator("#p3 ~ .gist mark a, .passage:has(#p3) .gist mark a").first
        remark = page.locator(str(link.get_attribute("href")))
        link.click()
        expect(remark.locator("> div").first).to_be_visible()
        expect(remark).to_be_in_viewport()
        assert sum(part.is_visible() for part in inside.all()) == 1
        if scripts:
            remark.locator("summary").first.click()
            expect(remark.locator("> div").first).to_be_hidden()
            link.click()
            expect(remark.locator("> div").first).to_be_visible()


def test_a_question_is_switched_off_without_a_script(chromium: Browser, address: str) -> None:
    """Its remarks go, and the words they are on lose their line; the others stay."""
    with opened(chromium, address + PATH, scripts=False) as (page, _):
        before = page.locator(".note:visible").count()
        of_words = page.locator(".note.words").count()
        mark = page.locator(".gist mark.words").first
        assert of_words > 0
        page.locator(".switches [name=words]").uncheck()
        assert page.locator(".note.words:visible").count() == 0
        assert page.locator(".note:visible").count() == before - of_words
        assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"
        assert page.locator(".gist mark.sure").first.evaluate("m => getComputedStyle(m).textDecorationLine") != "none"


def test_keys_lead_from_remark_to_remark_and_from_passage_to_passage(chromium: Browser, address: str) -> None:
    """The focus moves, the address follows, and nothing happens while somebody types or after they are switched off."""
    with opened(chromium, address + PATH) as (page, _):
        remarks, passages = visible_ids(page, ".note"), visible_ids(page, ".passage h2")

        def at(key: str) -> str:
            page.keyboard.press(key)
            page.wait_for_function("document.activeElement.closest('.note, h2')")
            found: str = page.evaluate("document.activeElement.closest('.note, h2').id")
            assert page.url.endswith(f"#{found}")
            return found

        assert [at(key) for key in "jjkj"] == [remarks[0], remarks[1], remarks[0], remarks[1]]
        assert [at(key) for key in "nnpp"] == [passages[1], passages[2], passages[1], passages[0]]
        page.locator("[name=keys]").uncheck()
        page.keyboard.press("j")
        assert page.url.endswith(f"#{passages[0]}")
        page.locator("[name=keys]").check()
        page.locator("[data-step='1']").click()
        page.locator("[data-step='1']").click()
        assert page.url.endswith(f"#{remarks[1]}")
        page.evaluate("document.querySelector('h1').append(document.createElement('textarea'))")
        page.locator("h1 textarea").press_sequentially("jnkp")
        assert page.locator("h1 textarea").input_value() == "jnkp"
        assert page.url.endswith(f"#{remarks[1]}")


def test_keys_leave_the_page_alone_while_the_search_is_open(chromium: Browser, address: str) -> None:
    """On a result no field has the focus, and the page behind must not move for all that."""
    with opened(chromium, address + PATH) as (page, _):
        search_for(page, "Aleppo")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".search-list a").first).to_be_focused()
        page.keyboard.press("j")
        assert "#" not in page.url


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })",
        "Storage.prototype.getItem = () => '{'",
    ],
    ids=["blocked", "broken"],
)
def test_everything_works_where_the_browser_keeps_nothing(storage: str, chromium: Browser, address: str) -> None:
    """Cookies blocked, or what was kept is broken: the drawer, the keys, the exercise, and no error."""
    context = chromium.new_context(viewport=NARROW)
    context.add_init_script(storage)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + PATH)
    page.locator("[data-drawer]").click()
    expect(page.locator("[data-drawer]")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_function("document.activeElement.closest('.note')")
    page.goto(f"{address}{PATH}#exercise")
    page.reload()
    expect(page.locator(".ask").first).to_be_visible()
    assert errors == []
    context.close()


def test_the_drawer_is_used_by_keyboard_and_nothing_out_of_sight_has_the_focus(chromium: Browser, address: str) -> None:
    """Shut, it is passed over; open, the focus is in it; its parts open by Enter; a link in it shuts it."""
    focused = "document.activeElement.closest('.md-sidebar')"
    with opened(chromium, address + PATH, narrow=True) as (page, _):
        assert page.locator(".md-sidebar--primary").evaluate("side => side.inert")
        page.locator("[data-drawer]").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(f"!!{focused}")
        page.keyboard.press("Tab")
        expect(page.locator("label[for=__toc].md-nav__link")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(".md-nav--primary > ul > li > a:focus")).to_have_count(1)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        inside = page.locator(".md-nav--secondary a:focus")
        expect(inside).to_have_count(1)
        expect(inside).to_be_in_viewport(ratio=1)
        led = str(inside.get_attribute("href"))
        page.keyboard.press("Enter")
        assert page.url.endswith(led)
        expect(page.locator("[data-drawer]")).to_have_attribute("aria-expanded", "false")
        page.set_viewport_size(WIDE)
        assert not page.locator(".md-sidebar--primary").evaluate("side => side.inert")


def test_the_bar_stays_and_marks_the_passage_that_is_read(chromium: Browser, address: str) -> None:
    """Also on a phone, where the bar is wider than the screen and scrolls along."""
    with opened(chromium, address + PATH, narrow=True) as (page, _):
        page.goto(f"{address}{PATH}#p12")
        current = page.locator(".strip [aria-current=true]")
        expect(current).to_have_attribute("href", "#p12")
        expect(current).to_be_in_viewport(ratio=0.9)


def test_every_remark_can_be_changed_and_linked_quietly(chromium: Browser, address: str) -> None:
    """One small link, and one small place that opens; Escape closes it."""
    with opened(chromium, address + PATH) as (page, _):
        note = page.locator(".note").first
        assert note.locator(".self").get_attribute("href") == f"#{note.get_attribute('id')}"
        more = note.locator(".more")
        assert not more.get_by_text("Edit", exact=True).is_visible()
        more.locator("summary").press("Enter")
        expect(more.get_by_text("Edit", exact=True)).to_be_visible()
        page.keyboard.press("Escape")
        expect(more.get_by_text("Edit", exact=True)).to_be_hidden()
        assert more.locator("summary").evaluate("summary => summary === document.activeElement")


def test_open_remarks_have_no_barrier(chromium: Browser, second_address: str) -> None:
    """axe-core, on the page of somebody else's dossier, everything open, wide and on a phone."""
    with opened(chromium, f"{second_address}documents/bote-1923.html", scheme="dark") as (page, _):
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        assert page.locator(".note .more a, .note .self").count() > 0
        assert barriers(page) == []
        page.set_viewport_size(NARROW)
        assert (
            barriers(page, "color-contrast", "target-size", "nested-interactive", "scrollable-region-focusable") == []
        )
