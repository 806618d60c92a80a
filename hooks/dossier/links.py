"""Every address of the site: page, anchor, edit link to the YAML line, report of a problem. Nothing else builds one.

Pages are addressed by their path below the docs folder (`claims/trucks-destroyed.md`). Between pages links are
relative, so that the site works below any path and from disk.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlencode, urljoin

from .model import SETTINGS_OWNER, Dossier, Remark
from .problem import Mark

OVERVIEW: Final = "index.md"
NOTES: Final = "notes.md"
CHECKS: Final = "checks.md"
METHOD: Final = "method.md"
LISTS: Final[Mapping[str, str]] = {
    "claim": "claims.md",
    "event": "timeline.md",
    "actor": "actors.md",
    "place": "places.md",
    "source": "sources.md",
    "term": "terms.md",
    "question": "questions.md",
    "correction": "corrections.md",
}
"""The page that lists all entries of a kind."""

PAGE_LENGTH: Final = 100
"""Entries on a page of a list."""

LONG: Final[Mapping[str, int]] = {"claim": 2000, "event": 2000}
"""Entries on a page of a list from which readers choose: a choice holds for the page, so all should stand on it."""

OWN_PAGE: Final[Mapping[str, str]] = {
    "claim": "claims",
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "term": "terms",
    "question": "questions",
}
"""Kinds whose entries have a page each, and the folder it stands in."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files can be changed: addresses as MkDocs has them, empty when there is no repository."""

    repo_url: str = ""
    edit_base: str = ""
    """What the path of a file below the project is joined to, such as `https://…/blob/main/`."""


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of one dossier's entries."""

    dossier: Dossier
    repository: Repository = field(default_factory=Repository)
    directory_urls: bool = False
    """Whether `claims/x.md` is published as `claims/x/` rather than `claims/x.html`."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """For each remark the source of its document."""
    rank: Mapping[str, int] = field(default_factory=dict)
    """The place in its list of each entry that has no page of its own."""

    def page(self, id_: str) -> str:
        """Return the path of the page that shows an entry, the settings or a document."""
        if id_ == SETTINGS_OWNER:
            return OVERVIEW
        if id_.startswith(":document:"):
            return document_page(id_.removeprefix(":document:"))
        entry = self.dossier.entries[id_]
        if isinstance(entry, Remark):
            return document_page(self.remarks[id_])
        folder = OWN_PAGE.get(entry.kind)
        return f"{folder}/{id_}.md" if folder else list_page_of(entry.kind, self.rank.get(id_, 0))

    def former_page(self, id_: str, old: str) -> str | None:
        """Return the page an entry had under an earlier id; nothing for kinds whose entries share a page."""
        folder = OWN_PAGE.get(self.dossier.entries[id_].kind)
        return f"{folder}/{old}.md" if folder else None

    def anchor(self, id_: str) -> str:
        """Return the anchor of an entry on its page; empty when the page is the entry."""
        entry = self.dossier.entries.get(id_)
        return "" if entry is None or entry.kind in OWN_PAGE else id_

    def to(self, id_: str, origin: str) -> str:
        """Return the Markdown address of an entry, seen from the page `origin`."""
        return relative(self.page(id_), origin, self.anchor(id_))

    def href(self, target: str, origin: str, anchor: str = "") -> str:
        """Return the address of page `target` in finished HTML, seen from the page `origin`: for drawings."""
        here = posixpath.dirname(self.published(origin) or ".")
        there = self.published(target)
        path = posixpath.relpath(there or ".", here or ".") + ("/" if there.endswith("/") or not there else "")
        return quote(path) + (f"#{anchor}" if anchor else "")

    def entry_href(self, id_: str, origin: str) -> str:
        """Return the address of an entry in finished HTML, seen from the page `origin`."""
        return self.href(self.page(id_), origin, self.anchor(id_))

    def published(self, path: str) -> str:
        """Return the path under which a page is published, below the root of the site."""
        stem = path.removesuffix(".md")
        if not self.directory_urls:
            return stem + ".html"
        return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"

    def edit(self, mark: Mark) -> str:
        """Return the address at which a line of the data can be changed; empty without a repository."""
        if not self.repository.edit_base:
            return ""
        return f"{urljoin(self.repository.edit_base, quote(mark.path))}#L{mark.line}"

    def report(self, id_: str, page: str) -> str:
        """Return the address of a new issue about an entry, filled in; empty without a repository that has issues."""
        if not self.repository.repo_url:
            return ""
        query = urlencode({"template": "entry.yml", "title": f"{id_}: ", "entry": id_, "page": self.published(page)})
        return f"{self.repository.repo_url.rstrip('/')}/issues/new?{query}"


def document_page(source: str) -> str:
    """Return the path of the page on which a document is taken apart."""
    return f"documents/{source}.md"


def relative(target: str, origin: str, anchor: str = "") -> str:
    """Return the Markdown address of page `target`, seen from page `origin`."""
    if target == origin and anchor:
        return f"#{anchor}"
    path = _relative_path(target, posixpath.dirname(origin))
    return f"{path}#{anchor}" if anchor else path


@lru_cache(maxsize=65536)
def _relative_path(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder or ".")


def clocks_page(number: int = 1) -> str:
    """Return the path of the n-th page of publication days."""
    return "clocks.md" if number == 1 else f"clocks-{number}.md"


def list_page(kind: str, number: int = 1) -> str:
    """Return the path of a page of a list: `claims.md`, `claims-2.md` …"""
    path = LISTS[kind]
    return path if number == 1 else f"{path.removesuffix('.md')}-{number}.md"


def list_length(kind: str) -> int:
    """Return how many entries of a kind stand on one page of their list."""
    return LONG.get(kind, PAGE_LENGTH)


def list_page_of(kind: str, rank: int) -> str:
    """Return the page of a list on which its entry of this rank, counted from 0, stands."""
    return list_page(kind, rank // list_length(kind) + 1)


def passage_anchor(passage: str) -> str:
    """Return the anchor of a passage on its document's page."""
    return passage


def use_anchor(key: str, number: int) -> str:
    """Return the anchor of the n-th use of a note on a page, counted from 1."""
    return f"use-{key}-{number}"
