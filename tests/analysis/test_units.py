"""Units: the published factors, those a dossier declares, and what happens where they contradict each other."""

import random
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis.figures.published import PUBLISHED
from dossier.analysis.figures.units import units_of
from dossier.model.settings import Unit
from dossier.voice import voice_of


def declared(*rows: tuple[str, float, str]) -> list[Unit]:
    return [Unit(unit=unit, factor=factor, of=of) for unit, factor, of in rows]


def factor(one: str, other: str, *rows: tuple[str, float, str]) -> Fraction | None:
    return units_of(declared(*rows)).factor(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("miles", "kilometres", "1.609344"),
        ("feet", "m", "0.3048"),
        ("square miles", "km2", "2.589988110336"),
        ("acres", "square feet", "43560"),
        ("oil barrels", "US gallons", "42"),
        ("barrels of oil", "litres", "158.987294928"),
        ("cubic metres", "litres", "1000"),
        ("tonnes", "kg", "1000"),
        ("weeks", "hours", "168"),
        ("years", "months", "12"),
        ("million US dollars", "US dollars", "1000000"),
        ("thousands of people", "people", "1000"),
        ("hundred thousand people", "million people", "0.1"),
        ("billion barrels of oil", "million barrels of oil", "1000"),
        ("million", "thousand", "1000"),
        ("US dollars a month", "US dollars a year", "12"),
        ("million US dollars per year", "US dollars a month", "1000000/12"),
        ("barrels a day", "thousand barrels a week", "0.007"),
        ("km/h", "metres per second", "5/18"),
        ("trucks", "trucks", "1"),
        ("  square   miles ", "square miles", "1"),
    ],
)
def test_a_published_factor(one: str, other: str, expected: str) -> None:
    """Exact, in both directions."""
    whole = Fraction(expected)
    assert factor(one, other) == whole
    assert factor(other, one) == 1 / whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("truck", "trucks"),
        ("US dollars", "euros"),
        ("days", "months"),
        ("US dollars a day", "US dollars a month"),
        ("US dollars", "US dollars a month"),
        ("tons", "tonnes"),
        ("barrels", "litres"),
        ("pounds", "lb"),
        ("metres", "square metres"),
        ("kilograms", "litres"),
        ("people", "men"),
        ("M", "m"),
    ],
)
def test_no_factor_is_guessed(one: str, other: str) -> None:
    """What could be meant otherwise stays apart."""
    assert factor(one, other) is None


def test_the_published_table_is_in_order() -> None:
    """A name once, a base whose own factor is 1, a standard for each."""
    names = [name for unit in PUBLISHED for name in unit.names]
    assert len(names) == len(set(names))
    bases = {unit.of: unit.factor for unit in PUBLISHED if unit.of in unit.names}
    assert {unit.of for unit in PUBLISHED} == set(bases)
    assert set(bases.values()) == {1}
    assert all(unit.standard for unit in PUBLISHED)


def test_a_dossier_in_any_language_declares_its_own() -> None:
    """Directly, over several steps, with a rate, and joined to the published ones."""
    rows = (
        ("Tonnen", 1, "tonnes"),
        ("Zentner", 50, "kg"),
        ("Fuder", 20, "Zentner"),
        ("Tonnen im Monat", 12, "Tonnen im Jahr"),
        ("قنطار", 256, "kg"),
        ("Mark", 1.5, "Gulden"),
    )
    assert factor("Tonnen", "Fuder", *rows) == 1
    assert factor("Tonnen im Monat", "Tonnen im Jahr", *rows) == 12
    assert factor("قنطار", "Tonnen", *rows) == Fraction("0.256")
    assert factor("million Mark a month", "Gulden a year", *rows) == 18_000_000
    assert factor("Mark", "Zentner", *rows) is None


def test_a_declared_rate_hangs_together_with_what_it_counts() -> None:
    """Whatever stands first in the list."""
    rows = [("mph", 1.609344, "km/h"), ("league", 3, "miles"), ("month", 28, "days"), ("league a month", 1, "crawl")]
    for order in (rows, rows[::-1]):
        assert factor("league per hour", "mph", *order) == 3
        assert factor("crawl", "miles a day", *order) == Fraction(3, 28)


