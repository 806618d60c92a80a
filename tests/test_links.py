"""Addresses: every entry has one, links are relative and lead where they say, and a line of data can be reached."""

import posixpath
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.forges import FORGES, LONGEST, Report, edit_address, forge_of, report_address
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


def test_a_report_says_what_was_read_where(links: Links) -> None:
    """An issue about an entry starts filled in: id, page, field, what is printed, version."""
    address = urlsplit(links.report("bridge-fell", "claims/bridge-fell.md"))
    assert address.path == "/somebody/dossier/issues/new"
    entry = links.dossier.entries["bridge-fell"]
    assert parse_qs(address.query, strict_parsing=True) == {
        "template": ["entry.yml"],
        "title": ["bridge-fell: "],
        "entry": ["bridge-fell"],
        "page": ["claims/bridge-fell.html"],
        "field": ["text"],
        "printed": [entry.name],
        "version": [links.dossier.settings.version],
    }
    assert Links(links.dossier).report("bridge-fell", "x.md") == ""


def test_a_published_report_names_address_and_commit(links: Links) -> None:
    """Where the host knows them; an entry without a page of its own is at its anchor."""
    repository = replace(REPOSITORY, site_url="https://somebody.example.org/dossier", commit="0123456789abcdef")
    published = replace(links, repository=repository)
    query = parse_qs(urlsplit(published.report("at-once", "documents/report.md")).query)
    assert query["page"] == ["https://somebody.example.org/dossier/documents/report.html#at-once"]
    assert query["version"] == [f"{links.dossier.settings.version}, commit 0123456789ab"]


def test_every_entry_and_passage_can_be_reported(links: Links) -> None:
    """With the field that holds what the site calls it."""
    told = {id_: parse_qs(urlsplit(links.report(id_, "x.md")).query) for id_ in links.dossier.entries}
    for id_, query in told.items():
        assert query["printed"][0].startswith(getattr(links.dossier.entries[id_], query["field"][0])[:100])
    (document,) = links.dossier.documents
    query = parse_qs(urlsplit(links.report_passage("report", document.passages[0])).query)
    assert (query["entry"], query["field"], query["page"]) == (["report p0"], ["gist"], ["documents/report.html#p0"])


def test_the_form_has_the_fields_that_a_report_fills_in(links: Links) -> None:
    """GitHub passes over a field whose id it does not know."""
    form = yaml.safe_load((Path(__file__).parents[1] / ".github/ISSUE_TEMPLATE/entry.yml").read_text("utf-8"))
    fields = {part["id"] for part in form["body"]}
    asked = parse_qs(urlsplit(links.report("bridge-fell", "x.md")).query)
    assert set(asked) - {"template", "title"} <= fields


# ── forges ──────────────────────────────────────────────────────────────────

TOLD = Report("twelve-bolts", "https://example.org/claims/twelve-bolts.html", "text", "Twelve bolts", "0.1.0")


@pytest.mark.parametrize(
    ("repository", "base", "forge"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/main/", "github"),
        ("https://github.example.org/a/b", "", "github"),
        ("https://gitlab.com/a/group/b", "https://gitlab.com/a/group/b/-/blob/main/", "gitlab"),
        ("https://git.example.org/a/b", "https://git.example.org/a/b/-/edit/main/", "gitlab"),
        ("https://codeberg.org/a/b", "", "codeberg"),
        ("https://git.example.org/a/b", "https://git.example.org/a/b/src/branch/main/", "gitea"),
        ("https://git.example.org/a/b", "https://git.example.org/a/b/_edit/main/", "gitea"),
        ("https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/main/", "bitbucket"),
        ("https://code.example.org/a/b", "https://code.example.org/a/b/blob/main/", "none"),
        ("https://mygithub.example.org/a/b", "", "none"),
        ("", "https://files.example.org/edit/", "none"),
    ],
)
def test_a_forge_is_told_by_its_host_or_its_addresses(repository: str, base: str, forge: str) -> None:
    """And a forge nobody knows is not taken for another."""
    assert forge_of(repository, base).name == forge


