"""What a claim rests on, held against every way in which its reports could have come about."""

import itertools
import random
from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import small
from dossier.analysis.order import passages_of
from dossier.analysis.origins.counts import Count, Origin, Report, origins_of
from dossier.analysis.origins.descent import descent_of
from dossier.analysis.parties import Footing, Parties, PartyCount, Rest, Share, parties_of, rest_of
from dossier.model import Claim
from dossier.report.parties import resting
from dossier.voice import voice_of
from small import Data, Entry, modelled


def actor(id_: str, *relations: tuple[str, str], when: str = "", **more: Any) -> Entry:
    dated = {"when": when} if when else {}
    return small.actor(id_, relations=[{"type": kind, "actor": other, **dated} for kind, other in relations], **more)


def source(id_: str, *parents: str, how: str = "cites", **more: Any) -> Entry:
    return small.source(id_, derived_from=[{"source": parent, "how": how} for parent in parents], **more)


def claim(id_: str, *cited: str, **more: Any) -> Entry:
    return small.claim(id_, *({"source": one} for one in cited), **more)


def found(**kinds: Iterable[Entry]) -> Parties:
    dossier = modelled(**kinds)
    descent = descent_of(dossier)
    return parties_of(dossier, descent, origins_of(dossier, descent), passages_of(dossier))


# What a claim rests on, against all ways in which its reports can have come about


COUNTS = st.lists(
    st.tuples(st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=3), st.booleans()), max_size=4
).map(
    lambda reports: Count(
        reports=tuple(Report(f"s{n}", tuple(sorted(origins)), open_) for n, (origins, open_) in enumerate(reports)),
        origins=tuple(
            Origin(id_, (f"{id_}-1", f"{id_}-2"), ())
            for id_ in sorted(frozenset[str]().union(*(origins for origins, _ in reports)))
        ),
    )
)
SIDES = st.dictionaries(
    st.sampled_from([f"{id_}-{number}" for id_ in "abcde" for number in (1, 2)]), st.sampled_from(("", "p", "q"))
)


def in_every_way(count: Count, side: Mapping[str, str]) -> Rest:
    """Let each report have the claim from each root it can have it from; an open one from anybody whatever."""
    roots = {origin.id: origin.roots for origin in count.origins}
    choices = [
        {"", "p", "q", "somebody"}
        if report.open
        else {side.get(root, "") for origin in report.origins for root in roots[origin]}
        for report in count.reports
    ]
    if not choices:
        return Rest(Footing.NONE)
    ways = [set(way) for way in itertools.product(*choices)]
    alone = [way for way in ways if len(way) == 1 and way != {""}]
    if not alone:
        return Rest(Footing.OTHER)
    if len(alone) == len(ways) and len(set.union(*alone)) == 1:
        return Rest(Footing.PARTY, *alone[0])
    return Rest(Footing.NOT_KNOWN)


@settings(max_examples=150)
@given(COUNTS, SIDES)
def test_a_claim_rests_on_a_party_if_it_does_in_every_way(count: Count, side: dict[str, str]) -> None:
    """Certain is only what holds however the reports came about."""
    assert rest_of(count, side) == in_every_way(count, side)


@given(COUNTS, SIDES)
def test_a_report_that_is_not_traced_never_makes_a_claim_rest_on_a_party(count: Count, side: dict[str, str]) -> None:
    """What is unknown takes certainty away, and gives none."""
    before = rest_of(count, side)
    opened = Count((*count.reports, Report("new", count.reports[0].origins if count.reports else ("a",), open=True)))
    after = rest_of(Count(opened.reports, count.origins or (Origin("a", ("a-1",), ()),)), side)
    assert after.footing == (Footing.OTHER if before.footing is Footing.OTHER else Footing.NOT_KNOWN)


# Who is of which party


def test_the_party_is_the_topmost_one() -> None:
    """A spokesman of a command of an alliance speaks for the alliance, however many of the three are marked."""
    actors = (
        actor("union", party=True),
        actor("command", ("part-of", "union"), party=True),
        actor("spokesman", ("spokesperson-of", "command")),
        actor("owner", ("owns", "paper")),
        actor("paper", type="media"),
        actor("tribe", ("ally-of", "union")),
    )
    assert found(actors=actors).party_of == {"union": "union", "command": "union", "spokesman": "union"}


