"""Prose to tokens: text, code, citations in the Pandoc form, links in the wiki form, links to the web.

    [@usa-today-2016]                    cites a source
    [@usa-today-2016, p. 3; @reuters]    cites two, the first at a place in it
    [[palmyra]]  [[palmyra|the city]]    links an entry
    [words](https://example.org)         links the web

What looks like one of these and is not well formed becomes a `Text` with `wrong` saying why, so that it is reported and
never lost. Code spans and fenced code are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_SIGNS: Final = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_BEFORE_STOP: Final = re.compile(r"\s+([.,;:!?])")

ID: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ITEM: Final = re.compile(rf"\s*@({ID})\s*(?:,\s*(.*?))?\s*")
_LINK: Final = re.compile(rf"({ID})(?:\|([^\[\]]+))?")
_TOKEN: Final = re.compile(
    r"(?=[`~\[])(?:"  # a cheap look at the next character: three times as fast on long prose
    r"(?P<fence>^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?^(?P=mark)[ \t]*$)"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|\[(?P<cite>@[^\[\]]*)\]"
    r"|\[\[(?P<link>[^\[\]\n]*)\]\]"
    r"|(?P<open>\[@[^\s\]]*|\[\[[^\s\]]*)"  # neither of the two above: not closed
    r"|(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<url>(?:[^()\s]|\([^()\s]*\))*)\)"
    r")",
    re.MULTILINE | re.DOTALL,
)


class Reference(NamedTuple):
    """A source and, maybe, a place in it."""

    source: str
    locator: str | None = None


class Text(NamedTuple):
    """Markdown that holds none of our own forms; `wrong` says why it was nearly one."""

    text: str
    offset: int = 0
    wrong: str = ""


class Code(NamedTuple):
    """A code span or fence, delimiters included."""

    text: str
    offset: int = 0

    @property
    def inside(self) -> str:
        """The code itself."""
        return self.text.strip(self.text[0])


class Cite(NamedTuple):
    """One pair of brackets with one or more references."""

    references: tuple[Reference, ...]
    offset: int = 0


class Link(NamedTuple):
    """A link to an entry, with words of its own or none."""

    id: str
    words: str | None = None
    offset: int = 0


class WebLink(NamedTuple):
    """A link to an address outside."""

    words: str
    url: str
    offset: int = 0


Token = Text | Code | Cite | Link | WebLink


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; joined, their sources give the text again. Never raises."""
    if "[" not in text and "`" not in text:
        return (Text(text),) if text else ()
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        if found.start() > end:
            yield Text(text[end : found.start()], end)
        end = found.end()
        yield _token(found)
    if end < len(text):
        yield Text(text[end:], end)


def _token(found: re.Match[str]) -> Token:
    start, whole = found.start(), found.group()
    if found["cite"] is not None:
        return _cite(found["cite"], whole, start)
    if found["link"] is not None:
        link = _LINK.fullmatch(found["link"].strip())
        return (
            Link(link[1], link[2], start)
            if link
            else Text(whole, start, "expected `[[id]]` or `[[id|words]]`, the id in lower case")
        )
    if found["open"] is not None:
        return Text(whole, start, f"close it with `{']' if whole.startswith('[@') else ']]'}`, in the same line")
    if found["url"] is not None:
        if found["url"].startswith(("https://", "http://", "mailto:")):
            return WebLink(found["words"], found["url"], start)
        return Text(whole, start, "expected an address that starts with https://; link an entry with `[[id]]`")
    return Code(whole, start)


def _cite(inside: str, whole: str, start: int) -> Token:
    items = [_ITEM.fullmatch(part) for part in inside.split(";")]
    if any(item is None for item in items):
        return Text(whole, start, "expected `[@source-id]` or `[@source-id, p. 3; @other-id]`")
    return Cite(tuple(Reference(item[1], item[2] or None) for item in items if item), start)


def citations(text: str) -> tuple[Reference, ...]:
    """Return every reference to a source in a text, in order."""
    return tuple(reference for token in parse(text) if isinstance(token, Cite) for reference in token.references)


def plain_words(text: str) -> str:
    """Return a text as a reader hears it: no citations, links as their words, no Markdown signs, white space folded."""
    parts = []
    for token in parse(text):
        if isinstance(token, Text | Code):
            parts.append(without_signs(token.text))
        elif isinstance(token, Link):
            parts.append(token.words or token.id.replace("-", " "))
        elif isinstance(token, WebLink):
            parts.append(token.words)
    return in_one_line(parts)


def without_signs(text: str) -> str:
    """Return Markdown without its signs of emphasis and code."""
    return _SIGNS.sub("", text)


def in_one_line(parts: Iterable[str]) -> str:
    """Return the parts of a text as one line: white space folded, none before a stop, as where a citation stood."""
    return _BEFORE_STOP.sub(r"\1", " ".join("".join(parts).split()))
