"""How long an editor waits for `dossier check` before each commit: a new process, from start to end.

    python benchmarks/check_start.py                 the data of this repository, 15 rounds
    python benchmarks/check_start.py -r 40 --data DIR
    python benchmarks/check_start.py --imports       what is imported, and how long each takes
    DOSSIER_HOOKS=../before/hooks python benchmarks/check_start.py     another checkout, for a before and after

Beside it stand Python alone and Python with the two libraries that reading cannot do without, PyYAML and pydantic: what
is left is ours. Files are read once before, so that the disk is no part of it; bytecode is there, as after the first
run. The requirement: under 0.7 seconds by the clock on a machine that does nothing else.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
HOOKS: Final = Path(os.environ.get("DOSSIER_HOOKS", ROOT / "hooks")).resolve()
LIMIT: Final = 0.7


def measured(command: list[str]) -> tuple[float, float]:
    """Return the seconds by the clock and of the processor that a process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(HOOKS)})
    clock = time.perf_counter() - start
    if done.stderr or done.returncode not in (0, 1):
        sys.exit(f"this was no check: {done.stderr.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure the sides in turns; print medians, the fastest and the slowest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("-r", "--rounds", type=int, default=15)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    parser.add_argument(
        "--imports", action="store_true", help="print what Python says of its imports, and nothing else"
    )
    options = parser.parse_args()
    check = ["-m", "dossier", "check", "--data", str(options.data), "--docs", str(options.docs)]
    if options.imports:
        subprocess.run(
            [sys.executable, "-X", "importtime", *check], check=False, env={**os.environ, "PYTHONPATH": str(HOOKS)}
        )
        return
    sides = {"Python": ["-c", ""], "with PyYAML, pydantic": ["-c", "import yaml, pydantic"], "dossier check": check}
    rounds = [
        {name: measured([sys.executable, *side]) for name, side in sides.items()} for _ in range(options.rounds + 1)
    ]
    print(f"{'':24}{'clock':>8}{'fastest':>9}{'slowest':>9}{'processor':>11}")
    for name in sides:
        clocks, processor = zip(*(found[name] for found in rounds[1:]), strict=True)
        figures = statistics.median(clocks), min(clocks), max(clocks), statistics.median(processor)
        print(f"{name:24}{figures[0]:8.3f}{figures[1]:9.3f}{figures[2]:9.3f}{figures[3]:11.3f}")
    fastest = min(found["dossier check"][0] for found in rounds[1:])
    print(f"limit {LIMIT}: {'kept' if fastest < LIMIT else 'NOT KEPT'} in the round with the least beside it")


if __name__ == "__main__":
    main()
