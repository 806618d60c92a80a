"""Dates as they are drawn: ticks, marks and strips."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from seen import UNTIMED, Seen, assert_sound, read

from dossier.dates import from_ordinal, parse
from dossier.draw import (
    Event,
    Lane,
    Shape,
    Span,
    Tick,
    Unit,
    Window,
    span,
    strip,
    ticks,
    when_mark,
    window_over,
)  # fmt: skip


def day(month: int, number: int) -> int:
    return date(2016, month, number).toordinal()


NINE_DAYS = Window(day(12, 4), day(12, 12))
WORDS = st.text("abc MWّدжó中 &<\"'", min_size=1, max_size=60).map(str.strip).filter(bool)
DAYS = st.integers(day(11, 20), day(12, 26))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    if draw(st.booleans()) and first is not None:
        last = first
    shape = draw(st.sampled_from(Shape))
    parts = tuple(Span(d, d) for d in sorted(draw(st.sets(DAYS, min_size=1, max_size=5))))
    if shape in (Shape.ONE_OF, Shape.ALL_OF):
        first, last = parts[0].first, parts[-1].last
    flags = {name: draw(st.booleans()) for name in ("uncertain", "about_start", "about_end")}
    opens = {
        "unknown_start": first is None and draw(st.booleans()),
        "unknown_end": last is None and draw(st.booleans()),
    }
    opens |= {
        "open_start": first is None and not opens["unknown_start"],
        "open_end": last is None and not opens["unknown_end"],
    }
    likely = draw(st.none() | DAYS)
    return Span(first, last, shape, **flags, **opens, parts=parts if "-of" in shape else (), likely=likely)


EVENTS = st.lists(
    st.builds(Event, spans(), WORDS, st.sampled_from("xyz"), st.sampled_from(("", "a.html#b"))), min_size=1, max_size=7
).map(tuple)
LANES = (Lane("x", "A lane with a rather long name"), Lane("y", "Short"))
TICKS = tuple(Tick(d, f"{d % 31 + 1} December") for d in range(day(12, 4), day(12, 13)))


def one(text: str, window: Window = NINE_DAYS) -> Seen:
    return assert_sound(when_mark(span(parse(text)), window, "k", "A date"), "k")


# Ticks


@UNTIMED
@given(st.integers(-4_000_000, 4_000_000), st.integers(0, 3_000_000), st.integers(1, 20))
@example(1, 0, 1)
@example(day(12, 4), 8, 15)
def test_ticks_rise_inside_the_window_and_are_not_too_many(first: int, more: int, wanted: int) -> None:
    """An axis never has more lines than asked for, always has one, and none outside."""
    window = Window(first, first + more)
    found = ticks(window, wanted)
    assert 1 <= len(found.days) <= wanted
    assert all(window.first <= d <= window.last for d in found.days)
    assert all(a < b for a, b in pairwise(found.days))


@UNTIMED
@given(st.integers(-1_000_000, 1_500_000), st.integers(0, 1_000_000), st.integers(2, 20))
def test_ticks_stand_on_round_days(first: int, more: int, wanted: int) -> None:
    """Weeks begin on a Monday, months on the 1st, years on 1 January of a multiple of their step."""
    found = ticks(Window(first, first + more), wanted)
    for number in found.days if len(found.days) > 1 else ():
        year, month, day_of_month = from_ordinal(number)
        match found.unit:
            case Unit.WEEK:
                assert number % 7 == 1
            case Unit.MONTH:
                assert day_of_month == 1
                assert (year * 12 + month - 1) % found.step == 0
            case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
                years = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[found.unit] * found.step
                assert (year % years, month, day_of_month) == (0, 1, 1)


@UNTIMED
@given(st.integers(-100_000, 800_000), st.integers(30, 1500), st.integers(3, 20))
@example(day(1, 1), 364, 13)
@example(day(1, 1), 730, 9)
@example(day(1, 1), 1460, 5)
def test_ticks_leave_no_round_day_out(first: int, more: int, wanted: int) -> None:
    """Compared with a look at every single day of the window."""
    found = ticks(Window(first, first + more), wanted)

    def is_round(number: int) -> bool:
        year, month, day_of_month = from_ordinal(number)
        return {
            Unit.DAY: (number - 1) % found.step == 0,
            Unit.WEEK: (number - 1) % (7 * found.step) == 0,
            Unit.MONTH: day_of_month == 1 and (month - 1) % found.step == 0,
            Unit.YEAR: (day_of_month, month, year % found.step) == (1, 1, 0),
        }[found.unit]

    if len(found.days) > 1:
        assert found.days == tuple(filter(is_round, range(first, first + more + 1)))


@pytest.mark.parametrize(
    ("days", "wanted", "unit", "step"),
    [
        (9, 15, Unit.DAY, 1), (15, 8, Unit.DAY, 2), (60, 10, Unit.WEEK, 1), (365, 13, Unit.MONTH, 1),
        (730, 9, Unit.MONTH, 3), (3653, 11, Unit.YEAR, 1), (36525, 11, Unit.DECADE, 1), (365250, 11, Unit.CENTURY, 1),
    ],
)  # fmt: skip
def test_the_step_suits_the_span(days: int, wanted: int, unit: Unit, step: int) -> None:
    """Nine days are counted in days, a millennium in centuries."""
    found = ticks(Window(day(1, 1), day(1, 1) + days - 1), wanted)
    assert (found.unit, found.step) == (unit, step)


def test_a_window_is_never_empty() -> None:
    """Nothing can be drawn in a window that ends before it begins."""
    with pytest.raises(ValueError, match="is empty"):
        Window(2, 1)


def test_no_ticks_cannot_be_wanted() -> None:
    """An axis without a line is no axis."""
    with pytest.raises(ValueError, match="at least 1"):
        ticks(NINE_DAYS, 0)


def test_the_window_over_spans_shows_every_bound() -> None:
    """It has room on both sides, ignores missing bounds, and is None where nothing is known."""
    found = window_over([Span(100, 200), Span(150, None, Shape.LASTED), Span(None, None)])
    assert found == Window(96, 204)
    assert window_over([Span(None, None)]) is None


# One date


def test_a_known_day_is_one_filled_dot_in_the_middle_of_its_day() -> None:
    """Sharp: exactly one dot, and nothing else is drawn."""
    seen = one("2016-12-08")
    (dot,) = seen.all("circle")
    assert dot.get("class") == "dot"
    assert float(dot.get("cx", "0")) == pytest.approx(120, abs=0.1)
    assert not seen.all("rect")


def test_perhaps_is_an_open_dot() -> None:
    """2016-12-08? is not known, and is not filled."""
    assert [c.get("class") for c in one("2016-12-08?").all("circle")] == ["dot-open"]


def test_about_a_day_fades_both_ways_and_has_no_dot() -> None:
    """No edge is sharper than what is known."""
    seen = one("2016-12-08~")
    assert not seen.all("circle")
    assert [r.get("fill") for r in seen.all("rect")] == ["url(#k-l)", "url(#k-r)"]


def test_what_lasted_is_a_bar_from_the_first_to_the_end_of_the_last_day() -> None:
    """Two days of nine take two ninths."""
    (bar,) = one("2016-12-06/2016-12-07").all("rect")
    assert bar.get("class") == "bar"
    assert float(bar.get("width", "0")) == pytest.approx(238 * 2 / 9, abs=0.2)


def test_only_the_approximate_end_fades() -> None:
    """2016-12-05/2016-12-08~ begins sharply."""
    assert {r.get("fill") for r in one("2016-12-05/2016-12-08~").all("rect")} == {None, "url(#k-r)"}


def test_one_of_some_days_has_an_open_dot_for_each_in_brackets() -> None:
    """No dot stands for the middle of what is not known."""
    seen = one("[2016-12-09..2016-12-11]")
    assert [c.get("class") for c in seen.all("circle")] == ["dot-open"] * 3
    assert len(seen.all("path", "line-known")) == 2


def test_the_likeliest_day_is_filled() -> None:
    """The others stay open."""
    found = span(parse("[2016-12-04..2016-12-08]"), likely=(2016, 12, 6))
    classes = [c.get("class") for c in read(when_mark(found, NINE_DAYS, "k")).all("circle")]
    assert classes == ["dot-open", "dot-open", "dot", "dot-open", "dot-open"]


def test_some_day_of_a_long_stretch_is_a_pale_band() -> None:
    """A year has too many days for dots."""
    seen = one("2016", Window(day(1, 1) - 400, day(12, 31) + 400))
    assert not seen.all("circle")
    assert len(seen.all("rect", "band")) == 1


def test_all_of_some_days_has_a_filled_dot_for_each() -> None:
    """{...} happened on each of them."""
    seen = one("{2016-12-05,2016-12-07..2016-12-09}")
    assert [c.get("class") for c in seen.all("circle")] == ["dot"]
    assert len(seen.all("rect", "bar")) == 1


def test_a_bar_that_leaves_the_window_has_an_arrow_there() -> None:
    """It does not look as if it began where the drawing begins."""
    seen = one("2016-07/2016-12-06")
    (arrow,) = seen.all("path", "bar")
    assert arrow.get("d", "").startswith("M2 ")


def test_since_fades_out_at_the_end_of_the_window() -> None:
    """An open end has no edge."""
    seen = one("2016-12-06/..")
    fades = [r for r in seen.all("rect") if r.get("fill") == "url(#k-r)"]
    assert [round(float(r.get("x", "0")) + float(r.get("width", "0"))) for r in fades] == [239]


def test_an_unknown_beginning_is_a_broken_line() -> None:
    """/2016-12-08 has an end, and nothing is said of its start."""
    assert len(one("/2016-12-08").all("path", "line-unknown")) == 1


def test_a_day_outside_the_window_is_a_dot_at_its_edge_with_a_pointer() -> None:
    """It stays on the drawing and says that it is elsewhere."""
    seen = one("2016-12-22")
    (dot,) = seen.all("circle")
    assert float(dot.get("cx", "0")) > 210
    assert len(seen.all("path", "line-known")) == 1


def test_nothing_known_is_a_broken_line_through_the_window() -> None:
    """XXXX-12-08 has no year."""
    assert len(one("XXXX-12-08").all("path", "line-unknown")) == 1


def test_a_mark_beside_its_words_is_hidden_from_a_screen_reader() -> None:
    """It would only say the same again."""
    root = read(when_mark(Span(1, 1), Window(1, 3), "k")).root
    assert root.get("aria-hidden") == "true"
    assert root.find("title") is None


@UNTIMED
@given(spans(), st.integers(day(11, 20), day(12, 26)), st.integers(0, 40))
def test_no_mark_leaves_its_drawing(found: Span, first: int, more: int) -> None:
    """Whatever the date and the window."""
    assert_sound(when_mark(found, Window(first, first + more), "k", "A date"), "k")


# Strips


@UNTIMED
@given(EVENTS, st.sampled_from((320, 358, 400, 560)))
def test_no_mark_of_a_strip_meets_another(events: tuple[Event, ...], width: float) -> None:
    """Marks are packed close, and never on top of each other."""
    seen = assert_sound(strip(events, NINE_DAYS, LANES, TICKS, "s", "Strip", width=width), "s")
    assert len([g for g in seen.all("g") if g.find("title") is not None]) == len(events)
    assert not seen.all("a")


def test_no_events_give_no_drawing() -> None:
    """An empty frame says nothing."""
    assert strip((), NINE_DAYS, LANES, TICKS, "t", "T") == ""
