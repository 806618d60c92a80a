"""Bytes of a file to text, refusing what an editor's program may have put there without being seen."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..problem import Mark, Problem
from .saved import wrong_bytes

LARGEST: Final = 16 * 1024 * 1024
"""Bytes a file may have; a kind that outgrows it becomes a folder of files."""

MOST: Final = 20
"""Problems of one sort that are listed for a file: nobody reads on, and each takes a hundred times its text."""

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    # Tags: the flags of England, Scotland and Wales are a black flag with such letters after it.
    + "]+|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
"""Characters that nobody sees, less those that scripts and emoji need: YAML 1.2, production c-printable, less the ones
that reorder or break lines; and the numbers that Unicode says are no characters (23.7)."""

_CONFLICT: Final = re.compile(r"^[ \t]*(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)[^\n]*", re.MULTILINE)


def read_text(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and what is wrong with it as text; the text is empty when it cannot be used.

    `path` is the file as shown to people. A file must be UTF-8 without a byte order mark and hold only characters that
    can be seen. Line ends of Windows become those of Unix.
    """
    if len(data) > LARGEST:
        return "", (
            Problem(
                Mark(path),
                f"the file has more than {LARGEST:,} bytes, too many to be read at once",
                f"split it: `{path}` may become the folder `{path.removesuffix('.yml')}/` with several files in it",
                "size",
            ),
        )
    wrong = wrong_bytes(path, data)
    if wrong:
        return "", (wrong,)
    text = data.decode("utf-8").replace("\r\n", "\n")
    problems = (*capped(path, _unseen(path, text)), *capped(path, _conflicts(path, text)))
    return ("" if problems else text), problems


def capped(path: str, found: Iterator[Problem]) -> list[Problem]:
    """Return the first problems of one sort, and say with the last of them that there are more."""
    listed = list(islice(found, MOST + 1))
    if len(listed) > MOST:
        last = listed[MOST]
        listed[MOST] = Problem(
            Mark(path, last.mark.line, last.mark.column),
            f"this file has more problems of this sort; the first {MOST} are listed",
            "mend those first",
            last.rule,
        )
    return listed


def unseen_problem(mark: Mark, found: re.Match[str], *, escaped: bool = False) -> Problem:
    """Word what is wrong with a run of characters that cannot be seen, in the text or in place of an escape in it."""
    run = found.group()
    name = unicodedata.name(run[0], "")
    code = f"U+{ord(run[0]):04X}{', ' + name.lower() if name else ''}"
    said = f"an invisible character ({code}) stands here"
    if escaped:
        said = f"the text has an escape for an invisible character ({code})"
        return Problem(mark, said, "delete it, from its backslash on", "control-character")
    if len(run) > 1:
        said = f"{len(run)} invisible characters stand here, the first of them {code}"
    return Problem(mark, said, "delete it; it may have come in with copied text", "control-character")


def _at(path: str, text: str, offset: int) -> Mark:
    return Mark(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _unseen(path: str, text: str) -> Iterator[Problem]:
    for found in UNSEEN.finditer(text):
        yield unseen_problem(_at(path, text, found.start()), found)


def _conflicts(path: str, text: str) -> Iterator[Problem]:
    """Yield the markers git leaves, those of diff3 and indented ones as well; seven = alone may underline a title."""
    if all(found.group().startswith((" ", "\t")) and found[1][0] == "=" for found in _CONFLICT.finditer(text)):
        return
    for found in _CONFLICT.finditer(text):
        yield Problem(
            _at(path, text, found.start(1)),
            f"a merge was left half done: the line starts with `{found[1]}`",
            "choose one of the two versions and delete the marker lines",
            "conflict-marker",
        )
