"""Footnotes: a permanent key for every citation, a definition per page, and a register of every use.

A page is written with native references (`[^key]`). When all pages are written, each reference gets an anchor of its
own around it and each page its definitions, in order of first use, so that the numbers run 1, 2, 3 …; every definition
ends in links back to its uses on the page, lettered as in Wikipedia. Python-Markdown numbers repeated references in
the order in which it happens to visit nested blocks, not in reading order (its `fnref2:` may stand before `fnref:`),
which is why the anchors are ours.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..links import use_anchor
from ..prose import Code, parse

_REFERENCE: Final = re.compile(r"\[\^([a-z0-9-]+)\]")
_HEADING: Final = re.compile(r"^#{1,6} +(.+?)(?: *\{ *#([\w-]+)[^}\n]*\})? *$", re.MULTILINE)
_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as a footnote: what a key stands for."""

    key: str
    source: str
    locator: str = ""
    quote: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """One reference to a note: on which page, under which heading, the n-th there."""

    key: str
    page: str
    section: str
    number: int

    @property
    def anchor(self) -> str:
        return use_anchor(self.key, self.number)


def note(source: str, locator: str | None = None, quote: str | None = None, translation: str | None = None) -> Note:
    """Return the note of a citation. Its key depends on nothing but the citation, so links to it last.

    The key is the source's id; a locator that is a plain word is appended, any other locator and any quote as the first
    eight digits of their SHA-256.
    """
    locator, quote, translation = locator or "", quote or "", translation or ""
    key = source
    if locator:
        slug = _SLUG.sub("-", locator.lower()).strip("-")
        key += f"--{slug}" if slug and slug == locator.lower() else f"--l{_digest(locator)}"
    if quote:
        key += f"--q{_digest(quote)}"
    return Note(key, source, locator, quote, translation)


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def letter(number: int) -> str:
    """Return a, b … z, aa, ab … for 1, 2 …"""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def uses_in(path: str, markdown: str, section: str) -> tuple[str, tuple[Use, ...]]:
    """Return a page's Markdown with an anchor around every reference, and the uses in reading order.

    `section` names what stands before the first heading. Code is left alone.
    """
    uses: list[Use] = []
    counts: dict[str, int] = {}
    parts: list[str] = []
    for is_text, piece in _pieces(markdown):
        parts.append(_anchored(path, piece, section, counts, uses) if is_text else piece)
        if is_text:
            section = _last_heading(piece, section)
    return "".join(parts), tuple(uses)


def _pieces(markdown: str) -> Iterator[tuple[bool, str]]:
    """Split a page into text and code."""
    if "`" not in markdown:
        yield True, markdown
        return
    start = 0
    for token in parse(markdown):
        if isinstance(token, Code):
            yield True, markdown[start : token.offset]
            yield False, token.text
            start = token.offset + len(token.text)
    yield True, markdown[start:]


def _anchored(path: str, text: str, section: str, counts: dict[str, int], uses: list[Use]) -> str:
    headings = [(found.start(), _heard(found[1])) for found in _HEADING.finditer(text)]

    def wrap(found: re.Match[str]) -> str:
        key = found[1]
        counts[key] = counts.get(key, 0) + 1
        under = next((heading for start, heading in reversed(headings) if start < found.start()), section)
        use = Use(key, path, under, counts[key])
        uses.append(use)
        return f'<span class="use" id="{use.anchor}">[^{key}]</span>'

    return _REFERENCE.sub(wrap, text)


def _last_heading(text: str, before: str) -> str:
    found = list(_HEADING.finditer(text))
    return _heard(found[-1][1]) if found else before


def _heard(heading: str) -> str:
    """Return a heading without references, tags and link addresses."""
    heading = re.sub(r"<[^>]*>|\[\^[^\]]*\]", "", heading)
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", heading).split())


def definitions(uses: tuple[Use, ...], define: Callable[[str], str], back: Callable[[int], str]) -> str:
    """Return the definitions of all notes used on a page, in order of first use, each with links back to its uses.

    `define` words a note by its key, `back` words a link back to the n-th use for a screen reader.
    """
    by_key: dict[str, list[Use]] = {}
    for use in uses:
        by_key.setdefault(use.key, []).append(use)
    lines = []
    for key, found in by_key.items():
        links = " ".join(
            f'[{letter(use.number) if len(found) > 1 else "↑"}](#{use.anchor}){{title="{back(use.number)}"}}'
            for use in found
        )
        lines.append(f'[^{key}]: {define(key)} <span class="uses">{links}</span>\n')
    return "\n".join(lines)


Register = Mapping[str, tuple[Use, ...]]
"""For each note its uses on the whole site, by page, in reading order."""


def register(uses: tuple[Use, ...]) -> Register:
    """Group uses by note, pages in the order of their path."""
    found: dict[str, list[Use]] = {}
    for use in sorted(uses, key=lambda use: (use.page, use.key, use.number)):
        found.setdefault(use.key, []).append(use)
    return {key: tuple(items) for key, items in found.items()}
