"""The files of the search: what one can look for, where it leads, and that a large dossier comes in small files."""

import json
from typing import Any

import markdown
from hypothesis import given
from hypothesis import strategies as st

from dossier.index import index
from dossier.links import Links
from dossier.model import Dossier
from dossier.render.desk import Desk
from dossier.render.page import Page
from dossier.render.search import ORDER, PATH, in_parts, search_index
from dossier.render.sections import sections
from dossier.voice import voice_of
from small import claim, document, event, named, passage, read_values, remark, source

Row = list[Any]


def files_of(dossier: Dossier, *pages: Page, folders: bool = False, language: str = "en") -> dict[str, str]:
    facts = index(dossier)
    links = Links(dossier, directory_urls=folders, remarks=facts.document_of, rank=facts.rank)
    paths = [page.path for page in pages]
    return {file.path: file.content for file in search_index(Desk(facts, links, voice_of(language)), pages, paths)}


def rows_of(files: dict[str, str]) -> list[Row]:
    text = files[PATH]
    rows: list[Row] = json.loads(text[text.index('{"index"') : text.rindex("}") + 1])["index"]["rows"]
    return rows


def words_of(files: dict[str, str]) -> list[str]:
    """Return the sentences of every row, put together from the parts as a browser does it."""
    found: dict[int, str] = {}
    for path, text in files.items():
        if path != PATH:
            start, texts = json.loads(text[text.index("[") : text.rindex("]") + 1])
            found |= dict(enumerate(texts, start))
    return [found[number] for number in range(len(found))]


def small() -> Dossier:
    return read_values(
        {
            "sources": [source("doc"), source("abc", "2016", title="Ein Titel", language="de")],
            "claims": [
                claim(
                    "lost",
                    {"source": "abc", "locator": "p. 3", "quote": "ganz weg", "translation": "all gone"},
                    text="Money was lost",
                    detail="It went *away*, see [[town]] [@abc]. A second thing.",
                    measure={"of": "m", "value": "2000000", "unit": "dollars", "scope": "here"},
                )
            ],
            "events": [event("seen", "2016-12", text="It was seen.")],
            "places": [named("town", "Town", "city", names=[{"text": "مدينة", "language": "ar"}])],
            "documents": [document("doc", [passage("p1", heading="First")], [remark("odd", "p1")])],
        }
    )


def test_each_kind_leads_to_its_own_place() -> None:
    addresses = {row[1]: row for row in rows_of(files_of(small()))}
    assert list(addresses) == [
        "places/town.html",
        "claims/lost.html",
        "events/seen.html",
        "sources/abc.html",
        "sources/doc.html",
        "documents/doc.html#p1",
        "documents/doc.html#odd",
    ]
    assert addresses["places/town.html"][2:4] == [["Town", "مدينة"], ["", "ar"]]
    assert addresses["sources/abc.html"][3][0] == "de"
    folders = [row[1] for row in rows_of(files_of(small(), folders=True))]
    assert folders[1] == "claims/lost/"
    assert folders[-1] == "documents/doc/#odd"


def test_a_figure_is_found_in_digits_and_in_words_of_the_language() -> None:
    lost = rows_of(files_of(small()))[1]
    assert lost[5] == ["2000000", "2 million"]
    german = rows_of(files_of(small(), language="de"))[1]
    assert german[5] == ["2000000", "2 Millionen"]


def test_words_are_plain_and_a_quote_has_its_speaker_and_its_marks() -> None:
    """A quote alone under the name of whoever is credited with it would read as if that one had said it."""
    lines = words_of(files_of(small()))[1].split("\n")
    assert lines[0] == "2,000,000 dollars, here"
    quotes = {"abc, p. 3: “ganz weg”", "abc, p. 3: “all gone”"}
    assert {"It went away, see Town.", "A second thing.", *quotes} <= set(lines)
    assert "Money was lost" not in lines


def test_a_dossier_of_nothing_has_a_search_of_nothing() -> None:
    files = files_of(read_values({}))
    assert rows_of(files) == []
    assert words_of(files) == []


@given(st.lists(st.text("ab\n", max_size=40), max_size=12))
def test_parts_hold_every_text_once_in_order(texts: list[str]) -> None:
    """However the texts fall into files, each keeps its number; none grows beyond its size but for one long text."""
    parts = list(in_parts(texts, 60))
    assert [text for _, held in parts for text in held] == texts
    assert [start for start, _ in parts] == [sum(len(held) for _, held in parts[:at]) for at in range(len(parts))]
    assert all(sum(map(len, held)) <= 60 or len(held) == 1 for _, held in parts)


def test_sections_have_the_anchors_that_the_page_gets() -> None:
    """Named anchors, made ones, twice the same, signs and letters beyond ASCII: as Python-Markdown makes them."""
    text = (
        "# Page {#top}\n\nIntro *one*.\n\n## Über *uns* & co.\n\nA [link](x.md).\n\n## Named {#own .big}\n\nB\n\n"
        "```\n## no heading\n```\n\n## Same\n\n### Same\n\nC\n\n## `code`_x y\n\nlast"
    )
    made = [section.anchor for section in sections("Page", text)]
    engine = markdown.Markdown(extensions=["toc", "attr_list", "fenced_code"])
    engine.convert(text)
    tokens = engine.toc_tokens  # type: ignore[attr-defined]
    assert made == ["", *_ids(tokens[0]["children"])]
    assert [section.text for section in sections("Page", text)][:2] == ["Intro one.", "A link."]


def _ids(tokens: list[dict[str, Any]]) -> list[str]:
    return [id_ for token in tokens for id_ in (token["id"], *_ids(token["children"]))]


def test_a_handwritten_page_is_found_by_its_sections() -> None:
    page = Page("about.md", "About", "# About\n\nHello.\n\n## Names {#names}\n\nOf things.", section="About")
    rows = [row for row in rows_of(files_of(read_values({}), page)) if row[0] == ORDER.index("page")]
    assert [(row[1], row[2]) for row in rows] == [("about.html", ["About"]), ("about.html#names", ["Names"])]
    assert rows[1][4] == "About"
