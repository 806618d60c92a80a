"""Which words of a text name an entry: every mention becomes a link without an editor having to write one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from .model import Dossier, Named

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a text: where, and the id of the entry it names."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a dossier, by their first word, the longest first."""

    by_word: Mapping[str, tuple[tuple[str, str], ...]]

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text from left to right; of two that overlap, the longer one that starts first."""
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            for name, id_ in self.by_word.get(word.group(), ()):
                stop = start + len(name)
                if text.startswith(name, start) and not _goes_on(text, stop):
                    yield Found(start, stop, id_)
                    end = stop
                    break


def _goes_on(text: str, stop: int) -> bool:
    """Tell whether a word goes on at `stop`: with a letter, or with a sign of the letter before (Unicode marks)."""
    return stop < len(text) and (text[stop].isalnum() or text[stop] == "_" or category(text[stop]).startswith("M"))


def names_of(dossier: Dossier) -> Names:
    """Return the names that stand for one entry only.

    An entry's own label goes before other names, and an actor before a place before a term before a source, which goes
    by its short name; a name that two entries of the same kind share stands for neither, and needs `[[id|name]]`.
    """
    taken: dict[str, str | None] = {}
    named = (dossier.actors, dossier.places, dossier.terms)
    groups = [
        [(entry.id, names(entry)) for entry in entries] for names in (_own_names, _other_names) for entries in named
    ]
    groups.append([(source.id, (source.short,)) for source in dossier.sources])
    for group in groups:
        found: dict[str, set[str]] = defaultdict(set)
        for id_, names in group:
            for name in names:
                found[name].add(id_)
        for name, ids in found.items():
            taken.setdefault(name, ids.pop() if len(ids) == 1 else None)
    by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, owner in taken.items():
        first = _WORD.search(name)
        if owner is not None and first and first.start() == 0:
            by_word[first.group()].append((name, owner))
    return Names(
        {word: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair))) for word, names in by_word.items()}
    )


def _own_names(entry: Named) -> tuple[str, ...]:
    return (entry.label,) if entry.autolink else ()


def _other_names(entry: Named) -> tuple[str, ...]:
    if not entry.autolink:
        return ()
    return tuple(
        name.text for name in entry.names if (name.autolink if name.autolink is not None else _is_proper(name.text))
    )


def _is_proper(name: str) -> bool:
    """Tell whether a name looks like one: a capital letter, or a script without capitals."""
    return len(name) > 1 and (name != name.lower() or name == name.upper())
