"""Data files read as bytes and written back: all of them or none, and never over what somebody else wrote meanwhile."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from .place import draft_of


class Changed(OSError):
    """A file is no longer what was read; nothing was written."""


def data_files(folder: Path) -> dict[str, bytes]:
    """Return the YAML files of a data folder: path below it → bytes, in order of their path. Raises OSError."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".yml", ".yaml") and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def replace_all(new: Mapping[Path, bytes], before: Mapping[Path, bytes], gone: Iterable[Path] = ()) -> None:
    """Write all of these files and remove those that are `gone`, or change nothing.

    `before` has the bytes of each file as it was read; a file that is not in it must not be there. Raises OSError,
    `Changed` if a file is not what was read; then all is as it was.
    """
    removed = list(gone)
    for path in (*new, *removed):
        if (path.read_bytes() if path.exists() else None) != before.get(path):
            raise Changed(f"{path} was changed meanwhile; nothing was written, run the command again")
    drafts: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, data in new.items():
            drafts[path] = draft_of(path, data)
        for path, draft in drafts.items():
            # A link stays a link: what it leads to is replaced.
            draft.replace(path.resolve())
            done.append(path)
        for path in removed:
            path.unlink()
            done.append(path)
    except OSError:
        _put_back(done, before)
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _put_back(done: Iterable[Path], before: Mapping[Path, bytes]) -> None:
    for path in done:
        if path in before:
            path.resolve().write_bytes(before[path])
        else:
            path.unlink()


def refuse(message: object) -> int:
    """Say on the other channel why nothing was done; return the code for that."""
    print(message, file=sys.stderr)
    return 2
