"""Values of the input to the two sorts of text the dossier has, so that they say the same and do nothing more.

Plain text is one line. Prose is Markdown in which `[@x]` cites, `[[x]]` links and `[x](y)` is a link: where imported
text merely looks like that, a space is put in, which is reported. Characters that nobody sees are left out.
"""

import re
from collections.abc import Callable
from typing import Final

from ..load.text import UNSEEN
from .markup import from_html, has_markup
from .record import Record

_HALF: Final = re.compile("[\ud800-\udfff]")
_OUR_SIGNS: Final = re.compile(r"\[(?=[@\[])|\](?=\()")
_CONFLICT: Final = re.compile(r"(?<!\S)([<|=>])\1{6}(?!\S)")
_WEB: Final = re.compile(r"https?://[^\s<>\"'`\\]+")
_WORDS_LINK: Final = re.compile(r"\[[^\[\]\n]+\]\((?:https?://|mailto:)[^()\s]+\)")


def visible(text: str) -> str:
    """Return a text without the characters that nobody sees and the data may not hold."""
    return UNSEEN.sub("", _HALF.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str) -> str:
    """Return a text on one line, without what nobody sees: for keys and names of files."""
    return " ".join(visible(text).split())


def inert(text: str) -> str:
    """Return text for a prose field in which nothing cites, links or looks like a merge left half done."""
    return _CONFLICT.sub(lambda found: f"{found[1] * 3} {found[1] * 4}", _OUR_SIGNS.sub(r"\g<0> ", text))


def plain(record: Record, to: str, *route: str | int) -> str:
    """Take a leaf as plain text for a field; nothing if it is not there or says nothing that can be seen."""
    value = record.take(to, *route)
    if not value:
        return ""
    text = _cleaned(record, route, value, prose=False)
    return _noting(record, route, " ".join(text.split()), lambda line: _CONFLICT.sub(r"\1\1\1 \1\1\1\1", line))


def prose(record: Record, to: str, *route: str | int) -> str:
    """Take a leaf as prose for a field; HTML becomes Markdown."""
    value = record.take(to, *route)
    if not value:
        return ""
    return _noting(record, route, _cleaned(record, route, value, prose=True), _inert_around_links)


def _inert_around_links(text: str) -> str:
    """Make text inert, but for the links that were made from HTML or stood there: these are links, as they were."""
    parts, end = [], 0
    for found in _WORDS_LINK.finditer(text):
        parts += [inert(text[end : found.start()]), found.group()]
        end = found.end()
    return "".join((*parts, inert(text[end:])))


def _cleaned(record: Record, route: tuple[str | int, ...], value: str, *, prose: bool) -> str:
    text = visible(value)
    if text != value.replace("\r\n", "\n").replace("\r", "\n"):
        record.change("characters that nobody sees were left out", *route)
    if has_markup(text):
        read = from_html(text, prose=prose)
        text = visible(read.text)
        if read.dropped:
            record.change(f"left out of its HTML: {'; '.join(read.dropped)}", *route)
    if not text.strip():
        record.leave("nothing is left of it that could be shown", *route)
    return text.strip()


def _noting(record: Record, route: tuple[str | int, ...], text: str, change: Callable[[str], str]) -> str:
    changed = change(text)
    if changed != text:
        record.change("a space was put in, so that it is read as text and not as a sign of the dossier", *route)
    return changed


def web(record: Record, to: str, *route: str | int) -> str:
    """Take a leaf as a web address; anything else, such as `javascript:` or a path, is left."""
    value = record.take(to, *route)
    if value and (not _WEB.fullmatch(value) or visible(value) != value):
        record.leave("no web address; expected one that starts with https:// or http://", *route)
        return ""
    return value
