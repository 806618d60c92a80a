"""Pydantic's errors to problems an editor can act on: the place in the file, plain words, the nearest word."""

import re
import unicodedata
from collections.abc import Iterator
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..load import Map, Seq, Sheet, mark_at
from ..problem import Problem, did_you_mean, short
from .dossier import Located
from .parts import Dated
from .words import Word

_ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LINE: Final = r"^[^\n]*$"
_FIGURE: Final = r"^([0-9]+(\.[0-9]+)?)?(\.\.[0-9]+(\.[0-9]+)?)?$"
_PATTERNS: Final = {
    _ID: "expected lower-case letters, digits and single hyphens, such as `usa-today-2016`",
    r"^[0-9a-f]{64}$": "expected 64 digits 0-9 and letters a-f",
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$": "expected a language tag such as `en` or `ar`",
    _FIGURE: "expected a number without separators, such as `8000` or `8000..9000`",
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
    "int_parsing_size": "a number of a size that can be",
    "int_from_float": "a whole number",
    "finite_number": "a number",
}
_LIMITS: Final = {
    "greater_than": "more than {gt:g}",
    "greater_than_equal": "at least {ge:g}",
    "less_than": "less than {lt:g}",
    "less_than_equal": "at most {le:g}",
}
MOST: Final = 50
"""Problems of shape that are listed for one entry; whoever mends those sees the next."""


def shape_problems(model: type[BaseModel], at: Located, error: ValidationError) -> Iterator[Problem]:
    """Yield a problem for the errors pydantic found in one entry of `model` that stands at `at`, the first `MOST`."""
    for number, detail in enumerate(error.errors(include_url=False)):
        if number == MOST:
            said = f"this entry has {error.error_count()} problems; the first {MOST} are listed"
            yield Problem(at.mark(), said, "mend those first", "shape")
            return
        route = tuple(detail["loc"])
        extra = detail["type"] == "extra_forbidden"
        message, expected = _words(model, route, _field_name(_as_written(at, route), at), detail)
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
        if not str(route[-1]).strip():
            return "a value stands here without the name of its field", f"expected one of {', '.join(known)}"
        return f"there is no field {name}", did_you_mean(str(route[-1]), known) or f"expected one of {', '.join(known)}"
    if kind == "missing":
        return f"{name} is missing", f"expected: {_meaning(model, route)}"
    if kind == "string_too_short" or detail["input"] == "":
        return f"{name} is empty", "give a value, or delete the line"
    if kind == "enum":
        return _wrong_choice(model, route, name, detail["input"])
    if kind in ("model_type", "model_attributes_type") and detail.get("ctx", {}).get("class_name") != Dated.__name__:
        first = next(iter(_fields(model, route)), "")
        return f"{name} is {_shown(detail['input'])}", f"expected fields of its own, such as `{first}: …`"
    return _wrong_value(name, kind, detail)


def _wrong_value(name: str, kind: str, detail: ErrorDetails) -> tuple[str, str]:
    """Word an error that is about the value itself, whatever field it stands in."""
    context, value = detail.get("ctx", {}), _shown(detail["input"])
    if kind == "string_pattern_mismatch":
        return _misspelt(name, str(detail["input"]), str(context["pattern"]))
    if kind == "model_type" and context.get("class_name") == Dated.__name__:
        return (
            f"{name} is {value}",
            'expected a date, in quotation marks if it has brackets: `"[2016-12-09..2016-12-11]"`',
        )
    if kind in _TYPES:
        return f"{name} is {value}", f"expected {_TYPES[kind]}{_number_hint(str(detail['input']), kind)}"
    if kind in _LIMITS:
        return f"{name} is {value}", "expected " + _LIMITS[kind].format(**context)
    if kind in ("string_too_long", "too_long"):
        things = "characters" if kind == "string_too_long" else "items"
        return f"{name} is too long", f"expected at most {context['max_length']:,} {things}"
    if kind == "value_error":
        said, _, expected = str(context.get("error", detail["msg"])).partition("; ")
        return f"{name}: {value} {said}" if said.startswith("is ") else f"{name}: {said}", expected
    return f"{name}: {detail['msg']}", ""


