"""Figures side by side: intervals held against sampled numbers, readings and witnesses against exhaustive search."""

import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain, combinations
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small
from dossier.analysis import analyse
from dossier.analysis.figures.groups import Interval, at_odds_with_itself, conflicts_of, figures_of, interval
from dossier.analysis.figures.intervals import common
from dossier.analysis.figures.readings import readings_of, witnesses_of
from dossier.check.figures import figure_values, same_measure_same_unit, unit_factors
from dossier.load import SETTINGS
from dossier.model import Claim, Dossier, Measure
from dossier.model.settings import Unit
from dossier.model.words import Qualifier
from dossier.pipeline import read
from dossier.report.conflicts import allows, conflicts
from dossier.terminal import plain_words
from dossier.voice import voice_of
from small import PLAIN_SETTINGS, Entry, read_values

DATA = Path(__file__).parents[2] / "data"
WORDS = ("dozens", "hundreds", "several-hundred", "thousands", "tens-of-thousands")


def measure(value: str, qualifier: str = "exact", unit: str = "u", **more: str) -> Measure:
    return Measure.model_validate(
        {"of": "x", "scope": "s", "value": value, "qualifier": qualifier, "unit": unit, **more}
    )


def claim(id_: str, value: str, qualifier: str = "exact", unit: str = "u", **more: object) -> Claim:
    values = small.claim(id_, {"source": "paper"}, measure=measure(value, qualifier, unit), **more)
    return Claim.model_validate(values)


def holds(found: Interval | None, number: Fraction) -> bool:
    """Tell in the plainest way whether a number lies in an interval."""
    if found is None:
        return False
    above = found.least is None or (number > found.least if found.low_open else number >= found.least)
    below = found.most is None or (number < found.most if found.high_open else number <= found.most)
    return above and below


# From a figure to its interval


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        ("168", "exact", 168, 168),
        ("8000..9000", "exact", 8000, 9000),
        ("100", "about", 90, 110),
        ("100..200", "about", 90, 220),
        ("168", "more-than", 168, None),
        ("168", "at-least", 168, None),
        ("168", "less-than", None, 168),
        ("168", "at-most", None, 168),
        ("", "thousands", 2000, 9999),
        ("", "several-hundred", 300, 900),
        ("..9000", "exact", None, 9000),
        ("100..200", "less-than", None, 200),
        ("0.1", "exact", 0.1, 0.1),
        ("", "exact", None, None),
    ],
)
def test_a_figure_stands_for_an_interval(value: str, qualifier: str, low: float | None, high: float | None) -> None:
    """By the table of the Method page; an open end is open."""
    found = interval(measure(value, qualifier))
    assert (found.low, found.high) == (low, high)
    assert (found.low_open, found.high_open) == (qualifier == "more-than", qualifier == "less-than")


def test_a_side_without_a_bound_excludes_nothing() -> None:
    """There is no bound that could be excluded."""
    for qualifier in ("more-than", "at-least"):
        assert interval(measure("..9", qualifier)) == Interval(None, None)
    for qualifier in ("exact", "less-than", "at-most", "about"):
        assert interval(measure("", qualifier)) == Interval(None, None)


def test_numbers_are_exact_however_long() -> None:
    """No float in between, and no limit of digits."""
    assert interval(measure("0.1")).least == Fraction(1, 10)
    assert interval(measure("0.3", "about")).least == Fraction(27, 100)
    long = interval(measure("9" * 5_000))
    assert long.low == float("inf")
    assert long.least == 10**5_000 - 1


QUALIFIED = [
    ("168", "exact"), ("168", "more-than"), ("168", "at-least"), ("168", "less-than"), ("168", "at-most"),
]  # fmt: skip


