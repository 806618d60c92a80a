"""What changed on the way: figures against sampling what they allow, and each kind of change by hand."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small
from dossier.analysis.figures.groups import Interval, interval
from dossier.analysis.origins.speakers import speakers_of
from dossier.analysis.wording import Change, ChangeKind, Side, changes_of, figure_change, within
from dossier.model import Measure
from dossier.report.wording import change_named
from dossier.voice import voice_of
from small import Entry, claim, modelled, source


def figure(value: str, qualifier: str = "exact", **more: Any) -> Measure:
    return Measure.model_validate(
        {"of": "boats", "value": value, "qualifier": qualifier, "unit": "boats", "scope": "harbour", **more}
    )


def actor(id_: str, *above: str) -> Entry:
    return small.actor(id_, relations=[{"type": "spokesperson-of", "actor": other} for other in above])


ACTORS = (actor("harbour"), actor("master", "harbour"), actor("mayor"))


def changes(**fields: Any) -> list[Change]:
    """Return the changes of one claim in a small dossier."""
    dossier = modelled(actors=ACTORS, sources=[source("paper")], claims=[claim("c", **fields)])
    return list(changes_of(dossier, dossier.claims, speakers_of(dossier)))


# Figures


NUMBERS = st.integers(1, 4)
FIGURES = st.one_of(
    st.builds(
        lambda number, word: figure(str(number * 100), word),
        NUMBERS,
        st.sampled_from(("exact", "about", "more-than", "at-least", "less-than", "at-most")),
    ),
    st.builds(lambda low, more: figure(f"{low * 100}..{(low + more) * 100}"), NUMBERS, NUMBERS),
    st.sampled_from(("dozens", "hundreds", "several-hundred", "thousands")).map(lambda word: figure("", word)),
)


def allowed(given: Interval) -> set[float]:
    """Return which of many numbers a figure allows: every bound a figure here can have, and what lies between them."""
    bounds = [number * 10.0 for number in range(300)]
    samples = {n for bound in (*bounds, 24.0, 99.0, 999.0, 2000.0, 9999.0) for n in (bound - 0.5, bound, bound + 0.5)}
    return {
        number
        for number in samples
        if (given.low is None or number > given.low or (number == given.low and not given.low_open))
        and (given.high is None or number < given.high or (number == given.high and not given.high_open))
    }


@settings(max_examples=150)
@given(FIGURES, FIGURES)
def test_one_figure_lies_within_another_if_all_it_allows_does(one: Measure, other: Measure) -> None:
    """Open ends and all."""
    inner, outer = interval(one), interval(other)
    assert within(inner, outer) == (allowed(inner) <= allowed(outer))


@settings(max_examples=150)
@given(FIGURES, FIGURES)
def test_a_figure_turned_round_is_the_opposite_change(one: Measure, other: Measure) -> None:
    """Nothing stays nothing, and what was more exact becomes less exact or open."""
    there, back = figure_change(one, other), figure_change(other, one)
    assert (there is None) == (back is None) == (allowed(interval(one)) == allowed(interval(other)))
    if there is ChangeKind.PRECISION_ADDED:
        assert back is ChangeKind.ROUNDED or back is ChangeKind.LIMIT_DROPPED
    if there is ChangeKind.LIMIT_ADDED:
        assert back is ChangeKind.LIMIT_DROPPED


@pytest.mark.parametrize(
    ("printed", "found", "kind"),
    [
        (figure("168"), figure("168"), None),
        (figure("2000..9999"), figure("", "thousands"), None),
        (figure("168"), figure("168", "about"), "precision-added"),
        (figure("450"), figure("", "hundreds"), "precision-added"),
        (figure("100..200"), figure("50..300"), "precision-added"),
        (figure("200", "more-than"), figure("200", "at-least"), "precision-added"),
        (figure("200", "less-than"), figure("200", "at-most"), "precision-added"),
        (figure("200", "at-most"), figure("200", "less-than"), "rounded"),
        (figure("168"), figure("168", "more-than"), "limit-dropped"),
        (figure("168", "about"), figure("168", "more-than"), "limit-dropped"),
        (figure("500"), figure("400", "at-least"), "limit-dropped"),
        (figure("168", "more-than"), figure("168"), "limit-added"),
        (figure("8000", "more-than"), figure("8461"), "rounded"),
        (figure("8500", "about"), figure("8461"), "rounded"),
        (figure("", "hundreds"), figure("450"), "rounded"),
        (figure("8000"), figure("8461"), "rounded"),
        (figure("9000"), figure("8461"), "rounded"),
        (figure("1.5"), figure("1.46"), "rounded"),
        (figure("8461"), figure("8000"), "figure-changed"),
        (figure("8000"), figure("9461"), "figure-changed"),
        (figure("168"), figure("186"), "figure-changed"),
        (figure("10000"), figure("9000"), "rounded"),
        (figure("100..200"), figure("150..300"), "figure-changed"),
        (figure("", "dozens"), figure("", "hundreds"), "figure-changed"),
        (figure("2", unit="fleets"), figure("2"), "unit-changed"),
        (figure("2", scope="river"), figure("2"), "scope-changed"),
        (figure("2", of="ships"), figure("3"), "scope-changed"),
    ],
)
def test_each_kind_of_change_of_a_figure(printed: Measure, found: Measure, kind: str | None) -> None:
    """One kind for each; the order in which they are tried decides."""
    assert figure_change(printed, found) == kind


def test_a_figure_that_is_reported_as_broken_stops_nothing() -> None:
    """A range that runs downwards and a figure without a value are for the rules to tell."""
    assert figure_change(figure("9..3"), figure("5")) is not None
    assert figure_change(figure(""), figure("5")) is ChangeKind.ROUNDED


def test_an_estimate_that_is_told_as_a_fact() -> None:
    """It is a change of its own, beside that of the number."""
    told = changes(measure=figure("168").model_dump(), as_found=figure("170", "about", estimate=True).model_dump())
    assert [change.kind for change in told] == ["precision-added", "estimate-dropped"]
    assert told[0] == Change(
        "c",
        ChangeKind.PRECISION_ADDED,
        Side(figure=figure("168")),
        Side(figure=figure("170", "about", estimate=True)),
    )
    turned = changes(measure=figure("1", estimate=True).model_dump(), as_found=figure("1").model_dump())
    assert [change.kind for change in turned] == ["estimate-added"]
    assert not changes(measure=figure("1").model_dump())
    assert not changes(as_found=figure("1").model_dump())


# Speakers and words of doubt


@pytest.mark.parametrize(
    ("said_by", "kind"),
    [
        ({"printed": "mayor", "found": "master"}, "credited-elsewhere"),
        ({"printed": "harbour", "found": "master"}, "named-more-closely"),
        ({"printed": "master", "found": "harbour"}, "named-more-closely"),
        ({"voice": "own", "found": "master"}, "not-credited"),
        ({"voice": "unnamed", "found": "master", "wording": "reportedly"}, "not-named"),
        ({"printed": "mayor", "found": "mayor"}, None),
        ({"printed": "mayor"}, None),
        ({}, None),
        ({"printed": "gone", "found": "mayor"}, None),
        ({"printed": "mayor", "found": "gone"}, None),
    ],
)
def test_each_kind_of_change_of_the_speaker(said_by: dict[str, str], kind: str | None) -> None:
    """Another organisation, the same one named more closely, or a speaker where none is credited."""
    expected = [
        Change(
            "c",
            ChangeKind(kind),
            Side(said_by.get("printed", ""), said_by.get("wording", "")),
            Side(said_by.get("found", "")),
        )
        for _ in (kind,)
        if kind
    ]
    assert changes(asserted_by=said_by) == expected


def test_words_of_doubt_that_were_lost_or_added() -> None:
    """With the source where they stand; those that were kept are no change."""
    told = changes(
        hedges=[
            {"words": "kept", "fate": "kept"},
            {"words": "perhaps", "fate": "dropped", "source": "paper"},
            {"words": "about", "fate": "dropped", "source": "gone"},
            {"words": "reportedly", "fate": "added"},
        ]
    )
    assert told == [
        Change("c", ChangeKind.HEDGE_LOST, found=Side(words="perhaps"), source="paper"),
        Change("c", ChangeKind.HEDGE_LOST, found=Side(words="about")),
        Change("c", ChangeKind.HEDGE_ADDED, Side(words="reportedly")),
    ]


def test_an_empty_dossier_has_no_changes() -> None:
    """And nothing to fail on."""
    dossier = modelled()
    assert changes_of(dossier, (), speakers_of(dossier)) == ()


def test_every_kind_of_change_has_a_name() -> None:
    """No two are called the same."""
    assert len({change_named(kind, voice_of("en")) for kind in ChangeKind}) == len(ChangeKind)
