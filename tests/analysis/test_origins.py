"""Origins against exhaustive search on small graphs, what must never change them, and the status that follows."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import KNOWN, Values, actor, claim, counted, dossier_of, dossiers, links, paper

from dossier.analysis.origins.counts import CARRIES, Count, Origins
from dossier.analysis.origins.descent import descent_of
from dossier.analysis.origins.speakers import speakers_of
from dossier.analysis.origins.status import statuses_of
from dossier.check.derivations import derivation_circles
from dossier.index import index
from dossier.load import load_text
from dossier.model import Dossier, read_model
from dossier.model.status import Status

ANYBODY = ":anybody"
Data = dict[str, list[Values]]


# Against exhaustive search


class Oracle:
    """Origins the slow way: every walk from a report to where it can end, every assignment of ends to the reports."""

    def __init__(self, data: Data, handed: Mapping[str, list[Values]]) -> None:
        self.sources = {found["id"]: found for found in data["sources"]}
        self.handed = handed
        self.origin = speakers_of(dossier_of(**data)).origin

    def parents(self, id_: str, *hows: str) -> list[str]:
        found = self.handed.get(id_) or self.sources[id_]["derived_from"]
        return [one["source"] for one in found if one["source"] in self.sources and one["how"] in hows]

    def ends(self, id_: str) -> bool:
        return not self.parents(id_, *KNOWN) or self.saw(id_)

    def saw(self, id_: str) -> bool:
        return "first_hand" in self.sources[id_] and id_ not in self.handed

    def stands(self, id_: str) -> bool:
        if "retracted" in self.sources[id_]:
            return False
        return self.ends(id_) or any(self.stands(parent) for parent in self.parents(id_, *KNOWN))

    def walks(self, id_: str, seen: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield the origin each walk can end in, and ANYBODY for one that can end elsewhere."""
        if id_ in seen:
            return
        if not self.stands(id_):
            yield ANYBODY
            return
        voice = "speaks_for" in self.sources[id_] or self.saw(id_)
        if self.ends(id_):
            yield self.origin[id_]
            if not voice or self.parents(id_, "unknown"):
                yield ANYBODY
        for parent in self.parents(id_, *KNOWN, "unknown"):
            yield from self.walks(parent, (*seen, id_))

    def range(self, reports: Iterable[str]) -> tuple[int, int]:
        """Return the fewest origins of all assignments, and how many there can be."""
        allowed = [set(self.walks(id_)) for id_ in dict.fromkeys(reports) if id_ in self.sources and self.stands(id_)]
        if not allowed:
            return 0, 0
        everybody = set.union(*allowed) - {ANYBODY}
        choices = [everybody if ANYBODY in found else found for found in allowed]
        return min(len(set(assigned)) for assigned in product(*choices)), len(everybody)


def handed_of(found: Values, question: str | None) -> dict[str, list[Values]]:
    """Return where sources have a claim from by its citations: by those of the question, else by any but of who."""
    counts: dict[str, list[Values]] = {}
    for chosen in ((question,),) if question else (("said", "so"),):
        for cited in found["citations"]:
            if cited.get("derived_from") and cited["stance"] in CARRIES and cited["bears_on"] in chosen:
                counts.setdefault(cited["source"], []).extend(cited["derived_from"])
    return counts


def without_loops(data: Data) -> Data:
    """Leave out the possible links upwards, so that no walk goes round."""
    straight = [
        {
            **found,
            "derived_from": [one for one in found["derived_from"] if int(one["source"][1:]) < int(found["id"][1:])],
        }
        for found in data["sources"]
    ]
    return {**data, "sources": straight}


@settings(max_examples=100)
@given(dossiers().map(without_loops))
def test_the_range_is_that_of_exhaustive_search(data: Data) -> None:
    """For all that carries a claim, and for each of the three questions."""
    found = counted(dossier_of(**data))
    for entry in data["claims"]:
        carrying = [one for one in entry["citations"] if one["stance"] in CARRIES]
        for question in (None, "said", "who", "so"):
            reports = [
                one["source"]
                for one in carrying
                if (one["bears_on"] == question if question else one["bears_on"] != "who")
                and (question != "who" or one["stance"] != "qualifies")
            ]
            others = handed_of(entry, None) if question in ("said", "so") else {}
            oracle = Oracle(data, others | handed_of(entry, question))
            count = found[entry["id"]].of[question] if question else found[entry["id"]].all  # type: ignore[index]
            assert (count.at_least, count.at_most) == oracle.range(reports)
            assert count.exact
            assert list(count.sources) == [
                id_ for id_ in dict.fromkeys(reports) if id_ in oracle.sources and oracle.stands(id_)
            ]


