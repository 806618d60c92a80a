"""Sheets to a `Dossier`: every entry checked field by field, every error of shape with its place.

An entry that has errors is left out of the result, but its id stays known, so that the rules can still look at all the
others: an editor sees everything that is wrong at once.
"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from ..load import DOCUMENTS, SETTINGS, Map, Node, Seq, Sheet
from ..problem import Problem
from .documents import Document, Remark
from .dossier import SETTINGS_OWNER, Dossier, Located, document_owner
from .entries import Actor, Claim, Correction, Entry, Event, OpenQuestion, Place, Source, Term
from .settings import Settings
from .shape import not_a_list, shape_problems
from .walk import Gathered, gather

LISTS: Final[dict[str, type[Entry]]] = {
    "sources": Source,
    "claims": Claim,
    "events": Event,
    "actors": Actor,
    "places": Place,
    "terms": Term,
    "questions": OpenQuestion,
    "corrections": Correction,
}
_NO_SETTINGS: Final = Settings(
    title="-", subtitle="-", description="-", editors=(), license="-", version="-", method="-", story=()
)
MOST_BROKEN: Final = 100
"""Entries with errors of shape that are listed for one file: nobody reads on, and each takes kilobytes."""
T = TypeVar("T", bound=BaseModel)
E = TypeVar("E", bound=Entry)


class _Reading:
    """What has been read so far; becomes a `Dossier` at the end."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.entries: dict[str, Entry] = {}
        self.located: dict[str, Located] = {}
        self.unreadable: set[str] = set()
        self.documents: list[Document] = []
        self.found = Gathered([], [])
        self.settings: Settings | None = None
        self.broken: dict[str, int] = {}
        """Path of a file → how many of its entries are wrong."""

    def validate(self, model: type[T], at: Located, value: Node) -> T | None:
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self._note_shape(model, at, error)
            if isinstance(value, Map) and isinstance(value.get("id"), str):
                self.unreadable.add(str(value["id"]))
            return None

    def _note_shape(self, model: type[BaseModel], at: Located, error: ValidationError) -> None:
        """Note what is wrong with an entry; of a file in which nearly everything is, only the beginning."""
        broken = self.broken[at.path] = self.broken.get(at.path, 0) + 1
        if broken <= MOST_BROKEN:
            self.problems += shape_problems(model, at, error)
        elif broken == MOST_BROKEN + 1:
            said = f"this file has more entries like those above; the first {MOST_BROKEN} that are wrong are listed"
            self.problems.append(Problem(at.mark(), said, "mend those first", "shape"))

    def list_sheet(self, sheet: Sheet) -> None:
        if not isinstance(sheet.value, Seq):
            self.problems.append(not_a_list(sheet))
            return
        for number, item in enumerate(sheet.value):
            at = Located(sheet.path, sheet.value, (number,))
            entry = self.validate(LISTS[sheet.kind], at, item)
            if entry:
                self.keep(entry, at)

    def document_sheet(self, sheet: Sheet) -> None:
        at = Located(sheet.path, sheet.value)
        document = self.validate(Document, at, sheet.value)
        owner = document_owner(document.source) if document else ""
        if document and owner in self.located:
            self.problems.append(
                Problem(
                    at.mark("source"),
                    f"`{document.source}` is taken apart in {self.located[owner].path} as well",
                    "keep one of the two files",
                    "document",
                )
            )
            self.unreadable |= _ids_inside(sheet.value, "remarks")
        elif document:
            self.documents.append(document)
            self.located[owner] = at
            about = Gathered([], [])
            gather(owner, document, about)
            # A remark is an entry of its own and owns what stands in it.
            self.found.values.extend(value for value in about.values if value.route[0] != "remarks")
            for number, remark in enumerate(document.remarks):
                self.keep(remark, Located(sheet.path, sheet.value, ("remarks", number)))
        else:
            # The source it was taken from is named there, though nothing else of the file can be read.
            self.unreadable |= _ids_inside(sheet.value, "remarks")
            if isinstance(sheet.value, Map) and isinstance(source := sheet.value.get("source"), str):
                self.unreadable |= {source}

    def keep(self, entry: Entry, at: Located) -> None:
        first = self.located.get(entry.id)
        if first:
            place = first.mark()
            self.problems.append(
                Problem(
                    at.mark("id"),
                    f"the id `{entry.id}` is taken: {place.path}:{place.line} has it",
                    "an id is used once in the whole dossier",
                    "duplicate-id",
                )
            )
            return
        self.entries[entry.id] = entry
        self.located[entry.id] = at
        gather(entry.id, entry, self.found)

    def settings_sheet(self, sheet: Sheet) -> None:
        at = Located(sheet.path, sheet.value)
        self.settings = self.validate(Settings, at, sheet.value)
        if self.settings:
            self.located[SETTINGS_OWNER] = at
            gather(SETTINGS_OWNER, self.settings, self.found)


def read_model(sheets: Sequence[Sheet]) -> tuple[Dossier, tuple[Problem, ...]]:
    """Return the dossier of these sheets and the problems of shape.

    Where `dossier.yml` is missing or wrong, its place is taken by settings without content, so that the rules can
    still look at everything else; the problem that says so keeps such a dossier from being shown.
    """
    reading = _Reading()
    for sheet in sheets:
        if sheet.kind == SETTINGS:
            reading.settings_sheet(sheet)
        elif sheet.kind == DOCUMENTS:
            reading.document_sheet(sheet)
        else:
            reading.list_sheet(sheet)
    if reading.settings is None:
        reading.located[SETTINGS_OWNER] = Located("data/dossier.yml", Map())
    return _dossier(reading, reading.settings or _NO_SETTINGS), tuple(reading.problems)


def _dossier(reading: _Reading, settings: Settings) -> Dossier:
    def kept(kind: type[E]) -> tuple[E, ...]:
        return tuple(entry for entry in reading.entries.values() if isinstance(entry, kind))

    return Dossier(
        settings=settings,
        sources=kept(Source),
        documents=tuple(reading.documents),
        claims=kept(Claim),
        events=kept(Event),
        actors=kept(Actor),
        places=kept(Place),
        terms=kept(Term),
        questions=kept(OpenQuestion),
        corrections=kept(Correction),
        remarks=kept(Remark),
        entries=reading.entries,
        located=reading.located,
        values=tuple(reading.found.values),
        citations=tuple(reading.found.citations),
        unreadable=frozenset(reading.unreadable),
    )


def _ids_inside(value: Node, name: str) -> set[str]:
    items: Iterable[Node] = value.get(name, ()) if isinstance(value, Map) else ()
    return {str(item["id"]) for item in items if isinstance(item, Map) and "id" in item}
