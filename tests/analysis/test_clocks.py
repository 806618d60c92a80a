"""The two clocks, held against a recomputation of every day from scratch on small random dossiers."""

import random
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis import analyse, interval
from dossier.analysis.clocks.publication import Clocks, CreditChange, FigureChange
from dossier.analysis.clocks.walk import clocks_of
from dossier.analysis.origins.counts import Count, count, origins_of
from dossier.analysis.origins.descent import descent_of
from dossier.model import Citation, Claim
from dossier.report.clocks import at_once, worded
from dossier.voice import voice_of
from small import Data, Entry, actor, claim, document, event, modelled, source

LAST_DAY = {
    "2016-12-08": (2016, 12, 8),
    "2016-12-09": (2016, 12, 9),
    "2016-12-09?": (2016, 12, 9),
    "2016-12-09~": (2016, 12, 9),
    "[2016-12-07..2016-12-09]": (2016, 12, 9),
    "2016-12-10/2016-12-12": (2016, 12, 12),
    "../2016-12-08": (2016, 12, 8),
    "2016-12": (2016, 12, 31),
    "2016-12-08/..": None,
    "XXXX-12-08": None,
    None: None,
}
"""Dates as written, with the day by which a source so dated had been published; worked out by hand."""

SHARP = {"2016-12-08", "2016-12-09"}
CARRYING = {"states", "supports", "repeats", "qualifies"}


def cites(source_: str, stance: str = "supports", bears_on: str = "so", **more: Any) -> Entry:
    return {"source": source_, "stance": stance, "bears_on": bears_on, **more}


def found_in(data: Data, without: Iterable[str] = ()) -> Clocks:
    made = modelled(**data)
    return clocks_of(made, descent_of(made, tuple(without)))


FIGURES = st.fixed_dictionaries(
    {
        "of": st.sampled_from("xy"),
        "unit": st.just("u"),
        "scope": st.just("s"),
        "value": st.integers(1, 3).map(str),
        "qualifier": st.sampled_from(("exact", "more-than")),
    }
)
CITATIONS = st.builds(
    cites,
    st.integers(0, 6).map(lambda n: f"s{n}"),
    st.sampled_from(("states", "supports", "repeats", "qualifies", "disputes", "refutes")),
    st.sampled_from(("said", "so", "who")),
)
WHEN = st.sampled_from(("2016-12-08", "2016-12-09~", "2016-12-06/2016-12-12", "2016-12-05/2016-12-12", "2016-12"))


@st.composite
def any_source(draw: st.DrawFn, number: int) -> Entry:
    """A source that may derive from any and from none, speak for somebody, or be retracted."""
    return source(
        f"s{number}",
        draw(st.sampled_from(list(LAST_DAY))),
        derived_from=[
            {"source": f"s{parent}", "how": draw(st.sampled_from(("cites", "unknown")))}
            for parent in draw(st.lists(st.integers(0, 7), max_size=2, unique=True))
        ],
        **({"speaks_for": "a0"} if draw(st.booleans()) else {}),
        **({"retracted": "x"} if draw(st.integers(0, 9)) == 0 else {}),
    )


@st.composite
def any_claim(draw: st.DrawFn, number: int) -> Entry:
    """A claim that may have speakers, as printed and as found, and a figure."""
    drawn = {name: draw(st.sampled_from((None, "a0", "a1", "a2"))) for name in ("printed", "found")}
    speakers = {name: speaker for name, speaker in drawn.items() if speaker}
    more = {"measure": draw(FIGURES)} if draw(st.booleans()) else {}
    cited = draw(st.lists(CITATIONS, max_size=6))
    return claim(f"c{number}", *cited, asserted_by={"voice": "own", **speakers}, **more)


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """Sources with all kinds of dates, one of them taken apart; claims with figures, speakers and any citations."""
    above = draw(st.sampled_from(([], [{"type": "part-of", "actor": "a0"}])))
    return {
        "sources": [draw(any_source(n)) for n in range(draw(st.integers(1, 6)))],
        "claims": [draw(any_claim(n)) for n in range(draw(st.integers(0, 4)))],
        "events": [event(f"e{n}", draw(WHEN), citations=[cites("s0")]) for n in range(draw(st.integers(0, 3)))],
        "actors": [actor(id_, type="people", relations=above if id_ == "a1" else []) for id_ in ("a0", "a1", "a2")],
        "documents": [document("s0")] if draw(st.booleans()) else [],
    }


