"""Who says what: which names each source and actor uses for the same thing, each use with the words that show it.

Counted are the quotes, and beside them what the editors recorded for a name (`used_by`). Whether two names mean the
same thing is what the dossier says: names of one entry do. Names as labels follow SKOS (prefLabel, altLabel).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Dossier, Name
from .naming import Naming, named_entries, naming_of
from .quoting import Quoted, distinct_quotes


@dataclass(frozen=True, slots=True)
class Use:
    """A name in quoted words: the source, the actor it speaks for or is published by, and where it is quoted."""

    source: str
    actor: str
    quote: str
    where: tuple[str, ...]
    """The entries that quote it."""
    locators: tuple[str, ...]
    passed_on: bool
    """Whether the words stand in a passage that is mostly a speaker's own words, not the source's."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """That the editors recorded a source (with its actor) or an actor as using a name, and the sources cited for it."""

    source: str
    actor: str
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name of a thing, and all its uses; `also_of` are other entries that go by the same name."""

    text: str
    languages: tuple[str, ...]
    also_of: tuple[str, ...]
    uses: tuple[Use, ...]
    recorded: tuple[Recorded, ...]

    @property
    def ambiguous(self) -> bool:
        return bool(self.also_of)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source or actor, and the names it uses for one thing. A source of an actor counts as that actor.

    Quoted words count if they are the source's own and the name is of this thing only; what was recorded always does.
    """

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor, place or term, the names of it that are used, most used first, and who uses which."""

    id: str
    names: tuple[NameUse, ...]
    speakers: tuple[Speaker, ...]


def usage_of(dossier: Dossier) -> tuple[Thing, ...]:
    """Return the things that somebody names: those with two names in use or more first, most names first, then by id.

    Takes any dossier; sources and actors that do not exist count for nothing. Of two names that overlap in a quote the
    longer one counts; case counts as written. A name of two entries counts for both. Linear in the quoted text.
    """
    naming = naming_of(dossier)
    voices = _voices(dossier)
    found = _found(naming, voices, distinct_quotes(dossier))
    recorded = _recorded(dossier, voices)
    languages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in named_entries(dossier):
        for name in entry.names:
            languages[entry.id, name.text].add(name.language)
    used: dict[str, list[NameUse]] = defaultdict(list)
    for text, ids in naming.ids.items():
        for id_ in ids:
            uses, told = found.get(text, ()), recorded.get((id_, text), ())
            if uses or told:
                others = tuple(other for other in ids if other != id_)
                used[id_].append(NameUse(text, tuple(sorted(languages[id_, text])), others, uses, told))
    things = (_thing(id_, names) for id_, names in used.items())
    return tuple(sorted(things, key=lambda thing: (-len(thing.names), thing.id)))


def _voices(dossier: Dossier) -> Mapping[str, tuple[str, str]]:
    """Return for the id of each source and actor that source, if it is one, and the actor whose voice it is."""
    actors = {actor.id for actor in dossier.actors}
    voices = {id_: ("", id_) for id_ in actors}
    for source in dossier.sources:
        known = (id_ for id_ in (source.speaks_for, source.published_by) if id_ in actors)
        voices[source.id] = (source.id, next(known, None) or "")
    return voices


def _found(
    naming: Naming, voices: Mapping[str, tuple[str, str]], quotes: tuple[Quoted, ...]
) -> Mapping[str, tuple[Use, ...]]:
    """Return for each name its uses in quotes. Twice in one quote is one use."""
    uses: dict[str, list[Use]] = defaultdict(list)
    for quoted in quotes:
        for name in sorted({meant.name for meant in naming.find(quoted.words)}):
            actor = voices[quoted.source][1]
            uses[name].append(Use(quoted.source, actor, quoted.words, quoted.owners, quoted.locators, quoted.passed_on))
    return {name: tuple(found) for name, found in uses.items()}


def _recorded(
    dossier: Dossier, voices: Mapping[str, tuple[str, str]]
) -> Mapping[tuple[str, str], tuple[Recorded, ...]]:
    """Return for each entry and name of it who is recorded as using it."""
    names: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for entry in named_entries(dossier):
        for name in entry.names:
            names[entry.id, name.text].append(name)
    return {key: told for key, found in names.items() if (told := _told(found, voices))}


def _told(names: list[Name], voices: Mapping[str, tuple[str, str]]) -> tuple[Recorded, ...]:
    cited: dict[str, set[str]] = defaultdict(set)
    for name in names:
        sources = {citation.source for citation in name.citations if citation.source in voices}
        for user in name.used_by:
            if user in voices:
                own = {source for source in sources if user in (source, voices[source][1])}
                cited[user] |= own or (sources if voices[user][0] == "" else set())
    return tuple(Recorded(*voices[user], tuple(sorted(cited[user]))) for user in sorted(cited))


def _thing(id_: str, names: list[NameUse]) -> Thing:
    ordered = tuple(sorted(names, key=lambda name: (-len(name.uses), -len(name.recorded), name.text)))
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for name in ordered:
        # Words that a passage quotes from a speaker are not the source's own choice of name, and a name of several
        # entries does not say which is meant (with many of them, it would also be everybody's name for each).
        own = [] if name.ambiguous else [(use.source, use.actor) for use in name.uses if not use.passed_on]
        for source, actor in (*own, *((told.source, told.actor) for told in name.recorded)):
            said[actor or source][name.text] = None
    return Thing(id_, ordered, tuple(Speaker(who, tuple(said[who])) for who in sorted(said)))
