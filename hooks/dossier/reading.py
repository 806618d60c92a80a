"""A data folder read and checked: the stages load, model and check, without those that make pages.

All that `dossier check` needs. It runs before each commit, so nothing of drawing and rendering is imported here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .check import check, drafts_used, drafts_used_on_pages, handwritten_references, logo_missing
from .collector import uninterrupted
from .links import Repository
from .load import Sheet, load_files, load_folder
from .model import Dossier, read_model, without_drafts
from .problem import Problem, in_order


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
    drafts: bool = True
    """Whether drafts are shown; if not, they are read and checked, and then left out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a data folder says, and everything that is wrong with it, sorted by file and line."""

    dossier: Dossier
    problems: tuple[Problem, ...]
    sheets: tuple[Sheet, ...]
    """The files that could be read, as they are written."""


def read(data: Path, site: Site | None = None) -> tuple[Dossier, tuple[Problem, ...]]:
    """Read and check a data folder; return the dossier and every problem, sorted by file and line.

    Reads the folder and touches no other file. Raises OSError if a file cannot be read, nothing for bad data.
    """
    with uninterrupted():
        reading = _checked(*load_folder(data), site or Site())
    return reading.dossier, reading.problems


def read_files(
    name: str, files: Mapping[str, bytes], site: Site | None = None, refused: Sequence[Problem] = ()
) -> Reading:
    """Read and check a data folder from the bytes of its files, wherever they come from: a revision of git, or memory.

    `name` is the folder as problems name it; `files` maps the path of each file below it to its bytes; `refused` says
    what is there and was not read (`load.bytes_of`).
    """
    with uninterrupted():
        sheets, unread = load_files(name, files)
        return _checked(sheets, (*refused, *unread), site or Site())


def _checked(sheets: tuple[Sheet, ...], unread: tuple[Problem, ...], site: Site) -> Reading:
    dossier, misshapen = read_model(sheets)
    pages = {f"{site.docs_name}/{path}": text for path, text in site.handwritten.items()}
    broken = handwritten_references(dossier, pages)
    whole = not any(problem.is_error for problem in unread)
    found = (*unread, *misshapen, *check(dossier, whole=whole), *logo_missing(dossier, site.files, site.docs_name))
    found = (*found, *(broken if whole else ()))
    if not site.drafts:
        found = (*found, *_lacking(dossier, pages, whole))
        dossier = without_drafts(dossier)
    return Reading(dossier, in_order(found), sheets)


def _lacking(dossier: Dossier, pages: Mapping[str, str], whole: bool) -> tuple[Problem, ...]:
    """Return what is wrong with the dossier once its drafts are gone; first of all that something names one of them."""
    used = (*drafts_used(dossier), *drafts_used_on_pages(dossier, pages))
    # That only drafts cite a source is no slip.
    return used or tuple(one for one in check(without_drafts(dossier), whole=whole) if one.rule != "source-unused")
