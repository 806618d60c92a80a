"""The files of a folder as they are staged in git: what the next commit would hold. Used by `dossier diff --staged`."""

import os
from pathlib import Path

from .. import git


def files_staged(root: Path, folder: Path) -> dict[str, bytes]:
    """Return path below the folder → bytes of every plain file in the index. Raises GitError, also amid a merge."""
    inside = git.below(root, folder)
    start = f"{inside}/" if inside else ""
    listed = git.run(root, "ls-files", "--stage", "-z", "--", inside or ".").split(b"\0")[:-1]
    found: dict[str, str] = {}
    for record in listed:
        about, _, path = record.partition(b"\t")
        mode, hash_, stage = about.decode("ascii").split(" ")
        if stage != "0":
            raise git.GitError(f"a merge is not finished: {os.fsdecode(path)} has several versions in the index")
        if mode.startswith("100"):
            found[os.fsdecode(path).removeprefix(start)] = hash_
    return dict(zip(found, _blobs(root, list(found.values())), strict=True))


def _blobs(root: Path, hashes: list[str]) -> list[bytes]:
    """Return the bytes of objects: after each head `<hash> <type> <size>` stand as many bytes and a line feed."""
    printed = git.run(root, "cat-file", "--batch", given="".join(f"{hash_}\n" for hash_ in hashes).encode())
    blobs: list[bytes] = []
    for _ in hashes:
        head, _, printed = printed.partition(b"\n")
        size = int(head.rsplit(b" ", 1)[1])
        blobs.append(printed[:size])
        printed = printed[size + 1 :]
    return blobs
