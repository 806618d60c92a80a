"""All that a host of the core needs, MkDocs or the command line: the build, the navigation, problems as a page."""

import html
from collections.abc import Iterable

from .lighter import bare, lighter
from .links import Repository
from .model import Dossier
from .pipeline import Build, Site, build, read
from .render import Page
from .render.look import COMB, card_digest
from .trouble import count, trouble_page
from .voice import voice_of

__all__ = [
    "COMB",
    "Build",
    "Repository",
    "Site",
    "bare",
    "build",
    "card_digest",
    "count",
    "credit",
    "lighter",
    "navigation",
    "read",
    "trouble_page",
    "voice_of",
]

NavItem = dict[str, str | list[dict[str, str]]]


def credit(dossier: Dossier) -> str:
    """Return the line under every page as HTML: who answers for the dossier, and its data’s licence."""
    settings, voice = dossier.settings, voice_of(dossier.settings.language)
    editors = voice.comma.join(editor.name for editor in settings.editors)
    said = voice.text("Version {version}, by {editors}. Data: {license}.")
    return html.escape(said.format(version=settings.version, editors=editors, license=settings.license))


def navigation(pages: Iterable[Page]) -> list[NavItem]:
    """Return the navigation in MkDocs's form: pages in their order, those of a section together at its first page.

    Titles are escaped, since themes print them as they are.
    """
    items: list[NavItem] = []
    sections: dict[str, list[dict[str, str]]] = {}
    for page in pages:
        if page.section is None:
            continue
        if not page.section:
            items.append({html.escape(page.nav_title): page.path})
        else:
            if page.section not in sections:
                sections[page.section] = []
                items.append({page.section: sections[page.section]})
            sections[page.section].append({html.escape(page.nav_title): page.path})
    return items
