"""`dossier new`: a new entry, asked for on a terminal or given by options, written at the end of its file."""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..editing.drafting import REMARK, Unusable, from_options, homes, list_of, proposed_id, with_entry
from ..editing.naming import LONGEST_ID, id_from
from ..editing.questions import KIND_OF, questions
from ..editing.scalars import Unwritable
from ..editing.tree import Unfit
from ..importing.decode import Unusable as NotJson
from ..importing.decode import text_of
from ..importing.jsons import parsed
from ..model import Dossier
from ..model.fields import ID_PATTERN
from ..problem import did_you_mean
from ..reading import Reading, read_files
from ..rules import labelled
from .asking import Asking, Terminal
from .keeping import came_with, data_files, replace_all
from .place import add_folders, is_missing, site_of
from .refusing import refuse


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar="KIND", choices=sorted(KIND_OF), help=f"one of {', '.join(KIND_OF)}")
    parser.add_argument("--id", metavar="ID", help="its id; one is proposed or made from its name")
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a field, such as title=… or citations.0.source=…; once more for each value of a list",
    )
    parser.add_argument("--json", metavar="FILE", help="take the fields from a JSON object; `-` reads standard input")
    parser.add_argument("--file", metavar="FILE", help="the file it comes into, such as data/claims/bridge.yml")
    parser.add_argument("--all", action="store_true", help="ask for every field, not only for those it needs")
    parser.add_argument("--dry-run", action="store_true", help="print the entry and its problems, and write nothing")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Write an entry; return 1 if it has errors, which are printed, 2 if it was not written."""
    if is_missing(options.data):
        return 2
    try:
        return _run(options)
    except (Unusable, Unfit, Unwritable, NotJson) as error:
        return refuse(error)
    except (EOFError, KeyboardInterrupt):
        return refuse("\nstopped; nothing was written")


def _run(options: argparse.Namespace) -> int:
    files, site = data_files(options.data), site_of(options)
    before = read_files(options.data.name, files, site)
    terminal = Terminal(input, print) if sys.stdin.isatty() and options.json != "-" else None
    if terminal:
        terminal.say(f"{options.kind.capitalize()}: {(KIND_OF[options.kind].__doc__ or '').splitlines()[0]}")
        terminal.say("Enter alone leaves out what may be left out; Ctrl-C stops, and nothing is written.")
    path = _file(options, files, terminal)
    fields = _fields(options, before.dossier, path, terminal)
    if fields is None:
        return 2
    fields = {"id": _id(options, fields, before.dossier, terminal), **fields}
    old = files.get(path)
    try:
        text, line = with_entry(options.kind, path, None if old is None else _text(path, old), fields)
    except TypeError as error:
        raise Unusable(f"a value cannot be written: {error}\nnothing was written") from None
    after = read_files(options.data.name, {**files, path: text.encode()}, site)
    if options.dry_run:
        print("".join(text.splitlines(keepends=True)[line - 1 :]), end="")
    else:
        target = options.data / path
        replace_all({target: text.encode()}, {} if old is None else {target: old})
    return _tell(options, before, after, path, line)


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unfit(f"{path} is no UTF-8; `dossier check` says where, and the entry can be added when it is") from None


# What it says


def _fields(
    options: argparse.Namespace, dossier: Dossier, path: str, terminal: Terminal | None
) -> dict[str, Any] | None:
    """Return the fields of the entry without its id, or None, having said so, if some are missing."""
    model = KIND_OF[options.kind]
    given = {**_from_json(options), **from_options(model, options.field)}
    if "id" in given:
        options.id = options.id or given.pop("id")
    if terminal:
        asking = Asking(terminal, dossier, options.all, _known(dossier, path))
        return asking.part(model, given, usual=not given or options.all)
    missing = [question for question in questions(model) if question.required and question.name not in given]
    for question in missing:
        print(f"`{question.name}` is missing: {question.meaning}", file=sys.stderr)
        if question.choices:
            print(f"  one of {', '.join(question.choices)}", file=sys.stderr)
    if missing:
        example = missing[0].name + (f".{questions(missing[0].part)[0].name}" if missing[0].part else "")
        print(f"nothing was written; add `--field {example}=…`, or run this in a terminal to be asked", file=sys.stderr)
        return None
    return given


def _from_json(options: argparse.Namespace) -> dict[str, Any]:
    if options.json is None:
        return {}
    given = parsed(text_of(sys.stdin.buffer.read() if options.json == "-" else Path(options.json).read_bytes()))
    if not isinstance(given, dict):
        raise Unusable('expected one JSON object, such as {"title": "…"}; run the command once for each entry')
    return given


def _known(dossier: Dossier, path: str) -> dict[str, tuple[str, ...]]:
    """Return values that a field most likely has: the themes of the dossier, the passages of the document."""
    passages = [
        passage.id
        for document in dossier.documents
        if dossier.mark(f":document:{document.source}").path.endswith(path)
        for passage in document.passages
    ]
    themes = dossier.settings.themes or tuple(dict.fromkeys(event.theme for event in dossier.events))
    return {"theme": tuple(themes), "passage": tuple(passages)}


def _id(options: argparse.Namespace, fields: Mapping[str, Any], dossier: Dossier, terminal: Terminal | None) -> str:
    """Return the id of the entry. Raises Unusable for one that cannot be."""
    former = {old: entry.id for entry in dossier.entries.values() for old in entry.formerly}
    taken = {*dossier.entries, *dossier.unreadable, *former}
    proposed = proposed_id(options.kind, fields, taken)
    if options.id or not terminal:
        chosen = str(options.id or proposed)
        wrong = _wrong_id(chosen, dossier, former)
        if wrong:
            raise Unusable(f"{wrong}\nnothing was written")
        return chosen
    terminal.say("\nId: Its address, for good: lower-case letters, digits and hyphens.")
    while True:
        chosen = terminal.ask(f"id [{proposed}]> ").strip() or proposed
        wrong = _wrong_id(chosen, dossier, former)
        if not wrong:
            return chosen
        terminal.say(f"  {wrong}")


def _wrong_id(id_: str, dossier: Dossier, former: Mapping[str, str]) -> str:
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > LONGEST_ID:
        better = id_from(id_)
        return f"`{id_}` cannot be an id{f'; did you mean `{better}`?' if better else ''}"
    if id_ in dossier.entries:
        mark = dossier.mark(id_)
        return f"the id `{id_}` is taken: {mark.path}:{mark.line} has it"
    if id_ in dossier.unreadable:
        return f"the id `{id_}` is taken by an entry that has errors"
    return f"`{id_}` was an id of `{former[id_]}`, and an id is never reused" if id_ in former else ""


# Where it stands


def _file(options: argparse.Namespace, files: Mapping[str, bytes], terminal: Terminal | None) -> str:
    """Return the file the entry comes into, as a path below the data folder: the one named, else the one last used."""
    found = homes(options.kind, files)
    if options.file:
        return _named(options, found)
    if not found:
        if options.kind == REMARK:
            raise Unusable("there is no document yet that a remark could be about; data/README.md shows one")
        return f"{list_of(options.kind)}.yml"
    # The one that was written last, in any case the same one where that cannot be told, as in a fresh clone.
    recent = max(found, key=lambda path: ((options.data / path).stat().st_mtime_ns, -found.index(path)))
    if terminal is None or len(found) == 1:
        return recent
    terminal.say(f"\nFile: Where it is to stand; one of {', '.join(found)}, or a new one.")
    while True:
        answer = terminal.ask(f"file [{recent}]> ").strip()
        try:
            return _named(argparse.Namespace(**{**vars(options), "file": answer}), found) if answer else recent
        except Unusable as error:
            terminal.say(f"  {error}")


def _named(options: argparse.Namespace, found: Sequence[str]) -> str:
    """Return the path below the data folder that a user's name for a file means. Raises Unusable."""
    name, kind = Path(options.file), list_of(options.kind)
    root = options.data.resolve()
    inside = name.resolve().relative_to(root).as_posix() if name.resolve().is_relative_to(root) else ""
    for path in (inside, options.file, f"{options.file}.yml", f"{kind}/{options.file}", f"{kind}/{options.file}.yml"):
        if path in found:
            return str(path)
    given = (inside or options.file).removesuffix(".yml") + ".yml"
    if re.fullmatch(rf"{kind}(/[^/.][^/]*)*\.yml", given) and ".." not in given:
        return str(given)
    # All of them are listed above the question; of many, a list in each answer would hide what is said.
    near = (
        did_you_mean(Path(given).stem, [Path(path).stem for path in found])
        or f"expected one in `{kind}/`, or `{kind}.yml`"
    )
    raise Unusable(
        f"`{options.file}` cannot hold {'an' if options.kind[0] in 'aeiou' else 'a'} {options.kind}; {near}; "
        f"a new file is named as in `{kind}/bridge.yml`"
    )


def _tell(options: argparse.Namespace, before: Reading, after: Reading, path: str, line: int) -> int:
    """Print where the entry stands and the problems that came with it; return 1 if one is an error."""
    new = came_with(before.problems, after.problems)
    if not options.dry_run:
        print(f"{options.data / path}:{line}")
    for problem in new:
        print(labelled(problem), file=sys.stderr)
    return int(any(problem.is_error for problem in new))
