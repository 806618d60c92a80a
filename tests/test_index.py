"""What follows from the data, held against slow and plain ways to find the same on small random dossiers.

The dossiers are made as values, written as YAML and read like any other.
"""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.check import check
from dossier.dates import parse as date
from dossier.index import Facts, index
from dossier.load import SETTINGS
from dossier.names import Names
from small import PLAIN_SETTINGS, Data, Entry, claim, event, named, read_values, source

REFERENCES = {
    "source",
    "printed",
    "found",
    "actor",
    "place",
    "within",
    "speaks_for",
    "published_by",
    "by",
    "see",
    "about",
    "claims",
    "before",
    "after",
    "used_by",
    "entries",
}
"""The fields that hold ids; written out by hand, so that a field the model forgets is missed here too late to hide."""

PROSE = {"text", "description", "verdict", "detail", "note", "reasoning", "would_settle"}
NAMES = {"actors": "Zed", "places": "Yol", "terms": "Xur"}
KINDS = {
    "source": "sources",
    "claim": "claims",
    "event": "events",
    "actor": "actors",
    "place": "places",
    "term": "terms",
    "question": "questions",
}


def facts_of(data: Data, order: random.Random | None = None) -> Facts:
    """Read a dossier from YAML text, its files in another order if one is given, and return its facts."""
    files = [*data.items(), (SETTINGS, PLAIN_SETTINGS)]
    if order:
        order.shuffle(files)
    dossier = read_values(dict(files))
    errors = [problem for problem in check(dossier) if problem.is_error]
    assert not errors, errors[:3]
    return index(dossier)