def test_who_leads_a_body_speaks_for_it_but_a_state_is_not_of_an_alliance_it_leads() -> None:
    """Only a person speaks as the head of a body."""
    actors = (
        actor("council", party=True, type="public-body"),
        actor("mayor", ("leads", "council")),
        actor("state", ("leads", "council"), type="state"),
    )
    assert found(actors=actors).party_of == {"council": "council", "mayor": "council"}


def test_circles_and_missing_actors_do_no_harm() -> None:
    """Two that are part of each other are one party, the first by id; what points at nothing is left out."""
    actors = (
        actor("b", ("part-of", "a"), party=True),
        actor("a", ("part-of", "b"), party=True),
        actor("c", ("part-of", "c"), ("leads", "gone"), party=True),
        actor("d", ("part-of", "gone")),
    )
    assert found(actors=actors).party_of == {"a": "a", "b": "a", "c": "c"}


def test_a_relation_counts_at_its_time_only() -> None:
    """A spokesman who left speaks for himself."""
    actors = (actor("army", party=True), actor("major", ("part-of", "army"), when="2010/2012"))
    sources = (
        source("then", speaks_for="major", issued="2011"),
        source("later", speaks_for="major", issued="2016"),
    )
    rests = found(actors=actors, sources=sources, claims=(claim("old", "then"), claim("new", "later"))).rests
    assert rests["old"] == Rest(Footing.PARTY, "army")
    assert rests["new"] == Rest(Footing.OTHER)


BEHIND: dict[str, tuple[tuple[str, ...], Rest]] = {
    "diamond": (("both", "left"), Rest(Footing.PARTY, "army")),
    "two-voices": (("release", "interview"), Rest(Footing.PARTY, "army")),
    "two-parties": (("release", "leaflet"), Rest(Footing.OTHER)),
    "either": (("torn",), Rest(Footing.NOT_KNOWN)),
    "either-and-one": (("torn", "release"), Rest(Footing.NOT_KNOWN)),
    "with-monitor": (("left", "count"), Rest(Footing.OTHER)),
    "seen": (("eyes",), Rest(Footing.OTHER)),
    "perhaps": (("maybe",), Rest(Footing.NOT_KNOWN)),
    "untraced": (("paper",), Rest(Footing.NOT_KNOWN)),
    "circle": (("round",), Rest(Footing.NOT_KNOWN)),
    "gone": (("nowhere",), Rest(Footing.NONE)),
    "bare": ((), Rest(Footing.NONE)),
}
"""Claims by id, each with the sources it cites, and what it rests on."""


def test_what_stands_behind_each_claim() -> None:
    """A diamond, two statements of one party, two parties, an unknown road, own eyes, a label, a circle, nothing."""
    actors = (
        actor("army", party=True),
        actor("major", ("part-of", "army")),
        actor("rebels", party=True),
        actor("monitor"),
    )
    sources = (
        source("release", speaks_for="army"),
        source("interview", speaks_for="major"),
        source("leaflet", speaks_for="rebels"),
        source("count", speaks_for="monitor"),
        source("left", "release"),
        source("right", "release"),
        source("both", "left", "right"),
        source("torn", "release", "leaflet"),
        source("maybe", "release", how="unknown"),
        source("eyes", first_hand="Saw it."),
        source("paper"),
        source("round", "round"),
    )
    claims = [claim(id_, *cited) for id_, (cited, _) in BEHIND.items()]
    rests = found(actors=actors, sources=sources, claims=claims).rests
    assert rests == {id_: rest for id_, (_, rest) in BEHIND.items()}


# Shares


def kinds_of(pick: random.Random) -> Data:
    """A dossier with a document, and claims that rest on all manner of things."""
    named = ("army", "major", "rebels", "x", "place-0", "place-1")
    return {
        "actors": [
            actor("army", party=True),
            actor("major", ("part-of", "army")),
            actor("rebels", party=True),
            actor("x"),
        ],
        "sources": [
            source("doc"),
            source("s0", speaks_for="army"),
            source("s1", "s0"),
            source("s2", speaks_for="rebels"),
            source("s3"),
            source("s4", first_hand="Saw it."),
        ],
        "claims": [
            small.claim(
                f"c{n}",
                *({"source": one} for one in pick.sample([f"s{m}" for m in range(5)], pick.randint(0, 2))),
                *([stated("doc", pick.choice(("p0", "p1")))] if pick.random() < 0.7 else ()),
                type=pick.choice(("statement", "statement", "label")),
                about=pick.sample(named, pick.randint(0, 3)),
            )
            for n in range(8)
        ],
        "places": [small.named(id_, "P", "city") for id_ in ("place-0", "place-1")],
        "documents": [small.document("doc", [small.passage("p0"), small.passage("p1")])],
        "events": [small.event(f"e{n}", "2016", claims=pick.sample(["c0", "c1", "c2", "gone"], 2)) for n in range(2)],
    }


