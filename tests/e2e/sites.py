"""Projects and commands: from a folder with a mkdocs.yml to a built site, as an editor builds it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).parents[2]
SECOND: Final = Path(__file__).parent / "second"
ARABIC: Final = Path(__file__).parent / "arabic"
PARTS: Final = ("data", "docs", "hooks", "overrides", "mkdocs.yml")
"""What of the checkout a project is made of."""
DAY: Final = "1481241600"


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: the project it was built from, and the folder of its files."""

    project: Path
    site: Path


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command: a fixed day, no notice of the theme, no bytecode left in the project."""
    fixed = {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **fixed, **more}


def run(arguments: list[str], project: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a project and return what it said; a build that takes minutes is a failure."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment(**more), capture_output=True, text=True, timeout=180, check=False
    )


def build(project: Path, site: Path, **more: str) -> Built:
    """Build a project strictly; whatever it has to say fails the test that asked for it."""
    # Not --quiet: MkDocs then counts no warning, and nothing is strict.
    done = run(["mkdocs", "build", "--strict", "--site-dir", str(site)], project, **more)
    said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO ")]
    assert (done.returncode, said) == (0, []), done.stdout + done.stderr
    return Built(project, site)


def copy_of_checkout(to: Path) -> Path:
    """Copy what a project is made of, so that a test may change it."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return to


def second_dossier(to: Path, *, own_engine: bool = False, dossier: Path = SECOND) -> Path:
    """Write a project of its own around the second dossier: another subject, no page written by hand, same engine.

    `dossier` names another one to be taken in its place.

    The engine, the theme's overrides and the sheets are used where they are, or copied with `own_engine`.
    """
    shutil.copytree(dossier, to)
    (to / "docs").mkdir()
    shutil.copytree(ROOT / "docs" / "assets", to / "docs" / "assets")
    home = to if own_engine else ROOT
    if own_engine:
        for part in ("hooks", "overrides"):
            shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for part in ("hooks/mkdocs_hook.py", "custom_dir: overrides", "- hooks\n", "- overrides\n"):
        assert part in config, f"mkdocs.yml has no {part!r} any more; this recipe must follow it"
    config = config.replace("hooks/mkdocs_hook.py", str(home / "hooks" / "mkdocs_hook.py"))
    config = config.replace("custom_dir: overrides", f"custom_dir: {home / 'overrides'}")
    config = config.replace("- hooks\n", f"- {home / 'hooks'}\n").replace("- overrides\n", f"- {home / 'overrides'}\n")
    (to / "mkdocs.yml").write_text(config, encoding="utf-8")
    return to


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def plain_config(project: Path, docs: Path) -> Path:
    """Write beside emitted Markdown a configuration without our hook: same theme, extensions and navigation."""
    config = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    config.pop("hooks")
    config.pop("watch")
    config |= {"docs_dir": str(docs), "nav": yaml.safe_load((docs / "nav.yml").read_text(encoding="utf-8"))["nav"]}
    config["theme"]["custom_dir"] = str(ROOT / "overrides")
    path = docs.parent / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return path


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml with `!ENV` as its default."""


_Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
