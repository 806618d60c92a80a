"""A change report for a terminal."""

import re
import textwrap
from typing import Final

from ..report import At, To, Words
from .outline import Block, Outline
from .wording import shortened

NAMED: Final = 8
"""Words of a name that are shown beside the id."""
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey: a file name of somebody else's branch may hold it."""


def text_of(outline: Outline, width: int = 100) -> str:
    """Return a report as lines of at most `width` characters where words allow, entry by entry."""
    parts = ["\n".join(_wrapped(text_words(line), width) for line in outline.summary)]
    for group in outline.groups:
        single = all(not block.lines for block in group.blocks) and bool(group.title)
        blocks = [_block(block, width, "  " if single else "") for block in group.blocks]
        found = "\n".join(blocks) if single else "\n\n".join(blocks)
        parts.append(f"{group.title}:\n{found}" if single else f"{group.title}:\n\n{found}" if group.title else found)
    return "\n\n".join(parts) + "\n"


def _block(block: Block, width: int, indent: str) -> str:
    head = " ".join(part for part in (text_words(block.heading), block.name) if part)
    if not block.lines:
        return _wrapped(head, width, indent)
    lines = [_wrapped(f"{head}:", width)]
    told = [text_words(line) for line in block.lines]
    lines += [_wrapped(f"{line};", width, "  ") for line in told[:-1]]
    lines.append(
        _wrapped(told[-1] if told[-1].rstrip("”“»").endswith((".", "!", "?")) else f"{told[-1]}.", width, "  ")
    )
    return "\n".join(lines)


def text_words(words: Words) -> str:
    """Return a run of words with each entry by its name and id."""
    return "".join(_said(word) for word in words)


def _said(word: str | To | At) -> str:
    if isinstance(word, str):
        return word
    if isinstance(word, At):
        return f"{word.path}:{word.line}"
    return word.id if word.words in ("", word.id) else f"{shortened(word.words, NAMED)} [{word.id}]"


def printable(text: str) -> str:
    """Return a text in one line that a terminal shows and does not obey."""
    return _UNPRINTABLE.sub("�", text)


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        printable(text),
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
