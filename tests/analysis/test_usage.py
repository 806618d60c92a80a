"""Which names are used for the same thing, held against a plain search of every name in every quote."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis.usage.things import Recorded, Thing, Use, usage_of
from dossier.report.usage import names
from dossier.voice import Voice
from small import Data, Entry, claim, document, named, passage, read_values, remark, source

POOL = ("Ba", "Ba Bel", "the Ba", "Bel", "ba", "داعش", "دا", "η Πόλη", "Πόλη", "Ba-Bel", "राम")
PIECES = st.sampled_from((*POOL, "Baba", "x", "-", ",", "’s", "Πόλης", "رامش", "रामा"))
WORDS = st.lists(PIECES, min_size=1, max_size=6).map(" ".join).filter(str.strip)
USERS = ("s0", "s1", "s2", "a0", "a1", "t0", "nobody")


MAYBE = st.none() | WORDS


def kept(**fields: Any) -> Entry:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


CITATIONS = st.lists(
    st.builds(
        kept,
        source=st.sampled_from(("s0", "s1", "s2", "gone")),
        quote=MAYBE,
        locator=st.sampled_from(("", "p0", "p1, p0", "second page")),
        stance=st.sampled_from(("states", "supports")),
    ),
    max_size=2,
)
OTHER_NAMES = st.lists(
    st.fixed_dictionaries(
        {
            "text": st.sampled_from(POOL),
            "language": st.sampled_from(("en", "ar")),
            "used_by": st.lists(st.sampled_from(USERS), max_size=2),
            "citations": CITATIONS,
            "autolink": st.booleans(),
        }
    ),
    max_size=3,
)
HEDGES = st.builds(kept, words=WORDS, fate=st.sampled_from(("kept", "dropped")), source=st.just("s2"))


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """Few names in many places: shared by entries, one within the other, recorded and quoted."""

    def thing(id_: str, kind: str = "") -> Entry:
        return named(id_, draw(st.sampled_from(POOL)), kind, names=draw(OTHER_NAMES), citations=draw(CITATIONS))

    some_actor = st.sampled_from((None, "a0", "a1", "missing"))
    return {
        "sources": [
            source(f"s{n}", fragments=[kept(quote=words) for words in draw(st.lists(WORDS, max_size=2))])
            | kept(speaks_for=draw(some_actor), published_by=draw(some_actor))
            for n in range(3)
        ],
        "actors": [thing("a0", "person"), thing("a1", "person")],
        "places": [thing("p", "city")],
        "terms": [thing("t0")],
        "claims": [
            claim(
                f"c{n}",
                *draw(CITATIONS),
                asserted_by=kept(voice="own", wording=draw(MAYBE)),
                hedges=[draw(HEDGES)],
            )
            for n in range(2)
        ],
        "documents": [
            document(
                "s0",
                [passage("p0", quotes=draw(st.lists(WORDS, max_size=2))), passage("p1", kind="quote")],
                [remark("r0", "p1") | kept(fragment=draw(MAYBE))],
            )
        ],
    }


def plain_quotes(value: Any) -> Iterator[tuple[str, str]]:
    """Yield source and words of every citation with a quote, anywhere in the data."""
    if isinstance(value, dict):
        if "source" in value and "quote" in value:
            yield value["source"], value["quote"]
        for inner in value.values():
            yield from plain_quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from plain_quotes(inner)


def every_quote(data: Data) -> Iterator[tuple[str, str]]:
    """Yield source and words of all that is quoted, field by field as the data spells them."""
    yield from plain_quotes({name: data[name] for name in data if name != "documents"})
    for one in data["sources"]:
        yield from ((one["id"], fragment["quote"]) for fragment in one["fragments"])
    (paper,) = data["documents"]
    for one in paper["passages"]:
        yield from (("s0", words) for words in one.get("quotes", []))
    yield from (("s0", one["fragment"]) for one in paper["remarks"] if "fragment" in one)
    for one in data["claims"]:
        stated = [cited["source"] for cited in one["citations"] if cited.get("stance") == "states"][:1]
        yield from ((at, one["asserted_by"]["wording"]) for at in stated if "wording" in one["asserted_by"])
        for hedge in one["hedges"]:
            where = ["s2"] if hedge["fate"] == "dropped" else stated
            yield from ((at, hedge["words"]) for at in where)


def plain_find(name_list: set[str], text: str) -> set[str]:
    """At each place try every name; the longest wins, and the search goes on behind it."""
    found, at = set(), 0
    while at < len(text):
        starts = re.match(r"\w", text[at]) and not (at and re.match(r"\w", text[at - 1]))
        fits = [name for name in name_list if starts and text[at:].startswith(name) and ends(text, at + len(name))]
        if fits:
            found.add(max(fits, key=len))
        at += len(max(fits, key=len)) if fits else 1
    return found


def ends(text: str, at: int) -> bool:
    return at == len(text) or not (re.match(r"\w", text[at]) or category(text[at])[0] == "M")


def plain_names(data: Data) -> dict[str, set[str]]:
    found = defaultdict(set)
    for kind in ("actors", "places", "terms"):
        for entry in data[kind]:
            found[entry["label"]].add(entry["id"])
            for name in entry["names"]:
                found[name["text"]].add(entry["id"])
    return found


@settings(max_examples=50, deadline=None)
@given(dossiers())
def test_every_use_of_every_name_in_every_quote_is_found_once(data: Data) -> None:
    """Nothing quoted is forgotten, nothing is counted twice, and nothing else is counted."""
    ids = plain_names(data)
    expected = {
        (id_, name, at, " ".join(words.split()))
        for at, words in every_quote(data)
        if at in ("s0", "s1", "s2")
        for name in plain_find(set(ids), " ".join(words.split()))
        for id_ in ids[name]
    }
    things = usage_of(read_values(data))
    found = [
        (thing.id, name.text, use.source, use.quote) for thing in things for name in thing.names for use in name.uses
    ]
    assert len(found) == len(set(found))
    assert set(found) == expected


@settings(max_examples=50, deadline=None)
@given(dossiers())
def test_what_the_editors_recorded_and_who_speaks(data: Data) -> None:
    """Each `used_by` that exists; a source's actor is the one it speaks for, else its publisher."""
    actor_of = {
        one["id"]: next((one[f] for f in ("speaks_for", "published_by") if one.get(f) in ("a0", "a1")), "")
        for one in data["sources"]
    }
    expected = {
        (entry["id"], name["text"], user if user in actor_of else "", actor_of.get(user, user))
        for kind in ("actors", "places", "terms")
        for entry in data[kind]
        for name in entry["names"]
        for user in name["used_by"]
        if user in ("s0", "s1", "s2", "a0", "a1")
    }
    things = usage_of(read_values(data))
    named_uses = [(thing, name) for thing in things for name in thing.names]
    assert {(t.id, n.text, r.source, r.actor) for t, n in named_uses for r in n.recorded} == expected
    assert all(use.actor == actor_of[use.source] for _, name in named_uses for use in name.uses)
    ids = plain_names(data)
    assert all(set(name.also_of) == ids[name.text] - {thing.id} for thing, name in named_uses)
    assert all(name.ambiguous == (len(ids[name.text]) > 1) for _, name in named_uses)


