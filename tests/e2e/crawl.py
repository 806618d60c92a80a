"""Reads a built site: from every HTML file to what it names and where it points, raw HTML and drawings included."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

Attributes = Mapping[str, str]
_LOADS: Final = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "embed": "src",
}
_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript"})
_URL: Final = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)""")


@dataclass(repr=False, eq=False)
class Element:
    """An element, and by number which elements and pieces of text of its page stand inside it."""

    page: "HtmlPage"
    tag: str
    attributes: Attributes
    above: tuple["Element", ...]
    first: int
    heard: int
    last: int = -1
    heard_last: int = -1

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def href(self) -> str:
        return self.attributes.get("href", "")

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """All text that a reader finds inside."""
        return "".join(self.page.texts[self.heard : self.heard_last])

    @property
    def below(self) -> list["Element"]:
        """The elements inside, in reading order."""
        return self.page.elements[self.first + 1 : self.last]

    def within(self, class_: str) -> bool:
        """Say whether an element around this one has the class."""
        return any(class_ in element.classes for element in self.above)


@dataclass(repr=False, eq=False)
class HtmlPage(HTMLParser):
    """One page: its elements in reading order."""

    path: str
    source: str
    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    styles: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.source)
        self.close()
        while self._open:
            self._shut()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        element = Element(self, tag, named, tuple(self._open), len(self.elements), len(self.texts))
        self.elements.append(element)
        self._open.append(element)
        if tag in _VOID:
            self._shut()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._shut()

    def handle_endtag(self, tag: str) -> None:
        while any(element.tag == tag for element in self._open) and self._shut() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "style":
            self.styles += data
        if not any(element.tag in _UNSEEN for element in self._open):
            self.texts.append(data)

    def _shut(self) -> str:
        element = self._open.pop()
        element.last, element.heard_last = len(self.elements), len(self.texts)
        return element.tag

    @property
    def ids(self) -> list[str]:
        return [element.id for element in self.elements if element.id]

    @property
    def links(self) -> list[Element]:
        return [element for element in self.elements if element.tag == "a" and "href" in element.attributes]

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """Return the elements of a kind, in reading order."""
        return [
            element for element in self.elements if element.tag == tag and (not class_ or class_ in element.classes)
        ]

    def at(self, id_: str) -> Element:
        """Return the element with an id."""
        return next(element for element in self.elements if element.id == id_)

    def loads(self) -> list[str]:
        """Return the addresses a browser fetches by itself."""
        named = [
            e.attributes.get(_LOADS[e.tag], "")
            for e in self.elements
            if e.tag in _LOADS and e.attributes.get("rel") != "canonical"
        ]
        inline = [e.attributes["style"] for e in self.elements if "style" in e.attributes]
        return [address for address in (*named, *_URL.findall("\n".join([self.styles, *inline]))) if address]


Crawled = Mapping[str, HtmlPage]


def crawl(site: Path) -> Crawled:
    """Return every HTML file of a site by its path."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        pages[name] = HtmlPage(name, path.read_text(encoding="utf-8"))
    return pages


def addresses_in(sheet: str) -> list[str]:
    """Return the addresses that a style sheet loads."""
    return _URL.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))


def is_elsewhere(address: str) -> bool:
    """Say whether an address leaves the site; `data:` and `#id` do not."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def target(page: str, href: str) -> tuple[str, str]:
    """Return the file and the anchor that a link on a page leads to; `/` is where the site begins."""
    parts = urlsplit(href)
    path = (
        posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(parts.path)))[1:]
        if parts.path
        else page
    )
    return path, unquote(parts.fragment)


def listed(found: Iterable[object]) -> str:
    """Return what a test found, one a line, as the message of its failure."""
    return "\n" + "\n".join(str(item) for item in list(found)[:40])