def _misspelt(name: str, value: str, pattern: str) -> tuple[str, str]:
    """Word that a text has not the form it should have, with what was most likely meant."""
    if pattern == _LINE:
        return f"{name} has several lines", "expected a single line"
    said, expected = f"{name} cannot be {_shown(value)}", _PATTERNS.get(pattern, f"expected the form {pattern}")
    if pattern == _ID:
        foreign = next((sign for sign in value if sign.isalpha() and not sign.isascii()), "")
        plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
        meant = "-".join(re.findall(r"[a-z0-9]+", plain))
        if foreign and not unicodedata.normalize("NFKD", foreign)[0].isascii():
            return said, f"{expected}; `{foreign}` is another letter ({unicodedata.name(foreign, 'without a name')})"
        return said, f"{expected}; did you mean `{meant}`?" if meant else expected
    if pattern == _FIGURE:
        return said, expected + _number_hint(value, pattern)
    return said, expected


def _number_hint(value: str, kind: str) -> str:
    """Return what was meant by a number written with separators, a comma, a dash, or digits of another script."""
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in value.strip())
    if re.fullmatch(r"[0-9]{1,3}([,'’ \u00a0\u2009\u202f][0-9]{3})+(\.[0-9]+)?", plain):
        plain = re.sub(r"[^0-9.]", "", plain)
    elif re.fullmatch(r"-?[0-9]+,[0-9]+", plain):
        plain = plain.replace(",", ".")
    elif kind == _FIGURE:
        plain = re.sub(r"(?<=[0-9])\s*(?:[-–—]|\.{3}|…)\s*(?=[0-9])", "..", plain)
        plain = plain.removeprefix("~").removeprefix("+")
    whole = r"-?[0-9]+" if kind == "int_parsing" else _FIGURE if kind == _FIGURE else r"-?[0-9]+(\.[0-9]+)?"
    return f"; did you mean `{plain}`?" if plain and plain != value and re.fullmatch(whole, plain) else ""


def _wrong_choice(model: type[BaseModel], route: tuple[str | int, ...], name: str, value: Any) -> tuple[str, str]:
    known = [str(word) for word in _choices(model, route)]
    listed = f"expected one of {', '.join(known)}"
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    return f"{name} cannot be {_shown(value)}", f"{listed}; {hint}" if hint else listed


def _field_name(route: tuple[str | int, ...], at: Located) -> str:
    words = [str(step) for step in route if isinstance(step, str)]
    if not words:
        return "the entry" if at.route else "the file"
    return f"an item of `{words[-1]}`" if isinstance(route[-1], int) else f"`{words[-1]}`"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"`{short(value)}`"
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


def not_a_list(sheet: Sheet) -> Problem:
    """Return what to do with a file of entries that is no list: what is one step away from it is told apart."""
    value, kind = sheet.value, sheet.kind
    expected = "start each entry with `- id: …`"
    if isinstance(value, Map) and "id" in value:
        expected = "the first entry has no hyphen; write `- id: …`, and its other fields two spaces further right"
    elif isinstance(value, Map) and len(value) == 1 and isinstance(next(iter(value.values())), Seq):
        expected = f"delete the line `{_bare(next(iter(value)))}:`; the list itself is the file"
    elif isinstance(value, Map) and value and all(isinstance(inner, Map) for inner in value.values()):
        expected = (
            f"the entries stand under their ids; write `- id: {_bare(next(iter(value)))}` and its fields below it"
        )
    return Problem(mark_at(sheet.path, value, ()), f"`{kind}` is not a list of entries", expected, "shape")


def _bare(text: str) -> str:
    return _shown(text).strip("`")