# What must never change them


def ends_of(found: Mapping[str, Origins], id_: str) -> list[tuple[int, int]]:
    """Return the range of a claim in all and for each question."""
    counts: list[Count] = [found[id_].all, *found[id_].of.values()]
    return [(count.at_least, count.at_most) for count in counts]


@settings(max_examples=100)
@given(dossiers(), st.data())
def test_a_copy_of_a_report_raises_neither_end(data: Data, draw: st.DataObject) -> None:
    """However often a text is printed again, and whoever prints it, it has not been confirmed."""
    before = counted(dossier_of(**data))
    cited = [
        (entry, one)
        for entry in data["claims"]
        for one in entry["citations"]
        if one["source"] in before[entry["id"]].of[one["bears_on"]].sources and one["stance"] in CARRIES
    ]
    if not cited:
        return
    entry, printed = draw.draw(st.sampled_from(cited))
    link = {"source": printed["source"], "how": draw.draw(st.sampled_from(KNOWN))}
    voice = draw.draw(st.sampled_from(({}, {"speaks_for": "army"}, {"publisher": "Press"}, {"published_by": "town"})))
    copy = {**paper("a-copy", **voice), "derived_from": [link]}
    again = {**entry, "citations": [*entry["citations"], {"source": "a-copy", "bears_on": printed["bears_on"]}]}
    claims = [again if other is entry else other for other in data["claims"]]
    after = counted(dossier_of(**{**data, "sources": [*data["sources"], copy], "claims": claims}))
    assert "a-copy" in after[entry["id"]].of[printed["bears_on"]].sources
    assert ends_of(after, entry["id"]) == ends_of(before, entry["id"])


@settings(max_examples=100)
@given(dossiers(), st.data())
def test_a_possible_link_never_narrows_the_range(data: Data, draw: st.DataObject) -> None:
    """What is not known is never taken for independence, nor for dependence."""
    of = draw.draw(st.sampled_from(data["sources"]))
    to = draw.draw(st.sampled_from(data["sources"]))["id"]
    more = [
        {**found, "derived_from": [*found["derived_from"], *links(f"{to}?")]} if found is of else found
        for found in data["sources"]
    ]
    before, after = counted(dossier_of(**data)), counted(dossier_of(**{**data, "sources": more}))
    for entry in data["claims"]:
        for (low, high), (least, most) in zip(ends_of(before, entry["id"]), ends_of(after, entry["id"]), strict=True):
            assert least <= low
            assert most >= high


@settings(max_examples=100)
@given(dossiers(), st.data())
def test_a_retracted_source_never_raises_the_number(data: Data, draw: st.DataObject) -> None:
    """Neither end, and no report comes to count by it."""
    gone = draw.draw(st.sampled_from(data["sources"]))
    fewer = [{**found, "retracted": "made up"} if found is gone else found for found in data["sources"]]
    before, after = counted(dossier_of(**data)), counted(dossier_of(**{**data, "sources": fewer}))
    assert after == counted(dossier_of(**data), gone["id"])
    for entry in data["claims"]:
        assert set(after[entry["id"]].all.sources) <= set(before[entry["id"]].all.sources)
        for (low, high), (least, most) in zip(ends_of(before, entry["id"]), ends_of(after, entry["id"]), strict=True):
            assert least <= low
            assert most <= high


@settings(max_examples=80)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(data: Data, chance: random.Random) -> None:
    """Nor that of the links of a source."""
    shuffled = {
        kind: [
            {**entry, "derived_from": chance.sample(entry["derived_from"], len(entry["derived_from"]))}
            if kind == "sources"
            else entry
            for entry in chance.sample(entries, len(entries))
        ]
        for kind, entries in data.items()
    }
    one, other = dossier_of(**data), dossier_of(**shuffled)
    assert counted(one) == counted(other)
    assert descent_of(one).circles == descent_of(other).circles


# By hand


