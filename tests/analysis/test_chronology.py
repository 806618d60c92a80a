"""What dates contradict one another, held against trying out all moments on small random dossiers.

The dossiers are made as values, written as YAML and read like any other. The oracle reads the rules off those values:
every entry is a moment of its own within its days, and a few thousand combinations of moments are all there are.
"""

import random
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis import Evidence
from dossier.analysis.chronology.constraints import Bounds, impossible_chains
from dossier.analysis.chronology.contradictions import Chronology, Contradiction, Kind, chronology_of
from dossier.check.chronology import actor_dates, document_dates, event_order, retrieved_early
from dossier.problem import Problem
from dossier.report.chronology import chronology
from dossier.report.section import Section, To, Words
from dossier.voice import Voice
from small import Data, Entry, actor, claim, event, read_values, source

Span = tuple[int | None, int | None]
Links = dict[tuple[str, str], int]


def found_in(**data: list[Entry]) -> Chronology:
    return chronology_of(read_values(data))


def ids(found: Contradiction) -> tuple[str, ...]:
    return tuple(step.id for step in found.entries)


def told(chronology: Chronology) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.kind.value, ids(found)) for found in chronology.contradictions]


# The oracle


def possible(days: Mapping[str, Span], links: Links) -> bool:
    """Tell whether there are moments for all entries: try each of them, on each day, at each time of the day.

    A slack of one day moves whole days only, so as many times of day as there are entries, and one, are enough.
    """
    known = [day for span in days.values() for day in span if day is not None]
    parts = len(days) + 1
    first, last = min(known, default=0), max(known, default=0)
    moments = {
        id_: range((first if low is None else low) * parts, ((last if high is None else high) + 1) * parts)
        for id_, (low, high) in days.items()
    }

    def tried(chosen: dict[str, int]) -> bool:
        if len(chosen) == len(days):
            return True
        id_ = list(days)[len(chosen)]
        return any(fits({**chosen, id_: moment}, id_) and tried({**chosen, id_: moment}) for moment in moments[id_])

    def fits(chosen: dict[str, int], new: str) -> bool:
        return all(
            chosen[a] < chosen[b] if slack == 0 else chosen[a] <= chosen[b] + slack * parts
            for (a, b), slack in links.items()
            if new in (a, b) and a in chosen and b in chosen
        )

    return tried({})


def among(members: tuple[str, ...], days: Mapping[str, Span], links: Links) -> bool:
    """Tell whether some of the entries, with the links among them, could all be so."""
    inner = {pair: slack for pair, slack in links.items() if set(pair) <= set(members)}
    return possible({id_: days[id_] for id_ in members}, inner)


def least_sets(days: Mapping[str, Span], links: Links) -> list[tuple[str, ...]]:
    """Return every set of entries that cannot all be so while any part of it could."""
    found: list[tuple[str, ...]] = []
    for size in range(1, len(days) + 1):
        for members in combinations(sorted(days), size):
            if not any(set(smaller) <= set(members) for smaller in found) and not among(members, days, links):
                found.append(members)
    return found


# Bounds and links alone


SPANS = st.tuples(st.none() | st.integers(1, 3), st.none() | st.integers(1, 3)).filter(
    lambda span: None in span or span[0] <= span[1]  # type: ignore[operator]
)


@st.composite
def systems(draw: st.DrawFn) -> tuple[dict[str, Span], Links]:
    """A few things with days, and links from some to later ones by name, in an order that is not that of the names."""
    names = draw(st.permutations("abcd"))
    days = {name: draw(SPANS) for name in names}
    pairs = list(combinations(names, 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5))
    return days, {pair: draw(st.integers(0, 1)) for pair in chosen}


@settings(max_examples=150)
@given(systems())
def test_chains_are_found_where_no_moments_can_be_found_and_are_as_small_as_can_be(
    system: tuple[dict[str, Span], Links],
) -> None:
    """Something is reported exactly where nothing fits; each report is minimal, and the smallest for its last link."""
    days, links = system
    chains = impossible_chains({id_: Bounds(*span) for id_, span in days.items()}, links)
    least = least_sets(days, links)
    assert bool(chains) == (not possible(days, links))
    assert all(pair in links for chain in chains for pair in pairwise(chain))
    assert {tuple(sorted(chain)) for chain in chains} <= set(least)
    for chain in chains:
        ending = [
            members for members in least if set(chain[-2:]) <= set(members) and last_of(members, links) == chain[-1]
        ]
        assert len(chain) == min(len(members) for members in ending)
    # Two that cannot both be so are one mistake each, and none of them waits until another is put right.
    assert {tuple(sorted(chain)) for chain in chains if len(chain) == 2} == {two for two in least if len(two) == 2}


