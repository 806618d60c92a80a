"""Which files of the data folder are read, and as what."""

from pathlib import Path
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
    sheets: list[Sheet] = []
    problems: list[Problem] = [] if has_libyaml() else [_slow(folder)]
    for path in sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ():
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or inside.parts[0] in _IGNORED_FOLDERS:
            continue
        shown = f"{folder.name}/{inside.as_posix()}"
        kind = inside.parts[0].removesuffix(".yml")
        if path.suffix.lower() in (".yml", ".yaml"):
            wrong = _misplaced(shown, kind, inside)
            if wrong:
                problems.append(wrong)
                continue
            sheet, found = load_text(kind, shown, path.read_bytes())
            problems += found
            sheets += (sheet,) if sheet else ()
    if not (folder / "dossier.yml").is_file():
        problems.append(
            Problem(
                Mark(f"{folder.name}/dossier.yml"),
                "the file is missing",
                "every dossier has one, with at least a title (data/README.md shows it)",
                "missing-file",
            )
        )
    return tuple(sheets), tuple(problems)


def load_text(kind: str, path: str, data: bytes) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read one file from its bytes; `kind` says what it holds, `path` how problems name it."""
    text, problems = read_text(path, data)
    if problems:
        return None, problems
    value, found = build(path, text)
    return (None if value is None else Sheet(kind, path, value)), found


def _misplaced(shown: str, kind: str, inside: Path) -> Problem | None:
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


def _slow(folder: Path) -> Problem:
    return Problem(
        Mark(folder.name),
        "PyYAML was installed without its C library (libyaml), so reading is about seven times slower",
        "install a wheel of PyYAML, or libyaml before PyYAML",
        "no-libyaml",
        Severity.WARNING,
    )
