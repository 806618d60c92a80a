"""The rules by name and code: `uncited` is D501. Codes are for programs and addresses, names for people.

A code is given once and never reused; a rule that ends keeps its line in docs/problems.md. The hundreds are the groups
of that page: 1 the file, 2 YAML, 3 the shape of an entry, 4 references, 5 evidence, 6 quotes, 7 figures and dates,
8 the look.
Each rule has a page, `docs/problems/CODE.md`, with a wrong and a right example.
"""

from typing import Final

from .problem import Problem

CODES: Final = {
    # The file cannot be read
    "missing-file": "D101",
    "file-name": "D102",
    "empty-file": "D103",
    "size": "D104",
    "encoding": "D105",
    "control-character": "D106",
    "conflict-marker": "D107",
    "no-libyaml": "D108",
    # The file is no well-formed YAML
    "syntax": "D201",
    "duplicate-key": "D202",
    "key": "D203",
    "depth": "D204",
    "several-documents": "D205",
    "anchor": "D206",
    "alias": "D207",
    "merge-key": "D208",
    "tag": "D209",
    # An entry has the wrong shape
    "shape": "D301",
    "duplicate-id": "D302",
    "former-id": "D303",
    "reserved-id": "D304",
    # Something points nowhere
    "reference": "D401",
    "reference-form": "D402",
    "locator": "D403",
    "passage": "D404",
    "document": "D405",
    "page-name": "D406",
    # The evidence has a gap
    "uncited": "D501",
    "source-unused": "D502",
    "grade-one": "D503",
    "derivation-circle": "D504",
    "standing": "D505",
    "review": "D506",
    "draft-used": "D507",
    # Too much is quoted
    "quote-length": "D601",
    "quote-share": "D602",
    "fragment": "D603",
    # Figures, order and themes do not fit
    "figure": "D701",
    "unit": "D702",
    "unit-factor": "D703",
    "scope": "D704",
    "compare": "D705",
    "measure": "D706",
    "theme": "D707",
    "event-order": "D708",
    "chronology": "D709",
    "report-early": "D710",
    "retrieved-early": "D711",
    "actor-dates": "D712",
    # The face of the dossier does not fit
    "look-contrast": "D801",
    "look-logo": "D802",
}
"""Name of each rule → its code."""

GROUPS: Final = {
    "1": "The file cannot be read",
    "2": "The file is no well-formed YAML",
    "3": "An entry has the wrong shape",
    "4": "Something points nowhere",
    "5": "The evidence has a gap",
    "6": "Too much is quoted",
    "7": "Figures, order and themes do not fit",
    "8": "The face of the dossier does not fit",
}
"""The first figure of a code → what the rules of that group have in common."""


def code_of(rule: str) -> str:
    """Return the code of a rule by its name. Raises KeyError for a name that is none: every rule has a code."""
    return CODES[rule]


def labelled(problem: Problem) -> str:
    """Return a problem as a command prints it in one line: place, sentence, rule."""
    return f"{problem} [{label_of(problem.rule)}]"


def label_of(rule: str) -> str:
    """Return a rule as it is printed behind a problem: `D501 uncited`."""
    return f"{code_of(rule)} {rule}"
