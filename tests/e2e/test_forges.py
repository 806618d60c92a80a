"""From the page to the line: edit and report links of a whole site, with a repository on a forge and without one."""

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from sites import ROOT, Built, build, second_dossier

FORGE = "https://git.example.org/town/footbridge"
LINE = re.compile(re.escape(f"{FORGE}/-/blob/main/") + r"(data/[^#]+)#L(\d+)")


class _Anchors(HTMLParser):
    """Collects the addresses of a page by their words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = dict(attrs).get("href") or ""

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.found.append((data.strip(), self._open))
            self._open = None


@pytest.fixture(scope="module")
def on_gitlab(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A dossier whose repository is on a GitLab of its own, known by the form of `edit_uri` only."""
    return _built(tmp_path_factory.mktemp("forge"), "edit_uri: -/blob/main/docs/", FORGE)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same without a repository."""
    return _built(tmp_path_factory.mktemp("nowhere"), "edit_uri: blob/main/docs/", "")


def _built(folder: Path, edit_uri: str, repository: str) -> Built:
    project = second_dossier(folder / "project")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "edit_uri: blob/main/docs/" in text
    config.write_text(text.replace("edit_uri: blob/main/docs/", edit_uri), encoding="utf-8")
    return build(project, folder / "site", REPO_URL=repository, SITE_URL="https://town.example.org/footbridge/")


def _links(built: Built, words: str) -> dict[str, list[str]]:
    """Return for each page the addresses behind some words; the dossier is in German."""
    pages = {path.relative_to(built.site).as_posix(): path for path in built.site.rglob("*.html")}
    found = {
        page: [to for said, to in _Anchors(path.read_text("utf-8")).found if said == words]
        for page, path in pages.items()
    }
    return {page: addresses for page, addresses in found.items() if addresses}


def _lines(project: Path) -> dict[tuple[str, int], str]:
    """Return where each entry, passage and document begins, by file and line, read with nothing of the program."""
    found = {}
    for path in (project / "data").rglob("*.yml"):
        inside = path.relative_to(project).as_posix()
        whole = yaml.compose(path.read_text(encoding="utf-8"))
        found[inside, whole.start_mark.line + 1] = path.stem
        waiting = [whole]
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.SequenceNode):
                waiting += node.value
            elif isinstance(node, yaml.MappingNode):
                waiting += [value for _, value in node.value]
                ids = [value.value for key, value in node.value if key.value == "id"]
                if ids:
                    found[inside, node.start_mark.line + 1] = ids[0]
    return found


def test_each_edit_link_leads_to_the_line_its_entry_begins_at(on_gitlab: Built) -> None:
    """On the page of an entry, of a document, in lists: file and line are those of the data."""
    lines, pages = _lines(on_gitlab.project), _links(on_gitlab, "Bearbeiten")
    assert {page.partition("/")[0] for page in pages} >= {
        "claims",
        "events",
        "actors",
        "places",
        "sources",
        "documents",
    }
    for page, addresses in pages.items():
        for address in addresses:
            found = LINE.fullmatch(address)
            assert found, address
            begun = lines[unquote(found[1]), int(found[2])]
            folder, _, name = page.removesuffix(".html").rpartition("/")
            assert folder in ("", "documents") or begun == name
    passages = {begun for begun in lines.values() if re.fullmatch(r"p\d+", begun)}
    told = [LINE.fullmatch(address) for page in pages if page.startswith("documents/") for address in pages[page]]
    assert passages <= {lines[found[1], int(found[2])] for found in told if found}


def test_each_report_is_filled_in(on_gitlab: Built) -> None:
    """With the id and the published address of the very page it stands on."""
    pages = _links(on_gitlab, "Fehler melden")
    assert pages
    for page, addresses in pages.items():
        for address in addresses:
            assert address.startswith(f"{FORGE}/-/issues/new?")
            assert len(address) <= 2000
            query = parse_qs(urlsplit(address).query, strict_parsing=True)
            body = query["issue[description]"][0]
            assert f"- Page: https://town.example.org/footbridge/{page}" in body
            assert f"`{query['issue[title]'][0].removesuffix(': ')}`" in body


def test_without_a_repository_nothing_of_one_is_left(nowhere: Built) -> None:
    """No link, no empty line of tools, no button that opens nothing."""
    for path in nowhere.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "issues/new" not in text
        assert "/blob/" not in text
        assert 'class="more"' not in text
        assert not re.search(r'<p class="tools">\s*</p>', text)
    assert _links(nowhere, "Bearbeiten") == _links(nowhere, "Fehler melden") == {}


# ── settings ────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def hook() -> Any:
    """The adapter to MkDocs, apart from the one that builds use."""
    spec = importlib.util.spec_from_file_location("hook_of_forges", ROOT / "hooks" / "mkdocs_hook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _config(folder: Path, **more: Any) -> Any:
    given = {"repo_url": FORGE, "edit_uri": "-/edit/main/docs/", "extra": {}, "docs_dir": str(folder / "docs")}
    return SimpleNamespace(**{**given, "config_file_path": str(folder / "mkdocs.yml"), "site_url": "", **more})


@pytest.mark.parametrize(
    ("more", "base"),
    [
        ({}, f"{FORGE}/-/edit/main/"),
        ({"edit_uri": ""}, ""),
        ({"edit_uri": None, "repo_url": None}, ""),
        ({"repo_url": ""}, ""),
        ({"edit_uri": "-/edit/main/case/docs/"}, f"{FORGE}/-/edit/main/case/"),
        ({"repo_url": None, "edit_uri": "https://x.example.org/e/docs/"}, "https://x.example.org/e/"),
        ({"extra": {"data": "cases/one/data"}}, f"{FORGE}/-/edit/main/cases/one/"),
        ({"docs_name": "site/docs", "edit_uri": "-/edit/main/site/docs/"}, f"{FORGE}/-/edit/main/"),
    ],
)
def test_the_data_is_found_beside_the_docs_folder(hook: Any, tmp_path: Path, more: dict[str, Any], base: str) -> None:
    """`edit_uri` names the docs folder, as MkDocs has it; the data stands where `extra.data` says."""
    docs = tmp_path / more.pop("docs_name", "docs")
    assert hook._edit_base(_config(tmp_path, docs_dir=str(docs), **more)) == base


def test_a_wrong_name_of_a_forge_is_answered_with_the_right_ones(hook: Any, tmp_path: Path) -> None:
    """Where it was written, and not in the middle of a page."""
    core = SimpleNamespace(Repository=importlib.import_module("dossier.links").Repository)
    with pytest.raises(Exception, match=r"extra\.forge: there is no forge `gitlob`.*did you mean `gitlab`"):
        hook._repository(core, _config(tmp_path, extra={"forge": "gitlob"}))
