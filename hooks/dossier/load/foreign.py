"""What was put in the place of a data file: a table, a web page, a patch …, told by its first lines."""

import re
from typing import Final

from ..problem import Mark, Problem

_ENTRIES: Final = "write entries: each starts with `- id: …`"

_SIGNS: Final = (
    (
        r"<(!doctype|html|\?xml|[a-z]+[ >])",
        "this is a web page (HTML or XML)",
        f"most likely a download failed; {_ENTRIES}",
    ),
    (r"(```|~~~)", "this line is the fence of a code block", "delete it and the one at the end; keep what is between"),
    (
        r"(diff --git |Index: |--- a/|\*\*\* )",
        "this is a patch, not the file it changes",
        "apply it with `git apply`, or write the lines without their signs",
    ),
    (r"version https://git-lfs", "this is a pointer of Git LFS, not the file", "fetch the file with `git lfs pull`"),
    (r"(\[[\w.\"-]+\]\s*$|\[\[\w+\]\]\s*$|[\w.-]+ = )", "this is TOML or the like, not YAML", _ENTRIES),
    (r"\\(documentclass|begin|input)", "this is LaTeX, not YAML", _ENTRIES),
    (r"@\w+\{", "this is BibTeX, not YAML", f"`dossier import` makes entries of it; or {_ENTRIES}"),
)
"""How a first line begins, what the file is then, and what to do."""
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(?:\w[^\n]*\n)+---[ \t]*\n\s*(?!-)\S")
_SEPARATORS: Final = ("\t", ";", ",")
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')


def foreign(path: str, text: str) -> Problem | None:
    """Return what a text is that is not YAML of entries, by its first lines; nothing when it may be YAML."""
    lines = [(number, line) for number, line in enumerate(text.splitlines()[:50], 1) if line.strip()]
    if not lines:
        return None
    number, first = lines[0]
    mark = Mark(path, number)
    for sign, message, expected in _SIGNS:
        if re.match(sign, first.strip(), re.IGNORECASE):
            return Problem(mark, message, expected, "syntax")
    if _FRONT_MATTER.match(text):
        said = "this is a page in Markdown, with its front matter"
        return Problem(mark, said, "pages stand in `docs`; here " + _ENTRIES, "syntax")
    second = lines[1][1] if len(lines) > 1 else ""
    if first.startswith("{") and first.rstrip().endswith("}") and second.startswith("{"):
        said = "this is a JSON object a line"
        return Problem(mark, said, "put all of them in brackets, with commas: `[{…}, {…}]`", "syntax")
    if _columns(first) > 1 and _columns(first) == _columns(second):
        said = "this is a table, as a spreadsheet saves it (CSV)"
        return Problem(mark, said, "`dossier import` makes entries of it; or " + _ENTRIES, "syntax")
    return None


def _columns(line: str) -> int:
    """Return in how many cells a line falls, or 1 where it is no row of a table."""
    bare = _QUOTED.sub("", line)
    if ": " in bare or bare.startswith(("-", "[", "{", "#", " ")):
        return 1
    return next((bare.count(separator) + 1 for separator in _SEPARATORS if separator in bare), 1)
