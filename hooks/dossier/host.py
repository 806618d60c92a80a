"""What a host of the core needs: the site's navigation, and problems as a page, beside the build itself."""

import html
from collections.abc import Iterable, Sequence
from pathlib import Path

from .links import Repository
from .pipeline import Build, Site, build, read
from .problem import Problem
from .render import Page

__all__ = ["Build", "Repository", "Site", "build", "count", "navigation", "read", "trouble_page"]

NavItem = dict[str, str | list[dict[str, str]]]


def navigation(pages: Iterable[Page]) -> list[NavItem]:
    """Return the navigation in MkDocs's form: pages in their order, those of a section together at its first page."""
    items: list[NavItem] = []
    sections: dict[str, list[dict[str, str]]] = {}
    for page in pages:
        if page.section is None:
            continue
        if not page.section:
            items.append({page.nav_title: page.path})
        else:
            if page.section not in sections:
                sections[page.section] = []
                items.append({page.section: sections[page.section]})
            sections[page.section].append({page.nav_title: page.path})
    return items


def count(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    parts = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in ((errors, "error"), (warnings, "warning")) if number]
    return " and ".join(parts) or "no problem"


def trouble_page(problems: Sequence[Problem], root: Path) -> str:
    """Return a whole HTML page that lists the problems with the lines they are about; it needs no other file.

    `root` is the folder that the paths of the problems are relative to.
    """
    items = "".join(_item(problem, root) for problem in problems)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>The data has {count(problems)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>The data has {count(problems)}</h1><p>The site comes back by itself when the last one is mended and saved. "
        f"Nothing was lost.</p><ol>{items}</ol></main></body></html>")


_STYLE = (
    ":root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f4f5f1,#15181a);"
    "color:light-dark(#171a1c,#e9eae5)}main{max-width:60rem;margin:auto;padding:1.5rem}h1{font-size:1.6rem;line-height:1.2}"
    "ol{list-style:none;padding:0}li{border-top:1px solid light-dark(#777d79,#838a87);padding:1rem 0}"
    "code,pre{font:14px/1.5 ui-monospace,monospace}pre{overflow-x:auto;padding:.6rem;background:light-dark(#fcfcfa,#1d2123)}"
    "strong{display:block}.what{font-weight:600}")


def _item(problem: Problem, root: Path) -> str:
    expected = f"<br>{html.escape(_sentence(problem.expected))}" if problem.expected else ""
    return (
        f"<li><code>{html.escape(str(problem.mark))}</code> <small>{problem.severity.value}</small>"
        f'<p><span class="what">{html.escape(_sentence(problem.message))}</span>{expected}</p>{_excerpt(problem, root)}</li>')


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _excerpt(problem: Problem, root: Path) -> str:
    """Return the line a problem is about, with the one before it and a caret under the place."""
    path = root / problem.mark.path
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    number = problem.mark.line
    if not 0 < number <= len(lines):
        return ""
    shown = [f"{n:5} | {lines[n - 1][:160]}" for n in range(max(1, number - 1), number + 1)]
    caret = f"      | {' ' * min(problem.mark.column - 1, 159)}^"
    return f"<pre>{html.escape(chr(10).join([*shown, caret]))}</pre>"
