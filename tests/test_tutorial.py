"""The tutorial, done step by step as it stands: its commands run, its files written, its answers compared.

What the blocks of `docs/guide/tutorial.md` mean here, in their order:

    sh      each line is run; `make serve` waits for a reader and is left out
    yaml    is added to the file that its first line names
    diff    changes the file that its first line names: lines with `-` stand there once, those with `+` take their place
    text    lines that the commands before it printed, in this order
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from docs_text import FENCE, ROOT, text_of

TUTORIAL = ROOT / "docs" / "guide" / "tutorial.md"
READER = {"make serve"}


class Desk:
    """Where the tutorial is done: the folder a reader stands in, and what was last printed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        self.done: list[str] = []

    def sh(self, block: str) -> None:
        """Run each line; a command of ours by this Python, since the reader's own is being installed by it."""
        self.printed = ""
        for line in block.strip().splitlines():
            words = shlex.split(line)
            if line in READER:
                continue
            if words[0] == "cd":
                self.folder = (self.folder / words[1]).resolve()
                continue
            self.printed += self._run(words)
            self.done.append(words[1])

    def _run(self, words: list[str]) -> str:
        module = {"./dossier": ["dossier", *words[1:]], "make": ["mkdocs", "build", "--strict"]}[words[0]]
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "hooks"), "PYTHONUTF8": "1", "NO_COLOR": "1"}
        ended = subprocess.run(
            [sys.executable, "-m", *module],
            cwd=self.folder,
            env={**environment, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in ended.stderr, ended.stderr
        assert ended.returncode in (0, 1), ended.stderr
        return ended.stdout

    def yaml(self, block: str) -> None:
        first, _, rest = block.partition("\n")
        path = self.folder / first.removeprefix("# ")
        before = path.read_text(encoding="utf-8") + "\n" if path.exists() else ""
        path.write_text(before + rest, encoding="utf-8")

    def diff(self, block: str) -> None:
        first, _, rest = block.partition("\n")
        path = self.folder / first.removeprefix("# ")
        lines = rest.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in ("-", " "))
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in ("+", " "))
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path.name} has {text.count(old)} places like this:\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def text(self, block: str) -> None:
        rest = self.printed
        for line in block.strip().splitlines():
            assert f"{line}\n" in rest, f"{line!r} is not in what was printed:\n{self.printed}"
            rest = rest.partition(f"{line}\n")[2]


def test_the_tutorial_goes_as_it_says(tmp_path: Path) -> None:
    """A reader who does what it says sees what it says, and has a site at the end."""
    desk = Desk(ROOT)
    for _, language, block in FENCE.findall(text_of(TUTORIAL)):
        getattr(desk, language)(block.replace("../footbridge", str(tmp_path / "footbridge")))
    assert desk.folder == tmp_path / "footbridge"
    assert {"init", "check", "explain", "analyse", "site"} <= set(desk.done)
    page = (desk.folder / "site" / "claims" / "twelve-bolts.html").read_text(encoding="utf-8")
    assert "2 reports, 1 origin" in page
    assert "footbridge-closed" in (desk.folder / "site" / "timeline.html").read_text(encoding="utf-8")


def test_a_step_that_no_longer_fits_is_found(tmp_path: Path) -> None:
    """The reader of blocks above can fail."""
    desk = Desk(tmp_path)
    desk.yaml("# a.yml\nx: 1\n")
    with pytest.raises(AssertionError, match="0 places"):
        desk.diff("# a.yml\n-y: 1\n+y: 2\n")
    desk.printed = "one\ntwo\n"
    with pytest.raises(AssertionError, match="not in what was printed"):
        desk.text("two\none\n")
