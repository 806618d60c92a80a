"""The actors, places and terms of a made-up dossier: organisations with their parts and speakers, and who calls them
what."""

from collections.abc import Iterator

from .sources import Cast
from .world import Field

_ORGANISATION = 12
_TIES = ("part-of", "part-of", "part-of", "spokesperson-of", "leads", "member-of", "ally-of", "opponent-of", "owns")


def actors(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield actors in organisations of twelve: a head, three branches, and members of those."""
    world = cast.world
    for number in range(world.counts["actor"]):
        cited = world.some("source")
        entry: dict[str, Field] = {
            "id": f"actor-{number}",
            "label": world.name("actor", number),
            "type": "organization",
            "role": world.words(3, 6),
            "names": list(_names(cast, world.name("actor", number))),
        }
        if number % (3 * _ORGANISATION) == 0:
            entry["party"] = True
        if world.odds(25):
            entry["active"] = "1950/.." if world.odds(50) else f"1980/{int(world.day(world.last_day)[:4]) + 2}"
        relations = list(_relations(cast, number))
        if relations:
            entry["relations"] = relations
        yield entry | {"description": cast.prose(cited, 40, 70), "citations": [cast.citation(cited)]}


def _relations(cast: Cast, number: int) -> Iterator[Field]:
    world = cast.world
    place = number % _ORGANISATION
    head = number - place
    if place:
        tie: dict[str, Field] = {
            "type": "part-of" if place < 4 else world.chance.choice(_TIES),
            "actor": f"actor-{head if place < 4 else head + place % 3 + 1}",
        }
        if world.odds(30):
            tie["when"] = world.chance.choice(("1985/..", "1988-06/..", "1986~/.."))
        yield tie | {"citations": [{"source": world.some("source"), "bears_on": "said"}]}
    elif number:
        yield {
            "type": world.chance.choice(("ally-of", "opponent-of")),
            "actor": f"actor-{world.chance.randrange(number)}",
            "citations": [cast.citation(world.some("source"))],
        }


def _names(cast: Cast, label: str) -> Iterator[Field]:
    """Yield other names, of which the one in small letters is no name of its own and is shared by many."""
    world = cast.world
    yield {"text": f"{label} Group", "language": "fr", "used_by": [world.some("source")]}
    if world.odds(40):
        yield {
            "text": f"Front of {label}",
            "language": "en",
            "used_by": list(dict.fromkeys((world.some("actor"), world.some("source"), world.some("source")))),
            "use": world.words(3, 5),
        }
    if world.odds(20):
        text = world.chance.choice(("the fighters", "the militants", "the authorities"))
        quote = f"{world.words(2, 4)} {text} {world.words(1, 2)}"
        yield {"text": text, "language": "en", "citations": [{"source": world.some("source"), "quote": quote}]}


def places(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield places, each somewhere in one region of the world."""
    world = cast.world
    for number in range(world.counts["place"]):
        cited = world.some("source")
        yield {
            "id": f"place-{number}",
            "label": world.name("place", number),
            "type": "city",
            "position": {
                "lat": round(world.chance.uniform(30, 37), 4),
                "lon": round(world.chance.uniform(35, 45), 4),
                "radius": 5000,
            },
            "description": cast.prose(cited, 40, 70),
            "citations": [cast.citation(cited)],
        }


def terms(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield terms, some with another word that certain sources use for the same."""
    world = cast.world
    for number in range(world.counts["term"]):
        label = world.name("term", number)
        yield {
            "id": f"term-{number}",
            "label": label,
            "names": [{"text": f"{label} Plan", "language": "en", "used_by": [world.some("source")]}],
            "description": cast.prose(world.some("source"), 40, 60),
        }
