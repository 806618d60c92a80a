"""Who answers for a source, and which sources are one origin by that, against joining what shares anybody."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import ACTORS, Values, actor, actors, dossier_of, features, paper

from dossier.analysis.origins.speakers import may_overlap, speakers_of
from dossier.dates import parse


def origins(sources: Iterable[Values], actors: Iterable[Values] = ()) -> Mapping[str, str]:
    return speakers_of(dossier_of(sources, actors=actors)).origin


def above(people: list[Values], id_: str, issued: str | None) -> set[str]:
    """Return an actor and all it answers to, the slow way: look at every relation again until nobody is added."""
    found = {id_}
    while True:
        more = set()
        for person in people:
            for relation in person["relations"]:
                dated = [parse(text) if text else None for text in (relation.get("when"), issued)]
                ends = {
                    "part-of": (person["id"], relation["actor"]),
                    "spokesperson-of": (person["id"], relation["actor"]),
                    "owns": (relation["actor"], person["id"]),
                }.get(relation["type"], ("", ""))
                if ends[0] in found and may_overlap(*dated):
                    more.add(ends[1])
        if more <= found:
            return found
        found |= more


@settings(max_examples=100)
@given(st.lists(features(), min_size=1, max_size=6), actors())
def test_sources_are_one_origin_that_share_anybody(given_: list[Values], people: list[Values]) -> None:
    """Found by joining groups two by two until none share a speaker, an organisation, an owner or a publisher."""
    sources = [paper(f"p{n}", **found) for n, found in enumerate(given_)]
    groups = []
    for source in sources:
        speaker, issued = source.get("speaks_for"), source.get("issued")
        answer = {source["id"]}
        for one in (speaker,) if speaker else (source.get("published_by"),):
            answer |= above(people, one, issued) if one else set()
        if not speaker and "publisher" in source:
            answer.add(f":{source['publisher'].lower()}")
        groups.append(({source["id"]}, answer))
    while pair := next(((a, b) for a, b in combinations(groups, 2) if a[1] & b[1]), None):
        one, other = pair
        groups = [group for group in groups if group not in pair] + [(one[0] | other[0], one[1] | other[1])]
    found = origins(sources, people)
    assert {frozenset(ids) for ids, _ in groups} == {
        frozenset(id_ for id_ in found if found[id_] == name) for name in found.values()
    }


@given(actors(), st.sampled_from(ACTORS))
def test_circles_of_actors_come_to_an_end(people: list[Values], id_: str) -> None:
    """Each is named once, the actor itself first."""
    speakers = speakers_of(dossier_of([], actors=people))
    found = speakers.above(id_)
    assert (found[0], len(set(found))) == (id_, len(found))
    assert set(found) == above(people, id_, None)


PART = {"type": "part-of", "actor": "army"}


def test_two_statements_by_one_party_are_one_origin() -> None:
    """By the same speaker, by one who speaks for it, and by a part of it; named after the party."""
    people = [actor("army"), actor("office", PART), actor("man", {"type": "spokesperson-of", "actor": "office"})]
    sources = [paper("a", speaks_for="army"), paper("b", speaks_for="office"), paper("c", speaks_for="man")]
    assert origins(sources, people) == dict.fromkeys("abc", "army")


@pytest.mark.parametrize(
    ("issued", "one"), [("2015-05", True), ("2017", False), ("2015-12-31/2016", True), (None, True)]
)
def test_who_no_longer_belongs_to_it_speaks_for_himself(issued: str | None, one: bool) -> None:
    """A relation counts if it may have held when the statement was issued; without a date it may."""
    people = [actor("army"), actor("man", {**PART, "when": "../2015-12-31"})]
    dated: dict[str, Any] = {"issued": issued} if issued else {}
    found = origins([paper("a", speaks_for="army"), paper("b", speaks_for="man", **dated)], people)
    assert (found["a"] == found["b"]) is one


def test_papers_of_one_owner_are_one_origin() -> None:
    """The owner is written with the owner, the publisher with the paper."""
    people = [actor("house", {"type": "owns", "actor": "post"}, {"type": "owns", "actor": "times"})]
    people += [actor("post"), actor("times")]
    assert origins([paper("a", published_by="post"), paper("b", published_by="times")], people) == {
        "a": "house",
        "b": "house",
    }


def test_papers_of_one_publisher_are_one_origin() -> None:
    """Named in words by the one and as an actor by the other; without an entry the first paper gives the name."""
    sources = [paper("b", publisher="The Post"), paper("c", publisher="the post"), paper("d", publisher="Press")]
    assert origins(sources) == {"b": "b", "c": "b", "d": "d"}
    linked = [*sources, paper("a", publisher="The Post", published_by="town")]
    assert origins(linked, [actor("town")]) == {"a": "town", "b": "town", "c": "town", "d": "d"}


def test_who_speaks_in_a_paper_is_no_origin_with_its_publisher() -> None:
    """Two parties that send their statements through one agency stay two."""
    sources = [paper("a", speaks_for="army", publisher="Press"), paper("b", speaks_for="town", publisher="Press")]
    assert origins(sources, [actor("army"), actor("town")]) == {"a": "army", "b": "town"}


def test_who_only_passes_on_joins_nobody() -> None:
    """A body that belongs to both sides makes them one only where it says something of its own."""
    people = [actor("army"), actor("town"), actor("both", PART, {"type": "part-of", "actor": "town"})]
    sides = [paper("a", speaks_for="army"), paper("t", speaks_for="town")]
    passing = origins([*sides, paper("x", "a", speaks_for="both")], people)
    assert passing["a"] != passing["t"]
    for own in (paper("x", "a?", speaks_for="both"), paper("x", "a", speaks_for="both", first_hand="saw it")):
        found = origins([*sides, own], people)
        assert found["a"] == found["t"] == found["x"]


def test_an_origin_is_not_named_after_a_copy() -> None:
    """A reprint by the same publisher does not give the name, though it comes first."""
    assert origins([paper("a-copy", "b", publisher="Post"), paper("b", publisher="Post")]) == dict.fromkeys(
        ("a-copy", "b"), "b"
    )
