"""Another id for an entry, everywhere it is meant: in fields that point, in `[@…]` and `[[…]]`, in the file's name.

Every change is made twice, and the two must agree before anything is given back: on the values, by the tokens of the
prose, and on the text of the file, at the offsets of each scalar. What is only the same word (a title, code, a comment,
a locator) is left as it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..load import Map, Node, Seq, load_files, load_text
from ..model import Dossier, read_model
from ..model.dossier import document_owner
from ..model.fields import ID_PATTERN, ProseTag, Ref
from ..problem import Problem, did_you_mean
from .former import former_edit, with_former
from .grow import tree_of
from .naming import LONGEST_ID, id_from
from .swapping import Edit, in_page, in_scalar, meant, swapped, with_edits
from .tree import Branch, Scalar

Route = tuple[str | int, ...]


class Refused(ValueError):
    """An id that cannot be given; the message says why and what can be done. `problems` are those in the way."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is to be written, nothing else: path → bytes after it, and files that get another name with it."""

    files: Mapping[str, bytes]
    pages: Mapping[str, str]
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old path → new path; the new one is among `files`."""
    count: int = 0
    """How many times the old id was replaced, its own place included."""


def renamed(name: str, files: Mapping[str, bytes], pages: Mapping[str, str], old: str, new: str) -> Renaming:
    """Give an entry another id and keep the old one under `formerly`.

    `name` is the data folder as problems name it, `files` maps the path of each file below it to its bytes, `pages` the
    path of each hand-written page to its text. Raises Refused.
    """
    sheets, unread = load_files(name, files)
    dossier, misshapen = read_model(sheets)
    _may(dossier, (*unread, *misshapen), old, new)
    moved = _moved(name, dossier, files, old, new)
    places = _places(dossier, old)
    written: dict[str, bytes] = {}
    for sheet in sheets:
        if sheet.path not in places:
            continue
        path = sheet.path.removeprefix(f"{name}/")
        own = dossier.located[old].route if dossier.located[old].path == sheet.path else None
        text = _replaced(files[path].decode("utf-8"), places[sheet.path], own, old, new)
        again, _ = load_text(sheet.kind, sheet.path, text.encode())
        if again is None or again.value != _expected(sheet.value, places[sheet.path], own, old, new):
            raise Refused(f"{sheet.path} would say something else than before; it was left alone, please report this")
        written[moved.get(path, path)] = text.encode()
    told = {path: in_page(text, old, new) for path, text in pages.items()}
    count = sum(len(spots) for routes in places.values() for spots in routes.values())
    return Renaming(
        written,
        {path: text for path, (text, spots) in told.items() if spots},
        moved,
        count + sum(spots for _, spots in told.values()),
    )


def _may(dossier: Dossier, problems: Iterable[Problem], old: str, new: str) -> None:
    """Raise Refused unless the entry may have this id: what could not be read may name it as well."""
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        raise Refused("the data cannot be read whole, and what is not read may name the entry; mend this first", errors)
    entry, former = dossier.entries.get(old), _former(dossier)
    if entry is None:
        now = f"it is called `{former[old]}` now" if old in former else did_you_mean(old, dossier.entries)
        raise Refused(f"there is no entry `{old}`; {now or 'each entry names its own behind `id:`'}")
    if not re.fullmatch(ID_PATTERN, new) or len(new) > LONGEST_ID:
        better = id_from(new)
        hint = f"; did you mean `{better}`?" if better and better != new else ""
        raise Refused(
            f"`{new}` cannot be an id; expected lower-case letters, digits and single hyphens, "
            f"at most {LONGEST_ID} in all{hint}"
        )
    if new == old:
        raise Refused(f"`{old}` is its id already")
    if new in dossier.entries:
        mark = dossier.mark(new)
        raise Refused(f"the id `{new}` is taken: {mark.path}:{mark.line} has it; choose another")
    if former.get(new, old) != old:
        raise Refused(f"`{new}` was an id of `{former[new]}` and still leads there; an id is never reused")


def _former(dossier: Dossier) -> dict[str, str]:
    return {former: entry.id for entry in dossier.entries.values() for former in entry.formerly}


def _moved(name: str, dossier: Dossier, files: Mapping[str, bytes], old: str, new: str) -> dict[str, str]:
    """Return the file of a document that is named after its source, with its new name."""
    at = dossier.located.get(document_owner(old))
    path = at.path.removeprefix(f"{name}/") if at else ""
    folder, _, stem = path.rpartition("/")
    if stem != f"{old}.yml":
        return {}
    target = f"{folder}/{new}.yml"
    if target.casefold() in {known.casefold() for known in files}:
        raise Refused(f"{name}/{target} is there already, and the document’s file would get this name; move it away")
    return {path: target}


def _places(dossier: Dossier, old: str) -> dict[str, dict[Route, list[int]]]:
    """Return for each file where the id stands: the route to each text, and the offsets in it."""
    found: dict[str, dict[Route, list[int]]] = defaultdict(dict)
    at = dossier.located[old]
    found[at.path][*at.route, "id"] = [0]
    for value in dossier.values:
        if old not in value.text or not isinstance(value.tag, Ref | ProseTag):
            continue
        held = dossier.located[value.owner]
        route = (*held.route, *value.route)
        text = _at(held.node, route)
        spots = [text.index(old)] if isinstance(value.tag, Ref) and value.text == old else []
        spots = meant(text, old) if isinstance(value.tag, ProseTag) else spots
        if spots:
            found[held.path][route] = spots
    return dict(found)


def _at(node: Node, route: Route) -> str:
    for step in route:
        node = node[step]  # type: ignore[index]
    return str(node)


def _replaced(text: str, places: Mapping[Route, Sequence[int]], own: Route | None, old: str, new: str) -> str:
    """Return the text of a file with the id replaced; `own` is the route to the entry itself, if it stands there."""
    tree = tree_of(text)
    edits: list[Edit] = []
    for route, spots in places.items():
        scalar = tree.at(route)
        assert isinstance(scalar, Scalar), "what the model read as a text is one in the file"
        edits += in_scalar(text, scalar, spots, old, new)
    entry = tree.at(own) if own is not None else None
    if isinstance(entry, Branch):
        edits.append(former_edit(text, entry, old, new))
    return with_edits(text, edits)


def _expected(node: Node, places: Mapping[Route, Sequence[int]], own: Route | None, old: str, new: str) -> Node:
    """Return the value of a file as it should be: the same, with the id replaced where it is meant."""

    def copied(value: Node, route: Route) -> Node:
        if isinstance(value, Map):
            fields = Map()
            fields.update({name: copied(item, (*route, name)) for name, item in value.items()})
            return with_former(fields, old, new) if route == own else fields
        if isinstance(value, Seq):
            items = Seq()
            items.extend(copied(item, (*route, number)) for number, item in enumerate(value))
            return items
        return swapped(value, places[route], old, new) if route in places else value

    return copied(node, ())
