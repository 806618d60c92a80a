"""Input nobody should write and somebody will: a clear message or a clear report, never a traceback, never a script."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.importing import LARGEST, Unusable
from dossier.importing.markup import from_html
from dossier.importing.wording import visible
from dossier.load.text import read_text
from dossier.problem import Severity
from dossier.reading import read_files
from imports import SAMPLES, added, bring, empty

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "the file is empty"),
    "only space": (b" \n\t", "the file is empty"),
    "a spreadsheet": (b"PK\x03\x04....", "a spreadsheet"),
    "an old spreadsheet": (b"\xd0\xcf\x11\xe0....", "old Excel format"),
    "a PDF": (b"%PDF-1.7", "this is a PDF"),
    "windows letters": ("Was;Wann\nBrücke;2026\n".encode("cp1252"), "line 2 has the byte 0xfc, which is not UTF-8"),
    "half of UTF-16": (b"\xff\xfe\x00", "which is not UTF-16-LE"),
    "deep": (b"[" * 200_000, "nesting is deeper"),
    "deep and closed": (b"[" * 200 + b"]" * 200, "nesting is deeper than 64"),
    "not a number": (b'{"events": [{"start_date": {"year": NaN}}]}', "`NaN` stands in the file"),
    "cut off": (b'{"events": [', "not well-formed JSON"),
    "a comma too many": (b'{"events": [],}', "in line 1, column"),
    "a page": (b"<!doctype html><title>x</title>", "none of the formats"),
    "a word": (b"hello", "none of the formats"),
    "only a header": (b"Year,Headline\n", "no rows below a header"),
    "an open quotation mark": (b'Year,Headline\n2026,"never closed\n2027,x\n', "quotation mark"),
    "lines, one broken": (b'{"id": "a", "schema": "Person", "properties": {}}\n{"id": }\n', "line 2: this is not"),
    "other JSON": (b'{"a": [1, 2, 3]}', "none of the formats"),
    "features that are none": (b'{"type": "FeatureCollection", "features": 3}', "no list of `features`"),
}
ODD: dict[str, bytes] = {
    "a name twice": b'{"events": [{"text": {"headline": "A", "headline": "B"}}]}',
    "wrong types": b'{"events": [3, null, "x", [], {"text": 3}, {"text": {"headline": ["A"]}, "start_date": "2026"}]}',
    "a huge number": b'{"events": [{"start_date": {"year": %s}, "text": {"headline": "A"}}]}' % (b"9" * 5000),
    "half a character": b'{"events": [{"text": {"headline": "A\\ud800B"}}]}',
    "invisible": '{"events": [{"text": {"headline": "A\u202eB\u200b", "text": "\u2066x"}}]}'.encode(),
    "only invisible": '{"events": [{"text": {"headline": "\u200b"}}]}'.encode(),
    "a tab and a null": b'{"events": [{"text": {"headline": "A\\tB\\u0000"}}]}',
    "a conflict marker": b'{"events": [{"text": {"headline": "======= A", "text": "a\\n<<<<<<< HEAD\\nb"}}]}',
    "yaml": b'{"events": [{"text": {"headline": "- id: x", "text": "&a *b !!python/object {{ x }} # no"}}]}',
    "our signs": b'{"events": [{"text": {"headline": "[@x] [[y]]", "text": "[@x, p. 1] [[y|z]] [a](javascript:b)"}}]}',
    "a device": b'{"events": [{"text": {"headline": "CON"}}, {"text": {"headline": "nul"}}]}',
    "long": b'{"events": [{"text": {"headline": "%s"}}]}' % (b"long " * 20_000),
    "utf-16": "\ufeffYear,Headline\n2026,Brücke\n".encode("utf-16-le"),
    "utf-16, no mark": "Year,Headline\n2026,Bridge\n".encode("utf-16-be"),
    "excel": b'sep=;\r\nYear;Headline\r\n2026;=HYPERLINK(1)\r\n2027;="007"\r\n',
    "ragged": b"Year,Headline\n2026,A,more,and more\n2027\n,,,\n",
    "columns of one name": b"Year,Headline,Text,Text\n2026,A,b,c\n",
    "csl of wrong types": b'[{"id": {"a": 1}, "type": [], "title": "T", "author": "A", "issued": {"date-parts": [[]]}}]',  # noqa: E501
    "csl dates": b'[{"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [["x", 1], [2, 3], [4]]}}]',
    "a place without sense": b'{"type": "Feature", "properties": {"name": "P"}, "geometry": {"coordinates": [[[]]]}}',
    "coordinates in words": b'{"type": "Point", "coordinates": ["east", "north"]}',
    "features of all sorts": b'{"type": "FeatureCollection", "features": [1, null, "x", {"geometry": 3}, {}]}',
    "a claim of wrong types": b'{"@type": "ClaimReview", "claimReviewed": ["x"], "url": 3, "reviewRating": "x"}',
    "entities of wrong types": b'[{"schema": "Person", "properties": {"name": "x"}}, 3, {"schema": 4}, {"id": "u"}]',
    "an entity that is its own relation": b'[{"id": "o", "schema": "Ownership", "properties": {"owner": ["o"]}}]',
    "braces": b"@article{a, title = {{{{{x}}}}}, author = { and and }, year = {{}}}",
    "tex": rb"@book{b, title = {\href{javascript:x}{\textbf{A}} $\frac{1}{2}$ \undefined{B} \'}, url = {\url{x}}}",
    "bib without key": b"@book{, title = {x}}\n@{x}\n@book",
}
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), LETTERS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(LETTERS, inner, max_size=3)),
    max_leaves=6,
)


def wild(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return objects with some of these names and anything at all in them."""
    return st.dictionaries(st.sampled_from(names), VALUES, max_size=len(names))


