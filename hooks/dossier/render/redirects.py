"""Pages at the addresses that entries had under earlier ids: a link once printed goes on working."""

import html
from collections.abc import Iterator

from ..links import Links
from ..model import Dossier
from .page import Asset


def redirects(dossier: Dossier, links: Links) -> Iterator[Asset]:
    """Yield a page for every earlier id that sends its reader to where the entry is now."""
    for entry in dossier.entries.values():
        for old in entry.formerly:
            here = links.former_page(entry.id, old)
            if here is not None:
                yield Asset(
                    links.published(here),
                    _page(dossier.settings.language, entry.name, links.entry_href(entry.id, here)),
                )


def _page(language: str, name: str, target: str) -> str:
    shown, address = html.escape(name), html.escape(target, quote=True)
    head = (
        f'<meta charset="utf-8"><title>{shown}</title><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={address}"><link rel="canonical" href="{address}">'
    )
    body = f'<p><a href="{address}">{shown}</a></p>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>\n'
