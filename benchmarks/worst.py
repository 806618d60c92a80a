"""Dossiers made to be hard for the analyses: long chains, knots, circles, and thousands of things that compare.

    python benchmarks/worst.py CASE DIR      writes DIR/data

None is like a real dossier, and some break rules on purpose. No analysis may hang or fail on any of them.
"""

import argparse
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from made_up import Field, write_files
from made_up.bare import SETTINGS, Entry, Kinds, actor, claim, counted, event, reported, source

Links = Sequence[Sequence[int]]


def chain() -> Kinds:
    """One chain of 5,000 reprints, and a claim that cites the last, one that cites them all."""
    return reported([[number - 1] if number else [] for number in range(5_000)], [[4_999], range(5_000)])


def reports() -> Kinds:
    """One claim with 2,000 reports that each may go back to two of 400 roots."""
    chance = random.Random(1)
    roots: Links = [[] for _ in range(400)]
    return reported([*roots, *(chance.sample(range(400), 2) for _ in range(2_000))], [range(400, 2_400)])


def diamonds() -> Kinds:
    """2,000 sources in one knot: each has two parents among the ten before it, and ten claims cite 200 each."""
    chance = random.Random(2)
    parents = [chance.sample(range(max(0, number - 10), number), 2) if number > 9 else [] for number in range(2_000)]
    return reported(parents, [range(1_800, 2_000), *(chance.sample(range(2_000), 200) for _ in range(9))])


def ladder() -> Kinds:
    """2,000 sources that each have two parents, the two before, and a claim on every tenth."""
    parents = [[number - 1, number - 2] if number > 1 else [] for number in range(2_000)]
    return reported(parents, [[number] for number in range(0, 2_000, 10)])


def comb() -> Kinds:
    """2,000 sources, each passing on the one before and adding what it saw itself: ever more roots behind each."""
    parents = [[number - 2, number - 1] if number % 2 == 0 and number else [] for number in range(4_000)]
    return reported(parents, [range(0, 4_000, 2)])


def figures() -> Kinds:
    """5,000 figures of one measure and scope, no two alike, and 200 superlatives that are held against them."""
    claims = [counted(number, number + 1, number % 7) for number in range(5_000)]
    compare: Entry = {"of": "lorries lost", "figure": "claim-7"}
    claims += [
        claim(5_000 + number, [0]) | {"type": "largest", "scope": "the valley", "compare": compare}
        for number in range(200)
    ]
    return {"sources": [source(0, [])], "claims": claims}


def superlatives() -> Kinds:
    """2,000 superlatives, each held against 2,000 events of one actor and 2,000 figures of one measure."""
    against: tuple[Entry, ...] = ({"actors": ["actor-0"]}, {"of": "lorries lost"}, {"theme": "All"})
    ranks = [
        claim(2_000 + number, [0])
        | {"type": ("first", "largest", "only")[number % 3], "scope": "the valley", "compare": against[number % 3]}
        for number in range(2_000)
    ]
    part: Entry = {"participants": [{"actor": "actor-0", "role": "one"}]}
    return {
        "sources": [source(0, [])],
        "actors": [actor(0)],
        "claims": [*(counted(number, number + 1, 0) for number in range(2_000)), *ranks],
        "events": [event(number) | part for number in range(2_000)],
    }


def totals() -> Kinds:
    """500 totals of 500 parts each."""
    parts = [f"claim-{number}" for number in range(500)]
    compare: Entry = {"of": "lorries lost", "figure": "claim-0", "parts": parts}
    sums = [
        claim(500 + number, [0]) | {"type": "total", "scope": "the valley", "compare": compare} for number in range(500)
    ]
    return {"sources": [source(0, [])], "claims": [*(counted(number, 10, 0) for number in range(500)), *sums]}


def before() -> Kinds:
    """3,000 events in one chain of before, written from the end, all of one year."""
    events = [event(number, before=[number - 1] if number else []) | {"when": "2001"} for number in range(3_000)]
    return {"sources": [source(0, [])], "events": events}