def test_factors_that_contradict_each_other_are_told_and_not_used() -> None:
    """All that hang together with the wrong one, since nobody knows which it is; the others are used."""
    rows = (("a", 2, "b"), ("b", 3, "c"), ("c", 4, "d"), ("a", 7, "c"), ("x", 5, "y"))
    units = units_of(declared(*rows))
    assert units.contradictions == ((3, 6, (0, 1)),)
    assert units.factor("a", "b") is None
    assert units.factor("c", "d") is None
    assert units.factor("x", "y") == 5
    assert units_of(declared(*rows[:3], ("a", 6, "c"))).contradictions == ()


def test_a_factor_that_contradicts_the_published_one() -> None:
    """The published one is used."""
    units = units_of(declared(("miles", 1.6, "km"), ("tonnes a month", 13, "tonnes a year"), ("a", 2, "a")))
    assert [(found.number, found.factor, found.others) for found in units.contradictions] == [
        (0, Fraction("1.609344"), ()),
        (1, 12, ()),
        (2, 1, ()),
    ]
    assert units.factor("miles", "km") == Fraction("1.609344")


def test_what_is_no_number_is_left_out() -> None:
    """The rule `unit-factor` reports it."""
    assert factor("a", "b", ("a", float("inf"), "b")) is None


FACTORS = st.sampled_from((0.1, 0.2, 0.3, 0.3048, 2.0, 3.0, 7.0, 1e-5, 12.0))


@st.composite
def consistent(draw: st.DrawFn) -> tuple[dict[str, Fraction], list[Unit]]:
    """Units with a true size each, and declared factors between them that come from these sizes."""
    sizes = {f"u{n}": draw(st.fractions(min_value=1, max_value=9, max_denominator=4)) for n in range(6)}
    names = sorted(sizes)
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=9))
    exact = [(one, sizes[one] / sizes[other], other) for one, other in pairs]
    # Only factors that can be written down exactly: 1/3 cannot, and is a contradiction if another way gives it.
    return sizes, [
        Unit(unit=one, factor=float(ratio), of=other)
        for one, ratio, other in exact
        if Fraction(repr(float(ratio))) == ratio
    ]


@settings(max_examples=100)
@given(consistent(), st.randoms(use_true_random=False))
def test_every_way_gives_the_same_factor(made: tuple[dict[str, Fraction], list[Unit]], chance: random.Random) -> None:
    """Units are comparable when a chain of declared factors joins them, and then by the ratio of their sizes."""
    sizes, rows = made
    units, again = units_of(rows), units_of(chance.sample(rows, len(rows)))
    assert units.contradictions == ()
    near = {name: {name} for name in sizes}
    for _ in sizes:
        for row in rows:
            for group in near.values():
                if {row.unit, row.of} & group:
                    group |= {row.unit, row.of}
    for one in sizes:
        for other in sizes:
            expected = sizes[one] / sizes[other] if other in near[one] else None
            assert units.factor(one, other) == expected
            assert again.factor(one, other) == expected
            assert units.factor(f"million {one} a year", f"{other} a month") == (
                None if expected is None else expected * 1_000_000 / 12
            )


@settings(max_examples=60)
@given(st.lists(FACTORS, min_size=1, max_size=6), FACTORS)
def test_a_circle_is_a_contradiction_unless_it_multiplies_to_one(chain: list[float], last: float) -> None:
    """A chain of factors closed by one more."""
    names = [f"u{n}" for n in range(len(chain) + 1)]
    rows = [(one, number, other) for (one, other), number in zip(pairwise(names), chain, strict=True)]
    product = Fraction(1)
    for number in chain:
        product *= Fraction(repr(number))
    units = units_of(declared(*rows, (names[0], last, names[-1])))
    if product == Fraction(repr(last)):
        assert units.contradictions == ()
    else:
        assert units.contradictions == ((len(chain), product, tuple(range(len(chain)))),)


def test_many_factors_take_no_long_time() -> None:
    """A chain of thousands, and as many contradictions."""
    rows = [(f"u{n}", 2.0, f"u{n + 1}") for n in range(3_000)]
    assert factor("u0", "u3000", *rows) == Fraction(2) ** 3_000
    wrong = [(f"u{n}", 3.0, f"u{n + 1}") for n in range(3_000)]
    assert len(units_of(declared(*rows, *wrong)).contradictions) == 3_000


def test_the_method_page_prints_every_factor_exactly() -> None:
    """The table written by hand for this dossier has the units the program goes by, with all their digits."""
    method = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
    voice = voice_of("en")
    rows = [f"| {unit.names[0]} | {voice.exact(unit.factor)} {unit.of} | {unit.standard} |" for unit in PUBLISHED]
    assert [row for row in rows if row not in method] == []
