"""What falls with a source, against taking the sources out one by one."""

import random
from collections.abc import Iterable, Mapping
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from papers import Values, claim, counted, dossier_of, dossiers, links, paper

from dossier.analysis import analyse
from dossier.analysis.origins.descent import descent_of
from dossier.analysis.origins.falls import Falls, falls_of, without
from dossier.model import Dossier
from dossier.report.falls import loss_section, resting_section
from dossier.report.origins import origins
from dossier.report.section import Section, To
from dossier.voice import voice_of

Data = dict[str, list[Values]]


def falls(dossier: Dossier) -> Falls:
    evidence = analyse(dossier)
    return falls_of(evidence.claims, dossier, evidence.descent)


@settings(max_examples=100)
@given(dossiers())
def test_a_claim_rests_on_what_it_cannot_do_without(data: Data) -> None:
    """The sources of its chain are exactly those whose removal leaves it without a report."""
    dossier = dossier_of(**data)
    found = falls(dossier)
    before = counted(dossier)
    for entry in data["claims"]:
        needed = {
            source["id"]
            for source in data["sources"]
            if before[entry["id"]].all.reports and not counted(dossier, source["id"])[entry["id"]].all.reports
        }
        assert set(found.chain[entry["id"]]) == needed
        assert {source for source, ids in found.resting.items() if entry["id"] in ids} == needed
        assert len(found.chain[entry["id"]]) == len(needed)


@settings(max_examples=80)
@given(dossiers())
def test_the_one_nearest_the_origin_comes_last(data: Data) -> None:
    """Each source of a chain falls with the next one."""
    plain = [
        {**entry, "citations": [{k: v for k, v in one.items() if k != "derived_from"} for one in entry["citations"]]}
        for entry in data["claims"]
    ]
    dossier = dossier_of(data["sources"], plain, data["actors"])
    for chain in falls(dossier).chain.values():
        for nearer, farther in pairwise(chain):
            assert descent_of(dossier, (farther,)).behind[nearer].fallen


@settings(max_examples=80)
@given(dossiers(), st.data())
def test_a_loss_is_the_difference_of_two_countings(data: Data, draw: st.DataObject) -> None:
    """Reports, range and status before and after; what is not told is the same."""
    dossier = dossier_of(**data)
    gone = draw.draw(st.sampled_from(data["sources"]))["id"]
    loss = without(dossier, gone)
    before, after = analyse(dossier), analyse(dossier, (gone,))
    told = {change.claim: change for change in (*loss.lost, *loss.weakened, *loss.changed)}
    for entry in data["claims"]:
        old, new = before.origins[entry["id"]].all, after.origins[entry["id"]].all
        was, becomes = before.status[entry["id"]], after.status[entry["id"]]
        change = told.get(entry["id"])
        pairs = (
            (len(old.reports), len(new.reports)),
            (old.at_least, new.at_least),
            (old.at_most, new.at_most),
            (was, becomes),
        )
        assert (change[1:] if change else None) == (pairs if any(a != b for a, b in pairs) else None)
    assert {change.claim for change in loss.lost} == set(falls(dossier).resting.get(gone, ()))


@settings(max_examples=50)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(data: Data, chance: random.Random) -> None:
    """Neither what rests on what nor in which order it is told."""
    shuffled = {kind: chance.sample(entries, len(entries)) for kind, entries in data.items()}
    one, other = dossier_of(**data), dossier_of(**shuffled)
    assert falls(one) == falls(other)
    assert list(falls(one).resting) == list(falls(other).resting)
    assert without(one, "p0") == without(other, "p0")


def chain(*citations: str | Values, sources: Iterable[Values]) -> tuple[str, ...]:
    return falls(dossier_of(sources, [claim("c", *citations)])).chain["c"]


ROOT = paper("root", speaks_for="army")


def test_copies_rest_on_what_they_copy() -> None:
    """A chain rests on every link of it, copies of it on what they share, a diamond on its ends."""
    assert chain("a", sources=[paper("a", "b"), paper("b", "root"), ROOT]) == ("a", "b", "root")
    assert chain("a", "b", sources=[paper("a", "b"), paper("b", "root"), ROOT]) == ("b", "root")
    assert chain("a", "b", sources=[paper("a", "root"), paper("b", "root"), ROOT]) == ("root",)
    diamond = [paper("top", "left", "right"), paper("left", "root"), paper("right", "root"), ROOT]
    assert chain("top", sources=diamond) == ("top", "root")


def test_what_is_open_is_a_path_of_its_own() -> None:
    """A report that may come from elsewhere does not rest on what it may come from."""
    assert chain("a", "b", sources=[paper("a", "root"), paper("b"), ROOT]) == ()
    assert chain("a", "b", sources=[paper("a", "root"), paper("b", "root?"), ROOT]) == ()
    assert chain("a", "b", sources=[paper("a", "root"), paper("b", "root", first_hand="saw it"), ROOT]) == ()


def test_a_possible_link_is_no_support() -> None:
    """What is known to come from one source falls with it, whatever else it may have."""
    sources = [paper("a", "root", "other?"), ROOT, paper("other", first_hand="saw it")]
    assert chain("a", "root", sources=sources) == ("root",)