VOICE = {"speaks_for": "army"}


def ends(*citations: str | Values, sources: Iterable[Values], actors: Iterable[Values] = ()) -> tuple[int, int]:
    count = counted(dossier_of(sources, [claim("c", *citations)], actors))["c"].all
    return count.at_least, count.at_most


def test_no_report_has_no_origin() -> None:
    """An empty dossier, a claim without citations, and one that cites what is not there."""
    assert counted(dossier_of([])) == {}
    assert ends(sources=[]) == (0, 0)
    assert ends("nowhere", sources=[paper("p")]) == (0, 0)
    assert counted(dossier_of([], [claim("c", "nowhere")]))["c"].all.fallen == ()


def test_ten_copies_of_one_statement_have_one_origin() -> None:
    """As with the destroyed trucks."""
    copies = [paper(f"p{n}", "statement") for n in range(10)]
    assert ends(*(f"p{n}" for n in range(10)), sources=[*copies, paper("statement", **VOICE)]) == (1, 1)


def test_a_diamond_has_one_origin() -> None:
    """Two ways to one root are no two roots."""
    sources = [paper("top", "left", "right"), paper("left", "root"), paper("right", "root"), paper("root", **VOICE)]
    assert ends("top", "left", "right", sources=sources) == (1, 1)


def test_two_parents_may_have_it_from_either() -> None:
    """The fewest is a hitting set: both can have it from b."""
    roots = [paper(id_, first_hand="saw it", publisher=id_) for id_ in "abc"]
    assert ends("x", "y", sources=[paper("x", "a", "b"), paper("y", "b", "c"), *roots]) == (1, 3)
    assert ends("x", "y", "c", sources=[paper("x", "a", "b"), paper("y", "b", "c"), *roots]) == (2, 3)


def test_what_is_not_recorded_raises_only_the_upper_end() -> None:
    """Two papers that do not say where they have it from may have it from each other."""
    assert ends("x", "y", sources=[paper("x"), paper("y")]) == (1, 2)
    assert ends("x", "y", sources=[paper("x", **VOICE), paper("y", first_hand="saw it")]) == (2, 2)
    assert ends("x", "y", sources=[paper("x", **VOICE), paper("y", "x?", first_hand="saw it")]) == (1, 2)
    perhaps = paper("y", "elsewhere?", first_hand="saw it", publisher="y")
    assert ends("x", "y", sources=[paper("x", **VOICE), perhaps, paper("elsewhere", speaks_for="town")]) == (1, 3)
    told = [paper("z", first_hand="saw it", publisher="z"), paper("y", "root"), paper("root", publisher="r")]
    assert ends("y", "z", sources=told) == (1, 2)
    open_too = [*told[:1], paper("y", "root", "z"), told[2], paper("w", first_hand="saw it", publisher="w")]
    assert ends("y", "w", sources=open_too) == (1, 3)
    assert ends("v", "w", sources=[*open_too[1:], paper("v", first_hand="saw it", speaks_for="town")]) == (2, 2)


def test_who_knew_at_first_hand_is_an_origin_beside_what_it_quotes() -> None:
    """A reporter who was there and cites the release may have it from either."""
    sources = [paper("release", **VOICE), paper("there", "release", first_hand="saw it")]
    assert ends("there", "release", sources=sources) == (1, 2)
    assert ends("there", sources=[{**sources[0], "retracted": "x"}, sources[1]]) == (1, 1)


def test_a_source_that_cites_itself_is_as_if_it_did_not() -> None:
    """With another parent and without."""
    assert ends("x", sources=[paper("x", "x")]) == (1, 1)
    assert ends("x", sources=[paper("x", "x", "root"), paper("root", **VOICE)]) == (1, 1)


def test_papers_that_cite_one_another_share_what_stands_behind_them() -> None:
    """And where nothing does, each may be the origin; the circle is told, unless a link of it is only possible."""
    ring = [paper("a", "b"), paper("b", "a")]
    assert ends("a", "b", sources=ring) == (1, 2)
    assert descent_of(dossier_of(ring)).circles == (("a", "b"),)
    fed = [paper("a", "b", "root"), paper("b", "a"), paper("root", **VOICE)]
    assert ends("a", "b", sources=fed) == (1, 1)
    perhaps = descent_of(dossier_of([paper("a", "b?"), paper("b", "a?")]))
    assert (perhaps.circles, perhaps.parents) == ((), {"a": (), "b": ()})
    assert perhaps.behind["a"].origins == {"a", "b"}


