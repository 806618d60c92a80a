"""The findings of every analysis in plain words: the words come first, the numbers second, the rule is on Method.

report(evidence, voice) -> sections      for `dossier analyse` and for the Checks page
"""

from collections.abc import Callable
from typing import Final

from ..analysis import Evidence
from ..voice import Voice
from .section import At, Section, Table, To, Words

SECTIONS: Final[tuple[Callable[[Evidence, Voice], Section], ...]] = ()
"""In the order of the Checks page; a new analysis takes its place here."""


def report(evidence: Evidence, voice: Voice) -> tuple[Section, ...]:
    """Return what every analysis found, in words."""
    return tuple(section(evidence, voice) for section in SECTIONS)


__all__ = ["SECTIONS", "At", "Section", "Table", "To", "Words", "report"]
