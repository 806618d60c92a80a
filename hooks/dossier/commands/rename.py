"""`dossier rename`: another id for an entry, everywhere it is meant."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from ..editing.renaming import Refused, Renaming, renamed
from ..editing.swapping import mentions
from ..problem import Problem
from ..reading import Site, read_files
from ..rules import labelled
from .keeping import data_files, replace_all
from .patch import patch_of
from .place import add_folders, is_missing, saved_pages
from .refusing import refuse

_SHOWN = 20
"""Problems, or places left as they are, that are listed; nobody reads on."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("old", metavar="OLD", help="the id as it is now")
    parser.add_argument("new", metavar="NEW", help="the id as it is to be")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Rename; return 1 if the data has errors that stand in the way, 2 if the entry cannot have this id."""
    if is_missing(options.data):
        return 2
    files, pages = data_files(options.data), saved_pages(options.docs)
    try:
        done = renamed(options.data.name, files, pages, options.old, options.new)
    except Refused as refused:
        _list(refused.problems)
        refuse(refused)
        return 1 if refused.problems else 2
    after = {path: data for path, data in files.items() if path not in done.moved} | dict(done.files)
    new = _new_errors(options, files, pages, after, {**pages, **done.pages})
    if new:
        _list(new)
        return refuse(f"`{options.new}` would bring the errors above; nothing was written")
    if options.dry_run:
        sys.stdout.writelines(_diff(options, files, pages, done))
    else:
        _write(options, files, pages, done)
    _tell(options, done, after, {**pages, **done.pages})
    return 0


def _new_errors(
    options: argparse.Namespace,
    files: Mapping[str, bytes],
    pages: Mapping[str, str],
    after: Mapping[str, bytes],
    pages_after: Mapping[str, str],
) -> list[Problem]:
    """Return the errors that the data would have and has not, by the rules: an id that is reserved, say."""

    def errors(data: Mapping[str, bytes], texts: Mapping[str, str]) -> list[Problem]:
        unix = {path: text.replace("\r\n", "\n") for path, text in texts.items()}
        found = read_files(options.data.name, data, Site(unix, options.docs.name)).problems
        return [problem for problem in found if problem.is_error]

    # Each error that was there is there once more, with the new id in place of the old one.
    known = {(error.rule, error.message.replace(options.old, options.new)) for error in errors(files, pages)}
    return [
        error
        for error in errors(after, pages_after)
        if (error.rule, error.message.replace(options.old, options.new)) not in known
    ]


def _write(options: argparse.Namespace, files: Mapping[str, bytes], pages: Mapping[str, str], done: Renaming) -> None:
    new = {options.data / path: data for path, data in done.files.items()}
    new |= {options.docs / path: text.encode() for path, text in done.pages.items()}
    before = {options.data / path: data for path, data in files.items()}
    before |= {options.docs / path: text.encode() for path, text in pages.items()}
    replace_all(new, before, [options.data / path for path in done.moved])


def _diff(
    options: argparse.Namespace, files: Mapping[str, bytes], pages: Mapping[str, str], done: Renaming
) -> Iterator[str]:
    """Yield the lines of a unified diff, with the paths as the user gave them."""
    came_from = {new: old for old, new in done.moved.items()}
    for path, data in done.files.items():
        old = came_from.get(path, path)
        yield from patch_of(options.data / old, options.data / path, files[old].decode(), data.decode())
    for path, text in done.pages.items():
        yield from patch_of(options.docs / path, options.docs / path, pages[path], text)


def _tell(options: argparse.Namespace, done: Renaming, after: Mapping[str, bytes], pages: Mapping[str, str]) -> None:
    would = "would be" if options.dry_run else "is now"
    count = len(done.files) + len(done.pages)
    files = f"{count} file{'s' * (count != 1)}"
    times = "once" if done.count == 1 else f"{done.count} times"
    channel = sys.stderr if options.dry_run else sys.stdout
    print(f"`{options.old}` {would} `{options.new}`, {times} in {files}", file=channel)
    for old, new in done.moved.items():
        print(f"{options.data / old} {would} {options.data / new}", file=channel)
    left = _left(options, done, after, pages)
    if left:
        print("left as it is, since it is plain text, code or a comment:", file=channel)
        print("\n".join(f"  {place}" for place in left[:_SHOWN]), file=channel)
        if len(left) > _SHOWN:
            print(f"  and {len(left) - _SHOWN} more", file=channel)


def _left(
    options: argparse.Namespace, done: Renaming, after: Mapping[str, bytes], pages: Mapping[str, str]
) -> list[str]:
    """Return the lines in which the old id still stands as a word of its own, that under `formerly` left out."""
    texts = {options.data / path: data.decode("utf-8", "replace") for path, data in after.items()}
    texts |= {options.docs / path: text for path, text in pages.items()}
    found = []
    for path, text in texts.items():
        lines = text.split("\n")
        for line in mentions(text, options.old):
            if not _is_former(lines, line - 1, options.old):
                found.append(f"{path}:{line}")
    return found


def _is_former(lines: Sequence[str], number: int, old: str) -> bool:
    """Tell whether a line holds the id as a former one: an item of the list `formerly`."""
    if "formerly:" in lines[number]:
        return True
    if lines[number].strip().strip("\"'- ") != old:
        return False
    above = next((line for line in reversed(lines[:number]) if not line.strip().startswith("- ")), "")
    return above.strip().startswith("formerly:")


def _list(problems: Sequence[Problem]) -> None:
    for problem in problems[:_SHOWN]:
        print(labelled(problem), file=sys.stderr)
    if len(problems) > _SHOWN:
        print(f"and {len(problems) - _SHOWN} more; `dossier check` lists all", file=sys.stderr)
