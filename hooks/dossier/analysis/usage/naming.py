"""Every name a dossier knows of anything, found in any text: also those that are never turned into links.

`dossier.names` answers which words may become a link, and leaves out what could mean something else; who uses which
name for what is asked of all of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from ...model import Dossier, Named
from ...names import Names

_FIRST_WORD: Final = re.compile(r"\w+")


class Meant(NamedTuple):
    """A name found in a text: where, the name as written, and the entries it may stand for, by id."""

    start: int
    end: int
    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """All names of actors, places and terms."""

    names: Names
    """Finds a name; in place of an entry's id it gives the name itself."""
    ids: Mapping[str, tuple[str, ...]]
    """For each name the entries it belongs to."""

    def find(self, text: str) -> Iterator[Meant]:
        """Yield the names in a text from left to right, case as written; of two that overlap, the longer one."""
        for found in self.names.find(text):
            yield Meant(found.start, found.end, found.id, self.ids[found.id])


def named_entries(dossier: Dossier) -> tuple[Named, ...]:
    """Return all that has names."""
    return (*dossier.actors, *dossier.places, *dossier.terms)


def naming_of(dossier: Dossier) -> Naming:
    """Return all names of a dossier. A name that does not begin with a letter or digit is never found in a text."""
    ids: dict[str, set[str]] = defaultdict(set)
    for entry in named_entries(dossier):
        for name in (entry.label, *(name.text for name in entry.names)):
            ids[name].add(entry.id)
    by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in ids:
        word = _FIRST_WORD.match(name)
        if word:
            by_word[word.group()].append((name, name))
    return Naming(
        Names({word: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair))) for word, names in by_word.items()}),
        {name: tuple(sorted(owners)) for name, owners in ids.items()},
    )
