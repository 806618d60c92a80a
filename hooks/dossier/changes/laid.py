"""The entries of a version as they lie in its files, by id: what is compared. Not through the model, see `compare`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..load import DOCUMENTS, SETTINGS, Map, Seq, Sheet, load_files, mark_at
from ..model import SETTINGS_OWNER, document_owner
from ..model.read import LISTS
from ..problem import Mark, Problem

DOCUMENT: Final = "document"
REMARK: Final = "remark"


class Laid(NamedTuple):
    """An entry as it lies in a file; `id` is that of the entry, `:dossier`, or `:document:<source>`."""

    id: str
    kind: str
    path: str
    node: Map
    line: int = 1


@dataclass(frozen=True, slots=True)
class Version:
    """The entries of one version by id, what could not be read of it, and of which kinds something is missing so."""

    entries: Mapping[str, Laid] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    partial: frozenset[str] = frozenset()


def entries_of(files: Mapping[str, bytes], name: str = "data") -> Version:
    """Return every entry of a data folder given as path below it → bytes; `name` is the folder as problems name it.

    What cannot be read or has no id is reported in `problems`, and its kind in `partial`. Never raises for bad data.
    """
    return version_of(*load_files(name, files))


def version_of(sheets: Iterable[Sheet], problems: Iterable[Problem]) -> Version:
    """Return the entries of sheets that were read already, with the problems of reading them."""
    sheets = tuple(sheets)
    reading = _Reading([problem for problem in problems if problem.is_error])
    unread = {problem.mark.path for problem in reading.problems} - {sheet.path for sheet in sheets}
    for sheet in sheets:
        reading.sheet(sheet)
    reading.partial |= {_kind_of(path) for path in unread}
    return Version(reading.entries, tuple(reading.problems), frozenset(reading.partial))


def _kind_of(path: str) -> str:
    """Return the kind of sheet a file of this path holds: `claims` for `data/claims/strike.yml`."""
    return path.split("/", 1)[-1].split("/", 1)[0].removesuffix(".yml")


@dataclass
class _Reading:
    """What was found so far."""

    problems: list[Problem]
    entries: dict[str, Laid] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)

    def sheet(self, sheet: Sheet) -> None:
        value = sheet.value
        if sheet.kind == SETTINGS and isinstance(value, Map):
            self.keep(Laid(SETTINGS_OWNER, SETTINGS, sheet.path, value), sheet.kind)
        elif sheet.kind == DOCUMENTS and isinstance(value, Map):
            self.document(sheet, value)
        elif sheet.kind in LISTS and isinstance(value, Seq):
            self.listed(sheet, value, (), LISTS[sheet.kind].kind)
        elif value != "":
            self.complain(mark_at(sheet.path, value, ()), "what stands here is not in the form of entries", sheet.kind)

    def document(self, sheet: Sheet, value: Map) -> None:
        source = value.get("source")
        if not isinstance(source, str):
            self.complain(Mark(sheet.path), "the document does not name its source", sheet.kind)
            return
        own = Map(value.place)
        own.update({name: held for name, held in value.items() if name != "remarks"})
        self.keep(Laid(document_owner(source), DOCUMENT, sheet.path, own), sheet.kind)
        remarks = value.get("remarks")
        if isinstance(remarks, Seq):
            self.listed(sheet, remarks, ("remarks",), REMARK)

    def listed(self, sheet: Sheet, found: Seq, route: tuple[str, ...], kind: str) -> None:
        for number, item in enumerate(found):
            mark = mark_at(sheet.path, sheet.value, (*route, number))
            id_ = item.get("id") if isinstance(item, Map) else None
            if isinstance(item, Map) and isinstance(id_, str) and id_:
                self.keep(Laid(id_, kind, sheet.path, item, mark.line), sheet.kind)
            else:
                self.complain(mark, "this entry has no id, so it is not compared", sheet.kind)

    def keep(self, laid: Laid, sheet: str) -> None:
        first = self.entries.setdefault(laid.id, laid)
        if first is not laid:
            said = f"`{laid.id}` stands here a second time; the one in {first.path}:{first.line} is compared"
            self.complain(Mark(laid.path, laid.line), said, sheet)

    def complain(self, mark: Mark, message: str, sheet: str) -> None:
        self.problems.append(Problem(mark, message, rule="shape"))
        self.partial.add(sheet)


def former_ids(node: Map) -> tuple[str, ...]:
    """Return the ids under `formerly`."""
    held = node.get("formerly")
    return tuple(old for old in held if isinstance(old, str)) if isinstance(held, Seq) else ()
