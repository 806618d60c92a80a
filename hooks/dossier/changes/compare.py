"""Two versions of a data folder compared by id and field, from what stands in the files.

Not through the model: an old version may have other fields, and an entry must be comparable whatever its neighbours
look like. Where an entry stands, in which order, and how its text is wrapped is no part of what it says.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from pydantic import BaseModel

from ..load import DOCUMENTS, Map, Node
from ..model import document_owner
from ..model.read import LISTS
from .form import Form, fields_of
from .laid import DOCUMENT, REMARK, Laid, Version, entries_of, former_ids, version_of
from .match import IN_ORDER, Item, items, pairs
from .shapes import MODELS, shape_of

__all__ = [
    "ORDER",
    "EntryChange",
    "FieldChange",
    "Laid",
    "Route",
    "Sort",
    "Step",
    "Version",
    "compare",
    "entries_of",
    "uncompared",
    "version_of",
]

Step = str | Item
Route = tuple[Step, ...]

ORDER: Final = Item(("order",), -1)
"""The last step of a change that is a new order of the same items."""


class Sort(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field, or an item of a list, before and after; None where there was or is none."""

    route: Route
    before: Form | None
    after: Form | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What happened to one entry; `was` is its earlier id. A renamed entry may have changed fields as well."""

    id: str
    kind: str
    sort: Sort
    was: str = ""
    fields: tuple[FieldChange, ...] = ()
    before: Laid | None = None
    after: Laid | None = None

    @property
    def laid(self) -> Laid:
        """Return the entry as it lies now, or, if it is gone, as it lay."""
        found = self.after or self.before
        assert found, "a change has at least one side"
        return found


def compare(before: Version, after: Version) -> tuple[EntryChange, ...]:
    """Return what happened to each entry, by kind and id; nothing for entries that say the same.

    An entry that is on one side only, where files of its kind could not be read on the other, is left out: whether it
    was added or removed is not known (`uncompared` names it).
    """
    renamed = _renames(before, after)
    ids = {old: new for old, new in renamed.items() if not old.startswith(":")}
    known = set(uncompared(before, after))
    changes = list(_one_sided(before, after, renamed, known))
    for old, was in before.entries.items():
        now = after.entries.get(renamed.get(old, old))
        if now and (old in renamed or now.node != was.node or now.kind != was.kind):
            found = tuple(_fields(was, now, ids))
            if old in renamed or found:
                sort = Sort.RENAMED if old in renamed else Sort.CHANGED
                changes.append(EntryChange(now.id, now.kind, sort, old if old in renamed else "", found, was, now))
    return tuple(sorted(changes, key=lambda change: (list(MODELS).index(change.kind), change.id)))


def uncompared(before: Version, after: Version) -> tuple[str, ...]:
    """Return the entries of which it is not known whether they were added or removed, because files were not read."""
    lost = [id_ for id_ in before.entries if id_ not in after.entries]
    new = [id_ for id_ in after.entries if id_ not in before.entries]
    found = [id_ for id_ in lost if _sheet(before.entries[id_].kind) in after.partial]
    return tuple(found + [id_ for id_ in new if _sheet(after.entries[id_].kind) in before.partial])


def _sheet(kind: str) -> str:
    """Return the kind of sheet that holds entries of a kind."""
    if kind in (DOCUMENT, REMARK):
        return DOCUMENTS
    return next((name for name, model in LISTS.items() if model.kind == kind), kind)


def _one_sided(before: Version, after: Version, renamed: Mapping[str, str], skip: set[str]) -> Iterator[EntryChange]:
    new = set(renamed.values())
    for id_, was in before.entries.items():
        if id_ not in after.entries and id_ not in renamed and id_ not in skip:
            yield EntryChange(id_, was.kind, Sort.REMOVED, before=was)
    for id_, now in after.entries.items():
        if id_ not in before.entries and id_ not in new and id_ not in skip:
            yield EntryChange(id_, now.kind, Sort.ADDED, after=now)


def _renames(before: Version, after: Version) -> Mapping[str, str]:
    """Return old id → new id of the entries that name an earlier id under `formerly`; each id once."""
    found: dict[str, str] = {}
    for id_, now in after.entries.items():
        if id_ in before.entries:
            continue
        for old in former_ids(now.node):
            was = before.entries.get(old)
            if was and was.kind == now.kind and old not in after.entries and old not in found:
                found[old] = id_
                break
    for old, new in tuple(found.items()):
        was_document, document = document_owner(old), document_owner(new)
        if was_document in before.entries and document in after.entries and document not in before.entries:
            found[was_document] = document
    return found


def _fields(was: Laid, now: Laid, ids: Mapping[str, str]) -> Iterator[FieldChange]:
    """Yield the changes of one entry, field by field, in the order of the model."""
    model = MODELS[now.kind]
    same = {name for name in was.node.keys() & now.node.keys() if was.node[name] == now.node[name]} | {"id"}
    before, after = fields_of(model, _without(was.node, same), ids), fields_of(model, _without(now.node, same))
    former = after.pop("formerly", []) if was.id != now.id else []
    kept: list[Form] = [old for old in former if old != was.id] if isinstance(former, list) else []
    after |= {"formerly": kept} if kept else {}
    yield from _differences(model, "", (), before, after)


def _without(node: Map, names: Collection[str]) -> dict[str, Node]:
    return {name: value for name, value in node.items() if name not in names}


def _in_order(model: type[BaseModel] | None, names: Iterable[str]) -> list[str]:
    """Return names of fields in the order of the model; those it does not have come last."""
    known = {name: number for number, name in enumerate(model.model_fields)} if model else {}
    return sorted(names, key=lambda name: (known.get(name, len(known)), name))


def _differences(
    model: type[BaseModel] | None, name: str, route: Route, before: Form | None, after: Form | None
) -> Iterator[FieldChange]:
    """Yield what differs between two forms of a field `name`, as deep inside as both sides have something."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in _in_order(model, before.keys() | after.keys()):
            shape = shape_of(model, key)
            part = shape.part if shape else None
            yield from _differences(part, key, (*route, key), before.get(key), after.get(key))
    elif isinstance(before, list) and (after is None or isinstance(after, list)):
        yield from _of_list(model, name, route, before, after or [])
    elif before is None and isinstance(after, list):
        yield from _of_list(model, name, route, [], after)
    else:
        yield FieldChange(route, before, after)


def _of_list(
    model: type[BaseModel] | None, name: str, route: Route, before: list[Form], after: list[Form]
) -> Iterator[FieldChange]:
    here, there = items(name, before), items(name, after)
    found = pairs(name, before, after)
    for old, new in found:
        if old is None and new is not None:
            yield FieldChange((*route, there[new]), None, after[new])
        elif old is not None:
            step = (*route, here[old])
            yield from _differences(model, "", step, before[old], None if new is None else after[new])
    kept = [(old, new) for old, new in found if old is not None and new is not None]
    if name in IN_ORDER and any(one[1] > two[1] for one, two in pairwise(kept)):
        moved = sorted(kept, key=lambda pair: pair[1])
        order: list[Form] = [" ".join(here[old].key) for old, _ in kept]
        yield FieldChange((*route, ORDER), order, [" ".join(here[old].key) for old, _ in moved])
