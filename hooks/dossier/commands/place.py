"""Where a command runs: the data folder, the folder of hand-written pages, and the data as it stands there."""

import argparse
import errno
import os
import shutil
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..links import Repository
from ..load.saved import wrong_bytes
from ..problem import Problem
from ..reading import Site
from ..trouble import count
from .refusing import Unusable


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
    """Return the text of each hand-written page of a docs folder. Raises Unusable for one that is no UTF-8."""
    return {path: text.removeprefix("\ufeff").replace("\r\n", "\n") for path, text in saved_pages(docs).items()}


def saved_pages(docs: Path) -> dict[str, str]:
    """Return the hand-written pages as they are saved, with their own line ends and their byte order mark, if any.

    A README is about the folder, not a page of the site. Raises Unusable for a page that is no UTF-8.
    """
    found = sorted(path for path in docs.rglob("*.md") if path.name != "README.md" and path.is_file())
    return {path.relative_to(docs).as_posix(): _page_text(path) for path in found}


def _page_text(path: Path) -> str:
    data = path.read_bytes()
    wrong = wrong_bytes(path.as_posix(), data.removeprefix(BOM_UTF8))
    if wrong:
        raise Unusable(str(wrong))
    return data.decode("utf-8")


def is_missing(folder: Path) -> bool:
    """Tell whether a folder is missing, and say so."""
    if folder.is_dir():
        return False
    print(f"there is no folder {folder}; run this where the folder `data` is, or name one with --data", file=sys.stderr)
    return True


def keep_out(output: Path | None, data: Path) -> None:
    """Keep a report from taking the place of what it is about. Raises Unusable."""
    if output and output.resolve().is_relative_to(data.resolve()):
        raise Unusable(f"{output} is in the data folder; name a file elsewhere, so that no data is overwritten")


def warn(problems: Sequence[Problem]) -> int:
    """Say on the other channel that the data has problems; return 1 if one of them is an error."""
    if problems:
        print(f"the data has {count(problems)}; `dossier check` lists each with its place", file=sys.stderr)
    return int(any(problem.is_error for problem in problems))


def write(path: Path, text: str) -> None:
    """Write a file with UTF-8 and line feeds, whatever the system's own are, and the folders it stands in."""
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, as UTF-8 with line feeds. Raises OSError."""
    draft = draft_of(path, text.encode())
    try:
        with naming(path):
            draft.replace(path.resolve())
    finally:
        draft.unlink(missing_ok=True)


def draft_of(path: Path, data: bytes) -> Path:
    """Write what a file is to hold beside it, with the rights it has or a new file gets; raises OSError."""
    target = path.resolve()
    draft: Path | None = None
    whole = False
    try:
        with naming(path):
            if target.exists() and not os.access(target, os.W_OK):
                # A file in a folder of one's own could be replaced all the same: somebody wants it to stay.
                raise PermissionError(errno.EACCES, "read-only")
            target.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("wb", dir=target.parent, prefix=".", suffix=".draft", delete=False) as file:
                draft = Path(file.name)
                file.write(data)
            _give_rights(draft, target)
        whole = True
    finally:
        if draft is not None and not whole:  # also after Ctrl-C
            draft.unlink()
    return draft


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give errors of the system the name people know: nobody knows the draft of a file, and a full disk names none."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _give_rights(draft: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, draft)
    else:
        # A draft is for its owner's eyes; a new file is as open as the folder's owner wants new files to be.
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
