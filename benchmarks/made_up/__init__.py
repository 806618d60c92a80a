"""A dossier of any size, made up: first who has it from whom and when, then the words of every entry."""

from collections.abc import Iterator, Mapping

from .claims import claims
from .families import families_of
from .names import actors, places, terms
from .sources import Cast
from .story import document, events, questions, settings
from .world import Field, World
from .yaml import Files, write_files


def files_of(number: int) -> Iterator[tuple[str, Field]]:
    """Yield the path below the data folder and the content of every file of a dossier with so many events."""
    cast = Cast(World(number))
    made = list(claims(cast))
    measures = [measure["of"] for claim in made if isinstance(measure := claim.get("measure"), Mapping)]
    yield "dossier.yml", settings(cast, list(dict.fromkeys(measures))[:3])
    yield "documents/source-0.yml", document(cast)
    yield "sources.yml", list(cast.sources())
    yield "actors.yml", list(actors(cast))
    yield "places.yml", list(places(cast))
    yield "claims.yml", made
    yield "events.yml", list(events(cast))
    yield "terms.yml", list(terms(cast))
    yield "questions.yml", list(questions(cast))


__all__ = ["Field", "Files", "World", "families_of", "files_of", "write_files"]
