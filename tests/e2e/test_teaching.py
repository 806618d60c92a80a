"""The exercise: nothing gives an answer away before the reader has committed to one, and nothing is graded after."""

from typing import Final

import pytest
from looking import barriers, opened
from playwright.sync_api import Browser, Page, expect
from sites import Built

from dossier.pipeline import read

PATH: Final = "documents/business-insider-2016-12.html"
SECOND: Final = "documents/bote-1923.html"
REACHED: Final = """() => [...document.querySelectorAll("article a[href], article summary, article [tabindex='0']")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true })).map((part) => part.closest("[id]")?.id || "")"""


def shown(page: Page) -> str:
    return " ".join(page.locator("article").inner_text().split())


def test_without_a_script_the_page_speaks_of_no_exercise(chromium: Browser, address: str) -> None:
    """What would not work is not offered, and what would be hidden is there."""
    with opened(chromium, f"{address}{PATH}#exercise", scripts=False) as (page, _):
        assert not page.get_by_text("exercise").first.is_visible()
        assert page.locator(".note:visible").count() > 10


@pytest.mark.parametrize("path", [PATH, SECOND])
def test_nothing_gives_the_answers_away(
    path: str, chromium: Browser, shipped: Built, second: Built, request: pytest.FixtureRequest
) -> None:
    """No remark, status or note can be seen, found or tabbed to; the same when the page is opened from disk."""
    built = shipped if path == PATH else second
    dossier, _ = read(built.project / "data")
    document = next(one for one in dossier.documents if one.source in path)
    with opened(chromium, (built.site / path).as_uri() + "#exercise") as (page, heard):
        expect(page.locator(".ask").first).to_be_visible()
        text = shown(page)
        assert [remark.title for remark in document.remarks if remark.title in text] == []
        assert page.locator(".note:visible, .claims:visible, .origins:visible, .status:visible").count() == 0
        assert page.locator(".footnote li:visible").count() < page.locator(".footnote li").count()
        reached = set(page.evaluate(REACHED))
        assert reached & {remark.id for remark in document.remarks} == set()
        assert page.locator(".gist mark a[href]").count() == 0
        assert page.locator(".strip .i:visible").count() == 0
        assert (heard.errors, heard.elsewhere) == ([], [])


def test_an_answer_brings_what_the_editors_found(chromium: Browser, address: str) -> None:
    """It stands beside the answer, for this passage only; the answer survives a reload until it is cleared."""
    with opened(chromium, address + PATH) as (page, heard):
        page.get_by_role("link", name="Read as an exercise").click()
        first = page.locator(".passage").first
        form = first.locator(".ask")
        form.locator("button").click()
        expect(form.locator("button")).to_be_visible()  # nothing was answered
        form.locator("textarea").first.fill("Two of them <b>do</b>.")
        chosen = form.locator("select option").nth(1).inner_text()
        form.locator("select").first.select_option(label=chosen)
        form.locator("button").click()
        for _ in range(2):
            expect(first.locator(".note").first).to_be_visible()
            expect(first.locator(".ask .yours").first).to_have_text("Two of them <b>do</b>.")
            expect(first.locator(".claims .yours").first).to_contain_text(chosen)
            expect(first.locator(".claims .rule").first).to_be_visible()
            assert page.locator(".passage").nth(1).locator(".note:visible").count() == 0
            reference = first.locator(".footnote-ref").last
            assert page.locator(f'[id="{str(reference.get_attribute("href"))[1:]}"]').is_visible()
            page.reload()
        page.get_by_role("button", name="Clear all answers").click()
        expect(first.locator(".note:visible")).to_have_count(0)
        assert first.locator("textarea").first.input_value() == ""
        assert heard.errors == []


def test_answers_outlive_another_tab_and_a_changed_question(chromium: Browser, address: str) -> None:
    """What one tab keeps, the other does not undo; an answer that is no longer offered is none, and stops nothing."""
    with opened(chromium, f"{address}{PATH}#exercise") as (page, heard):
        other = page.context.new_page()
        other.goto(page.url)
        page.locator(".ask textarea").first.fill("One.")
        other.locator(".ask").nth(1).locator("textarea").first.fill("Two.")
        asked = page.locator(".ask").count()
        page.reload()
        assert page.locator(".ask textarea").first.input_value() == "One."
        assert page.locator(".ask").nth(1).locator("textarea").first.input_value() == "Two."
        page.evaluate(
            """() => {
              const [key] = Object.keys(localStorage).filter((key) => key.includes("exercise"));
              const name = document.querySelector(".ask select").name;
              const passage = document.querySelector(".passage:has(.ask select) h2").id;
              localStorage.setItem(key, JSON.stringify({ [passage]: { [name]: "no longer offered", done: true } }));
            }"""
        )
        page.reload()
        expect(page.locator(".claims .yours").first).to_be_visible()
        assert page.locator(".ask").count() == asked
        assert heard.errors == []


def test_leaving_gives_the_page_back(chromium: Browser, address: str) -> None:
    """By the link or by Back, the page is what it was."""
    with opened(chromium, address + PATH) as (page, _):
        before = shown(page)
        page.get_by_role("link", name="Read as an exercise").click()
        expect(page.locator(".ask").first).to_be_visible()
        assert shown(page) != before
        page.locator('.strip [href="#p3"]').click()
        expect(page.locator(".ask").first).to_be_visible()
        page.get_by_role("link", name="Leave the exercise").click()
        expect(page.locator(".ask")).to_have_count(0)
        assert shown(page) == before
        page.goto(address + PATH)
        page.get_by_role("link", name="Read as an exercise").click()
        page.go_back()
        expect(page.locator(".ask")).to_have_count(0)
        assert shown(page) == before


def test_the_worksheet_prints_questions_and_no_answers(chromium: Browser, address: str) -> None:
    """On paper: what to answer, room to write, the words to choose from."""
    with opened(chromium, f"{address}{PATH}#exercise") as (page, _):
        expect(page.locator(".ask").first).to_be_visible()
        page.emulate_media(media="print")
        assert page.locator(".ask textarea:visible").count() > 10
        assert page.locator(".choices").is_visible()
        assert page.locator(".note:visible, .ask button:visible, .doing:visible, .bar:visible").count() == 0


def test_the_exercise_has_no_barrier(chromium: Browser, second_address: str) -> None:
    """axe-core, before and after a commitment."""
    with opened(chromium, f"{second_address}{SECOND}#exercise") as (page, _):
        form = page.locator(".ask").first
        assert barriers(page) == []
        form.locator("textarea, select").first.evaluate("f => { f.value = f.options ? f.options[1].value : 'x'; }")
        form.locator("button").click()
        expect(page.locator(".yours").first).to_be_visible()
        assert barriers(page) == []
