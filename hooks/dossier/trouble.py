"""Problems as a page: what an editor sees in the browser while the data is wrong, with the lines they are about."""

import html
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from .excerpt import caret, excerpt, line_at, lines_of, visible
from .problem import Mark, Problem
from .rules import code_of, label_of

_CODE: Final = re.compile(r"`([^`]+)`")
_WIDTH: Final = 160
"""Columns of a line that are shown."""


def count(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    return " and ".join(parts) or "no problem"


def trouble_page(problems: Sequence[Problem], root: Path) -> str:
    """Return a whole HTML page that lists the problems with the lines they are about; it needs no other file.

    `root` is the folder that the paths of the problems are relative to.
    """

    @cache
    def lines(path: str) -> tuple[str, ...]:
        try:
            return lines_of((root / path).read_bytes())
        except OSError:  # the file that is missing, or a folder
            return ()

    items = "".join(_item(problem, lines(problem.mark.path)) for problem in problems)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
    title = f"The data has {count(problems)}"
    comfort = "The site comes back by itself when the last one is mended and saved. Nothing was lost."
    example = f", as in <code>./dossier explain {html.escape(code_of(problems[0].rule))}</code>" if problems else ""
    more = f"<p><small>Each rule is explained by <code>./dossier explain</code>{example}.</small></p>"
    body = f"<main><h1>{title}</h1><p>{comfort}</p><ol>{items}</ol>{more}</main>"
    return f'<!doctype html><html lang="en"><head>{head}<title>{title}</title></head><body>{body}</body></html>'


_STYLE = """
:root { color-scheme: light dark }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif;
  background: light-dark(#f4f5f1, #15181a); color: light-dark(#171a1c, #e9eae5) }
main { max-width: 60rem; margin: auto; padding: 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.2 }
ol { list-style: none; padding: 0 }
li { border-top: 1px solid light-dark(#777d79, #838a87); padding: 1rem 0 }
code, pre { font: 14px/1.5 ui-monospace, monospace }
pre { overflow-x: auto; padding: .6rem; background: light-dark(#fcfcfa, #1d2123) }
mark { background: light-dark(#f3c9c0, #7a2f22); color: inherit }
p code { overflow-wrap: anywhere; white-space: pre-wrap }
.what, .what code { font-weight: 600 }
"""


def _item(problem: Problem, lines: Sequence[str]) -> str:
    expected = f"<br>{_worded(problem.expected)}" if problem.expected else ""
    what = f'<span class="what">{_worded(problem.message)}</span>'
    rule = html.escape(f"{problem.severity.value}, rule {label_of(problem.rule)}")
    where = f"<code>{html.escape(str(problem.mark))}</code> <small>{rule}</small>"
    return f"<li>{where}<p>{what}{expected}</p>{_shown(problem.mark, lines)}</li>"


def _worded(text: str) -> str:
    """Return a message as HTML: a sentence, with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(_sentence(text)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _shown(mark: Mark, lines: Sequence[str]) -> str:
    """Return the line a problem is about, with the one before it and a caret under the place.

    The character itself is marked as well: in a browser a line may run from right to left, and no width is sure.
    """
    line = line_at(lines, mark.line)
    if not line.strip():
        return ""
    found = excerpt(line, mark, _WIDTH)
    before = html.escape(f"{mark.line - 1:5} | {visible(lines[mark.line - 2])[:_WIDTH]}\n") if mark.line > 1 else ""
    at = f"<mark>{html.escape(found.at)}</mark>" if found.at else ""
    text = f"{mark.line:5} | {html.escape(found.before)}{at}{html.escape(found.after)}"
    return f'<pre tabindex="0">{before}{text}\n      | {html.escape(caret(found))}</pre>'
