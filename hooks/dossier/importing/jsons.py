"""JSON text to values in which every number is still the text it was, and nothing that was written twice is lost.

RFC 8259 leaves open what equal names in one object mean, and has neither NaN nor Infinity: the first of two equal names
keeps it, the others are kept beside it under a name of their own, and NaN is refused.
"""

import json
from collections.abc import Container
from itertools import count
from typing import Any, Final

from .decode import Unusable

DEEPEST: Final = 64
"""Levels of nesting; the deepest format read here needs about ten."""


class Number(str):
    """A number as it was written: 51.50 keeps its last digit, which says how exact it is."""

    __slots__ = ()


Json = dict[str, Any] | list[Any] | str | bool | None


def parsed(text: str) -> Json:
    """Return the value of a JSON text. Raises Unusable with line and column, or the reason."""
    try:
        value: Json = json.loads(
            text, parse_int=Number, parse_float=Number, parse_constant=_refused, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        raise Unusable(
            f"this is not well-formed JSON: {error.msg} in line {error.lineno}, column {error.colno}",
            "export the file once more, or look there for a missing comma, quotation mark or bracket",
        ) from None
    except RecursionError:
        raise _too_deep() from None
    _check_depth(value)
    return value


def lines(text: str) -> list[Json]:
    """Return the values of JSON Lines, one to a line; blank lines are passed over."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(parsed(line))
            except Unusable as error:
                raise Unusable(f"line {number}: {error.message}", error.expected) from None
    return found


def _refused(word: str) -> Json:
    raise Unusable(f"`{word}` stands in the file, which is no JSON (RFC 8259)", "replace it by a number or null")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        found[free_name(name, found)] = value
    return found


def free_name(name: str, taken: Container[str]) -> str:
    """Return the name, or, where it is taken, the name with a number: two columns, two fields of an object."""
    if name not in taken:
        return name
    return next(free for number in count(2) if (free := f"{name} ({number})") not in taken)


def _check_depth(value: Json) -> None:
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for held in level
            if isinstance(held, dict | list)
            for inner in (held.values() if isinstance(held, dict) else held)
        ]
        if not level:
            return
    raise _too_deep()


def _too_deep() -> Unusable:
    return Unusable(f"the nesting is deeper than {DEEPEST} levels", "this is none of the formats that are read")