TIMELINES = st.fixed_dictionaries(
    {"events": st.lists(st.one_of(wild("start_date", "end_date", "text", "media", "group"), VALUES), max_size=3)},
    optional={"title": VALUES, "eras": VALUES, "scale": VALUES},
)
ITEMS = st.lists(
    wild("id", "type", "title", "author", "issued", "URL", "DOI", "language", "editor"), min_size=1, max_size=3
)
ENTITIES = st.lists(
    st.fixed_dictionaries(
        {"schema": st.sampled_from(["Person", "Event", "Address", "Document", "Ownership", "Vessel"]),
         "properties": wild("name", "date", "startDate", "owner", "asset", "latitude", "longitude", "title")},
        optional={"id": st.sampled_from(["a", "b", "c"])},
    ), min_size=1, max_size=4,
)  # fmt: skip
FEATURES = st.fixed_dictionaries(
    {"type": st.just("FeatureCollection"),
     "features": st.lists(
         st.fixed_dictionaries({"properties": wild("name", "radius"), "geometry": wild("type", "coordinates")})
     )}
)  # fmt: skip
REVIEWS = st.fixed_dictionaries(
    {"@type": st.just("ClaimReview")},
    optional=dict.fromkeys(("url", "claimReviewed", "author", "itemReviewed", "reviewRating"), VALUES),
)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_answered(name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(Unusable) as raised:
        bring(data)
    assert said in str(raised.value)
    assert raised.value.expected


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unusable, match="more than the"):
        bring(b" " * (LARGEST + 1))


@pytest.mark.parametrize("name", ODD)
def test_odd_input_gives_a_dossier_without_errors(name: str) -> None:
    """Whatever is written reads back, and whatever is not is reported."""
    found = bring(ODD[name])
    assert errors(added(found)) == []
    assert found.outcomes


def test_excel_formulas_are_reported_and_zeros_kept() -> None:
    found = bring(ODD["excel"])
    assert [one.why for one in found.outcomes[0].lost] or found.outcomes[0].carried
    titles = {draft.fields["title"] for draft in found.drafts if draft.kind == "events"}
    assert "007" in titles
    assert not any(title.startswith("=") for title in titles)


def test_no_script_and_no_data_address_is_carried() -> None:
    text = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a>'
    text += "<svg onload=x>c</svg>"
    slide = {"text": {"headline": text, "text": text}, "media": {"url": "data:image/png;base64,xx"}}
    found = bring(json.dumps({"events": [slide]}))
    written = json.dumps([draft.fields for draft in found.drafts])
    assert not [word for word in ("javascript:", "data:", "onerror", "<", "onload") if word in written]
    lost = json.dumps([one.value + one.why for outcome in found.outcomes for one in outcome.lost])
    assert "javascript:alert(1)" in lost
    assert "data:image/png" in lost


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<!", "</", "<a><b>", "&", "&#", "<a href='", "<script>"])
def test_html_that_never_ends_takes_no_time(piece: str) -> None:
    """A parser that looks ahead from each sign would take minutes for this."""
    from_html(piece * 20_000, prose=True)


def test_what_the_data_may_not_hold_is_left_out() -> None:
    """Every character the loader refuses, so that the two cannot drift apart."""
    numbers = (*range(0xD800), *range(0xE000, 0x10000), *(plane << 16 | 0xFFFE for plane in range(17)), 0xE0041)
    kept = "".join(f"a{letter}" for letter in map(visible, map(chr, numbers)) if letter not in ("", "\n"))
    assert read_text("x", kept.encode())[1] == ()


def errors(files: dict[str, bytes]) -> list[str]:
    return [str(one) for one in read_files("data", files).problems if one.severity is Severity.ERROR]


@given(st.one_of(TIMELINES, ITEMS, ENTITIES, FEATURES, REVIEWS))
def test_anything_in_a_known_form_is_taken_or_reported(value: Any) -> None:
    """No fault for any values, the dossier reads without errors, and every leaf is in one of the two lists."""
    try:
        found = bring(json.dumps(value))
    except Unusable:
        return
    assert errors(added(found)) == []


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused(data: bytes) -> None:
    try:
        found = bring(data)
    except Unusable:
        return
    assert errors(added(found)) == []


@given(st.sampled_from(["timeline.json", "library.bib", "timeline.csv", "entities.json"]), st.data())
def test_a_file_cut_or_spoilt_anywhere_is_taken_or_refused(name: str, draw: st.DataObject) -> None:
    data = bytearray((SAMPLES / name).read_bytes())
    at = draw.draw(st.integers(0, len(data) - 1))
    spoilt = (
        bytes(data[:at])
        if draw.draw(st.booleans())
        else bytes(data[:at] + draw.draw(st.binary(max_size=3)) + data[at + 1 :])
    )
    try:
        found = bring(spoilt)
    except Unusable:
        return
    assert errors(added(found, empty())) == []


def test_a_sign_that_begins_no_tag_is_text() -> None:
    """It is shown as it is; the parser never sees it, for it would search all of the rest for its end."""
    assert from_html("1 < 2 and <a", prose=False).text == "1 < 2 and <a"
    assert from_html("<b>a<!-- b", prose=False).text == "a<!-- b"


def test_a_part_of_a_date_that_is_zero_says_nothing() -> None:
    item = {"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [[2019, 0, 0]]}}
    found = bring(json.dumps([item]))
    assert found.drafts[0].fields["issued"] == "2019"
    assert "a part that is 0 says nothing" in {one.why for one in found.outcomes[0].lost}
