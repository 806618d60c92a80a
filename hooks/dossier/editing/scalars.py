"""One text as a YAML scalar in the style of the data: plain where it can stand so, folded where it is long.

The only place that decides on quotation marks. A text stands plain only if our loader and every reader after YAML 1.1
or 1.2 takes it for this text: `no`, `12:30`, `1e3` and `0x1F` are quoted. A full date may stand plain, as in all of the
data, since whoever reads it as a date reads this very day; so may what a field takes for a number (`Bare`).
"""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from ..load.text import UNSEEN, read_text

WIDTH: Final = 108
"""Characters on a line, the indentation counted; the width at which the data is wrapped."""

_RESOLVER: Final = yaml.resolver.Resolver()
_CORE: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[yYnN]")
"""What the core schema of YAML 1.2 takes for a number, and the letters that YAML 1.1 takes for a truth value."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_PLAIN: Final = re.compile(r"[,\[\]{}#&*!|>'\"%@`?:]|-(?: |$|--)|\.\.\.|.*(?:: |:$| #)")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = re.compile("[\n\t\r\ud800-\udfff]")
_UNWRITABLE: Final = re.compile("[\ud800-\udfff]")
_BREAK: Final = re.compile(r"(?<=[^ ]) (?=[^ ])")
"""The only spaces at which a folded text may be broken and read back the same: single ones between words."""


class Unwritable(ValueError):
    """A text that no data file can hold; the message says what stands in it."""


class Bare(str):
    """Text of a field that is no text to its readers (a number, a truth value, a date): it needs no quotation marks."""

    __slots__ = ()


def inline(text: str) -> str:
    """Return a text as a scalar on one line: plain or in double quotation marks."""
    return text if _stands_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotation marks, on one line (YAML 1.2, 5.7).

    Raises Unwritable for characters that a data file may not hold: those nobody sees, and halves of a character.
    """
    found = _UNWRITABLE.search(text) or UNSEEN.search(text)
    if found:
        raise Unwritable(f"an invisible character (U+{ord(found[0][0]):04X}) stands in the text; delete it")
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def block(text: str, indent: int) -> list[str] | None:
    """Return a text as a block scalar, header first, its lines indented by `indent`; None if it cannot be one.

    A single line is folded at the width; of several lines each stays one where they all fit, for lists and verse.
    """
    literal, folded = literal_lines(text), folded_lines(text, indent)
    fits = literal is not None and all(len(line) <= WIDTH - indent for line in literal)
    for sign, lines in (("|", literal if fits else None), (">", folded), ("|", literal)):
        if lines is not None and (sign == ">" or "\n" in text) and is_readable("\n".join(lines)):
            return block_of(sign, text, lines, indent)
    return None


def block_of(sign: str, text: str, lines: Sequence[str], indent: int) -> list[str]:
    """Return header and lines of a block scalar; the header says what is done with the line ends behind the text."""
    ends = len(text) - len(text.rstrip("\n"))
    kept = ("-", "", "+")[min(ends, 2)]
    return [sign + kept, *(" " * indent + line if line else "" for line in lines), *[""] * (ends - 1)]


def literal_lines(text: str) -> list[str] | None:
    """Return the lines of a text for a literal block; None where the block would not read back as it is."""
    lines = text.rstrip("\n").split("\n")
    return lines if _stands_in_block(text) and not any(line != line.rstrip(" ") for line in lines) else None


def folded_lines(text: str, indent: int) -> list[str] | None:
    """Return the lines of a text for a folded block at the width; None where it would not read back as it is."""
    paragraphs = foldable(text)
    if paragraphs is None:
        return None
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        lines += [""] * (number > 0)
        lines += wrapped(_BREAK.split(paragraph), WIDTH - indent) if paragraph else []
    return lines


def foldable(text: str) -> list[str] | None:
    """Return what folding keeps apart, between line ends; None if a line begins or ends with a space."""
    paragraphs = text.rstrip("\n").split("\n")
    if not _stands_in_block(text) or any(line != line.strip(" ") for line in paragraphs):
        return None
    return paragraphs


def wrapped(words: Sequence[str], room: int) -> list[str]:
    """Return words as lines of at most `room` characters; a longer word has a line of its own."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _stands_plain(text: str) -> bool:
    if not text or text != text.strip(" ") or _NOT_PLAIN.match(text) or hidden(text):
        return False
    if isinstance(text, Bare) or _DAY.fullmatch(text):
        return True
    read_as = str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]
    return read_as == "tag:yaml.org,2002:str" and not _CORE.fullmatch(text)


def _stands_in_block(text: str) -> bool:
    """Tell whether a text can be a block at all: it begins with a word, and nothing in it needs an escape."""
    return bool(text) and text[0] not in " \n" and not hidden(text.replace("\n", ""))


def hidden(text: str) -> bool:
    """Tell whether a text has a character that only an escape can carry, or that no file can hold."""
    return bool(_ESCAPED.search(text) or UNSEEN.search(text))


def is_readable(text: str) -> bool:
    """Tell whether the loader takes a text as text: it refuses lines that look like a merge left half done."""
    return not read_text("", text.encode())[1]