def stated(of: str, where: str) -> Entry:
    return {"source": of, "locator": where, "stance": "states"}


def counted_plainly(claims: list[Claim], rests: Mapping[str, Rest]) -> Share:
    """Count one claim after the other."""
    plain = [rests[one.id] for one in claims if one.type != "label"]
    parties = sorted({rest.party for rest in plain if rest.footing == "party"})
    by = [PartyCount(party, sum(rest.party == party for rest in plain)) for party in parties]
    return Share(
        tuple(sorted(by, key=lambda one: -one.claims)),
        sum(rest.footing == "other" for rest in plain),
        sum(rest.footing == "not-known" for rest in plain),
        sum(rest.footing == "none" for rest in plain),
        sum(one.type == "label" for one in claims),
    )


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_shares_are_what_counting_one_by_one_gives(pick: random.Random) -> None:
    """For the dossier, each document, passage, event, actor and place; in whatever order the entries stand."""
    kinds = kinds_of(pick)
    result = found(**kinds)
    dossier = modelled(**kinds)
    claims = dossier.claims
    shuffled = {name: pick.sample(entries, len(entries)) for name, entries in kinds.items()}
    assert found(**shuffled) == result
    assert result.whole == counted_plainly(list(claims), result.rests)
    assert result.whole.total + result.whole.labels == len(claims)
    spots = {one.id: [given.locator for given in one.citations if given.source == "doc"] for one in claims}
    assert result.of.get("doc", Share()) == counted_plainly([one for one in claims if spots[one.id]], result.rests)
    for passage in ("p0", "p1"):
        here = [one for one in claims if passage in spots[one.id]]
        assert result.of_passage.get("doc", {}).get(passage, Share()) == counted_plainly(here, result.rests)
    for event in dossier.events:
        told = [one for one in claims if one.id in event.claims]
        assert result.of[event.id] == counted_plainly(told, result.rests)
    for entry in (*dossier.actors, *dossier.places):
        about = [one for one in claims if entry.id in one.about]
        assert result.of.get(entry.id, Share()) == counted_plainly(about, result.rests)


def test_the_claims_of_an_actor_are_also_those_credited_to_it() -> None:
    """As printed and as found; once, where it is both and the subject too."""
    actors = (actor("a"), actor("b"))
    said = {"voice": "credited", "printed": "a", "found": "b"}
    result = found(actors=actors, claims=(claim("c", asserted_by=said, about=["a"]),))
    assert result.of == {"a": Share(none=1), "b": Share(none=1)}


def test_an_empty_dossier_has_nothing_to_share() -> None:
    """And asking for claims that are not there counts nothing."""
    result = found()
    assert (result.whole, result.of, result.party_of) == (Share(), {}, {})
    assert result.share(["gone"]) == Share()


def test_a_claim_named_twice_counts_once() -> None:
    """As where an event lists it twice."""
    assert found(claims=(claim("c"),)).share(["c", "gone", "c"]) == Share(none=1)


def test_the_words_give_every_number_once() -> None:
    """The party is named, labels stand apart, and what is nought is not said."""
    share = Share((PartyCount("army", 3),), other=2, labels=1)
    assert resting(share, voice_of("en")) == (
        (
            "Of 5 claims that could be confirmed by somebody, ",
            "3 rest on one party to the conflict alone: every origin that their reports can have speaks for it.",
        ),
        (("army", ""), ": ", "3 claims", "."),
        ("For certain not on one party alone: ", "2 claims", "."),
        ("1 label is counted apart: a name or a judgement that no report could confirm.",),
    )
    assert resting(Share(), voice_of("en")) == (("No claim that could be confirmed is recorded here.",),)
