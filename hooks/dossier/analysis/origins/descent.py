"""Where each source has its content from, followed to the end: the graph of `derived_from` and what stands behind it.

Follows PROV (wasDerivedFrom): an edge runs from a source to one it has its content from.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Dossier, Source
from ...model.parts import Derivation
from ..ordering import GoesRound, needed_first
from .speakers import Speakers, known, speakers_of

Derivations = Mapping[str, tuple[Derivation, ...]]
"""For each source those it has its content from."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What can stand behind a report: origins, the root sources that voice them, and whether it may be any other.

    `open` says that where it has the content from is not recorded or not known, or that a part of it fell. Nothing
    stands behind a source that fell: it has all its content from sources that do not count.
    """

    origins: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    open: bool = False

    @property
    def fallen(self) -> bool:
        return not self.origins


FELL = Behind()


@dataclass(frozen=True, slots=True)
class Descent:
    """The sources of a dossier, what each derives from, and what stands behind each."""

    sources: Mapping[str, Source]
    recorded: Derivations
    """For each source its derivations from sources that exist."""
    parents: Derivations
    """The same without what goes round: possible links first, and what is known only where that alone goes round."""
    behind: Mapping[str, Behind]
    speakers: Speakers
    circles: tuple[tuple[str, ...], ...]
    """Sources known to derive from one another: the shortest circle of each knot."""
    without: frozenset[str]
    """Sources that do not count: retracted, or left out to see what falls."""

    def behind_reports(self, reports: Iterable[str], handed: Derivations) -> Mapping[str, Behind]:
        """Return what stands behind the reports of a claim; what is not in the dossier is left out.

        `handed` says for some sources where they have this claim from; it counts for whoever has it from them, too.
        """
        present = [id_ for id_ in reports if id_ in self.sources]
        if not handed:
            return {id_: self.behind[id_] for id_ in present}
        found = _stand_behind(self.above(present, handed), self.sources, self.without, self.speakers, handed)
        return {id_: found[id_] for id_ in present}

    def above(self, reports: Iterable[str], handed: Derivations) -> Derivations:
        """Return for some sources, and all they go back to, the derivations that count for one claim."""
        found: dict[str, tuple[Derivation, ...]] = {}
        queue = [id_ for id_ in reports if id_ in self.sources]
        for id_ in queue:
            if id_ not in found:
                found[id_] = existing(handed.get(id_, ()), self.sources) or self.recorded[id_]
                queue.extend(derived.source for derived in found[id_])
        return found


def existing(derived_from: tuple[Derivation, ...], sources: Collection[str]) -> tuple[Derivation, ...]:
    """Return the derivations from sources that are in the dossier."""
    return tuple(derived for derived in derived_from if derived.source in sources)


def descent_of(dossier: Dossier, without: Collection[str] = ()) -> Descent:
    """Return the descent of all sources. `without` and retracted sources do not count, and what has all its content
    from them falls with them. Takes any dossier: unknown sources are left out, circles do no harm and are told."""
    sources = {source.id: source for source in dossier.sources}
    out = frozenset(without) | {source.id for source in dossier.sources if source.retracted}
    recorded = {id_: existing(source.derived_from, sources) for id_, source in sources.items()}
    parents, circles = _straightened(recorded)
    speakers = speakers_of(dossier)
    behind = _stand_behind(recorded, sources, out, speakers)
    return Descent(sources, recorded, parents, behind, speakers, circles, out)


class _Footing(NamedTuple):
    """What sources stand on, by what is known of their derivation alone."""

    standing: frozenset[str]
    """All but those that do not count, and those that have all their content from such."""
    own: frozenset[str]
    """Those that may be origins: nothing is known of their derivation, or only that they derive from one another, or
    their author knew at first hand."""


def _stand_behind(
    recorded: Derivations,
    sources: Mapping[str, Source],
    out: Collection[str],
    speakers: Speakers,
    handed: Collection[str] = (),
) -> Mapping[str, Behind]:
    """Return what stands behind each source of a graph that is whole: all that is derived from is in it.

    That a source knows things at first hand says nothing of a claim that it was `handed`.
    """
    eyes = {id_ for id_ in recorded if sources[id_].first_hand and id_ not in handed}
    sure = {id_ for id_ in recorded if sources[id_].speaks_for or id_ in eyes}
    footing = _footing(recorded, out, eyes)
    behind = {id_: FELL for id_ in recorded if id_ not in footing.standing}
    left = {id_: found for id_, found in recorded.items() if id_ not in behind}
    graph = {id_: [one.source for one in found if one.source in left] for id_, found in left.items()}
    for group in _in_order(graph):
        found = _behind(group, recorded, behind, footing.own.intersection(group), sure, speakers)
        behind.update(dict.fromkeys(group, found))
    return behind


def _footing(recorded: Derivations, out: Collection[str], eyes: Collection[str]) -> _Footing:
    """Return which sources stand and which may be origins. What is only possible neither keeps nor takes away."""
    ways = {id_: [one.source for one in found if known(one)] for id_, found in recorded.items()}
    standing: set[str] = set()
    own = {id_ for id_ in recorded if id_ in eyes or not ways[id_]}
    for group in _in_order(
        {id_: [other for other in others if other not in out] for id_, others in ways.items() if id_ not in out}
    ):
        parents = [other for id_ in group for other in ways[id_] if other not in group]
        if not parents and own.isdisjoint(group):
            own.update(group)
        if not own.isdisjoint(group) or not standing.isdisjoint(parents):
            standing.update(group)
    return _Footing(frozenset(standing), frozenset(own))


def _behind(
    group: tuple[str, ...],
    recorded: Derivations,
    behind: Mapping[str, Behind],
    own: frozenset[str],
    sure: Collection[str],
    speakers: Speakers,
) -> Behind:
    """Return what stands behind a source, given what stands behind those it derives from; for a knot, behind them all.

    By a known derivation it has what its parents have, and one that is not known adds what it may go back to. Those
    that may be origins (`own`) are so for certain by their own voice or eyes (`sure`), if nothing else is possible.
    """
    links = [derived for id_ in group for derived in recorded[id_] if derived.source not in group]
    if len(links) == len(group) == 1 and not own:
        return behind[links[0].source]
    standing = [found for derived in links if not (found := behind[derived.source]).fallen]
    return Behind(
        frozenset(speakers.origin[id_] for id_ in own).union(*(found.origins for found in standing)),
        own.union(*(found.roots for found in standing)),
        # What lost a part of what it rests on may have had just this from there.
        open=len(standing) < len(links)
        or any(found.open for found in standing)
        or not all(id_ in sure and all(known(derived) for derived in recorded[id_]) for id_ in own),
    )


def _in_order(graph: Mapping[str, Collection[str]]) -> Iterable[tuple[str, ...]]:
    """Return the sources with those they derive from first; sources that derive from one another come together."""
    try:
        return [(id_,) for id_ in needed_first(graph)]
    except GoesRound:
        from .circles import groups_of  # noqa: PLC0415  # networkx takes 0.2 s to load, and circles are rare

        return groups_of(graph)


def _straightened(recorded: Derivations) -> tuple[Derivations, tuple[tuple[str, ...], ...]]:
    """Return the derivations without what goes round, and the circles of known ones."""
    if not goes_round(_graph(recorded)):
        return recorded, ()
    from .circles import circles_in, within  # noqa: PLC0415  # as above

    loose = within(_graph(recorded))
    found = {
        id_: tuple(one for one in given if known(one) or (id_, one.source) not in loose)
        for id_, given in recorded.items()
    }
    circles = circles_in(_graph(found)) if goes_round(_graph(found)) else ()
    tight = within(_graph(found)) if circles else frozenset()
    return {id_: tuple(one for one in given if (id_, one.source) not in tight) for id_, given in found.items()}, circles


def _graph(recorded: Derivations) -> dict[str, set[str]]:
    return {id_: {derived.source for derived in found} for id_, found in recorded.items()}


def goes_round(graph: Mapping[str, Collection[str]]) -> bool:
    """Tell whether something in a graph can be reached from itself."""
    try:
        needed_first(graph)
    except GoesRound:
        return True
    return False