@settings(max_examples=50, deadline=None)
@given(dossiers(), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_what_has_most_names_comes_first(data: Data, chance: random.Random) -> None:
    """Sorting a file by hand is no change of the dossier."""
    things = usage_of(read_values(data))
    shuffled = {name: chance.sample(entries, len(entries)) for name, entries in data.items()}
    assert usage_of(read_values(shuffled)) == things
    counts = [len(thing.names) for thing in things]
    assert counts == sorted(counts, reverse=True)
    assert 0 not in counts


def one(data: Data, id_: str) -> Thing:
    (found,) = (thing for thing in usage_of(read_values(data)) if thing.id == id_)
    return found


def called(text: str, *used_by: str, **more: Any) -> Entry:
    return {"text": text, "language": "en", "used_by": list(used_by), **more}


GROUP = named(
    "group",
    "The Group",
    "armed-group",
    role="r",
    names=[called("Daesh", "paper"), called("the militants", autolink=False)],
)


def test_who_uses_which_name_for_one_group() -> None:
    """From a quote, from what was recorded, and for an actor through what it publishes."""
    data = {
        "sources": [
            source("paper", published_by="house", fragments=[{"quote": "said the militants", "locator": "p. 2"}]),
            source("other", fragments=[{"quote": "The militants and Daeshis"}]),
        ],
        "actors": [GROUP, named("house", "House", "media", role="r")],
    }
    thing = one(data, "group")
    uses = {name.text: name.uses for name in thing.names}
    assert uses == {
        "the militants": (Use("paper", "house", "said the militants", ("paper",), ("p. 2",), False),),
        "Daesh": (),
    }
    assert thing.names[1].recorded == (Recorded("paper", "house", ()),)
    assert [(speaker.id, speaker.names) for speaker in thing.speakers] == [("house", ("the militants", "Daesh"))]


def test_words_in_a_passage_that_quotes_a_speaker_are_not_the_documents_choice() -> None:
    """They are shown with a mark, and count for nobody's choice of name."""
    quoting = passage("p0", kind="quote", quotes=["Daesh fled"])
    data = {
        "sources": [source("s0")],
        "actors": [GROUP | {"names": [called("Daesh"), called("the militants")]}],
        "documents": [document("s0", [quoting, passage("p1", quotes=["where the militants fled"])])],
    }
    thing = one(data, "group")
    assert {name.text: name.uses[0].passed_on for name in thing.names} == {"Daesh": True, "the militants": False}
    assert [(speaker.id, speaker.names) for speaker in thing.speakers] == [("s0", ("the militants",))]


def test_a_name_of_two_entries_counts_for_both_and_is_marked() -> None:
    """Whom the quote means is not said, so nobody is said to use it for either."""
    data = {
        "sources": [source("s", fragments=[{"quote": "when Tripoli fell"}])],
        "places": [named(id_, "Tripoli", "city", names=[called("Port", "s")]) for id_ in ("east", "west")],
    }
    for id_, other in (("east", "west"), ("west", "east")):
        (tripoli,) = (name for name in one(data, id_).names if name.text == "Tripoli")
        assert tripoli.ambiguous
        assert tripoli.also_of == (other,)
        assert len(tripoli.uses) == 1
        assert [speaker.names for speaker in one(data, id_).speakers] == [("Port",)]


def test_words_in_arabic_and_greek() -> None:
    """Word boundaries hold in every script: a name within a longer word is not that name."""
    things = [called("داعش"), called("Πόλη")]
    data = {
        "sources": [
            source("s", fragments=[{"quote": "مقاتلو داعش، أمس"}, {"quote": "της Πόλης"}, {"quote": "στην Πόλη·"}])
        ],
        "terms": [named("it", "It", names=things)],
    }
    assert {name.text: [use.quote for use in name.uses] for name in one(data, "it").names} == {
        "داعش": ["مقاتلو داعش، أمس"],
        "Πόλη": ["στην Πόλη·"],
    }


def test_an_empty_dossier_has_a_section_all_the_same() -> None:
    """It says that nothing was found."""
    empty = read_values({"sources": []})
    assert usage_of(empty) == ()
    section = names(SimpleNamespace(dossier=empty, usage=()), Voice("en"))  # type: ignore[arg-type]
    assert section.table is None
    assert section.lead == (("No two names for the same thing were found in the quotes and the recorded usage.",),)


@settings(max_examples=30, deadline=None)
@given(dossiers())
def test_the_section_has_a_row_for_each_name_and_user(data: Data) -> None:
    """Rows are as long as the heading, and only things with two names in use are shown."""
    dossier = read_values(data)
    usage = usage_of(dossier)
    section = names(SimpleNamespace(dossier=dossier, usage=usage), Voice("en"))  # type: ignore[arg-type]
    several = [thing for thing in usage if len(thing.names) > 1]
    expected = 0
    for name in (name for thing in several for name in thing.names):
        quoted = {(use.source, use.actor) for use in name.uses}
        recorded = {(told.source, told.actor) for told in name.recorded}
        expected += len(recorded) + bool(quoted) if name.ambiguous else len(recorded | quoted)
    assert len(section.table.rows if section.table else ()) == expected
    assert all(len(row) == 4 and all(row) for row in (section.table.rows if section.table else ()))
