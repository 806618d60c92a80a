"""Dates: what is read, with which bounds, and what is refused, where and why.

The tables stand in tests/dates/*.yml; `edtf` (the PyPI package) is a second opinion where it is right.
"""

import copy
import datetime
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from date_tables import VALID, table
from dossier.dates import DateError, Day, When, parse, short, words

FLAGS = (
    "open_start", "open_end", "unknown_start", "unknown_end", "uncertain", "approximate",
    "start_uncertain", "start_approximate", "end_uncertain", "end_approximate",
)  # fmt: skip


def rows(name: str) -> list[Any]:
    return [pytest.param(*row, id=f"{heading}: {row[0]!r}") for heading, row in table(name)]


def as_day(text: str) -> Day | None:
    if text == "none":
        return None
    year, month, day = text.rsplit("-", 2)
    return int(year), int(month), int(day)


def refusal(text: str) -> DateError | None:
    try:
        parse(text)
    except DateError as error:
        return error
    return None


# What is read


@pytest.mark.parametrize(("text", "kind", "earliest", "latest", "precision", "flags"), rows("valid.yml"))
def test_a_date_has_these_bounds_and_doubts(
    text: str, kind: str, earliest: str, latest: str, precision: str, flags: str
) -> None:
    when = parse(text)
    expected = set(flags.split())
    if kind == "date":  # both bounds are given by the same date
        expected |= {
            f"{side}_{doubt}" for side in ("start", "end") for doubt in expected & {"uncertain", "approximate"}
        }
    assert (when.text, when.kind, when.precision) == (text, kind, precision)
    assert (when.earliest, when.latest) == (as_day(earliest), as_day(latest))
    assert {flag for flag in FLAGS if getattr(when, flag)} == expected


def test_the_choices_of_a_set_are_its_members_as_written() -> None:
    assert parse("[1667,1668-12,1670..1672]").choices == (
        ((1667, 1, 1), (1667, 12, 31)),
        ((1668, 12, 1), (1668, 12, 31)),
        ((1670, 1, 1), (1672, 12, 31)),
    )
    assert parse("{2016-12-14,2016-12-09}").choices[0] == ((2016, 12, 14), (2016, 12, 14))
    assert parse("[..1984,1990..]").choices == ((None, (1984, 12, 31)), ((1990, 1, 1), None))
    assert parse("2016-12-09/2016-12-11").choices == ()


def test_the_time_of_day_is_kept_as_written() -> None:
    assert parse("2016-12-08T14:30:05-04").time == (14, 30, 5, "-04")
    assert parse("2016-12-08T00:00:00Z").time == (0, 0, 0, "Z")
    assert parse("2016-12-08T00:00:00").time == (0, 0, 0, "")
    assert parse("2016-12-08").time is None


def test_a_date_can_be_a_key_and_be_copied() -> None:
    when = parse("2016-12-08")
    assert {when: 1}[parse("2016-12-08")] == 1
    assert pickle.loads(pickle.dumps(when)) == copy.copy(when) == when
    assert when != parse("2016-12-08?")


# What is refused


@pytest.mark.parametrize(("text", "position", "message"), rows("invalid.yml"))
def test_what_is_no_date_is_refused_with_place_and_reason(text: str, position: str, message: str) -> None:
    error = refusal(text)
    assert error is not None
    assert message in error.message
    assert (error.text, error.position) == (text, int(position))


def test_a_refusal_names_what_was_expected_and_survives_another_process() -> None:
    error = pickle.loads(pickle.dumps(refusal("2016-13")))
    assert (error.text, error.position) == ("2016-13", 5)
    assert "2016-12-08" in error.expected
    assert str(error) == f"{error.message}; expected {error.expected}"


@pytest.mark.parametrize("text", ["1" * 100_000, "[" + "2016," * 50_000 + "2016]", "X" * 10_000, "Y" + "9" * 5_000])
def test_a_very_long_text_is_refused_for_its_length(text: str) -> None:
    with pytest.raises(DateError, match="longer than 1000"):
        parse(text)


def mutated(text: str) -> st.SearchStrategy[str]:
    """The text with one character taken out or replaced."""
    places = st.integers(0, max(len(text) - 1, 0))
    letters = st.sampled_from(["", "X", "?", "~", "-", "/", "..", "3", "9", ",", "T", "S2", "Y", " ", "\n"])
    return st.builds(lambda at, letter: text[:at] + letter + text[at + 1 :], places, letters)


NEARLY_DATES = st.sampled_from([*VALID, "8/12/2016", "December 8, 2016", "c. 2016", "44 BC"]).flatmap(mutated)
ANY_TEXT = st.one_of(st.text(), st.text(alphabet="0123456789-/X.?~%[]{},YESTZ:+ \n", max_size=30), NEARLY_DATES)


