"""A file of a recorded version cut into its entries before it is read, so that each text of an entry is parsed once."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from ..load import DOCUMENTS, FILES, SETTINGS, load_text
from .laid import Laid, version_of

Pieces = Mapping[bytes, tuple[Laid, ...]]
"""The parts of a file by their text, each with the entries in it."""

_ENTRY: Final = re.compile(rb"^- ", re.MULTILINE)
_NOTHING: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
"""Comments and empty lines: what may stand above the first entry."""


def pieces_of(path: str, data: bytes | None, known: Pieces) -> Pieces | None:
    """Return the parts of a file with their entries; None if it cannot be read.

    Parts that are known are not read again; `known` holds parts of the same kind of file, since the text alone does
    not tell a claim from a term.
    """
    if data is None:
        return {}
    parts = _parts(path, data)
    found = {part: known[part] if part in known else _read(path, part) for part in parts}
    # What looks like the beginning of an entry may stand inside a quoted text: then the parts mean something else.
    if len(parts) > 1 and any(entries is None or len(entries) != 1 for entries in found.values()):
        found = {data: _read(path, data)}
    return None if None in found.values() else {part: entries for part, entries in found.items() if entries is not None}


def _parts(path: str, data: bytes) -> tuple[bytes, ...]:
    """Return the entries of a list, each with its lines; a file that is none, or begins otherwise, is one part."""
    starts = [match.start() for match in _ENTRY.finditer(data)]
    head = _NOTHING.match(data)
    if kind_of(path) not in FILES or not starts or not head or head.end() < starts[0]:
        return (data,)
    return tuple(data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True))


def _read(path: str, data: bytes) -> tuple[Laid, ...] | None:
    """Return the entries of a part of a file; None if it cannot be read, or its entries have no ids."""
    sheet, problems = load_text(kind_of(path) or "", path, data)
    if any(problem.is_error for problem in problems):
        return None
    version = version_of((sheet,) if sheet else (), ())
    return None if version.problems else tuple(version.entries.values())


def kind_of(path: str) -> str | None:
    """Return what a file of the data folder holds, as `load` reads it; nothing for a file that is no data."""
    inside = PurePosixPath(path)
    if inside.suffix != ".yml" or any(part.startswith(".") for part in inside.parts):
        return None
    kind = inside.parts[0].removesuffix(".yml")
    deep = len(inside.parts) > 1
    fits = kind in FILES or (kind == DOCUMENTS and deep) or (kind == SETTINGS and not deep)
    return kind if fits else None
