"""A text cut into sentences, for counting and for pointing at one by number; nothing is kept of the text.

Follows the ideas of Unicode Standard Annex #29 (sentence boundaries): a closing mark, what closes after it, white
space, and no small letter behind. Abbreviations are known for English only.
"""

import re
from collections.abc import Iterator
from typing import Final

_CLOSING: Final = r"[”’\"'»)\]›」』】）]*"
_END: Final = re.compile(
    # Marks of scripts with spaces need one behind them; those of Chinese and Japanese do not.
    rf"(?:(?P<mark>[.!?…؟۔।॥։።\u037e]+|(?<=[\u0370-\u03ff\u1f00-\u1fff]);){_CLOSING}(?=\s)|[。！？｡]+{_CLOSING})"
)
_BEHIND: Final = re.compile(r"\s*[“‘\"'«(\[‹„¿¡—–-]*\s*(?P<first>\S?)")
_WORD_BEFORE: Final = re.compile(r"[^\s“‘\"'«(\[]+$")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+")

_SHORT: Final = (
    "adm. apr. aug. brig. capt. cf. cmdr. co. col. corp. cpl. dec. dept. dr. e.g. esp. est. etc. feb. fig. figs. gen. "
    "gov. hon. i.e. inc. jan. jr. lt. ltd. maj. mr. mrs. ms. mt. nov. oct. p. pp. pres. prof. pvt. rep. rev. sec. sen. "
    "sept. sgt. sr. st. v. vol. vs."
)
_OPENERS: Final = "A After An And At But For He His In It Its On She That The Their They This We"

ABBREVIATIONS: Final = frozenset(_SHORT.split())
"""English abbreviations, after which a capital letter begins no sentence."""

BEFORE_NUMBER: Final = frozenset(("no.", "nos.", "art.", "para.", "ch."))
"""English abbreviations only where a number follows."""

STARTERS: Final = frozenset(_OPENERS.split())
"""English words that begin a sentence even after initials: «in the U.S. The strike»."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each sentence of a passage, white space around it left out.

    A text without a closing mark (a headline) is one sentence. Never raises.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in _END.finditer(text):
        if found["mark"] is None or _ends(text, found):
            yield from _trimmed(text, begin, found.end())
            begin = found.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[begin:end]
    if any(letter.isalnum() for letter in inner):
        yield begin + len(inner) - len(inner.lstrip()), begin + len(inner.rstrip())


def _ends(text: str, found: re.Match[str]) -> bool:
    """Tell whether a closing mark ends a sentence, by what stands before and behind it."""
    behind = _BEHIND.match(text, found.end())
    first = behind["first"] if behind else ""
    if not first:
        return True
    mark = found["mark"]
    if first.islower() or (mark == ";" and not first.isupper()):
        return False
    return mark != "." or not _is_short(text, found, first, behind.start("first") if behind else 0)


def _is_short(text: str, found: re.Match[str], first: str, at: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation or initials."""
    before = _WORD_BEFORE.search(text[max(0, found.start() - 40) : found.start("mark") + 1])
    word = before.group() if before else ""
    if word.casefold() in BEFORE_NUMBER:
        return first.isdecimal()
    next_word = re.match(r"\w+", text[at : at + 40])
    if _INITIALS.fullmatch(word):
        return not next_word or next_word.group() not in STARTERS
    return word.casefold() in ABBREVIATIONS