def test_a_possible_link_does_not_bring_back_what_fell() -> None:
    """Not even where it goes round, so that the two share what stands behind them."""
    gone = [paper("gone", retracted="made up"), paper("seen", "copy?", first_hand="saw it")]
    assert ends("copy", sources=[*gone, paper("copy", "gone")]) == (0, 0)
    assert ends("copy", sources=[*gone, paper("copy", "gone", "seen?")]) == (0, 0)


def test_a_possible_link_between_circles_takes_nothing_away() -> None:
    """Papers that are known to derive from one another alone stay possible origins."""
    ring = [paper("a", "b"), paper("b", "a"), paper("seen", "a?", first_hand="saw it")]
    assert ends("a", sources=ring) == (1, 2)
    assert ends("a", sources=[paper("a", "b", "seen?"), *ring[1:]]) == (1, 3)


def test_where_one_claim_comes_from_counts_for_that_claim_and_for_its_copies() -> None:
    """A paper with news of its own passed on one claim; who prints the paper again has that claim from there, too."""
    sources = [paper("paper", first_hand="saw it"), paper("copy", "paper"), paper("release", **VOICE)]
    passed_on = {"source": "paper", "derived_from": links("release")}
    assert ends("release", passed_on, "copy", sources=sources) == (1, 1)
    assert ends("release", "paper", "copy", sources=sources) == (2, 2)
    other = {"source": "paper", "derived_from": links("copy-of-release")}
    more = [*sources, paper("copy-of-release", first_hand="saw it")]
    assert ends("release", other, passed_on, sources=more) == ends("release", passed_on, other, sources=more) == (1, 2)
    twice = [{"source": "paper"}, passed_on]
    assert ends("release", *twice, sources=sources) == ends("release", *reversed(twice), sources=sources) == (1, 1)


def test_the_three_questions_are_counted_apart() -> None:
    """That it was said has one origin, who said it another; who only names the speaker is no report of the claim."""
    cited: list[Values] = [{"source": "a", "bears_on": "said"}, {"source": "b", "bears_on": "who"}, {"source": "c"}]
    found = counted(dossier_of([paper("a"), paper("b"), paper("c")], [claim("c", *cited)]))["c"]
    assert {word: count.sources for word, count in found.of.items()} == {"said": ("a",), "who": ("b",), "so": ("c",)}
    assert found.all.sources == ("a", "c")


def test_where_a_source_has_one_claim_from_counts_for_every_question_but_who() -> None:
    """Unless its citation for that question says otherwise; where it has the speaker's name from is another matter."""
    sources = [paper("paper", first_hand="saw it"), paper("release", **VOICE)]
    said = {"source": "paper", "bears_on": "said", "derived_from": links("release")}
    so, who = {"source": "paper"}, {"source": "paper", "bears_on": "who"}
    found = counted(dossier_of(sources, [claim("c", said, so, who)]))["c"].of
    assert {word: count.reports[0].origins for word, count in found.items()} == {
        "said": ("army",),
        "so": ("army",),
        "who": ("paper",),
    }


def test_the_passage_that_makes_a_claim_is_no_report_of_it() -> None:
    """Only of a document taken apart; another source that states it is one."""
    document = {
        "source": "a",
        "sha256": "0" * 64,
        "words": 1,
        "characters": 1,
        "about": "x",
        "published": "2016",
        "passages": [],
    }
    cited = ({"source": "a", "stance": "states"}, {"source": "b", "stance": "states"})
    dossier = dossier_of([paper("a"), paper("b")], [claim("c", *cited)], documents=[document])
    assert counted(dossier)["c"].all.sources == ("b",)


def test_what_comes_from_a_retracted_source_falls_with_it() -> None:
    """All of it is out; half of it may be, so that it still counts but raises only the upper end."""
    roots = [paper("gone", **VOICE, retracted="made up"), paper("left", first_hand="saw it")]
    sources = [*roots, paper("copy", "gone"), paper("copy-of-copy", "copy"), paper("half", "gone", "left")]
    found = counted(dossier_of(sources, [claim("c", "copy-of-copy", "half", "gone")]))["c"].all
    assert (found.sources, found.fallen) == (("half",), ("copy-of-copy", "gone"))
    assert [(report.origins, report.open) for report in found.reports] == [(("left",), True)]


