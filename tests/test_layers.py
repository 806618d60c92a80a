"""One direction: each stage imports only those before it, and only the ends of the chain touch the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier

PACKAGE = Path(dossier.__file__).parent
ORDER = (
    "collector",
    "problem",
    "rules",
    "dates",
    "prose",
    "load",
    "model",
    "editing",
    "importing",
    "begin",
    "voice",
    "names",
    "analysis",
    "check",
    "index",
    "forges",
    "links",
    "reading",
    "since",
    "excerpt",
    "draw",
    "schema",
    "report",
    "changes",
    "render",
    "pipeline",
    "trouble",
    "listing",
    "lighter",
    "host",
    "terminal",
    "git",
    "revisions",
    "commands",
    "__main__",
)
"""The stages from left to right; a new module takes its place here."""

MODULES = sorted(PACKAGE.rglob("*.py"))
ENDS = {"git", "revisions", "commands", "__main__"}
"""What touches the world: files, the terminal, git."""
CORE = [path for path in MODULES if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in ENDS]
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime"}
WORLD = {
    "logging",
    "os",
    "random",
    "requests",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
}
NETWORK = ("http.client", "http.server", "urllib.request")


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the absolute name of everything a module imports, wherever in it."""
    package = ("dossier", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join((*above, *([node.module] if node.module else ())))
            # `from . import svg` names modules; `from .svg import line` names what is in one: both begin the same way.
            yield from (f"{start}.{name.name}" for name in node.names)


def test_every_stage_has_its_place() -> None:
    """A module nobody has placed cannot be held to the order."""
    assert {stage_of(path) for path in MODULES} - {"__init__"} == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_stage_imports_only_stages_before_it(path: Path) -> None:
    """Read from left to right, nothing is met before it was explained."""
    own = stage_of(path)
    used = {name.split(".")[1] for name in imported(path) if name.startswith("dossier.")} - {own}
    allowed = () if own == "__init__" else ORDER[: ORDER.index(own)]
    assert used - set(allowed) == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_core_does_not_know_mkdocs(path: Path) -> None:
    """Another site engine can take over: only what stands beside the package knows this one."""
    engines = {"markdown", "material", "mkdocs", "properdocs", "pymdownx", "zensical"}
    assert {name.split(".")[0] for name in imported(path)} & engines == set()


def test_beside_the_package_stand_the_adapter_and_what_it_sets_in_the_theme() -> None:
    """What is not the core is the adapter, and nothing else."""
    assert sorted(path.name for path in PACKAGE.parent.glob("*.py")) == ["dossier_theme.py", "mkdocs_hook.py"]


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_prints_nothing_and_asks_neither_clock_nor_network(path: Path) -> None:
    """Values in, values out: the same data gives the same pages, on any day and any machine."""
    names = set(imported(path))
    assert {name.split(".")[0] for name in names} & WORLD == set()
    assert not [name for name in names if name.startswith(NETWORK)]
    tree = ast.parse(path.read_text("utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    said = [ast.unparse(func) for func in called if isinstance(func, ast.Name) and func.id in ("print", "input")]
    asked = [ast.unparse(func) for func in called if isinstance(func, ast.Attribute) and func.attr in CLOCKS]
    assert (said, asked) == ([], [])


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_no_stage_catches_everything(path: Path) -> None:
    """A fault of the program is never taken for a fault of the data."""
    caught = [node.type for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ExceptHandler)]
    assert [
        ast.unparse(kind) for kind in caught if kind is not None and ast.unparse(kind) in ("Exception", "BaseException")
    ] == []
    assert None not in caught
