"""What rows can be chosen and sorted by: values, counts, orders, days; and lists that stay whole when they are long."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse
from dossier.index import index
from dossier.links import LONG, PAGE_LENGTH, Links, Repository, list_length, list_page, list_page_of
from dossier.render.choices import days_of, facets, named, ranks, row_data, value_of, window_of_days
from dossier.render.desk import Desk
from dossier.render.page import Page
from dossier.render.pages.event_list import MANY
from dossier.render.pages.events import timeline_pages
from dossier.render.pages.ledger import ledger
from dossier.render.paging import paged
from dossier.voice import voice_of
from small import claim, document, event, passage, read_values, source
from small import named as place_named

WORDS = {"a": "A", "b": "B", "c": "C", "d": "never"}
ROWS = st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=8)


@given(ROWS)
def test_a_facet_offers_what_divides_the_rows_and_counts_it(found: list[list[str]]) -> None:
    """Each value that some row has, once a row, in the order of the words; nothing where it would divide nothing."""
    has = {value: sum(value in row for row in found) for value in "abc"}
    made = facets([{"key": row} for row in found], ("key", "Label", WORDS))
    if not any(0 < number < len(found) for number in has.values()):
        assert made == ()
    else:
        (facet,) = made
        counted = [(option.value, option.label, option.count) for option in facet.options]
        assert counted == [(value, WORDS[value], has[value]) for value in "abc" if has[value]]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=9))
def test_places_put_each_column_in_order(found: list[tuple[int, int]]) -> None:
    """By each of the orders, and rows that are level stay as they were."""
    columns = list(zip(*found, strict=True))
    places = ranks(*columns)
    for at, column in enumerate(columns):
        order = sorted(range(len(found)), key=lambda row: places[row][at])
        assert sorted(order) == list(range(len(found)))
        assert all((column[one], one) < (column[other], other) for one, other in pairwise(order))


@pytest.mark.parametrize(
    ("edtf", "runs"),
    [
        ("2016-12-08", ["2016-12-08/2016-12-08"]),
        ("2016-12~", ["2016-12-01/2016-12-31"]),
        ("2016-12-08/..", ["2016-12-08/"]),
        ("/2016-12-08", ["/2016-12-08"]),
        ("[2016-12-01,2016-12-20]", ["2016-12-01/2016-12-01", "2016-12-20/2016-12-20"]),
        ("[2016-12-09..2016-12-11]", ["2016-12-09/2016-12-11"]),
        ("XXXX-12-08", ["/"]),
        ("-0043-03-15", ["0000-01-01/0000-01-01"]),
        ("Y12016", ["9999-12-31/9999-12-31"]),
    ],
)
def test_the_days_of_a_row_are_those_its_date_allows(edtf: str, runs: list[str]) -> None:
    """Open and unknown sides are empty, gaps stay gaps, and years no date field can hold stand outside."""
    assert list(days_of(parse(edtf))) == runs


@given(st.dates(), st.integers(0, 400))
def test_text_order_of_days_is_their_order_in_time(first: date, later: int) -> None:
    """The script compares days as text, so every year must have four digits."""
    last = min(first.toordinal() + later, date.max.toordinal())
    (run,) = days_of(parse(f"{first.isoformat()}/{date.fromordinal(last).isoformat()}"))
    one, other = run.split("/")
    assert one <= other
    assert (date.fromisoformat(one), date.fromisoformat(other)) == (first, date.fromordinal(last))


def test_the_window_of_days_spans_all_that_have_one() -> None:
    dates = [parse(text) for text in ("2016-12-08/..", "2015-03", "-0043", "XXXX-12-08")]
    assert window_of_days(dates) == ("2015-03-01", "2016-12-08")
    assert window_of_days([parse("XXXX-12-08")]) == ("", "")


def test_a_row_says_its_values_and_nothing_that_breaks_out() -> None:
    """Ids are safe, free text is not: it becomes one word, escaped."""
    theme = value_of('At  "the"\tFront <b>')
    data = row_data("x", {"kind": (theme,), "actor": ("a", "b"), "place": ()}, ranks=(3, 0), days=("/2016-12-08",))
    assert data == (
        'data-row="x" data-kind="at-&quot;the&quot;-front-&lt;b&gt;" data-actor="a b" '
        'data-rank="3 0" data-when="/2016-12-08"'
    )
    assert list(named({"z": "Alpha", "a": "beta", "b": "Beta"})) == ["z", "a", "b"]


# Long lists


def pages_of(**data: Any) -> dict[str, Page]:
    """Return the pages of the ledger and of the timeline by path."""
    facts = index(read_values(data))
    desk = Desk(facts, Links(facts.dossier, Repository(), False, facts.document_of, facts.rank), voice_of("en"))
    return {page.path: page for make in (ledger, timeline_pages) for page in make(desk)}


@pytest.mark.parametrize("number", [0, 1, MANY, MANY + 1, 2 * MANY])
def test_all_events_stand_on_one_page(number: int) -> None:
    """With their text as long as there are few, a line each when there are many: a choice holds for all of them."""
    day = date(2016, 1, 1)
    days = [(day + timedelta(one)).isoformat() for one in range(number)]
    pages = pages_of(events=[event(f"e-{at}", one, text=f"Told of {at}.") for at, one in enumerate(days)])
    timeline = pages["timeline.md"].markdown
    assert "timeline-2.md" not in pages
    assert timeline.count("data-row=") == number
    assert timeline.count("Told of") == (number if number <= MANY else 0)
    assert timeline.count('id="event-e-') + timeline.count("{ #event-e-") == number, "links lead to a row"


@pytest.mark.parametrize("kind", ["claim", "event", "term"])
@given(st.integers(0, 3 * max(LONG.values())))
def test_a_list_that_is_too_long_is_paged_as_links_have_it(kind: str, number: int) -> None:
    """The page that a link to an entry names is the one its row stands on."""
    parts = [part for part, _ in paged(range(number), list_length(kind))]
    for at, part in enumerate(parts, start=1):
        assert len(part) <= LONG.get(kind, PAGE_LENGTH)
        assert {list_page_of(kind, rank) for rank in (*part[:1], *part[-1:])} <= {list_page(kind, at)}


def test_a_page_of_a_longer_list_says_that_a_choice_holds_for_it_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.links.LONG", {"event": 3})
    monkeypatch.setattr("dossier.render.pages.event_list.LONG", {"event": 3})
    pages = pages_of(events=[event(f"e-{at}", f"2016-01-0{at}") for at in range(1, 6)])
    rows = [pages[path].markdown.count("data-row=") for path in ("timeline.md", "timeline-2.md")]
    assert rows == [3, 2]
    assert "A choice holds for this page of the list." in pages["timeline-2.md"].markdown


# What the rows say


def test_claims_of_two_documents_are_told_apart_by_passage() -> None:
    """A passage of one document is not that of another with the same id."""
    stated = [{"source": at, "locator": "p1", "stance": "states"} for at in ("one", "two")]
    pages = pages_of(
        sources=[source("one"), source("two"), source("paper")],
        documents=[document(of, [passage("p1", heading=f"H {of}")]) for of in ("one", "two")],
        claims=[*(claim(f"c-{at}", one) for at, one in enumerate(stated)), claim("c-2")],
    )
    ledger = pages["claims.md"].markdown
    assert [ledger.count(f'data-passage="{value}"') for value in ("one-p1", "two-p1", "elsewhere")] == [1, 1, 1]
    assert [ledger.count(f'<h2 id="{key}">') for key in ("one-p1", "two-p1", "elsewhere")] == [1, 1, 1]
    assert '<option value="two-p1">The document, p1 · H two (1)</option>' in ledger


def test_a_window_of_the_chart_names_years_of_any_length() -> None:
    """As every date of the site does: no sign, and no mark between the digits."""
    timeline = pages_of(events=[event("a", "Y-20000"), event("b", "Y12000")])["timeline.md"].markdown
    assert 'aria-label="20001 BC – 12000"' in timeline


def test_a_name_that_runs_the_other_way_is_set_apart() -> None:
    """As on every other page: it would reorder the line it stands in."""
    pages = pages_of(
        actors=[place_named("layla", "ليلى", "person")], claims=[claim("c", asserted_by={"printed": "layla"})]
    )
    assert ">credited to <a " in pages["claims.md"].markdown
    assert "><bdi>ليلى</bdi></a>" in pages["claims.md"].markdown


def test_an_event_is_found_by_what_its_place_lies_in() -> None:
    places = [place_named("town", "Town", "city", within="land"), place_named("land", "Land", "country")]
    pages = pages_of(places=places, events=[event("e-1", "2016", place="town"), event("e-2", "2016")])
    timeline = pages["timeline.md"].markdown
    assert 'data-place="town land"' in timeline
    assert '<option value="land">Land (1)</option>' in timeline
