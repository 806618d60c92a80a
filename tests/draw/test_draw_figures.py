"""Figures, panels of figures, and combs as they are drawn."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from seen import UNTIMED, Seen, assert_sound, labels, read

from dossier.draw import Axis, Figure, Sharp, comb, figure_range
from dossier.draw.panels import TONES, Allowed, Band, PanelRow, figure_panel


def words(value: float) -> str:
    return f"{value:,.10g}"


def drawn(*rows: Figure, width: float = 340) -> Seen:
    return assert_sound(figure_range(rows, Axis(words), "f", "Figures", width=width), "f")


def exact(value: float) -> Figure:
    return Figure(value, value, Sharp.EXACT, words(value))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (168, ["0", "100", "200"]), (10724, ["0", "6,000", "12,000"]), (7, ["0", "4", "8"]), (1, ["0", "1"]),
        (150_000, ["0", "100,000", "200,000"]), (0.3, ["0", "0.2", "0.4"]), (0, ["0", "1"]), (-5, ["-6", "-3", "0"]),
    ],
)  # fmt: skip
def test_the_axis_has_zero_and_two_or_three_round_numbers(value: float, said: list[str]) -> None:
    """No axis begins anywhere but at zero, and whole figures have whole steps."""
    seen = drawn(Figure(value, value, Sharp.EXACT, "x"))
    assert [w for w in seen.words if w != "x"] == said


def test_more_than_the_last_round_number_gets_another_one() -> None:
    """The true figure lies beyond, so the axis goes on."""
    assert drawn(Figure(2_000_000, None, Sharp.MORE_THAN, "x")).words[:3] == ["0", "2,000,000", "4,000,000"]


def test_an_exact_figure_is_one_sharp_tick() -> None:
    """Nothing fades."""
    assert not drawn(exact(168)).all("rect")


def test_more_than_is_a_tick_that_fades_to_the_right() -> None:
    """The lower bound is sharp, the figure is not."""
    seen = drawn(Figure(168, None, Sharp.MORE_THAN, "more than 168"))
    (fade,) = seen.all("rect")
    tick = seen.all("path", "line-known")[-1].get("d", "")
    assert fade.get("fill") == "url(#f-r)"
    assert tick.startswith(f"M{fade.get('x')} ")


def test_less_than_is_a_tick_that_fades_to_the_left() -> None:
    """It never fades beyond zero."""
    (fade,) = drawn(exact(1000), Figure(None, 30, Sharp.LESS_THAN, "fewer than 30")).all("rect")
    assert fade.get("fill") == "url(#f-l)"
    assert float(fade.get("x", "0")) >= 13.9


def test_about_fades_both_ways() -> None:
    """It has no sharp edge at all, but the axis."""
    seen = drawn(Figure(100_000, 100_000, Sharp.ABOUT, "about 100,000"))
    assert [r.get("fill") for r in seen.all("rect")] == ["url(#f-l)", "url(#f-r)"]
    assert len(seen.all("path", "line-known")) == 1


def test_between_is_a_bar_with_two_sharp_ends() -> None:
    """As long as the range."""
    (bar,) = drawn(exact(200), Figure(50, 150, Sharp.BETWEEN, "50 to 150")).all("rect", "bar")
    assert float(bar.get("width", "0")) == pytest.approx(140, abs=1)


def test_perhaps_is_an_open_dot() -> None:
    """Its origin was not found."""
    assert len(drawn(Figure(7, 7, Sharp.PERHAPS, "7")).all("circle", "dot-open")) == 1


def test_a_figure_without_bounds_is_a_broken_line() -> None:
    """It is there, and not known."""
    assert len(drawn(Figure(None, None, Sharp.EXACT, "not stated")).all("path", "line-unknown")) == 1


BOUNDS = st.none() | st.floats(-1e9, 1e9) | st.integers(0, 10**9)
FIGURES = st.lists(
    st.builds(Figure, BOUNDS, BOUNDS, st.sampled_from(Sharp), st.text("about 1,000Mم", min_size=1, max_size=70)),
    min_size=1, max_size=6,
).map(tuple)  # fmt: skip


@UNTIMED
@given(FIGURES, st.sampled_from((300, 340, 400, 600)))
@example((Figure(None, 5e-324, Sharp.EXACT, "0"),), 300)
def test_no_word_of_a_figure_meets_another_or_leaves_the_drawing(rows: tuple[Figure, ...], width: float) -> None:
    """However long the words and however far apart the figures."""
    drawn(*rows, width=width)


def test_words_stand_before_their_mark_where_there_is_room() -> None:
    """As one reads: first what, then how much."""
    seen = drawn(exact(168))
    box = dict(labels(seen))["168"]
    assert box.right < 249


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_figure_must_be_a_number(value: float) -> None:
    """Neither has a place on an axis."""
    with pytest.raises(ValueError, match="finite"):
        figure_range((exact(value),), Axis(str), "f", "Figures")


def test_no_figures_give_no_drawing() -> None:
    """An empty axis says nothing."""
    assert figure_range((), Axis(words), "f", "Figures") == ""


# Panels


NOTHING = Allowed()


def panel(*rows: PanelRow, allowed: Allowed = NOTHING, width: float = 420) -> Seen:
    return assert_sound(figure_panel(rows, allowed, Axis(words), "p", "Figures", width=width), "p")


WORDS = st.text("about 1,000Mم<&", max_size=70)
ROWS = st.lists(
    st.builds(
        PanelRow,
        st.builds(Figure, BOUNDS, BOUNDS, st.sampled_from(Sharp), WORDS),
        st.text("ABor ,Ä", max_size=40),
        st.integers(0, TONES),
        WORDS,
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(tuple)
ALLOWED = st.builds(Allowed, WORDS, st.lists(st.builds(Band, BOUNDS, BOUNDS, WORDS), max_size=4).map(tuple))


@UNTIMED
@given(ROWS, ALLOWED, st.sampled_from((260, 340, 420, 600)))
def test_no_word_of_a_panel_meets_another_or_leaves_the_drawing(
    rows: tuple[PanelRow, ...], allowed: Allowed, width: float
) -> None:
    """However long letters, figures and notes are, and however many bands stand below."""
    panel(*rows, allowed=allowed, width=width)


@pytest.mark.parametrize("width", [260, 420, 600])
def test_words_of_every_length_keep_to_the_drawing(width: float) -> None:
    """Where they just fit and where they just do not; chance seldom tries these."""
    for length in range(1, 90):
        long = "about ma " * (length // 9) + "m" * (length % 9)
        row = PanelRow(Figure(1, 1, Sharp.EXACT, "168"), "A or B", 0, long)
        panel(row, allowed=Allowed(long, (Band(1, 2, long),)), width=width)
        panel(PanelRow(Figure(1, 1, Sharp.EXACT, long), long, 0, "superseded"), width=width)


def shown(value: float, letter: str, tone: int = 1, note: str = "", **more: bool) -> PanelRow:
    return PanelRow(exact(value), letter, tone, note, **more)


def test_two_claims_with_the_same_figure_are_two_rows() -> None:
    """Who says it counts, not only what is said."""
    seen = panel(shown(168, "A"), shown(168, "B", 2))
    assert seen.words.count("168") == 2
    assert [w for w in seen.words if w in "AB"] == ["A", "B"]


def test_letter_and_mark_of_a_row_have_the_tone_of_its_origin() -> None:
    """A fading end too: its gradient stands in the row, as a gradient takes the colour of where it stands."""
    more = PanelRow(Figure(168, None, Sharp.MORE_THAN, "more than 168"), "B", 2)
    seen = panel(shown(100, "A"), more)
    (toned,) = seen.all("g", "tone-2")
    assert [e.tag for e in toned] == ["text", "defs", "path", "rect"]
    assert toned.find("rect").get("fill") == f"url(#{toned.find('defs')[0].get('id')})"  # type: ignore[union-attr, index]
    assert "more than 168" not in "".join(toned.itertext())


def test_a_row_without_an_origin_of_its_own_has_no_tone() -> None:
    """Where two may stand behind a figure, neither lends its colour; the letters say who."""
    seen = panel(shown(168, "A or B", 0))
    assert not [e for e in seen.root.iter() if "tone" in e.get("class", "")]
    assert "A or B" in seen.words


def test_what_no_longer_counts_is_lighter_and_its_words_are_not() -> None:
    """A faint mark is no loss; faint words are. The note tells it without the drawing's shades."""
    seen = panel(shown(8461, "A", note="not counted: superseded", out=True))
    (out,) = seen.all("g", "out")
    assert not list(out.iter("text"))
    assert "not counted: superseded" in seen.words


