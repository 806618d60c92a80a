"""What the parser says of text that is no YAML, in words an editor can act on, and where the slip really is.

libyaml stops where it cannot go on, which is often a line or more after the slip; what it was reading then, and the
line itself, tell more than its message.
"""

import re
import unicodedata
from typing import Final

import yaml

from ..problem import Mark, Problem
from .foreign import foreign

_QUOTE_ALL: Final = "put the text in quotation marks"
_CLOSE_LIST: Final = 'close it, or put the text in quotation marks: `"[2016-12-09..2016-12-11]"`'

_HINTS: Final = (
    ("found a tab character", "a tab stands in the indentation", "use spaces"),
    ("found character '\\t'", "a tab stands in the indentation", "use spaces"),
    (
        "could not find expected ':'",
        "a colon is missing in this line",
        "write `field: value`; text that goes on from the line above stands further right than its field",
    ),
    (
        "did not find expected key",
        "the indentation does not fit the lines above, or a quotation mark is not closed",
        "line it up with the field above; put text that starts with a special character in quotation marks",
    ),
    (
        "did not find expected '-' indicator",
        "a list item was expected here",
        "start the line with `- ` at the indentation of the other items",
    ),
    (
        "did not find expected ',' or ']'",
        "a list in square brackets is not closed, or text starts with `[`",
        _CLOSE_LIST,
    ),
    (
        "did not find expected ',' or '}'",
        "in braces, a comma is missing here, or the closing brace",
        f"write `{{field: value, field: value}}`, or {_QUOTE_ALL}",
    ),
    ("found undefined tag handle", "text that starts with `!` is read as a tag", _QUOTE_ALL),
    ("while parsing a tag", "text that starts with `!` is read as a tag", _QUOTE_ALL),
    ("while scanning a tag", "text that starts with `!` is read as a tag", _QUOTE_ALL),
    (
        "did not find expected alphabetic or numeric character",
        "text that starts with `*` or `&` is read as an alias or anchor",
        _QUOTE_ALL,
    ),
    ("while scanning an a", "text that starts with `*` or `&` is read as an alias or anchor", _QUOTE_ALL),
    (
        "block sequence entries are not allowed",
        "a list item starts in the line of its field",
        "start the list on the next line",
    ),
    (
        "while scanning a block scalar",
        "behind `|` or `>` the line must end",
        f"start the text on the next line, further right; or {_QUOTE_ALL}",
    ),
    ("directive", "a line that starts with `%` speaks to the parser", f"delete it; if it is text, {_QUOTE_ALL}"),
    ("incompatible YAML document", "a line that starts with `%` speaks to the parser", "delete it"),
    (
        "while parsing a quoted scalar",
        "a backslash in a double-quoted text means something else here",
        "use single quotation marks around the text",
    ),
    (
        "while scanning a quoted scalar",
        "a quotation mark that was opened is never closed",
        "close it at the end of the text",
    ),
    (
        "did not find expected node content",
        "a value is missing before this place",
        f"give it; if this is text, {_QUOTE_ALL}",
    ),
    (
        "did not find expected <document start>",
        "this line does not go on with what stands above it",
        "line it up with the first line: the entries of a file are one list, and each starts with `- id: …`",
    ),
    ("mapping keys are not allowed", "a question mark at the start of a line is read as a sign of its own", _QUOTE_ALL),
)
_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACE_BEHIND_COLON: Final = re.compile(f"\\s*(?:- )?\\w+:{_SPACES.pattern}")
_LOOKALIKES: Final = (
    (
        re.compile("\\s*([\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\u00b7*])\\s+\\w+:"),
        "a list item starts with a hyphen, not with `{}`",
        "write `- ` in its place",
    ),
    (re.compile(r"\s*-([A-Za-z_][\w-]*):(?:\s|$)"), "a space is missing after the hyphen", "write `- {}: …`"),
    (
        re.compile("\\s*(?:- )?[A-Za-z_]\\w*\\s*([\uff1a\ufe55\u02d0\ua789\u2236])"),
        "`{}` is not the colon of YAML",
        "write `:` and a space in its place",
    ),
    (re.compile(r"\s*(?:- )?([A-Za-z_]\w*):(?=[^\s:/])"), "a space is missing after the colon", "write `{}: …`"),
    (re.compile(r"([+]) *[\w-]"), "the line starts with `{}`, as in a patch", "delete the signs at the start of lines"),
)
_SECOND_COLON: Final = ("a second colon stands in this line", 'put the text in quotation marks: `title: "One: two"`')
_TOO_FAR_RIGHT: Final = (
    "the line stands further right than the field above",
    "line it up; if it goes on with the text above, put that text in quotation marks",
)
_CURLY: Final = re.compile("[\u2018-\u201f\u00ab\u00bb]")


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem of a text that the parser gave up on; it stands at the slip, as far as that can be told."""
    other = foreign(path, text)
    if other:
        return other
    if not isinstance(error, yaml.MarkedYAMLError):
        said = "the file holds a character that YAML does not know"
        return Problem(Mark(path), said, "delete it; it may have come in with copied text", "syntax")
    lines = re.split("\r\n|\r|\n", text)
    line, column = _where(error)
    # A line that is no item to YAML makes the next one stand too far right, and only there does the parser stop.
    for number in (line, line - 1):
        odd = _of_line(_line(lines, number))
        if odd:
            return Problem(Mark(path, number + 1, odd[0] + 1), odd[1], odd[2], "syntax")
    message, expected = _of_quotes(lines, error) or _of_place(lines, error) or _of_parser(error)
    return Problem(Mark(path, line + 1, column + 1), message, expected, "syntax")


def _where(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Return line and column to look at, from 0: what is never closed, or has no colon, is wrong where it begins."""
    begins = error.context in ("while scanning a simple key", "while scanning a quoted scalar")
    mark = (error.context_mark if begins else None) or error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _of_line(line: str) -> tuple[int, str, str] | None:
    """Say where in a line, and how, a sign looks right and is not."""
    indentation = line[: len(line) - len(line.lstrip())]
    odd = _SPACES.search(indentation) or _SPACE_BEHIND_COLON.match(line)
    if odd:
        sign = odd.group()[-1]
        said = f"this space is none to YAML (U+{ord(sign):04X}, {unicodedata.name(sign).lower()})"
        return odd.end() - 1, said, "write a plain space in its place; it may have come in with copied text"
    for pattern, message, expected in _LOOKALIKES:
        if found := pattern.match(line):
            return found.start(1), message.format(found[1]), expected.format(found[1])
    return None


