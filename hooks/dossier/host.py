"""All that a host of the core needs, MkDocs or the command line: the build, the navigation, problems as a page."""

import html
from collections.abc import Iterable

from .lighter import bare, lighter
from .links import Repository
from .pipeline import Build, Site, build, read
from .render import Page
from .render.look import credit, face
from .rules import label_of
from .schema import editor_files
from .trouble import count, trouble_page
from .voice import voice_of

__all__ = [
    "Build",
    "Repository",
    "Site",
    "bare",
    "build",
    "count",
    "credit",
    "editor_files",
    "face",
    "label_of",
    "lighter",
    "navigation",
    "read",
    "trouble_page",
    "voice_of",
]

NavItem = dict[str, str | list[dict[str, str]]]


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
