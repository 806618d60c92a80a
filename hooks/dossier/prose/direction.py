"""Which way a text runs: for a name in one script inside a line in another."""

from typing import Final
from unicodedata import bidirectional

_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(text: str, otherwise: str) -> str:
    """Return the direction of a text by its first letter that has one, as browsers find it."""
    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), otherwise)
