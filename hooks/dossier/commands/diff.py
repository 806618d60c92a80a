"""`dossier diff`: what changed between two versions of the data, in words, and what follows from it."""

import argparse
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from .. import git
from ..changes.as_json import json_of
from ..changes.as_markdown import markdown_of
from ..changes.as_text import text_of
from ..changes.outline import outline_of
from ..changes.report import Report, report_of
from ..changes.sides import side_of
from ..load import bytes_of
from ..problem import did_you_mean
from ..report import To, Words
from ..voice import Voice, voice_of
from .place import keep_out, write_whole
from .refusing import Unusable, refuse
from .screen import width

FORMATS: Final = ("text", "markdown", "json")
ENDINGS: Final = (".yml", ".yaml")
WORKING: Final = "the working tree"
STAGED: Final = "what is staged"


class Chosen(NamedTuple):
    """A version that was asked for: how it was named, its commit if it is one, its files below the data folder."""

    name: str
    commit: str | None
    files: Mapping[str, bytes]

    def words(self, voice: Voice) -> Words:
        """Return what the version is called, with its commit in short."""
        if self.commit is None:
            return (voice.text("the working tree") if self.name == WORKING else voice.text("what is staged"),)
        short = To(self.commit[:7])
        return (short,) if self.commit.startswith(self.name) else (To(self.name), " (", short, ")")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "before",
        nargs="?",
        default="HEAD",
        metavar="REV1",
        help="the version before: a branch, tag or commit (HEAD); `main...` is where this branch left main, "
        "`one..two` and `one...two` are as in git diff",
    )
    parser.add_argument("after", nargs="?", metavar="REV2", help="the version after (the files as they are on disk)")
    parser.add_argument("--staged", action="store_true", help="take what is staged in git as the version after")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it (text)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file, not to the terminal")
    parser.add_argument("--exit-code", action="store_true", help="return 1 if anything changed, as git diff does")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (data)")


def run(options: argparse.Namespace) -> int:
    """Print what changed; return 0, with --exit-code 1 if anything did, 2 if the versions cannot be had."""
    keep_out(options.output, options.data)
    try:
        before, after = _chosen(options)
        report = _compared(before, after, options.data.absolute().name)
        _put(_printed(options, report, (before, after)), options.output)
    except git.GitError as error:
        return refuse(error)
    return int(options.exit_code and not report.empty)


# The two versions


def _chosen(options: argparse.Namespace) -> tuple[Chosen, Chosen]:
    """Return both versions. Raises Unusable for what git does not know, GitError where it cannot answer."""
    data = options.data.absolute()
    root = git.root(_existing(data))
    if root is None:
        raise Unusable(f"{options.data} stands in no git repository, so there are no versions to compare")
    first, after = options.before, options.after
    base = "..." in first
    if ".." in first:
        if after is not None:
            raise Unusable(f"`{first}` names both versions already; leave out `{after}`")
        first, _, after = first.partition("..." if base else "..")
        first, after = first or "HEAD", after or None
    if after and options.staged:
        raise Unusable("--staged is the version after; leave out the second revision")
    start = _revision(root, first)
    if base:
        start = _parting(root, (first, start), _revision(root, after or "HEAD"))
    return _at(root, first, start, data), _after(root, after, options.staged, data)


def _existing(data: Path) -> Path:
    """Return the folder, or the nearest one above it that exists: the data may be gone, and its versions not."""
    return next(folder for folder in (data, *data.parents) if folder.is_dir())


def _revision(root: Path, name: str) -> str:
    found = git.revision(root, name)
    if found is None:
        raise Unusable(f"git knows no version `{name}`; {_advice(root, name)}")
    return found


def _advice(root: Path, name: str) -> str:
    hint = did_you_mean(name, git.names(root))
    if hint:
        return hint
    if git.is_shallow(root):
        return "this copy has only the newest versions: `git fetch --unshallow` gets the others"
    return "name a branch, a tag or a commit; `git log --oneline` lists the commits"


def _parting(root: Path, first: tuple[str, str], other: str) -> str:
    """Return where two versions parted. Raises Unusable if that is not known."""
    found = git.merge_base(root, first[1], other)
    if found:
        return found
    hint = "this copy has only the newest versions: `git fetch --unshallow` gets the others"
    why = hint if git.is_shallow(root) else f"they have no common history; `dossier diff {first[0]}` compares with it"
    raise Unusable(f"where `{first[0]}` was left is not known: {why}")


def _at(root: Path, name: str, commit: str, data: Path) -> Chosen:
    return Chosen(name, commit, _sorted(git.files_at(root, commit, data)))


def _after(root: Path, name: str | None, staged: bool, data: Path) -> Chosen:
    if name:
        return _at(root, name, _revision(root, name), data)
    if staged:
        return Chosen(STAGED, None, _sorted(git.files_staged(root, data)))
    return Chosen(WORKING, None, _sorted(bytes_of(data)[0]))


def _sorted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the data files in the order of their paths, as a folder is read."""
    found = [path for path in files if PurePosixPath(path).suffix.lower() in ENDINGS]
    return {path: files[path] for path in sorted(found, key=PurePosixPath)}


# What is said of them


def _compared(before: Chosen, after: Chosen, name: str) -> Report:
    if not before.files and not after.files:
        raise Unusable(f"there is no data in {name} in either version; name its folder with --data")
    first, then = side_of(before.files, name), side_of(after.files, name)
    return report_of(first, then, voice_of(then.dossier.settings.language), differ=before.files != after.files)


def _printed(options: argparse.Namespace, report: Report, sides: tuple[Chosen, Chosen]) -> str:
    before, after = sides
    if options.format == "json":
        return json_of(report, *({"name": side.name, "commit": side.commit} for side in sides))
    voice = report.voice
    outline = outline_of(report, (before.words(voice), after.words(voice)), voice)
    if options.format == "text":
        return text_of(outline, min(100, width()))
    cut = voice.text("{n} more entries or findings are not shown: the report would be too long for this place.")
    return markdown_of(outline, rtl=voice.direction == "rtl", cut=cut)


def _put(text: str, output: Path | None) -> None:
    if output:
        write_whole(output, text)
    else:
        print(text, end="")
