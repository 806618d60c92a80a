"""The page of a rule, `docs/problems/D501.md`, taken apart; and as text for a terminal.

Of Markdown it reads what those pages are written in: headings, paragraphs with a sentence a line, lists, fenced blocks,
and within a line code, emphasis and links. Whatever else there is stays as written.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ..rules import CODES

_ATTRIBUTES: Final = re.compile(r"\s*\{[#.][^}]*\}\s*$")
_HEADING: Final = re.compile(r"# (?P<code>D\d{3}) (?P<name>[a-z-]+): (?P<title>.+)")
_SECTION: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK: Final = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<code>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)\s]+)[^)]*\)")
_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")
_ITEM: Final = re.compile(r"^(?=[-*] |\d+\. )", re.MULTILINE)
_ELSEWHERE: Final = ("http://", "https://")
_WARNS: Final = "**Warning:**"


@dataclass(frozen=True, slots=True)
class RulePage:
    """What the documentation says of a rule."""

    code: str
    name: str
    title: str = ""
    """The rule in a few words; empty if there is no page."""
    lead: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    """Heading → Markdown."""

    @property
    def only_warns(self) -> bool:
        return _WARNS in self.lead

    @property
    def heading(self) -> str:
        return f"{self.code} {self.name}" + (f": {self.title}" if self.title else "")


def read_rule_page(rule: str, markdown: str) -> RulePage:
    """Return the page of a rule; one that says nothing if the text is empty or not written as such a page."""
    first, _, rest = markdown.replace("\r\n", "\n").strip().partition("\n")
    heading = _HEADING.fullmatch(_ATTRIBUTES.sub("", first))
    if not heading:
        return RulePage(CODES[rule], rule)
    examples = [block.span() for block in _BLOCK.finditer(rest)]
    heads = [head for head in _SECTION.finditer(rest) if not any(start < head.start() < end for start, end in examples)]
    ends = [*(head.start() for head in heads), len(rest)]
    sections = {
        _ATTRIBUTES.sub("", head[1]).strip(): rest[head.end() : end].strip()
        for head, end in zip(heads, ends[1:], strict=True)
    }
    return RulePage(CODES[rule], rule, heading["title"], rest[: ends[0]].strip(), sections)


def rule_text(page: RulePage, width: int, *, colours: bool = False) -> str:
    """Return the page as lines of at most `width` columns; examples are indented and never broken."""
    heading = (lambda text: f"\x1b[1m{text}\x1b[0m") if colours else str
    parts = [heading(page.heading), *_paragraphs(page.lead, width, "")]
    for name, text in page.sections.items():
        parts += [heading(name), *_paragraphs(text, width, "  ")]
    return "\n\n".join(parts) + "\n"


def plain(markdown: str) -> str:
    """Return Markdown as plain text, each paragraph a line."""
    return "\n\n".join(_paragraphs(markdown, 100_000, ""))


def _paragraphs(markdown: str, width: int, indent: str) -> Iterator[str]:
    """Yield the paragraphs, list items and examples of a text."""
    at = 0
    for block in _BLOCK.finditer(markdown):
        yield from _prose(markdown[at : block.start()], width, indent)
        yield textwrap.indent(block["code"].rstrip("\n"), f"{indent}    ")
        at = block.end()
    yield from _prose(markdown[at:], width, indent)


def _prose(markdown: str, width: int, indent: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", markdown.strip()):
        items = [item for item in _ITEM.split(paragraph) if item.strip()]
        # What leads on within the site, such as to the list of all rules, leads nowhere here.
        if items and not _leads_on(paragraph):
            yield "\n".join(_filled(item, width, indent) for item in items)


def _leads_on(paragraph: str) -> bool:
    link = _LINK.fullmatch(paragraph.strip())
    return link is not None and not link[2].startswith(_ELSEWHERE)


def _filled(text: str, width: int, indent: str) -> str:
    hanging = "  " if re.match(r"[-*] ", text) else ""
    words = " ".join(_inline(_ATTRIBUTES.sub("", text)).split())
    return textwrap.fill(
        words,
        width,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _inline(text: str) -> str:
    """Return a line without emphasis; of a link the words stay, and its address if it leads to another site."""

    def said(link: re.Match[str]) -> str:
        return f"{link[1]} ({link[2]})" if link[2].startswith(_ELSEWHERE) else link[1]

    return _LINK.sub(said, _STRONG.sub(r"\1", text))
