"""What the evidence is worth, as a reader meets it: all checks with their rules, what a retraction does, every page in
order.

What is expected is computed from the data of each site, never written down here, so it holds for the next entry too.
"""

import re
from pathlib import Path

import pytest
from crawl import Crawled, crawl, listed, target
from known import Known, claims_shown, evidence_of, named_in
from looking import NARROW, OVERFLOW, WIDE, Scheme, barriers, opened
from playwright.sync_api import Browser
from sites import build, copy_of_checkout

from dossier.model.status import Status
from dossier.report import ANALYSES


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
    after = evidence_of(project)
    for claim in fallen:
        page = pages[f"claims/{claim}.html"]
        line = next(one for one in page.all("p", "line") if one.within("mast"))
        assert after.status[claim] is Status.WITHDRAWN
        assert "Support fell" in line.text, claim
        assert ("method.html", "status-withdrawn") in {target(page.path, one.href) for one in line.below}
        assert set(after.origins[claim].all.fallen) <= named_in(page, "working"), "the working names what fell"
    assert "status-withdrawn" in pages["method.html"].ids
    own = pages[f"sources/{source}.html"]
    assert re.search(r"Retracted\s+Withdrawn by whoever issued it", own.all("article")[0].text)
    with opened(chromium, f"{(built.site / 'claims.html').as_uri()}#show-withdrawn") as (page, _):
        assert set(claims_shown(page)) >= fallen


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
    rules = ("color-contrast", "scrollable-region-focusable") if scheme == "dark" else ()
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
