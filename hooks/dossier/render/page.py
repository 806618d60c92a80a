"""What the renderer hands on: pages and other files, each with the entries it was made from."""

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problem import Mark


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is relative to the docs folder, `title` plain text, `markdown` the body without front matter, `entries` the
    ids it was made from, `mark` where it can be edited, `section` the heading of the navigation it stands under:
    `None` for a page that is not in the navigation, an empty string for the top level.
    """

    path: str
    title: str
    markdown: str
    entries: tuple[str, ...] = ()
    mark: Mark | None = None
    section: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    short_title: str = ""
    """The title in the navigation where it is another: the Overview is titled as the dossier."""

    @property
    def nav_title(self) -> str:
        return self.short_title or self.title

    @property
    def in_nav(self) -> bool:
        return self.section is not None

    @property
    def source(self) -> str:
        """The page as a Markdown file: front matter and body. JSON is YAML and needs no quoting rules."""
        # Themes set the name of the site behind the title, so the front page, which has that name, shows its short one.
        meta = {name: _inert(value) for name, value in {"title": self.nav_title, **self.meta}.items()}
        front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
        return f"---\n{front}---\n\n{self.markdown.strip()}\n"


def _inert(value: object) -> object:
    """Return a value of the front matter with its text escaped: themes print it into HTML as it is."""
    if isinstance(value, str):
        return html.escape(value)
    return [_inert(item) for item in value] if isinstance(value, list) else value


def packed(value: object) -> str:
    """Return a value as JSON without blanks: what a script reads."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Asset:
    """A finished file of the site that is not a page."""

    path: str
    content: str