class Drawn:
    """How many entries of each kind there are, and what any of them may say: ids of others, prose and citations."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.size = {kind: draw(st.integers(1, 4)) for kind in KINDS}

    def one(self, kind: str) -> str:
        return f"{kind}-{self.draw(st.integers(0, self.size[kind] - 1))}"

    def some(self, *kinds: str) -> list[str]:
        return [self.one(kind) for kind in kinds for _ in range(self.draw(st.integers(0, 2)))]

    def before(self, kind: str, number: int, most: int) -> list[str]:
        """Return ids of entries that come before one, so that there is no way round."""
        found = self.draw(st.sets(st.integers(0, 3), max_size=most))
        return [f"{kind}-{other}" for other in found if other < number]

    def prose(self) -> str:
        size, numbers = self.size, st.integers(0, 3)
        pieces = [
            st.just("Some words stand here."),
            numbers.map(lambda n: f"It was [@source-{n % size['source']}]."),
            numbers.map(lambda n: f"See [[claim-{n % size['claim']}]] and [[event-{n % size['event']}|that day]]."),
            numbers.map(lambda n: f"The Zed{n % size['actor']} spoke."),
            numbers.map(lambda n: f"At Yol{n % size['place']}, *Xur{n % size['term']}* it was."),
        ]
        return " ".join(self.draw(st.lists(st.one_of(pieces), min_size=1, max_size=3)))

    def citations(self) -> list[Entry]:
        stances = st.sampled_from(("supports", "repeats", "disputes", "qualifies"))
        return [
            {"source": cited, "note": self.prose(), "stance": self.draw(stances)}
            for cited in [self.one("source"), *self.some("source")]
        ]


def a_source(drawn: Drawn, n: int) -> Entry:
    derived = [{"source": parent, "how": "cites"} for parent in drawn.before("source", n, 2)]
    more = {"verdict": drawn.prose(), "speaks_for": drawn.one("actor"), "derived_from": derived}
    return source(f"source-{n}", title=f"Paper {n}", short=f"P{n}", **more)


def a_thing(drawn: Drawn, kind: str, n: int, type_: str = "", **more: Any) -> Entry:
    said = {"description": drawn.prose(), "citations": drawn.citations()}
    return named(f"{kind}-{n}", f"{NAMES[KINDS[kind]]}{n}", type_, **said, **more)


def an_actor(drawn: Drawn, n: int) -> Entry:
    above = drawn.before("actor", n, 1)
    relations = [{"type": "part-of", "actor": other, "citations": drawn.citations()} for other in above]
    return a_thing(drawn, "actor", n, "person", relations=relations)


def a_place(drawn: Drawn, n: int) -> Entry:
    return a_thing(drawn, "place", n, "city", within=drawn.one("place"))


def a_term(drawn: Drawn, n: int) -> Entry:
    return a_thing(drawn, "term", n)


def a_claim(drawn: Drawn, n: int) -> Entry:
    return claim(
        f"claim-{n}",
        *drawn.citations(),
        text=re.sub(r"[^\w ]", "", drawn.prose()),
        asserted_by={"printed": drawn.one("actor"), "found": drawn.one("actor"), "reasoning": drawn.prose()},
        about=drawn.some("actor", "place", "term"),
        detail=drawn.prose(),
    )


def an_event(drawn: Drawn, n: int) -> Entry:
    return event(
        f"event-{n}",
        drawn.draw(st.sampled_from(("2016-12", "2016-12-08", "2016-12-08/2016-12-09", "2016-12~"))),
        title="It happens",
        place=drawn.one("place"),
        participants=[{"actor": other, "role": "r"} for other in drawn.some("actor")],
        claims=drawn.some("claim"),
        text=drawn.prose(),
        citations=drawn.citations(),
    )


def a_question(drawn: Drawn, n: int) -> Entry:
    return {
        "id": f"question-{n}",
        "question": "Who?",
        "text": drawn.prose(),
        "would_settle": drawn.prose(),
        "citations": drawn.citations(),
        "about": drawn.some("event", "source"),
    }


MAKERS = {
    "source": a_source,
    "actor": an_actor,
    "place": a_place,
    "term": a_term,
    "claim": a_claim,
    "event": an_event,
    "question": a_question,
}


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """A small dossier whose entries point at, cite and name each other at random, and that has no error."""
    drawn = Drawn(draw)
    return {KINDS[kind]: [make(drawn, n) for n in range(drawn.size[kind])] for kind, make in MAKERS.items()}


def pointing(data: Data) -> set[tuple[str, str, str]]:
    """Return every target, the entry that points at it, and the field it does so in, read off the plain values."""
    return {
        (target, entry["id"], field)
        for entries in data.values()
        for entry in entries
        for field, value in entry.items()
        for target in _targets(field, value)
        if target != entry["id"]
    }


def _targets(field: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _targets(name, inner)
    elif isinstance(value, list):
        for item in value:
            yield from _targets(field, item)
    elif field in REFERENCES and re.fullmatch(r"[a-z]+-\d+", value):
        yield value
    elif field in PROSE:
        yield from re.findall(r"\[@([a-z0-9-]+)\]|", value)
        yield from re.findall(r"\[\[([a-z0-9-]+)", value)
        for name, kind in (("Zed", "actor"), ("Yol", "place"), ("Xur", "term")):
            yield from (f"{kind}-{number}" for number in re.findall(rf"{name}(\d+)", value))


@settings(max_examples=40)
@given(dossiers())
def test_every_reference_has_its_way_back_and_every_way_back_a_reference(data: Data) -> None:
    """What points at an entry is listed there, and nothing else is."""
    facts = facts_of(data)
    found = {
        (target, mention.owner, str(mention.route[0]))
        for target, mentions in facts.mentions.items()
        for mention in mentions
    }
    assert found == {triple for triple in pointing(data) if triple[0]}


@settings(max_examples=40)
@given(dossiers())
def test_a_mention_in_prose_shows_the_words_of_its_sentence(data: Data) -> None:
    """The words that mention are those of the entry's text, and before and after come from the same sentence."""
    facts = facts_of(data)
    for target, mentions in facts.mentions.items():
        assert len(mentions) == len(set(mentions))
        for mention in mentions:
            assert mention.owner in facts.dossier.entries
            if mention.heading:
                assert (mention.before, mention.words, mention.after) == ("", "", "")
            elif not target.startswith("source"):
                assert mention.words
                assert ". " not in f"{mention.before}{mention.words}"


@settings(max_examples=40)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_and_entries_changes_nothing(data: Data, chance: random.Random) -> None:
    """Sorting a file by hand is no change of the dossier."""
    first = facts_of(data)
    shuffled = {name: chance.sample(entries, len(entries)) for name, entries in data.items()}
    second = facts_of(shuffled, chance)
    assert {id_: set(found) for id_, found in first.mentions.items()} == {
        id_: set(found) for id_, found in second.mentions.items()
    }
    assert first.names == second.names
    assert first.evidence.descent.behind == second.evidence.descent.behind
    assert first.origins == second.origins
    assert first.status == second.status
    assert first.events == second.events
    assert first.children == second.children
    assert set(first.figures) == set(second.figures)


# Names


WORDS = st.lists(
    st.sampled_from(("Al", "al", "Ba", "Bab", "el", "-", ".", " ", " ", "_", "1", "باب", "ا", "’")), max_size=9
).map("".join)


