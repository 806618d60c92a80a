"""Which item of a list before is which item after: by what it is about, not by its place in the list."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from .form import Form


class Item(NamedTuple):
    """A step of a route into a list: what tells the item from others, and its number among those that are alike.

    The key has the values of the first key of the list in KEYS, empty where the item has none, without empty ends.
    """

    key: tuple[str, ...]
    number: int = 0


KEYS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "citations": (
        ("source", "locator", "quote", "bears_on"),
        ("source", "locator", "quote"),
        ("source", "locator"),
        ("source", "quote"),
        ("source",),
    ),
    "derived_from": (("source",),),
    "participants": (("actor", "role"), ("actor",)),
    "relations": (("type", "actor", "when"), ("type", "actor"), ("actor",)),
    "names": (("text", "language"), ("text",)),
    "fragments": (("quote",),),
    "hedges": (("words", "source"), ("words",)),
    "passages": (("id",),),
    "story": (("when", "text"), ("when",), ("text",)),
    "figures": (("measure",), ("title",)),
    "findings": (("see", "title"), ("see",), ("title",)),
    "editors": (("name",),),
    "units": (("unit",),),
}
"""For each list of parts the fields that tell its items apart, the strictest first; the last name what is no pair."""

IN_ORDER: Final = frozenset({"author", "passages", "story", "figures", "findings", "themes"})
"""Lists whose order a reader sees as meant; in all others a new order is no change."""


def pairs(name: str, before: Sequence[Form], after: Sequence[Form]) -> tuple[tuple[int | None, int | None], ...]:
    """Return which items belong together, as places in both lists; those of one list only have None for the other.

    Equal items first, then by the keys of the list `name`, each key as long as both sides have items with it, in the
    order they stand. In order of `before`; what is new comes last.
    """
    found: dict[int, int] = {}
    left, right = list(range(len(before))), list(range(len(after)))
    for key in (None, *KEYS.get(name, ())):
        waiting: dict[Any, list[int]] = {}
        for there in right:
            waiting.setdefault(_key(after[there], key), []).append(there)
        for here in left:
            places = waiting.get(_key(before[here], key))
            if places:
                found[here] = places.pop(0)
        taken = set(found.values())
        left, right = [n for n in left if n not in found], [n for n in right if n not in taken]
        if not left or not right:
            break
    new = [(None, there) for there in right]
    return (*((here, found.get(here)) for here in range(len(before))), *new)


def _key(item: Form, fields: tuple[str, ...] | None) -> object:
    """Return what an item is found by; the whole of it without fields, and for an item without any of them."""
    if fields is None or not isinstance(item, dict):
        return frozen(item)
    return (fields, *(frozen(item.get(name, "")) for name in fields))


def frozen(form: Form) -> object:
    """Return a form as a value that can be a key."""
    if isinstance(form, dict):
        return frozenset((name, frozen(value)) for name, value in form.items())
    return ("list", *(frozen(item) for item in form)) if isinstance(form, list) else form


def items(name: str, forms: Sequence[Form]) -> tuple[Item, ...]:
    """Return the step by which each item of a list is named."""
    counted: dict[tuple[str, ...], int] = {}
    named = []
    for form in forms:
        key = _name(name, form)
        named.append(Item(key, counted.get(key, 0)))
        counted[key] = counted.get(key, 0) + 1
    return tuple(named)


def _name(name: str, form: Form) -> tuple[str, ...]:
    if isinstance(form, str):
        return (form,)
    if not isinstance(form, dict):
        return ("",)
    fields = KEYS[name][0] if name in KEYS else tuple(form)[:1]
    key = [value if isinstance(value := form.get(field), str) else "" for field in fields]
    while len(key) > 1 and not key[-1]:
        key.pop()
    return tuple(key) or ("",)
