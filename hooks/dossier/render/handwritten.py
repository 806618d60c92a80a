"""Hand-written pages: their citations become notes and their `[[id]]` links, as in the data; the rest is left alone.

A hand-written page may use all of Markdown, since who may write a page may write code as well; only our own forms are
read.
"""

import posixpath
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import yaml

from ..prose import Cite, Link, parse
from .desk import Desk
from .excerpt import cut
from .look import PREVIEW
from .page import Page
from .pen import Pen
from .sections import sections

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_OPENS_BLOCK: Final = re.compile(r"([-*+:]|\d+[.)]) |!!!|\?\?\?|===|\[\^")
_TITLE: Final = re.compile(r"^# +(.+?)(?: *\{[^}\n]*\})? *$", re.MULTILINE)


_NO_PAGES: Final[Mapping[str, str]] = MappingProxyType({})
_NO_TEXT: Final = ("```", "~~~", "!!!", "???")
"""How a paragraph begins that is none: code, an admonition."""


def handwritten_page(desk: Desk, path: str, text: str, pages: Mapping[str, str] = _NO_PAGES) -> Page:
    """Return a hand-written page with its references written out. Front matter is kept.

    `pages` are all hand-written pages. Pages of a folder that has a page of its name, as `problems.md` for `problems/`,
    are reached from that one, lead back to it, and do not stand in the navigation: so it is with the pages of entries.
    A page without a description is described by its first paragraph.
    """
    meta, body = _read(text)
    title, written = _titled(path, meta, body), _written(Pen(desk, path), body)
    described = _beginning(title, written)
    meta = {**({"description": described} if described else {}), **meta}
    meta.pop("title", None)
    above = f"{posixpath.dirname(path)}.md"
    if above not in pages:
        return Page(path, title, written, section="About", meta=meta)
    way_back = Pen(desk, path).to(above, _titled(above, *_read(pages[above])), classes="tap")
    crumb = f"{way_back} / `{posixpath.basename(path).removesuffix('.md')}`\n{{ .small .crumb }}"
    return Page(path, title, f"{crumb}\n\n{written}", meta={"hide": ["navigation"], **meta})


def _read(text: str) -> tuple[dict[str, object], str]:
    """Return the front matter of a page and what follows it."""
    front = _FRONT.match(text)
    meta = yaml.safe_load(front[1]) if front else {}
    return (meta if isinstance(meta, dict) else {}), (text[front.end() :] if front else text)


def _titled(path: str, meta: Mapping[str, object], body: str) -> str:
    """Return the title of a page: its own, that of its first heading, or else the name of its file."""
    name = posixpath.basename(path).removesuffix(".md")
    return str(meta.get("title") or _title(body) or name.replace("-", " ").capitalize())


def _written(pen: Pen, body: str) -> str:
    """Return the Markdown of a page with its references written out."""
    tokens = parse(body)
    ends = [*(token.offset for token in tokens[1:]), len(body)]
    return "".join(
        pen.token(token)
        if isinstance(token, Cite | Link) and not _indented_code(body, token.offset)
        else body[token.offset : end]
        for token, end in zip(tokens, ends, strict=True)
    )


def _beginning(title: str, markdown: str) -> str:
    """Return the first paragraph before a second heading in plain words; empty where there is none."""
    first = next(sections(title, markdown)).text.split("\n")
    return cut(next((line for line in first if line and not line.startswith(_NO_TEXT)), ""), PREVIEW)


def _indented_code(body: str, offset: int) -> bool:
    """Tell whether a place stands in an indented code block: not in the deeper lines of a list, note or admonition."""
    lines = body[: body.find("\n", offset) if "\n" in body[offset:] else len(body)].split("\n")
    if not lines[-1].startswith(("    ", "\t")):
        return False
    before = next((line for line in reversed(lines[:-1]) if line.strip() and not line.startswith((" ", "\t"))), "")
    return not _OPENS_BLOCK.match(before)


def _title(body: str) -> str:
    found = _TITLE.search(body)
    return found[1].strip() if found else ""
