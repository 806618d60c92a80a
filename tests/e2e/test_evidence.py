"""What the evidence is worth, as a reader meets it: the ledger by status, the days, the working behind every number.

What is expected is computed from the data of each site, never written down here, so it holds for the next entry too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from crawl import Crawled, Element, HtmlPage, crawl, listed, target
from looking import NARROW, OVERFLOW, WIDE, Scheme, barriers, opened
from playwright.sync_api import Browser, Locator, Page, expect
from sites import Built, build, copy_of_checkout
from test_reading import CHANGING

from dossier.analysis import Count, Evidence, analyse
from dossier.model.status import Status
from dossier.model.words import BearsOn
from dossier.pipeline import read
from dossier.report import ANALYSES
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


@pytest.fixture(scope="session")
def known(request: pytest.FixtureRequest, built: Built) -> Known:
    """Either site in turn."""
    address = "address" if built is request.getfixturevalue("shipped") else "second_address"
    return Known(request.getfixturevalue(address), _evidence(built.project))


@pytest.fixture(scope="session")
def shipped_known(address: str, shipped: Built) -> Known:
    """The site of this repository only: what needs many days, or is slow."""
    return Known(address, _evidence(shipped.project))


def _evidence(project: Path) -> Evidence:
    dossier, problems = read(project / "data")
    assert problems == ()
    return analyse(dossier)


# ── the ledger by status ────────────────────────────────────────────────────


@NO_SCRIPTS
def test_the_ledger_shows_the_claims_of_one_status(scripts: bool, chromium: Browser, known: Known) -> None:
    """A status chosen shows its claims and no other; the address keeps it, Back undoes it, «Show all» as well."""
    claims = known.evidence.status
    ledger = known.address + "claims.html"
    with opened(chromium, ledger, scripts=scripts) as (page, heard):
        assert sorted(_shown(page)) == sorted(claims)
        for status in dict.fromkeys(claims.values()):
            before = page.url
            wanted = sorted(claim for claim, of in claims.items() if of is status)
            page.locator(f"#show-{status.value} a").click()
            assert page.url == f"{ledger}#show-{status.value}"
            assert sorted(_shown(page)) == wanted
            assert page.locator(f"#show-{status.value} .num").inner_text() == str(len(wanted))
            assert _headings_without_claims(page) == []
            page.go_back()
            assert (page.url, len(_shown(page))) == (before, len(claims))
            page.go_forward()
            assert sorted(_shown(page)) == wanted
            page.locator("#show-all a").click()
            assert (page.url, len(_shown(page))) == (f"{ledger}#show-all", len(claims))
        assert heard.errors == []
    with opened(chromium, f"{ledger}#show-{status.value}", scripts=scripts) as (page, _):
        assert sorted(_shown(page)) == wanted, "the address alone must be enough"


def test_a_status_is_chosen_with_the_keyboard(chromium: Browser, known: Known) -> None:
    """Tab reaches a status, Enter chooses it, and the way back is the next that Tab reaches after the statuses."""
    with opened(chromium, known.address + "claims.html", scripts=False) as (page, _):
        status = next(iter(known.evidence.status.values()))
        _tab_to(page, f"#show-{status.value}", 60)
        page.keyboard.press("Enter")
        assert len(_shown(page)) == list(known.evidence.status.values()).count(status)
        _tab_to(page, "#show-all", 10)
        page.keyboard.press("Enter")
        assert len(_shown(page)) == len(known.evidence.status)


def _shown(page: Page) -> list[str]:
    """Return the ids of the claims that a reader of the ledger sees."""
    links = page.locator(".ledger .claims > li:visible div > p:first-child > a:first-child")
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [href.removeprefix("claims/").removesuffix(".html") for href in hrefs]


def _headings_without_claims(page: Page) -> list[str]:
    sections = page.locator(".ledger > section:visible").all()
    return [one.locator("h2").inner_text() for one in sections if not one.locator(".claims > li:visible").count()]


def _tab_to(page: Page, href: str, most: int) -> None:
    """Press Tab until a link has the focus, as somebody without a mouse does; so many times and no more."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == href:
            return
    pytest.fail(f"{most} times Tab did not reach the link to {href}")


