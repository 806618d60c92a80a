"""The annotated page: fragments and remarks find each other by letters, whatever overlaps; little data is enough."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import small
from dossier.index import index
from dossier.links import Links, Repository
from dossier.model import Remark
from dossier.render.desk import Desk
from dossier.render.notes import letter
from dossier.render.pages.documents import anchored, document_pages
from dossier.voice import voice_of

REPOSITORY = Repository("https://example.org/o/r", "https://example.org/o/r/blob/main/", "github")
PIECES = st.text("abcdeİ ", min_size=1, max_size=9).filter(lambda text: text == text.strip())
GISTS = st.lists(PIECES, min_size=1, max_size=3).map(" ".join)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[str | None]]:
    """Draw a gist and fragments: pieces of it, which overlap as often as not, words of other texts, and none."""
    gist = draw(GISTS)
    places = st.integers(0, len(gist) - 1)
    cut = st.tuples(places, places).map(lambda ends: gist[min(ends) : max(ends) + 1].strip() or None)
    return gist, draw(st.lists(cut | PIECES | st.none(), max_size=8))


def remarks_on(fragments: Sequence[str | None]) -> list[Remark]:
    return [
        Remark.model_validate(small.remark(f"r{n}", "p0", **({"fragment": fragment} if fragment else {})))
        for n, fragment in enumerate(fragments)
    ]


def page_of(*passages: small.Entry, remarks: Sequence[small.Entry] = (), claims: Sequence[small.Entry] = ()) -> str:
    """Return the Markdown of the page of one document."""
    found = small.read_values(
        {
            "sources": [small.source("doc")],
            "claims": list(claims),
            "documents": [small.document("doc", passages, remarks)],
        }
    )
    facts = index(found)
    links = Links(found, REPOSITORY, False, facts.document_of, facts.rank)
    (page,) = document_pages(Desk(facts, links, voice_of("en")))
    return page.markdown


@given(annotated())
@example(("abcde fgh", ["abcd", "cde", "e f"]))  # a chain: the last touches only what is not marked itself
def test_letters_follow_the_words(drawn: tuple[str, list[str | None]]) -> None:
    """Every remark is there once; those on words of the gist come first, lettered without a gap in their order."""
    gist, fragments = drawn
    remarks = remarks_on(fragments)
    found = anchored(gist, remarks)
    assert sorted(remark.id for remark, _, _ in found) == sorted(remark.id for remark in remarks)
    lettered = [(remark, host) for remark, mark, host in found if mark]
    assert [mark for _, mark, _ in found] == [letter(n + 1) for n in range(len(lettered))] + [""] * (
        len(found) - len(lettered)
    )
    spots = [_spot(gist, host) for _, host in lettered]
    assert spots == sorted(spots)
    for (_, one_end), (other_start, _) in zip(sorted(set(spots)), sorted(set(spots))[1:], strict=False):
        assert one_end <= other_start, "two marks overlap"
    for remark, host in lettered:
        start, end = _spot(gist, remark.fragment or "")
        assert start < _spot(gist, host)[1], "a letter stands at other words"
        assert _spot(gist, host)[0] < end, "a letter stands at other words"
        assert len(host) >= len(remark.fragment or "")


@given(annotated())
def test_no_remark_on_words_of_the_gist_goes_without_a_letter(drawn: tuple[str, list[str | None]]) -> None:
    """A reader who sees the words finds the remark from them."""
    gist, fragments = drawn
    for remark, mark, _ in anchored(gist, remarks_on(fragments)):
        assert bool(mark) == bool(remark.fragment and remark.fragment in gist), remark.fragment


def _spot(gist: str, fragment: str) -> tuple[int, int]:
    same = len(gist.casefold()) == len(gist)
    start = gist.casefold().find(fragment.casefold()) if same else gist.find(fragment)
    assert start >= 0
    return start, start + len(fragment)


def test_words_with_two_remarks_show_both_letters() -> None:
    """Of overlapping fragments the longest is marked, once, and its mark has the letters of all their remarks."""
    page = page_of(
        small.passage("p0", gist="Then the “very old bridge” fell."),
        remarks=[
            small.remark("on-old", "p0", fragment="old", title="Old", type="scale"),
            small.remark("on-all", "p0", title="All"),
            small.remark("on-bridge", "p0", fragment="very old bridge", title="Bridge", type="loaded"),
        ],
    )
    assert re.findall(r'<mark class="(\w+)" data-n="([a-z ]+)">\[([^\]]+)\]\(#([\w-]+)\)', page) == [
        ("else", "a b", "very old bridge", "on-old")
    ]
    notes = re.findall(r'<details class="note \w+" id="([\w-]+)".*?</details>', page, re.DOTALL)
    assert notes == ["on-old", "on-bridge", "on-all"]
    assert re.findall(r'<span class="n">(\w)</span>', page) == ["a", "b"]


def test_a_document_without_remarks_and_claims_asks_nothing() -> None:
    """Nothing can be switched, stepped through or answered, so nothing offers it."""
    page = page_of(small.passage("p0"))
    assert page.count('<section class="passage"') == 1
    for part in ("switches", "data-step", "exercise", "<template", '<div class="notes"'):
        assert part not in page, part


@pytest.mark.parametrize(
    ("passage", "cover"),
    [(small.passage("p0"), "none"), (small.passage("p0", editorial=False), "out")],
    ids=["no claim yet", "not part of the text"],
)
def test_the_bar_tells_why_a_passage_has_no_claims(passage: small.Entry, cover: str) -> None:
    """A gap in the work looks and sounds other than a part of the page that is no text."""
    item = re.search(r"<li.*?</li>", page_of(passage), re.DOTALL)
    assert item
    assert f'class="{cover}"' in item[0]
    assert {"none": "no claim yet", "out": "not part of the text"}[cover] in item[0]
