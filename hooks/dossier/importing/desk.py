"""Where an import stands: what the dossier has already, the drafts made so far, and what became of each record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from ..load import Map
from ..model import Dossier, Located
from ..model.read import LISTS
from ..model.shape import shape_problems
from .compare import differences
from .keys import fingerprint, id_of, same_address
from .options import Options
from .record import NO_FIELD, Carried, Lost, Record

Fields = dict[str, Any]
ADDED: Final = "added"
THERE: Final = "already there"
CHANGED: Final = "already there, and different"
REFUSED: Final = "not carried over"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be written: its kind as the file is called (`events`), and its fields in order, the id first."""

    kind: str
    fields: Fields

    @property
    def id(self) -> str:
        return str(self.fields["id"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record: the entries it is, which fields went where, and which did not."""

    record: str
    what: str
    entries: tuple[str, ...]
    carried: tuple[Carried, ...]
    lost: tuple[Lost, ...]
    why: str = ""


@dataclass(slots=True)
class Desk:
    """Takes drafts one by one. What has an entry already is recognised and left as it is."""

    dossier: Dossier
    options: Options
    drafts: dict[str, Draft] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    _sources: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, tuple[str, str]] = field(default_factory=dict)
    _former: dict[str, str] = field(default_factory=dict)
    _said: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.dossier.sources:
            for url in (source.url, source.archived_url, *source.copies):
                if url:
                    self._sources.setdefault(same_address(url), source.id)
        self._former = {old: entry.id for entry in self.dossier.entries.values() for old in entry.formerly}

    # Ids

    def claim_id(self, kind: str, key: str, *words: str, addresses: Sequence[str] = ()) -> str:
        """Return the id of a record: that of the entry it already is, or one made from these words and not taken.

        `key` is all that tells this record from others of the input; of two that would have one id, it tells them
        apart, in whatever order they come. `addresses` recognise a source.
        """
        known = next((self._sources[same] for url in addresses if (same := same_address(url)) in self._sources), "")
        base = known or id_of(LISTS[kind].kind, *words)
        base = self._former.get(base, base)
        marked = f"{base}-{fingerprint(key)}"
        wanted = marked if not known and self.has(kind, marked) else base
        if not self._free(kind, wanted, key) and not known:
            wanted = marked
        self._taken.setdefault(wanted, (kind, key))
        for url in addresses:
            self._sources.setdefault(same_address(url), wanted)
        return wanted

    def _free(self, kind: str, id_: str, key: str) -> bool:
        """Tell whether a record may have this id: nobody has it, or an entry of its kind that it then is."""
        if self._taken.get(id_, (kind, key)) != (kind, key) or id_ in self.dossier.unreadable:
            return False
        return id_ not in self.dossier.entries or self.has(kind, id_)

    def has(self, kind: str, id_: str) -> bool:
        """Tell whether the dossier has an entry of this kind and id."""
        return isinstance(self.dossier.entries.get(id_), LISTS[kind])

    # Drafts

    def add(self, record: Record, kind: str, fields: Mapping[str, Any]) -> bool:
        """Take a draft; return whether the record is, or already was, an entry of this id.

        Fields that are empty are left out. A field that the model refuses is left out as well and given back to the
        record with the reason; if the entry cannot be without it, the entry is not made.
        """
        kept = {name: value for name, value in fields.items() if value not in ("", (), [], {}, None)}
        id_ = str(kept["id"])
        for name, why in _refused(kind, kept).items():
            record.give_back(f"{kind}.{name}", why)
            kept.pop(name, None)
        missing = _refused(kind, kept)
        if missing:
            why = "; ".join(missing.values())
            record.give_back_all(kind, why)
            self.note(record, REFUSED, f"no {LISTS[kind].kind} `{id_}`: {why}")
            return False
        if self.has(kind, id_):
            self.note(record, *self._against(record, kind, kept))
        elif id_ in self.drafts:
            self._again(record, kind, kept)
        else:
            self.drafts[id_] = Draft(kind, kept)
            self.note(record, ADDED, id_)
        return True

    def refuse(self, record: Record, why: str) -> None:
        """Note that nothing is made of a record."""
        self.note(record, REFUSED, why)

    def close(self, record: Record, why: str = "") -> None:
        """End a record: whatever nobody took is left, and what became of it is noted.

        Where nothing was made of it, nothing of it was carried either, whatever was taken on the way.
        """
        said = self._said.pop(record.label, [])
        kinds = [what for what, _ in said]
        what = next((one for one in (ADDED, CHANGED, THERE) if one in kinds), REFUSED)
        reasons = "; ".join(text for one, text in said if text and one in (REFUSED, CHANGED, THERE))
        if what == REFUSED:
            record.leave(why or reasons or NO_FIELD)
        record.finish(why or NO_FIELD)
        added = tuple(text for one, text in said if one == ADDED)
        self.outcomes.append(Outcome(record.label, what, added, record.carried, tuple(record.lost), reasons))

    def note(self, record: Record, what: str, text: str) -> None:
        self._said.setdefault(record.label, []).append((what, text))

    def _leave_key(self, record: Record, id_: str) -> None:
        """Leave the key of a source that was recognised by its address: its entry has an id of its own."""
        for route in [route for route, to in record.taken.items() if to == "sources.id"]:
            if not id_.startswith(id_of("source", record.leaves[route].rpartition("/")[2])):
                record.leave(f"it is the source `{id_}`, which has the same address", *route)

    def _against(self, record: Record, kind: str, fields: Mapping[str, Any]) -> tuple[str, str]:
        """Return how a draft stands to the entry it already is; that entry is never touched."""
        id_ = str(fields["id"])
        self._leave_key(record, id_)
        located = self.dossier.located[id_]
        found = differences(fields, located.node, located.route)
        place = located.mark()
        for name in found:
            record.give_back(f"{kind}.{name}", f"the entry `{id_}` is there already and says otherwise")
        if found:
            return CHANGED, f"`{id_}` ({place.path}:{place.line}) was left as it is; {'; '.join(found.values())}"
        return THERE, f"`{id_}` ({place.path}:{place.line})"

    def _again(self, record: Record, kind: str, fields: Mapping[str, Any]) -> None:
        """Note that a draft was made already; what it says otherwise the second time is given back."""
        id_ = str(fields["id"])
        self._leave_key(record, id_)
        first = self.drafts[id_].fields
        for name, value in fields.items():
            if first.get(name) != value:
                record.give_back(f"{kind}.{name}", f"another record of the input made `{id_}`, and says otherwise")
        self.note(record, THERE, f"`{id_}` stands in the input more than once")


def _refused(kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of a draft that the model refuses, each with the reason."""
    try:
        LISTS[kind].model_validate(fields)
    except ValidationError as error:
        problems = shape_problems(LISTS[kind], Located("", Map()), error)
        names = [str(detail["loc"][0]) for detail in error.errors(include_url=False)]
        return {name: problem.sentence for name, problem in zip(names, problems, strict=True)}
    return {}