def last_of(members: tuple[str, ...], links: Links) -> str:
    """Return the one from which no link leads to another."""
    return next(id_ for id_ in members if not any((id_, other) in links for other in members))


def test_a_chain_is_not_told_where_part_of_it_says_as_much() -> None:
    """a > b is wrong already; that c comes after b adds nothing, nor does the way round by d."""
    bounds = {"a": Bounds(9, 9), "b": Bounds(5, 5), "c": Bounds(5, 5), "d": Bounds()}
    assert impossible_chains(bounds, {("a", "b"): 0, ("b", "c"): 0}) == (("a", "b"),)
    assert impossible_chains(bounds, {("a", "b"): 0, ("a", "d"): 0, ("d", "b"): 0}) == (("a", "b"),)


def test_the_beginning_of_a_chain_can_say_as_much_as_well() -> None:
    """b and c may be anywhere before their last days; a > b is wrong already, and c only comes after it."""
    bounds = {"a": Bounds(9, 9), "b": Bounds(None, 5), "c": Bounds(None, 1)}
    assert impossible_chains(bounds, {("a", "b"): 0, ("b", "c"): 0}) == (("a", "b"),)


def test_a_longer_way_with_less_slack_is_found_behind_a_shorter_one_with_more() -> None:
    """From x to p there is a way with a day to spare and one without; only without it is u too late for v."""
    bounds = {"u": Bounds(2, 2), "x": Bounds(), "y": Bounds(), "p": Bounds(), "v": Bounds(1, 1)}
    links = {("u", "x"): 0, ("x", "p"): 1, ("x", "y"): 0, ("y", "p"): 0, ("p", "v"): 0}
    assert impossible_chains(bounds, links) == (("u", "x", "y", "p", "v"),)


def test_slack_adds_up_along_a_chain() -> None:
    """Each link with slack gives a day; a way with less slack is taken even if it is longer."""
    bounds = {"a": Bounds(3, 3), "b": Bounds(), "c": Bounds(1, 1)}
    assert impossible_chains(bounds, {("a", "b"): 1, ("b", "c"): 1}) == ()
    assert impossible_chains(bounds, {("a", "b"): 1, ("b", "c"): 0}) == (("a", "b", "c"),)
    two = bounds | {"a": Bounds(2, 2)}
    assert impossible_chains(two, {("a", "c"): 1, ("a", "b"): 0, ("b", "c"): 0}) == (("a", "b", "c"),)


# Whole dossiers


DATES = st.sampled_from(
    (
        "2016-12-02",
        "2016-12-03",
        "2016-12-04",
        "2016-12-02/2016-12-03",
        "2016-12-03/2016-12-04",
        "2016-12-03/..",
        "../2016-12-03",
    )
)
STANCES = ("states", "supports", "qualifies", "disputes", "refutes", "repeats")


def span(text: str | None) -> Span:
    """Read the few dates used here by hand."""
    if not text:
        return None, None
    first, slash, last = text.partition("/")
    days = [None if part == ".." else int(part[-2:]) for part in (first, last if slash else first)]
    return days[0], days[1]


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """Two events, two sources and a claim that point at each other at random, at times at what does not exist."""

    def some(*of: str) -> list[str]:
        return draw(st.lists(st.sampled_from(of), max_size=2))

    def citations() -> list[Entry]:
        return [
            {
                "source": id_,
                "stance": draw(st.sampled_from(STANCES)),
                "bears_on": draw(st.sampled_from(("said", "who", "so"))),
                **(
                    {"derived_from": [{"source": "s1", "how": "quotes"}]} if id_ == "s2" and draw(st.booleans()) else {}
                ),
            }
            for id_ in some("s1", "s2", "nothing")
        ]

    dated = {name: draw(DATES) for name in ("asserted_at", "when") if draw(st.booleans())}
    derived = [
        {"source": id_, "how": draw(st.sampled_from(("cites", "unknown")))} for id_ in some("s1", "s2", "nothing")
    ]
    return {
        "sources": [
            source("s1", draw(st.none() | DATES)),
            source("s2", draw(DATES), derived_from=derived),
        ],
        "claims": [claim("c", *citations(), **dated)],
        "events": [
            event("e1", draw(DATES), before=some("e1", "e2", "nothing"), after=some("e2"), citations=citations()),
            event("e2", draw(DATES), citations=citations()),
        ],
    }


