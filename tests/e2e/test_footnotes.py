"""Footnotes lead to their note and back, on their page and from the registers, for every use on the site."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from string import ascii_lowercase

import pytest
from crawl import Crawled, Element, HtmlPage, target

from dossier.model import Dossier

Use = tuple[str, str]
"""Page and anchor of one reference."""


def _references(page: HtmlPage) -> Iterator[tuple[str, str, str]]:
    """Yield key, anchor and number of every reference to a note, in reading order."""
    for link in page.all("a", "footnote-ref"):
        anchors = [element.id for element in link.above if "use" in element.classes]
        yield link.href.partition("#fn:")[2], anchors[-1] if anchors else "", link.text.strip()


def _notes(page: HtmlPage) -> dict[str, Element]:
    return {element.id.removeprefix("fn:"): element for element in page.all("li") if element.id.startswith("fn:")}


def _back(page: HtmlPage, note: Element) -> list[Element]:
    return [link for link in note.below if link.tag == "a" and link.within("uses")]


def _uses(crawled: Crawled) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for page in crawled.values():
        for key, anchor, _ in _references(page):
            found[key].append((page.path, anchor))
    return found


def _letter(number: int) -> str:
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before else "") + ascii_lowercase[last]


def test_every_reference_has_its_note_and_every_note_is_used(crawled: Crawled) -> None:
    """No number leads nowhere, and no note stands below a page that does not use it."""
    for page in crawled.values():
        used = {key for key, _, _ in _references(page)}
        assert used == set(_notes(page)), page.path
    assert sum(len(list(_references(page))) for page in crawled.values()) > 0


def test_numbers_run_without_a_gap_in_the_order_of_first_use(crawled: Crawled) -> None:
    """The first note a reader meets on a page is 1, the next new one 2, and a repeated one keeps its number."""
    for page in crawled.values():
        expected: dict[str, str] = {}
        for key, _, number in _references(page):
            expected.setdefault(key, str(len(expected) + 1))
            assert number == expected[key], f"{page.path}: {key}"
        assert list(_notes(page)) == list(expected), page.path


def test_a_note_leads_back_to_each_use_in_reading_order(crawled: Crawled) -> None:
    """Below the text a note has the letters a, b, c, one for each use, first use first."""
    for page in crawled.values():
        uses: dict[str, list[str]] = defaultdict(list)
        for key, anchor, _ in _references(page):
            uses[key].append(anchor)
        for key, note in _notes(page).items():
            back = _back(page, note)
            assert [link.href for link in back] == [f"#{anchor}" for anchor in uses[key]], f"{page.path}: {key}"
            if len(back) > 1:
                assert [link.text for link in back] == [_letter(n) for n in range(1, len(back) + 1)], (
                    f"{page.path}: {key}"
                )


def test_links_back_can_be_told_apart_by_ear(crawled: Crawled) -> None:
    """A screen reader says of each link back which use it leads to."""
    for page in crawled.values():
        for key, note in _notes(page).items():
            names = [
                link.attributes.get("aria-label") or link.attributes.get("title") or link.text
                for link in _back(page, note)
            ]
            assert len(set(names)) == len(names), f"{page.path}: {key}: {names}"


@pytest.mark.parametrize("where", ["the Notes register", "the page of the source"])
def test_a_register_leads_back_to_every_use_on_the_site(where: str, crawled: Crawled) -> None:
    """Whoever looks a note up finds each place on the site that rests on it, none missing and none twice."""
    found: dict[str, list[Use]] = defaultdict(list)
    for page in crawled.values():
        is_register = (
            re.fullmatch(r"notes(-\d+)?\.html", page.path)
            if where == "the Notes register"
            else page.path.startswith("sources/")
        )
        if not is_register:
            continue
        for entry in [element for element in page.elements if element.id.startswith("note-")]:
            links = [link for link in entry.below if link.tag == "a" and "#use-" in link.href]
            found[entry.id.removeprefix("note-")] += [target(page.path, link.href) for link in links]
            assert [link.text for link in links] == [_letter(n) for n in range(1, len(links) + 1)], (
                f"{page.path}: {entry.id}"
            )
    assert {key: Counter(uses) for key, uses in found.items()} == {
        key: Counter(uses) for key, uses in _uses(crawled).items()
    }


def test_a_note_leads_to_its_source_and_to_its_register(crawled: Crawled, dossier: Dossier) -> None:
    """From any note it is one step to the source's page and one to the list of all its uses."""
    sources = {source.id for source in dossier.sources}
    for page in crawled.values():
        for key, note in _notes(page).items():
            source = key.partition("--")[0]
            assert source in sources
            links = {target(page.path, link.href) for link in note.below if link.tag == "a"}
            assert {(f"sources/{source}.html", ""), (f"sources/{source}.html", f"note-{key}")} <= links, (
                f"{page.path}: {key}"
            )


def test_the_register_says_where_each_use_stands(crawled: Crawled) -> None:
    """Before the letters stand page and section in words, without the markup of a heading."""
    for page in crawled.values():
        for entry in [element for element in page.elements if element.id.startswith("note-")]:
            assert not re.search(r"[{}#]|\[\^", entry.text), f"{page.path}: {' '.join(entry.text.split())[:200]}"
