"""What git knows of a data folder: the files of a revision, and those that are staged. Reads only; changes nothing.

Every call asks the `git` on the path, in English and without pager, prompt or lock, and takes file names as git stores
them. What git cannot answer is a `GitError`, whose text is meant for people.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_OPTIONS: Final = ("--no-pager", "-c", "core.quotepath=true", "-c", "core.fsmonitor=false", "-c", "color.ui=false")
_SURROUNDINGS: Final = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}
_ANOTHERS: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"})
"""What git sets for its hooks. It speaks of the repository of the commit, which may not be the one that is asked."""
_HASH: Final = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PLAIN_FILE: Final = b"100"
"""How the modes of files begin; a link (120000) and a submodule (160000) hold no text of this repository."""


class GitError(Exception):
    """Git is missing or cannot answer; the text says why, in a line."""


class GitMissing(GitError):
    """There is no git on this machine."""


def run(root: Path, *arguments: str, given: bytes = b"", fine: tuple[int, ...] = (0,)) -> bytes:
    """Return what one git command prints in a folder; `given` is what it reads. Raises GitError for other exits."""
    command, surroundings = asked(root, *arguments)
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=surroundings, check=False)
    except FileNotFoundError as error:
        raise GitMissing("git is not installed, or not on the PATH") from error
    except (OSError, ValueError) as error:  # a file that may not be run; a NUL in an argument
        raise GitError(f"git could not be run: {error}") from error
    if done.returncode not in fine:
        raise GitError(_said(done.stderr) or f"git {arguments[0]} failed with exit code {done.returncode}")
    return done.stdout


def asked(root: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """Return the words of a git command in a folder, and the environment it runs in."""
    kept = {name: value for name, value in os.environ.items() if name not in _ANOTHERS}
    return ["git", *_OPTIONS, "-C", str(root), *arguments], kept | _SURROUNDINGS


def _said(complaint: bytes) -> str:
    """Return the first line of what git complains of that says something, without `fatal:`."""
    lines = [line.strip() for line in complaint.decode("utf-8", "replace").splitlines()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or [line for line in lines if line]
    return re.sub(r"^(?:fatal|error):\s*", "", telling[0]) if telling else ""


# The repository and its revisions


def root(folder: Path) -> Path | None:
    """Return the top of the working tree a folder stands in; None if it stands in none. Raises GitError without git."""
    try:
        printed = run(folder, "rev-parse", "--show-toplevel")
    except GitError as error:
        if "not a git repository" in str(error) or "must be run in a work tree" in str(error):
            return None
        raise
    return Path(_text(printed.removesuffix(b"\n")))


def revision(root: Path, name: str) -> str | None:
    """Return the full hash of the commit that a branch, tag, hash or expression such as `HEAD~2` names; None if none.

    A name that begins with `-` would be an option, and is the name of no revision (git-check-ref-format).
    """
    if not name or name.startswith("-") or "\0" in name:
        return None
    found = run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", fine=(0, 1, 128)).strip()
    return found.decode("ascii") if _HASH.fullmatch(found) else None


def names(root: Path) -> tuple[str, ...]:
    """Return the names of all branches and tags, short. Raises GitError."""
    return tuple(run(root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split())


def merge_base(root: Path, one: str, other: str) -> str | None:
    """Return the commit at which two revisions parted; None if they share no history, as in a shallow clone."""
    found = run(root, "merge-base", _no_option(one), _no_option(other), fine=(0, 1)).split()
    return found[0].decode("ascii") if found else None


def is_shallow(root: Path) -> bool:
    """Tell whether the clone holds only the newest part of the history."""
    return run(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def below(root: Path, folder: Path) -> str:
    """Return a folder as git names it: from the top, with slashes; empty for the top. Raises GitError if outside."""
    try:
        relative = folder.resolve().relative_to(root.resolve()).as_posix()
    except ValueError as error:
        raise GitError(f"{folder} is not part of the repository in {root}") from error
    return "" if relative == "." else relative


# Files


def files_at(root: Path, rev: str, folder: Path, suffix: str = "") -> dict[str, bytes]:
    """Return path below the folder → bytes of every file that stood there at a revision; links are left out.

    With a suffix, such as `.yml`, only those files are read. A folder that was not there yet had no files.
    Raises GitError if the revision does not exist. Two processes, whatever the number of files.
    """
    names = {name: hash_ for name, hash_ in _tree(root, rev, below(root, folder)) if name.endswith(suffix)}
    return dict(zip(names, _blobs(root, list(names.values())), strict=True))


def files_staged(root: Path, folder: Path) -> dict[str, bytes]:
    """Return path below the folder → bytes of every plain file in the index: what the next commit would hold.

    Raises GitError, also amid a merge.
    """
    inside = below(root, folder)
    start = f"{inside}/" if inside else ""
    found: dict[str, bytes] = {}
    for record in _records(run(root, "ls-files", "--stage", "-z", "--", inside or ".")):
        about, _, path = record.partition(b"\t")
        mode, hash_, stage = about.split(b" ")
        if stage != b"0":
            raise GitError(f"a merge is not finished: {_text(path)} has several versions in the index")
        if mode.startswith(_PLAIN_FILE):
            found[_text(path).removeprefix(start)] = hash_
    return dict(zip(found, _blobs(root, list(found.values())), strict=True))


def _tree(root: Path, rev: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the folder and the hash of each plain file."""
    within = ("--", folder) if folder else ()
    start = f"{folder}/" if folder else ""
    for record in _records(run(root, "ls-tree", "-r", "-z", "--full-tree", _no_option(rev), *within)):
        about, _, path = record.partition(b"\t")
        mode, _, hash_ = about.split(b" ")
        name = _text(path)
        if mode.startswith(_PLAIN_FILE) and name.startswith(start):
            yield name.removeprefix(start), hash_


def _blobs(root: Path, hashes: list[bytes]) -> Iterator[bytes]:
    """Yield the bytes of each object. `cat-file --batch` answers `<hash> blob <size>`, the bytes, and a line feed."""
    if not hashes:
        return
    printed = run(root, "cat-file", "--batch", given=b"\n".join(hashes) + b"\n")
    at = 0
    for hash_ in hashes:
        end = printed.index(b"\n", at)
        head = printed[at:end].split(b" ")
        if len(head) != 3:
            raise GitError(f"git has lost the object {hash_.decode()}; `git fsck` says more")
        at = end + 1 + int(head[2]) + 1
        yield printed[end + 1 : at - 1]


# Text and arguments


def _records(printed: bytes) -> list[bytes]:
    """Return what `-z` separates."""
    return printed.split(b"\0")[:-1]


def _text(name: bytes) -> str:
    """Return a file name as `pathlib` has it; a name that is no UTF-8 keeps its bytes (PEP 383)."""
    return os.fsdecode(name)


def _no_option(rev: str) -> str:
    """Return a revision that git cannot take for an option."""
    if rev.startswith("-"):
        raise GitError(f"`{rev}` is the name of no revision")
    return rev
