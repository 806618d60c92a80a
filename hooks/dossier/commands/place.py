"""Where a command runs: the data folder, the folder of hand-written pages, and the data as it stands there."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..links import Repository
from ..problem import Problem
from ..reading import Site
from ..trouble import count


def add_folders(parser: argparse.ArgumentParser) -> None:
    """Declare the two options every command has that reads a dossier."""
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (data)")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of hand-written pages (docs)")


def site_of(options: argparse.Namespace) -> Site:
    """Return what the core must know around the data."""
    given = {name: getattr(options, name, "") for name in ("repo_url", "edit_base", "site_url")}
    repository = Repository(**given)
    return Site(handwritten_pages(options.docs), options.docs.name, repository)


def handwritten_pages(docs: Path) -> dict[str, str]:
    """Return the hand-written pages of a docs folder; a README is about the folder, not a page of the site."""
    return {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8-sig")
        for path in sorted(docs.rglob("*.md"))
        if path.name != "README.md"
    }


def is_missing(folder: Path) -> bool:
    """Tell whether a folder is missing, and say so."""
    if folder.is_dir():
        return False
    print(f"there is no folder {folder}; run this where the folder `data` is, or name one with --data", file=sys.stderr)
    return True


def warn(problems: Sequence[Problem]) -> int:
    """Say on the other channel that the data has problems; return 1 if one of them is an error."""
    if problems:
        print(f"the data has {count(problems)}; `dossier check` lists each with its place", file=sys.stderr)
    return int(any(problem.is_error for problem in problems))


def write(path: Path, text: str) -> None:
    """Write a file with UTF-8 and line feeds, whatever the system's own are, and the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, as UTF-8 with line feeds. Raises OSError."""
    draft = draft_of(path, text.encode())
    try:
        draft.replace(path.resolve())
    except OSError:
        draft.unlink()
        raise


def draft_of(path: Path, data: bytes) -> Path:
    """Write what a file is to hold beside it, with the rights it has or a new file gets. Raises OSError."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=target.parent, prefix=".", suffix=".draft", delete=False) as draft:
        draft.write(data)
    if target.exists():
        shutil.copymode(target, draft.name)
    else:
        # A draft is for its owner's eyes; a new file is as open as the folder's owner wants new files to be.
        mask = os.umask(0)
        os.umask(mask)
        Path(draft.name).chmod(0o666 & ~mask)
    return Path(draft.name)
