"""Entries with nothing in them but what an analysis looks at: the stuff of dossiers that are hard on purpose."""

from collections.abc import Sequence
from typing import Final

from .world import Field, World

Entry = dict[str, Field]
Kinds = dict[str, list[Entry]]

SETTINGS: Final[Entry] = {
    "title": "Hard",
    "subtitle": "Hard",
    "description": "Hard",
    "editors": [{"name": "Nobody"}],
    "license": "CC0-1.0",
    "version": "1",
    "method": "Made up.",
    "story": [{"when": "then", "text": "Made up."}],
    "themes": ["All"],
    "units": [{"unit": "dozen", "factor": 12, "of": "lorries"}],
}


def reported(parents: Sequence[Sequence[int]], claims: Sequence[Sequence[int]]) -> Kinds:
    """Return sources by what each derives from, and claims by the sources each cites."""
    return {
        "sources": [source(number, of) for number, of in enumerate(parents)],
        "claims": [claim(number, cited) for number, cited in enumerate(claims)],
    }


def source(number: int, parents: Sequence[int]) -> Entry:
    how = ("reprint", "rewrite", "quotes", "cites")
    return {
        "id": f"source-{number}",
        "type": "news",
        "short": f"Paper {number}",
        "language": "en",
        "extent": "excerpt",
        "checked": "excerpt",
        "issued": World(1).day(number),
        "derived_from": [{"source": f"source-{parent}", "how": how[parent % 4]} for parent in parents],
        "verdict": "Made up.",
    }


def claim(number: int, cited: Sequence[int]) -> Entry:
    return {
        "id": f"claim-{number}",
        "text": f"So it was {number}",
        "asserted_by": {"voice": "own"},
        "citations": [{"source": f"source-{source}", "locator": "p. 1"} for source in cited],
    }


def counted(number: int, value: int, qualified: int) -> Entry:
    qualifier = ("exact", "about", "more-than", "at-least", "less-than", "at-most", "exact")[qualified]
    measure: Entry = {
        "of": "lorries lost",
        "value": value,
        "qualifier": qualifier,
        "unit": "dozen" if qualified == 6 else "lorries",
        "scope": "the valley",
    }
    return claim(number, [0]) | {"measure": measure}


def actor(number: int, part_of: Sequence[int] = ()) -> Entry:
    return {
        "id": f"actor-{number}",
        "label": f"Actor {number}",
        "type": "organization",
        "role": "one",
        "relations": [{"type": "part-of", "actor": f"actor-{other}"} for other in part_of],
        "description": "Made up [@source-0].",
    }


def event(number: int, before: Sequence[int] = (), after: Sequence[int] = ()) -> Entry:
    return {
        "id": f"event-{number}",
        "title": f"It happened {number}",
        "when": World(1).day(number),
        "theme": "All",
        "before": [f"event-{other}" for other in before],
        "after": [f"event-{other}" for other in after],
        "text": "Made up [@source-0].",
    }
