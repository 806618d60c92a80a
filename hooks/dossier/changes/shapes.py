"""What the model says of each field, as the comparison needs it: its label, what it holds, what leaving it out means.

Read off the model once per class, so that a new field is compared and worded without a second list.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ..dates import When
from ..model import KINDS, SETTINGS_OWNER, Document, ProseTag, QuoteTag, Ref, Settings
from ..model.words import Word

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    **{kind.kind: kind for kind in KINDS},
    "document": Document,
    SETTINGS_OWNER.removeprefix(":"): Settings,
}
"""Kind of what is compared → its model."""


class Holds(StrEnum):
    """What a field's text is, as far as it matters for comparing and wording it."""

    PLAIN = "plain"
    PROSE = "prose"
    QUOTE = "quote"
    REFERENCE = "reference"
    DATE = "date"
    WORD = "word"
    NUMBER = "number"
    FLAG = "flag"
    PART = "part"


class Shape(NamedTuple):
    """One field: label, what it holds, whether a list; the part's model or the list of words; its default, raw."""

    label: str
    holds: Holds
    many: bool = False
    part: type[BaseModel] | None = None
    word: type[Word] | None = None
    default: Any = None
    short: str = ""
    """The field of the part that may be written in place of the whole: `edtf` of a date."""


@cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Return the shape of each field of a model by name."""
    return {name: _shape(name, info) for name, info in model.model_fields.items()}


def shape_of(model: type[BaseModel] | None, name: str) -> Shape | None:
    """Return the shape of a field; nothing for one the model does not have, as in a version older than the model."""
    return shapes_of(model).get(name) if model else None


def _shape(name: str, info: FieldInfo) -> Shape:
    found = tuple(_inner(info.annotation))
    tags = (*info.metadata, *(tag for part in found for tag in getattr(part, "__metadata__", ())))
    classes = tuple(part for part in found if isinstance(part, type))
    part = next((kind for kind in classes if issubclass(kind, BaseModel)), None)
    word = next((kind for kind in classes if issubclass(kind, Word)), None)
    return Shape(
        label=info.title or name,
        holds=Holds.PART if part else Holds.WORD if word else _holds(tags, classes),
        many=getattr(info.annotation, "__origin__", None) is tuple,
        part=part,
        word=word,
        default=None if info.is_required() else _raw(info.default),
        short=_short(tags) if part else "",
    )


def _holds(tags: tuple[Any, ...], classes: tuple[type, ...]) -> Holds:
    by_tag = {Ref: Holds.REFERENCE, ProseTag: Holds.PROSE, QuoteTag: Holds.QUOTE}
    for tag in tags:
        if type(tag) in by_tag:
            return by_tag[type(tag)]
    by_class: dict[type, Holds] = {When: Holds.DATE, bool: Holds.FLAG, int: Holds.NUMBER, float: Holds.NUMBER}
    return next((by_class[kind] for kind in classes if kind in by_class), Holds.PLAIN)


def _short(tags: tuple[Any, ...]) -> str:
    """Return which field a text stands for that is written in place of a part."""
    for tag in tags:
        read: Any = tag.func if isinstance(tag, BeforeValidator) else None
        widened = read("x") if read else None
        if isinstance(widened, dict):
            return str(next(iter(widened)))
    return ""


def _raw(default: Any) -> Any:
    """Return a default as it would be written in a file."""
    if isinstance(default, BaseModel):
        return {name: _raw(value) for name, value in default if value is not None}
    if isinstance(default, tuple):
        return [_raw(value) for value in default]
    if isinstance(default, bool):
        return str(default).lower()
    return None if default is None else str(default)


def _inner(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _inner(part)
