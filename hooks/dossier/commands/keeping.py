"""Data files read as bytes and written back, and what became of their problems.

All of them are written or none, and never over what somebody else wrote meanwhile.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..load import bytes_of
from ..problem import Problem, new_ones
from .place import draft_of, naming
from .refusing import Unusable


class Changed(OSError):
    """A file is no longer what was read; nothing was written."""


def data_files(folder: Path) -> dict[str, bytes]:
    """Return the YAML files of a data folder: path below it → bytes, in order of their path.

    Raises OSError; Unusable where a link leads out of the folder, since what it leads to would be written over.
    """
    files, refused = bytes_of(folder)
    if refused:
        raise Unusable(f"{refused[0]}\nnothing was written")
    return files


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
    whole = False
    try:
        for path, data in new.items():
            drafts[path] = draft_of(path, data)
        for path, draft in drafts.items():
            # A link stays a link: what it leads to is replaced.
            done.append(path)
            with naming(path):
                draft.replace(path.resolve())
        for path in removed:
            done.append(path)
            path.unlink()
        whole = True
    finally:
        if not whole:  # also after Ctrl-C
            _put_back(done, before)
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _put_back(done: Iterable[Path], before: Mapping[Path, bytes]) -> None:
    for path in done:
        if path in before:
            path.resolve().write_bytes(before[path])
        else:
            path.unlink(missing_ok=True)


def came_with(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that a change brought: one that was there before is known, also when its line has moved."""
    return new_ones(after, map(_same, before), _same)


def _same(problem: Problem) -> tuple[str, str, str]:
    """Return what two findings of one problem share."""
    return problem.mark.path, problem.rule, problem.message
