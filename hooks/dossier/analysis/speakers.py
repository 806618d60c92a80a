"""Whose voice a source is: the actors it speaks for, as far up as relations that held at its date lead.

Two sources are one origin when they share a speaker, an organisation above their speakers, an owner, or a publisher.
Follows the rule of the Berkeley Protocol that sources under one control do not corroborate one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..dates import When
from ..model import Dossier, Source
from .unions import Unions

UPWARDS: Final = ("part-of", "spokesperson-of")
"""Relations by which the other actor answers for what this one says; `owns` does so the other way round."""


class Tie(NamedTuple):
    """That an actor answers to another one, and when."""

    above: str
    when: When | None


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who answers to whom, and which origin each source would be."""

    ties: Mapping[str, tuple[Tie, ...]]
    """For each actor those it answers to, by id."""
    origin: Mapping[str, str]
    """For each source the origin it would be if it derived from nothing: id of an actor, or of a source."""

    def above(self, actor: str, at: When | None = None) -> tuple[str, ...]:
        """Return an actor and all it answers to at a date, or at any without one, nearest first."""
        found = {actor: None}
        queue = [actor]
        for id_ in queue:
            for tie in self.ties.get(id_, ()):
                if tie.above not in found and may_overlap(tie.when, at):
                    found[tie.above] = None
                    queue.append(tie.above)
        return tuple(found)

    def top(self, actor: str, at: When | None = None) -> str:
        """Return the last actor that answers for this one; the first by id where there are several."""
        above = self.above(actor, at)
        ends = [id_ for id_ in above if not any(may_overlap(tie.when, at) for tie in self.ties.get(id_, ()))]
        return min(ends, default=min(above))


def may_overlap(one: When | None, other: When | None) -> bool:
    """Tell whether two dates can have a day in common; what is not dated can have any."""
    if one is None or other is None:
        return True
    return not (
        (one.latest is not None and other.earliest is not None and one.latest < other.earliest)
        or (other.latest is not None and one.earliest is not None and other.latest < one.earliest)
    )


def speakers_of(dossier: Dossier) -> Speakers:
    """Return who answers to whom. Relations to actors that are not there count for nothing; circles do no harm."""
    ties: dict[str, dict[Tie, None]] = defaultdict(dict)
    for actor in dossier.actors:
        for relation in actor.relations:
            when = relation.when.edtf if relation.when else None
            if relation.type in UPWARDS:
                ties[actor.id][Tie(relation.actor, when)] = None
            elif relation.type == "owns":
                ties[relation.actor][Tie(actor.id, when)] = None
    ordered = {actor: tuple(sorted(found, key=lambda tie: tie.above)) for actor, found in sorted(ties.items())}
    speakers = Speakers(ordered, {})
    return Speakers(ordered, _origins(dossier.sources, speakers))


def _origins(sources: Iterable[Source], speakers: Speakers) -> Mapping[str, str]:
    """Return the origin of each source: those that share anybody who answers for them are one."""
    unions = Unions[str]()
    names: dict[str, tuple[str, ...]] = {}
    for source in sources:
        names[source.id] = keys = _answerable(source, speakers)
        # A source that passes on what others say must not make one origin of those it merely stands between.
        if not any(derived.how != "unknown" for derived in source.derived_from):
            for key in keys[1:]:
                unions.join(keys[0], key)
    called = _names_of_groups(unions, names, speakers)
    return {id_: called.get(unions.root(keys[0]), keys[0]) for id_, keys in names.items()}


def _answerable(source: Source, speakers: Speakers) -> tuple[str, ...]:
    """Return who answers for a source: its speaker and those above, else its publisher, else only itself."""
    at = source.issued.edtf if source.issued else None
    actor = source.speaks_for or source.published_by
    if actor:
        return speakers.above(actor, at)
    return (f":{source.publisher.casefold()}",) if source.publisher else (source.id,)


def _names_of_groups(
    unions: Unions[str], names: Mapping[str, tuple[str, ...]], speakers: Speakers
) -> Mapping[str, str]:
    """Return an entry that stands for each group: the actor most of its sources answer to, the topmost of those."""
    members: dict[str, list[str]] = defaultdict(list)
    for id_, keys in names.items():
        members[unions.root(keys[0])].append(id_)
    called = {}
    for root, ids in members.items():
        counted: dict[str, int] = defaultdict(int)
        for id_ in ids:
            for key in names[id_]:
                counted[key] += not key.startswith(":")
        actors = [key for key, count in counted.items() if count and key not in names]
        best = max((counted[key] for key in actors), default=0)
        common = [key for key in actors if counted[key] == best]
        tops = [key for key in common if not any(tie.above in common for tie in speakers.ties.get(key, ()))]
        called[root] = min(tops or common or ids)
    return called