def test_retracting_a_shared_root_does_not_make_two_origins_of_one() -> None:
    """Both may have had it from what fell, and then nothing of either is left."""
    sources = [paper("x", "gone", "a"), paper("y", "gone", "b"), paper("gone", **VOICE)]
    sources += [paper(id_, first_hand="saw it") for id_ in "ab"]
    assert ends("x", "y", sources=sources) == (1, 3)
    assert ends("x", "y", sources=[{**one, "retracted": "x"} if one["id"] == "gone" else one for one in sources]) == (
        1,
        2,
    )


def test_a_chain_as_long_as_one_likes() -> None:
    """Each copies the one before; there is one origin."""
    sources = [paper(f"s{n}", *([f"s{n + 1}"] if n < 1_999 else [])) for n in range(2_000)]
    (origin,) = counted(dossier_of(sources, [claim("c", "s0", "s1000")]))["c"].all.origins
    assert (origin.id, origin.roots, origin.reports) == ("s1999", ("s1999",), ("s0", "s1000"))


def test_a_ring_as_long_as_one_likes() -> None:
    """It is walked once, and all its members share what stands behind it."""
    sources = [paper(f"s{n}", f"s{(n + 1) % 2_000}") for n in range(2_000)]
    descent = descent_of(dossier_of(sources))
    assert len(descent.circles[0]) == 2_000
    assert len({id(behind) for behind in descent.behind.values()}) == 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_a_circle_is_the_shortest_there_is(edges: list[tuple[int, int]]) -> None:
    """Of each knot, found by walking every way."""
    parents = {n: sorted({to for of, to in edges if of == n}) for n in range(6)}
    sources = [paper(f"s{n}", *(f"s{to}" for to in parents[n])) for n in range(6)]
    descent = descent_of(dossier_of(sources))

    def rounds(way: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for to in parents[way[-1]]:
            if to == way[0] and way[0] == min(way):
                yield way
            elif to not in way:
                yield from rounds((*way, to))

    every = sorted((len(way), way) for n in range(6) for way in rounds((n,)))
    together = {n: {m for _, way in every if n in way for m in way} for n in range(6)}
    expected, met = [], set()
    for _, way in every:
        knot = reached(way[0], together)
        if not met & knot:
            met |= knot
            expected.append(tuple(f"s{n}" for n in way))
    assert descent.circles == tuple(sorted(expected))
    assert all(not found.fallen for found in descent.behind.values())


def reached(start: int, together: Mapping[int, set[int]]) -> set[int]:
    found = {start}
    while more := {other for id_ in found for other in together[id_]} - found:
        found |= more
    return found


# What the check says of circles


def read(sources: list[Values], claims: Iterable[Values] = ()) -> Dossier:
    """Return a dossier that knows its files."""
    files = {"sources": sources, "claims": list(claims)}
    texts = {name: yaml.dump(entries, sort_keys=False).encode() for name, entries in files.items() if entries}
    sheets = [load_text(name, f"data/{name}.yml", text)[0] for name, text in texts.items()]
    return read_model([sheet for sheet in sheets if sheet])[0]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=10))
def test_each_knot_of_known_links_is_told_once(edges: list[tuple[int, int, bool]]) -> None:
    """By its shortest circle with the line of every link, and what derives from itself beside that."""
    sources = [
        paper(f"s{n}", *sorted({f"s{to}{'' if sure else '?'}" for of, to, sure in edges if of == n})) for n in range(5)
    ]
    lines = yaml.dump(sources, sort_keys=False).splitlines()
    others = [
        {**one, "derived_from": [link for link in one["derived_from"] if link["source"] != one["id"]]}
        for one in sources
    ]
    found = {}
    for problem in derivation_circles(read(sources)):
        pairs = re.findall(r"`(s\d)` from `(s\d)` \(data/sources.yml:(\d+):", problem.message)
        for of, to, line in pairs:
            assert lines[int(line) - 1].endswith(f"source: {to}")
            assert [row for row in lines[: int(line)] if row.startswith("- id")][-1] == f"- id: {of}"
        if pairs:
            assert problem.mark.line == min(int(line) for _, _, line in pairs)
        found[tuple(of for of, _, _ in pairs) or (problem.message[1:3],)] = problem.rule
    itself = {(f"s{of}",) for of, to, sure in edges if sure and of == to}
    assert found == dict.fromkeys((*itself, *descent_of(dossier_of(others)).circles), "derivation-circle")


