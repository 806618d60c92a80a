"""A change report for a pull request, in GitHub Flavored Markdown.

Every text may come from a stranger's branch. None of it becomes anything but text: no HTML, link, image, mention,
reference, emoji or formula. Ids stand in code spans, where none of these is read; all other text is escaped.
"""

import re
from typing import Final

from ..report import At, To, Words
from .as_text import NAMED, printable
from .outline import Block, Outline
from .wording import shortened

LONGEST: Final = 900_000
"""Bytes of a report. GitHub shows no summary of a step that has more than 1 MiB."""

_JOINER: Final = "\u2060"
"""WORD JOINER: breaks what GitHub would link in finished text, where no escape helps, and is not seen."""
_LINKED: Final = re.compile(
    r"(?<=@)(?=\w)"  # @user, @org/team, an e-mail address
    r"|(?<=#)(?=\d)"  # #1, owner/repository#1
    r"|(?<=GH-)(?=\d)"
    r"|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=mailto:)|(?<=xmpp:)"  # bare addresses
    r"|(?<=:)(?=[\w+-]+:)",  # :emoji:
    re.IGNORECASE,
)
_COMMIT: Final = re.compile(r"\b[0-9a-f]{7,}\b", re.IGNORECASE)
_PIECE: Final = re.compile(r".{5}(?=.)")
_SIGNS: Final = re.compile(r"[\\`*_{}\[\]()#+!|~^=:/@.\"'-]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}


def markdown_of(outline: Outline, *, rtl: bool = False, longest: int = LONGEST, cut: str = "") -> str:
    """Return a report as Markdown of at most `longest` bytes; where it is cut, `cut` says so, with `{n}` entries left.

    `rtl` is whether its language runs from right to left.
    """
    start = [f"## {escaped(outline.title)}", *(markdown_words(line) for line in outline.summary)]
    pieces = [piece for group in outline.groups for piece in _group(group.title, group.blocks)]
    frame = ('<div dir="rtl">', "</div>") if rtl else ("", "")
    used = len("\n\n".join((*start, *frame, escaped(cut))).encode()) + 100
    shown = []
    for piece in pieces:
        used += len(piece.encode()) + 2
        if used > longest:
            break
        shown.append(piece)
    left = len(pieces) - len(shown)
    ending = [f"**{escaped(cut.format(n=left))}**"] if left else []
    found = [part for part in (frame[0], *start, *shown, *ending, frame[1]) if part]
    return "\n\n".join(found) + "\n"


def _group(title: str, blocks: tuple[Block, ...]) -> list[str]:
    found = [_block(block) for block in blocks]
    if title and found:
        found[0] = f"### {escaped(title)}\n\n{found[0]}"
    return found


def _block(block: Block) -> str:
    head = markdown_words(block.heading)
    if not block.lines and not block.name:
        return f"- {head}"
    named = f"**{head}** {escaped(block.name)}".rstrip()
    return "\n".join((named, "", *(f"- {markdown_words(line)}" for line in block.lines))).rstrip()


def markdown_words(words: Words) -> str:
    """Return a run of words, each entry by its name and, in a code span, its id."""
    return "".join(_said(word) for word in words)


def _said(word: str | To | At) -> str:
    if isinstance(word, str):
        return escaped(word)
    if isinstance(word, At):
        return code(f"{word.path}:{word.line}")
    named = word.words not in ("", word.id)
    return f"{escaped(shortened(word.words, NAMED))} ({code(word.id)})" if named else code(word.id)


def escaped(text: str) -> str:
    """Return a text as Markdown that shows exactly this text, in one line; see the module for what it never becomes."""
    broken = _COMMIT.sub(lambda found: _PIECE.sub(rf"\g<0>{_JOINER}", found[0]), printable(text))
    signs = _SIGNS.sub(r"\\\g<0>", _LINKED.sub(_JOINER, broken))
    return re.sub(r"[&<>$]", lambda found: _ENTITIES[found[0]], signs)


def code(text: str) -> str:
    """Return a text as a code span (CommonMark 0.31, section 6.1)."""
    text = printable(text)
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text else ""
