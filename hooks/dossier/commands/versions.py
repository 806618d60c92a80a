"""The data and the hand-written pages as they stand on disk, and as they stood at a revision of git."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from .. import git
from ..load import bytes_of
from ..load.saved import wrong_bytes
from ..problem import Problem, did_you_mean, in_order
from ..reading import Site, read_files
from ..since import Version
from .refusing import Unusable

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders a dossier is in, as absolute paths: problems name a folder by its last part, which `.` has not."""

    data: Path
    docs: Path

    @classmethod
    def of(cls, data: Path, docs: Path) -> "Folders":
        # Not `resolve`: a link keeps the name by which people know it, and `absolute` keeps `..`.
        return cls(Path(os.path.abspath(data)), Path(os.path.abspath(docs)))  # noqa: PTH100

    def real(self, shown: str) -> Path:
        """Return the file that a problem names."""
        top = self.data.parent if PurePosixPath(shown).parts[:1] == (self.data.name,) else self.docs.parent
        return top / shown


def on_disk(folders: Folders) -> Version:
    """Read and check both folders. Raises OSError if a file cannot be read."""
    data, refused = bytes_of(folders.data)
    pages = {path.relative_to(folders.docs).as_posix(): path for path in folders.docs.rglob("*.md") if path.is_file()}
    return _version(folders, data, {inside: path.read_bytes() for inside, path in pages.items()}, refused)


def at_revision(folders: Folders, given: str) -> tuple[Version, str]:
    """Return both folders as they stood where this branch left a revision, checked, and the commit that is.

    Raises Unusable if git cannot say.
    """
    try:
        root = git.root(folders.data)
        if root is None:
            raise Unusable(
                f"{folders.data} stands in no repository of git, so nobody knows what has changed; "
                "leave out --changed-since to check everything"
            )
        commit = _parting(root, given)
        data = git.files_at(root, commit, folders.data)
        docs = git.files_at(root, commit, folders.docs, ".md") if folders.docs.is_dir() else {}
    except git.GitError as error:
        raise Unusable(f"--changed-since {given}: {error}") from error
    return _version(folders, data, docs), commit


def _parting(root: Path, given: str) -> str:
    """Return the commit at which this branch left the given one: what others did there since is no change of ours."""
    commit, head = git.revision(root, given), git.revision(root, "HEAD")
    shallow = git.is_shallow(root)
    if commit is None:
        raise Unusable(f"git knows no revision `{given}`; {_advice(root, given, shallow)}")
    common = git.merge_base(root, commit, head) if head else None
    if common is None:
        why = "this clone is shallow" if shallow else "the two have no common history"
        print(f"{why}, so the comparison is with `{given}` as it is now", file=sys.stderr)
    return common or commit


def _advice(root: Path, given: str, shallow: bool) -> str:
    if shallow:
        return (
            "this clone holds only the newest commits: `git fetch --unshallow` gets the others, "
            "`fetch-depth: 0` at actions/checkout in a workflow"
        )
    return (
        did_you_mean(given, ("HEAD", *git.names(root)))
        or "name a branch, a tag or a commit, such as `origin/main` or `HEAD`"
    )


def _version(
    folders: Folders, data: Mapping[str, bytes], docs: Mapping[str, bytes], refused: Sequence[Problem] = ()
) -> Version:
    """Read and check both folders from their bytes, in the order of their paths."""
    data = dict(sorted(data.items(), key=lambda file: PurePosixPath(file[0])))
    pages = {path: docs[path] for path in sorted(docs) if PurePosixPath(path).name != "README.md"}
    wrong, texts = _texts(folders.docs.name, pages)
    reading = read_files(folders.data.name, data, Site(texts, folders.docs.name), refused)
    files = {f"{folders.data.name}/{path}": content for path, content in data.items()}
    files |= {f"{folders.docs.name}/{path}": content for path, content in pages.items()}
    return Version(replace(reading, problems=in_order((*reading.problems, *wrong))), files)


def _texts(name: str, pages: Mapping[str, bytes]) -> tuple[list[Problem], dict[str, str]]:
    """Return what is wrong with the bytes of the pages, and the texts of the others."""
    wrong: list[Problem] = []
    texts: dict[str, str] = {}
    for path, data in pages.items():
        found = wrong_bytes(f"{name}/{path}", data.removeprefix(_BOM))
        if found:
            wrong.append(found)
        else:
            texts[path] = data.decode("utf-8-sig").replace("\r\n", "\n")
    return wrong, texts
