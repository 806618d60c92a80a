"""Bytes of a file somebody else's program wrote to text. Nothing is guessed: what is not plain is asked for.

Other than the data itself (`load.text`), such a file may be UTF-16 or begin with a byte order mark: spreadsheets write
both, and both say so themselves.
"""

import codecs
from typing import Final

LARGEST: Final = 64 * 1024 * 1024
"""Bytes a file may have. Its values are held in memory several times over, and a person must read what comes of it."""

_FOREIGN: Final = (
    (b"PK\x03\x04", "a spreadsheet (.xlsx, .ods) or a zip archive", "save the sheet as CSV, or unpack the archive"),
    (b"\xd0\xcf\x11\xe0", "a spreadsheet in the old Excel format (.xls)", "save the sheet as CSV"),
    (b"%PDF", "a PDF", "export the data itself, as JSON or CSV"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it"),
    (b"\x89PNG", "a picture", "export the data itself, as JSON or CSV"),
)
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Unusable(Exception):
    """The input as a whole cannot be read, or not as it was asked for: what is wrong, and what to do."""

    def __init__(self, message: str, expected: str) -> None:
        super().__init__(message, expected)
        self.message = message
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.message}; {self.expected}"


def text_of(data: bytes, encoding: str = "") -> str:
    """Return the text of a file: UTF-8, UTF-16 that says so, or the encoding that was named.

    Raises Unusable, saying where the text cannot be read and how to name its encoding.
    """
    if len(data) > LARGEST:
        raise Unusable(f"the file has {len(data):,} bytes, more than the {LARGEST:,} that are read at once", "split it")
    for start, what, advice in _FOREIGN:
        if data.startswith(start):
            raise Unusable(f"this is {what}, not text", advice)
    if not data.strip():
        raise Unusable("the file is empty", "name the file that holds the data")
    mark, found = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    return _decoded(data[len(mark) :], found or encoding or _without_mark(data))


def _without_mark(data: bytes) -> str:
    """Return UTF-16 where every other byte of the beginning is zero, as in any Latin text or mark-up; else UTF-8."""
    start = data[:200]
    if len(start) >= 4 and start[1::2].count(0) * 2 > len(start[1::2]):
        return "utf-16-le"
    return "utf-16-be" if len(start) >= 4 and start[::2].count(0) * 2 > len(start[::2]) else "utf-8"


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unusable(
            f"line {line} has the byte {data[error.start]:#04x}, which is not {encoding.upper()}",
            "save the file as UTF-8 (in Excel: CSV UTF-8), or name its encoding, such as `--encoding cp1252`",
        ) from None
    except (LookupError, UnicodeError):  # Python knows an encoding `undefined`, and it decodes nothing
        raise Unusable(
            f"there is no encoding `{encoding}`", "expected a name such as utf-8, cp1252, cp1256 or iso-8859-1"
        ) from None
