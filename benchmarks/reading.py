"""How long reading and checking a dossier takes, beside the time PyYAML's CSafeLoader takes just to load the files.

    python benchmarks/reading.py                10,000 events, nine rounds
    python benchmarks/reading.py -n 1000 -r 5
    python benchmarks/reading.py --profile      where our time goes, by function

Ours is all that happens before the first page: read the files, know every line, validate every field, resolve every
reference, apply every rule. Theirs has no lines, no checks and no rules. Each measurement is a process of its own and
the two take turns, so that whatever else the machine does meets both. Processor time counts (user and system).
"""

import argparse
import cProfile
import json
import os
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from generate import write

HOOKS: Final = Path(os.environ.get("DOSSIER_HOOKS", Path(__file__).resolve().parent.parent / "hooks"))
"""Another checkout's hooks folder in DOSSIER_HOOKS measures that one: for a before and after."""


def ours(folder: Path) -> dict[str, float]:
    """Return the processor seconds of reading and checking and of each stage. Fails on a dossier with problems."""
    sys.path.insert(0, str(HOOKS))
    from dossier import reading  # noqa: PLC0415 - the time to import is no part of the measurement

    taken: dict[str, float] = {}
    for stage in ("load_folder", "read_model", "check"):
        setattr(reading, stage, _timed(stage, getattr(reading, stage), taken))
    _, found = _timed("all", reading.read, taken)(folder)
    if found:
        raise SystemExit(f"the dossier is not clean: {found[0]}")
    return taken


def _timed(name: str, stage: Callable[..., Any], taken: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        made = stage(*given, **named)
        taken[name] = time.process_time() - start
        return made

    return timed


def theirs(folder: Path) -> dict[str, float]:
    """Return the processor seconds CSafeLoader needs for the same files."""
    import yaml  # noqa: PLC0415

    start = time.process_time()
    for path in sorted(folder.rglob("*.yml")):
        with path.open("rb") as file:
            yaml.load(file, yaml.CSafeLoader)
    return {"all": time.process_time() - start}


SIDES: Final[dict[str, Callable[[Path], dict[str, float]]]] = {"ours": ours, "CSafeLoader": theirs}


def measure(side: str, folder: Path) -> dict[str, float]:
    """Run one side in a process of its own; return its seconds and its peak memory in MB."""
    done = subprocess.run(
        [sys.executable, __file__, "--side", side, str(folder)], check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout))


def compare(events: int, rounds: int) -> None:
    """Print the medians of both sides, stage by stage, and what each needs of the other's."""
    with tempfile.TemporaryDirectory() as folder:
        write(events, Path(folder))
        runs: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
        for number in range(rounds):
            for side in sorted(SIDES, reverse=bool(number % 2)):
                runs[side].append(measure(side, Path(folder, "data")))
    middle = {
        side: {name: statistics.median(run[name] for run in found) for name in found[0]} for side, found in runs.items()
    }
    print(f"{events:,} events, {rounds} rounds, medians; processor seconds, and MB at the peak")
    for side, figures in middle.items():
        print(f"  {side:<12}" + "  ".join(f"{name} {value:7.2f}" for name, value in figures.items()))
    ratios = [one["all"] / other["all"] for one, other in zip(runs["ours"], runs["CSafeLoader"], strict=True)]
    print(f"  ours / CSafeLoader: {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")


def profile(events: int) -> None:
    """Print the functions that take most of our time."""
    with tempfile.TemporaryDirectory() as folder:
        write(events, Path(folder))
        profiler = cProfile.Profile()
        profiler.runcall(ours, Path(folder, "data"))
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(30)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure reading and checking against PyYAML's CSafeLoader.")
    parser.add_argument("-n", "--events", type=int, default=10_000)
    parser.add_argument("-r", "--rounds", type=int, default=9)
    parser.add_argument("--profile", action="store_true", help="show where our time goes instead")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        seconds = SIDES[given.side](given.folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        json.dump(seconds | {"peak MB": peak}, sys.stdout)
    elif given.profile:
        profile(given.events)
    else:
        compare(given.events, given.rounds)


if __name__ == "__main__":
    main()
