"""Findings in words to Markdown: entries become links, places in files links to the line."""

from typing import Final

from markupsafe import Markup

from ..problem import Mark
from ..prose import plain
from ..report import At, To, Words
from ..voice import COMMA, SEMICOLON
from .pen import Pen

JOINTS: Final = (COMMA, SEMICOLON)
"""What stands between two findings, in the site's language like everything else."""


def said(pen: Pen, words: Words) -> Markup:
    """Return a run of words as Markdown for the page of `pen`."""
    return Markup("").join(_said(pen, word) for word in words)


def _said(pen: Pen, word: str | To | At) -> Markup:
    if isinstance(word, str):
        return Markup(plain(pen.voice.text(word) if word in JOINTS else word))
    if isinstance(word, At):
        address = pen.desk.links.edit(Mark(word.path, word.line, word.column))
        shown = Markup(f"`{word.path}:{word.line}`")
        return Markup(f"[{shown}]({address})") if address else shown
    if word.id not in pen.desk.facts.dossier.entries:
        return Markup(plain(word.words or word.id))
    return pen.link(word.id, word.words or None)