def system_of(data: Data) -> tuple[dict[str, Span], Links]:
    """Read days and links off the plain values: who is earlier than whom, by how much it may be the other way."""
    days = {one["id"]: span(one.get("issued")) for one in data["sources"]}
    days |= {one["id"]: span(one["when"]) for one in data["events"]}
    days |= {
        one["id"]: span(one.get("asserted_at") or one.get("when"))
        for one in data["claims"]
        if "asserted_at" in one or "when" in one
    }
    links: Links = {}
    for earlier, later, slack in _linked(data):
        if earlier in days and later in days:
            links[earlier, later] = min(slack, links.get((earlier, later), slack))
    return days, links


def _linked(data: Data) -> Iterator[tuple[str, str, int]]:
    for one in data["events"]:
        yield from ((one["id"], other, 0) for other in one.get("before", ()))
        yield from ((other, one["id"], 0) for other in one.get("after", ()))
        yield from ((one["id"], cited["source"], 1) for cited in one["citations"] if _tells(cited, "supports so"))
    for one in data["claims"]:
        yield from ((one["id"], cited["source"], 1) for cited in one["citations"] if _tells(cited))
    for one in (*data["events"], *data["claims"]):
        for cited in one["citations"]:
            yield from ((origin["source"], cited["source"], 1) for origin in cited.get("derived_from", ()))
    for one in data["sources"]:
        for origin in one.get("derived_from", ()):
            if origin["how"] != "unknown" and origin["source"] != one["id"]:
                yield origin["source"], one["id"], 1


def _tells(cited: Entry, *more: str) -> bool:
    telling = ("states said", "repeats said", "supports said", "states so", "repeats so", *more)
    return f"{cited['stance']} {cited['bears_on']}" in telling


@settings(max_examples=150)
@given(dossiers())
def test_a_dossier_contradicts_itself_where_no_moments_can_be_found(data: Data) -> None:
    """Circles and chains alike: something is told exactly where nothing fits, and it is as small as can be."""
    days, links = system_of(data)
    found = chronology_of(read_values(data))
    assert bool(found.contradictions) == (not possible(days, links))
    alone = {(earlier,) for earlier, later in links if earlier == later}
    others = {pair: slack for pair, slack in links.items() if pair[0] != pair[1]}
    least = alone | set(least_sets(days, others))
    assert alone <= {ids(one) for one in found.contradictions}
    assert {tuple(sorted(ids(one))) for one in found.contradictions} <= least
    assert found.links == len(links)
    for one in found.contradictions:
        assert len(one.joints) == len(one.entries) - (one.kind is not Kind.CIRCLE)
        assert all(step.mark.path == f"data/{FILE_OF[step.id[0]]}.yml" for step in one.entries)


FILE_OF = {"s": "sources", "e": "events", "c": "claims"}


@settings(max_examples=50)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(data: Data, chance: random.Random) -> None:
    """Sorting a file by hand is no change of what contradicts what."""
    shuffled = {name: chance.sample(entries, len(entries)) for name, entries in data.items()}
    assert told(chronology_of(read_values(data))) == told(chronology_of(read_values(shuffled)))


def test_nothing_contradicts_nothing() -> None:
    """An empty dossier has no dates and no links."""
    assert found_in() == Chronology()


def test_two_entries_of_one_day_never_contradict_each_other() -> None:
    """Before is between moments, and a day has many."""
    day = "2016-12-08"
    assert not found_in(
        events=[event(f"e{number}", day, before=[f"e{number + 1}"] if number < 5 else []) for number in range(6)]
    ).contradictions


def test_a_diamond_is_told_once_for_each_way_that_is_wrong() -> None:
    """Both ways round are chains of their own, and neither is part of the other."""
    found = found_in(
        events=[
            event("top", "2016-12-09", before=["left", "right"]),
            event("left", "2016", before=["end"]),
            event("right", "2016", before=["end"]),
            event("end", "2016-12-08"),
        ]
    )
    assert told(found) == [("order", ("top", "left", "end")), ("order", ("top", "right", "end"))]


