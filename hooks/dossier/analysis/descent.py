"""Where each source has its content from, followed to the end: the graph of `derived_from` and what stands behind it.

Follows PROV (wasDerivedFrom): an edge runs from a source to one it has its content from.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from ..model import Dossier, Source
from ..model.parts import Derivation
from .speakers import Speakers, speakers_of


@dataclass(frozen=True, slots=True)
class Behind:
    """What can stand behind a report: origins, the root sources that voice them, and whether it may be any other.

    `open` says that where it has the content from is not recorded or not known. Nothing stands behind a source that
    fell: it has all its content from sources that do not count.
    """

    origins: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    open: bool = False

    @property
    def fallen(self) -> bool:
        return not self.origins


@dataclass(frozen=True, slots=True)
class Descent:
    """The sources of a dossier, what each derives from, and what stands behind each."""

    sources: Mapping[str, Source]
    parents: Mapping[str, tuple[Derivation, ...]]
    """For each source its derivations from sources that exist; those that go round in a circle are left out."""
    behind: Mapping[str, Behind]
    speakers: Speakers
    circles: tuple[tuple[str, ...], ...]
    """Sources that derive from one another: the shortest circle of each knot."""
    without: frozenset[str]
    """Sources that do not count: retracted, or left out to see what falls."""

    def behind_report(self, source: str, derived_from: tuple[Derivation, ...] = ()) -> Behind:
        """Return what stands behind a report, by the derivations of this one claim where they are given."""
        if source in self.without or source not in self.sources:
            return Behind()
        if not derived_from:
            return self.behind[source]
        known = tuple(derived for derived in derived_from if derived.source in self.behind)
        return _behind(self.sources[source], known, self.behind, self.speakers)


def descent_of(dossier: Dossier, without: Collection[str] = ()) -> Descent:
    """Return the descent of all sources. `without` and retracted sources do not count, and what has all its content
    from them falls with them. Takes any dossier: unknown sources are left out, circles are cut and told."""
    sources = {source.id: source for source in dossier.sources}
    out = frozenset(without) | {source.id for source in dossier.sources if source.retracted}
    parents = {
        id_: tuple(derived for derived in source.derived_from if derived.source in sources)
        for id_, source in sources.items()
    }
    order, circles, cut = _ordered(parents)
    if cut:
        parents = {
            id_: tuple(derived for derived in found if (id_, derived.source) not in cut)
            for id_, found in parents.items()
        }
    speakers = speakers_of(dossier)
    behind: dict[str, Behind] = {}
    for id_ in order:
        behind[id_] = Behind() if id_ in out else _behind(sources[id_], parents[id_], behind, speakers)
    return Descent(sources, parents, behind, speakers, circles, out)


def _behind(
    source: Source, derived_from: tuple[Derivation, ...], behind: Mapping[str, Behind], speakers: Speakers
) -> Behind:
    """Return what stands behind a source, given what stands behind those it derives from.

    By a known derivation it has what its parents have. One that is not known adds what it may go back to, and where no
    other is known, the source may as well be an origin of its own or go back to any other.
    """
    known = [behind[derived.source] for derived in derived_from if derived.how != "unknown"]
    maybe = [behind[derived.source] for derived in derived_from if derived.how == "unknown"]
    if len(known) == 1 and not maybe:
        return known[0]
    standing = [found for found in (*known, *maybe) if not found.fallen]
    origins = frozenset().union(*(found.origins for found in standing))
    roots = frozenset().union(*(found.roots for found in standing))
    opened = any(found.open for found in standing)
    if known:
        return Behind(origins, roots, opened) if any(not found.fallen for found in known) else Behind()
    # Its own voice or its own eyes make it an origin for certain; of any other, nothing says that it is one.
    own = bool(source.speaks_for or source.first_hand) and not maybe
    return Behind(origins | {speakers.origin[source.id]}, roots | {source.id}, opened or not own)


def _ordered(
    parents: Mapping[str, tuple[Derivation, ...]],
) -> tuple[Iterable[str], tuple[tuple[str, ...], ...], frozenset[tuple[str, str]]]:
    """Return the sources with parents first, the circles, and the edges that lie in knots of circles."""
    graph = {id_: {derived.source for derived in found} for id_, found in parents.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order()), (), frozenset()
    except CycleError:
        from .circles import circles_in  # noqa: PLC0415  # networkx takes 0.2 s to load, and circles are rare

        circles, cut = circles_in(graph)
        straight = {id_: {parent for parent in found if (id_, parent) not in cut} for id_, found in graph.items()}
        return tuple(TopologicalSorter(straight).static_order()), circles, cut