def _of_quotes(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[str, str] | None:
    """Say which quotation mark is one too many, or was taken for another."""
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        rest = _line(lines, error.context_mark.line)[error.context_mark.column :]
        if rest[1:] and (curly := _CURLY.search(rest)):
            return (
                f"the quotation mark `{rest[0]}` opened here is never closed; `{curly.group()}` does not close it",
                f"close it with `{rest[0]}`",
            )
        if rest[1:] and (other := {'"': "'", "'": '"'}[rest[0]]) == rest.rstrip()[-1]:
            return (
                f"the quotation mark `{rest[0]}` opened here is never closed; `{other}` does not close it",
                f"close it with `{rest[0]}`",
            )
        return None
    mark = error.problem_mark
    if error.problem != "did not find expected key" or not mark:
        return None
    before = _line(lines, mark.line)[: mark.column].rstrip()
    if before[-1:] not in ('"', "'"):
        return None
    if re.fullmatch(r"\s*(?:- )?\w+:\s*[\"']", before):
        return (
            "a quotation mark opened above is closed only by this one",
            "close the text above where it ends",
        )
    return (
        f"the text goes on after the quotation mark `{before[-1]}` that closes it",
        'put the whole in the other sort of quotation marks, or in none: `\'The "old" pier\'`, `"The town\'s pier"`',
    )


def _of_place(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[str, str] | None:
    """Say what the character at the place of an error makes of it."""
    said, mark = error.problem or "", error.problem_mark
    if not mark:
        return None
    line = _line(lines, mark.line)
    sign, before = line[mark.column : mark.column + 1], line[: mark.column]
    if said.startswith("mapping values are not allowed"):
        return _SECOND_COLON if ": " in before else _TOO_FAR_RIGHT
    if said == "did not find expected <document start>" and any(line.rstrip() == "..." for line in lines):
        return "the line `...` ends the file, and this stands behind it", "delete the line `...`"
    return _of_sign(said, sign)


def _of_sign(said: str, sign: str) -> tuple[str, str] | None:
    if said == "found character that cannot start any token":
        if sign == "\t":
            return "a tab stands where a space belongs", "use spaces"
        return f"a value cannot start with {'a backtick' if sign == '`' else f'`{sign}`'}", _QUOTE_ALL
    if said == "did not find expected '-' indicator" and sign == "-":
        return "this hyphen does not line up with those of the other items", "give all of them the same indentation"
    if said == "did not find expected key" and sign in ("]", "}"):
        return f"`{sign}` closes what was never opened", f"delete it; if it is text, {_QUOTE_ALL}"
    if said == "did not find expected key" and sign == ":":
        return "the name of a field is missing before the colon", "write `field: value`"
    return None


def _of_parser(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    said = f"{error.problem or ''} {error.context or ''}"
    for sign, message, expected in _HINTS:
        if sign in said:
            return message, expected
    return f"this is not well-formed YAML ({error.problem})", "compare it with the entries around it"