def test_a_circle_is_told_with_the_link_of_each_step() -> None:
    """The shortest circle of a knot, and an event before itself besides; what hangs on it goes on being looked at."""
    found = found_in(
        events=[
            event("a", "2016", before=["b"]),
            event("b", "2016", before=["c", "b"]),
            event("c", "2016-12-09", before=["a", "d"]),
            event("d", "2016-12-08"),
        ]
    )
    assert told(found) == [("circle", ("a", "b", "c")), ("circle", ("b",)), ("order", ("c", "d"))]
    assert [[str(joint.mark) for joint in one.joints] for one in found.contradictions[:2]] == [
        ["data/events.yml:7:5", "data/events.yml:14:5", "data/events.yml:22:5"],
        ["data/events.yml:15:5"],
    ]


def test_sources_that_derive_from_one_another_contradict_no_date() -> None:
    """Two pages that are kept up to date can each have taken from the other; the rule on derivations says the rest."""
    around = [
        source("p", "2016-12-08", derived_from=[{"source": "q", "how": "cites"}, {"source": "p", "how": "cites"}]),
        source("q", "2016-12-08", derived_from=[{"source": "p", "how": "cites"}]),
    ]
    assert not found_in(sources=around).contradictions


def test_a_source_without_a_date_passes_on_what_its_own_source_says() -> None:
    """Two links with slack: three days apart is too much, two may be the clocks."""

    def copied(day: int) -> Chronology:
        return found_in(
            sources=[
                source("first", f"2016-12-{day:02}"),
                source("between", derived_from=[{"source": "first", "how": "rewrite"}]),
                source("last", "2016-12-05", derived_from=[{"source": "between", "how": "rewrite"}]),
            ]
        )

    assert told(copied(7)) == []
    assert told(copied(8)) == [("chain", ("first", "between", "last"))]


def test_a_doubtful_date_makes_a_contradiction_doubtful_only_where_it_matters() -> None:
    """The first day of the first and the last day of the last are what excludes; what lies between is not asked."""

    def ordered(first: str, last: str) -> list[bool]:
        found = found_in(events=[event("a", first, before=["b"]), event("b", "2016~", before=["c"]), event("c", last)])
        return [one.doubtful for one in found.contradictions]

    assert ordered("2016-12-08", "2016-12-01") == [False]
    assert ordered("2016-12-08?", "2016-12-01") == [True]
    assert ordered("2016-12-08/2016-12-09~", "2016-11-01~/2016-12-01") == [False]


def test_when_it_was_said_counts_before_what_it_tells_of() -> None:
    """What is said in advance is reported in advance."""
    cited = [{"source": "s", "stance": "states", "bears_on": "said"}]
    early = source("s", "2016-12-01")
    assert told(found_in(sources=[early], claims=[claim("c", when="2016-12-10", citations=cited)])) == [
        ("reported", ("c", "s"))
    ]
    said = claim("c", when="2016-12-10", asserted_at="2016-12-01", citations=cited)
    assert told(found_in(sources=[early], claims=[said])) == []


@pytest.mark.parametrize(
    ("issued", "retrieved", "early"),
    [
        ("2016-12-08", "2016-12-06", True),
        ("2016-12-08", "2016-12-07", False),
        ("2016-12", "2016-12-06", False),
        ("2016-12-08?", "2016-12-01", False),
        ("2016-12-08", "2016-12-01~", False),
        ("2016-12-08", "2017", False),
        ("2017-03/..", "2017-01", True),
        ("2017-03/..", "2017-02", False),
    ],
)
def test_a_source_is_read_after_it_was_published(issued: str, retrieved: str, early: bool) -> None:
    """Only what no time zone and no doubt explains."""
    found = found_in(sources=[source("s", issued, retrieved=retrieved)])
    assert told(found) == ([("retrieved", ("s", "s"))] if early else [])
    assert (found.dates, found.links) == (2, 1)


@pytest.mark.parametrize(
    ("active", "when", "outside"),
    [
        ("2012/2016-12-01", "2016-12-03", True),
        ("2012/2016-12-01", "2016-12-02", False),
        ("2012/2016-12-01", "2010", True),
        ("2012/..", "2011-12-31", False),
        ("2012/..", "2011-12-30", True),
        ("2012~/..", "2011", False),
        ("2012/..", "2011?", False),
        ("2012/..", "2010/2013", False),
    ],
)
def test_an_actor_acts_within_its_dates(active: str, when: str, outside: bool) -> None:
    """In events, and in what it says; of two speakers the one that was found."""
    actors = [actor("z", active=active), actor("other")]
    taking_part = [event("e", when, participants=[{"actor": "z", "role": "r"}, {"actor": "nobody", "role": "r"}])]
    found = found_in(actors=actors, events=taking_part)
    assert told(found) == ([("actor", ("e", "z"))] if outside else [])
    said = claim("c", asserted_at=when, asserted_by={"printed": "z"})
    assert told(found_in(actors=actors, claims=[said])) == ([("actor", ("c", "z"))] if outside else [])
    elsewhere = claim("c", asserted_at=when, asserted_by={"printed": "z", "found": "other"})
    assert told(found_in(actors=actors, claims=[elsewhere])) == []


