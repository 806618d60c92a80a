"""Every value inside an entry that matters elsewhere: references, prose and quotes, each with its route and field.

The plan of where they are is read off the model once per kind, so that a new field needs no second list anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from ..prose import Token, parse
from .fields import ProseTag, QuoteTag, Ref, TitleTag
from .parts import Citation

Route = tuple[str | int, ...]
Tag = Ref | ProseTag | QuoteTag | TitleTag


@dataclass(frozen=True, slots=True)
class Field:
    """What the plan knows of one field: its tag if it holds tagged text, or the part it holds; and whether a list."""

    name: str
    label: str
    reverse: str
    tag: Tag | None
    part: bool
    many: bool


class Value(NamedTuple):
    """A tagged value: whose it is, its text, the route to it inside the entry, its field; for prose its tokens as well.

    The owner is the id of an entry, `SETTINGS_OWNER`, or what `document_owner` gives. A named tuple, because a large
    dossier has hundreds of thousands, and a frozen dataclass takes four times as long to make (benchmarks/README.md).
    """

    owner: str
    text: str
    route: Route
    field: Field
    tokens: tuple[Token, ...] = ()

    @property
    def tag(self) -> Tag | None:
        return self.field.tag


class OwnedCitation(NamedTuple):
    """A citation given in fields, whose it is, and where in the entry."""

    owner: str
    citation: Citation
    route: Route


class Gathered(NamedTuple):
    """Where a walk puts what it meets, in the order of the fields."""

    values: list[Value]
    citations: list[OwnedCitation]


def gather(owner: str, entry: BaseModel, found: Gathered, route: Route = ()) -> None:
    """Add the tagged values and the citations of an entry or part, at any depth, to `found`."""
    if type(entry) is Citation:
        found.citations.append(OwnedCitation(owner, entry, route))
    for field in _plan(type(entry)):
        held = getattr(entry, field.name)
        if held is None or held == ():
            continue
        here = (*route, field.name)
        if field.many:
            for number, item in enumerate(held):
                _take(owner, field, item, found, (*here, number))
        else:
            _take(owner, field, held, found, here)


def _take(owner: str, field: Field, held: Any, found: Gathered, route: Route) -> None:
    if field.part:
        gather(owner, held, found, route)
    else:
        tokens = parse(held) if type(field.tag) is ProseTag else ()
        found.values.append(Value(owner, held, route, field, tokens))


@cache
def _plan(model: type[BaseModel]) -> tuple[Field, ...]:
    steps = []
    for name, info in model.model_fields.items():
        tags = [*info.metadata, *_tags(info.annotation)]
        tag = next((found for found in tags if isinstance(found, Tag)), None)
        part = any(isinstance(found, type) and issubclass(found, BaseModel) for found in _inner(info.annotation))
        if tag is None and not part:
            continue
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        many = getattr(info.annotation, "__origin__", None) is tuple
        steps.append(Field(name, info.title or name, str(extra.get("reverse", "")), tag, part, many))
    return tuple(steps)


def _inner(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _inner(part)


def _tags(annotation: Any) -> Iterator[Any]:
    for part in _inner(annotation):
        yield from getattr(part, "__metadata__", ())
