"""The versions of a data folder, read from git in one pass: one `git log`, and one `git cat-file` for the files.

`--first-parent`: what readers saw is what came onto this branch, so a merged branch is one change, on the day it was
merged. Whatever git cannot say is a `Gap` with the reason; nothing here fails a build.
"""

import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final, NamedTuple

from .changes.history import Gap, Moment, Past, Revision, past_of
from .git import GitError, GitMissing, asked, below, is_shallow, revision, root, run
from .load import bytes_of
from .load.text import UNSEEN

_FORMAT: Final = "--format=tformat:%x01%H%x00%P%x00%cI%x00%s%x00%b"
_LOG: Final = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--reverse",
    "--root",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--no-show-signature",
    "-O/dev/null",  # whatever diff.orderFile says
    "--encoding=UTF-8",
    "--full-diff",  # what else a commit changed decides whether its subject is about the data
    _FORMAT,
)
_PLAIN_FILE: Final = b"100"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What git knows of a data folder, and of which commit it was asked; `said` is git's own word of what failed."""

    past: Past
    head: tuple[str, ...] = ()
    said: str = ""


class _Commit(NamedTuple):
    """A commit, and the hash of each file it changed; None for a file that is gone."""

    moment: Moment
    files: dict[str, bytes | None]


def recorded(data: Path, kept: Recorded | None = None) -> Recorded:
    """Return the folded history of a data folder; what was kept of an earlier call, while HEAD is the same.

    Never raises: without git, outside of a repository, or where git fails, the past is a gap with its reason.
    """
    try:
        top = root(data)
        if top is None:
            return Recorded(Past(gap=Gap.NO_REPOSITORY))
        inside, head = below(top, data), revision(top, "HEAD")
        if head is None:
            return Recorded(Past(gap=Gap.NOT_RECORDED))
        whole = not is_shallow(top)
        asked_of = (str(top), inside, head, str(whole))
        if kept and kept.head == asked_of:
            return kept
        with _blobs(top) as blobs:
            past = past_of((_revision(commit, blobs) for commit in _followed(top, head, inside)), whole=whole)
        return Recorded(past, asked_of)
    except GitError as error:
        gap = Gap.NO_GIT if isinstance(error, GitMissing) else Gap.FAILED
        return Recorded(Past(gap=gap), said=str(error))


def present(data: Path) -> dict[str, bytes]:
    """Return path below the data folder → bytes of each YAML file that stands there now. Raises OSError."""
    return bytes_of(data)[0]


def _followed(top: Path, head: str, inside: str) -> Iterator[_Commit]:
    """Yield the commits that changed a YAML file of the folder, the oldest first, wherever it stood at the time.

    A folder that is given another name or place is no new dossier: its entries were there before.
    """
    commits = _commits(top, head, inside)
    first = next(commits, None)
    if first is None:
        return
    before = revision(top, f"{first.moment.commit}^1")
    earlier = _moved_from(top, before, first.moment.commit, inside) if before else None
    if before and earlier is not None:
        there: set[str] = set()
        for commit in _followed(top, before, earlier):
            there |= commit.files.keys()
            yield commit
        first = _Commit(first.moment, dict.fromkeys(there) | first.files)
    yield first
    yield from commits


def _moved_from(top: Path, before: str, commit: str, inside: str) -> str | None:
    """Return the folder from which a commit moved most files of a folder, as they were; None if it moved none."""
    printed = run(top, "diff-tree", "-r", "-z", "-M100%", "--diff-filter=R", "--name-status", before, commit)
    names = iter(printed.decode("utf-8", "surrogateescape").split("\0")[:-1])
    found: Counter[str] = Counter()
    for _, old, new in zip(names, names, names, strict=True):
        name = new.removeprefix(f"{inside}/") if inside else new
        if name.endswith(".yml") and (not inside or name != new) and f"/{old}".endswith(f"/{name}"):
            found[old.removesuffix(name).removesuffix("/")] += 1
    return found.most_common(1)[0][0] if found else None


def _commits(top: Path, head: str, inside: str) -> Iterator[_Commit]:
    """Yield the commits that changed a YAML file of the folder, the oldest first."""
    words = iter(run(top, *_LOG, head, *(("--", inside) if inside else ())).split(b"\0"))
    start = f"{inside}/" if inside else ""
    commit: _Commit | None = None
    for word in words:
        line = word.lstrip(b"\n")
        if line.startswith(b"\x01"):
            if commit and commit.files:
                yield commit
            commit = _Commit(_moment(line[1:], *(next(words) for _ in range(4))), {})
        elif line.startswith(b":") and commit:
            _, mode, _, hash_, _ = line.split(b" ")
            name = next(words).decode("utf-8", "surrogateescape")
            if name.startswith(start) and name.endswith(".yml"):
                commit.files[name.removeprefix(start)] = hash_ if mode.startswith(_PLAIN_FILE) else None
            elif not name.endswith((".md", ".yml")):
                # It changed the program as well, so its subject may be about that; a reader would be puzzled.
                commit = commit._replace(moment=commit.moment._replace(subject=""))
    if commit and commit.files:
        yield commit


def _moment(hash_: bytes, parents: bytes, when: bytes, subject: bytes, body: bytes) -> Moment:
    """Return what is told of a commit. The subject of a merge is written by a program and names branches and accounts;
    what was merged stands in the first line of the text below it, where GitHub and GitLab put the title. Signs that
    nobody sees are taken out, as from the data: some of them turn the text around."""
    said = subject
    if b" " in parents:
        said = next((line for line in body.splitlines() if line.strip()), b"")
    return Moment(
        hash_.decode("ascii"),
        _instant(when.decode("ascii", "replace")),
        UNSEEN.sub("", said.decode("utf-8", "replace")).strip(),
    )


def _instant(when: str) -> str:
    """Return a date of RFC 3339 as every version of git gives it: some write `Z`, others `+00:00`.

    Empty for what is none: programs that write commits have put years of five digits, offsets of 99 hours and words
    there, and such a commit stays in the history for good.
    """
    try:
        datetime.fromisoformat(when)
    except ValueError:
        return ""
    return when.removesuffix("+00:00") + "Z" if when.endswith("+00:00") else when


def _revision(commit: _Commit, blobs: "_Blobs") -> Revision:
    files = {path: None if hash_ is None else blobs.read(hash_) for path, hash_ in commit.files.items()}
    lost = tuple(path for path, hash_ in commit.files.items() if hash_ is not None and files[path] is None)
    return Revision(commit.moment, {path: data for path, data in files.items() if path not in lost}, lost)


class _Blobs:
    """A running `git cat-file --batch`, asked for one object after the other."""

    def __init__(self, asking: IO[bytes], answer: IO[bytes]) -> None:
        self.asking, self.answer = asking, answer

    def read(self, hash_: bytes) -> bytes | None:
        """Return the bytes of an object; None if the clone has not got it, as a partial one may not."""
        try:
            self.asking.write(hash_ + b"\n")
            self.asking.flush()
        except BrokenPipeError as error:
            raise GitError("git ended while it was asked for old versions") from error
        head = self.answer.readline().split()
        if len(head) != 3:
            return None
        data = self.answer.read(int(head[2]))
        self.answer.read(1)
        return data


@contextmanager
def _blobs(top: Path) -> Iterator[_Blobs]:
    command, surroundings = asked(top, "cat-file", "--batch")
    surroundings |= {"GIT_NO_LAZY_FETCH": "1"}  # a build asks no network for what a partial clone left out
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings) as process:
        assert process.stdin, "asked for above"
        assert process.stdout, "asked for above"
        yield _Blobs(process.stdin, process.stdout)
