"""A new entry from answers: put into the order of writing, given an id, and placed in a file."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, Final

from ..load import DOCUMENTS, FILES
from ..model.read import LISTS
from ..problem import did_you_mean
from .grow import tree_of
from .naming import id_from
from .order import Model, is_bare, is_many, order_of, part_of
from .pen import appended, entry_text
from .questions import KIND_OF
from .scalars import Bare
from .tree import Branch, Unfit

REMARK: Final = "remark"
_NAMED_BY: Final = ("short", "title", "label", "question", "text")
"""The fields that may give an entry its name, the first that is there."""


class Unusable(ValueError):
    """A field given on the command line that the kind cannot have; the message says why."""


def from_options(model: Model, given: Iterable[str]) -> dict[str, Any]:
    """Return the fields that `name=value` texts give: `title=…`, `asserted_by.voice=own`, `citations.0.source=…`.

    A field that holds a list takes each value that is given for it; parts of a list are counted from 0, and the first
    is meant where no number is given. Raises Unusable.
    """
    fields: dict[str, Any] = {}
    for text in given:
        path, sign, value = text.partition("=")
        if not sign:
            raise Unusable(f"`{text}` gives no value; write `--field {path}=…`")
        _put(fields, model, path.strip().split("."), value, path.strip())
    return fields


def _put(fields: dict[str, Any], model: Model, steps: Sequence[str], value: str, path: str) -> None:
    name, rest = steps[0], list(steps[1:])
    if name not in model.model_fields:
        hint = did_you_mean(name, model.model_fields) or f"expected one of {', '.join(order_of(model))}"
        raise Unusable(f"there is no field `{name}`; {hint}")
    part, many = part_of(model, name), is_many(model.model_fields[name])
    number = int(rest.pop(0)) if many and rest and re.fullmatch("[0-9]{1,4}", rest[0]) else None
    if not rest:
        _set(fields, name, value, path, many=many)
    elif part is None:
        raise Unusable(f"`{name}` has no fields of its own; write `--field {name}=…`")
    elif many:
        items = fields.setdefault(name, [])
        at = number or 0
        if at > len(items):
            raise Unusable(f"`{path}` is number {at}, and number {len(items)} is not given yet; count from 0")
        items += [{}] * (at == len(items))
        _put(items[at], part, rest, value, path)
    else:
        held = fields.setdefault(name, {})
        if not isinstance(held, dict):
            raise Unusable(f"`{name}` is given twice, once as a whole and once by its fields")
        _put(held, part, rest, value, path)


def _set(fields: dict[str, Any], name: str, value: str, path: str, *, many: bool) -> None:
    if many:
        fields.setdefault(name, []).append(value)
    elif name in fields:
        raise Unusable(f"`{path}` is given twice; one value is enough")
    else:
        fields[name] = value


def proposed_id(kind: str, fields: Mapping[str, Any], taken: Container[str]) -> str:
    """Return an id made from what names the entry, and for a source or correction its date; not yet taken."""
    named = next((str(fields[name]) for name in _NAMED_BY if fields.get(name)), kind)
    if kind == "source" and (day := _day(fields.get("issued"))):
        named = f"{named} {day}"
    if kind == "correction":
        named = f"correction {fields.get('date', '')}"
    return id_from(named, taken) or id_from(kind, taken)


def _day(issued: object) -> str:
    """Return the plain date at the start of an EDTF date, given as a text or as the field of a part."""
    text = issued.get("edtf", "") if isinstance(issued, Mapping) else issued
    found = re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", str(text or ""))
    return found[0] if found else ""


def in_order(fields: Mapping[str, Any], model: Model) -> dict[str, Any]:
    """Return fields in the order of writing, at every depth, with what is no text marked so; unknown fields last."""
    known = [name for name in order_of(model) if name in fields]
    return {
        name: _ordered(fields[name], part_of(model, name), bare=name in known and is_bare(model, name))
        for name in (*known, *(name for name in fields if name not in known))
    }


def _ordered(value: Any, part: Model | None, *, bare: bool) -> Any:
    if isinstance(value, Mapping):
        return in_order(value, part) if part else dict(value)
    if isinstance(value, list | tuple):
        return [_ordered(item, part, bare=bare) for item in value]
    return Bare(value) if bare and isinstance(value, str) else value


def list_of(kind: str) -> str:
    """Return the name of the files that hold entries of a kind: `claims`; documents hold remarks."""
    return DOCUMENTS if kind == REMARK else next(name for name in FILES if LISTS[name] is KIND_OF[kind])


def homes(kind: str, files: Iterable[str]) -> list[str]:
    """Return the files, as paths below the data folder, in which an entry of a kind may stand."""
    name = list_of(kind)
    return [path for path in files if path == f"{name}.yml" or (path.startswith(f"{name}/") and path.endswith(".yml"))]


def with_entry(kind: str, path: str, text: str | None, fields: Mapping[str, Any]) -> tuple[str, int]:
    """Return the text of a file with a new entry at its end, and the line in which the entry begins.

    `text` is None for a file that is not there yet. Raises Unfit where the file cannot be added to, Unwritable for text
    with characters that a data file may not hold, TypeError for values that have no form there.
    """
    if text is None and kind == REMARK:
        raise Unfit("a remark stands in the file of a document, and this file is not there")
    entry = entry_text(in_order(fields, KIND_OF[kind]))
    try:
        after = appended(text or "", [entry], "remarks" if kind == REMARK else "")
    except Unfit as unfit:
        raise Unfit(f"{path}: {unfit}") from None
    root = tree_of(after).root
    if isinstance(root, Branch) and kind == REMARK:
        root = root.value_of("remarks")
    assert isinstance(root, Branch), "what an entry was added to is a list"
    return after, after.count("\n", 0, root.children[-1].start) + 1
