"""How a file was saved: what its bytes are when they are no UTF-8 text, in words an editor can act on."""

import codecs
from typing import Final

from ..problem import Mark, Problem

_UTF8: Final = "save it as UTF-8"
_NO_TEXT: Final = "keep it elsewhere, and write the entries into a text file that ends in `.yml`"
_WHOLE: Final = "put back the last whole version, and save again"

_STARTS: Final = (
    (codecs.BOM_UTF32_LE, "the file is saved as UTF-32", _UTF8),
    (codecs.BOM_UTF32_BE, "the file is saved as UTF-32", _UTF8),
    (codecs.BOM_UTF16_LE, "the file is saved as UTF-16", _UTF8),
    (codecs.BOM_UTF16_BE, "the file is saved as UTF-16", _UTF8),
    (codecs.BOM_UTF8, "the file starts with a byte order mark (BOM)", "save it as UTF-8 without BOM"),
    (b"PK\x03\x04", "this is a spreadsheet, a text document or a ZIP archive, and no text", _NO_TEXT),
    (b"\xd0\xcf\x11\xe0", "this is a document of an office program, and no text", _NO_TEXT),
    (b"{\\rtf", "this is a document of a word processor (RTF), and no plain text", _NO_TEXT),
    (b"%PDF-", "this is a PDF, and no text", _NO_TEXT),
    (b"\x89PNG", "this is a picture (PNG), and no text", _NO_TEXT),
    (b"\xff\xd8\xff", "this is a picture (JPEG), and no text", _NO_TEXT),
    (b"GIF8", "this is a picture (GIF), and no text", _NO_TEXT),
    (b"\x1f\x8b", "this is a compressed file (gzip), and no text", "unpack it first"),
)
_LOOKED_AT: Final = 4096
"""Bytes from the start by which UTF-16 is told from text with a few zeros in it."""


def wrong_bytes(path: str, data: bytes) -> Problem | None:
    """Return what the bytes of a file are, if they are no text in UTF-8; nothing when they are.

    `path` is the file as shown to people. UTF-8 is RFC 3629: no surrogates, nothing longer than it need be.
    """
    for start, message, expected in _STARTS:
        if data.startswith(start):
            return Problem(Mark(path), message, expected, "encoding")
    if b"\0" in data and (zeros := _zeros(path, data)):
        return zeros
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error)
    return None


def _zeros(path: str, data: bytes) -> Problem | None:
    """Tell UTF-16 without its mark, and a file that a crash filled up with zeros, from a zero among other text."""
    start = data[:_LOOKED_AT]
    kept = data.rstrip(b"\0")
    if start[::2].count(0) * 3 > len(start) or start[1::2].count(0) * 3 > len(start):
        if data.strip(b"\0"):
            return Problem(Mark(path), "the file is saved as UTF-16", _UTF8, "encoding")
        return Problem(Mark(path), "the file holds nothing but zeros: it was not saved whole", _WHOLE, "encoding")
    if b"\0" not in kept:
        said = "from here on the file holds nothing but zeros: it was not saved whole"
        return Problem(_mark(path, kept), said, _WHOLE, "encoding")
    return None


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    place = _mark(path, data[: error.start])
    if error.reason == "unexpected end of data":
        return Problem(place, "the file ends in the middle of a character: it was not saved whole", _WHOLE, "encoding")
    byte = data[error.start]
    # The encoding Windows and old web pages use where they do not use UTF-8; five of its bytes mean nothing.
    letter = bytes([byte]).decode("cp1252", "replace")
    likely = letter.isprintable() and letter != "\ufffd" and data[error.start + 1 : error.start + 2] < b"\x80"
    meant = f" (in Windows-1252 it is `{letter}`)" if likely else ""
    return Problem(place, f"the byte {byte:#04x} is not UTF-8{meant}", "save the file as UTF-8", "encoding")


def _mark(path: str, before: bytes) -> Mark:
    """Return the place after these bytes, the column counted in characters."""
    line = before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")
    return Mark(path, before.count(b"\n") + 1, len(line) + 1)