def test_a_circle_of_one_claim_is_told_with_the_claim() -> None:
    """Each of the questions alone: that it was said can have gone the other way than that it is so."""
    sources = [paper("a", "b"), paper("b")]
    back = {"source": "b", "derived_from": links("a")}
    (problem,) = derivation_circles(read(sources, [claim("c", "a", back)]))
    assert "`a` has the claim `c` from itself: `a` from `b` (data/sources.yml" in problem.message
    assert (problem.mark.path, problem.rule) == ("data/claims.yml", "derivation-circle")
    apart = [{**back, "bears_on": "said"}, {"source": "a", "derived_from": links("b")}]
    assert not list(derivation_circles(read([paper("a"), paper("b")], [claim("c", *apart)])))
    for harmless in ("a?", "nowhere"):
        given_ = {"source": "b", "derived_from": links(harmless)}
        assert not list(derivation_circles(read(sources, [claim("c", given_)])))


def test_no_circle_loads_no_graph_library() -> None:
    """`dossier check` starts quickly; what is slow to load waits until there is something to untangle."""
    code = (
        "import sys; from pathlib import Path; from dossier.pipeline import read;"
        "from dossier.analysis.origins.descent import descent_of;"
        "from dossier.check.derivations import derivation_circles;"
        "dossier = read(Path('data'))[0]; descent_of(dossier); assert not list(derivation_circles(dossier));"
        "assert dossier.sources and 'networkx' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env={**os.environ, "PYTHONPATH": "hooks"})


# The status that follows


def status(*citations: str | Values, sources: Iterable[Values] = (), actors: Iterable[Values] = (), **more: Any) -> str:
    dossier = dossier_of([*sources, paper("paper")], [claim("c", *citations, **more)], actors)
    descent = descent_of(dossier)
    return str(statuses_of(dossier, counted(dossier), descent.speakers)["c"])


def test_the_first_rule_that_fits_gives_the_status() -> None:
    """In the order of the Method page."""
    people = [actor("a"), actor("b"), actor("c-of-b", {"type": "spokesperson-of", "actor": "b"})]
    found = {"printed": "a", "found": "b"}
    disputed = {"source": "paper", "stance": "disputes"}
    assert status("paper", type="label", asserted_by=found, actors=people) == "label"
    assert status(disputed, asserted_by=found, actors=people) == "credited-elsewhere"
    assert status("paper", asserted_by={"printed": "b", "found": "c-of-b"}, actors=people) == "one-origin"
    assert status("paper", disputed) == "sources-disagree"
    assert status({"source": "paper", "stance": "refutes"}) == "sources-disagree"
    assert status() == "not-found"
    assert status("gone", sources=[paper("gone", retracted="x")]) == "withdrawn"
    assert status("gone", "paper", sources=[paper("gone", retracted="x")]) == "one-origin"
    assert status("paper") == "one-origin"
    assert status("paper", "other", sources=[paper("other")]) == "found-elsewhere"


def test_what_was_retracted_disputes_nothing() -> None:
    """Nor does what has all its content from there; the other side is counted like the claim's own."""
    gone = [paper("gone", retracted="made up"), paper("copy", "gone")]
    against = [{"source": id_, "stance": "disputes"} for id_ in ("gone", "copy")]
    assert status("paper", *against, sources=gone) == "one-origin"
    found = counted(dossier_of([*gone, paper("paper")], [claim("c", *against)]))["c"]
    assert (found.against.reports, found.against.fallen) == ((), ("gone", "copy"))


def test_a_build_shows_what_fell() -> None:
    """The facts that pages are filled from have the status and the reports that do not count."""
    sources = [paper("gone", retracted="made up"), paper("copy", "gone")]
    facts = index(dossier_of(sources, [claim("c", "copy")]))
    assert facts.status["c"] is Status.WITHDRAWN
    assert facts.origins["c"].all.fallen == ("copy",)
    assert "copy" not in facts.carried
