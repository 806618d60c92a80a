"""Lists of all entries of a kind: the same frame for each, in pages, with links between the pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from markupsafe import Markup

from ...links import list_length, list_page
from ...model import Entry
from ..desk import Desk
from ..page import Page
from ..paging import paged
from ..pen import Pen

PAGE_META: Final[Mapping[str, object]] = {"hide": ["navigation", "toc"]}

T = TypeVar("T", bound=Entry)


def listing(  # one value, one meaning each
    desk: Desk,
    kind: str,
    title: str,
    items: Sequence[T],
    fill: Callable[[Pen, Sequence[T]], Mapping[str, object]],
    section: str = "",
) -> Iterator[Page]:
    """Yield the pages of a list.

    `title` is the phrase that names the list, `items` are its entries in order, `fill` returns what the template named
    after the list (`claims.md.jinja`) needs to show some of them. The first page stands in the navigation under
    `section`.
    """
    for number, (part, total) in enumerate(paged(items, list_length(kind)), start=1):
        pen = Pen(desk, list_page(kind, number))
        template = f"{list_page(kind)}.jinja"
        values = {**fill(pen, part), "total": len(items), "pager": _pager(pen, kind, number, total)}
        yield Page(
            pen.path,
            numbered(desk.voice.text(title), number),
            desk.write(template, pen, **values),
            tuple(item.id for item in part),
            section=section if number == 1 else None,
            meta=PAGE_META,
        )


def fronted(pages: Iterable[Page], meta: Mapping[str, object]) -> Iterator[Page]:
    """Yield pages with more in their front matter, such as the scripts they need."""
    return (replace(page, meta={**page.meta, **meta}) for page in pages)


def numbered(title: str, number: int) -> str:
    """Return the title of the n-th page of a list."""
    return title if number == 1 else f"{title}, {number}"


def _pager(pen: Pen, kind: str, number: int, total: int) -> tuple[Markup, ...]:
    if total < 2:
        return ()
    return tuple(
        Markup(f"**{pen.voice.number(n)}**")
        if n == number
        else pen.to(list_page(kind, n), pen.voice.number(n), classes="tap")
        for n in range(1, total + 1)
    )
