"""The grades side by side, held against comparing every two pairs; and the rule for grade 1."""

import itertools
import random
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small
from dossier.analysis.grades import DIGITS, LETTERS, Grades, Grid, grades_of, tau_b
from dossier.analysis.origins.descent import descent_of
from dossier.check.evidence import graded
from dossier.report.grades import _order
from dossier.voice import voice_of
from small import Entry, modelled, read_values


def source(id_: str, grade: str) -> Entry:
    return small.source(id_, **({"reliability": {"grade": grade, "note": "n"}} if grade else {}))


def claim(id_: str, grade: str, *citations: Entry) -> Entry:
    return small.claim(id_, *citations, **({"credibility": {"grade": grade, "note": "n"}} if grade else {}))


def found(sources: Iterable[Entry], claims: Iterable[Entry]) -> Grades:
    dossier = modelled(sources=sources, claims=claims)
    return grades_of(dossier, descent_of(dossier))


def grid(pairs: list[tuple[int, int]]) -> Grid:
    counted = Counter(pairs)
    return tuple(tuple(counted[row, column] for column in range(5)) for row in range(5))


# Rank correlation


PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12)


def two_by_two(pairs: list[tuple[int, int]]) -> float | None:
    """Compare every pair with every other one; that is what tau-b means."""
    twos = list(itertools.combinations(pairs, 2))
    surplus = sum(((a > c) - (a < c)) * ((b > d) - (b < d)) for (a, b), (c, d) in twos)
    untied_row = sum(a != c for (a, _), (c, _) in twos)
    untied_column = sum(b != d for (_, b), (_, d) in twos)
    if not untied_row or not untied_column:
        return None
    sign = (surplus > 0) - (surplus < 0)
    return sign * sqrt(Fraction(surplus**2, untied_row * untied_column))


@settings(max_examples=150)
@given(PAIRS)
def test_the_correlation_is_that_of_comparing_every_two(pairs: list[tuple[int, int]]) -> None:
    """Counted from a table, the same as from the pairs themselves."""
    ours, plain = tau_b(grid(pairs)), two_by_two(pairs)
    assert (ours is None) == (plain is None)
    if ours is not None and plain is not None:
        assert isclose(ours, plain, abs_tol=1e-12)
        assert -1 <= round(ours, 12) <= 1


@given(PAIRS)
def test_the_correlation_turns_round_with_one_scale_and_not_with_the_order_of_scales(
    pairs: list[tuple[int, int]],
) -> None:
    """A scale upside down changes the sign; exchanging the two changes nothing."""
    ours = tau_b(grid(pairs))
    turned = tau_b(grid([(row, 4 - column) for row, column in pairs]))
    exchanged = tau_b(grid([(column, row) for row, column in pairs]))
    assert (ours is None) == (turned is None) == (exchanged is None)
    if ours is not None and turned is not None and exchanged is not None:
        assert isclose(ours, -turned, abs_tol=1e-12)
        assert isclose(ours, exchanged, abs_tol=1e-12)


@pytest.mark.parametrize("pairs", [[], [(0, 0)], [(2, 1)] * 9, [(2, 1), (2, 3)], [(1, 4), (3, 4)]])
def test_without_two_different_grades_on_both_sides_there_is_no_correlation(pairs: list[tuple[int, int]]) -> None:
    """Nothing to rank is not the same as no connection."""
    assert tau_b(grid(pairs)) is None


def test_grades_that_rise_together_correlate_fully() -> None:
    """All on the diagonal is 1, all against it is −1."""
    assert tau_b(grid([(n, n) for n in range(5)])) == pytest.approx(1)
    assert tau_b(grid([(n, 4 - n) for n in range(5)])) == pytest.approx(-1)


@pytest.mark.parametrize(
    ("tau", "begins"),
    [
        (None, "How far the one grade follows the other cannot be computed"),
        (0.21, "Better graded sources tend to stand with better"),
        (-0.21, "Better graded sources tend to stand with worse"),
        (-0.001, "Neither grade follows the other to any extent worth naming: rank correlation 0."),
    ],
)
def test_the_words_say_which_way_it_goes(tau: float | None, begins: str) -> None:
    """And never «minus nought»."""
    assert _order(Grades(grid([]), tau, 0, 0, 0, 0, ()), voice_of("en")).startswith(begins)


