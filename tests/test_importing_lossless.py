"""Nothing is lost silently: the words of every value of the input stand in an entry or in the report.

The oracle knows nothing of the formats: it walks the JSON and looks for each value in what came out.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dossier.importing import Imported
from imports import FORMS, SAMPLES, bring, sample

WORD = st.text("abcdefgh", min_size=5, max_size=9)
NAME = st.builds(" ".join, st.lists(WORD, min_size=1, max_size=3))
ADDRESS = st.builds("https://example.org/{}".format, WORD)
FOREIGN = st.dictionaries(WORD, NAME, max_size=2)
YEAR = st.integers(1000, 2999).map(str)
SLIDE = st.fixed_dictionaries(
    {},
    optional={
        "text": st.fixed_dictionaries({}, optional={"headline": NAME, "text": NAME, "extra": NAME}),
        "media": st.fixed_dictionaries(
            {}, optional=dict.fromkeys(("caption", "credit", "alt", "title", "link"), NAME) | {"url": ADDRESS}
        ),
        "group": NAME,
        "display_date": NAME,
        "unique_id": WORD,
        "background": FOREIGN,
        "custom": FOREIGN,
        "start_date": st.fixed_dictionaries({}, optional={"year": YEAR, "display_date": NAME, "format": NAME}),
    },
)
PERSON = st.fixed_dictionaries(
    {}, optional={"family": WORD, "given": WORD, "literal": NAME, "suffix": WORD, "other": WORD}
)
ITEM = st.fixed_dictionaries(
    {"id": WORD, "title": NAME, "type": st.sampled_from(["book", "article-journal", "webpage"])},
    optional=dict.fromkeys(
        ("publisher", "container-title", "abstract", "volume", "page", "note", "title-short", "odd"), NAME
    )
    | {
        "URL": ADDRESS,
        "author": st.lists(PERSON, max_size=2),
        "editor": st.lists(PERSON, max_size=2),
        "custom": FOREIGN,
    },
)
PROPERTIES = (
    "name",
    "alias",
    "summary",
    "description",
    "notes",
    "position",
    "country",
    "role",
    "title",
    "author",
    "odd",
)
ENTITY = st.fixed_dictionaries(
    {
        "id": WORD,
        "schema": st.sampled_from(["Person", "Company", "Event", "Address", "Document", "Vessel", "Membership"]),
        "properties": st.dictionaries(st.sampled_from(PROPERTIES), st.lists(NAME, min_size=1, max_size=2), max_size=6),
    },
    optional={"caption": NAME},
)
FEATURE = st.fixed_dictionaries(
    {
        "type": st.just("Feature"),
        "geometry": st.none(),
        "properties": st.dictionaries(
            st.sampled_from(["name", "description", "admin", "type", "odd"]), NAME, max_size=4
        ),
    }
)
PARTY = st.fixed_dictionaries(
    {}, optional={"@type": st.sampled_from(["Person", "Thing"]), "name": NAME, "url": ADDRESS}
)
REVIEW = st.fixed_dictionaries(
    {"@type": st.just("ClaimReview")},
    optional={
        "claimReviewed": NAME,
        "url": ADDRESS,
        "author": PARTY,
        "headline": NAME,
        "odd": NAME,
        "itemReviewed": st.fixed_dictionaries(
            {}, optional={"author": PARTY, "name": NAME, "appearance": st.lists(ADDRESS, max_size=2)}
        ),
        "reviewRating": st.fixed_dictionaries(
            {}, optional={"alternateName": NAME, "ratingValue": WORD, "ratingExplanation": NAME}
        ),
    },
)
FIELD_WORDS = {
    "Person",
    "Thing",
    "Feature",
    "ClaimReview",
    "Company",
    "Event",
    "Address",
    "Document",
    "Membership",
    "book",
    "article-journal",
    "webpage",
    "Organization",
    "PublicBody",
    "Ownership",
    "Directorship",
}
"""Values that say what a record is: what it became shows them, in the dossier's own words."""


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    elif isinstance(value, str) and value.strip():
        yield value


