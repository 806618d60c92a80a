"""The line with the caret, for texts in any script: under the right letter, within the width, and harmless."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from dossier.excerpt import caret, columns, excerpt, lines_of, visible
from dossier.problem import Mark


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🔬"])
def test_what_joins_letters_and_emoji_is_no_hidden_character(text: str) -> None:
    """Persian, Hindi and many emoji would be unreadable without."""
    assert visible(text) == text


CHARACTERS = st.sampled_from("ab -:\t中文é́ابאש\u202e\u200b\x07\x1b👍🏽‍\ufffd…") | st.characters(codec="utf-8")
LINES = st.text(CHARACTERS, max_size=90).map(lambda text: re.sub(r"[\r\n]", "", text))


@given(LINES, st.integers(0, 95), st.integers(30, 120))
@example("\x1f\x1f\x1f0000⿰", 2, 30)
def test_the_caret_stands_under_the_place(line: str, offset: int, width: int) -> None:
    """Below a line that fits, the caret is as far right as what stands before the place is wide."""
    found = excerpt(line, Mark("a", 1, offset + 1), width)
    below = caret(found)
    assert below.startswith(" " * columns(found.before) + "^")
    before = visible(line[:offset])
    if columns(visible(line)) <= width:
        assert found.text == visible(line)
        assert below.index("^") == max(0, wcswidth(before))
    assert found.at == visible(line[offset : offset + 1])


@given(LINES.map(lambda text: text * 9), st.integers(0, 800), st.integers(30, 120))
def test_a_long_line_is_cut_around_the_place(line: str, offset: int, width: int) -> None:
    """What is shown fits, holds the place, and says where something was left out."""
    found = excerpt(line, Mark("a", 1, offset + 1), width)
    # A sequence of emoji may be a column wider when it is cut in two.
    assert columns(found.text) <= width + 10
    if found.text != visible(line):
        assert found.before.startswith("…") or found.after.endswith("…")
        assert found.before.removeprefix("…") == "" or visible(line[:offset]).endswith(found.before.removeprefix("…"))
        assert visible(line[offset + 1 :]).startswith(found.after.removesuffix("…"))


@given(st.text(max_size=60))
def test_nothing_that_is_shown_commands_the_terminal(text: str) -> None:
    """No escape, no turning of the order of words, no character that nobody sees."""
    shown = visible(text)
    hidden = {letter for letter in shown if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert hidden <= {"\u200c", "\u200d"}
    assert visible(shown) == shown


@given(st.text(st.characters(max_codepoint=0x2100), max_size=40).map(visible))
def test_the_short_way_to_the_width_is_the_long_way(text: str) -> None:
    """Most lines are measured without the tables; they are as wide as with them."""
    assert columns(text) == max(0, wcswidth(text))


def test_a_line_from_right_to_left_names_the_word() -> None:
    """Where a terminal may turn the line round, the caret alone could mislead."""
    line = "- name: حلب الشهباء"
    assert caret(excerpt(line, Mark("a", 1, 9), 80)) == "        ^ here: حلب"
    assert caret(excerpt("- name: x", Mark("a", 1, 9), 80)) == "        ^"


def test_wide_characters_are_cut_by_their_width() -> None:
    """Two columns each, on both sides of the place."""
    line = f"{'中' * 300}x{'文' * 300}"
    found = excerpt(line, Mark("a", 1, 301), 60)
    assert found.at == "x"
    assert 57 <= columns(found.text) <= 60
    assert columns(excerpt(line, Mark("a", 1, 602), 60).text) <= 60


def test_a_huge_line_is_no_matter() -> None:
    """A file may be a single line of sixteen megabytes."""
    line = "中" * 5_000_000
    assert columns(excerpt(line, Mark("a", 1, 2_500_000), 80).text) <= 80


def test_lines_are_counted_as_yaml_counts_them() -> None:
    """Line ends of Windows and a form feed: not what `splitlines` counts."""
    assert lines_of(b"a\r\nb\x0cc\nd\re") == ("a", "b\x0cc", "d", "e")
    assert lines_of("\ufeffa\n\u2028b".encode()) == ("a", "\u2028b")
    assert lines_of(b"\x89PNG\0\n") == ()
