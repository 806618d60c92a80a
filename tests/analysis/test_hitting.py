"""The fewest things that meet every set, against trying all of them; beyond the budget a bound that holds."""

from collections.abc import Collection
from itertools import combinations
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis.origins.hitting import fewest

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=12)


def by_trying(sets: Collection[frozenset[str]]) -> int:
    """Return the size of the smallest choice of things that meets every set."""
    things = sorted(frozenset().union(*sets))
    return next(
        number
        for number in range(len(things) + 1)
        for chosen in combinations(things, number)
        if all(found & set(chosen) for found in sets)
    )


@settings(max_examples=150)
@given(SETS)
def test_the_fewest_are_those_of_trying_all(sets: list[frozenset[str]]) -> None:
    """And proven to be enough."""
    assert fewest(sets) == (by_trying(sets), True)


@settings(max_examples=150)
@given(SETS, st.integers(0, 60))
def test_beyond_the_budget_the_number_is_a_bound(sets: list[frozenset[str]], budget: int) -> None:
    """It says so, and fewer will not do; where it says nothing, the number is the fewest."""
    number, exact = fewest(sets, budget)
    assert number == by_trying(sets) if exact else number <= by_trying(sets)


def test_a_search_that_was_cut_short_says_so() -> None:
    """Of the six pairs of four things two can be apart from one another, but it takes three things to meet all."""
    pairs = [frozenset(pair) for pair in combinations("abcd", 2)]
    assert fewest(pairs) == (3, True)
    assert fewest(pairs, 0) == (2, False)


@given(SETS, st.randoms(use_true_random=False))
def test_the_order_of_the_sets_changes_nothing(sets: list[frozenset[str]], chance: object) -> None:
    """Not even where the budget ends."""
    other = list(sets)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert fewest(other, 20) == fewest(sets, 20)


def test_nothing_needs_nothing() -> None:
    """A claim without reports."""
    assert fewest([]) == (0, True)


def test_a_ring_of_thousands_of_sets_neither_hangs_nor_falls_over() -> None:
    """No set contains another and nothing gives way, so that the search has to begin; it ends in time."""
    number = 3_000
    ring = [frozenset((f"{n:04}", f"{(n + 1) % number:04}")) for n in range(number)]
    started = perf_counter()
    found = fewest(ring)
    assert number / 3 <= found.number <= number / 2
    assert perf_counter() - started < 5
