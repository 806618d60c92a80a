"""The made-up dossier that measurements run on has no problem, has the size it says, and is always the same."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dossier.pipeline import read

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def made_up() -> ModuleType:
    """The generator; benchmarks are scripts and no package."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "benchmarks" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("events", [1, 10, 200])
def test_a_made_up_dossier_has_no_problem(made_up: ModuleType, events: int, tmp_path: Path) -> None:
    """A measurement of broken data measures something else."""
    made_up.write(events, tmp_path)
    dossier, problems = read(tmp_path / "data")
    assert [str(problem) for problem in problems if problem.is_error or events == 200] == []
    assert len(dossier.events) == events


def test_the_same_number_gives_the_same_bytes(made_up: ModuleType) -> None:
    """Two measurements months apart read the same thing."""
    assert list(made_up.generate(20)) == list(made_up.generate(20))


def test_it_grows_as_it_says(made_up: ModuleType, tmp_path: Path) -> None:
    """N/5 actors, N/2 sources, N/20 places, N/10 claims."""
    made_up.write(200, tmp_path)
    dossier, _ = read(tmp_path / "data")
    assert [len(kind) for kind in (dossier.actors, dossier.sources, dossier.places, dossier.claims)] == [
        40,
        100,
        10,
        20,
    ]
    words = [len(event.text.split()) for event in dossier.events]
    assert 40 <= sum(words) / len(words) <= 80


def test_both_sides_of_the_reading_are_still_there_to_measure() -> None:
    """The measurements follow the code: a stage that is renamed is renamed there as well."""
    command = [sys.executable, "benchmarks/reading.py", "--events", "10", "--rounds", "1"]
    reading = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    assert "ours / CSafeLoader" in reading
    assert "read_model" in reading


def test_every_stage_of_the_core_is_still_there_to_measure(made_up: ModuleType, tmp_path: Path) -> None:
    """From load to render."""
    made_up.write(10, tmp_path)
    command = [sys.executable, "benchmarks/run.py", "--stages", str(tmp_path / "data")]
    stages = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    assert all(f'"{stage}"' in stages for stage in ("load", "model", "check", "index", "render"))