@settings(deadline=None)
@given(ANY_TEXT)
def test_any_text_is_either_a_date_or_refused_with_a_place_inside_it(text: str) -> None:
    error = refusal(text)
    if error is not None:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        return
    when = parse(text)
    assert when.text == text
    assert re.fullmatch(r"[!-~]+", text)
    assert (when.earliest is None) == (when.open_start or when.unknown_start)
    assert (when.latest is None) == (when.open_end or when.unknown_end)
    assert words(when).strip() == words(when) != ""
    assert short(when).strip() == short(when) != ""


@settings(deadline=None)
@given(ANY_TEXT)
def test_what_a_refusal_says_to_write_is_a_date(text: str) -> None:
    error = refusal(text)
    advice = re.search(r"is not EDTF: write (.+?)(, .+)?$", error.message) if error else None
    if advice:
        assert refusal(advice[1]) is None


# Bounds


def days_of(years: range) -> Iterator[Day]:
    day = datetime.date(years.start, 1, 1)
    while day.year < years.stop:
        yield day.year, day.month, day.day
        day += datetime.timedelta(days=1)


def agrees(pattern: str, day: Day) -> bool:
    """Whether a day, written out, agrees with digits and X, place by place."""
    written = f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
    return all(wanted in ("X", there) for wanted, there in zip(pattern, written, strict=False))


MASKED_DATES = st.builds(
    lambda year, month, day, masked, length: "".join(
        "X" if place in masked else letter for place, letter in enumerate(f"{year}-{month:02d}-{day:02d}"[:length])
    ),
    st.integers(2010, 2019),
    st.integers(1, 12),
    st.integers(1, 31),
    st.frozensets(st.sampled_from([3, 5, 6, 8, 9])),
    st.sampled_from([4, 7, 10]),
)
DECADE = tuple(days_of(range(2010, 2020)))


@settings(deadline=None)
@given(MASKED_DATES)
def test_bounds_are_the_first_and_last_of_all_days_that_agree(text: str) -> None:
    days = [day for day in DECADE if agrees(text, day)]
    if days:
        assert (parse(text).earliest, parse(text).latest) == (days[0], days[-1])
    else:
        error = refusal(text)
        assert error is not None
        assert re.search("does not exist|no day fits", error.message)


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_an_interval_is_read_exactly_if_it_is_not_reversed(one: datetime.date, other: datetime.date) -> None:
    start, end = sorted([one, other])
    when = parse(f"{start.isoformat()}/{end.isoformat()}")
    assert (when.earliest, when.latest) == ((start.year, start.month, start.day), (end.year, end.month, end.day))
    if start != end:
        with pytest.raises(DateError, match="before it starts"):
            parse(f"{end.isoformat()}/{start.isoformat()}")


# A second opinion


def is_asked(text: str) -> bool:
    """Where the edtf package can be right.

    It ignores significant digits, ends winter in December, has no hemispheres, bounds XXXX by the years 0 and 9999,
    takes a 29th of February for the bound of years that have none, gives an unknown end ten years,
    and has a year -0000.
    """
    return not re.search(r"S|XXXX|X-02-29|-(2[4-9]|3[0-2])$|^/|/$|^-000X", text)


def bounds_by_edtf(text: str) -> tuple[Day | None, Day | None] | None:
    """None if it refuses the text, or fails on it: 1984-1X is an AttributeError, 2016-12-1X a ValueError."""
    try:
        found = parse_edtf(text)
        return side_by_edtf(found.lower_strict), side_by_edtf(found.upper_strict)
    except (EDTFParseException, AttributeError, ValueError):
        return None


def side_by_edtf(side: Callable[[], Any]) -> Day | None:
    try:
        year, month, day = tuple(side())[:3]
    except TypeError:  # it holds an open side as a float, and cannot make a day of it
        return None
    return year, month, day


def test_the_edtf_package_agrees_where_it_can_be_right() -> None:
    theirs = {text: bounds for text in VALID if is_asked(text) and (bounds := bounds_by_edtf(text))}
    ours = {text: (parse(text).earliest, parse(text).latest) for text in theirs}
    assert len(theirs) > 100
    assert {text: (ours[text], theirs[text]) for text in theirs if ours[text] != theirs[text]} == {}


@settings(deadline=None)
@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_the_edtf_package_agrees_on_plain_dates(day: datetime.date, length: int, sign: str) -> None:
    text = day.isoformat()[:length] + sign
    when: When = parse(text)
    assert bounds_by_edtf(text) == (when.earliest, when.latest)
