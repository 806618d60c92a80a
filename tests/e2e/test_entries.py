"""Every entry of the data is on the site, can be linked to, and can be changed at its own line."""

import re
from typing import Final

import pytest
from crawl import Crawled, Element, HtmlPage, listed, target
from sites import Built

from dossier.model import Dossier, Entry, Ref

OWN: Final = {
    "claim": "claims",
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "term": "terms",
    "question": "questions",
}
SHARED: Final = {"correction": "corrections.html"}


def _address(dossier: Dossier, entry: Entry) -> tuple[str, str]:
    """Return the page and anchor that the design promises for an entry."""
    if entry.kind in OWN:
        return f"{OWN[entry.kind]}/{entry.id}.html", ""
    if entry.kind in SHARED:
        return SHARED[entry.kind], entry.id
    document = next(document for document in dossier.documents if entry in document.remarks)
    return f"documents/{document.source}.html", entry.id


def test_every_entry_has_its_page_or_its_place_on_one(crawled: Crawled, dossier: Dossier) -> None:
    """No entry is dropped."""
    missing = []
    for entry in dossier.entries.values():
        path, anchor = _address(dossier, entry)
        if path not in crawled or (anchor and anchor not in crawled[path].ids):
            missing.append(f"{entry.kind} {entry.id}: {path}#{anchor}")
    assert missing == [], listed(missing)
    assert len({entry.kind for entry in dossier.entries.values()}) >= 8


def test_every_passage_of_a_document_has_its_place(crawled: Crawled, dossier: Dossier) -> None:
    """`p3` of a document can be linked to."""
    for document in dossier.documents:
        page = crawled[f"documents/{document.source}.html"]
        assert [passage.id for passage in document.passages if passage.id not in page.ids] == []


def test_every_entry_can_be_changed_at_its_own_line(built: Built, crawled: Crawled, dossier: Dossier) -> None:
    """The edit link of an entry opens the file at the line where the entry begins."""
    wrong = []
    for entry in dossier.entries.values():
        path, anchor = _address(dossier, entry)
        edits = [
            link.href for link in _inside(crawled[path], anchor) if re.search(r"/blob/main/data/.*#L\d+$", link.href)
        ]
        lines = {_line_at(built, href) for href in edits}
        if f"- id: {entry.id}" not in lines:
            wrong.append(f"{entry.kind} {entry.id} on {path}: {edits or 'no edit link'}")
    assert wrong == [], listed(wrong)


@pytest.mark.parametrize("page", ["index.html", "documents"])
def test_settings_and_documents_can_be_changed_too(page: str, built: Built, crawled: Crawled, dossier: Dossier) -> None:
    """What is no entry, the story on the Overview and the gist of a passage, has its edit link as well."""
    files = {"index.html": "data/dossier.yml"} if page == "index.html" else {}
    if page == "documents":
        files = {f"documents/{d.source}.html": f"data/documents/{d.source}.yml" for d in dossier.documents}
    for path, file in files.items():
        assert any(f"/blob/main/{file}#L" in link.href for link in crawled[path].links), path


def test_every_entry_has_a_link_to_copy(crawled: Crawled, dossier: Dossier) -> None:
    """A reader who wants to cite an entry finds its lasting address beside it."""
    wrong = []
    for entry in dossier.entries.values():
        path, anchor = _address(dossier, entry)
        found = {target(path, link.href) for link in _inside(crawled[path], anchor) if link.text.strip() == "Permalink"}
        if (path, anchor) not in found:
            wrong.append(f"{entry.kind} {entry.id} on {path}: {sorted(found)}")
    assert wrong == [], listed(wrong)


def test_every_mention_is_answered(crawled: Crawled, dossier: Dossier) -> None:
    """What points at an entry, by a field or by `[[id]]` in prose, is found from that entry's page."""
    unanswered = set()
    for value in dossier.values:
        named = [value.text] if isinstance(value.tag, Ref) else re.findall(r"\[\[([a-z0-9-]+)", value.text)
        for id_ in named:
            page, anchor = _address(dossier, dossier.entries[id_])
            if value.owner in dossier.entries and id_ != value.owner:
                wanted = _address(dossier, dossier.entries[value.owner])
                if wanted not in {target(page, link.href) for link in _inside(crawled[page], anchor)}:
                    unanswered.add(f"{page}#{anchor} does not lead back to {'#'.join(wanted)} ({value.route})")
    assert not unanswered, listed(sorted(unanswered, key=str))


def _inside(page: HtmlPage, anchor: str) -> list[Element]:
    """Return the links of an entry: of its whole page, or of the section its anchor stands in."""
    if not anchor:
        return page.links
    start = page.at(anchor)
    around = [
        element for element in start.above if element.tag in {"section", "li", "aside", "article", "details", "div"}
    ]
    section = start if start.tag in {"section", "aside", "li", "article", "div", "details"} else around[-1]
    return [element for element in section.below if element.tag == "a" and element.href]


def _line_at(built: Built, href: str) -> str:
    path, _, number = href.partition("/blob/main/")[2].partition("#L")
    lines = (built.project / path).read_text(encoding="utf-8").splitlines()
    return lines[int(number) - 1].strip() if int(number) <= len(lines) else ""
