"""Golden pages: each file in tests/golden/render is a small dossier and one page of it as Markdown, in full.

A case has a `title` (the behaviour), `files` laid over tests/golden/base, `page` (its path) and `markdown`, without
front matter. `pytest tests/test_render.py --update-golden` writes them anew; read the difference before committing.
"""

from pathlib import Path

import pytest
import yaml

from dossier.index import index
from dossier.links import Links, Repository
from dossier.model import Dossier
from dossier.render import Page, render
from golden_case import GOLDEN, read_case
from small import actor, claim, document, passage, read_values, source

CASES = sorted((GOLDEN / "render").glob("*.yml"))
REPOSITORY = Repository("https://example.org/o/r", "https://example.org/o/r/blob/main/", "github")


def pages_of(dossier: Dossier) -> dict[str, Page]:
    """The pages of a dossier by path."""
    facts = index(dossier)
    pages, _ = render(facts, Links(dossier, REPOSITORY, False, facts.document_of, facts.rank), {})
    return {page.path: page for page in pages}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_is_the_one_the_case_shows(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """What a reader gets to see of an entry: words, links, notes and their order."""
    text = path.read_text(encoding="utf-8")
    case = yaml.load(text, yaml.BaseLoader)
    dossier, problems = read_case(case, tmp_path, monkeypatch)
    assert [problem for problem in problems if problem.is_error] == []
    found = "".join(f"{line.rstrip()}\n" for line in pages_of(dossier)[case["page"]].markdown.splitlines())
    if pytestconfig.getoption("update_golden"):
        start, _, _ = text.partition("\nmarkdown:")
        lines = "".join(f"  {line}\n" if line else "\n" for line in found.splitlines())
        path.write_text(f"{start}\nmarkdown: |\n{lines}", encoding="utf-8")
    assert case["markdown"].splitlines() == found.splitlines(), case["title"]


def test_there_are_cases() -> None:
    """An empty folder would pass without a word."""
    assert len(CASES) >= 4


@pytest.mark.parametrize("by", [{"voice": "own"}, {"voice": "unnamed"}, {"printed": "a"}])
def test_signs_are_escaped_once(by: dict[str, str]) -> None:
    """What is safe already is not made safe again: a reader would see the references in place of the signs."""
    made = claim("c", {"source": "doc", "locator": "p1", "stance": "states"}, text="1 < 2", asserted_by=by)
    text = document("doc", [passage("p1", heading="A=B")], label="A=B & C")
    dossier = read_values({"claims": [made], "actors": [actor("a")], "sources": [source("doc")], "documents": [text]})
    pages = pages_of(dossier)
    assert "A&#61;B &#38; C says, " in pages["claims/c.md"].markdown
    assert [path for path, page in pages.items() if "&amp;#" in page.markdown] == []
