"""An import in one call, for tests: the samples, the empty dossier they go into, and what comes of them as text."""

from collections.abc import Mapping
from pathlib import Path

from dossier.importing import Imported, Options, default_file, imported, merged, told
from dossier.load import load_files
from dossier.model import Dossier, read_model

SAMPLES = Path(__file__).parent / "importing" / "samples"
EXPECTED = Path(__file__).parent / "importing" / "expected"
SETTINGS = b"""title: The footbridge of Lower Weir
subtitle: One news report on a closed bridge.
description: An invented case.
language: en
editors:
  - name: The editors of this example
license: CC0-1.0
version: 0.1.0
method: Imported.
story: []
"""
TABLE = {"kind": "event", "columns": {"title": "Was", "when": "Wann", "source": "Quelle"}, "language": "de"}
FORMS = {
    "timeline.json": "timelinejs",
    "timeline.csv": "timelinejs",
    "table.csv": "csv",
    "library.json": "csl",
    "library.bib": "bibtex",
    "places.geojson": "geojson",
    "entities.json": "ftm",
    "claims.json": "claimreview",
}


def empty() -> dict[str, bytes]:
    """Return the files of a dossier without entries."""
    return {"dossier.yml": SETTINGS}


def dossier_of(files: Mapping[str, bytes]) -> Dossier:
    """Return the dossier of these files, which must be in order."""
    sheets, unread = load_files("data", files)
    found, misshapen = read_model(sheets)
    assert not [problem for problem in (*unread, *misshapen) if problem.is_error]
    return found


def bring(data: bytes | str, files: Mapping[str, bytes] | None = None, **options: object) -> Imported:
    """Import bytes, or text, into a dossier, the empty one if none is given."""
    raw = data.encode() if isinstance(data, str) else data
    return imported(raw, dossier_of(files or empty()), Options(**{"name": "input.x", **options}))  # type: ignore[arg-type]


def sample(name: str, files: Mapping[str, bytes] | None = None) -> Imported:
    """Import one of the samples."""
    return bring((SAMPLES / name).read_bytes(), files, name=name, **(TABLE if name == "table.csv" else {}))


def added(found: Imported, files: Mapping[str, bytes] | None = None, name: str = "input.x") -> dict[str, bytes]:
    """Return the files of a dossier with what was imported."""
    given = dict(files or empty())
    targets = {kind: default_file(kind, given, name) for kind in found.drafts_of()}
    return {**given, **{path: text.encode() for path, text in merged(given, found.drafts, targets).items()}}


def as_text(found: Imported, name: str) -> str:
    """Return everything an import gives, for comparison: what it says, then what it writes."""
    files = added(found, name=name)
    written = "".join(f"\n--- {path}\n{text.decode()}" for path, text in files.items() if path != "dossier.yml")
    return "\n".join(told(found)) + "\n" + written