def test_bands_lie_below_all_rows_where_the_axis_has_them() -> None:
    """Two sharp edges for two bounds, one for one, and a fading end for none above."""
    allowed = Allowed("All allow", (Band(50, 150, "50 to 150"), Band(100, None, "at least 100")))
    seen = panel(shown(200, "A"), allowed=allowed)
    (first, second), (pale,) = seen.all("rect", "band"), seen.all("g", "pale")
    lowest_mark = max(
        float(p.get("d", "").split()[1].partition("v")[0]) for p in seen.all("path") if "v13" in p.get("d", "")
    )
    assert float(first.get("width", "0")) == pytest.approx(2 * 50 / 200 * axis_length(seen), abs=0.2)
    assert float(second.get("x", "0")) > float(first.get("x", "0"))
    assert len([p for p in seen.all("path", "line-known") if "v13" in p.get("d", "")]) == 1 + 2 + 1
    assert float(pale[0].get("x", "0")) == pytest.approx(float(second.get("x", "0")) + float(second.get("width", "0")))
    assert lowest_mark > float(first.get("y", "0")) > dict(labels(seen))["200"].top


def axis_length(seen: Seen) -> float:
    """Return how long the axis is, from its first number to its last: here from 0 to 200."""
    xs = sorted({float(p.get("d", "M0 ")[1:].split()[0]) for p in seen.all("path", "hair") if " 4V" in p.get("d", "")})
    return xs[-1] - xs[0]


