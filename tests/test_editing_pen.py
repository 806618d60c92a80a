"""What the pen writes is read back as it was given, and what stood in the file stays byte for byte."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.editing.pen import appended, entry_text
from dossier.editing.scalars import Unwritable
from dossier.editing.tree import Unfit
from dossier.load import load_text
from dossier.load.text import UNSEEN

_HOSTILE = (
    "yes no null ~ 12:30 0x1F 0o17 1e3 1_000 .inf = << - ? : -- --- ... a: :b a:b [x] {y} &a *b !c |d >- 'q' \"r\" "
    "@s `t %u # a#b 2016-12-08 2016-12 “z” 🌉 𝒳 جسر \\ \\n ======= <<<<<<< >>>>>>> ||||||| [@a,p3] [[a]] y N"
)
HOSTILE = st.sampled_from(_HOSTILE.split())
ALPHABET = st.characters(codec="utf-8").filter(lambda sign: not UNSEEN.search(sign)) | st.sampled_from(
    " \n\t\r:#-'\"\\[]{}\u200c\u00a0"
)
TEXTS = (
    st.text(ALPHABET, max_size=30)
    | HOSTILE
    | st.lists(HOSTILE, max_size=60).map(" ".join)
    | st.lists(HOSTILE, max_size=8).map("\n".join)
    | st.lists(st.sampled_from(["word", "a" * 130, "", "\n", "\n\n", " x"]), max_size=50).map(" ".join)
)
NAMES = st.from_regex(r"[a-z_]{1,9}", fullmatch=True) | st.text(ALPHABET, max_size=9).filter(lambda name: name != "<<")
LEAVES = TEXTS | st.booleans() | st.integers() | st.floats(allow_nan=False)
VALUES: Any = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
ENTRIES = st.dictionaries(NAMES, VALUES, max_size=5)


def as_read(value: object) -> object:
    """Return a value as the loader gives it: all scalars are text."""
    if isinstance(value, dict):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def values(text: str) -> Any:
    sheet, problems = load_text("claims", "data/claims.yml", text.encode())
    assert not problems, problems
    return sheet and sheet.value


@given(ENTRIES)
def test_what_is_written_reads_back(entry: dict[str, Any]) -> None:
    """The property of the pen: whatever an entry holds, nothing is lost or read as something else."""
    text = entry_text(entry)
    assert values(text) == [as_read(entry)]
    assert text.startswith("-")
    assert text.endswith("\n")


@given(st.dictionaries(st.from_regex(r"[a-z]{1,9}", fullmatch=True), TEXTS, min_size=1))
def test_other_programs_read_the_same_text(entry: dict[str, str]) -> None:
    """A reader that guesses types, after YAML 1.1, guesses text; only a full date it may take for that day."""
    (read,) = yaml.load(entry_text({f"_{key}": value for key, value in entry.items()}), Loader=yaml.CSafeLoader)
    assert {key: str(value) for key, value in read.items()} == {f"_{key}": value for key, value in entry.items()}
    assert all(isinstance(value, str) or str(value).count("-") == 2 for value in read.values())


@given(st.dictionaries(st.sampled_from("abc"), st.lists(st.text("ab:#", min_size=1, max_size=40)).map(" ".join)))
def test_lines_keep_the_width(entry: dict[str, Any]) -> None:
    """Only what cannot be broken is longer: a word, or a text in quotation marks."""
    for line in entry_text(entry).splitlines():
        assert len(line) <= 108 or " " not in line.strip()


FILES = st.lists(ENTRIES.filter(bool), max_size=3).map(
    lambda found: "\n".join(map(entry_text, found))
) | st.sampled_from(
    ["", "# c\n", "# c", "[]", "# a\n[]  # none\n# b\n", "- id: x", "  - id: x\n\n# end\n", "- id: |+\n    x\n\n\n"]
)


@given(FILES, st.lists(ENTRIES, min_size=1, max_size=3), st.booleans())
def test_an_entry_at_the_end_touches_nothing_else(before: str, entries: list[dict[str, Any]], crlf: bool) -> None:
    """All lines that stood there stand there still; the new values are the last."""
    before = before.replace("\n", "\r\n") if crlf else before
    after = appended(before, [entry_text(entry) for entry in entries])
    old = (values(before) or []) if before.strip(" \r\n") and not before.startswith("# c") else []
    assert values(after) == [*old, *[as_read(entry) for entry in entries]]
    if "[]" not in before:
        assert after.startswith(before)
    assert "\r\n" not in before or after.count("\n") == after.count("\r\n")


WEIR = "source: weir-post-2026-05\nremarks:\n  - id: one\n    text: >-\n      Closed.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(WEIR, WEIR + "  - id: two\n", id="at the end"),
        pytest.param(WEIR + "\n# end\n", WEIR + "  - id: two\n\n# end\n", id="before what ends the file"),
        pytest.param(WEIR + "words: 9\n", WEIR + "  - id: two\nwords: 9\n", id="before the next field"),
        pytest.param(WEIR + "\n  - id: x\n", WEIR + "\n  - id: x\n\n  - id: two\n", id="parted as the others are"),
        pytest.param("source: a\n", "source: a\nremarks:\n  - id: two\n", id="no list yet"),
        pytest.param("source: a", "source: a\nremarks:\n  - id: two\n", id="no last line end"),
        pytest.param("remarks: []\nb: c\n", "remarks:\n  - id: two\nb: c\n", id="an empty list"),
        pytest.param("remarks: []  # yet\n", "remarks:  # yet\n  - id: two\n", id="an empty list with a comment"),
    ],
)
def test_a_remark_goes_to_the_end_of_the_remarks(before: str, after: str) -> None:
    """A document's file is a mapping, and its list of remarks need not be the last field."""
    assert appended(before, [entry_text({"id": "two"})], "remarks") == after


@pytest.mark.parametrize("before", ["{}", "[{id: x}]\n", "- id: x\n...\n", "a: b\n", "- id: [\n", "- *a\n"])
def test_a_file_that_cannot_be_added_to_is_refused(before: str) -> None:
    """Rather than written in a way that is read otherwise."""
    with pytest.raises(Unfit):
        appended(before, [entry_text({"id": "two"})])


@pytest.mark.parametrize(
    ("value", "error"), [(None, TypeError), ({1, 2}, TypeError), ("\ud800", Unwritable), ("a\u200bb", Unwritable)]
)
def test_what_has_no_form_is_refused(value: object, error: type[Exception]) -> None:
    """Nothing is written in place of what cannot be."""
    with pytest.raises(error):
        entry_text({"id": "a", "title": value})


@pytest.mark.parametrize(
    "text", ["1e3", "0o17", "y", "N", "12:30", "0x1F", "no", "~", "2016", "1_000", ".5", "=", "<<"]
)
def test_what_a_program_could_take_for_something_else_is_quoted(text: str) -> None:
    """By the rules of YAML 1.1 and by those of 1.2, which differ."""
    assert entry_text({"id": text}) == f'- id: "{text}"\n'


@pytest.mark.parametrize("text", ["2016-12-08", "2016-12", "p3", "0.1.0", "https://example.org/a?b=c#d", "“so”", "جسر"])
def test_what_every_program_takes_for_this_text_stands_plain(text: str) -> None:
    """No quotation marks where none are needed: people read these files."""
    assert entry_text({"id": text}) == f"- id: {text}\n"
