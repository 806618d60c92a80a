"""Who has it from whom: sources in families that pass on what a few roots said or saw.

What families of reports look like: chains of up to eight, reports with two parents, parents that are only possible,
nothing recorded at all, roots that are a party's own voice, and now and then one that also draws on another family.
"""

from dataclasses import dataclass, field
from typing import Final

from .world import World

_DEEPEST: Final = 8
_LARGEST: Final = 12
_HOW: Final = ("reprint", "reprint", "rewrite", "rewrite", "quotes", "cites")


@dataclass(frozen=True, slots=True)
class Kin:
    """A source in its family: its number, how far from a root it is, and its parents with how it has it from each."""

    number: int
    depth: int = 0
    parents: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Family:
    """Sources whose numbers follow one another, each after those it derives from."""

    members: list[Kin] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        return [member.number for member in self.members]


def families_of(world: World) -> list[Family]:
    """Return all sources but the document taken apart, in families."""
    families: list[Family] = []
    left = list(range(1, world.counts["source"]))
    while left:
        size = world.chance.randint(1, _LARGEST)
        numbers, left = left[:size], left[size:]
        family = Family()
        for number in numbers:
            family.members.append(_born(world, number, family, families))
        families.append(family)
    return families


def _born(world: World, number: int, family: Family, earlier: list[Family]) -> Kin:
    grown = [member for member in family.members if member.depth < _DEEPEST]
    if not grown or world.odds(6):
        return Kin(number)
    parents = [grown[-1] if world.odds(60) else world.chance.choice(grown)]
    if world.odds(18):
        parents.append(world.chance.choice(grown))
    elif earlier and world.odds(5):
        parents.append(world.chance.choice(earlier[-5:]).members[0])
    known = {parent.number: "unknown" if world.odds(7) else world.chance.choice(_HOW) for parent in parents}
    return Kin(number, 1 + max(parent.depth for parent in parents), tuple(known.items()))
