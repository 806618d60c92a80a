"""The events of a made-up dossier, the document taken apart, the questions, and what the front page says."""

from collections.abc import Iterator, Sequence
from typing import Final

from .figures import UNITS
from .sources import PASSAGES, Cast
from .world import Date, Field

_THEMES: Final = ("North", "South", "Coast", "Words")


def settings(cast: Cast, measures: Sequence[Field]) -> dict[str, Field]:
    """Return `dossier.yml`, with these measures as the key figures of the front page."""
    world = cast.world
    story: list[Field] = [
        {"when": f"{number} May", "text": f"{world.sentence()} [@source-{number}]."} for number in range(1, 6)
    ]
    return {
        "title": f"A made-up dossier of {world.counts['event']} events",
        "subtitle": world.sentence(),
        "description": world.sentence(),
        "language": "en",
        "editors": [{"name": "Nobody"}],
        "license": "CC0-1.0",
        "version": "0.1.0",
        "method": world.sentence(30, 40),
        "story": story,
        "figures": [{"measure": of, "title": str(of).capitalize()} for of in measures],
        "themes": list(_THEMES),
        "units": [{"unit": unit, "factor": factor, "of": of} for unit, (factor, of) in UNITS.items()],
    }


def document(cast: Cast) -> dict[str, Field]:
    """Return the document taken apart: passages of two sentences, each with a fragment quoted, and remarks."""
    world = cast.world
    fragments = [world.words(3, 5) for _ in range(PASSAGES)]
    passages: list[Field] = [
        {
            "id": f"p{number}",
            "kind": "body",
            "heading": world.sentence(1, 3),
            "sentences": 2,
            "words": 40,
            "gist": f"{world.sentence(15, 22)}, “{fragment}” {world.words(3, 6)}.",
            "quotes": [fragment],
        }
        for number, fragment in enumerate(fragments)
    ]
    remarks: list[Field] = [
        {
            "id": f"remark-{number}",
            "passage": f"p{number}",
            "type": "definition",
            "fragment": fragments[number],
            "title": world.sentence(3, 6),
            "text": cast.prose(world.some("source"), 40, 60),
            "claims": [world.some("claim")],
        }
        for number in range(0, PASSAGES, 2)
    ]
    return {
        "source": "source-0",
        "sha256": "0" * 64,
        "words": 40 * PASSAGES,
        "characters": 240 * PASSAGES,
        "about": world.sentence(20, 30),
        "published": world.day(world.last_day),
        "passages": passages,
        "remarks": remarks,
    }


def events(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield events in order, each cited from sources that are not older, and tied to others by before and after."""
    world = cast.world
    dates = [world.dated(world.event_day(number), spans=True) for number in range(world.counts["event"])]
    for number, date in enumerate(dates):
        first = min(max(1, number // 2), world.counts["source"] - 1)
        cited, also = f"source-{first}", world.chance.randrange(first, min(first + 20, world.counts["source"]))
        entry: dict[str, Field] = {
            "id": f"event-{number}",
            "title": world.sentence(3, 6),
            "when": _when(cast, date),
            "theme": _THEMES[number % len(_THEMES)],
            "place": world.some("place"),
            "participants": [
                {"actor": actor, "role": world.words(1, 3)}
                for actor in dict.fromkeys((world.some("actor"), world.some("actor")))
            ],
            "claims": _claims(cast, number),
            "after": _apart(cast, dates, number, range(max(0, number - 40), number)),
        }
        if world.odds(20):
            later = range(number + 1, min(number + 40, len(dates)))
            entry["before"] = _apart(cast, dates, number, later)
        yield entry | {
            "text": cast.prose(cited, 40, 80, also),
            "citations": [cast.citation(cited), cast.citation(f"source-{also}")],
        }


def _when(cast: Cast, date: Date) -> Field:
    if not cast.world.odds(10):
        return date.text
    return {"edtf": date.text, "basis": "derived", "reasoning": f"{cast.world.sentence()}."}


def _claims(cast: Cast, number: int) -> list[str]:
    """Return the claims that tell of an event: none, one or two, of about its time."""
    near = cast.world.counts["claim"] * number // cast.world.counts["event"]
    told = range(max(0, near - 2), min(near + 3, cast.world.counts["claim"]))
    return [f"claim-{claim}" for claim in cast.world.chance.sample(told, cast.world.chance.choice((0, 1, 1, 2)))]


def _apart(cast: Cast, dates: Sequence[Date], number: int, others: range) -> list[str]:
    """Return up to two of the other events whose dates leave no doubt that they lie wholly on that side."""
    tried = cast.world.chance.sample(others, min(len(others), 3))
    one = dates[number]
    clear = [
        other for other in tried if (dates[other].last < one.first if other < number else one.last < dates[other].first)
    ]
    return [f"event-{other}" for other in clear[:2]]


def questions(cast: Cast) -> Iterator[dict[str, Field]]:
    """Yield ten open questions."""
    world = cast.world
    for number in range(10):
        yield {
            "id": f"question-{number}",
            "question": f"{world.sentence(6, 9)}?",
            "text": cast.prose(world.some("source"), 40, 60),
            "would_settle": world.sentence(),
            "about": [world.some("event"), world.some("claim")],
        }
