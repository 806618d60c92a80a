"""The worst files there are, each nothing but one thing; and how the bytes of a data folder are read."""

from pathlib import Path
from typing import Final

from dossier.check import check
from dossier.load import load_files
from dossier.model import read_model
from dossier.problem import Problem

DATA: Final = Path(__file__).parent / "golden" / "base" / "data"
BASE: Final = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*.yml"))}
"""A dossier in order, around the file that is not."""


def read(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """Return what is wrong with the bytes of a data folder, on the way a build takes."""
    sheets, unread = load_files("data", files)
    read_dossier, misshapen = read_model(sheets)
    return (*unread, *misshapen, *check(read_dossier, whole=not unread))


WORST: Final = {
    "brackets": ("- id: pier\n  label: Pier\n  description: \"", "[[", '"\n'),
    "brackets and spaces": ("- id: pier\n  label: Pier\n  description: \"", "[@ ", '"\n'),
    "citations of nothing": ("- id: pier\n  label: Pier\n  description: \"", "[@a]", '"\n'),
    "links": ("- id: pier\n  label: Pier\n  description: \"", "[[a]] ", '"\n'),
    "open links": ("- id: pier\n  label: Pier\n  description: \"", "[a](b", '"\n'),
    "backticks": ("- id: pier\n  label: Pier\n  description: \"", "`` ` ", '"\n'),
    "fences": ("- id: pier\n  label: Pier\n  description: \"", "\\n~~~x\\n", '"\n'),
    "emphasis": ("- id: pier\n  label: Pier\n  description: \"", "* _a_ **", '"\n'),
    "quotation marks": ("- id: pier\n  label: Pier\n  description: \"", "“a ", '"\n'),
    "empty lists": ("[", "[],", "]"),
    "empty entries": ("", "-\n", ""),
    "words for entries": ("", "- x\n", ""),
    "empty fields": ("", "- {}\n", ""),
    "the same field": ("- id: pier\n", "  label: Pier\n", ""),
    "anchors": ("", "- &a x\n", ""),
    "laughs": ("- &a [x]\n", "- [*a, *a]\n", ""),
    "markers": ("", "<<<<<<<\n", ""),
    "unseen": ("", "\x07a", ""),
    "unclosed": ("- id: \"", "a", ""),
    "escapes": ("- id: \"", "\\x41", ""),
    "long key": ("- ", "a", ": b\n"),
    "nothing under a key": ("- id: pier\n  ? ", "? ", ""),
    "deep": ("", "[", ""),
    "deep fields": ("", "{a: ", ""),
    "colons": ("a", ": a", ""),
    "references": ("- id: why\n  question: Why?\n  text: x [@paper]\n  would_settle: y\n  about: [", "a,", "]\n"),
    "wrong citations": ("- id: pier\n  label: Pier\n  description: x\n  citations: [", "{source: a},", "]\n"),
    "zeros": ("- id: pier\n", "\0", ""),
    "one dash": ("", "-", ""),
    "spaces": ("-", " ", "x"),
    "long reference": ("- id: why\n  question: Why?\n  text: x [@paper]\n  would_settle: y\n  about: [", "a", "]\n"),
    "long anchor": ("- &", "a", " x\n"),
    "long alias": ("- *", "a", "\n"),
    "long tag": ("- !", "a", " x\n"),
    "long citation": ('- id: pier\n  label: Pier\n  description: "[@', "a", ']"\n'),
    "long date": ("- id: a\n  title: b\n  theme: River\n  text: c [@paper]\n  when: ", "20", "\n"),
    "table": ("", "a,b;c\td,", "\na,b"),
}  # fmt: skip
"""Files that are nothing but one thing: what stands before it, the thing, what stands behind it."""
RIGHT: Final = {"quotation marks", "emphasis", "spaces"}
"""Those that are no mistake."""
