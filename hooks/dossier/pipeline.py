"""START HERE. The whole program: `read` (in `reading`) is the upper half of the stages, `build` all of them.

Each line is a stage, and each stage imports only those above it.

    data/*.yml ── load ────► sheets       values that know their line and column
                  model ───► dossier      frozen entries of declared kinds
                  analysis ► evidence     origins, conflicts, order, gaps; the rules and the facts both take from it
                  check ───► problems     what the rules find; here `dossier check` ends
                  index ───► facts        the evidence with order, names and back-links
                  links ───► addresses    every path and anchor
                  report ──► sections     the evidence in plain words
                  render ──► pages        Markdown with a path, for any site engine

`hooks/mkdocs_hook.py` hands the pages to MkDocs, `__main__.py` writes them to a folder; neither adds to them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .changes.history import History
from .index import Facts, index
from .links import Links
from .model import Dossier
from .problem import Mark, Problem, in_order
from .reading import Site, read
from .render import Asset, Page, render

__all__ = ["Build", "Site", "build", "read"]


@dataclass(frozen=True, slots=True)
class Build:
    """What a data folder gives: the problems, and, if none of them is an error, the pages and other files."""

    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    dossier: Dossier | None = None
    notes: tuple[str, ...] = ()
    """What whoever builds should know, and nobody has to mend."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


def build(data: Path, site: Site | None = None, history: History | None = None) -> Build:
    """Return the pages of a data folder, or only its problems if one of them is an error: no half-built evidence.

    `history` is what happened to the entries so far; without one nothing is said of it.
    Reads the folder and touches no other file. Raises OSError if a file cannot be read, nothing for bad data.
    """
    site = site or Site()
    dossier, problems = read(data, site)
    if any(problem.is_error for problem in problems):
        return Build(problems)
    facts: Facts = index(dossier)
    links = Links(dossier, site.repository, site.directory_urls, facts.document_of, facts.rank)
    pages, assets = render(facts, links, site.handwritten, history)
    taken = in_order(_taken(pages, site))
    notes = tuple(_notes(data.name, dossier, site, history))
    return Build((*problems, *taken)) if taken else Build(problems, pages, assets, dossier, notes)


def _notes(name: str, dossier: Dossier, site: Site, history: History | None) -> Iterator[str]:
    """Yield what a build was made without."""
    if dossier.left_out:
        yield f"drafts left out of this build: {len(dossier.left_out)}"
    if not site.repository.site_url:
        yield "no feed is written: it needs the address of the site (site_url in mkdocs.yml)"
    if history and history.gap:
        yield f"the history of the entries is not known: {history.gap.label}"
    if history and history.since:
        yield f"the history of the entries is known from {history.since.day} on: the clone is shallow"
    for unread in history.unread if history else ():
        yield f"{name}/{unread.path} as of {unread.moment.commit[:12]} cannot be read and is passed over in the history"


def _taken(pages: Iterable[Page], site: Site) -> Iterator[Problem]:
    """Yield the hand-written pages that stand where the dossier puts a page of its own.

    Names are compared without regard to case: on many disks `Claims.md` and `claims.md` are one file.
    """
    counted = Counter(page.path.casefold() for page in pages)
    for path in site.handwritten:
        if counted[path.casefold()] > 1:
            yield Problem(
                Mark(f"{site.docs_name}/{path}"),
                "the dossier makes a page of this name itself",
                "rename the file",
                "page-name",
            )
