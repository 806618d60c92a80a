"""The working behind every number of a claim: the compact line has the numbers of `analyse` and leads to it."""

import re
from collections.abc import Iterator

from crawl import Crawled, Element, HtmlPage, listed, target
from known import NO_SCRIPTS, Known, ends, named_in, numbers, section_of
from looking import opened
from playwright.sync_api import Browser, expect

from dossier.analysis import Count
from dossier.model.words import BearsOn


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
        found = {(*target(page.path, link.href), tuple(numbers(link.text))) for link in links}
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
        section = section_of(page, "working")
        missing = {origin.id for origin in found.all.origins} - named_in(page, "working")
        if missing:
            wrong.append(f"{id_}: {missing} not named")
        rows = [numbers(row.text) for row in section if row.tag == "tr" and any(e.tag == "td" for e in row.below)]
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


def _counted(count: Count) -> list[int]:
    return ends(len(count.reports), count.at_least, count.at_most)
