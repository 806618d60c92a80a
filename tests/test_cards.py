"""The data of cards: what a card says, where its links stand, and that a large dossier comes in small files."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.index import index
from dossier.links import Links
from dossier.model import Dossier
from dossier.render.cards import CARDS, LONGEST, SPOTS, cards, part_of
from dossier.render.desk import Desk
from dossier.render.excerpt import excerpt
from dossier.voice import voice_of
from small import claim, document, modelled, named, passage, source

Card = dict[str, Any]


def files_of(dossier: Dossier, *, folders: bool = False) -> dict[str, str]:
    facts = index(dossier)
    links = Links(dossier, directory_urls=folders, remarks=facts.document_of, rank=facts.rank)
    return {file.path: file.content for file in cards(Desk(facts, links, voice_of("en")))}


def data_in(file: str) -> dict[str, Any]:
    """Return the value that the one statement of a file sets or adds."""
    assert file.endswith((";\n", ");\n"))
    value = file[file.index("{") : file.rindex("}") + 1]
    found: dict[str, Any] = json.loads(value)
    return found


def entries_of(dossier: Dossier, **more: bool) -> Mapping[str, Card]:
    entries: Mapping[str, Card] = data_in(files_of(dossier, **more)[CARDS])["entries"]
    return entries


def said_by(card: Card, field: str) -> dict[str, str]:
    """Return the words of each link of a text by their address, cut out as a script does it."""
    text = card[field].encode("utf-16-le")
    return {
        address: text[2 * start : 2 * (start + length)].decode("utf-16-le")
        for start, length, address in card["links"][field]
    }


def test_a_claim_says_how_sure_it_is_and_whose_it_is() -> None:
    citations = [{"source": "doc", "locator": "p1"}, {"source": "a"}, {"source": "b", "stance": "disputes"}]
    made = claim("c", *citations, text="It rained", asserted_by={"voice": "own", "found": "ann"}, asserted_at="2016-12")
    dossier = modelled(
        sources=[source("doc"), source("a"), source("b")],
        actors=[named("ann", "Ann Example", "person")],
        claims=[made],
        documents=[document("doc", [passage("p1")])],
    )
    card = entries_of(dossier)["claims/c"]
    assert card["title"] == "It rained"
    assert card["status"][:3] == ["s-split", "sure", "Sources disagree"]
    assert card["status"][3].startswith("2 reports")
    assert card["what"] == "in the document’s own voice; found: Ann Example"
    assert said_by(card, "what") == {"actors/ann.html": "Ann Example"}
    assert card["dates"] == "December 2016"


def test_names_in_other_scripts_keep_their_language_and_direction() -> None:
    names = [
        {"text": "تدمر", "language": "ar"},
        {"text": "Palmyra", "language": "en"},
        {"text": "Tadmur", "language": "ar-Latn"},
    ]
    dossier = modelled(places=[named("palmyra", "Palmyra", "city", names=names)])
    assert entries_of(dossier)["places/palmyra"]["names"] == [["تدمر", "ar", "rtl"], ["Tadmur", "ar-Latn", "ltr"]]


def test_a_title_in_another_language_says_which() -> None:
    foreign = source("n", title="عنوان", language="ar", title_translation="A title", short="Paper")
    card = entries_of(modelled(sources=[foreign]))["sources/n"]
    assert (card["lang"], card["dir"]) == ("ar", "rtl")
    assert card["names"] == [["Paper", "en", "ltr"], ["A title", "en", "ltr"]]


def test_prose_is_read_aloud_and_its_names_are_links_to_others_only() -> None:
    """Citations and signs of emphasis fall away; the entry itself is not linked; of two mentions the first one is."""
    text = "*Oldtown* [@s, p. 3] lies by [[river|the water]]; Newtown, not Oldtown, is `far`. Newtown again."
    dossier = modelled(
        sources=[source("s")],
        places=[
            named("oldtown", "Oldtown", "city", description=text),
            named("newtown", "Newtown", "city"),
            named("river", "River", "area", autolink=False),
        ],
    )
    for folders, ending in ((False, ".html"), (True, "/")):
        card = entries_of(dossier, folders=folders)["places/oldtown"]
        assert card["text"] == "Oldtown lies by the water; Newtown, not Oldtown, is far. Newtown again."
        assert said_by(card, "text") == {f"places/river{ending}": "the water", f"places/newtown{ending}": "Newtown"}


def test_passages_and_remarks_have_cards_too() -> None:
    made = document("doc", [passage("p1", heading="The rain")], label="The report")
    spots = data_in(files_of(modelled(sources=[source("doc", title="On rain")], documents=[made]))[SPOTS])
    assert spots["documents/doc"]["title"] == "The report"
    assert said_by(spots["documents/doc"], "what") == {"sources/doc.html": "doc"}
    assert (spots["documents/doc#p1"]["title"], spots["documents/doc#p1"]["text"]) == ("The rain", "g")


def test_a_dossier_without_entries_has_no_cards() -> None:
    files = files_of(modelled())
    assert data_in(files[CARDS])["entries"] == {}
    assert data_in(files[SPOTS]) == {}


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from("abc"))), WORDS, st.integers(4, 60))
def test_links_stand_where_a_script_finds_their_words(
    parts: list[tuple[str, str, str]], end: str, longest: int
) -> None:
    """In UTF-16, whatever the characters; each address once; nothing after the cut; never longer than asked."""
    text = "".join(f"{before}\x01{address}\x02{words}\x03" for before, words, address in parts) + end
    shown, links = excerpt(text, longest)
    plain = "".join(f"{before}{words}" for before, words, _ in parts) + end
    assert len(shown) <= longest
    assert shown == plain or (shown.endswith("\u00a0…") and plain.startswith(shown[:-2]))
    wanted: dict[str, str] = {}
    for _, words, address in parts:
        wanted.setdefault(address, words)
    found = said_by({"text": shown, "links": {"text": links}}, "text")
    assert found.items() <= wanted.items()
    if shown == plain:
        assert found == wanted


def test_a_large_dossier_comes_in_parts_that_the_rule_finds() -> None:
    """Ten thousand entries: no file above 300 kB, no entry lost, each where the rule says."""
    long = "What was searched, and what was not found. " * 10
    asked = [
        {"id": f"q-{number}", "question": f"Who counted the sacks of day {number}?", "text": long, "would_settle": "x"}
        for number in range(10_000)
    ]
    files = files_of(modelled(questions=asked))
    head = data_in(files.pop(CARDS))
    files.pop(SPOTS)
    assert head["entries"] == {}
    assert len(files) == head["parts"] > 1
    assert max(len(content.encode()) for content in files.values()) <= 300_000
    found: dict[str, Card] = {}
    for path, content in files.items():
        part = data_in(content)
        assert {f"assets/data/cards-{part_of(key, head['parts'])}.js" for key in part} <= {path}
        found |= part
    assert len(found) == 10_000
    assert all(len(card["text"]) <= LONGEST for card in found.values())


@settings(max_examples=20)
@given(st.permutations(["a", "b", "c"]))
def test_the_same_data_gives_the_same_bytes(order: list[str]) -> None:
    """In whatever order the files have the entries: a card is asked for by its address."""
    found, other = (modelled(terms=[named(id_, f"Term {id_}") for id_ in ids]) for ids in (order, sorted(order)))
    assert files_of(found) == files_of(other)
    assert list(entries_of(found)) == [f"terms/{id_}" for id_ in sorted(order)]