def test_a_panel_without_rows_is_empty_and_one_without_room_is_refused() -> None:
    """No axis without figures, no words over words."""
    assert figure_panel((), Allowed(), Axis(words), "p", "Figures") == ""
    with pytest.raises(ValueError, match="at least 260"):
        panel(shown(1, "A"), width=200)


# Combs


def counted(svg: str) -> tuple[int, int, int]:
    """Filled dots, open dots, and strokes that end at the bottom of a comb."""
    seen = read(svg)
    filled, opened = len(seen.all("circle", "on")), len([c for c in seen.all("circle") if c.get("stroke-dasharray")])
    paths = "".join(p.get("d", "") for p in seen.all("path"))
    return filled, opened, paths.count("V15") + paths.count(" 15V") + paths.count("v7")


@UNTIMED
@given(st.lists(st.integers(0, 40), max_size=4).map(tuple), st.lists(st.integers(0, 9), max_size=3).map(tuple))
def test_teeth_are_reports_and_dots_are_origins(groups: tuple[int, ...], opened: tuple[int, ...]) -> None:
    """Both can be counted: none is left out, and none is drawn for nothing."""
    svg = comb(groups, opened)
    assert (counted(svg) if svg else (0, 0, 0)) == (len(groups), len(opened), sum(groups) + sum(opened))


def test_a_comb_is_hidden_beside_its_words_and_named_without_them() -> None:
    """A screen reader hears the counts once."""
    assert read(comb((9,))).root.get("aria-hidden") == "true"
    named = read(comb((9,), key="c", title="9 reports, 1 origin"))
    assert named.root.get("aria-labelledby") == "c-title"
    assert named.root[0].text == "9 reports, 1 origin"


def test_a_comb_cannot_have_fewer_than_no_teeth() -> None:
    """A count below zero is a bug of the caller."""
    with pytest.raises(ValueError, match="expected 0 or more"):
        comb((3, -1))
