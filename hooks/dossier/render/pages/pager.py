"""What the pages of a long list have in common: their number, their links to each other, their settings."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from ...links import list_page
from ..pen import Pen

PAGE_META: Final[Mapping[str, object]] = {"hide": ["navigation", "toc"]}


def numbered(title: str, number: int) -> str:
    """Return the title of the n-th page of a list."""
    return title if number == 1 else f"{title}, {number}"


def pager(pen: Pen, kind: str, number: int, total: int) -> tuple[Markup, ...]:
    """Return links to the other pages of a list; nothing when there is only one."""
    if total < 2:
        return ()
    return tuple(
        Markup(f"**{pen.voice.number(n)}**")
        if n == number
        else pen.to(list_page(kind, n), pen.voice.number(n), classes="tap")
        for n in range(1, total + 1)
    )
