"""Which files of the data folder are read, and as what."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from ..problem import Mark, Problem, Severity, did_you_mean
from .build import build, has_libyaml
from .nodes import Sheet
from .text import LARGEST, read_text

SETTINGS: Final = "dossier"
DOCUMENTS: Final = "documents"
FILES: Final = ("sources", "claims", "events", "actors", "places", "terms", "questions", "corrections")
_KNOWN: Final = (SETTINGS, DOCUMENTS, *FILES)
_IGNORED_FOLDERS: Final = ("schema",)


def load_folder(folder: Path) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read every YAML file of a data folder; return the sheets in order of their path, and all problems of loading.

    `folder` holds `dossier.yml`, a file or a folder per kind, and `documents/`. Raises OSError if a file cannot be
    read.
    """
    read, refused = bytes_of(folder)
    sheets, problems = load_files(folder.name, read)
    return sheets, (*refused, *problems)


def bytes_of(folder: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return path below a data folder → bytes of each YAML file there, in order of their path, and links to elsewhere.

    Whatever reads a data folder reads it here: what a link leads to must never be shown. Of a huge file just enough is
    read to refuse it. Raises OSError.
    """
    files = {path.relative_to(folder).as_posix(): path for path in sorted(_below(folder))}
    read: dict[str, bytes] = {}
    problems: list[Problem] = []
    for inside, path in files.items():
        if not (_is_data(inside) or (path.is_dir() and _may_hold_data(inside))):
            continue
        wrong = _leads_out(folder, path, f"{folder.name}/{inside}")
        if wrong:
            problems.append(wrong)
        else:
            with path.open("rb") as file:
                read[inside] = file.read(LARGEST + 1)
    return read, tuple(problems)


def _below(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder, and every link to one or to a folder.

    Raises OSError where a folder cannot be looked into, over which `rglob` passes: what stands there must not be
    missing without a word.
    """
    left = [folder] if folder.is_dir() else []
    while left:
        for path in left.pop().iterdir():
            if path.is_symlink() or path.is_file():
                yield path
            elif path.is_dir() and not path.name.startswith("."):
                left.append(path)


def load_files(name: str, files: Mapping[str, bytes]) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Read the files of a data folder from their bytes, wherever they come from; return what `load_folder` returns.

    `name` is the folder as problems name it; `files` maps the path of each file below it to its bytes. Files that hold
    no data are passed over.
    """
    sheets: list[Sheet] = []
    problems: list[Problem] = [] if has_libyaml() else [_slow(name)]
    for path, data in files.items():
        if not _is_data(path):
            continue
        inside, shown = PurePosixPath(path), _shown(f"{name}/{path}")
        kind = inside.parts[0].removesuffix(".yml")
        wrong = _misplaced(shown, kind, inside)
        if wrong:
            problems.append(wrong)
            continue
        sheet, found = load_text(kind, shown, data)
        problems += found
        sheets += (sheet,) if sheet else ()
    if f"{SETTINGS}.yml" not in files:
        problems.append(
            Problem(
                Mark(f"{name}/dossier.yml"),
                "the file is missing",
                "every dossier has one, with at least a title (data/README.md shows it)",
                "missing-file",
            )
        )
    return tuple(sheets), tuple(problems)


def _is_data(inside: str) -> bool:
    """Tell whether a path below the data folder is a file of data: YAML, not hidden, not a schema."""
    return PurePosixPath(inside).suffix.lower() in (".yml", ".yaml") and _may_hold_data(inside)


def _may_hold_data(inside: str) -> bool:
    parts = PurePosixPath(inside).parts
    return parts[0] not in _IGNORED_FOLDERS and not any(part.startswith(".") for part in parts)


def _leads_out(folder: Path, path: Path, shown: str) -> Problem | None:
    """Refuse a link to a file elsewhere: what a pull request brings along must not show what it does not bring."""
    if path.is_dir():
        said, expected = "this link leads to a folder, which is not read", "put the folder itself here"
    elif path.is_symlink() and not path.is_file():
        said, expected = "this link leads to no file", "put the file itself here, or delete the link"
    elif not path.resolve().is_relative_to(folder.resolve()):
        said, expected = "this link leads out of the data folder", "put the file itself here"
    else:
        return None
    return Problem(Mark(_shown(shown)), said, expected, "file-name")


def _shown(path: str) -> str:
    """Return a path as people can be shown it: a name may hold line breaks, and bytes that are no text."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in path)


def load_text(kind: str, path: str, data: bytes) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read one file from its bytes; `kind` says what it holds, `path` how problems name it."""
    text, problems = read_text(path, data)
    if problems:
        return None, problems
    value, found = build(path, text)
    return (None if value is None else Sheet(kind, path, value)), found


def _misplaced(shown: str, kind: str, inside: PurePosixPath) -> Problem | None:
    if inside.suffix != ".yml":
        return Problem(
            Mark(shown), f"the ending `{inside.suffix}` is not read", f"rename it to `{inside.stem}.yml`", "file-name"
        )
    if kind not in _KNOWN:
        return _unknown_kind(shown, kind, inside)
    if kind == DOCUMENTS and len(inside.parts) == 1:
        return Problem(
            Mark(shown), "documents have a file each", "make it a folder: `documents/<source-id>.yml`", "file-name"
        )
    if kind == SETTINGS and len(inside.parts) > 1:
        return Problem(Mark(shown), "`dossier` is one file, not a folder", "expected `dossier.yml`", "file-name")
    return None


def _unknown_kind(shown: str, kind: str, inside: PurePosixPath) -> Problem:
    """Word that a name is none of the kinds: written otherwise, a copy of one, or nothing of the sort."""
    rest = "/".join(("", *inside.parts[1:])) if len(inside.parts) > 1 else ".yml"
    if kind.lower() in _KNOWN:
        said, expected = "file names are in lower case", f"rename it to `{kind.lower()}{rest}`"
        return Problem(Mark(shown), said, expected, "file-name")
    copied = re.match(rf"({'|'.join(_KNOWN)})\b", kind, re.IGNORECASE)
    if copied:
        said = f"this looks like a copy of `{copied[1].lower()}`"
        expected = f"delete it, or put it into the folder `{copied[1].lower()}/`"
        return Problem(Mark(shown), said, expected, "file-name")
    hint = did_you_mean(kind, _KNOWN)
    said = f"no kind of entry is called `{_shown(kind)}`"
    return Problem(Mark(shown), said, hint or f"expected one of {', '.join(_KNOWN)}", "file-name")


def _slow(name: str) -> Problem:
    return Problem(
        Mark(name),
        "PyYAML was installed without its C library (libyaml), so reading is about seven times slower",
        "install a wheel of PyYAML, or libyaml before PyYAML",
        "no-libyaml",
        Severity.WARNING,
    )