# Which pairs


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_pairs_are_of_claims_and_sources_in_their_support(pick: random.Random) -> None:
    """Each source once for each claim, whatever else it is cited for; the order of entries changes nothing."""
    sources = tuple(source(f"s{n}", pick.choice(("", *"ABCDEF"))) for n in range(5))
    stances = ("states", "supports", "repeats", "qualifies", "disputes", "refutes")
    claims = tuple(
        claim(
            f"c{n}",
            pick.choice(("", *"123456")),
            *(
                {
                    "source": f"s{pick.randrange(6)}",
                    "stance": pick.choice(stances),
                    "bears_on": pick.choice(("so", "said", "who")),
                }
                for _ in range(pick.randint(0, 5))
            ),
        )
        for n in range(6)
    )
    made, result = modelled(sources=sources, claims=claims), found(sources, claims)
    assert found(sources[::-1], claims[::-1]) == result
    for row, letter in enumerate(LETTERS):
        for column, digit in enumerate(DIGITS):
            assert result.pairs[row][column] == sum(
                any(
                    cited.source == one.id and cited.bears_on != "who" and cited.stance in stances[:3]
                    for cited in other.citations
                )
                for one in made.sources
                if one.reliability and one.reliability.grade == letter
                for other in made.claims
                if other.credibility and other.credibility.grade == digit
            )
    assert result.total == sum(number for row in result.pairs for number in row)
    assert result.on_diagonal == sum(result.pairs[number][number] for number in range(5))


def test_an_empty_dossier_has_no_grades() -> None:
    """Nothing is divided by nothing."""
    assert found((), ()) == Grades(grid([]), None, 0, 0, 0, 0, ())


# Grade 1


def complaint(sources: str, citations: str, grade: str = "1") -> str:
    """Return what the rule says of one claim with this grade, read from YAML so that it has a place."""
    claims = f"""
- id: c
  text: x
  asserted_by: {{voice: own}}
  credibility: {{grade: "{grade}", note: n}}
  citations: [{citations}]
"""
    boss = {"type": "part-of", "actor": "mayor"}
    actors = [small.actor("mayor"), small.actor("clerk", relations=[boss]), small.actor("bishop")]
    dossier = read_values({"sources": sources.encode(), "claims": claims.encode(), "actors": actors})
    said = list(graded(dossier))
    assert all(
        (problem.mark.path, problem.mark.line, problem.rule) == ("data/claims.yml", 5, "grade-one") for problem in said
    )
    return " ".join(problem.message for problem in said)


def papers(*more: str) -> str:
    plain = "type: news, short: S, language: en, extent: whole, checked: read, verdict: x"
    return "\n".join(f"- {{id: s{number}, {plain}{extra}}}" for number, extra in enumerate(more))


@pytest.mark.parametrize(
    ("sources", "citations", "says"),
    [
        (papers(", first_hand: Saw it.", ", first_hand: Saw it."), "{source: s0}, {source: s1}", ""),
        (papers(", speaks_for: mayor", ", speaks_for: bishop"), "{source: s0}, {source: s1}", ""),
        (papers(", speaks_for: mayor", ", speaks_for: clerk"), "{source: s0}, {source: s1}", "may go back to one"),
        (papers("", ""), "{source: s0}, {source: s1}", "both sources that support it may go back to one origin"),
        (papers(", first_hand: Saw it.", ""), "{source: s0}, {source: s1}", "may go back to one"),
        (
            papers(", first_hand: Saw it.", ", derived_from: [{source: s0, how: reprint}]"),
            "{source: s0}, {source: s1}",
            "may go back to one",
        ),
        (papers(", first_hand: Saw it."), "{source: s0}, {source: s0}", "one source alone"),
        (papers(""), "", "no source is cited"),
        (papers(""), "{source: gone}", "no source is cited"),
        (
            papers(", first_hand: Saw it.", ", first_hand: Saw it."),
            "{source: s0}, {source: s1, stance: disputes}",
            "one source alone",
        ),
        (
            papers(", first_hand: Saw it.", ", first_hand: Saw it."),
            "{source: s0, bears_on: said}, {source: s1, bears_on: said}",
            "no source is cited",
        ),
        (
            papers(", first_hand: Saw it.", ", first_hand: Saw it., retracted: Wrong."),
            "{source: s0}, {source: s1}",
            "one source alone",
        ),
    ],
)
def test_grade_one_needs_two_origins_that_can_be_shown(sources: str, citations: str, says: str) -> None:
    """Copies, two voices of one body and sources nobody traced confirm nothing."""
    said = complaint(sources, citations)
    assert says in said
    assert bool(says) == bool(said)


def test_other_grades_need_nothing() -> None:
    """Only grade 1 speaks of independent origins."""
    assert not complaint(papers(""), "{source: s0}", "2")
