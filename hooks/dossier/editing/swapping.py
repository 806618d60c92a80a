"""One id for another inside a text: where it is meant, in the value and in the file the value was read from."""

import re
from collections.abc import Iterator, Sequence

from ..prose import Cite, Link, parse
from .scalars import inline, quoted
from .tree import Scalar

Edit = tuple[int, int, str]
"""Start and end of a stretch of a text, and what comes in its place."""


def meant(prose: str, id_: str) -> list[int]:
    """Return where a prose text cites or links an id, as the offsets of the id; code and plain words are not meant."""
    tokens = parse(prose)
    ends = [*(token.offset for token in tokens[1:]), len(prose)]
    return [
        place
        for token, end in zip(tokens, ends, strict=True)
        if isinstance(token, Cite | Link)
        for place, found in _ids(token, prose[token.offset : end])
        if found == id_
    ]


def _ids(token: Cite | Link, source: str) -> Iterator[tuple[int, str]]:
    """Yield the ids a token names, with their offsets in the text."""
    if isinstance(token, Link):
        yield token.offset + source.index(token.id), token.id
        return
    start = 1
    for part, reference in zip(source[1:-1].split(";"), token.references, strict=True):
        yield token.offset + start + part.index("@") + 1, reference.source
        start += len(part) + 1


def swapped(text: str, places: Sequence[int], old: str, new: str) -> str:
    """Return a text with the id at these offsets replaced."""
    return with_edits(text, [(place, place + len(old), new) for place in places])


def in_scalar(text: str, scalar: Scalar, places: Sequence[int], old: str, new: str) -> Iterator[Edit]:
    """Yield the edits of a file that replace an id at `places` of a scalar's value.

    An id has no space in it, so that folding never breaks it: its n-th occurrence in the value is the n-th in the file.
    Only escapes can hide one, and then the text is written anew.
    """
    start = scalar.start
    if scalar.style in ("|", ">"):
        start = text.index("\n", start)
    raw, said = _occurrences(text[start : scalar.end], old), _occurrences(scalar.value, old)
    escaped = scalar.style == '"' and "\\" in text[start : scalar.end]
    if escaped or len(raw) != len(said):
        yield scalar.start, scalar.end, quoted(swapped(scalar.value, places, old, new))
    elif not scalar.style and scalar.value == old:
        yield scalar.start, scalar.end, inline(new)
    else:
        for place in places:
            at = start + raw[said.index(place)]
            yield at, at + len(old), new


def in_page(text: str, old: str, new: str) -> tuple[str, int]:
    """Return a hand-written page with an id replaced where it is meant, and how often; its line ends stay."""
    unix = text.replace("\r\n", "\n")
    places = meant(unix, old)
    raw, said = _occurrences(text, old), _occurrences(unix, old)
    return swapped(text, [raw[said.index(place)] for place in places], old, new), len(places)


def with_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with stretches of it replaced; they must not overlap."""
    parts: list[str] = []
    end = 0
    for start, stop, new in sorted(edits):
        parts += (text[end:start], new)
        end = stop
    return "".join((*parts, text[end:]))


def _occurrences(text: str, id_: str) -> list[int]:
    """Return where an id stands as a word of its own, meant or not."""
    return [found.start() for found in re.finditer(rf"(?<![a-z0-9-]){re.escape(id_)}(?![a-z0-9-])", text)]


def mentions(text: str, id_: str) -> list[int]:
    """Return the lines, counted from 1, in which an id stands as a word of its own."""
    lines = [text.count("\n", 0, place) + 1 for place in _occurrences(text, id_)]
    return list(dict.fromkeys(lines))
