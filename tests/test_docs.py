"""Documentation that cannot rot: what it names exists, what exists is named, and its examples run as they stand."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from docs_text import (
    CONTRIBUTE,
    DATA_README,
    FENCE,
    GUIDE,
    PAGES,
    README,
    ROOT,
    anchors_of,
    code_of,
    fences,
    name_of,
    rules_in_code,
    text_of,
)
from dossier.__main__ import main
from dossier.commands import COMMANDS
from dossier.dates import parse as parse_date
from dossier.model.read import LISTS
from dossier.pipeline import Site, read
from dossier.prose import Cite, Link, parse
from dossier.rules import CODES
from dossier.schema import schemas

PROGRAM_PAGES = ("architecture.md", "contribute.md", "dependencies.md", "problems.md")
"""Hand-written pages about the program: they stay when `data/` is replaced by somebody else's."""


def write_examples(folder: Path, *pages: Path) -> None:
    """Write the YAML of these pages below `folder`; the first line of each block says into which file it goes."""
    for page in pages:
        for block in fences(page, "yaml"):
            first, _, rest = block.partition("\n")
            assert first.startswith("# data/"), f"{name_of(page)}: a block of YAML that does not name its file: {first}"
            path = folder / first.removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{rest}\n")


def handwritten(docs: Path) -> Mapping[str, str]:
    return {path.relative_to(docs).as_posix(): text_of(path) for path in docs.rglob("*.md")}


# ── examples ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "more", [(), (CONTRIBUTE,), (GUIDE / "second-document.md",)], ids=["data/README", "contribute", "second"]
)
def test_worked_entries_are_right(more: tuple[Path, ...], tmp_path: Path) -> None:
    """An editor who copies an example has an entry without a problem."""
    write_examples(tmp_path, DATA_README, *more)

    dossier, problems = read(tmp_path / "data")

    assert "\n".join(map(str, problems)) == ""
    assert [kind for kind in (*LISTS, "documents", "remarks") if not getattr(dossier, kind)] == []


def test_dates_of_the_table_are_dates() -> None:
    """Every date that `data/README.md` shows is read."""
    table = text_of(DATA_README).partition("\n## Dates\n")[2].partition("\n## ")[0]
    written = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)

    assert [parse_date(text).text for text in written] == written
    assert len(written) > 5


def test_shipped_data_has_no_problem() -> None:
    """What we ask of others holds for the dossier of this repository, warnings included."""
    _, problems = read(ROOT / "data", Site(handwritten(ROOT / "docs")))

    assert "\n".join(map(str, problems)) == ""


# ── what programs write ───────────────────────────────────────────────────────────────────────────────────────────────


