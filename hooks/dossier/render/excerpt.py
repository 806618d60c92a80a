"""The beginning of a text in plain words with the places of its links: for cards, which are made by a script.

While a text is put together, a link is `\\x01address\\x02words\\x03`: data has no control characters.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..prose import Code, Link, Text, WebLink, in_one_line, parse, without_signs
from .desk import Desk
from .pen import Pen

_LINK: Final = re.compile("\x01([^\x02]*)\x02([^\x03]*)\x03")
_FRONT: Final = "index.md"
"""Addresses are seen from the front page: below the site."""


class Excerpt(NamedTuple):
    """A text without its links, and the first link to each address as start, length, address.

    Places are counted as JavaScript counts them: a character beyond U+FFFF is two.
    """

    text: str
    links: tuple[tuple[int, int, str], ...]


def excerpt(text: str, longest: int) -> Excerpt:
    """Return a text that was put together with `linked` or `spoken`, cut at a word to so many characters."""
    parts: list[str] = []
    links: dict[str, tuple[int, int, str]] = {}
    end = place = 0
    for found in _LINK.finditer(text):
        address, words = found.groups()
        parts += (text[end : found.start()], words)
        start = place + _units(parts[-2])
        links.setdefault(address, (start, _units(words), address))
        place = start + _units(words)
        end = found.end()
    whole = "".join((*parts, text[end:]))
    shown = cut(whole, longest)
    last = _units(whole) if shown == whole else _units(shown[:-2])
    return Excerpt(shown, tuple(link for link in links.values() if sum(link[:2]) <= last))


def linked(desk: Desk, id_: str, owner: str, words: str = "") -> str:
    """Return a link to an entry as `excerpt` takes it; only the words where it is the entry the card is of."""
    pen = Pen(desk, _FRONT)
    shown = words or pen.title(desk.facts.dossier.entries[id_])
    return shown if id_ == owner else f"\x01{pen.href(id_)}\x02{shown}\x03"


def spoken(desk: Desk, text: str, owner: str, longest: int) -> str:
    """Return at least so many characters of a prose field as a reader hears it, with links where its page has them."""
    parts: list[str] = []
    for part in _spoken(desk, text, owner, 2 * longest):
        parts.append(part)
        if sum(len(_LINK.sub(r"\2", part)) for part in parts) > 2 * longest:
            break
    return in_one_line(parts)


def _spoken(desk: Desk, text: str, owner: str, longest: int) -> Iterator[str]:
    for token in parse(text):
        if isinstance(token, Text):
            yield _with_names(desk, without_signs(token.text[: 2 * longest]), owner)
        elif isinstance(token, Link):
            yield linked(desk, token.id, owner, token.words or "")
        elif isinstance(token, WebLink):
            yield token.words
        elif isinstance(token, Code):
            yield token.inside


def _with_names(desk: Desk, text: str, owner: str) -> str:
    parts: list[str] = []
    end = 0
    for found in desk.facts.names.find(text):
        parts += (text[end : found.start], linked(desk, found.id, owner, text[found.start : found.end]))
        end = found.end
    return "".join((*parts, text[end:]))


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many characters, cut at a word where it has words."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 2]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:–')}\u00a0…"


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
