"""Pydantic's errors to problems an editor can act on: the place in the file, plain words, the nearest word."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..load import Map
from ..problem import Problem, did_you_mean
from .dossier import Located
from .parts import Dated
from .words import Word

_PATTERNS: Final = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "expected lower-case letters, digits and single hyphens, such as `usa-today-2016`",
    r"^[0-9a-f]{64}$": "expected 64 digits 0-9 and letters a-f",
    r"^[^\n]*$": "expected a single line",
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$": "expected a language tag such as `en` or `ar`",
    r"^(\d+(\.\d+)?)?(\.\.\d+(\.\d+)?)?$": "expected a number without separators, such as `8000` or `8000..9000`",
}
_TYPES: Final = {
    "tuple_type": "a list",
    "model_type": "fields of its own",
    "model_attributes_type": "fields of its own",
    "string_type": "text",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "bool_parsing": "`true` or `false`",
    "bool_type": "`true` or `false`",
}
_LIMITS: Final = {
    "greater_than": "greater than {gt}",
    "greater_than_equal": "at least {ge:g}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le:g}",
}


def shape_problems(model: type[BaseModel], at: Located, error: ValidationError) -> Iterator[Problem]:
    """Yield a problem for every error pydantic found in one entry of `model` that stands at `at`."""
    for detail in error.errors(include_url=False):
        route = tuple(detail["loc"])
        extra = detail["type"] == "extra_forbidden"
        message, expected = _words(model, route, _field_name(_as_written(at, route)), detail)
        yield Problem(at.mark(*route, key=extra), message, expected, "shape")


def _as_written(at: Located, route: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the part of a route that stands in the file: a plain date under `when` is read as its field `edtf`."""
    node = at.node
    for number, step in enumerate((*at.route, *route)):
        if isinstance(node, str):
            return route[: number - len(at.route)]
        child = node.get(str(step)) if isinstance(node, Map) else node[step] if isinstance(step, int) else None
        if child is None:
            break
        node = child
    return route


def _words(model: type[BaseModel], route: tuple[str | int, ...], name: str, detail: ErrorDetails) -> tuple[str, str]:
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = _fields(model, route[:-1])
        return f"there is no field {name}", did_you_mean(str(route[-1]), known) or f"expected one of {', '.join(known)}"
    if kind == "missing":
        return f"{name} is missing", f"expected: {_meaning(model, route)}"
    if detail["input"] == "":
        return f"{name} is empty", "give a value, or delete the line"
    if kind == "enum":
        return _wrong_choice(model, route, name, detail["input"])
    return _wrong_value(name, kind, detail)


def _wrong_value(name: str, kind: str, detail: ErrorDetails) -> tuple[str, str]:
    """Word an error that is about the value itself, whatever field it stands in."""
    context, value = detail.get("ctx", {}), _shown(detail["input"])
    if kind == "string_pattern_mismatch":
        return f"{name} cannot be {value}", _PATTERNS.get(str(context["pattern"]), f"expected {context['pattern']}")
    if kind == "model_type" and context.get("class_name") == Dated.__name__:
        return (
            f"{name} is {value}",
            'expected a date, in quotation marks if it has brackets: `"[2016-12-09..2016-12-11]"`',
        )
    if kind in _TYPES:
        return f"{name} is {value}", f"expected {_TYPES[kind]}"
    if kind in _LIMITS:
        return f"{name} is {value}", "expected " + _LIMITS[kind].format(**context)
    if kind in ("string_too_long", "too_long"):
        things = "characters" if kind == "string_too_long" else "items"
        return f"{name} is too long", f"expected at most {context['max_length']} {things}"
    if kind == "value_error":
        said, _, expected = str(context.get("error", detail["msg"])).partition("; ")
        return f"{name}: {value} {said}" if said.startswith("is ") else f"{name}: {said}", expected
    return f"{name}: {detail['msg']}", ""


def _wrong_choice(model: type[BaseModel], route: tuple[str | int, ...], name: str, value: Any) -> tuple[str, str]:
    known = [str(word) for word in _choices(model, route)]
    listed = f"expected one of {', '.join(known)}"
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    return f"{name} cannot be {_shown(value)}", f"{listed}; {hint}" if hint else listed


def _field_name(route: tuple[str | int, ...]) -> str:
    words = [str(step) for step in route if isinstance(step, str)]
    if not words:
        return "the entry"
    return f"an item of `{words[-1]}`" if isinstance(route[-1], int) else f"`{words[-1]}`"


def _shown(value: object) -> str:
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"`{text if len(text) <= 60 else text[:57] + '…'}`"
    return "a list" if isinstance(value, list) else "a mapping of fields" if isinstance(value, dict) else repr(value)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models named in a type annotation, whatever wraps them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, tuple) or get_args(annotation):
        for part in get_args(annotation):
            yield from _models(part)


def _model_at(model: type[BaseModel], route: tuple[str | int, ...]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for step in route:
        if isinstance(step, str) and current is not None:
            info = current.model_fields.get(step)
            current = next(_models(info.annotation), None) if info else None
    return current


def _fields(model: type[BaseModel], route: tuple[str | int, ...]) -> list[str]:
    found = _model_at(model, route)
    return list(found.model_fields) if found else []


def _meaning(model: type[BaseModel], route: tuple[str | int, ...]) -> str:
    found = _model_at(model, route[:-1])
    info = found.model_fields.get(str(route[-1])) if found else None
    return (info.description or "") if info else ""


def _choices(model: type[BaseModel], route: tuple[str | int, ...]) -> tuple[Word, ...]:
    names = [step for step in route if isinstance(step, str)]
    found = _model_at(model, tuple(names[:-1]))
    info = found.model_fields.get(names[-1]) if found and names else None
    for candidate in (info.annotation, *get_args(info.annotation)) if info else ():
        if isinstance(candidate, type) and issubclass(candidate, Word):
            return tuple(candidate)
    return ()
