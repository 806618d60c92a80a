"""A hand-written page in its sections: from each heading to the next, with the anchor the heading gets."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from unicodedata import normalize

_HEADING: Final = re.compile(r"^(#{1,6}) +(.+?) *(?:\{[^}\n]*?#([\w-]+)[^}\n]*\})? *#*$")
_FENCE: Final = re.compile(r"^ *(```|~~~)")
_SIGNS: Final = re.compile(r"\[\^[^\]]*\]|<[^>]*>|\{:?[ .#][^}]*\}|!?\[([^\]]*)\]\([^)]*\)|\|?-{3,}\|?|[*`|]|^[#>\s-]+")
"""What of Markdown a reader does not see; the words of a link are kept."""


class Section(NamedTuple):
    """A part of a page; one without an anchor is the beginning of the page, before its second heading."""

    title: str
    anchor: str
    text: str
    """Plain text, a paragraph a line."""


def sections(title: str, markdown: str) -> Iterator[Section]:
    """Yield the sections of a page of this title; a heading of the first rank is the page's own."""
    here, anchor, lines, code = title, "", list[str](), False
    taken: set[str] = set()
    for line in markdown.split("\n"):
        code ^= bool(_FENCE.match(line))
        heading = None if code else _HEADING.match(line)
        if not heading:
            lines.append(line if code else _SIGNS.sub(r"\1", line))
            continue
        if anchor or "".join(lines).strip():
            yield Section(here, anchor, _paragraphs(lines))
        words = _SIGNS.sub(r"\1", heading[2]).strip()
        own = heading[3] or anchor_of(words, taken)
        taken.add(own)
        first = len(heading[1]) == 1
        here, anchor, lines = (title, "", []) if first else (words, own, [])
    yield Section(here, anchor, _paragraphs(lines))


def _paragraphs(lines: list[str]) -> str:
    return "\n".join(" ".join(part.split()) for part in "\n".join(lines).split("\n\n")).strip()


def anchor_of(heading: str, taken: set[str]) -> str:
    """Return the anchor that Python-Markdown gives a heading that names none, when these are taken on its page."""
    letters = normalize("NFKD", heading).encode("ascii", "ignore").decode()
    slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())
    number, anchor = 0, slug
    while anchor in taken or not anchor:
        number += 1
        anchor = f"{slug}_{number}"
    return anchor
