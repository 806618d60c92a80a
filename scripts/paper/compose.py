"""The pages of a built site to one HTML document: each page a section, its ids made unique, its links turned inwards.

The pages are taken as the site has them, so that what is printed is what was read; only ids, links and the rank of
headings change.
"""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from dossier.render.paper import Leaf

ARTICLE: Final = re.compile(r'<article class="md-content__inner[^"]*">(.*)</article>', re.DOTALL)
SPRITE: Final = re.compile(r'<svg class="md-sprite".*?</svg>', re.DOTALL)
SHEETS: Final = re.compile(r"<link rel=\"stylesheet\"[^>]*>|<style>@import[^<]*</style>")
HEADING: Final = re.compile(r"h([1-6])")
NAMING: Final = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
"""Attributes that name other elements of their page."""


def anchor_of(number: int, id_: str = "") -> str:
    """Return the id that a page, or an id on it, has in the book.

    It begins with the number of the page rather than its path: names in a PDF have 127 bytes at most (ISO 32000, C.2).
    """
    return f"leaf-{number}-{id_}" if id_ else f"leaf-{number}"


def compose(site: Path, leaves: Sequence[Leaf], front: str, contents: str, language: str) -> str:
    """Return the book as HTML, to be written into the folder of the site, beside its assets.

    `front` and `contents` are the finished title page and table of contents; `language` is the tag of the dossier.
    Raises OSError if a page is missing.
    """
    shell = (site / "index.html").read_text(encoding="utf-8")
    known = {leaf.path: number for number, leaf in enumerate(leaves)}
    bodies = [_section(site, leaf, known) for leaf in leaves]
    direction = re.search(r'<body dir="(\w+)"', shell)
    # A page may bring sheets of its own; the book needs those of all.
    sheets = dict.fromkeys(sheet for leaf in leaves for sheet in _sheets(site, leaf.path))
    sprite = SPRITE.search(shell)
    return "".join(
        (
            f'<!doctype html><html lang="{html.escape(language)}" dir="{direction[1] if direction else "ltr"}">',
            f'<head><meta charset="utf-8"><title>{html.escape(leaves[0].title)}</title>{"".join(sheets)}</head>',
            f'<body class="book" dir="{direction[1] if direction else "ltr"}" data-md-color-scheme="default">',
            sprite[0] if sprite else "",
            f'<main class="md-content">{front}{contents}{"".join(bodies)}</main></body></html>',
        )
    )


def _sheets(site: Path, path: str) -> Iterator[str]:
    head = (site / path).read_text(encoding="utf-8").partition("</head>")[0]
    up = "../" * path.count("/")
    for sheet in SHEETS.findall(head):
        yield sheet.replace(f'"{up}assets/', '"assets/') if up else sheet


def _section(site: Path, leaf: Leaf, known: Mapping[str, int]) -> str:
    found = ARTICLE.search((site / leaf.path).read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{leaf.path}: this page has no article; is it a page of the site?")
    body = turned_inwards(found[1], leaf, known)
    run_on = " run-on" if leaf.run_on else ""
    opening = f'<section class="leaf{run_on}" id="{anchor_of(known[leaf.path])}">'
    return f'{opening}<article class="md-content__inner md-typeset">{body}</article></section>'


def turned_inwards(body: str, leaf: Leaf, known: Mapping[str, int]) -> str:
    """Return the HTML of a page as it stands in the book.

    Ids and references to them carry the page's number, links to pages in `known` (path → number) lead to their
    section, and headings sink by the page's depth. Links to other files of the site become plain words, since paper has
    no such file.
    """
    writer = _Writer(leaf, known)
    writer.feed(body)
    writer.close()
    return "".join(writer.out)


@dataclass
class _Writer(HTMLParser):
    """Writes each piece of a page again as it stood, but for what has to change."""

    leaf: Leaf
    known: Mapping[str, int]
    out: list[str] = field(default_factory=list)
    _closing: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write(tag, dict(attrs), "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write(tag, dict(attrs), "/")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            tag = self._closing.pop()
        self.out.append(f"</{self._sunk(tag)}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _write(self, tag: str, attributes: dict[str, str | None], end: str) -> None:
        if tag == "a":
            tag = self._link(attributes)
            if not end:
                self._closing.append(tag)
        if tag == "details":
            attributes["open"] = ""
        said = "".join(
            f" {name}" if value is None else f' {name}="{html.escape(value)}"'
            for name, value in self._renamed(attributes)
        )
        # The names in drawings arrive in lower case; a browser knows which of them have capitals.
        self.out.append(f"<{self._sunk(tag)}{said}{end}>")

    def _link(self, attributes: dict[str, str | None]) -> str:
        """Turn a link inwards; return the name of its element, which is no link where it would lead nowhere."""
        href = attributes.get("href") or attributes.get("xlink:href") or ""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return "a"
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.leaf.path), unquote(parts.path)))
        page = path if parts.path else self.leaf.path
        if page not in self.known:
            attributes.pop("href", None)
            return "span"
        # What is renamed below is an id of this page; a link elsewhere is finished here.
        attributes["href"] = f"#{anchor_of(self.known[page], unquote(parts.fragment))}"
        return "a"

    def _renamed(self, attributes: Mapping[str, str | None]) -> Iterator[tuple[str, str | None]]:
        number = self.known[self.leaf.path]
        for name, value in attributes.items():
            if value and name == "id":
                yield name, anchor_of(number, value)
            elif value and name in NAMING:
                yield name, " ".join(anchor_of(number, part) for part in value.split())
            elif value and "url(#" in value:
                # The gradients of the sprite serve all pages, those of a drawing only its own.
                yield name, re.sub(r"url\(#(?!g-)([^)]+)\)", lambda at: f"url(#{anchor_of(number, at[1])})", value)
            else:
                yield name, value

    def _sunk(self, tag: str) -> str:
        rank = HEADING.fullmatch(tag)
        return f"h{min(6, int(rank[1]) + self.leaf.depth - 1)}" if rank else tag