def longest_leftmost(names: Mapping[str, str], text: str) -> list[tuple[int, int, str]]:
    """Find names the slow way: at each place that starts a word try every name, the longest first; go on behind it."""
    found, at = [], 0
    while at < len(text):
        starts_word = re.match(r"\w", text[at]) and not (at and re.match(r"\w", text[at - 1]))
        fitting = [
            name
            for name in names
            if text.startswith(name, at) and not re.match(r"\w", text[at + len(name) : at + len(name) + 1])
        ]
        if starts_word and fitting:
            best = max(fitting, key=len)
            found.append((at, at + len(best), names[best]))
            at += len(best)
        else:
            at += 1
    return found


@given(st.sets(WORDS.filter(lambda name: re.match(r"\w", name)), max_size=6), WORDS)
def test_names_are_found_leftmost_and_longest(names: set[str], text: str) -> None:
    """«Deir ez-Zor governorate» is the governorate, not the city; «Aleppo» is not found in «Aleppon»."""
    ids = {name: f"id-{number}" for number, name in enumerate(sorted(names))}
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name, id_ in ids.items():
        first = re.match(r"\w+", name)
        assert first
        by_word.setdefault(first.group(), []).append((name, id_))
    table = Names(
        {word: tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair))) for word, pairs in by_word.items()}
    )
    assert [(found.start, found.end, found.id) for found in table.find(text)] == longest_leftmost(ids, text)


def named_facts(**kinds: list[Entry]) -> Facts:
    """Return the facts of a dossier of one paper and of entries that cite it."""
    cited = {kind: [entry | {"description": "x [@paper]"} for entry in entries] for kind, entries in kinds.items()}
    return facts_of({"sources": [source("paper", title="P")], **cited})


def found_in(facts: Facts, text: str) -> list[str]:
    return [found.id for found in facts.names.find(text)]


def test_a_name_that_two_entries_share_is_nobodys() -> None:
    """Rather no link than a wrong one; an actor goes before a place, an own label before another's nickname."""
    facts = named_facts(
        actors=[
            named("town-hall", "Mosul", "person"),
            named("a", "Abu Ali", "person"),
            named("b", "Abu Ali", "person"),
        ],
        places=[
            named("mosul", "Mosul", "city"),
            named("raqqa", "Raqqa", "city", names=[{"text": "Abu Ali Square", "language": "en"}]),
        ],
        terms=[named("wellhead", "wellhead", names=[{"text": text, "language": "en"} for text in ("Raqqa", "head")])],
    )
    assert found_in(facts, "Mosul") == ["town-hall"]
    assert found_in(facts, "Abu Ali spoke at Abu Ali Square") == ["raqqa"]
    assert found_in(facts, "Raqqa") == ["raqqa"]
    assert found_in(facts, "the wellhead") == ["wellhead"]
    assert found_in(facts, "a head") == []


@pytest.mark.parametrize(("label", "text"), [("राम", "रामायण"), ("e", "e\u0301te\u0301")])
def test_a_name_does_not_end_within_a_letter_and_its_sign(label: str, text: str) -> None:
    """Vowel signs and accents belong to the letter before them: in Devanagari, and in decomposed Latin text."""
    facts = named_facts(places=[named("here", label, "city")])
    assert found_in(facts, label) == ["here"]
    assert found_in(facts, text) == []


def test_names_are_left_alone_where_the_editor_says_so() -> None:
    """`autolink: false` for an entry, or for one of its names."""
    names = [
        {"text": "Britain", "language": "en", "autolink": False},
        {"text": "the kingdom", "language": "en", "autolink": True},
    ]
    facts = named_facts(
        places=[named("us", "US", "country", autolink=False), named("uk", "UK", "country", names=names)]
    )
    assert found_in(facts, "US, UK, Britain and the kingdom") == ["uk", "uk"]


# Order


def test_events_stand_in_order_of_their_dates() -> None:
    """Whatever their order in the file; equal dates by id."""
    days = {"c": "2016-12-08", "a": "2016-12-09", "b": "2016-12-08", "d": "2015"}
    events = [event(id_, day, text="x [@paper]") for id_, day in days.items()]
    facts = facts_of({"sources": [source("paper", title="P")], "events": events})
    assert [one.id for one in facts.events] == ["d", "b", "c", "a"]
    assert [one.when.edtf for one in facts.events] == sorted(
        (date(day) for day in days.values()), key=lambda when: when.sort_key
    )
