"""Every address of the site: page, anchor, edit link to the YAML line, report of a problem. Nothing else builds one.

Pages are addressed by their path below the docs folder (`claims/trucks-destroyed.md`). Between pages links are
relative, so that the site works below any path and from disk.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urljoin

from .forges import Forge, Report, commit_address, edit_address, forge_of, report_address
from .model import SETTINGS_OWNER, Dossier, Entry, Passage, Remark
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


NAMING: Final = ("title", "label", "question", "text", "printed", "description", "short")
"""The fields that may hold what an entry is called on the site, in the order in which they do."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files can be changed: addresses as MkDocs has them, empty when there is no repository."""

    repo_url: str = ""
    edit_base: str = ""
    """What the path of a file below the project is joined to, such as `https://…/blob/main/`."""
    named: str = ""
    """The kind of forge, where address and edit base do not tell it: a name of `forges.FORGES`."""
    site_url: str = ""
    """The address of the published site, so that a report says where something was read."""
    commit: str = ""
    """The commit the site is built from, where the host knows it."""

    @property
    def forge(self) -> Forge:
        """The kind of forge. Raises ValueError if the one that is named is none."""
        return forge_of(self.repo_url, self.edit_base, self.named)


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
        return edit_address(self.repository.edit_base, self.repository.forge, mark.path, mark.line)

    def report(self, id_: str, page: str) -> str:
        """Return the address of a new issue about an entry, filled in; empty without a repository that has issues."""
        entry = self.dossier.entries[id_]
        field, printed = _printed(entry)
        return self._report(Report(id_, self._address(page, self.anchor(id_)), field, printed, self._version()))

    def report_passage(self, source: str, passage: Passage) -> str:
        """Return the address of a new issue about a passage of a document, filled in; empty as for `report`."""
        page = self._address(document_page(source), passage_anchor(passage.id))
        return self._report(Report(f"{source} {passage.id}", page, "gist", passage.gist, self._version()))

    def commit(self, hash_: str) -> str:
        """Return the address that shows a commit; empty without a repository, or where its forge is not known."""
        return commit_address(self.repository.repo_url, self.repository.forge, hash_)

    def whole(self, page: str, anchor: str = "") -> str:
        """Return the address of a page of the published site; empty while the address of the site is not known."""
        return self._address(page, anchor) if self.repository.site_url else ""

    def _report(self, report: Report) -> str:
        return report_address(self.repository.repo_url, self.repository.forge, report)

    def _address(self, page: str, anchor: str) -> str:
        """Return where something stands on the published site, or below it while its address is not known."""
        path = quote(self.published(page)) + (f"#{quote(anchor)}" if anchor else "")
        return urljoin(f"{self.repository.site_url.rstrip('/')}/", path) if self.repository.site_url else path

    def _version(self) -> str:
        commit = self.repository.commit[:12]
        return self.dossier.settings.version + (f", commit {commit}" if commit else "")


def _printed(entry: Entry) -> tuple[str, str]:
    """Return the field by which an entry is called on the site, and its text."""
    for name in NAMING:
        text = getattr(entry, name, None)
        if isinstance(text, str) and text:
            return name, text
    return "", ""


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
