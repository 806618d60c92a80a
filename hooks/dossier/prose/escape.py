"""Text from the data to text that Markdown and HTML print as it is.

Numeric character references are used rather than backslashes: they mean the same to every Markdown engine, whatever
extensions are switched on, and inside raw HTML as well.
"""

import re
from html import escape
from typing import Final

_EMOJI: Final = r":(?=[a-z+-][\w+-]*:)"
"""The start of `:smile:`, which an extension many sites have makes a picture."""
_PLAIN: Final = re.compile(r"[\\`*_{}\[\]<>&#|!~^=$]|" + _EMOJI)
_START: Final = re.compile(r"^(\s*)([-+:.]|\?{3}|\d+(?=[.)]))")
_PROSE: Final = re.compile(r"[\\{}\[\]<>&|$]|!(?=\[)|(?<==)=|(?<=~)~|\^|" + _EMOJI)
_PROSE_START: Final = re.compile(
    r"^([ \t]*)(#+|:|=+|-{2,}(?=[ \t]*$)|(?:-[ \t]*){3,}$|[!?]{3}|(?:[*_][ \t]*){3,}$|`{3,}|~{3,}|\+{3,})",
    re.MULTILINE,
)
_ATTRIBUTE: Final = re.compile(r"[`*_\[\]{}\\~^]|=(?==)|(?<==)=|\+(?=\+)|" + _EMOJI)
_ADDRESS: Final = re.compile(r"[()\[\]`<>\"'\\]")
_DEEP: Final = re.compile(r"^[ \t]{4,}", re.MULTILINE)


def _reference(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in found.group())


def plain(text: str) -> str:
    """Return plain text (a name, a title, a claim) for a line of Markdown or the inside of an HTML element."""
    inert = _PLAIN.sub(_reference, re.sub(r"\s+", " ", text))
    return _START.sub(lambda found: found[1] + "".join(f"&#{ord(c)};" for c in found[2]), inert)


def prose_text(text: str) -> str:
    """Return a piece of prose in which only emphasis, code, lists and paragraphs are Markdown; the rest is inert."""
    inert = _PROSE.sub(_reference, _DEEP.sub("   ", text))
    return _PROSE_START.sub(lambda found: found[1] + "".join(f"&#{ord(c)};" for c in found[2]), inert)


def attribute(text: str) -> str:
    """Return plain text for the value of an HTML attribute in double quotes, inert for Markdown as well."""
    return _ATTRIBUTE.sub(_reference, escape(" ".join(text.split()), quote=True))


def address(url: str) -> str:
    """Return a web address for a link of Markdown: what would end it, or start a title or a note, is encoded."""
    return _ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)
