"""Figures of a made-up dossier: several for one measure and scope, most of which agree and some of which do not."""

from collections.abc import Iterator
from typing import Final

from .world import Field, World

UNITS: Final = {"columns": (20, "lorries"), "crews": (4, "soldiers")}
"""Units of the made-up dossier: how many of another unit one of them is."""


def figures(world: World, many: int) -> Iterator[list[dict[str, Field]]]:
    """Yield so many figures in groups of one to eight, each group of one measure and scope."""
    made = 0
    while made < many:
        size = min(world.chance.randint(1, 8), many - made)
        unit, (factor, of) = world.chance.choice(list(UNITS.items()))
        value = 20 * world.chance.randint(2, 60)
        measure: dict[str, Field] = {
            "of": f"{of} {world.words(1, 1)} in week {made}",
            "scope": f"{world.name('place', world.number('place'))}, {world.words(1, 2)}",
        }
        yield [measure | _figure(world, value, unit, factor, of) for _ in range(size)]
        made += size


def _figure(world: World, value: int, unit: str, factor: int, of: str) -> dict[str, Field]:
    """Return a figure near this value; one in five lies far off, one in seven is counted in the larger unit."""
    if world.odds(20):
        value = value * world.chance.choice((2, 3)) // 2 // 20 * 20 + 20
    if world.odds(15):
        return {"value": value // factor, "unit": unit}
    kinds: tuple[dict[str, Field], ...] = (
        {"value": value},
        {"value": value, "qualifier": "exact"},
        {"value": value + world.chance.randint(-3, 3), "qualifier": "about"},
        {"value": value - 5, "qualifier": "more-than"},
        {"value": value - 5, "qualifier": "at-least"},
        {"value": value + 5, "qualifier": "less-than"},
        {"value": value + 5, "qualifier": "at-most", "estimate": True},
        {"value": f"{value - 10}..{value + 10}"},
        {"qualifier": "hundreds" if value >= 200 else "dozens"},
    )
    return {"unit": of} | world.chance.choice(kinds)
