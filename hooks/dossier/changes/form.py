"""An entry in the one form in which it is compared: what only looks different is the same here.

Line breaks of folded text, a value that is the default anyway, a date written short or with its field, `12` and
`12.0`, `true` and `yes`: none of these changes what an entry says.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel

from ..prose import Cite, Link, parse
from ..prose.parse import ID
from .shapes import Holds, Shape, shape_of

Form = str | dict[str, Any] | list[Any]
"""Text, fields by name, or items; as JSON has them."""

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_BLOCK: Final = re.compile(r"[ \t]*(?:[-*+>|#]|\d+[.)]|```|~~~|<)|    |\t|$")
"""How a line begins before which a line break means something in Markdown (CommonMark 0.31, blocks)."""
_POINTS: Final = re.compile(rf"(@|\[\[\s*)({ID})")
_FLAGS: Final = {"true": "true", "yes": "true", "on": "true", "1": "true", "t": "true", "y": "true"} | {
    "false": "false", "no": "false", "off": "false", "0": "false", "f": "false", "n": "false"
}  # fmt: skip
"""What pydantic reads as a truth value."""


def fields_of(model: type[BaseModel], node: Mapping[str, Any], ids: Mapping[str, str] | None = None) -> dict[str, Form]:
    """Return the fields of an entry in the form for comparing."""
    return _fields(model, node, ids or {})


def form_of(model: type[BaseModel] | None, node: Any, ids: Mapping[str, str]) -> Form:
    """Return a node in the form for comparing; fields at their default are left out. `ids` renames what it points at.

    Fields the model does not have are kept, with their text folded. Never raises, whatever the shape of the node.
    """
    if isinstance(node, Mapping):
        return _fields(model, node, ids)
    if isinstance(node, (list, tuple)):
        return [form_of(model, item, ids) for item in node]
    return folded(str(node))


def _fields(model: type[BaseModel] | None, node: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Form]:
    return {
        name: made
        for name, value in node.items()
        if (made := _field(shape_of(model, name), value, ids)) != _default(model, name)
    }


def _field(shape: Shape | None, value: Any, ids: Mapping[str, str]) -> Form:
    if shape is None:
        return form_of(None, value, ids)
    if isinstance(value, (list, tuple)):
        return [_item(shape, item, ids) for item in value]
    return _item(shape, value, ids)


def _item(shape: Shape, value: Any, ids: Mapping[str, str]) -> Form:
    if not isinstance(value, str):
        return form_of(shape.part, value, ids)
    if shape.part:
        return form_of(shape.part, {shape.short: value}, ids) if shape.short else folded(value)
    return _text(shape.holds, value, ids)


@cache
def _default(model: type[BaseModel] | None, name: str) -> Form | None:
    shape = shape_of(model, name)
    return None if shape is None or shape.default is None else _field(shape, shape.default, {})


def _text(holds: Holds, text: str, ids: Mapping[str, str]) -> str:
    if holds is Holds.PROSE:
        return unwrapped(_renamed(text, ids))
    plain = folded(text)
    if holds is Holds.REFERENCE:
        return ids.get(plain, plain)
    if holds is Holds.NUMBER:
        return _number(plain)
    if holds is Holds.FLAG:
        return _FLAGS.get(plain.lower(), plain)
    return plain


def folded(text: str) -> str:
    """Return a text with its white space folded; a no-break space is a character like others."""
    return _SPACE.sub(" ", text).strip(" ")


def unwrapped(text: str) -> str:
    """Return prose with the line breaks taken out that mean nothing in Markdown; code is left as it is."""
    if "\n" not in text:
        return folded(text)
    if "```" in text or "~~~" in text:
        return text.strip()
    lines = text.strip().split("\n")
    said = folded(lines[0])
    for before, line in pairwise(lines):
        breaks = _BLOCK.match(line) or before.endswith(("  ", "\\")) or not before.strip()
        said += ("\n" if breaks else " ") + folded(line)
    return re.sub(r"\n{3,}", "\n\n", said)


def _renamed(text: str, ids: Mapping[str, str]) -> str:
    """Return prose with what it cites and links under its new id."""
    if not ids or "[" not in text:
        return text
    tokens, said = parse(text), []
    ends = [token.offset for token in tokens[1:]] + [len(text)]
    for token, end in zip(tokens, ends, strict=True):
        piece = text[token.offset : end]
        if isinstance(token, Cite | Link):
            piece = _POINTS.sub(lambda found: found[1] + ids.get(found[2], found[2]), piece)
        said.append(piece)
    return "".join(said)


def _number(text: str) -> str:
    try:
        value = float(text)
    except ValueError:
        return text
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
