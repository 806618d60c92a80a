"""The little language of prose: `[@source, p. 3]` cites, `[[id]]` links; everything else is plain Markdown or text."""

from .direction import direction
from .escape import attribute, plain, prose_text
from .parse import Cite, Code, Link, Reference, Text, Token, WebLink, citations, parse, plain_words

__all__ = [
    "Cite",
    "Code",
    "Link",
    "Reference",
    "Text",
    "Token",
    "WebLink",
    "attribute",
    "citations",
    "direction",
    "parse",
    "plain",
    "plain_words",
    "prose_text",
]