def test_a_forge_can_be_named() -> None:
    """What the setting says goes before what an address looks like; a wrong name is answered with the right ones."""
    assert forge_of("https://github.com/a/b", "", "gitlab").name == "gitlab"
    with pytest.raises(ValueError, match=r"there is no forge `gitlob`; expected one of .*; did you mean `gitlab`\?"):
        forge_of("https://github.com/a/b", "", "gitlob")


@pytest.mark.parametrize(
    ("name", "line"), [(name, "lines-7" if name == "bitbucket" else "L7") for name in FORGES], ids=list(FORGES)
)
def test_a_forge_shows_a_line_in_its_own_way(name: str, line: str) -> None:
    """Whether or not the address it is joined to ends in a slash."""
    for base in ("https://example.org/a/b/blob/main/", "https://example.org/a/b/blob/main"):
        found = edit_address(base, FORGES[name], "data/ä b#.yml", 7)
        assert found == f"https://example.org/a/b/blob/main/data/%C3%A4%20b%23.yml#{line}"


@pytest.mark.parametrize(
    ("name", "path", "title", "body"),
    [
        ("gitlab", "/a/b/-/issues/new", "issue[title]", "issue[description]"),
        ("gitea", "/a/b/issues/new", "title", "body"),
        ("forgejo", "/a/b/issues/new", "title", "body"),
        ("codeberg", "/a/b/issues/new", "title", "body"),
    ],
)
def test_an_issue_of_a_forge_without_forms_says_the_same(name: str, path: str, title: str, body: str) -> None:
    """As text, under the names its address takes."""
    address = urlsplit(report_address("https://example.org/a/b/", FORGES[name], TOLD))
    query = parse_qs(address.query, strict_parsing=True)
    assert (address.path, set(query), query[title]) == (path, {title, body}, ["twelve-bolts: "])
    for known in (TOLD.entry, TOLD.page, TOLD.field, f"    {TOLD.printed}\n", TOLD.version):
        assert known in query[body][0]


@pytest.mark.parametrize("name", ["bitbucket", "none"])
def test_a_forge_without_issues_has_no_link_to_one(name: str) -> None:
    """Rather none than one that leads nowhere."""
    assert report_address("https://example.org/a/b", FORGES[name], TOLD) == ""
    assert report_address("", FORGES["github"], TOLD) == ""


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=3000)


@given(HOSTILE, st.sampled_from(("github", "gitlab", "gitea")), st.integers(0, 2500))
def test_whatever_is_printed_an_address_is_short_and_inert(printed: str, name: str, longer: int) -> None:
    """No sign of it ends the address, leaves its value, or means anything in the issue; it is never too long."""
    report = replace(TOLD, printed=printed, page=f"https://example.org/{'x' * longer}.html")
    address = report_address("https://example.org/a/b", FORGES[name], report)
    assert len(address) <= LONGEST
    assert re.fullmatch(r"https://[A-Za-z0-9/._~:?&=%-]+", address)
    query = parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)
    assert set(query) <= {"template", "title", "entry", "page", "field", "printed", "version", "body"} | {
        "issue[title]",
        "issue[description]",
    }
    assert "twelve-bolts" in address
    words = " ".join(printed.split())
    if name == "github":
        told = query.get("printed", [""])[0]
        assert words.startswith(told.removesuffix("…").rstrip()) or told == words
    else:
        (body,) = query.get("body") or query["issue[description]"]
        shown = [line for line in body.splitlines() if line.startswith("    ")]
        assert all(words.startswith(line[4:].removesuffix("…").rstrip()) for line in shown)
        assert len(body.splitlines()) <= 16


def test_the_pages_of_a_list_are_numbered_from_the_second() -> None:
    """The first keeps the address it had when there was only one."""
    assert [list_page("claim", number) for number in (1, 2, 3)] == ["claims.md", "claims-2.md", "claims-3.md"]
    assert use_anchor("paper", 2) != use_anchor("paper", 1)
