"""What follows from the data, held against slow and plain ways to find the same on small random dossiers.

The dossiers are made as values, written as YAML and read like any other.
"""

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.check import check
from dossier.dates import parse as date
from dossier.index import Facts, index
from dossier.load import FILES, SETTINGS, load_text
from dossier.model import read_model
from dossier.names import Names

Entry = dict[str, Any]
Data = dict[str, list[Entry]]
SETTINGS_TEXT = b"""
title: T
subtitle: s
description: d
editors: [{name: x}]
license: CC0
version: '1'
method: m
story: []
"""
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


def written(entries: list[Entry]) -> bytes:
    return yaml.dump(entries, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def facts_of(data: Mapping[str, list[Entry]], order: random.Random | None = None) -> Facts:
    """Read a dossier from YAML text, its files in another order if one is given, and return its facts."""
    files = [(name, written(data[name])) for name in FILES if data.get(name)]
    files.append((SETTINGS, SETTINGS_TEXT))
    if order:
        order.shuffle(files)
    sheets, problems = zip(*(load_text(name, f"data/{name}.yml", text) for name, text in files), strict=True)
    dossier, misshapen = read_model([sheet for sheet in sheets if sheet])
    errors = [problem for problem in (*sum(problems, ()), *misshapen, *check(dossier)) if problem.is_error]
    assert not errors, errors[:3]
    return index(dossier)


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """A small dossier whose entries point at, cite and name each other at random, and that has no error."""
    size = {kind: draw(st.integers(1, 4)) for kind in KINDS}

    def one(kind: str) -> str:
        return f"{kind}-{draw(st.integers(0, size[kind] - 1))}"

    def some(kind: str) -> list[str]:
        return [one(kind) for _ in range(draw(st.integers(0, 2)))]

    def prose() -> str:
        pieces = [
            st.just("Some words stand here."),
            st.builds(lambda n: f"It was [@source-{n % size['source']}].", st.integers(0, 3)),
            st.builds(
                lambda n: f"See [[claim-{n % size['claim']}]] and [[event-{n % size['event']}|that day]].",
                st.integers(0, 3),
            ),
            st.builds(lambda n: f"The Zed{n % size['actor']} spoke.", st.integers(0, 3)),
            st.builds(lambda n: f"At Yol{n % size['place']}, *Xur{n % size['term']}* it was.", st.integers(0, 3)),
        ]
        return " ".join(draw(st.lists(st.one_of(pieces), min_size=1, max_size=3)))

    def citations() -> list[Entry]:
        return [
            {
                "source": source,
                "note": prose(),
                "stance": draw(st.sampled_from(("supports", "repeats", "disputes", "qualifies"))),
            }
            for source in [one("source"), *some("source")]
        ]

    def named(kind: str, number: int, **more: Any) -> Entry:
        return {
            "id": f"{kind}-{number}",
            "label": f"{NAMES[KINDS[kind]]}{number}",
            "description": prose(),
            "citations": citations(),
            **more,
        }

    return {
        "sources": [
            {
                "id": f"source-{n}",
                "type": "news",
                "title": f"Paper {n}",
                "short": f"P{n}",
                "language": "en",
                "extent": "whole",
                "checked": "read",
                "verdict": prose(),
                "speaks_for": one("actor"),
                "derived_from": [
                    {"source": f"source-{m}", "how": "cites"}
                    for m in draw(st.sets(st.integers(0, 3), max_size=2))
                    if m < n
                ],
            }
            for n in range(size["source"])
        ],
        "actors": [
            named(
                "actor",
                n,
                type="person",
                role="speaker",
                relations=[
                    {"type": "part-of", "actor": f"actor-{m}", "citations": citations()}
                    for m in draw(st.sets(st.integers(0, 3), max_size=1))
                    if m < n
                ],
            )
            for n in range(size["actor"])
        ],
        "places": [named("place", n, type="city", within=one("place")) for n in range(size["place"])],
        "terms": [named("term", n) for n in range(size["term"])],
        "claims": [
            {
                "id": f"claim-{n}",
                "text": re.sub(r"[^\w ]", "", prose()),
                "citations": citations(),
                "asserted_by": {"printed": one("actor"), "found": one("actor"), "reasoning": prose()},
                "about": [*some("actor"), *some("place"), *some("term")],
                "detail": prose(),
            }
            for n in range(size["claim"])
        ],
        "events": [
            {
                "id": f"event-{n}",
                "title": "It happens",
                "when": draw(st.sampled_from(("2016-12", "2016-12-08", "2016-12-08/2016-12-09", "2016-12~"))),
                "theme": "T",
                "place": one("place"),
                "participants": [{"actor": actor, "role": "r"} for actor in some("actor")],
                "claims": some("claim"),
                "text": prose(),
                "citations": citations(),
            }
            for n in range(size["event"])
        ],
        "questions": [
            {
                "id": f"question-{n}",
                "question": "Who?",
                "text": prose(),
                "would_settle": prose(),
                "citations": citations(),
                "about": [*some("event"), *some("source")],
            }
            for n in range(size["question"])
        ],
    }


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


def small(**more: list[Entry]) -> Data:
    """A dossier of one paper and what is given."""
    paper = {
        "id": "paper",
        "type": "news",
        "title": "P",
        "short": "P",
        "language": "en",
        "extent": "whole",
        "checked": "read",
        "verdict": "x",
    }
    return {"sources": [paper], **more}


def named(id_: str, label: str, kind: str = "", **more: Any) -> Entry:
    extra = {"type": kind} if kind else {}
    extra |= {"role": "r"} if kind == "person" else {}
    return {"id": id_, "label": label, "description": "x [@paper]", **extra, **more}


def found_in(facts: Facts, text: str) -> list[str]:
    return [found.id for found in facts.names.find(text)]


def test_a_name_that_two_entries_share_is_nobodys() -> None:
    """Rather no link than a wrong one; an actor goes before a place, an own label before another's nickname."""
    facts = facts_of(
        small(
            actors=[
                named("town-hall", "Mosul", "person"),
                named("a", "Abu Ali", "person"),
                named("b", "Abu Ali", "person"),
            ],
            places=[
                named("mosul", "Mosul", "city"),
                named("raqqa", "Raqqa", "city", names=[{"text": "Abu Ali Square", "language": "en"}]),
            ],
            terms=[
                named(
                    "wellhead",
                    "wellhead",
                    names=[{"text": "Raqqa", "language": "en"}, {"text": "head", "language": "en"}],
                )
            ],
        )
    )
    assert found_in(facts, "Mosul") == ["town-hall"]
    assert found_in(facts, "Abu Ali spoke at Abu Ali Square") == ["raqqa"]
    assert found_in(facts, "Raqqa") == ["raqqa"]
    assert found_in(facts, "the wellhead") == ["wellhead"]
    assert found_in(facts, "a head") == []


@pytest.mark.parametrize(("label", "text"), [("राम", "रामायण"), ("e", "e\u0301te\u0301")])
def test_a_name_does_not_end_within_a_letter_and_its_sign(label: str, text: str) -> None:
    """Vowel signs and accents belong to the letter before them: in Devanagari, and in decomposed Latin text."""
    facts = facts_of(small(places=[named("here", label, "city")]))
    assert found_in(facts, label) == ["here"]
    assert found_in(facts, text) == []


def test_names_are_left_alone_where_the_editor_says_so() -> None:
    """`autolink: false` for an entry, or for one of its names."""
    facts = facts_of(
        small(
            places=[
                named("us", "US", "country", autolink=False),
                named(
                    "uk",
                    "UK",
                    "country",
                    names=[
                        {"text": "Britain", "language": "en", "autolink": False},
                        {"text": "the kingdom", "language": "en", "autolink": True},
                    ],
                ),
            ]
        )
    )
    assert found_in(facts, "US, UK, Britain and the kingdom") == ["uk", "uk"]


# Order


def test_events_stand_in_order_of_their_dates() -> None:
    """Whatever their order in the file; equal dates by id."""
    days = {"c": "2016-12-08", "a": "2016-12-09", "b": "2016-12-08", "d": "2015"}
    facts = facts_of(
        small(
            events=[
                {"id": id_, "title": "x", "when": day, "theme": "T", "text": "x [@paper]"} for id_, day in days.items()
            ]
        )
    )
    assert [event.id for event in facts.events] == ["d", "b", "c", "a"]
    assert [event.when.edtf for event in facts.events] == sorted(
        (date(day) for day in days.values()), key=lambda when: when.sort_key
    )