@pytest.mark.parametrize("one", QUALIFIED, ids=str)
@pytest.mark.parametrize("other", QUALIFIED, ids=str)
def test_bounds_are_open_or_closed_to_the_point(one: tuple[str, str], other: tuple[str, str]) -> None:
    """More than 168 and exactly 168 do not overlap; at least 168 and at most 168 do, at 168."""
    apart = {
        frozenset(("exact", "more-than")), frozenset(("exact", "less-than")), frozenset(("more-than", "less-than")),
        frozenset(("more-than", "at-most")), frozenset(("at-least", "less-than")),
    }  # fmt: skip
    found = common((interval(measure(*one)), interval(measure(*other))))
    assert (found is None) == (frozenset((one[1], other[1])) in apart)


SMALL = st.integers(0, 6).map(Fraction)
BOUND = st.none() | SMALL


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A small interval that holds some number."""
    least, most = draw(BOUND), draw(BOUND)
    if least is not None and most is not None and least > most:
        least, most = most, least
    if least is not None and least == most:
        return Interval(least, most)
    return Interval(least, most, least is not None and draw(st.booleans()), most is not None and draw(st.booleans()))


SAMPLES = [Fraction(number, 4) for number in range(-8, 33)]
"""All bounds of small intervals, numbers between any two neighbours, and some beyond both ends."""


@settings(max_examples=150)
@given(st.lists(intervals(), max_size=5))
def test_what_all_intervals_allow_is_what_each_allows(given_: list[Interval]) -> None:
    """Number by number."""
    found = common(given_)
    assert [holds(found, number) for number in SAMPLES] == [
        all(holds(one, number) for one in given_) for number in SAMPLES
    ]


@settings(max_examples=50)
@given(intervals(), st.fractions(min_value=Fraction(1, 9), max_value=9))
def test_another_unit_allows_the_same(one: Interval, factor: Fraction) -> None:
    """Times a factor and back; bounds stay open or closed."""
    other = one.times(factor)
    assert other.times(1 / factor) == one
    assert [holds(one, number) for number in SAMPLES] == [holds(other, number * factor) for number in SAMPLES]


def test_an_empty_interval_is_empty() -> None:
    """A range that runs downwards, or a single number that is excluded."""
    for empty in (Interval(Fraction(2), Fraction(1)), Interval(Fraction(1), Fraction(1), low_open=True)):
        assert empty.empty
        assert common([empty]) is None
    assert not Interval(Fraction(1), Fraction(2), low_open=True, high_open=True).empty


# Readings and witnesses


def fewest_numbers(given_: Mapping[str, Interval]) -> int:
    """Return by trying all how many sampled numbers are needed to meet every interval."""
    met = {frozenset(id_ for id_, one in given_.items() if holds(one, number)) for number in SAMPLES}
    return next(
        size
        for size in range(len(given_) + 1)
        if any(set(chain(*chosen)) == set(given_) for chosen in combinations(met, size))
    )


NAMED = st.lists(intervals(), max_size=6).map(lambda found: {f"c{n}": one for n, one in enumerate(found)})


@settings(max_examples=150)
@given(NAMED)
def test_readings_are_the_fewest_numbers_that_meet_every_figure(given_: dict[str, Interval]) -> None:
    """As few as exhaustive search finds; each with all claims that allow it, and with what these allow together."""
    found, fits = readings_of(given_)
    assert len(found) == fewest_numbers(given_)
    assert set(fits) == set(given_)
    for number, reading in enumerate(found):
        fitting = [id_ for id_, (first, last) in fits.items() if first <= number <= last]
        inside = [sample for sample in SAMPLES if holds(reading.interval, sample)]
        assert reading.interval == common(given_[id_] for id_ in fitting)
        assert reading.only == tuple(id_ for id_ in fitting if fits[id_] == (number, number)) != ()
        # No number of a reading contradicts its claims, and the highest has no others.
        assert [id_ for id_, one in given_.items() if holds(one, inside[-1])] == fitting
        assert all(holds(given_[id_], sample) for sample in inside for id_ in fitting)


@settings(max_examples=150)
@given(NAMED)
def test_who_is_at_odds_has_a_witness_who_is(given_: dict[str, Interval]) -> None:
    """A figure is disputed exactly when it shares no number with some other one, and names one or two such others."""
    found = witnesses_of(given_)
    apart = {
        id_: {other for other in given_ if not any(holds(one, n) and holds(given_[other], n) for n in SAMPLES)}
        for id_, one in given_.items()
    }
    assert set(found) == {id_ for id_, others in apart.items() if others}
    for id_, others in found.items():
        assert set(others) <= apart[id_]
        assert len(set(others)) == len(others) <= 2
    assert bool(found) == (common(given_.values()) is None)


@settings(max_examples=50)
@given(NAMED, st.randoms(use_true_random=False))
def test_the_order_of_figures_changes_nothing(given_: dict[str, Interval], chance: random.Random) -> None:
    """Witnesses and readings are the same, whoever is asked first."""
    shuffled = dict(chance.sample(sorted(given_.items()), len(given_)))
    assert witnesses_of(given_) == witnesses_of(shuffled)
    (first, fits), (second, fits_again) = readings_of(given_), readings_of(shuffled)
    assert fits == fits_again
    assert [(one.interval, set(one.only)) for one in first] == [(one.interval, set(one.only)) for one in second]


def test_many_figures_take_no_long_time() -> None:
    """Nothing is compared with everything: this takes minutes if it is."""
    claims = [claim(f"c{n}", str(n % 5_000), "about") for n in range(10_000)]
    (group,) = figures_of([*claims, claim("all", "1", "at-least")])
    assert len(group.rows) == 10_001
    assert group.range is None
    assert len(group.fitting(0)) > 1
    assert group.rows[-1].fits == (1, len(group.readings) - 1)


# Groups


def test_figures_are_grouped_and_those_that_fell_do_not_count() -> None:
    """They are shown in their place, and marked."""
    gone = {"rank": "superseded", "reason": "x [@paper]"}
    (group,) = figures_of(
        [claim("a", "8000", "more-than"), claim("b", "10724"), claim("c", "8461", standing=gone), claim("d", "9..3")]
    )
    assert [(row.claim.id, row.counts, row.disputed) for row in group.rows] == [
        ("a", True, False), ("b", True, False), ("c", False, False), ("d", False, False),
    ]  # fmt: skip
    assert group.range == Interval(Fraction(10724), Fraction(10724))
    assert not group.conflict
    (reading,) = group.readings
    assert reading.only == group.fitting(0) == ("a", "b")


def test_one_figure_or_none_is_no_conflict() -> None:
    """With nothing to compare, nothing is at odds."""
    assert figures_of([]) == ()
    gone = {"rank": "deprecated", "reason": "x [@paper]"}
    for given_ in ([claim("a", "3")], [claim("a", "3", standing=gone)], [claim("a", "9..3")]):
        (group,) = figures_of(given_)
        assert not group.conflict
        assert conflicts_of([group]) == {}


def test_units_with_a_factor_are_compared_and_others_stand_apart() -> None:
    """In the unit of the first claim; the figure stays in its own."""
    claims = [
        claim("a", "3", "exact", "miles"), claim("b", "4.828032", "exact", "km"), claim("c", "5", "exact", "leagues"),
        claim("d", "1", "exact", "Meile"),
    ]  # fmt: skip
    german = Unit(unit="Meile", factor=7532.5, of="m")
    first, other = figures_of(claims, [german])
    assert (first.unit, other.unit) == ("miles", "leagues")
    assert [row.measure.unit for row in first.rows] == ["miles", "km", "Meile"]
    assert [row.interval.least for row in first.rows[:2]] == [3, 3]
    assert conflicts_of([first, other]) == {"a": ("d",), "b": ("d",), "d": ("a",)}
    assert len(figures_of(claims)) == 3


def test_a_tenth_and_a_fifth_are_three_tenths() -> None:
    """What floats make of 0.1 × 3 would be a conflict."""
    (group,) = figures_of(
        [claim("a", "0.3", unit="m"), claim("b", "3", unit="dm")], [Unit(unit="dm", factor=0.1, of="m")]
    )
    assert group.range == Interval(Fraction(3, 10), Fraction(3, 10))


# Rules


def dossier_of(claims: list[Entry], units: Iterable[Entry] = ()) -> Dossier:
    settings_values = PLAIN_SETTINGS | {"units": list(units)}
    return read_values({"sources": [small.source("paper")], "claims": claims, SETTINGS: settings_values})


def figure(id_: str, value: str, unit: str, **more: str) -> Entry:
    measured = {"of": "loss", "value": value, "unit": unit, "scope": "bridge", **more}
    return small.claim(id_, {"source": "paper"}, measure=measured)


def test_units_without_a_factor_are_told_once_with_both_places() -> None:
    """And how to declare one; with a factor there is nothing to tell."""
    claims = [
        figure("a", "1", "pounds"),
        figure("b", "1", "euros"),
        figure("c", "2", "euros"),
        figure("d", "1", "pounds"),
    ]
    (problem,) = same_measure_same_unit(dossier_of(claims))
    assert "counted in euros here and in pounds at data/claims.yml:" in problem.message
    assert "`- {unit: euros, factor: …, of: pounds}`" in problem.expected
    assert not problem.is_error
    assert not list(same_measure_same_unit(dossier_of(claims, [{"unit": "euros", "factor": "0.8", "of": "pounds"}])))


def test_contradictory_factors_are_told_with_the_places_of_the_others() -> None:
    """At the one that does not fit those before it."""
    units = [
        {"unit": "a", "factor": "2", "of": "b"},
        {"unit": "b", "factor": "3", "of": "c"},
        {"unit": "a", "factor": "7", "of": "c"},
        {"unit": "miles", "factor": "1.6", "of": "km"},
        {"unit": "x", "factor": "inf", "of": "y"},
    ]
    dossier = dossier_of([], units)
    places = [str(dossier.mark(":dossier", "units", number)) for number in (0, 1)]
    assert {(problem.mark, problem.message) for problem in unit_factors(dossier)} == {
        (
            dossier.mark(":dossier", "units", 2, "factor"),
            f"one of “a” is 7 of “c” here, but 6 by the factors at {', '.join(places)}",
        ),
        (
            dossier.mark(":dossier", "units", 3, "factor"),
            "one of “miles” is 1.6 of “km” here, but 1.609344 by the published factors",
        ),
        (dossier.mark(":dossier", "units", 4, "factor"), "inf is no factor"),
    }


def test_factors_too_large_for_a_float_are_told_like_any_other() -> None:
    """Nothing raises for bad data."""
    units: list[Entry] = [{"unit": f"u{n}", "factor": "1e300", "of": f"u{n + 1}"} for n in range(20)]
    (problem,) = unit_factors(dossier_of([], [*units, {"unit": "u0", "factor": "1", "of": "u20"}]))
    assert "E+6000" in problem.message


def test_the_figure_as_found_keeps_the_same_rules() -> None:
    """A figure is a figure, whoever gave it."""
    wrong = {"of": "loss", "value": "9..3", "unit": "u", "scope": "s"}
    (problem,) = figure_values(dossier_of([{**figure("a", "1", "u"), "as_found": wrong}]))
    assert "runs downwards" in problem.message


# Words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [
        ("168", "exact", "exactly 168 trucks"),
        ("168", "more-than", "more than 168 trucks"),
        ("168", "at-least", "at least 168 trucks"),
        ("168", "less-than", "less than 168 trucks"),
        ("168", "at-most", "at most 168 trucks"),
        ("", "thousands", "2,000 to 9,999 trucks"),
        ("", "exact", "any number"),
        ("9..3", "exact", "no number"),
    ],
)
def test_an_interval_in_words(value: str, qualifier: str, words: str) -> None:
    """As it would be said."""
    assert allows(interval(measure(value, qualifier)), "trucks", voice_of("en")) == words


@pytest.mark.parametrize("qualifier", list(Qualifier), ids=str)
def test_every_qualifier_has_words(qualifier: Qualifier) -> None:
    """Alone and met with another one."""
    own = interval(measure("" if qualifier in WORDS else "500", qualifier))
    for other in (interval(measure("400", "more-than")), interval(measure("900", "less-than"))):
        found = common((own, other))
        assert found is None or allows(found, "trucks", voice_of("en")).endswith(" trucks")


def said(dossier: Dossier) -> list[str]:
    section = conflicts(analyse(dossier), voice_of("en"))
    return [plain_words(line, dossier) for line in section.lead]


def test_a_dossier_without_figures_says_so() -> None:
    """And one with figures that agree says how."""
    assert said(dossier_of([])) == ["No two figures were found that measure the same thing in the same scope."]
    assert said(dossier_of([figure("a", "1", "u")])) == said(dossier_of([]))
    first, second = said(dossier_of([figure("a", "1", "u", qualifier="at-least"), figure("b", "5", "u")]))
    assert first.endswith("No figures were found that cannot all be right at once.")
    assert second.endswith("All figures can be right at once: exactly 5 u.")


def test_whose_figures_are_at_odds() -> None:
    """An origin that contradicts itself is named, and only if it does so with what goes back to it alone."""
    groups = figures_of([claim("a", "1"), claim("b", "2"), claim("c", "3"), claim("d", "3")])

    def origins(**names: str) -> dict[str, SimpleNamespace]:
        return {
            id_: SimpleNamespace(all=SimpleNamespace(origins=[SimpleNamespace(id=name) for name in found.split()]))
            for id_, found in names.items()
        }

    def at_odds(**names: str) -> tuple[str, ...]:
        return at_odds_with_itself(groups[0], origins(**names))  # type: ignore[arg-type]

    assert at_odds(a="x", b="x", c="y", d="y") == ("x",)
    assert at_odds(a="x", b="x y", c="y", d="y") == ()
    assert at_odds(a="", b="y", c="y", d="y") == ("y",)


# This dossier


@pytest.fixture(scope="module")
def published() -> Dossier:
    return read(DATA)[0]


def test_what_was_found_of_the_figures_in_this_dossier(published: Dossier) -> None:
    """The published findings; whoever changes one sees it here."""
    evidence = analyse(published)
    groups = [group for group in evidence.figures if len(group.rows) > 1]
    voice = voice_of("en")
    assert {
        (group.of, group.scope): [allows(reading.interval, group.unit, voice) for reading in group.readings]
        for group in groups
    } == {
        ("tanker trucks destroyed", "strike near Palmyra, 8 December 2016"): [
            "exactly 168 trucks", "more than 168 trucks",
        ],
        ("revenue lost", "strike near Palmyra, 8 December 2016"): [
            "more than 2,000,000 and at most 2,200,000 US dollars",
        ],
        ("people who left eastern Aleppo", "left with Russian help, announced 9 December 2016"): [
            "exactly 10,724 people",
        ],
        ("people who left eastern Aleppo", "left eastern Aleppo, announced 10 December 2016"): [
            "300 to 900 people", "more than 20,000 people",
        ],
        ("people in eastern Aleppo", "eastern Aleppo, 8-9 December 2016"): [
            "more than 100,000 and at most 110,000 people", "exactly 150,000 people", "more than 200,000 people",
        ],
    }  # fmt: skip
    by_measure = {(group.of, group.scope): group for group in groups}
    trucks = by_measure["tanker trucks destroyed", "strike near Palmyra, 8 December 2016"]
    assert at_odds_with_itself(trucks, evidence.origins) == ("us-led-coalition",)
    aleppo = by_measure["people in eastern Aleppo", "eastern Aleppo, 8-9 December 2016"]
    assert at_odds_with_itself(aleppo, evidence.origins) == ("united-nations",)
    assert [row.claim.id for row in aleppo.rows if not row.disputed] == ["aleppo-more-than-100000"]


def test_the_units_of_this_dossier_are_in_order(published: Dossier) -> None:
    """Nothing to warn of."""
    assert not [*same_measure_same_unit(published), *unit_factors(published), *figure_values(published)]
