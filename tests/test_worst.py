"""Memory, time and words of the worst files: each is read in a process of its own, which the system stops in time."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import dossier.load.build
from dossier.load import load_text
from dossier.problem import did_you_mean
from worst_files import BASE, WORST, read

TIMES: Final = 10
"""Bytes of memory that a byte of input may take at the most."""
ALLOWANCE: Final = 64 * 1024 * 1024
"""Bytes a reading may take beyond that, whatever it reads: of the smallest pieces, a few hundred bytes each, as many
as fill a file of the size tried here."""
SECONDS: Final = 60
"""Of the processor, for one file: a hundred times what any takes, so that only a hang is stopped."""
MEASURED: Final = """
import resource, sys
from worst_files import BASE, RIGHT, WORST, read
before, piece, after = (part.encode() for part in WORST[sys.argv[1]])
data = before + piece * ((int(sys.argv[2]) - len(before) - len(after)) // len(piece)) + after
kind = {"references": "questions", "long reference": "questions", "long date": "events"}.get(sys.argv[1], "terms")
path = f"{kind}/more.yml"
read(BASE)
start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = read({**BASE, path: data})
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) * 1024
assert found or sys.argv[1] in RIGHT, "nothing is said of it"
print(grown, len(data), len(found), max((len(str(problem)) for problem in found), default=0))
"""
SIZE: Final = 256 * 1024


@pytest.mark.parametrize("worst", WORST)
def test_the_worst_files_take_no_more_memory_than_allowed(worst: str) -> None:
    """A quarter of a megabyte of one sign is read or refused in bounded memory, time and words."""
    found_here = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, worst, str(SIZE)],
        cwd=Path(__file__).parent,
        env={**os.environ, **found_here},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-600:] or f"stopped by signal {-done.returncode}"
    grown, size, found, longest = (int(number) for number in done.stdout.split())
    assert grown <= TIMES * size + ALLOWANCE
    assert found <= 1_100
    assert longest <= 1_000


def test_parts_beyond_what_a_file_may_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three bytes make a list of three hundred; the limit keeps a file of them from filling the memory."""
    monkeypatch.setattr(dossier.load.build, "MOST_PARTS", 30)
    assert load_text("terms", "data/terms.yml", b"[" + b"[]," * 29 + b"]")[1] == ()
    sheet, (problem,) = load_text("terms", "data/terms.yml", b"[" + b"[]," * 30 + b"]")
    assert sheet is None
    assert problem.rule == "size"


def test_the_nearest_of_many_ids_is_looked_for_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of ten thousand ids the nearest takes a tenth of a second, and a renamed entry may be pointed at everywhere."""
    asked: list[str] = []

    def counted(word: str, known: object) -> str:
        asked.append(word)
        return did_you_mean(word, known)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules["dossier.check.references"], "did_you_mean", counted)
    about = ", ".join(["nobody"] * 500 + [f"nobody-{number}" for number in range(500)])
    question = f"- id: why\n  question: Why?\n  text: x [@paper]\n  would_settle: y\n  about: [{about}]\n"
    problems = read({**BASE, "questions.yml": question.encode()})
    assert sum(problem.rule == "reference" for problem in problems) == 1_000
    assert asked.count("nobody") == 1
    assert len(asked) == 50