def test_field_tables_are_fresh() -> None:
    """`data/README.md` has every field of every kind, as the model has it."""
    written = subprocess.run(
        [sys.executable, "-c", "import field_tables; print(field_tables.tables())"],
        cwd=ROOT / "scripts",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()

    shown = text_of(DATA_README).partition("do not change by hand. -->")[2].partition("<!-- End")[0].strip()

    assert shown == written, "run: .venv/bin/python scripts/field_tables.py"


def test_schemas_are_fresh() -> None:
    """The schemas that editor programs read are those of the model."""
    found = {path.stem: text_of(path) for path in (ROOT / "data" / "schema").glob("*.json")}

    assert found == schemas(), "run: PYTHONPATH=hooks .venv/bin/python -m dossier schema"


# ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def commands_in(path: Path) -> list[str]:
    return [found.strip() for found in re.findall(r"(?:-m |\./|^)dossier ((?!/)[^\n#]+)", code_of(path), re.MULTILINE)]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_commands_that_are_named_exist(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each `dossier …` on a page is understood: its command and its options are in the help."""
    for command in commands_in(path):
        name, *arguments = shlex.split(command)
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))

        assert ended.value.code == 0, command
        assert [word for word in arguments if word.startswith("-") and word not in known] == [], command


def test_commands_that_exist_are_named() -> None:
    """The README leaves out no command."""
    assert {command.split()[0] for command in commands_in(README)} == set(COMMANDS)


def test_make_targets_named_exist_and_existing_are_named() -> None:
    """Each `make …` on a page is a target, and CONTRIBUTING has all that `make help` lists."""
    makefile = text_of(ROOT / "Makefile")
    listed = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    existing = listed | set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {path: set(re.findall(r"(?:^|\s)make ([a-z][a-z-]*)", code_of(path), re.MULTILINE)) for path in PAGES}

    assert {name_of(path): targets - existing for path, targets in named.items() if targets - existing} == {}
    assert listed - {"help"} - named[ROOT / "CONTRIBUTING.md"] == set()
    assert {"serve", "site", "test"} <= named[README]


def test_windows_lines_are_those_that_are_tried() -> None:
    """The weekly workflow runs on Windows what the README tells people on Windows."""
    jobs = yaml.safe_load(text_of(ROOT / ".github" / "workflows" / "newest.yml"))["jobs"]
    tried = [
        line.strip()
        for step in jobs["windows"]["steps"]
        for line in step.get("run", "").splitlines()
        if ".venv\\" in line
    ]

    assert tried
    assert [line for line in tried if line not in code_of(README)] == []


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_rule_is_explained() -> None:
    """Whatever the program can complain of, `docs/problems.md` says what it means and what to do, in one line."""
    rows = re.findall(
        r"^\| \[D\d+\]\([^)]+\)<br>`([a-z0-9-]+)` \| (.+?) \| (.+?) \|$",
        text_of(ROOT / "docs" / "problems.md"),
        re.MULTILINE,
    )
    found = rules_in_code()

    assert sorted(rule for rule, _, _ in rows) == sorted({rule for rule, _ in found})
    assert set(CODES) == {rule for rule, _ in found}
    assert len(set(CODES.values())) == len(CODES)
    errors, warnings = ({rule for rule, warns in found if warns is kind} for kind in (False, True))
    assert {rule for rule, meaning, _ in rows if meaning.startswith("Warning:")} == warnings - errors
    assert warnings & errors <= {rule for rule, meaning, _ in rows if "warning" in meaning}


# ── everything else that is named ─────────────────────────────────────────────────────────────────────────────────────


def test_every_dependency_has_its_reason() -> None:
    """Whatever the two lists of requirements name has its line in `docs/dependencies.md`, and nothing else has."""
    lists = text_of(ROOT / "requirements.in") + text_of(ROOT / "requirements-dev.in")
    required = re.findall(r"^([a-z][a-z0-9-]*)[=<>~!]", lists, re.MULTILINE)
    python = text_of(ROOT / "docs" / "dependencies.md").partition("## Outside of Python")[0]

    assert sorted(re.findall(r"^- `([a-z0-9-]+)`: ", python, re.MULTILINE)) == sorted(required)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_files_that_are_named_exist(path: Path) -> None:
    """A path of the repository shown as code leads somewhere."""
    named = set(
        re.findall(
            r"(?:^|[\s=])((?:\.ci|\.github|benchmarks|docs|hooks|overrides|scripts|tests)/[\w./-]*)",
            code_of(path),
            re.MULTILINE,
        )
    )

    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_between_files_lead_somewhere(path: Path) -> None:
    """Who reads these pages in the repository finds every file, heading and picture they link to."""
    shown = re.sub(r"`[^`\n]+`", "", FENCE.sub("", text_of(path)))
    dead = []
    for address in re.findall(r"\]\((?!https?:)([^)\s]+)\)", shown):
        file, _, anchor = address.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            dead.append(address)

    assert dead == []


def test_pictures_are_small() -> None:
    """A picture for the README costs a reader of the repository no more than a quarter of a megabyte."""
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}

    assert sizes
    assert {name: size for name, size in sizes.items() if size > 250_000} == {}


@pytest.mark.parametrize("name", PROGRAM_PAGES)
def test_pages_about_the_program_survive_another_dossier(name: str) -> None:
    """They point at no entry, so whoever replaces the data can keep them."""
    assert [token for token in parse(text_of(ROOT / "docs" / name)) if isinstance(token, Cite | Link)] == []
