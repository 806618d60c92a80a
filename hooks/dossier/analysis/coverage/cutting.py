"""A document's text cut into the passages the dossier speaks of, or why it cannot be: nothing is guessed."""

import re
from dataclasses import dataclass
from typing import Final

from ...model import Document

_WORD: Final = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Where text and passages part: from this passage on (none if text is left over), words recorded and found."""

    passage: str
    recorded: int
    found: int


def cut(document: Document, text: str) -> tuple[str, ...] | Misfit:
    """Return the text of each passage, in order: every passage takes lines until it has its recorded words.

    Lines that are empty separate and count for nothing. Words are counted by white space or, if that does not fit, by
    runs of letters and digits; whichever of the two counts fits for every passage is taken.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    by_space = _cut(document, lines, [len(line.split()) for line in lines])
    if not isinstance(by_space, Misfit):
        return by_space
    by_letters = _cut(document, lines, [len(_WORD.findall(line)) for line in lines])
    return by_space if isinstance(by_letters, Misfit) else by_letters


def _cut(document: Document, lines: list[str], counts: list[int]) -> tuple[str, ...] | Misfit:
    passages, at = [], 0
    for passage in document.passages:
        begin, words = at, 0
        while words < passage.words and at < len(lines):
            words += counts[at]
            at += 1
        if words != passage.words:
            return Misfit(passage.id, passage.words, words)
        passages.append("\n".join(lines[begin:at]))
    return Misfit("", 0, sum(counts[at:])) if sum(counts[at:]) else tuple(passages)
