"""What tests of the documentation read: the pages, their code and headings, and the rules the program can name."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[1]
README, DATA_README, CONTRIBUTE = ROOT / "README.md", ROOT / "data" / "README.md", ROOT / "docs" / "contribute.md"
GUIDE = ROOT / "docs" / "guide"
PAGES = (*sorted(ROOT.glob("*.md")), DATA_README, *sorted((ROOT / "docs").glob("*.md")), *sorted(GUIDE.glob("*.md")))

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def fences(path: Path, *languages: str) -> Iterator[str]:
    """Yield the fenced blocks of a page in these languages, without the indentation of a list around them."""
    for _, language, body in FENCE.findall(text_of(path)):
        if language in languages:
            yield dedent(body)


def code_of(path: Path) -> str:
    """Return everything a page shows as code, one piece a line."""
    text = text_of(path)
    return "\n".join([*(body for _, _, body in FENCE.findall(text)), *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))])


def anchors_of(path: Path) -> set[str]:
    """Return the anchors of a page: those GitHub makes of its headings, and those given in braces."""
    text = FENCE.sub("", text_of(path))
    slugs = {
        re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    return slugs | set(re.findall(r"\{ ?#([\w-]+) ?\}", text))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the name of what is called, without what stands before a dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def places_of_rule(tree: ast.Module) -> Mapping[str, int]:
    """Return what makes a problem in a module, and which of its arguments, counted from 0, is the name of the rule."""
    places = {"Problem": 3}
    for node in ast.walk(tree):
        # Only what a module keeps to itself: elsewhere another function may have the same name.
        if isinstance(node, ast.FunctionDef) and re.match("_[^_]", node.name):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            places |= {node.name: names.index("rule")} if "rule" in names else {}
    return places


@cache
def rules_in_code() -> frozenset[tuple[str, bool]]:
    """Return the rule of each problem the program can report, and whether it is a warning."""
    return frozenset(_rules_in_code())


def _warns(call: ast.Call) -> tuple[bool, ...]:
    """Tell whether a problem is a warning; both, where that is decided only when it is found."""
    given = [*(word.value for word in call.keywords if word.arg == "severity"), *call.args[4:5]]
    written = ast.unparse(given[0]) if given else "Severity.ERROR"
    return (written == "Severity.WARNING",) if written.startswith("Severity.") else (False, True)


def _rules_in_code() -> Iterator[tuple[str, bool]]:
    for path in sorted((ROOT / "hooks" / "dossier").rglob("*.py")):
        tree = ast.parse(text_of(path), str(path))
        places = places_of_rule(tree)
        for name, call in calls(tree):
            if name not in places:
                continue
            given = [word.value for word in call.keywords if word.arg == "rule"] or call.args[
                places[name] : places[name] + 1
            ]
            assert given, f"{name_of(path)}:{call.lineno}: a problem without the name of its rule"
            if ast.unparse(given[0]).rpartition(".")[2] == "rule":
                continue  # handed on from where it is written out
            assert isinstance(given[0], ast.Constant), (
                f"{name_of(path)}:{call.lineno}: the rule is not written out: {ast.unparse(given[0])}"
            )
            yield from ((str(given[0].value), warns) for warns in _warns(call))
