"""A site built from a repository: what its pages, its search and its feed tell of changes, drafts and reviews."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from looking import NARROW, OVERFLOW, WIDE, barriers, opened
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import Built, build, second_dossier

REVIEW = "  review: {state: reviewed, by: [Ann Example], date: 2026-01-02}\n"
HOSTILE = "<script>document.title='hit'</script> **bold** [x](javascript:alert(1))"


def commit(project: Path, message: str, day: int) -> None:
    when = f"2026-01-{day:02}T12:00:00Z"
    kept = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    named = ["-c", "user.name=Ann Example", "-c", "user.email=ann@example.org"]
    for arguments in (["init", "--quiet"], ["add", "--all"], [*named, "commit", "--quiet", "-m", message]):
        dated = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when, "HOME": str(project)}
        subprocess.run(["git", *arguments], cwd=project, env=kept | dated, check=True)


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second dossier in a repository of its own: entered, reviewed, changed, with a draft and an objection."""
    project = second_dossier(tmp_path_factory.mktemp("history") / "project")
    replaced(project / "data" / "dossier.yml", "language: de", "language: en")
    commit(project, "Enter the dossier", 1)
    claims = project / "data" / "claims.yml"
    replaced(claims, "- id: saecke-verbrannt\n", f"- id: saecke-verbrannt\n{REVIEW}")
    replaced(
        claims, "- id: saecke-gezaehlt\n", "- id: saecke-gezaehlt\n  review: {state: disputed, by: [B], note: No.}\n"
    )
    replaced(project / "data" / "terms.yml", "- id: sack\n", "- id: sack\n  review: draft\n")
    commit(project, "Review", 2)
    replaced(claims, 'value: "1200"', 'value: "1250"')
    commit(project, HOSTILE, 3)
    return project


@pytest.fixture(scope="module")
def site(project: Path) -> Built:
    return build(project, project.parent / "site", SITE_URL="https://lower-weir.example/x/")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page()
    yield opened
    opened.close()


def test_an_entry_tells_its_history_and_what_changed_since_its_review(site: Built, page: Page) -> None:
    """In words, with the day; what stood in a commit is text; every page knows the feed."""
    page.goto((site.site / "claims" / "saecke-verbrannt.html").as_uri())

    review = page.locator("p.review")
    expect(review).to_contain_text("Reviewed by Ann Example (2 January 2026)")
    expect(review).to_contain_text("Changed since the review: figure 1,200 → 1,250 Säcke.")
    rows = page.locator(".history > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("3 January 2026")
    expect(rows.nth(0)).to_contain_text(HOSTILE)
    expect(rows.nth(2)).to_contain_text("Added 1 January 2026")
    assert page.locator(".history :is(script, strong, b, a[href^='javascript'])").count() == 0
    assert "hit" not in page.title()
    feed = page.locator("head link[type='application/atom+xml']").get_attribute("href")
    assert feed == "../feed.xml"


def test_drafts_and_objections_show_at_the_title_in_lists_and_in_the_search(site: Built, page: Page) -> None:
    page.goto((site.site / "terms.html").as_uri())
    expect(page.locator("main .review-mark")).to_have_text("draft")
    page.goto((site.site / "claims.html").as_uri())
    expect(page.locator("main .review-mark")).to_have_text("disputed")
    page.goto((site.site / "terms" / "sack.html").as_uri())
    expect(page.locator("p.review")).to_have_text("Draft: not reviewed yet")
    page.keyboard.press("/")
    page.keyboard.type("Sack (Maß)")
    expect(page.get_by_text("draft", exact=False).locator("visible=true").last).to_be_visible()


def test_the_corrections_list_the_change_and_lead_to_the_feed(site: Built, page: Page) -> None:
    page.goto((site.site / "corrections.html").as_uri())

    expect(page.locator("#changes-2026-01-03 + .changes > li")).to_contain_text("figure 1,200 → 1,250 Säcke")
    assert page.get_by_role("link", name="as a feed").get_attribute("href") == "feed.xml"
    titles = [
        found.text for found in ElementTree.parse(site.site / "feed.xml").iter("{http://www.w3.org/2005/Atom}title")
    ]
    assert "Changed: Im Speicher sind 1200 Säcke Korn verbrannt." in titles


@pytest.mark.parametrize("path", ["claims/saecke-verbrannt", "claims/saecke-gezaehlt", "terms/sack", "corrections"])
def test_reviews_and_changes_are_in_order(path: str, site: Built, chromium: Browser) -> None:
    """axe-core finds no barrier and nothing stands out sideways, narrow and wide, light and dark."""
    address, found = (site.site / f"{path}.html").as_uri(), []
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        with opened(chromium, address, scheme=scheme, narrow=size is NARROW) as (page, _):
            page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
            found += [*page.evaluate(OVERFLOW), *barriers(page)]
    assert found == []


def test_a_build_without_drafts_stops_or_has_none(project: Path, tmp_path: Path) -> None:
    """`DRAFTS=false` is all there is to it."""
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    events = copy / "data" / "events.yml"
    replaced(events, "- id: die-zaehlung\n", "- id: die-zaehlung\n  review: draft\n")
    with pytest.raises(AssertionError, match="`die-zaehlung` is a draft, and drafts are left out of this build"):
        build(copy, tmp_path / "site", DRAFTS="false")
    replaced(events, "  before:\n    - die-zaehlung\n", "")
    built = build(copy, tmp_path / "site", DRAFTS="false")

    assert not (built.site / "events" / "die-zaehlung.html").exists()
    assert not (built.site / "terms" / "sack.html").exists()
    assert "2 drafts are left out of this site." in (built.site / "corrections.html").read_text("utf-8")


def test_a_shallow_clone_and_no_git_at_all_say_so_and_build(project: Path, tmp_path: Path) -> None:
    """Strictly, as for publishing; the same in words for both."""
    kept = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    clone = ["git", "clone", "--quiet", "--depth=1", project.as_uri(), str(tmp_path / "shallow")]
    subprocess.run(clone, env=kept, check=True)
    shutil.copytree(project, tmp_path / "without", ignore=shutil.ignore_patterns(".git"))

    said = {}
    for name in ("shallow", "without"):
        built = build(tmp_path / name, tmp_path / f"site-{name}", GIT_CEILING_DIRECTORIES=str(tmp_path))
        said[name] = (built.site / "claims" / "saecke-verbrannt.html").read_text("utf-8")

    assert "What happened before 3 January 2026 is not known" in said["shallow"]
    assert "is not known: the data is not kept in a git repository." in said["without"]


def test_while_serving_a_save_shows_what_is_not_committed_yet(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy)
    with served(copy, tmp_path / "said") as serving:
        serving.until("claims/saecke-verbrannt.html", "Added")
        replaced(copy / "data" / "claims.yml", 'value: "1250"', 'value: "1260"')
        page = serving.until("claims/saecke-verbrannt.html", "Not committed yet")

    assert "figure 1,250 → 1,260 Säcke" in page
