"""A version of the data read twice over: as it lies in the files, for comparing, and as a dossier, for what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..analysis import Evidence, analyse
from ..check import check
from ..load import load_files
from ..model import Dossier, read_model
from ..problem import Problem, in_order
from .compare import Version, version_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions that are compared."""

    version: Version
    dossier: Dossier
    whole: bool
    """Whether every file could be read; if not, the rules do not look for what may stand in the others."""
    problems: tuple[Problem, ...]
    """What the rules of today find in it, in order of place; the hand-written pages are no part of the data."""

    @property
    def sound(self) -> bool:
        """Whether no problem is an error: only then is it known what the evidence is worth."""
        return not any(problem.is_error for problem in self.problems)

    def evidence(self) -> Evidence:
        """Return what the analyses find."""
        return analyse(self.dossier)


def side_of(files: Mapping[str, bytes], name: str = "data") -> Side:
    """Return a data folder, given as path below it → bytes, ready to be compared. Never raises for bad data."""
    sheets, unread = load_files(name, files)
    dossier, misshapen = read_model(sheets)
    whole = not any(problem.is_error for problem in unread)
    problems = in_order((*unread, *misshapen, *check(dossier, whole=whole)))
    return Side(version_of(sheets, unread), dossier, whole, problems)
