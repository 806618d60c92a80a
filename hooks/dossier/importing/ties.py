"""What joins two actors in FollowTheMoney, to a relation of the one to the other, dated and cited.

A schema becomes a type of relation only where the two mean the same; for the others it is `other`, with the words of
the input, for a director need not lead and an agent need not speak for anybody.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from .days import between
from .desk import ADDED, THERE, Desk, Fields
from .given import citation, date
from .record import Record
from .wording import plain

TIES: Final = {
    "Ownership": ("owner", "asset", "owns", ""),
    "Membership": ("member", "organization", "member-of", ""),
    "Directorship": ("director", "organization", "other", "director"),
    "Employment": ("employee", "employer", "other", "employed by"),
    "Representation": ("agent", "client", "other", "represents"),
    "Family": ("person", "relative", "other", "family"),
    "Associate": ("person", "associate", "other", "associate"),
    "Succession": ("predecessor", "successor", "other", "succeeded by"),
    "UnknownLink": ("subject", "object", "other", "linked"),
}
"""Schema → property of the subject, of the object, type of relation, and what is meant where it is `other`."""
_WORDS: Final = ("role", "relationship", "percentage", "status", "summary", "description")


class Tie(NamedTuple):
    """A relation, and the actor it belongs to."""

    owner: str
    fields: Fields


def by_owner(ties: Sequence[Tie]) -> dict[str, list[Fields]]:
    """Return the relations of each actor, each once."""
    found: dict[str, list[Fields]] = {}
    for one in ties:
        relations = found.setdefault(one.owner, [])
        if one.fields not in relations:
            relations.append(one.fields)
    return found


def tie(record: Record, schema: str, kinds: Mapping[str, tuple[str, str]], desk: Desk) -> Tie | None:
    """Return the relation an entity is, if both of its ends are actors; else note why none is made."""
    subject, object_, kind, meaning = TIES[schema]
    one, other = _end(record, subject, kinds), _end(record, object_, kinds)
    if not (one and other):
        missing = object_ if one else subject
        desk.refuse(record, f"its `{missing}` is no actor of the input, so there is nobody to relate")
        return None
    record.take("actors.relations", "schema")
    record.take("actors.relations", "id")
    words = [_said(record, name) for name in _WORDS]
    fields: dict[str, Any] = {"type": kind, "actor": other}
    if when := _when(record, desk):
        fields["when"] = when
    if note := "; ".join(filter(None, (meaning, *words))):
        fields["note"] = note
    fields["citations"] = citation(desk, record)
    return _placed(record, Tie(one, fields), desk)


def _placed(record: Record, found: Tie, desk: Desk) -> Tie | None:
    """Return the relation if its actor is new; an actor that is there already is not touched."""
    if not desk.has("actors", found.owner):
        desk.note(record, ADDED, f"a relation of {found.owner}")
        return found
    located = desk.dossier.located[found.owner]
    actor = desk.dossier.entries[found.owner]
    for relation in getattr(actor, "relations", ()):
        if (str(relation.type), relation.actor) == (found.fields["type"], found.fields["actor"]):
            desk.note(record, THERE, f"a relation of `{found.owner}` ({located.mark().path}:{located.mark().line})")
            return None
    why = f"the actor `{found.owner}` is there already and is not touched; add `{found.fields['actor']}` by hand"
    record.give_back_all("actors", why)
    desk.refuse(record, why)
    return None


def _said(record: Record, name: str) -> str:
    """Take what is said of a tie; a number or a state says nothing without its name."""
    text = plain(record, "actors.relations", "properties", name, 0)
    return f"{name} {text}" if text and name in ("percentage", "status") else text


def _end(record: Record, name: str, kinds: Mapping[str, tuple[str, str]]) -> str:
    kind, id_ = kinds.get(record.get("properties", name, 0), ("", ""))
    if kind != "actors":
        return ""
    record.take("actors.relations", "properties", name, 0)
    return id_


def _when(record: Record, desk: Desk) -> str:
    start, end, single = (
        date(desk, record, "actors.relations", "properties", name, 0) for name in ("startDate", "endDate", "date")
    )
    if start and single:
        record.leave("it has a start as well; one date fits here", "properties", "date")
    try:
        return between(start, end) if end else f"{start}/" if start else single
    except ValueError as error:
        record.leave(f"no date: {error}", "properties", "endDate")
        return f"{start}/"
