"""The page of the publication days: one can step through it by links alone, on however many pages it stands."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import dossier.render.pages.clocks
from dossier.analysis.clocks.publication import Clocks
from dossier.analysis.clocks.walk import clocks_of
from dossier.index import index
from dossier.links import Links, Repository
from dossier.pipeline import read
from dossier.render.desk import Desk
from dossier.render.page import Page
from dossier.render.pages.clocks import pages_of
from dossier.voice import voice_of

DATA = Path(__file__).parent.parent / "data"
DECEMBER = [f"day-2016-12-{day:02}" for day in (8, 9, 10, 11, 12, 14, 16, 20, 21, 22)]
SECTION = re.compile(r'<section class="day".*?</section>', re.DOTALL)
ANCHOR = re.compile(r"\{ #(day-[0-9-]+) \}")
BACK = re.compile(r"\[← [^\]]*\]\(([a-z0-9.-]*)#(day-[0-9-]+)\)")
ON = re.compile(r"\[[^\]←]* →\]\(([a-z0-9.-]*)#(day-[0-9-]+)\)")


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a desk with the dossier of this repository."""
    found, _ = read(DATA)
    facts = index(found)
    return Desk(facts, Links(found, Repository(), False, facts.document_of, facts.rank), voice_of("en"))


@pytest.fixture(scope="module")
def clocks(desk: Desk) -> Clocks:
    return clocks_of(desk.facts.dossier, desk.facts.evidence.descent)


def sections_of(pages: list[Page]) -> dict[tuple[str, str], str]:
    """Return the section of each day by path and anchor, in order."""
    return {
        (page.path, anchor[1]): section
        for page in pages
        for section in SECTION.findall(page.markdown)
        if (anchor := ANCHOR.search(section))
    }


def steps(sections: dict[tuple[str, str], str], start: tuple[str, str], way: re.Pattern[str]) -> list[tuple[str, str]]:
    """Follow the first link of each section that leads one way, until there is none."""
    found = [start]
    while link := way.search(sections[found[-1]]):
        found.append((link[1] or found[-1][0], link[2]))
        assert len(found) <= len(sections), "the steps go round"
    return found


@pytest.mark.parametrize("longest", [60, 7, 1])
def test_one_steps_through_all_days_and_back(
    desk: Desk, clocks: Clocks, longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first to the last, across pages, and by no other way than plain links."""
    monkeypatch.setattr(dossier.render.pages.clocks, "DAYS_ON_A_PAGE", longest)
    pages = list(pages_of(desk, clocks))
    assert len(pages) == -(-len(clocks.days) // longest)
    sections = sections_of(pages)
    order = list(sections)
    assert len(order) == len(clocks.days)
    assert steps(sections, order[0], ON) == order
    assert steps(sections, order[-1], BACK) == order[::-1]


def test_it_can_be_stepped_through_from_8_to_22_december_2016(desk: Desk, clocks: Clocks) -> None:
    """The days around the article, each with what happened on it beside what was said."""
    sections = sections_of(list(pages_of(desk, clocks)))
    walked = [anchor for _, anchor in steps(sections, ("clocks.md", DECEMBER[0]), ON)]
    assert walked[: len(DECEMBER)] == DECEMBER
    assert "(events/palmyra-strike.md)" in sections["clocks.md", "day-2016-12-08"]
    assert "(claims/trucks-destroyed.md)" in sections["clocks.md", "day-2016-12-09"]
    assert "no figure before this day" in sections["clocks.md", "day-2016-12-09"]
    assert "the speaker is questioned" in sections["clocks.md", "day-2016-12-08"]
    assert "(events/aleppo-evacuation-complete.md)" in sections["clocks.md", "day-2016-12-22"]


def test_every_day_of_the_strip_is_there_and_every_id_is_named(desk: Desk, clocks: Clocks) -> None:
    """A jump leads to a section of the same page; what is said to be on the page is."""
    (page,) = pages_of(desk, clocks)
    strip = page.markdown.partition('<dl class="days"')[2].partition("</dl>")[0]
    assert re.findall(r"\(#(day-[0-9-]+)\)", strip) == ANCHOR.findall(page.markdown)
    for id_ in page.entries:
        assert f"/{id_}.md)" in page.markdown
    for id_ in clocks.undated:
        assert f"(sources/{id_}.md)" in page.markdown.partition('class="undated"')[2]


def test_a_dossier_without_a_dated_source_has_a_page_that_says_so(desk: Desk, clocks: Clocks) -> None:
    """No strip, no section, and the sources without a date still listed."""
    (page,) = pages_of(desk, replace(clocks, days=()))
    assert "No source has a date" in page.markdown
    assert not sections_of([page])
    assert 'class="undated"' in page.markdown
