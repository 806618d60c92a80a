"""What each thing needs comes before it, and a circle is told."""

from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.analysis.ordering import GoesRound, needed_first

NAMES = "abcdefg"


@given(st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES))))
def test_it_agrees_with_the_standard_library(found: dict[str, set[str]]) -> None:
    """On whether there is an order at all, and that what is given is one."""
    needs = {name: found.get(name, set()) for name in NAMES}
    try:
        list(TopologicalSorter(needs).static_order())
    except CycleError:
        with pytest.raises(GoesRound):
            needed_first(needs)
        return
    order = needed_first(needs)
    assert sorted(order) == sorted(NAMES)
    assert all(order.index(other) < order.index(name) for name in NAMES for other in needs[name])
