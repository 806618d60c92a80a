"""The claims of a made-up dossier, each with one to twelve reports, often several of one family."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from .figures import figures
from .sources import PASSAGES, Cast
from .world import Field

_STANCES: Final = ("supports",) * 10 + ("repeats",) * 5 + ("qualifies",) * 2 + ("disputes", "disputes", "refutes")
_BEARS_ON: Final = ("so",) * 5 + ("said",) * 4 + ("who",)
_LONGEST: Final = 12


def claims(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield the claims; three in five have a figure, about one in six ranks or sums up, a few are labels."""
    world = cast.world
    many = world.counts["claim"]
    counted = [number for number in range(many) if number % 5 < 3]
    groups = list(_groups(cast, counted))
    measures = {number: measure for group in groups for number, measure in group.items()}
    for number in range(many):
        reports = _reports(cast, number)
        entry = _claim(cast, number, min(reports))
        if number in measures:
            entry |= _figure(cast, measures[number])
        elif world.odds(40):
            entry |= _rank(cast, world.chance.choice(groups))
        elif world.odds(15):
            entry["type"] = "label"
        detail = cast.prose(f"source-{max(reports)}", 40, 60)
        yield entry | {"detail": detail, "citations": list(_citations(cast, number, reports))}


def _groups(cast: Cast, counted: list[int]) -> Iterator[Mapping[int, dict[str, Field]]]:
    """Yield the figures of one measure and scope, by the number of the claim that gives each."""
    numbers = iter(counted)
    for group in figures(cast.world, len(counted)):
        yield dict(zip(islice(numbers, len(group)), group, strict=True))


def _reports(cast: Cast, number: int) -> list[int]:
    """Return the sources that report a claim, of about one time: a part of one family, or of several that follow."""
    world = cast.world
    start = len(cast.families) * number // world.counts["claim"]
    reach = 1 if world.odds(45) else 5
    start = min(start, max(0, len(cast.families) - reach))
    near = [source for family in cast.families[start : start + reach] for source in family.numbers]
    reports = world.chance.sample(near, min(len(near), world.chance.randint(1, _LONGEST)))
    return reports if not cast.retracted.issuperset(reports) else near[:1]


def _claim(cast: Cast, number: int, first: int) -> dict[str, Field]:
    """Return what every claim has; what it tells of, and its being said, are not after the first report of it."""
    world = cast.world
    day = world.source_day(first)
    entry: dict[str, Field] = {
        "id": f"claim-{number}",
        "text": f"{world.sentence(8, 12)} {world.name('actor', number % world.counts['actor'])}",
        "asserted_by": _attribution(cast),
        "about": list(dict.fromkeys((world.some("actor"), world.some("place")))),
    }
    if world.odds(60):
        entry["asserted_at"] = world.day(day)
    if world.odds(85):
        entry["when"] = world.dated(day - world.chance.randint(0, 3), spans=world.odds(50)).text
    if world.odds(30):
        entry["hedges"] = [_hedge(cast, first)]
    if world.odds(80):
        entry["credibility"] = {"grade": world.chance.choice("2233345"), "note": world.sentence()}
    if number % 50 == 49:
        entry["standing"] = {"rank": "superseded", "reason": f"{world.sentence()}.", "by": f"claim-{number - 1}"}
    return entry


def _attribution(cast: Cast) -> dict[str, Field]:
    world = cast.world
    voice = world.chance.choice(("own", "credited", "credited", "unnamed"))
    printed: dict[str, Field] = {"printed": world.some("actor")} if voice == "credited" else {}
    found: dict[str, Field] = {"found": world.some("actor")} if world.odds(25) else {}
    return {"voice": voice} | printed | found | {"reasoning": world.sentence()}


def _hedge(cast: Cast, first: int) -> dict[str, Field]:
    fate = cast.world.chance.choice(("kept", "dropped", "added"))
    where: dict[str, Field] = {"source": f"source-{first}"} if fate == "dropped" else {}
    return {"words": cast.world.words(1, 2), "fate": fate} | where


def _figure(cast: Cast, measure: Mapping[str, Field]) -> dict[str, Field]:
    """Return the figure of a claim, and for one in twelve another one that whoever said it first gave."""
    found = {key: measure[key] for key in ("of", "scope", "unit")} | {"value": 40, "qualifier": "at-least"}
    return {"measure": measure, "as_found": found} if cast.world.odds(8) else {"measure": measure}


def _rank(cast: Cast, group: Mapping[int, Mapping[str, Field]]) -> dict[str, Field]:
    """Return the kind and scope of a superlative or a total, and what it is to be held against."""
    world = cast.world
    kind = world.chance.choice(("largest", "first", "last", "only", "total", "rank"))
    if kind == "rank":
        return {"type": kind, "scope": world.words(3, 6)}
    first, *others = group
    against: dict[str, Field] = {"of": group[first]["of"], "figure": f"claim-{first}"}
    if kind == "total" and others:
        against["parts"] = [f"claim-{number}" for number in others]
    elif kind in ("first", "last", "only"):
        against = {"actors": [world.some("actor"), world.some("actor")]}
        against |= {"places": [world.some("place")]} if world.odds(50) else {"theme": "North"}
        against |= {"when": f"{world.day(0)[:4]}/.."} if world.odds(50) else {}
    return {"type": kind, "scope": world.words(3, 6), "compare": against}


def _citations(cast: Cast, number: int, reports: list[int]) -> Iterator[Field]:
    """Yield the passage that states a claim, then its reports; the first that was not retracted supports it."""
    passage = f"p{number % PASSAGES}"
    yield {"source": "source-0", "locator": passage, "stance": "states", "bears_on": "said"}
    firm = next(report for report in reports if report not in cast.retracted)
    yield cast.citation(f"source-{firm}", stance="supports", bears_on="so")
    for report in reports:
        if report != firm:
            stance, bears_on = cast.world.chance.choice(_STANCES), cast.world.chance.choice(_BEARS_ON)
            more = cast.handover(report)
            yield cast.citation(f"source-{report}", stance=stance, bears_on=bears_on, **more)
        if cast.world.odds(8):
            yield cast.citation(f"source-{report}", stance="supports", bears_on="who")
