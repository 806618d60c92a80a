"""START HERE. The whole program in one function; each line is a stage, and each stage imports only those above it.

    data/*.yml ── load ────► sheets       values that know their line and column
                  model ───► dossier      frozen entries of declared kinds
                  analysis ► evidence     origins, conflicts, order, gaps; the rules and the facts both take from it
                  check ───► problems     what the rules find
                  index ───► facts        the evidence with order, names and back-links
                  links ───► addresses    every path and anchor
                  report ──► sections     the evidence in plain words
                  render ──► pages        Markdown with a path, for any site engine

`hooks/mkdocs_hook.py` hands the pages to MkDocs, `__main__.py` writes them to a folder; neither adds to them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .check import check, handwritten_references, logo_missing
from .collector import uninterrupted
from .index import Facts, index
from .links import Links, Repository
from .load import load_folder
from .model import Dossier, read_model
from .problem import Mark, Problem, in_order
from .render import Asset, Page, render


@dataclass(frozen=True, slots=True)
class Build:
    """What a data folder gives: the problems, and, if none of them is an error, the pages and other files."""

    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    dossier: Dossier | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


@dataclass(frozen=True, slots=True)
class Site:
    """What the core must know of the site around the data."""

    handwritten: Mapping[str, str] = field(default_factory=dict)
    """Path below the docs folder → Markdown of each hand-written page."""
    docs_name: str = "docs"
    """How problems name the docs folder."""
    repository: Repository = field(default_factory=Repository)
    directory_urls: bool = False
    files: frozenset[str] | None = None
    """Path below the docs folder of every file there, where the host knows them."""


def read(data: Path, site: Site | None = None) -> tuple[Dossier, tuple[Problem, ...]]:
    """Read and check a data folder; return the dossier and every problem, sorted by file and line."""
    site = site or Site()
    with uninterrupted():
        return _read(data, site)


def _read(data: Path, site: Site) -> tuple[Dossier, tuple[Problem, ...]]:
    sheets, unread = load_folder(data)
    dossier, misshapen = read_model(sheets)
    broken = handwritten_references(
        dossier, {f"{site.docs_name}/{path}": text for path, text in site.handwritten.items()}
    )
    whole = not any(problem.is_error for problem in unread)
    found = (*unread, *misshapen, *check(dossier, whole=whole), *logo_missing(dossier, site.files, site.docs_name))
    return dossier, in_order((*found, *(broken if whole else ())))


def build(data: Path, site: Site | None = None) -> Build:
    """Return the pages of a data folder, or only its problems if one of them is an error: no half-built evidence.

    Reads the folder and touches no other file. Raises OSError if a file cannot be read, nothing for bad data.
    """
    site = site or Site()
    dossier, problems = read(data, site)
    if any(problem.is_error for problem in problems):
        return Build(problems)
    facts: Facts = index(dossier)
    links = Links(dossier, site.repository, site.directory_urls, facts.document_of, facts.rank)
    pages, assets = render(facts, links, site.handwritten)
    taken = in_order(_taken(pages, site))
    return Build((*problems, *taken)) if taken else Build(problems, pages, assets, dossier)


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
