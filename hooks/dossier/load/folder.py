"""Which files of the data folder are read, and as what."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from ..problem import Mark, Problem, Severity, did_you_mean
from .build import build, has_libyaml
from .nodes import Sheet
from .text import read_text

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
    found = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    files = {path.relative_to(folder).as_posix(): path for path in found}
    return load_files(folder.name, {inside: path.read_bytes() for inside, path in files.items() if _is_data(inside)})


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
        inside, shown = PurePosixPath(path), f"{name}/{path}"
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
    path = PurePosixPath(inside)
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in (".yml", ".yaml") and not hidden and path.parts[0] not in _IGNORED_FOLDERS


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
        hint = did_you_mean(kind, _KNOWN)
        return Problem(
            Mark(shown),
            f"no kind of entry is called `{kind}`",
            hint or f"expected one of {', '.join(_KNOWN)}",
            "file-name",
        )
    if kind == DOCUMENTS and len(inside.parts) == 1:
        return Problem(
            Mark(shown), "documents have a file each", "make it a folder: `documents/<source-id>.yml`", "file-name"
        )
    if kind == SETTINGS and len(inside.parts) > 1:
        return Problem(Mark(shown), "`dossier` is one file, not a folder", "expected `dossier.yml`", "file-name")
    return None


def _slow(name: str) -> Problem:
    return Problem(
        Mark(name),
        "PyYAML was installed without its C library (libyaml), so reading is about seven times slower",
        "install a wheel of PyYAML, or libyaml before PyYAML",
        "no-libyaml",
        Severity.WARNING,
    )
