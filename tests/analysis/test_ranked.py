"""Figures in order of size: those that can be compared are found as by looking at each, and without doing so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_superlatives import Entry, made

from dossier.analysis.figures.intervals import Interval
from dossier.analysis.superlatives import larger
from dossier.analysis.superlatives.comparable import FIRST, LAST, MOST, Moment, Span
from dossier.analysis.superlatives.counted import Figure
from dossier.analysis.superlatives.ranked import Ranked
from dossier.analysis.superlatives.tested import superlatives_of
from dossier.model import Claim

MOMENTS: tuple[Moment, ...] = (FIRST, (2015, 1, 1), (2016, 1, 1), (2017, 1, 1), LAST)


def figure(number: int, scope: str, last: Moment) -> Figure:
    return Figure(f"c{number}", "x", scope, ("x", ""), 1, Interval(None, None), None, Span(FIRST, last), False, True)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(MOMENTS), st.booleans()), max_size=12),
    st.sampled_from(MOMENTS),
    st.sampled_from("abcd"),
)
def test_found_is_what_a_look_at_each_finds(drawn: list[tuple[str, Moment, bool]], until: Moment, scope: str) -> None:
    """In the order given, of other scopes, not over before, and only what was added."""
    figures = [figure(number, of, last) for number, (of, last, _) in enumerate(drawn)]
    ranked = Ranked(figures)
    here = [one for one, (_, _, added) in zip(figures, drawn, strict=True) if added]
    for one in reversed(here):
        ranked.add(one)
    expected = [one.claim for one in here if one.scope != scope and one.span.last >= until]
    assert [one.claim for one in ranked.lasting(until, scope)] == expected


def sized(id_: str, **more: object) -> Entry:
    measure = {"of": "stones", "value": "5", "unit": "stones", "scope": id_, **more.pop("measure", {})}  # type: ignore[dict-item]
    return {"id": id_, "measure": measure, **more}


@pytest.mark.parametrize(
    ("others", "own"),
    [
        ({"measure": {"value": "9"}, "when": "2010"}, {"compare": {"when": "2016"}}),
        ({"measure": {"value": "9", "scope": "here"}}, {"measure": {"scope": "here"}}),
        ({}, {}),
        ({"measure": {"qualifier": "at-least", "scope": "here"}}, {"measure": {"scope": "here"}}),
        ({"measure": {"value": "9"}}, {}),
    ],
    ids=["over before", "same scope", "as large", "maybe larger, same scope", "larger"],
)
def test_no_superlative_is_held_against_every_figure(
    others: Entry, own: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be compared is not even looked at, however large it is."""
    looked: list[Interval] = []

    def above(one: Interval, other: Interval) -> bool:
        looked.append(one)
        return bool(one.floor >= other.ceiling)

    monkeypatch.setattr(larger, "surely_above", above)
    entries = [sized(f"f{number}", **others) for number in range(500)]
    entries += [sized(f"l{number}", type="largest", **own) for number in range(5)]
    claims: tuple[Claim, ...] = made(entries).claims
    superlatives_of(made(entries), claims)
    assert len(looked) <= 5 * 2 * (MOST + 2)
