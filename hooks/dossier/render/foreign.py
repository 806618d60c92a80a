"""Words of other languages than the page's: with their language and direction, in the page's own quotation marks.

Exists so that a screen reader changes its voice for them, and that a name in one script cannot reorder the line in
another in which it stands.
"""

from markupsafe import Markup

from ..model import Source
from ..prose import direction, plain
from ..voice import Voice
from .desk import Desk


def foreign(words: str, language: str) -> Markup:
    """Return words with the language they are in; plain where it is not known."""
    return Markup(f'<span lang="{language}" dir="auto">{plain(words)}</span>' if language else plain(words))


def quoted(voice: Voice, words: str | Markup, language: str = "") -> Markup:
    """Return words of a language in quotation marks: those of the page, as its language writes them."""
    shown = words if isinstance(words, Markup) else foreign(words, language)
    return Markup(voice.text("“{words}”")).format(words=shown)


def named(voice: Voice, name: str) -> Markup:
    """Return a name, set apart from the text around it if it runs the other way."""
    said = Markup(plain(name))
    return said if direction(name, voice.direction) == voice.direction else Markup("<bdi>") + said + Markup("</bdi>")


def other_language(desk: Desk, source: str) -> str:
    """Return the language of a source; empty where it is the page's own, or there is no such source."""
    entry = desk.facts.dossier.entries.get(source)
    return entry.language if isinstance(entry, Source) and entry.language != desk.voice.language else ""
