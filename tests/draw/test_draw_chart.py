"""The timeline's chart as it is drawn: marks in percent, the steps of its zoom, its rows and counts."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from seen import UNTIMED
from test_draw_time import spans

from dossier.dates import parse
from dossier.draw import Lane, Shape, Span, Tick, Unit, Window, span
from dossier.draw.charts import Bar, Row, board, crowd
from dossier.draw.tracks import track
from dossier.draw.zoom import MOST_BINS, MOST_IN_ALL, MOST_ROWS, bins, counted, meets, steps


def day(month: int, number: int, year: int = 2016) -> int:
    return date(year, month, number).toordinal()


NINE_DAYS = Window(day(12, 4), day(12, 12))
WINDOWS = st.builds(
    lambda first, more: Window(first, first + more), st.integers(day(11, 20), day(12, 26)), st.integers(0, 60)
)
LISTS = st.lists(spans(), min_size=1, max_size=20)


def one(text: str, window: Window = NINE_DAYS) -> ET.Element:
    return ET.fromstring(f"<g>{track(span(parse(text)), window).drawn}</g>")


def shapes(drawn: ET.Element) -> list[str]:
    """The classes of what is drawn, and the gradients it fades with."""
    return [e.get("class") or e.get("fill") or "" for e in drawn.iter() if e.get("class") or e.get("fill")]


# A mark


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("2016-12-08", ["dot"]),
        ("2016-12-08?", ["dot-open"]),
        ("2016-12-08~", ["url(#g-l)", "url(#g-r)"]),
        ("2016-12-06/2016-12-07", ["bar"]),
        ("2016-12-05/2016-12-08~", ["url(#g-r)", "bar"]),
        ("[2016-12-09..2016-12-11]", ["dot-open", "dot-open", "dot-open", "line-known", "line-known"]),
        ("2016-12-06/..", ["long", "url(#g-r)", "bar"]),
        ("2016-07/2016-12-06", ["long", "bar", "bar"]),
        ("/2016-12-08", ["long", "line-unknown", "bar"]),
        ("2016-12-22", ["dot", "line-known"]),
        ("XXXX-12-08", ["line-unknown"]),
    ],
)
def test_a_date_is_as_sharp_on_a_track_as_it_is_known(text: str, drawn: list[str]) -> None:
    """The grammar of the small marks: a dot, an open dot, fading ends, brackets, arrows, a broken line."""
    assert shapes(one(text)) == drawn


def test_a_day_stands_in_the_middle_of_its_days() -> None:
    """The fifth of nine days is in the middle of the window, whatever its width."""
    assert one("2016-12-08").find("circle").get("cx") == "50%"  # type: ignore[union-attr]


@UNTIMED
@given(spans(), WINDOWS)
@example(Span(1, 4_000_000, Shape.LASTED), NINE_DAYS)
def test_no_mark_leaves_its_track(found: Span, window: Window) -> None:
    """Every place lies between 0 and 100 percent, and no stretch is wider than the rest of the track."""
    mark = track(found, window)
    assert 0 <= mark.left <= mark.right <= 100
    for element in ET.fromstring(f"<g>{mark.drawn}</g>").iter():
        places = {name: float(element.get(name, "0")[:-1]) for name in ("x", "cx", "x1", "x2", "width")
                  if element.get(name, "").endswith("%")}  # fmt: skip
        assert all(0 <= value <= 100 for value in places.values()), places
        assert places.get("x", 0) + places.get("width", 0) <= 100.02


# The steps of the zoom


@UNTIMED
@given(LISTS)
def test_every_window_shows_what_meets_it_and_nothing_else(found: list[Span]) -> None:
    """Against a look at every span; the whole shows all, with and without a date."""
    whole, *finer = steps(found, [None] * len(found), NINE_DAYS)
    assert whole.views[0].shown == tuple(range(len(found)))
    for step in finer:
        for view in step.views:
            assert view.shown == tuple(i for i, each in enumerate(found) if meets(each, view.window))


@UNTIMED
@given(LISTS)
def test_every_beginning_lies_in_exactly_one_window_of_a_step(found: list[Span]) -> None:
    """So that nobody misses an event by going closer, and windows follow each other in order."""
    for step in steps(found, [None] * len(found), NINE_DAYS)[1:]:
        for each in found:
            begun = each.first if each.first is not None else each.last
            if begun is not None and each.shape is not Shape.ALL_OF:
                assert sum(view.window.first <= begun <= view.window.last for view in step.views) == 1
        firsts = [view.window.first for view in step.views]
        assert firsts == sorted(set(firsts))


def test_steps_that_would_show_the_same_are_left_out() -> None:
    """Nine days of one month have weeks, but neither months nor years."""
    found = [Span(number, number) for number in range(day(12, 4), day(12, 13))]
    assert [step.unit for step in steps(found, [None] * 9, NINE_DAYS)] == [None, Unit.WEEK]
    assert [step.unit for step in steps(found[:1], [None], NINE_DAYS)] == [None]


def test_what_was_reported_in_a_window_is_shown_in_it() -> None:
    """Something of July that nobody reported before December stands in both."""
    found, reports = [Span(day(7, 7), day(7, 7)), Span(day(12, 8), day(12, 8))], [day(12, 9), None]
    months = steps(found, reports, Window(day(7, 1), day(12, 31)))[1]
    assert [(view.shown, months.unit) for view in months.views] == [((0,), Unit.MONTH), ((0, 1), Unit.MONTH)]


@pytest.mark.parametrize("years", [1, 10, 60, 300])
def test_a_thousand_events_are_few_rows_and_no_window_is_crowded_without_being_counted(years: int) -> None:
    """A page carries at most so many rows, whether they fall into one year or into three hundred."""
    found = [Span(n, n) for n in (day(1, 1, 1700) + i * 7919 % (years * 365) for i in range(1000))]
    all_of_them = steps(
        found, [None] * 1000, Window(min(s.first or 0 for s in found), max(s.first or 0 for s in found))
    )
    views = [view for step in all_of_them for view in step.views]
    assert sum(len(view.shown) for view in views if not view.crowded) <= MOST_IN_ALL
    assert all_of_them[0].views[0].crowded
    assert all(view.crowded == (len(view.shown) > MOST_ROWS) for view in views)


@UNTIMED
@given(st.integers(-500_000, 800_000), st.integers(0, 400_000), st.lists(st.integers(0, 400_000), max_size=40))
def test_every_event_is_counted_once(first: int, more: int, begun: list[int]) -> None:
    """The stretches follow each other without a gap, are few, and together hold every event."""
    window = Window(first, first + more)
    found = bins(window)
    assert 1 <= len(found) <= MOST_BINS
    assert (found[0].first, found[-1].last) == (window.first, window.last)
    assert all(a.last + 1 == b.first for a, b in pairwise(found))
    events = [Span(first + n, first + n) for n in begun]
    groups = counted(events, range(len(events)), found)
    assert sorted(n for group in groups for n in group) == list(range(len(events)))
    for stretch, group in zip(found, groups, strict=True):
        assert all(stretch.first <= (events[n].first or 0) <= stretch.last or stretch is found[-1] for n in group)


# Rows


ROWS = (
    Row("a", Span(day(12, 6), day(12, 6)), "Strike <1>", "Strike <1>: 6 December", "e/a.html?x=1&y", "x", "p", "P"),
    Row("b", Span(day(12, 8), day(12, 8)), "Told", "Told", "e/b.html", "y", reported=day(12, 11)),
    Row("c", Span(day(11, 1), day(12, 30), Shape.LASTED), "War", "War", "e/c.html", "x", reported=day(12, 20)),
)  # fmt: skip


def drawn_board() -> ET.Element:
    return ET.fromstring(board(ROWS, NINE_DAYS, (Lane("x", "Fighting"), Lane("y", "Words")), (Tick(day(12, 5), "5"),)))


def test_rows_stand_in_their_lanes_and_lead_to_their_events() -> None:
    """In the order given, with the whole of what a screen reader says; words stay words."""
    lanes = [lane for lane in drawn_board().iter("div") if lane.get("class") == "lane"]
    assert [(lane[0].text, [row.get("data-id") for row in lane.iter("li")]) for lane in lanes] == [
        ("Fighting", ["a", "c"]), ("Words", ["b"]),
    ]  # fmt: skip
    link = next(lanes[0].iter("a"))
    assert (link.get("href"), link.get("aria-label")) == ("e/a.html?x=1&y", "Strike <1>: 6 December")
    assert next(link.iter("span")).text == "Strike <1>"


def test_the_first_report_is_joined_to_what_happened() -> None:
    """From the eighth to the eleventh of nine days: a hairline between the two middles, and a tooth at its end."""
    row = next(row for row in drawn_board().iter("li") if row.get("data-id") == "b")
    hair = next(e for e in row.iter("line") if e.get("class") == "thread")
    assert (hair.get("x1"), hair.get("x2")) == ("50%", "83.33%")
    assert [e.get("class") for e in row.iter("path")] == ["tooth"]


def test_words_stand_on_the_side_that_has_room() -> None:
    """After a mark in the first part of a window, above one that fills it; --l and --r say where the mark is."""
    links = list(drawn_board().iter("a"))
    assert [link.get("class") for link in links] == ["ev after", "ev over", "ev before"]
    assert links[0].get("style") == "--l:27.78%;--r:27.78%"


def test_counts_are_bars_as_high_as_they_are_many() -> None:
    """Each leads to its days, and says lane, days and count."""
    weeks = (Window(day(12, 4), day(12, 7)), Window(day(12, 8), day(12, 12)))
    bars = {"x": [Bar(weeks[0], 10, "10", "Fighting, first half: 10", "#one"), Bar(weeks[1], 5, "5", "five", "#two")]}
    seen = ET.fromstring(crowd(bars, NINE_DAYS, (Lane("x", "Fighting"), Lane("y", "Words")), ()))
    high = [float(e.get("height", "0")) for e in seen.iter("rect") if e.get("class") == "count"]
    assert high[0] == pytest.approx(2 * high[1])
    assert [(a.get("href"), a.get("aria-label")) for a in seen.iter("a")] == [
        ("#one", "Fighting, first half: 10"), ("#two", "five"),
    ]  # fmt: skip
    assert [lane for lane in seen.iter("div") if lane.get("class") == "lane" and lane[0].text == "Words"] == []


def test_no_colour_is_chosen_here() -> None:
    """The sheet decides: fills are the two gradients of the page, or none."""
    html = board(ROWS, NINE_DAYS, (Lane("x", "X"), Lane("y", "Y")), ())
    assert set(re.findall(r'fill="([^"]*)"', html)) <= {"none", "url(#g-l)", "url(#g-r)"}
    assert "stroke=" not in html
