"""A site on a server with what `analyse` says of its data, and what several tests of the evidence look at."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from crawl import Element, HtmlPage, target
from playwright.sync_api import Page

from dossier.analysis import Evidence, analyse
from dossier.model.status import Status
from dossier.pipeline import read
from dossier.report.clocks import day_text

NO_SCRIPTS: Final = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@dataclass(frozen=True, slots=True)
class Known:
    """A site on a server, and what `analyse` says of its data."""

    address: str
    evidence: Evidence

    @property
    def days(self) -> list[str]:
        return [f"day-{day_text(day.day)}" for day in self.evidence.clocks.days]

    @property
    def panel(self) -> str:
        """A claim whose figure is drawn beside others."""
        return next(group.rows[0].claim.id for group in self.evidence.figures if len(group.rows) > 1)

    @property
    def commonest(self) -> Status:
        statuses = list(self.evidence.status.values())
        return max(dict.fromkeys(statuses), key=statuses.count)


def evidence_of(project: Path) -> Evidence:
    dossier, problems = read(project / "data")
    assert problems == ()
    return analyse(dossier)


def claims_shown(page: Page) -> list[str]:
    """Return the ids of the claims that a reader of the ledger sees."""
    links = page.locator(".ledger .claims > li:visible div > p:first-child > a:first-child")
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [href.removeprefix("claims/").removesuffix(".html") for href in hrefs]


def tab_to(page: Page, href: str, most: int) -> None:
    """Press Tab until a link has the focus, as somebody without a mouse does; so many times and no more."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == href:
            return
    pytest.fail(f"{most} times Tab did not reach the link to {href}")


def section_of(page: HtmlPage, id_: str) -> list[Element]:
    """Return the elements between a heading and the next of its rank."""
    heading = page.at(id_)
    after = [element for element in page.elements if element.first > heading.first]
    end = next((element.first for element in after if element.tag == heading.tag), len(page.elements))
    return [element for element in after if element.first < end]


def named_in(page: HtmlPage, id_: str) -> set[str]:
    """Return the ids of the entries to whose pages a section leads."""
    links = [target(page.path, one.href)[0] for one in section_of(page, id_) if one.tag == "a"]
    return {path.partition("/")[2].removesuffix(".html") for path in links}


def ends(reports: int, at_least: int, at_most: int) -> list[int]:
    if not reports:
        return []
    return [reports, at_least] if at_least == at_most else [reports, at_least, at_most]


def numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", words)]