def test_the_rules_tell_each_contradiction_once() -> None:
    """What the analysis finds, an editor reads, with a word for the rule and what to do."""
    data = {
        "sources": [
            source("p", "2016-12-09", retrieved="2016-12-01"),
            source("q", "2016-12-01", derived_from=[{"source": "p", "how": "cites"}]),
        ],
        "actors": [actor("z", active="2018/..")],
        "events": [
            event("a", "2016-12-08?", before=["b"]),
            event(
                "b",
                "2016-12-05",
                before=["c", "b"],
                citations=[{"source": "q"}],
                participants=[{"actor": "z", "role": "r"}],
            ),
            event("c", "2016-12-06", after=["c"]),
        ],
    }
    dossier = read_values(data)
    rules = (event_order, retrieved_early, actor_dates, document_dates)
    problems: list[Problem] = [problem for rule in rules for problem in rule(dossier)]
    assert len(problems) == len(chronology_of(dossier).contradictions)
    assert all(problem.expected for problem in problems)
    assert sorted((problem.rule, problem.severity.value) for problem in problems) == [
        ("actor-dates", "warning"),
        ("chronology", "warning"),
        ("event-order", "error"),
        ("event-order", "error"),
        ("event-order", "warning"),
        ("report-early", "warning"),
        ("retrieved-early", "error"),
    ]


# In words


def section_of(**data: list[Entry]) -> Section:
    """The section on what a dossier has; nothing but the chronology is asked of the evidence."""
    return chronology(cast(Evidence, SimpleNamespace(chronology=found_in(**data))), Voice())


def plain(words: Words) -> str:
    return "".join(
        part if isinstance(part, str) else f"[{part.id if isinstance(part, To) else part}]" for part in words
    )


def test_the_section_says_that_nothing_was_found() -> None:
    """Of nothing, and of what is in order, in words and numbers."""
    empty, fine = section_of(), section_of(events=[event("a", "2016-12-08", before=["b"]), event("b", "2016-12-08")])
    assert [plain(words) for words in empty.lead] == [
        "No dates were found that contradict one another.",
        "0 dates were looked at, and 0 links that put one entry before another, or hold two together.",
    ]
    assert plain(fine.lead[1]).startswith("2 dates were looked at, and 1 link that puts one")
    assert empty.table is None
    assert fine.table is None


def test_the_section_names_every_entry_with_its_date_and_place() -> None:
    """Each kind of contradiction is a row; every entry in it is a link, and every place is named once."""
    section = section_of(
        sources=[
            source("p", "2016-12-09", retrieved="2016-12-01"),
            source("q", "2016-12-01", derived_from=[{"source": "p", "how": "cites"}]),
        ],
        actors=[actor("z", active="2018/..")],
        events=[
            event("a", "2016-12-08?", before=["b"]),
            event("b", "2016-12-05", before=["c", "b"], participants=[{"actor": "z", "role": "r"}]),
            event("c", "2016", citations=[{"source": "q"}]),
        ],
    )
    assert section.table
    assert {plain(what) for what, _, _ in section.table.rows} == {
        "An actor outside its dates",
        "Entries whose dates and links cannot all be so",
        "A source older than one it has its content from",
        "Events that come before one another all the way round",
        "Events whose dates say the opposite of their order (one of the dates is in doubt)",
        "A source read before it was published",
    }
    assert {plain(told) for _, told, _ in section.table.rows} == {
        "[b] (5 December 2016), [z] (active from 2018)",
        "[b] (5 December 2016) comes before [c] (2016), which is reported by [q] (published 1 December 2016)",
        "[q] (published 1 December 2016) has its content from [p] (published 9 December 2016)",
        "[b] (5 December 2016) comes before [b] (5 December 2016)",
        "[a] (8 December 2016 (uncertain)) comes before [b] (5 December 2016)",
        "[p] (published 9 December 2016), [p] (read 1 December 2016)",
    }
    places = [plain(where) for _, _, where in section.table.rows]
    assert all("data/" in where for where in places)
