"""HTML from elsewhere to plain text or to the Markdown of prose; scripts and whatever is no text is left out and named.

The parser is Python's own, which reads any mark-up without failing. The Markdown is the dossier's, in which `[@x]`
cites and `[[x]]` links; a general converter would write these unescaped.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

_TAG: Final = re.compile(r"<[/!]?[a-zA-Z]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d*);")
_NO_TAG: Final = re.compile(r"<(?![/!]?[a-zA-Z][^<>]*>)")
"""A sign that begins no tag. The parser would look for its end through all of the text, for each of them once more."""
_SIGNS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS: Final = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "ul",
        "ol",
        "table",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "figure",
        "figcaption",
    )
)
_SILENT: Final = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "head",
        "title",
        "select",
        "textarea",
    )
)
_PLAIN: Final = frozenset(
    (
        "br",
        "span",
        "cite",
        "small",
        "u",
        "q",
        "sub",
        "sup",
        "li",
        "td",
        "th",
        "tbody",
        "thead",
        "a",
        "html",
        "body",
        "main",
    )
)
_ATTRIBUTES: Final = frozenset(("src", "href", "data", "cite"))


@dataclass(slots=True)
class Read:
    """The text of a piece of HTML, and what of it is not in the text."""

    text: str
    dropped: tuple[str, ...] = ()


def has_markup(text: str) -> bool:
    """Tell whether a text has tags or character references."""
    return bool(_TAG.search(text))


def from_html(text: str, *, prose: bool) -> Read:
    """Return HTML as Markdown for a prose field, or as one line of plain text, and name what was left out."""
    pen = _Pen(prose)
    pen.feed(_NO_TAG.sub("&lt;", _without_comments(text, pen.dropped)))
    pen.close()
    joined = "".join(pen.parts)
    tidy = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t]{2,}", " ", joined))
    tidy = re.sub(r"\n{3,}", "\n\n", tidy).strip()
    return Read(tidy if prose else " ".join(tidy.split()), tuple(dict.fromkeys(pen.dropped)))


def _without_comments(text: str, dropped: list[str]) -> str:
    """Return HTML without its comments, which are named; one that never ends is text."""
    parts, end = [], 0
    while (start := text.find("<!--", end)) >= 0 and (stop := text.find("-->", start + 4)) >= 0:
        dropped.append(f"a comment: {' '.join(text[start + 4 : stop].split())}")
        parts.append(text[end:start])
        end = stop + 3
    return "".join((*parts, text[end:]))


@dataclass
class _Link:
    address: str
    start: int


class _Pen(HTMLParser):
    """Writes the text as the tags pass by."""

    def __init__(self, prose: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.prose = prose
        self.parts: list[str] = []
        self.dropped: list[str] = []
        self.silent: list[str] = []
        self.links: list[_Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: (value or "").strip() for name, value in attrs}
        if tag in _SILENT:
            self.silent.append(tag)
            self._drop(tag, held)
        elif self.silent:
            return
        elif tag == "a":
            self._end_links()
            self.links.append(_Link(held.get("href", ""), len(self.parts)))
        elif tag == "img":
            self.parts.append(held.get("alt", ""))
            self._drop(tag, held)
        elif tag in _SIGNS:
            self.parts.append(_SIGNS[tag] if self.prose else "")
        elif tag == "li":
            self.parts.append("\n- ")
        else:
            self.parts.append("\n\n" if tag in _BLOCKS else "\n" if tag == "br" else "")
            if tag not in _BLOCKS | _PLAIN or held.keys() & _ATTRIBUTES:
                self._drop(tag, held)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag == self.silent[-1]:
                self.silent.pop()
        elif tag == "a" and self.links:
            self._end_link(self.links.pop())
        elif tag in _SIGNS:
            self.parts.append(_SIGNS[tag] if self.prose else "")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self.silent:
            self.dropped.append(f"what stands in <{self.silent[-1]}>: {' '.join(data.split())}")
        else:
            self.parts.append(re.sub(r"\s+", " ", data))

    def close(self) -> None:
        """End what was left open, as browsers do."""
        super().close()
        self._end_links()

    def _end_links(self) -> None:
        """End a link that is open: no link stands in another."""
        while self.links:
            self._end_link(self.links.pop())

    def _end_link(self, link: _Link) -> None:
        words = "".join(self.parts[link.start :])
        safe = link.address.startswith(("https://", "http://", "mailto:")) and not re.search(r"[()\s]", link.address)
        if self.prose and safe and words.strip() and not re.search(r"[\[\]\n]", words):
            self.parts[link.start :] = [f"[{words}]({link.address})"]
        elif link.address and link.address != words.strip():
            self.dropped.append(f"the link {link.address}")

    def _drop(self, tag: str, held: dict[str, str]) -> None:
        named = " ".join(f"{name}={value}" for name, value in held.items() if name in _ATTRIBUTES and value)
        self.dropped.append(f"<{tag}{' ' + named if named else ''}>")