def impossible() -> Kinds:
    """3,000 events in one chain of before whose last is dated before its first."""
    dates = {0: "2001-05-01", 2_999: "2001-04-01"}
    events = [
        event(number, after=[number - 1] if number else []) | {"when": dates.get(number, "2001")}
        for number in range(3_000)
    ]
    return {"sources": [source(0, [])], "events": events}


def contradictions() -> Kinds:
    """1,000 pairs of events that contradict each other, and all come after one event."""
    events = [event(0) | {"when": "2001-01-01"}]
    for number in range(1, 2_001, 2):
        events.append(event(number, after=[0]) | {"when": "2001-05-02"})
        events.append(event(number + 1, after=[number]) | {"when": "2001-05-01"})
    return {"sources": [source(0, [])], "events": events}


def circles() -> Kinds:
    """1,000 circles of three sources, and 1,000 of three events."""
    parents = [[number - number % 3 + (number + 1) % 3] for number in range(3_000)]
    events = [event(number, before=of) for number, of in enumerate(parents)]
    return reported(parents, [range(0, 3_000, 10)]) | {"events": events}


def circle() -> Kinds:
    """One circle of 3,000 sources, and one of 3,000 events."""
    parents = [[(number + 1) % 3_000] for number in range(3_000)]
    events = [event(number, before=of) for number, of in enumerate(parents)]
    return reported(parents, [range(0, 3_000, 10)]) | {"events": events}


def knot() -> Kinds:
    """1,000 circles through one another: 1,000 sources, each derived from four at random; events likewise."""
    chance = random.Random(3)
    parents = [chance.sample(range(1_000), 4) for _ in range(1_000)]
    events = [event(number, before=of) for number, of in enumerate(parents)]
    return reported(parents, [range(1_000)]) | {"events": events}


def tower() -> Kinds:
    """2,000 actors, each part of the one before, and 2,000 in a circle, each with a source of its own."""
    actors = [actor(number, part_of=[number - 1] if number else []) for number in range(2_000)]
    actors += [actor(number, part_of=[2_000 + (number + 1) % 2_000]) for number in range(2_000, 4_000)]
    sources = [source(number, []) | {"speaks_for": f"actor-{number}"} for number in range(4_000)]
    return {"sources": sources, "actors": actors, "claims": [claim(0, range(4_000))]}


def names() -> Kinds:
    """One name that 1,000 actors share, used by 2,000 sources that quote it."""
    users = [f"source-{number}" for number in range(2_000)]
    shared: Entry = {"text": "the fighters", "language": "en", "used_by": users[:20]}
    quoted = [
        {"source": user, "quote": "they saw the fighters come", "stance": "supports", "bears_on": "so"}
        for user in users
    ]
    return {
        "sources": [source(number, []) for number in range(2_000)],
        "actors": [actor(number) | {"names": [shared]} for number in range(1_000)],
        "claims": [claim(0, []) | {"citations": quoted}],
    }


def empty() -> Kinds:
    """Nothing at all."""
    return {}


WORST: Final[Mapping[str, Callable[[], Kinds]]] = {
    case.__name__: case
    for case in (
        chain,
        reports,
        diamonds,
        ladder,
        comb,
        figures,
        superlatives,
        totals,
        before,
        impossible,
        contradictions,
        circles,
        circle,
        knot,
        tower,
        names,
        empty,
    )
}


def write_worst(name: str, folder: Path) -> None:
    """Write one of the hard dossiers into `folder`/data. Raises OSError."""
    kinds: dict[str, Field] = {f"{kind}.yml": entries for kind, entries in WORST[name]().items()}
    write_files([("dossier.yml", SETTINGS), *kinds.items()], folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a dossier that is hard to analyse.")
    parser.add_argument("case", choices=WORST)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write_worst(given.case, given.folder)