def change_of(entry: Claim, said: list[Claim]) -> str:
    """Hold a figure against every one said before it."""
    assert entry.measure
    mine = interval(entry.measure)
    before = [interval(other.measure) for other in said if other.measure and other.measure.of == entry.measure.of]
    if not before:
        return "first"
    up = all(one.high is not None and (mine.high is None or mine.high > one.high) for one in before)
    down = all(one.low is not None and (mine.low is None or mine.low < one.low) for one in before)
    return "widened" if up and down else "raised" if up else "lowered" if down else "within"


Day = tuple[int, int, int]


class Plainly:
    """A dossier, of which everything is worked out anew from all citations of sources published by a day, or by none.

    `last` is the last day that counts; without one, nothing has been published.
    """

    def __init__(self, data: Data) -> None:
        made = modelled(**data)
        self.claims, self.descent = made.claims, descent_of(made)
        self.issued = {entry["id"]: entry.get("issued") for entry in data["sources"]}
        self.day_of = {id_: LAST_DAY[issued] for id_, issued in self.issued.items()}
        self.documents = {entry["source"] for entry in data["documents"]}

    def by(self, entry: Claim, last: Day | None) -> list[Citation]:
        return [one for one in entry.citations if (day := self.day_of.get(one.source)) and last and day <= last]

    def says(self, entry: Claim, last: Day | None) -> bool:
        return any(one.bears_on != "who" and one.stance in CARRYING - {"qualifies"} for one in self.by(entry, last))

    def against(self, entry: Claim, last: Day | None) -> set[str]:
        told = [one for one in self.by(entry, last) if one.bears_on != "who"]
        return {one.source for one in told if one.stance in ("disputes", "refutes")}

    def counted(self, entry: Claim, last: Day) -> Count:
        carrying = [one for one in self.by(entry, last) if _carries(one)]
        reports = [one for one in carrying if not (one.stance == "states" and one.source in self.documents)]
        return count(reports, self.descent)

    def who(self, entry: Claim, last: Day | None) -> dict[str, set[str]]:
        speakers = entry.asserted_by
        differs = speakers.found and speakers.found != speakers.printed
        up = [set(self.descent.speakers.above(one)) for one in (speakers.printed, speakers.found) if one]
        elsewhere = differs and len(up) == 2 and not up[0] & up[1]
        found: dict[str, set[str]] = {}
        for one in self.by(entry, last):
            if one.bears_on == "who" and one.stance in ("disputes", "refutes"):
                found.setdefault("questioned", set()).add(one.source)
            elif one.bears_on == "who" and one.stance in ("states", "supports", "repeats") and differs:
                found.setdefault("corrected" if elsewhere else "named", set()).add(one.source)
        return found

    def said(self, day: Day, before: Day | None) -> list[tuple[Any, ...]]:
        found = []
        for entry in self.claims:
            today = {one.source for one in entry.citations if self.day_of.get(one.source) == day and _carries(one)}
            if today:
                counts = self.counted(entry, day)
                first = self.says(entry, day) and not self.says(entry, before)
                numbers = (len(counts.reports), counts.at_least, counts.at_most)
                found.append((entry.id, first, tuple(sorted(today)), *numbers))
        return sorted(found)

    def figures(self, day: Day, before: Day | None) -> list[tuple[str, str]]:
        earlier = [other for other in self.claims if self.says(other, before)]
        return sorted(
            (entry.id, change_of(entry, earlier))
            for entry in self.claims
            if entry.measure and self.says(entry, day) and not self.says(entry, before)
        )

    def disputed(self, day: Day, before: Day | None) -> list[tuple[str, tuple[str, ...], bool]]:
        return sorted(
            (entry.id, tuple(sorted(self.against(entry, day))), not self.says(entry, day))
            for entry in self.claims
            if self.against(entry, day) and not self.against(entry, before)
        )

    def credits(self, day: Day, before: Day | None) -> list[tuple[str, str, tuple[str, ...]]]:
        return sorted(
            (entry.id, change, tuple(sorted(sources)))
            for entry in self.claims
            for change, sources in self.who(entry, day).items()
            if change not in self.who(entry, before)
        )

    def totals(self, day: Day) -> tuple[int, int, int, int]:
        counts = [self.counted(entry, day) for entry in self.claims]
        reports = [report for one in counts for report in one.reports]
        certain = {one.origins[0] for one in reports if len(one.origins) == 1 and not one.open}
        return (
            sum(self.says(entry, day) for entry in self.claims),
            len(reports),
            max(len(certain), bool(reports)),
            len({origin.id for one in counts for origin in one.origins}),
        )


def _carries(one: Citation) -> bool:
    return one.bears_on != "who" and one.stance in CARRYING


