"""Why a command did not do what it was asked: one line on the other channel, and the exit code 2.

`__main__` says it for every command: a command catches only what it can word better.
"""

import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_PLAIN: Final = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "you may not do that there; its owner can allow it",
    errno.EPERM: "you may not do that there; its owner can allow it",
    errno.EROFS: "the disk can only be read",
    errno.EISDIR: "it is a folder, and a file is expected",
    errno.ENOTDIR: "a file stands where a folder is expected",
    errno.EEXIST: "a file of this name is there already",
    errno.EFBIG: "it would be larger than is allowed there",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}
"""What people are told instead of the words of the system, where these are terse."""


class Unusable(Exception):
    """What was asked cannot be done; the text says why and what to do."""


def refuse(message: object) -> int:
    """Say on the other channel why nothing was done; return the code for that."""
    print(message, file=sys.stderr)
    return 2


def why(error: OSError) -> str:
    """Return in one line what the system refused, and for which file."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        # A folder that could not be copied: each file of it with the reason.
        source, target, reason = error.args[0][0]
        more = len(error.args[0]) - 1
        return f"{source} cannot be copied to {target}: {reason}{f' (and {more} more)' if more else ''}"
    if error.errno is None:
        return str(error)
    reason = _PLAIN.get(error.errno, error.strerror or str(error))
    if error.filename is None:  # what is printed: a disk may be full behind `>` as well
        return f"the output cannot be written: {reason}"
    path = Path(os.fsdecode(error.filename))
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return f"{shown} cannot be read or written: {reason}"