# ── from day to day ─────────────────────────────────────────────────────────


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
            assert _numbers(page.locator(".by-then b:visible").inner_text()) == _totals(known, here)
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
        _tab_to(page, f"#{days[0]}", 60)
        for onward in [*days[1:], ""]:
            page.keyboard.press("Enter")
            here = page.url.partition("#")[2]
            assert _days_shown(page) == [here]
            _in_sight(page, here)
            if onward:
                _tab_to(page, f"#{onward}", 4)
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
    return [totals.claims, *_range(totals.reports, totals.at_least, totals.at_most)]


# ── the working behind a number ─────────────────────────────────────────────


def test_the_compact_line_says_what_was_counted(crawled: Crawled, known: Known) -> None:
    """On the page of every claim and in the ledger: the numbers of `analyse`, linked to the working they come from."""
    wrong = []
    for page, id_, line in _compact_lines(crawled):
        count = known.evidence.origins[id_].all
        links = [link for link in line.below if link.tag == "a" and "working" in link.classes]
        expected = {(f"claims/{id_}.html", "working", tuple(_counted(count)))}
        if known.evidence.parties.rests[id_].party:
            expected.add((f"claims/{id_}.html", "working", ()))
        if id_ in known.evidence.conflicts:
            expected.add((f"claims/{id_}.html", "figure", ()))
        found = {(*target(page.path, link.href), tuple(_numbers(link.text))) for link in links}
        if found != expected or not all(anchor in crawled[path].ids for path, anchor, _ in found):
            wrong.append(f"{page.path}: {id_}: {sorted(found)}, expected {sorted(expected)}")
    assert wrong == [], listed(wrong)


def _compact_lines(crawled: Crawled) -> Iterator[tuple[HtmlPage, str, Element]]:
    ledgers = [page for path, page in crawled.items() if re.fullmatch(r"claims(-\d+)?\.html", path)]
    pages = [(path[7:-5], page) for path, page in crawled.items() if path.startswith("claims/")]
    for id_, page in pages:
        yield page, id_, next(line for line in page.all("p", "line") if line.within("mast"))
    lines = [(ledger, line) for ledger in ledgers for line in ledger.all("p", "line") if line.within("claims")]
    assert len(lines) == len(pages) > 0
    for ledger, line in lines:
        item = next(above for above in line.above if above.tag == "li")
        link = next(one for one in item.below if one.tag == "a")
        yield ledger, target(ledger.path, link.href)[0][7:-5], line


def test_the_working_says_what_was_counted(crawled: Crawled, known: Known) -> None:
    """What stands behind a claim: every origin by its name, and for each question the reports and the origins."""
    wrong = []
    for id_, found in known.evidence.origins.items():
        page = crawled[f"claims/{id_}.html"]
        section = _section(page, "working")
        missing = {origin.id for origin in found.all.origins} - _named(page, "working")
        if missing:
            wrong.append(f"{id_}: {missing} not named")
        rows = [_numbers(row.text) for row in section if row.tag == "tr" and any(e.tag == "td" for e in row.below)]
        expected = [_counted(found.of[word]) for word in BearsOn if found.of[word].reports]
        if rows[: len(expected)] != expected:
            wrong.append(f"{id_}: {rows}, expected {expected}")
    assert wrong == [], listed(wrong)


@NO_SCRIPTS
def test_the_compact_line_leads_to_the_working(scripts: bool, chromium: Browser, known: Known) -> None:
    """From the ledger and from the head of its page, a press on the numbers of a claim shows what is behind them."""
    with opened(chromium, known.address + "claims.html", scripts=scripts, narrow=True) as (page, _):
        for _from in ("the ledger", "the head of the page"):
            page.locator("p.line a.working").first.click()
            page.wait_for_url("**/claims/*.html#working")
            expect(page.locator("h2#working")).to_be_in_viewport()
            page.evaluate("scrollTo(0, 0)")


def _section(page: HtmlPage, id_: str) -> list[Element]:
    """Return the elements between a heading and the next of its rank."""
    heading = page.at(id_)
    after = [element for element in page.elements if element.first > heading.first]
    end = next((element.first for element in after if element.tag == heading.tag), len(page.elements))
    return [element for element in after if element.first < end]


def _named(page: HtmlPage, id_: str) -> set[str]:
    """Return the ids of the entries to whose pages a section leads."""
    links = [target(page.path, one.href)[0] for one in _section(page, id_) if one.tag == "a"]
    return {path.partition("/")[2].removesuffix(".html") for path in links}


