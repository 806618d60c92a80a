"""Dates: how they sort, how their days count, and how they are worded for people and for HTML."""

import datetime
import io
import itertools
import re
from dataclasses import fields
from pathlib import Path

import pytest
from babel.messages.extract import extract
from hypothesis import given, settings
from hypothesis import strategies as st

from date_tables import VALID, table
from dossier.dates import When, from_ordinal, iso, ordinal, parse, phrases, short, weekday, words

# Order


@settings(deadline=None)
@given(st.lists(st.sampled_from([parse(text) for text in VALID]), min_size=2, max_size=6))
def test_the_order_is_total_and_follows_the_bounds(dates: list[When]) -> None:
    in_order = sorted(dates, key=lambda when: when.sort_key)
    assert sorted(dates[1:] + dates[:1], key=lambda when: when.sort_key) == in_order
    for one, other in itertools.pairwise(in_order):
        assert (one.sort_key == other.sort_key) == (one == other)
        assert follows_the_bounds(one, other)


def follows_the_bounds(one: When, other: When) -> bool:
    """Whether what starts first stands first and, among equals, what ends first."""
    if not (one.earliest and other.earliest):
        return True
    if one.earliest != other.earliest:
        return one.earliest < other.earliest
    return other.latest is None or (one.latest is not None and one.latest <= other.latest)


def test_the_order_puts_each_kind_in_its_place() -> None:
    texts = [
        "2015",
        "../2016-12-08",  # no start: placed by its end, before what starts then
        "/2016-12-08",
        "[..2016-12-08]",
        "2016-12-08",
        "2016-12-08T09:00:00",
        "2016-12-08T14:30:00",
        "2016-12-08/2016-12-11",
        "2016-12-08/",
        "2016-12-08/..",  # no end: after what has one
        "2016-12-09",
        "XXXX-12-08",  # no year: after everything
    ]
    mixed = texts[::-1]
    assert sorted(mixed, key=lambda text: parse(text).sort_key) == texts


# Days


@settings(deadline=None)
@given(st.dates())
def test_days_count_as_in_python(day: datetime.date) -> None:
    triple = (day.year, day.month, day.day)
    assert ordinal(triple) == day.toordinal()
    assert from_ordinal(day.toordinal()) == triple
    assert weekday(triple) == day.weekday()


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_days_count_on_before_year_1_and_after_9999(number: int) -> None:
    assert ordinal(from_ordinal(number)) == number
    assert from_ordinal(number) < from_ordinal(number + 1)
    assert weekday(from_ordinal(number + 7)) == weekday(from_ordinal(number))


def test_days_join_without_a_gap_where_python_ends() -> None:
    assert from_ordinal(0) == (0, 12, 31)
    assert ordinal((0, 2, 29)) + 1 == ordinal((0, 3, 1))
    assert ordinal((10000, 1, 1)) == datetime.date.max.toordinal() + 1


# Words


@pytest.mark.parametrize(
    ("locale", "text", "in_full", "in_short"),
    [pytest.param(locale, *row, id=f"{locale}: {row[0]}") for locale, row in table("words.yml")],
)
def test_a_date_in_words(locale: str, text: str, in_full: str, in_short: str) -> None:
    when = parse(text)
    assert words(when, locale) == in_full
    assert short(when, locale) == in_short


@pytest.mark.parametrize("locale", ["ar", "de", "en_GB", "fa", "he", "hi", "hu", "ja", "pt-BR", "ru", "th", "zh-Hant"])
def test_every_date_can_be_worded_in(locale: str) -> None:
    for text in VALID:
        for worded in (words(parse(text), locale), short(parse(text), locale)):
            assert worded.strip() == worded != ""
            assert not re.search(r"[{}]|\bM\d\d\b", worded)  # no placeholder, and no month CLDR has no name for


def test_phrases_are_translated_and_filled_afterwards() -> None:
    german = {"about {start} to {end}": "etwa {start} bis {end}", "{date} (uncertain)": "{date} (unsicher)"}
    worded = words(parse("2016-09%/2016-12%"), "de", german.__getitem__)
    assert worded == "etwa September bis Dezember 2016 (unsicher)"


def test_no_english_is_left_when_every_phrase_is_translated() -> None:
    """Each phrase is replaced by its placeholders, so that any word left over did not come from the catalogue."""
    for text in VALID:
        for say in (words, short):
            worded = say(parse(text), "ja", lambda phrase: " ".join(re.findall(r"{\w+}", phrase)))
            assert not re.search("[a-z]", worded), text


def test_every_phrase_is_found_by_the_extraction_of_babel() -> None:
    source = Path(phrases.__file__).read_bytes()
    found = {message for _, message, _, _ in extract("python", io.BytesIO(source))}
    said = {getattr(each, field.name) for each in (phrases.LONG, phrases.SHORT) for field in fields(each)}
    assert found == (said - {None}) | {*phrases.PART_NAMES, *phrases.GROUPINGS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", "2016"),
        ("2016-12", "2016-12"),
        ("2016-12-08", "2016-12-08"),
        ("0044", "0044"),
        ("Y12016", "12016"),
        ("2016-12-08T14:30:00", "2016-12-08T14:30:00"),
        ("2016-12-08T14:30:00Z", "2016-12-08T14:30:00Z"),
        ("2016-12-08T14:30:00-04", "2016-12-08T14:30:00-04:00"),
        ("2016-12-08T14:30:00+05:30", "2016-12-08T14:30:00+05:30"),
        *((text, None) for text in ("2016?", "2016~", "2016-12-XX", "201X", "XXXX-12-08", "2016-21", "1950S2")),
        *((text, None) for text in ("0000", "-0043", "2016/2017", "2016/..", "[2016]", "{2016,2017}", "2004-06~-11")),
    ],
)
def test_the_value_for_a_time_element(text: str, expected: str | None) -> None:
    assert iso(parse(text)) == expected
