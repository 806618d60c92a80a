"""What a record says now beside what its entry says: only what the input gives is looked at, and nothing is changed."""

from collections.abc import Mapping
from typing import Any, Final

from ..load import Map, Node, Seq
from .record import shown

_OURS: Final = frozenset(("id", "checked", "verdict", "review", "extent", "theme", "role", "citations", "short"))
"""Fields that the program filled in, or that editors are to fill in: a difference there says nothing of the input."""

STAND_IN: Final = "not yet"
"""Every sentence that takes the place of what is not known has these words."""


def differences(fields: Mapping[str, Any], node: Node, route: tuple[str | int, ...]) -> dict[str, str]:
    """Return the fields in which an entry that stands at a route differs from a draft of it, each in words."""
    held: Any = node
    for step in route:
        held = held[step]
    found: dict[str, str] = {}
    for name, value in fields.items():
        if name in _OURS or not isinstance(held, Map) or STAND_IN in str(value):
            continue
        now, before = _comparable(value), _comparable(held.get(name, ""))
        if now != before:
            found[name] = f"`{name}`: {shown(before) if before else 'nothing'} there, {shown(now)} in the input"
    return found


def _comparable(value: Any) -> Any:
    """Return a value as text all through, without the citations in it and with a date in either of its forms."""
    if isinstance(value, Mapping):
        inner = {name: _comparable(part) for name, part in value.items() if name != "citations"}
        return inner["edtf"] if set(inner) == {"edtf"} else inner
    if isinstance(value, list | tuple | Seq):
        return [_comparable(part) for part in value]
    return " ".join(str(value).split())