def out_of(found: Imported) -> str:
    """Return all text that came out: entries, and values of the report that were not carried over."""
    entries = [text for draft in found.drafts for text in leaves(draft.fields)]
    report = [one.value for outcome in found.outcomes for one in outcome.lost]
    return "\n".join([*entries, *report])


def missing(value: Any, found: Imported) -> list[str]:
    text = out_of(found)
    return [leaf for leaf in leaves(value) if leaf not in text and leaf not in FIELD_WORDS]


@given(st.lists(SLIDE, max_size=3), st.one_of(st.none(), SLIDE), FOREIGN)
def test_a_timeline_loses_nothing(slides: list[Any], title: Any, rest: dict[str, str]) -> None:
    value = {**rest, "events": slides, "eras": slides[:1], "title": title}
    assert missing(value, bring(json.dumps(value))) == []


@given(st.lists(ITEM, min_size=1, max_size=3))
def test_a_library_loses_nothing(items: list[Any]) -> None:
    assert missing(items, bring(json.dumps(items))) == []


@given(st.lists(ENTITY, min_size=1, max_size=4))
def test_entities_lose_nothing(entities: list[Any]) -> None:
    """The ids of entities are keys: citations name them."""
    found = bring(json.dumps(entities))
    labels = {outcome.record for outcome in found.outcomes}
    keys = {one["id"] for one in entities}
    assert [word for word in missing(entities, found) if word not in keys] == []
    assert all(any(f"({key})" in label for label in labels) for key in keys)


@given(st.lists(FEATURE, max_size=3), FOREIGN)
def test_places_lose_nothing(features: list[Any], rest: dict[str, str]) -> None:
    value = {**rest, "type": "FeatureCollection", "features": features}
    assert [word for word in missing(value, bring(json.dumps(value))) if word != "FeatureCollection"] == []


@given(st.lists(REVIEW, min_size=1, max_size=3))
def test_reviews_lose_nothing(reviews: list[Any]) -> None:
    assert missing(reviews, bring(json.dumps(reviews))) == []


@given(
    st.lists(st.dictionaries(st.sampled_from(["What", "When", "More", "Link", "Odd"]), NAME, max_size=5), min_size=1)
)
def test_a_table_loses_nothing(rows: list[dict[str, str]]) -> None:
    columns = ["What", "When", "More", "Link", "Odd"]
    text = "\n".join([",".join(columns), *(",".join(row.get(name, "") for name in columns) for row in rows), "x,,,,"])
    options = {"title": "What", "when": "When", "text": "More", "source": "Link"}
    assert missing(rows, bring(text, kind="event", columns=options)) == []


def test_bibtex_loses_nothing() -> None:
    """Every word of the sample, but for the words of BibTeX itself."""
    found = sample("library.bib")
    text = out_of(found) + "\n".join(outcome.record for outcome in found.outcomes)
    values = re.findall(r"= \{(.*?)\}[,\n}]", (SAMPLES / "library.bib").read_text("utf-8"))
    words = {word for value in values for word in re.findall(r"[A-Za-z]{4,}", re.sub(r"\{\\\"u\}", "ü", value))}
    assert words - set(re.findall(r"[A-Za-z]+", text)) <= {"newspaper", "british", "council"}


def test_json_samples_lose_nothing() -> None:
    """Of the samples as well, but for what was put in other words: dates, HTML and types."""
    for name in FORMS:
        if not name.endswith("json") or name == "entities.json":
            continue
        value = json.loads((SAMPLES / name).read_text("utf-8"))
        kept = [word for word in missing(value, sample(name)) if not re.search(r"[<&\d\[]", word)]
        assert set(kept) <= {
            "https://schema.org",
            "Rating",
            "FeatureCollection",
            "Point",
            "Polygon",
            "site",
            "article-newspaper",
            "en-GB",
        }
