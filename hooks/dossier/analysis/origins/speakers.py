"""Whose voice a source is: the actors it speaks for, as far up as relations that held at its date lead.

Two sources are one origin when they share a speaker, an organisation above their speakers, an owner, or a publisher.
Follows the rule of the Berkeley Protocol that sources under one control do not corroborate one another.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from ...dates import When
from ...model import Dossier, Source
from ...model.parts import Derivation
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


def may_overlap(one: When | None, other: When | None) -> bool:
    """Tell whether two dates can have a day in common; what is not dated can have any."""
    if one is None or other is None:
        return True
    return not (
        (one.latest is not None and other.earliest is not None and one.latest < other.earliest)
        or (other.latest is not None and one.earliest is not None and other.latest < one.earliest)
    )


def known(derived: Derivation) -> bool:
    """Tell whether a derivation is more than possible."""
    return derived.how != "unknown"


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
    keys = {source.id: _answerable(source, speakers) for source in sources}
    ids = {source.id for source in sources if _can_be_root(source, keys)}
    # A source that passes on what others say must not make one origin of those it merely stands between.
    for id_ in ids:
        for key in keys[id_][1:]:
            unions.join(keys[id_][0], key)
    called = _names_of_groups(unions, keys, ids, speakers)
    return {id_: called[unions.root(found[0])] for id_, found in keys.items()}


def _can_be_root(source: Source, sources: Collection[str]) -> bool:
    """Tell whether a source can be an origin: what it knows itself, or nothing says where it has its content from."""
    return bool(source.first_hand) or not any(
        known(derived) for derived in source.derived_from if derived.source in sources
    )


def _answerable(source: Source, speakers: Speakers) -> tuple[str, ...]:
    """Return who answers for a source: its speaker and those above, else its publisher, else only itself."""
    at = source.issued.edtf if source.issued else None
    if source.speaks_for:
        return speakers.above(source.speaks_for, at)
    # Written out as well: another source of the same publisher may name it in words only.
    publisher = (f":{source.publisher.casefold()}",) if source.publisher else ()
    owners = speakers.above(source.published_by, at) if source.published_by else ()
    return (*owners, *publisher) or (source.id,)


def _names_of_groups(
    unions: Unions[str], keys: Mapping[str, tuple[str, ...]], can_be_root: Collection[str], speakers: Speakers
) -> Mapping[str, str]:
    """Return an entry that stands for each group: the actor most of its sources answer to, the topmost of those."""
    members: dict[str, list[str]] = defaultdict(list)
    for id_, found in keys.items():
        members[unions.root(found[0])].append(id_)
    return {
        root: _name([id_ for id_ in ids if id_ in can_be_root] or ids, keys, speakers) for root, ids in members.items()
    }


def _name(ids: list[str], keys: Mapping[str, tuple[str, ...]], speakers: Speakers) -> str:
    """Return the actor most of some sources answer to, the topmost of those; the first source if there is none."""
    counted = Counter(key for id_ in ids for key in keys[id_] if key != id_ and not key.startswith(":"))
    best = max(counted.values(), default=0)
    common = {key for key, count in counted.items() if count == best}
    tops = [key for key in common if not any(tie.above in common for tie in speakers.ties.get(key, ()))]
    return min(tops or common or ids)
