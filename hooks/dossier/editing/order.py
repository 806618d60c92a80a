"""In which order the fields of an entry are written, and which hold text: read off the model.

The order is the model's, but for what all of the data does: the id comes first, what every kind has (citations, note,
review) last, and a few fields stand beside the one they go with.
"""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..dates import When
from ..load import DOCUMENTS, SETTINGS
from ..model import Document, Name, Settings
from ..model.entries import Claim, Entry, Named, Source
from ..model.read import LISTS

Model = type[BaseModel]

_FIRST: Final = ("id", "formerly")
_LAST: Final = ("citations", "note", "review")
_TOGETHER: Final[tuple[tuple[Model, tuple[str, ...]], ...]] = (
    (Source, ("publisher", "published_by")),
    (Claim, ("detail", "credibility", "standing")),
    (Named, ("label", "type", "role", "party", "active", "names", "autolink", "position", "within", "admin")),
    (Named, ("admin", "description", "relations")),
    (Name, ("language", "autolink")),
)
"""Fields that stand one behind the other, beginning where the first of them has its place."""


def model_of(kind: str) -> Model:
    """Return the model of what a file of this kind holds: of each item for a list, else of the file."""
    whole: dict[str, Model] = {SETTINGS: Settings, DOCUMENTS: Document}
    return whole.get(kind) or LISTS[kind]


@cache
def order_of(model: Model) -> tuple[str, ...]:
    """Return the names of a model's fields in the order in which they are written."""
    names = list(model.model_fields)
    for owner, together in _TOGETHER:
        present = [name for name in together if name in names]
        if issubclass(model, owner) and present:
            for name in present[1:]:
                names.remove(name)
            place = names.index(present[0]) + 1
            names[place:place] = present[1:]
    if not issubclass(model, Entry):
        return tuple(names)
    first, last = ([name for name in ends if name in names] for ends in (_FIRST, _LAST))
    return (*first, *(name for name in names if name not in (*first, *last)), *last)


@cache
def part_of(model: Model, name: str) -> Model | None:
    """Return the model of the parts a field holds; None if it holds text or there is no such field."""
    info = model.model_fields.get(name)
    return next((kind for kind in _kinds(info.annotation) if issubclass(kind, BaseModel)), None) if info else None


@cache
def is_bare(model: Model, name: str) -> bool:
    """Tell whether a field holds no text but a number, a truth value or a date, also where a date stands for a part."""
    info = model.model_fields.get(name)
    return info is not None and any(_is_bare(kind) for kind in _kinds(info.annotation))


def _is_bare(kind: type) -> bool:
    if issubclass(kind, BaseModel):
        # `when: 2016-12-08` is short for `when: {edtf: 2016-12-08}`.
        return "edtf" in kind.model_fields
    return issubclass(kind, bool | int | float | When) and not issubclass(kind, str)


def is_many(info: FieldInfo) -> bool:
    """Tell whether a field holds a list."""
    return any(get_origin(part) is tuple for part in (info.annotation, *get_args(info.annotation)))


def _kinds(annotation: Any) -> Iterator[type]:
    """Yield the plain types in a type annotation, whatever wraps them."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple) or get_args(annotation):
        for part in get_args(annotation):
            yield from _kinds(part)
    elif isinstance(annotation, type) and annotation is not type(None):
        yield annotation
