"""Bytes of a file to text, refusing what an editor's program may have put there without being seen."""

import re
from typing import Final

from ..problem import Mark, Problem

LARGEST: Final = 16 * 1024 * 1024
"""Bytes a file may have; a kind that outgrows it becomes a folder of files."""

_NOT_PRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_CONFLICT: Final = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)


def read_text(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file and what is wrong with it as text; the text is empty when it cannot be used.

    `path` is the file as shown to people. A file must be UTF-8 without a byte order mark and hold only printable
    characters (YAML 1.2, production c-printable, less the invisible ones that reorder or break lines).
    """
    if len(data) > LARGEST:
        return "", (
            Problem(
                Mark(path),
                f"the file has {len(data):,} bytes, more than the {LARGEST:,} that are read at once",
                f"split it: `{path}` may become the folder `{path.removesuffix('.yml')}/` with several files in it",
                "size",
            ),
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", (Problem(Mark(path), "the file is saved as UTF-16", "save it as UTF-8", "encoding"),)
    if data[:3] == b"\xef\xbb\xbf":
        return "", (
            Problem(
                Mark(path), "the file starts with a byte order mark (BOM)", "save it as UTF-8 without BOM", "encoding"
            ),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return "", (
            Problem(
                Mark(path, line, column),
                f"the byte {data[error.start]:#04x} is not UTF-8",
                "save the file as UTF-8",
                "encoding",
            ),
        )
    problems = tuple(_unprintable(path, text)) + tuple(_conflicts(path, text))
    return ("" if problems else text.replace("\r\n", "\n")), problems


def _at(path: str, text: str, offset: int) -> Mark:
    return Mark(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _unprintable(path: str, text: str) -> list[Problem]:
    return [
        Problem(
            _at(path, text, found.start()),
            f"an invisible character (U+{ord(found.group()):04X}) stands here",
            "delete it; it may have come in with copied text",
            "control-character",
        )
        for found in _NOT_PRINTABLE.finditer(text)
    ]


def _conflicts(path: str, text: str) -> list[Problem]:
    return [
        Problem(
            _at(path, text, found.start()),
            f"a merge was left half done: the line starts with `{found.group().strip()}`",
            "choose one of the two versions and delete the marker lines",
            "conflict-marker",
        )
        for found in _CONFLICT.finditer(text)
    ]