def from_scratch(data: Data) -> dict[Day, Entry]:
    """Say of every day what there is to say, from all citations of sources published by then, and by the day before."""
    plainly = Plainly(data)
    days = sorted({day for day in plainly.day_of.values() if day})
    told = {}
    for before, day in pairwise((None, *days)):
        today = sorted(id_ for id_, other in plainly.day_of.items() if other == day)
        told[day] = {
            "sources": today,
            "vague": [id_ for id_ in today if plainly.issued[id_] not in SHARP],
            "said": plainly.said(day, before),
            "figures": plainly.figures(day, before),
            "disputed": plainly.disputed(day, before),
            "credits": plainly.credits(day, before),
            "totals": plainly.totals(day),
        }
    return told


@settings(max_examples=150)
@given(dossiers())
def test_every_day_is_what_it_is_when_told_from_scratch(data: Data) -> None:
    """Walking from day to day gives what looking at all citations anew for each day gives."""
    found = found_in(data)
    assert {
        day.day: {
            "sources": list(day.sources),
            "vague": list(day.vague),
            "said": list(day.said),
            "figures": [(item.claim, item.change) for item in day.figures],
            "disputed": list(day.disputed),
            "credits": sorted(day.credits),
            "totals": day.totals,
        }
        for day in found.days
    } == from_scratch(data)
    assert list(found.undated) == sorted(
        entry["id"] for entry in data["sources"] if LAST_DAY[entry.get("issued")] is None
    )


@settings(max_examples=60)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(data: Data, chance: random.Random) -> None:
    """Nor does that of the citations of a claim, as none says on its own from where it has the claim."""
    shuffled = {name: chance.sample(entries, len(entries)) for name, entries in data.items()}
    shuffled["claims"] = [
        {**entry, "citations": chance.sample(entry["citations"], len(entry["citations"]))}
        for entry in shuffled["claims"]
    ]
    assert found_in(shuffled) == found_in(data)


@settings(max_examples=60)
@given(dossiers())
def test_the_last_day_has_the_count_of_the_whole_dossier(data: Data) -> None:
    """Where every source has a date, what had been said by the last day is all there is."""
    data["sources"] = [{**entry, "issued": entry.get("issued") or "2016"} for entry in data["sources"]]
    data["sources"] = [
        {**entry, "issued": "2016" if LAST_DAY.get(entry["issued"], 1) is None else entry["issued"]}
        for entry in data["sources"]
    ]
    made = modelled(**data)
    origins = origins_of(made, descent_of(made))
    last = found_in(data).days[-1].totals
    assert last.reports == sum(len(one.all.reports) for one in origins.values())
    assert last.at_most == len({origin.id for one in origins.values() for origin in one.all.origins})
    assert last.at_least <= last.at_most


def test_a_day_holds_what_happened_on_it() -> None:
    """An event of up to a week stands on each publication day it may be of; a longer one on none."""
    events = [
        event(id_, when)
        for id_, when in (
            ("day", "2016-12-09"),
            ("week", "2016-12-06/2016-12-12"),
            ("eight-days", "2016-12-05/2016-12-12"),
            ("other", "2016-12-08"),
            ("since", "2016-12-09/.."),
        )
    ]
    (day,) = found_in({"sources": [source("s", "2016-12-09")], "events": events}).days
    assert day.happened == ("week", "day")


def figure(value: str, qualifier: str = "exact") -> Entry:
    return {"measure": {"of": "x", "unit": "u", "scope": "s", "value": value, "qualifier": qualifier}}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (("168", "exact"), ("168", "more-than"), FigureChange.RAISED),
        (("168", "more-than"), ("169", "exact"), FigureChange.WITHIN),
        (("168", "exact"), ("168", "exact"), FigureChange.WITHIN),
        (("168", "exact"), ("20", "exact"), FigureChange.LOWERED),
        (("168", "more-than"), ("20", "exact"), FigureChange.LOWERED),
        (("20..30", "exact"), ("10..40", "exact"), FigureChange.WIDENED),
        (("20..30", "exact"), ("..40", "exact"), FigureChange.WIDENED),
        (("..40", "exact"), ("50", "exact"), FigureChange.RAISED),
    ],
)
def test_a_figure_is_held_against_those_before(
    before: tuple[str, str], after: tuple[str, str], change: FigureChange
) -> None:
    """Raised if it reaches higher than any of an earlier day, lowered if lower; those of one day stand side by side."""
    sources = [source("s1", "2016-12-08"), source("s2", "2016-12-09")]
    claims = [claim("a", cites("s1"), **figure(*before)), claim("b", cites("s2"), **figure(*after))]
    first, second = found_in({"sources": sources, "claims": claims}).days
    assert [item.change for item in first.figures] == [FigureChange.FIRST]
    assert second.figures == (("b", change, "a", "a"),)
    both = [claim("a", cites("s1"), **figure(*before)), claim("b", cites("s1"), **figure(*after))]
    day, _ = found_in({"sources": sources, "claims": both}).days
    assert {item.change for item in day.figures} == {FigureChange.FIRST}


