"""Which figures exclude one another in one version and not in the other, pair by pair."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..analysis import FigureGroup, Row
from ..analysis.figures.intervals import common

Pair = tuple[str, str]
Groups = Mapping[str, tuple[str, ...]]
"""A claim → the claims of which the same is told."""


def conflicts(
    before: Sequence[FigureGroup], after: Sequence[FigureGroup], ids: Mapping[str, str], changed: Collection[str]
) -> tuple[Groups, Groups]:
    """Return which claims are in conflict now and were not, and which no longer are, under their ids of now.

    Each pair stands under the claim that `changed`, else under the first by id. Of claims that did not change, only the
    pairs are looked at that an analysis names as witnesses: a group of n figures can have n² pairs.
    """
    was, now = _Figures(before, ids), _Figures(after, {})
    candidates = sorted({*was.pairs(changed), *now.pairs(changed)})
    apart = [(pair, was.apart(*pair), now.apart(*pair)) for pair in candidates]
    return (
        _grouped([pair for pair, old, new in apart if new and not old], changed),
        _grouped([pair for pair, old, new in apart if old and not new], changed),
    )


def _grouped(pairs: Sequence[Pair], changed: Collection[str]) -> Groups:
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        first, other = sorted(pair, key=lambda id_: (id_ not in changed, id_))
        found[first] = (*found.get(first, ()), other)
    return found


class _Figures:
    """The figures of a version by claim, to ask of any two whether they exclude one another."""

    def __init__(self, groups: Sequence[FigureGroup], ids: Mapping[str, str]) -> None:
        self.ids = ids
        self.groups = groups
        self.rows: dict[str, tuple[int, Row]] = {
            ids.get(row.claim.id, row.claim.id): (number, row)
            for number, group in enumerate(groups)
            for row in group.rows
        }

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two claims give figures for the same thing that cannot both be right."""
        here, there = self.rows.get(one), self.rows.get(other)
        if not here or not there or here[0] != there[0] or not (here[1].counts and there[1].counts):
            return False
        return common((here[1].interval, there[1].interval)) is None

    def pairs(self, changed: Collection[str]) -> Iterator[Pair]:
        """Yield the pairs worth asking about, each in order of id: of claims that changed, and of the witnesses."""
        for id_, (number, row) in self.rows.items():
            if id_ in changed:
                others = [self.ids.get(one.claim.id, one.claim.id) for one in self.groups[number].rows]
            else:
                others = [self.ids.get(other, other) for other in row.against]
            yield from ((min(id_, other), max(id_, other)) for other in others if other != id_)
