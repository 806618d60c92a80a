"""Every value inside an entry that matters elsewhere: references, prose and quotes, each with its route and field.

The plan of where they are is read off the model once per kind, so that a new field needs no second list anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from .fields import ProseTag, QuoteTag, Ref, TitleTag
from .parts import Citation

Route = tuple[str | int, ...]
Tag = Ref | ProseTag | QuoteTag | TitleTag


@dataclass(frozen=True, slots=True)
class Value:
    """A tagged value: its text, the route to it inside the entry, its tag, and the heading it has at the other end."""

    text: str
    route: Route
    tag: Tag
    label: str
    reverse: str


@dataclass(frozen=True, slots=True)
class _Step:
    """What the plan knows of one field: its tag if it holds tagged text, or the part it holds; and whether a list."""

    name: str
    label: str
    reverse: str
    tag: Tag | None
    part: bool
    many: bool


def values(entry: BaseModel, route: Route = ()) -> Iterator[Value]:
    """Yield the tagged values of an entry or part, in the order of its fields."""
    for step in _plan(type(entry)):
        held = getattr(entry, step.name)
        if held is None or held == ():
            continue
        here = (*route, step.name)
        if not step.many:
            yield from _one(step, held, here)
        else:
            for number, item in enumerate(held):
                yield from _one(step, item, (*here, number))


def citations_in(entry: BaseModel, route: Route = ()) -> Iterator[tuple[Citation, Route]]:
    """Yield every citation inside an entry or part, at any depth, with its route."""
    if isinstance(entry, Citation):
        yield entry, route
        return
    for step in _plan(type(entry)):
        held = getattr(entry, step.name) if step.part else None
        if step.many:
            for number, item in enumerate(held or ()):
                yield from citations_in(item, (*route, step.name, number))
        elif held is not None:
            yield from citations_in(held, (*route, step.name))


def _one(step: _Step, held: Any, route: Route) -> Iterator[Value]:
    if step.part:
        yield from values(held, route)
    elif step.tag is not None:
        yield Value(str(held), route, step.tag, step.label, step.reverse)


@cache
def _plan(model: type[BaseModel]) -> tuple[_Step, ...]:
    steps = []
    for name, info in model.model_fields.items():
        tags = [*info.metadata, *_tags(info.annotation)]
        tag = next((found for found in tags if isinstance(found, Tag)), None)
        part = any(isinstance(found, type) and issubclass(found, BaseModel) for found in _inner(info.annotation))
        if tag is None and not part:
            continue
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        many = getattr(info.annotation, "__origin__", None) is tuple
        steps.append(_Step(name, info.title or name, str(extra.get("reverse", "")), tag, part, many))
    return tuple(steps)


def _inner(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _inner(part)


def _tags(annotation: Any) -> Iterator[Any]:
    for part in _inner(annotation):
        yield from getattr(part, "__metadata__", ())