def test_a_claim_can_be_disputed_before_it_is_said() -> None:
    """A report of the day before says otherwise; a limit is no first saying, and one of who spoke is none either."""
    sources = [source(f"s{n}", f"2016-12-0{n}") for n in range(1, 6)]
    citations = [cites("s1", "disputes"), cites("s2", "qualifies"), cites("s3", "supports", "who"), cites("s4")]
    found = found_in({"sources": sources, "claims": [claim("c", *citations, cites("s5", "refutes"))]})
    assert [[item.early for item in day.disputed] for day in found.days] == [[True], [], [], [], []]
    assert [[(item.first, item.reports) for item in day.said] for day in found.days] == [
        [],
        [(False, 1)],
        [],
        [(True, 2)],
        [],
    ]
    assert at_once(found) == ("c",)


def test_who_said_it_is_questioned_corrected_and_named_apart() -> None:
    """Each once; a speaker of the same house is named more closely, one of another house is another speaker."""
    sources = [source("s1", "2016-12-08"), source("s2", "2016-12-09")]
    of_a = [{"type": "spokesperson-of", "actor": "a"}]
    people = [actor("a", type="people"), actor("b", type="people"), actor("of-a", type="people", relations=of_a)]
    who = [cites("s1", "disputes", "who"), cites("s2", "refutes", "who"), cites("s2", "supports", "who")]
    claims = [
        claim(found, *who, asserted_by={"voice": "credited", "printed": "a", "found": found})
        for found in ("a", "b", "of-a")
    ]
    first, second = found_in({"sources": sources, "claims": claims, "actors": people}).days
    assert [item.change for item in first.credits] == [CreditChange.QUESTIONED] * 3
    assert [(item.claim, item.change) for item in second.credits] == [
        ("b", CreditChange.CORRECTED),
        ("of-a", CreditChange.NAMED),
    ]


def test_what_was_retracted_had_been_said_and_what_is_left_out_had_not() -> None:
    """Neither counts as a report."""
    data = {
        "sources": [source("s1", "2016-12-08", retracted="x"), source("s2", "2016-12-09")],
        "claims": [claim("c", cites("s1"), cites("s2"))],
    }
    assert [(day.said[0].first, day.said[0].reports) for day in found_in(data).days] == [(True, 0), (False, 1)]
    assert [day.sources for day in found_in(data, ["s2"]).days] == [("s1",)]


def test_nothing_and_circles_and_strangers_are_taken() -> None:
    """An empty dossier, sources that derive from one another and from themselves, and citations of nothing."""
    assert found_in({}) == Clocks()
    sources = [
        source(id_, "2016-12-08", derived_from=[{"source": other, "how": "cites"}])
        for id_, other in (("s1", "s2"), ("s2", "s1"), ("s3", "s3"), ("s4", "nobody"))
    ]
    claims = [claim("c", *(cites(id_) for id_ in ("s1", "s2", "s3", "s4", "nobody")))]
    (day,) = found_in({"sources": sources, "claims": claims}).days
    assert day.said[0].reports == 4


def said(data: Data) -> Any:
    made = modelled(**data)
    return worded(clocks_of(made, descent_of(made)), analyse(made), voice_of("en"))


def flat(lines: Iterable[Iterable[Any]]) -> str:
    return " / ".join("".join(part if isinstance(part, str) else f"<{part.id}>" for part in line) for line in lines)


def test_the_report_says_it_in_words() -> None:
    """On a dossier where nothing is found, and on one where everything is."""
    assert flat(said({}).lead) == "No source with a date was found."
    sources = [source("s1", "2016-12-08"), source("s2", "2016-12"), source("s3")]
    claims = [
        claim("a", cites("s1"), cites("s2", "disputes"), **figure("168")),
        claim("b", cites("s2"), cites("s2", "disputes"), **figure("168", "more-than")),
    ]
    section = said({"sources": sources, "claims": claims})
    assert flat(section.lead) == (
        "The sources stand on 2 days, from 8 December 2016 to 31 December 2016. / "
        "Most was new on 8 December 2016: 1 of 2 claims, not found before. / "
        "Against 1 claim something was published on the day it was first said, or before: <b>."
    )
    assert flat(section.table.rows[1]) == (
        "31 December 2016 / 1 (1 by this day, or before it) / 1 / 2 claims, 2 reports, 1 to 2 origins / "
        "<b>: raised: reaches higher than the figures before (before: <a>); <a>: disputed (<s2>); <b>: disputed (<s2>)"
    )
    assert flat(section.limits).endswith("1 source has no date or no last day, and stands on no day: <s3>")
