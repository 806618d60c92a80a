"""What all pages have in common: the facts, the addresses, the language, the templates, and the notes used so far."""

from dataclasses import dataclass, field
from functools import cached_property

from ..index import Facts
from ..links import Links
from .environment import Templates
from .notes import Note
from .voice import Voice


@dataclass
class Desk:
    """Everything pages have in common, and the notes they used so far."""

    facts: Facts
    links: Links
    voice: Voice
    notes: dict[str, Note] = field(default_factory=dict)
    _by_source: dict[str, list[str]] | None = None

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.voice)

    def keep(self, made: Note) -> str:
        """Remember a note and return its key."""
        kept = self.notes.setdefault(made.key, made)
        if made.translation and not kept.translation:
            self.notes[made.key] = made
        return made.key

    def notes_of(self, source: str) -> tuple[str, ...]:
        """Return the keys of the notes that cite a source; right once every page is written."""
        if self._by_source is None or sum(map(len, self._by_source.values())) != len(self.notes):
            self._by_source = {}
            for key, made in self.notes.items():
                self._by_source.setdefault(made.source, []).append(key)
        return tuple(self._by_source.get(source, ()))

    def write(self, template: str, pen: object, **values: object) -> str:
        """Fill a template for one page."""
        return self.templates.fill(template, pen=pen, **values)
