"""What a new entry is asked for, field by field: read off the model.

Asked are the fields that must be there and those without which an entry of its kind is of little use; with everything
asked for, all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..load import Seq, load_text
from ..model import Citation, Dated, Located, Review
from ..model.documents import KINDS, Remark
from ..model.entries import Cited, Entry, Source
from ..model.fields import ProseTag, Ref
from ..model.parts import Attribution
from ..model.shape import shape_problems
from ..model.words import Word
from .order import Model, is_many, order_of, part_of
from .pen import entry_text
from .scalars import Unwritable

KIND_OF: Final[Mapping[str, type[Entry]]] = {kind.kind: kind for kind in KINDS}
"""Name of a kind → its model."""

_USUAL: Final[tuple[tuple[Model, tuple[str, ...]], ...]] = (
    (Source, ("title", "issued", "url")),
    (Cited, ("citations",)),
    (Remark, ("fragment",)),
    (Citation, ("locator", "quote", "stance", "bears_on")),
    (Attribution, ("voice", "printed")),
)
"""Fields that may be left out and are asked for all the same."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field to be asked for."""

    name: str
    label: str
    meaning: str
    required: bool
    many: bool
    part: Model | None
    """The model of its parts, which are asked for one by one."""
    kinds: tuple[str, ...] | None
    """The kinds of entry it may point at (all where empty); None if it points at none."""
    choices: Mapping[str, str]
    """Value → what it means, where there is a closed list."""
    default: str
    prose: bool


def questions(model: Model, *, everything: bool = False) -> tuple[Question, ...]:
    """Return what an entry or part of this model is asked for, in the order of writing; the id is asked elsewhere."""
    usual = {name for owner, names in _USUAL if issubclass(model, owner) for name in names}
    fields = model.model_fields
    return tuple(
        _question(model, name, fields[name])
        for name in order_of(model)
        if (name != "id" or not issubclass(model, Entry))
        and (fields[name].is_required() or name in usual or everything)
    )


def _question(model: Model, name: str, info: FieldInfo) -> Question:
    tags = list(_parts(info))
    ref = next((tag for tag in tags if isinstance(tag, Ref)), None)
    words = next((tag for tag in tags if isinstance(tag, type) and issubclass(tag, Word)), None)
    return Question(
        name,
        info.title or name,
        info.description or "",
        info.is_required(),
        is_many(info),
        _asked_part(model, name),
        ref.kinds if ref else None,
        {str(word.value): f"{word.label}. {word.meaning}".rstrip(". ") + "." for word in words} if words else {},
        str(info.default.value) if isinstance(info.default, Word) else "",
        any(isinstance(tag, ProseTag) for tag in tags),
    )


def _asked_part(model: Model, name: str) -> Model | None:
    """Return the model of a field's parts, but for those that may be written as one value: a date, a state."""
    part = part_of(model, name)
    return None if part is None or issubclass(part, Dated | Review) else part


def _parts(info: FieldInfo) -> list[Any]:
    """Return the types and tags of a field, whatever wraps them."""
    found: list[Any] = [*info.metadata]
    left: list[Any] = [info.annotation]
    while left:
        part = left.pop(0)
        found += [part, *getattr(part, "__metadata__", ())]
        left += get_args(part)
    return found


def wrong_with(model: type[BaseModel], name: str, value: object) -> str:
    """Return what is wrong with an answer for one field, in the words of `dossier check`; "" if nothing is."""
    try:
        sheet, problems = load_text("", "", entry_text({name: value}).encode())
    except Unwritable as unwritable:
        return str(unwritable)
    if sheet is None or problems or not isinstance(sheet.value, Seq):
        return "; ".join(problem.sentence for problem in problems)
    try:
        model.model_validate(sheet.value[0])
    except ValidationError as error:
        wrong = shape_problems(model, Located("", sheet.value, (0,)), error)
        for detail, problem in zip(error.errors(include_url=False), wrong, strict=True):
            if detail["loc"][:1] == (name,):
                return problem.sentence
    return ""
