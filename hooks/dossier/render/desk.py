"""What all pages have in common: the facts, the addresses, the language, the templates, and the notes used so far."""

from dataclasses import dataclass, field

from ..index import Facts
from ..links import Links
from ..voice import Voice
from .environment import Templates, templates_of
from .notes import Note


@dataclass
class Desk:
    """Everything pages have in common, and the notes they used so far."""

    facts: Facts
    links: Links
    voice: Voice
    notes: dict[str, Note] = field(default_factory=dict)
    _by_source: dict[str, list[str]] = field(default_factory=dict)

    @property
    def templates(self) -> Templates:
        return templates_of(self.voice)

    def keep(self, made: Note) -> str:
        """Remember a note and return its key."""
        kept = self.notes.get(made.key)
        if kept is None:
            self._by_source.setdefault(made.source, []).append(made.key)
        if kept is None or (made.translation and not kept.translation):
            self.notes[made.key] = made
        return made.key

    def notes_of(self, source: str) -> tuple[str, ...]:
        """Return the keys of the notes that cite a source; right once every page is written."""
        return tuple(self._by_source.get(source, ()))

    def write(self, template: str, pen: object, **values: object) -> str:
        """Fill a template for one page."""
        return self.templates.fill(template, pen=pen, **values)