def test_nothing_rests_on_what_fell_already() -> None:
    """The path that is left is the one that counts."""
    sources = [paper("a", "gone", "root"), paper("gone", retracted="made up"), ROOT]
    assert chain("a", "gone", sources=sources) == ("a", "root")
    assert chain("gone", sources=sources) == ()


def test_where_a_claim_comes_from_counts_for_the_copies_too() -> None:
    """By the derivation of this one claim."""
    sources = [paper("paper", first_hand="saw it"), paper("copy", "paper"), ROOT]
    passed_on = {"source": "paper", "derived_from": links("root")}
    assert chain(passed_on, "copy", sources=sources) == ("paper", "root")
    assert chain(passed_on, "root", sources=sources) == ("root",)


def test_circles_do_no_harm() -> None:
    """Of sources, of one with itself, and for one claim."""
    assert chain("a", "b", sources=[paper("a", "b"), paper("b", "a")]) == ()
    assert chain("a", sources=[paper("a", "a")]) == ("a",)
    back = {"source": "root", "derived_from": links("a")}
    assert chain(back, "a", sources=[paper("a", "root"), ROOT]) == ()


def test_an_empty_dossier_and_a_source_that_is_not_there() -> None:
    """Nothing rests on anything, nothing is lost."""
    assert falls(dossier_of([])) == Falls({}, {})
    assert without(dossier_of([]), "nowhere").lost == ()


def test_a_dispute_that_falls_changes_the_status() -> None:
    """No report is lost, and still something changes."""
    disputed = {"source": "b", "stance": "disputes"}
    loss = without(dossier_of([paper("a"), paper("b")], [claim("c", "a", disputed)]), "b")
    assert (loss.lost, loss.weakened) == ((), ())
    assert [tuple(map(str, change.status)) for change in loss.changed] == [("sources-disagree", "one-origin")]


# In words


def said(section: Section) -> str:
    """Return the sentences and cells of a section, entries by their id."""
    cells = [cell for row in (section.table.rows if section.table else ()) for cell in row]
    runs = (*section.lead, *cells, *section.limits)
    return "\n".join("".join(word.id if isinstance(word, To) else str(word) for word in run) for run in runs)


def sections(dossier: Dossier, gone: str = "nowhere") -> Mapping[str, str]:
    evidence, voice = analyse(dossier), voice_of("en")
    found = {
        "origins": origins(evidence, voice),
        "falls": resting_section(falls(dossier), evidence, voice),
        "without": loss_section(without(dossier, gone), evidence, voice),
    }
    for name, section in found.items():
        assert section.name == name
        table = section.table
        assert not table or {len(row) for row in table.rows} == {len(table.columns)}
    return {name: said(section) for name, section in found.items()}


def test_an_empty_dossier_in_words() -> None:
    """Says that there is nothing, in sentences."""
    found = sections(dossier_of([]))
    assert found["origins"] == "No claim is recorded."
    assert found["falls"] == "No claim was found whose reports all lead through one source."
    assert found["without"] == "Left out: nowhere.\nNo claim would lose a report or change its status."


def test_the_findings_in_words() -> None:
    """What goes back to one origin, what rests on one source, and what would fall with it."""
    copies = [paper(f"p{n}", "root") for n in range(3)]
    claims = [claim("told", "p0", "p1", "p2"), claim("again", "p1"), claim("open", "p1", "x"), claim("none")]
    found = sections(dossier_of([*copies, ROOT, paper("x")], claims), "root")
    for sentence in (
        "Claims of which all reports found go back to one origin: 2 of 4.",
        "1 of them has more than one report: 3 reports in all, and still one origin each.",
        "Most often that origin is army: 2 claims go back to it alone.",
        "1 claim may have more than one origin; that there are two is certain for none, by what is recorded.",
        "For 1 claim no report that counts was found beside the document itself.",
        "3 reports, 1 origin",
        "2 reports, 1 to 2 origins",
        "Where 1 source has a claim from is not recorded or not certain; it raises the upper end only.",
    ):
        assert sentence in found["origins"]
    assert "2 claims rest on one source alone each" in found["falls"]
    assert "Most rest on root: 2 claims." in found["falls"]
    for sentence in (
        "2 claims would lose their last report.",
        "1 more claim would keep a report, but lose others or change in its origins.",
        "With it would fall, as all they have comes from it: p0, p1, p2.",
        "3, then 0",
        "1–2, then 1",
        "One origin, then Support fell",
    ):
        assert sentence in found["without"]


def test_a_retracted_source_in_words() -> None:
    """It is named, with the claims that fell; leaving it out once more changes nothing."""
    found = sections(dossier_of([paper("gone", retracted="x"), paper("a", "gone")], [claim("c", "a")]), "gone")
    assert "Retracted, so that they no longer count: gone." in found["falls"]
    assert "What supported these claims fell with what was retracted: c." in found["falls"]
    assert "It does not count as it is, since it is recorded as retracted." in found["without"]