def _counted(count: Count) -> list[int]:
    return _range(len(count.reports), count.at_least, count.at_most)


def _range(reports: int, at_least: int, at_most: int) -> list[int]:
    if not reports:
        return []
    return [reports, at_least] if at_least == at_most else [reports, at_least, at_most]


def _numbers(words: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", words)]


# ── checks, retracted sources ───────────────────────────────────────────────


def test_every_analysis_has_its_section_and_its_rule(crawled: Crawled) -> None:
    """The Checks page names every analysis at its top, says what it found, and leads to a rule that exists."""
    page, method = crawled["checks.html"], crawled["method.html"]
    names = [analysis.name for analysis in ANALYSES]
    assert [heading.id for heading in page.all("h2") if heading.within("check")] == names
    assert [target(page.path, e.href)[1] for e in page.all("a", "tap") if e.within("checks-index")] == names
    for section, name in zip(page.all("section", "check"), names, strict=True):
        rules = [target(page.path, one.href) for one in section.below if one.tag == "a" and one.within("small")]
        assert ("method.html", f"check-{name}") in rules, name
        assert method.at(f"check-{name}").tag in {"h2", "h3"}, name
        headline = next(one for one in section.below if "headline" in one.classes)
        assert len(headline.text.split()) > 2, name


def test_what_rested_on_a_retracted_source_says_so(tmp_path: Path, chromium: Browser, shipped_known: Known) -> None:
    """A source turns out to be worthless: one line of data, and everything that rested on it alone says so."""
    before = shipped_known.evidence
    source, resting = next(iter(before.falls.resting.items()))
    fallen = {claim for claim in resting if before.status[claim] in {Status.ONE_ORIGIN, Status.FOUND_ELSEWHERE}}
    assert len(fallen) > 1
    project = copy_of_checkout(tmp_path / "project")
    _retract(project, source, "Withdrawn by whoever issued it [@usa-today-2016-12-09].")
    built = build(project, tmp_path / "site")
    pages = crawl(built.site)
    after = _evidence(project)
    for claim in fallen:
        page = pages[f"claims/{claim}.html"]
        line = next(one for one in page.all("p", "line") if one.within("mast"))
        assert after.status[claim] is Status.WITHDRAWN
        assert "Support fell" in line.text, claim
        assert ("method.html", "status-withdrawn") in {target(page.path, one.href) for one in line.below}
        assert set(after.origins[claim].all.fallen) <= _named(page, "working"), "the working names what fell"
    assert "status-withdrawn" in pages["method.html"].ids
    own = pages[f"sources/{source}.html"]
    assert re.search(r"Retracted\s+Withdrawn by whoever issued it", own.all("article")[0].text)
    with opened(chromium, f"{(built.site / 'claims.html').as_uri()}#show-withdrawn") as (page, _):
        assert set(_shown(page)) >= fallen


def _retract(project: Path, source: str, reason: str) -> None:
    """Write in a copy of the data that a source no longer counts."""
    for path in sorted((project / "data").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        if re.search(rf"^- id: {source}\n  type:", text, re.MULTILINE):
            changed = text.replace(f"- id: {source}\n", f'- id: {source}\n  retracted: "{reason}"\n')
            path.write_text(changed, encoding="utf-8")
            return
    pytest.fail(f"no file of the data has the source {source}")


# ── in order for every eye and hand ─────────────────────────────────────────


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["checks.html", "clocks.html", "clocks.html#{day}", "{claim}", "{chosen}"])
def test_pages_of_the_evidence_are_in_order(path: str, scheme: Scheme, chromium: Browser, known: Known) -> None:
    """With everything unfolded, wide and narrow: nothing fails or stands out sideways, and axe-core finds nothing."""
    rules = CHANGING if scheme == "dark" else ()
    chosen = f"claims.html#show-{known.commonest.value}"
    path = path.format(day=known.days[0], claim=f"claims/{known.panel}.html", chosen=chosen)
    with opened(chromium, known.address + path, scheme=scheme) as (page, heard):
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = []
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            page.wait_for_timeout(200)
            found += [f"{size['width']}: {said}" for said in (*page.evaluate(OVERFLOW), *barriers(page, *rules))]
        assert found + heard.errors + heard.elsewhere == [], listed(found)
