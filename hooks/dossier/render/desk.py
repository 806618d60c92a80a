"""What all pages have in common: the facts, the addresses, the language, the templates, and the notes used so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..changes.history import History
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
    history: History | None = None
    """What happened to the entries so far; nothing is said of it where nobody has looked."""
    notes: dict[str, Note] = field(default_factory=dict)
    _by_source: dict[str, list[str]] = field(default_factory=dict)

    @property
    def templates(self) -> Templates:
        return templates_of(self.voice)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each entry is called in a change; a source by its short name."""
        entries = self.facts.dossier.entries
        return {id_: str(getattr(entry, "short", None) or entry.name) for id_, entry in entries.items()}

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
