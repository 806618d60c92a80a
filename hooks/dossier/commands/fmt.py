"""`dossier fmt`: the data files in their usual form, without changing what they say."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..collector import uninterrupted
from ..editing.form import formatted
from ..editing.tree import Unfit
from ..load import DOCUMENTS, FILES, SETTINGS
from ..rules import labelled
from .keeping import data_files, replace_all
from .patch import patch_of
from .place import is_missing
from .refusing import Unusable

_KINDS = (SETTINGS, DOCUMENTS, *FILES)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files or folders of the data (all of it)")
    parser.add_argument("--check", action="store_true", help="change nothing; say which files are not in that form")
    parser.add_argument("--diff", action="store_true", help="change nothing; show what would change")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (data)")


def run(options: argparse.Namespace) -> int:
    """Format; return 1 if a file cannot be formatted or, with --check, is not in the usual form."""
    if is_missing(options.data):
        return 2
    files = data_files(options.data)
    chosen = _chosen(options, list(files))
    new: dict[str, str] = {}
    unfit = 0
    with uninterrupted():
        for path in chosen:
            text = _formatted(options.data, path, files[path])
            unfit += text is None
            if text is not None and text.encode() != files[path]:
                new[path] = text
    if options.diff:
        for path, text in new.items():
            shown = options.data / path
            sys.stdout.writelines(patch_of(shown, shown, files[path].decode(), text))
    elif not options.check:
        replace_all(
            {options.data / path: text.encode() for path, text in new.items()},
            {options.data / path: data for path, data in files.items()},
        )
    _tell(options, new, len(chosen), unfit)
    return int(bool(unfit or (options.check and new)))


def _chosen(options: argparse.Namespace, known: Sequence[str]) -> list[str]:
    """Return the paths below the data folder that are meant. Raises Unusable for what is no data file."""
    data = [path for path in known if _kind(path) in _KINDS]
    if not options.files:
        return data
    found: list[str] = []
    root = options.data.resolve()
    for given in options.files:
        path = given.resolve()
        inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        under = [name for name in data if inside in (name, ".") or name.startswith(f"{inside}/")] if inside else []
        if not under:
            example = f", such as {options.data / data[0]}" if data else ", which has none yet"
            raise Unusable(f"{given} is no data file; expected one of {options.data}{example}")
        found += under
    return list(dict.fromkeys(found))


def _kind(path: str) -> str:
    return path.partition("/")[0].removesuffix(".yml")


def _formatted(folder: Path, path: str, data: bytes) -> str | None:
    """Return a file in its usual form; None, having said why, if it has to be left alone."""
    shown = f"{folder.name}/{path}"
    try:
        text, problems = formatted(_kind(path), shown, data)
    except Unfit as unfit:
        print(f"{shown}: left alone: {unfit}", file=sys.stderr)
        return None
    for problem in problems:
        print(labelled(problem), file=sys.stderr)
    if problems:
        print(f"{shown}: left alone until that is mended", file=sys.stderr)
        return None
    return text


def _tell(options: argparse.Namespace, new: Sequence[str] | dict[str, str], count: int, unfit: int) -> None:
    channel = sys.stderr if options.diff else sys.stdout
    would = "would change" if options.check or options.diff else "changed"
    for path in new:
        print(f"{options.data / path}: {would}", file=channel)
    left = f", {unfit} left alone" if unfit else ""
    print(f"{len(new)} of {count} files {would}{left}", file=channel)
