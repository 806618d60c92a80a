"""One golden case: from its files to the dossier and every problem, on the way a build takes."""

import shutil
from collections.abc import Iterator, Mapping
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
    texts |= {path: "".join(_repeated(given)).encode() for path, given in case.get("repeated", {}).items()}
    for path, data in (escaped | texts).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for path, target in case.get("links", {}).items():
        (folder / path).symlink_to(target)
    if "limit" in case:
        monkeypatch.setattr(dossier.load.text, "LARGEST", int(case["limit"]))
    pages = {path.removeprefix("docs/"): texts[path].decode() for path in texts if path.startswith("docs/")}
    files = frozenset(path.removeprefix("docs/") for path in texts if path.startswith("docs/"))
    return read(folder / "data", Site(handwritten=pages, files=files or None, drafts=case.get("drafts") != "false"))


def _repeated(given: Mapping[str, str]) -> Iterator[str]:
    """Yield the pieces of a file too long to be written out: `text` so many `times`, each with its number for `{n}`."""
    yield given.get("before", "")
    for number in range(int(given["times"])):
        yield given["text"].replace("{n}", str(number))
    yield given.get("after", "")
