"""`dossier explain`: what a rule means, what to do, and an example that is wrong and one that is right."""

import argparse
import re
import sys
from pathlib import Path
from typing import Final

from ..listing import RulePage, read_rule_page, rule_text
from ..problem import did_you_mean
from ..rules import CODES, GROUPS
from .screen import has_colours, width

PAGES: Final = Path(__file__).resolve().parents[3] / "docs" / "problems"
"""The pages of the program itself: a dossier elsewhere need not have them."""
_WIDEST: Final = 100
_NARROWEST: Final = 20


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "rules", nargs="*", metavar="RULE", help="a code or a name, such as D501 or uncited; none lists all rules"
    )


def run(options: argparse.Namespace) -> int:
    """Print the page of each rule, or the list of all; a rule nobody knows is answered with the nearest."""
    if not options.rules:
        print(_all_rules(), end="")
        return 0
    rules = {given: rule_named(given) for given in options.rules}
    for given in (given for given, rule in rules.items() if rule is None):
        known = (*CODES, *CODES.values())
        hint = did_you_mean(_bare(given), known) or "`dossier explain` alone lists them all"
        print(f"there is no rule `{given}`; {hint}", file=sys.stderr)
    pages = [rule_page(rule) for rule in dict.fromkeys(rules.values()) if rule]
    columns = max(_NARROWEST, min(_WIDEST, width()))
    print("\n\n".join(_page(page, columns) for page in pages), end="")
    return 2 if None in rules.values() else 0


def rule_named(given: str) -> str | None:
    """Return the rule that a code or a name means, in small letters or capitals, or both as behind a problem."""
    word = _bare(given)
    names = {code.lower(): name for name, code in CODES.items()} | {name: name for name in CODES}
    return names.get(word.lower()) or names.get(word.lower().partition(" ")[0])


def rule_page(rule: str) -> RulePage:
    """Return the page of a rule; without its file, one that has only code and name."""
    path = PAGES / f"{CODES[rule]}.md"
    return read_rule_page(rule, path.read_text(encoding="utf-8") if path.is_file() else "")


def rule_pages() -> dict[str, RulePage]:
    """Return the page of every rule, by name."""
    return {rule: rule_page(rule) for rule in CODES}


def _bare(given: str) -> str:
    """Return what was given without what stands around it behind a problem: `[D501 uncited]`."""
    return re.sub(r"[\[\]`:,]", "", given).strip()


def _page(page: RulePage, columns: int) -> str:
    if not page.title:
        return f"{page.heading}\n\nThe page of this rule, docs/problems/{page.code}.md, is not here.\n"
    return rule_text(page, columns, colours=has_colours())


def _all_rules() -> str:
    """Return all rules in their groups, each with its few words."""
    pages = rule_pages()
    longest = max(map(len, CODES))
    lines = []
    for group, meaning in GROUPS.items():
        lines += [
            meaning,
            *(
                f"  {page.code}  {page.name:{longest}}  {page.title}".rstrip()
                for page in pages.values()
                if page.code[1] == group
            ),
            "",
        ]
    return "\n".join([*lines, "./dossier explain CODE says more, with an example."]) + "\n"
