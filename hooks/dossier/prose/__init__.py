"""The little language of prose: `[@source, p. 3]` cites, `[[id]]` links; everything else is plain Markdown or text."""

from .direction import direction
from .escape import address, attribute, plain, prose_text
from .parse import (
    Cite,
    Code,
    Link,
    Reference,
    Text,
    Token,
    WebLink,
    citations,
    in_one_line,
    parse,
    plain_words,
    without_signs,
)

__all__ = [
    "Cite",
    "Code",
    "Link",
    "Reference",
    "Text",
    "Token",
    "WebLink",
    "address",
    "attribute",
    "citations",
    "direction",
    "in_one_line",
    "parse",
    "plain",
    "plain_words",
    "prose_text",
    "without_signs",
]
