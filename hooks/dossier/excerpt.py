"""The line a problem is about, with the place marked: what a person needs to see to know what is meant.

A caret stands under the right letter only if the width of each character is known: a Chinese one takes two columns, an
accent may take none (Unicode Standard Annex 11; `wcwidth` keeps its tables). What nobody would see, or what would turn
the order of the words round, is written out as `<U+202E>`, so that a line can neither hide what is wrong in it nor
command the terminal it is printed on.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .problem import Mark

TAB: Final = "→   "
_JOINERS: Final = "\u200c\u200d"
"""Invisible, and needed: Persian and Indic scripts and many emoji are written with them."""
_BREAK: Final = re.compile(r"\r\n|\n|\r")
_WORD: Final = re.compile(r"\S{1,40}")
_LONGEST_NOTE: Final = 24
_NARROW: Final = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*")
"""Texts in which every character takes one column: most lines of most languages."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it can be printed, in three parts: what stands before the place, the character there, what follows."""

    number: int
    before: str
    at: str
    after: str
    word: str = ""
    """The word at the place, if the line holds a script written from right to left: there a caret can mislead."""

    @property
    def text(self) -> str:
        return f"{self.before}{self.at}{self.after}"


def line_at(lines: Sequence[str], number: int) -> str:
    """Return the line with a number, counted from 1; nothing if there is none."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def lines_of(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file as YAML and Python count them; none if it is no text."""
    if b"\0" in data:
        return ()
    return tuple(_BREAK.split(data.decode("utf-8", "replace").removeprefix("\ufeff")))


def excerpt(line: str, mark: Mark, width: int) -> Excerpt:
    """Return the line of a mark, cut around the place to `width` columns; a place past its end is its end."""
    at = min(mark.column - 1, len(line))
    start, end = max(0, at - 2 * width), at + 2 * width
    before, here, after = visible(line[start:at]), visible(line[at : at + 1]), visible(line[at + 1 : end])
    if start or end < len(line) or columns(before + here + after) > width:
        room = max(width // 3, width - columns(here + after) - 1)
        before = f"…{_last(before, room - 1)}" if start or columns(before) > room else before
        room = max(0, width - columns(before + here))
        after = f"{_first(after, room - 1)}…" if end < len(line) or columns(after) > room else after
    found = _WORD.search(visible(line[at:end])) if _turns(line[start:end]) else None
    return Excerpt(mark.line, before, here, after, found.group()[:_LONGEST_NOTE] if found else "")


def caret(found: Excerpt) -> str:
    """Return the line that goes below an excerpt."""
    return f"{' ' * columns(found.before)}^{f' here: {found.word}' if found.word else ''}"


def visible(text: str) -> str:
    """Return a text with everything that has no shape of its own written out; a tab is an arrow, four columns wide."""
    return "".join(map(_shown, text)) if not text.isascii() or not text.isprintable() else text


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    if "\ud800" <= character <= "\udfff":  # a byte of a file name that is no UTF-8 (PEP 383)
        return "\ufffd"
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character not in _JOINERS
    return f"<U+{ord(character):04X}>" if hidden else character


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    # Its tables take a tenth of the time of a whole check, and most lines need none.
    from wcwidth import wcswidth  # noqa: PLC0415

    return max(0, wcswidth(text))


def _first(text: str, width: int) -> str:
    """Return as much of the start of a text as fits."""
    return next((text[:end] for end in range(min(len(text), width), 0, -1) if columns(text[:end]) <= width), "")


def _last(text: str, width: int) -> str:
    """Return as much of the end of a text as fits, beginning with no accent that belongs to what was cut off."""
    starts = range(max(0, len(text) - width), len(text))
    fits = (text[start:] for start in starts if columns(text[start:]) <= width and columns(text[start]))
    return next(fits, "")


def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
