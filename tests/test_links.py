"""Addresses: every entry has one, links are relative and lead where they say, and a line of data can be reached."""

import posixpath
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.index import index
from dossier.links import LISTS, OVERVIEW, Links, Repository, document_page, list_page, relative, use_anchor
from dossier.model import SETTINGS_OWNER, document_owner
from dossier.problem import Mark
from golden_case import GOLDEN, read_case

NAME = st.sampled_from(("a", "b", "claims", "old-bridge", "1", "index"))
PATHS = st.lists(NAME, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")
REPOSITORY = Repository("https://github.com/somebody/dossier", "https://github.com/somebody/dossier/blob/main/")


@pytest.fixture
def links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Links:
    """The addresses of the golden dossier with a remark, a term and a question."""
    remark = {"id": "at-once", "passage": "p0", "type": "loaded", "title": "x", "text": "y"}
    report = yaml.load((GOLDEN / "base/data/documents/report.yml").read_text("utf-8"), yaml.BaseLoader)
    files = {
        "data/documents/report.yml": yaml.safe_dump({**report, "remarks": [remark]}),
        "data/terms.yml": "- {id: pier, label: Pier, description: 'x [@paper]'}",
        "data/questions.yml": "- {id: why, question: Why, text: 'x [@paper]', would_settle: y}",
        "data/corrections.yml": "- {id: slip, date: 2020-01-01, printed: x, right: y, entries: [why]}",
    }
    dossier, problems = read_case({"files": files}, tmp_path, monkeypatch)
    assert problems == ()
    return Links(dossier, REPOSITORY, False, index(dossier).document_of)


def test_every_entry_has_an_address_of_its_own(links: Links) -> None:
    """A page, or an anchor on the page of its kind; no two share one."""
    ids = [*links.dossier.entries, SETTINGS_OWNER, document_owner("report")]
    places = [(links.page(id_), links.anchor(id_)) for id_ in ids]
    assert len(places) == len(set(places)) == 12
    assert all(page.endswith(".md") and not page.startswith("/") for page, _ in places)
    assert links.page(SETTINGS_OWNER) == OVERVIEW
    assert (links.page("at-once"), links.anchor("at-once")) == (document_page("report"), "at-once")
    assert (links.page("bridge-fell"), links.anchor("bridge-fell")) == ("claims/bridge-fell.md", "")
    assert (links.page("pier"), links.anchor("pier")) == ("terms/pier.md", "")
    assert (links.page("slip"), links.anchor("slip")) == (LISTS["correction"], "slip")


def test_an_entry_that_does_not_exist_is_a_fault_of_the_program(links: Links) -> None:
    """Data that points nowhere never comes this far."""
    with pytest.raises(KeyError):
        links.page("nobody")


@given(PATHS, PATHS, NAME)
def test_a_relative_link_leads_to_its_page(target: str, origin: str, anchor: str) -> None:
    """From any page to any other, below whatever path the site stands."""
    found, _, fragment = relative(target, origin, anchor).partition("#")
    assert fragment == anchor
    assert not found.startswith("/")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(origin), found or posixpath.basename(origin))) == target
    assert relative(target, origin) == relative(target, origin, "")


@given(PATHS, PATHS, st.booleans(), NAME)
def test_a_finished_link_leads_to_its_published_page(target: str, origin: str, directories: bool, anchor: str) -> None:
    """The same for drawings, in both ways MkDocs lays out a site, as a browser resolves it."""
    links = Links(None, directory_urls=directories)  # type: ignore[arg-type]  # no entry is asked for
    here, there = links.published(origin), links.published(target)
    found, _, fragment = links.href(target, origin, anchor).partition("#")
    base = here if here.endswith("/") else posixpath.dirname(here)
    reached = posixpath.normpath(posixpath.join(base, unquote(found)))
    assert reached == posixpath.normpath(there or ".")
    assert found.endswith("/") == (there.endswith("/") or there == "")
    assert fragment == anchor


@pytest.mark.parametrize(
    ("path", "files", "directories"),
    [
        ("index.md", "index.html", ""),
        ("claims.md", "claims.html", "claims/"),
        ("claims/a.md", "claims/a.html", "claims/a/"),
        ("a/index.md", "a/index.html", "a/"),
    ],
)
def test_a_page_is_published_as_mkdocs_does(path: str, files: str, directories: str) -> None:
    """Under `use_directory_urls` either way."""
    assert Links(None).published(path) == files  # type: ignore[arg-type]
    assert Links(None, directory_urls=True).published(path) == directories  # type: ignore[arg-type]


def test_an_edit_link_leads_to_the_line(links: Links) -> None:
    """So that one entry can be changed without knowing the project."""
    mark = links.dossier.mark("bridge-fell", "citations", 1, "source")
    assert links.edit(mark) == "https://github.com/somebody/dossier/blob/main/data/claims.yml#L12"
    assert (
        links.edit(Mark("data/ä b#.yml", 3))
        == "https://github.com/somebody/dossier/blob/main/data/%C3%A4%20b%23.yml#L3"
    )
    assert Links(links.dossier).edit(mark) == ""


def test_a_report_names_the_entry_and_the_page(links: Links) -> None:
    """An issue about an entry starts filled in."""
    address = urlsplit(links.report("bridge-fell", "claims/bridge-fell.md"))
    assert address.path == "/somebody/dossier/issues/new"
    query = parse_qs(address.query)
    assert (query["entry"], query["page"], query["template"]) == (
        ["bridge-fell"],
        ["claims/bridge-fell.html"],
        ["entry.yml"],
    )
    assert Links(links.dossier).report("bridge-fell", "x.md") == ""


def test_the_pages_of_a_list_are_numbered_from_the_second() -> None:
    """The first keeps the address it had when there was only one."""
    assert [list_page("claim", number) for number in (1, 2, 3)] == ["claims.md", "claims-2.md", "claims-3.md"]
    assert use_anchor("paper", 2) != use_anchor("paper", 1)
