"""One golden case: from its files to the dossier and every problem, on the way a build takes."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import dossier.load.text
from dossier.model import Dossier
from dossier.pipeline import Site, read
from dossier.problem import Problem

GOLDEN = Path(__file__).parent / "golden"


def read_case(
    case: Mapping[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Dossier, tuple[Problem, ...]]:
    """Write a case below `folder`; return its dossier and its problems in order of place."""
    shutil.copytree(GOLDEN / "base", folder, dirs_exist_ok=True)
    for path in case.get("without", ()):
        (folder / path).unlink()
    escaped = {
        path: text.encode("ascii").decode("unicode_escape").encode("latin-1")
        for path, text in case.get("bytes", {}).items()
    }
    texts = {path: text.encode() for path, text in case.get("files", {}).items()}
    for path, data in (escaped | texts).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    if "limit" in case:
        monkeypatch.setattr(dossier.load.text, "LARGEST", int(case["limit"]))
    pages = {path.removeprefix("docs/"): texts[path].decode() for path in texts if path.startswith("docs/")}
    files = frozenset(path.removeprefix("docs/") for path in texts if path.startswith("docs/"))
    return read(folder / "data", Site(handwritten=pages, files=files or None))
