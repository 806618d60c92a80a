"""Hand-written pages: their citations become notes and their `[[id]]` links, as in the data; the rest is left alone.

A hand-written page may use all of Markdown, since who may write a page may write code as well; only our own forms are
read.
"""

import posixpath
import re
from collections.abc import Collection
from typing import Final

import yaml

from ..prose import Cite, Link, parse
from .desk import Desk
from .page import Page
from .pen import Pen

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_OPENS_BLOCK: Final = re.compile(r"([-*+:]|\d+[.)]) |!!!|\?\?\?|===|\[\^")
_TITLE: Final = re.compile(r"^# +(.+?)(?: *\{[^}\n]*\})? *$", re.MULTILINE)


def handwritten_page(desk: Desk, path: str, text: str, pages: Collection[str] = ()) -> Page:
    """Return a hand-written page with its references written out. Front matter is kept.

    `pages` are the paths of all hand-written pages. Pages of a folder that has a page of its name, as `problems.md` for
    `problems/`, are reached from that one and do not stand in the navigation: so it is with the pages of entries.
    """
    pen = Pen(desk, path)
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    meta = yaml.safe_load(front[1]) if front else {}
    meta = meta if isinstance(meta, dict) else {}
    tokens = parse(body)
    ends = [*(token.offset for token in tokens[1:]), len(body)]
    parts = [
        pen.token(token)
        if isinstance(token, Cite | Link) and not _indented_code(body, token.offset)
        else body[token.offset : end]
        for token, end in zip(tokens, ends, strict=True)
    ]
    title = (
        meta.pop("title", None)
        or _title(body)
        or path.removesuffix(".md").rpartition("/")[2].replace("-", " ").capitalize()
    )
    section = None if f"{posixpath.dirname(path)}.md" in pages else "About"
    return Page(path, str(title), "".join(parts), section=section, meta=meta)


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
