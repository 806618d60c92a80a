"""The made-up dossiers that measurements run on: without a problem, of the size they say, and always the same."""

import importlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dossier.analysis import analyse
from dossier.model.words import BearsOn, Stance
from dossier.pipeline import read

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def made_up() -> Iterator[ModuleType]:
    """The generator; benchmarks are scripts that find one another in their folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("generate")


class Analysed:
    """A made-up dossier and what is found in it; pytest would take minutes to print all of it when a test fails."""

    def __init__(self, data: Path) -> None:
        self.dossier, _ = read(data)
        found = analyse(self.dossier)
        self.parents, self.circles = found.descent.parents, found.descent.circles
        self.counts = [origins.all for origins in found.origins.values()]


@pytest.fixture(scope="module")
def analysed(made_up: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Analysed:
    """A dossier large enough that what is rare occurs."""
    folder = tmp_path_factory.mktemp("made-up")
    made_up.write(2_000, folder)
    return Analysed(folder / "data")


@pytest.mark.parametrize("events", [1, 10, 200])
def test_a_made_up_dossier_has_no_problem(made_up: ModuleType, events: int, tmp_path: Path) -> None:
    """A measurement of broken data measures something else."""
    made_up.write(events, tmp_path)
    dossier, problems = read(tmp_path / "data")
    assert [str(problem) for problem in problems if problem.is_error or events == 200] == []
    assert len(dossier.events) == events


def test_the_same_number_gives_the_same_bytes(made_up: ModuleType, tmp_path: Path) -> None:
    """Two measurements months apart read the same thing, in another process with other hashes as well."""
    made_up.write(20, tmp_path / "one")
    script = ROOT / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, script, "20", tmp_path / "other"], check=True, env={"PYTHONHASHSEED": "1"})
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / at).rglob("*.yml")} for at in ("one", "other"))
    assert len(one) == 9
    assert one == other


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


def test_sources_derive_from_one_another_as_real_ones_do(analysed: Analysed) -> None:
    """Chains of up to eight, two parents, parents only possible, roots that speak, that saw, and with nothing known."""
    parents = analysed.parents
    depth: dict[str, int] = {}
    for source in analysed.dossier.sources[1:]:
        depth[source.id] = 1 + max((depth[derived.source] for derived in parents[source.id]), default=-1)
    assert max(depth.values()) == 8
    roots = [source for source in analysed.dossier.sources if not source.derived_from]
    kinds = Counter("voice" if root.speaks_for else "eyes" if root.first_hand else "silent" for root in roots)
    assert all(kinds[kind] >= 5 for kind in ("voice", "eyes", "silent"))
    assert sum(len(found) == 2 for found in parents.values()) >= 80
    assert sum(derived.how == "unknown" for found in parents.values() for derived in found) >= 10
    assert analysed.circles == ()


def test_repetition_and_independence_both_occur(analysed: Analysed) -> None:
    """Many reports of one origin, ranges that are wide and ranges that are one number, and every stance."""
    counts = analysed.counts
    assert any(len(count.reports) >= 7 and count.at_most == 1 for count in counts)
    assert any(count.at_least >= 3 for count in counts)
    assert any(count.at_least < count.at_most for count in counts)
    given = [citation for claim in analysed.dossier.claims for citation in claim.citations]
    assert {citation.stance for citation in given} == set(Stance)
    assert {citation.bears_on for citation in given} == set(BearsOn)
    assert any(citation.derived_from for citation in given)


def test_figures_meet_and_figures_conflict(analysed: Analysed) -> None:
    """In one unit and in several, with something that ranks and sums them up."""
    claims = analysed.dossier.claims
    units: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if claim.measure:
            units.setdefault((claim.measure.of, claim.measure.scope), set()).add(claim.measure.unit)
    assert {len(found) for found in units.values()} == {1, 2}
    assert {claim.type for claim in claims} >= {"statement", "largest", "first", "last", "only", "total"}
    assert any(claim.as_found for claim in claims)
    assert any(claim.asserted_by.found for claim in claims)


def test_no_claim_falls_for_good(analysed: Analysed) -> None:
    """Some sources are retracted, and every claim still has a report that counts."""
    assert any(source.retracted for source in analysed.dossier.sources)
    assert all(count.reports for count in analysed.counts)


@pytest.mark.parametrize("arguments", [["10", "20", "-r", "1"], ["--worst", "empty", "contradictions"]])
def test_all_analyses_are_still_there_to_measure(arguments: list[str]) -> None:
    """Whatever `analyse` calls has a row of its own; nothing here knows their names."""
    command = [sys.executable, "benchmarks/analyses.py", *arguments]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "descent_of" in printed or "--worst" in arguments
    assert "raises" not in printed
    assert "longer" not in printed


def test_every_hard_dossier_is_read(made_up: ModuleType, tmp_path: Path) -> None:
    """One that is misshapen would measure how fast errors are told."""
    worst = importlib.import_module("worst")
    for name in ("ladder", "totals", "contradictions", "knot", "names", "empty"):
        worst.write_worst(name, tmp_path / name)
        dossier, _ = read(tmp_path / name / "data")
        assert len(dossier.entries) == sum(map(len, worst.WORST[name]().values())), name


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
