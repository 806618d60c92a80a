"""What a whole build costs at three sizes, how much of it is ours, and how it grows.

    python benchmarks/run.py                  100, 1,000 and 10,000 events; the last takes minutes
    python benchmarks/run.py 100 1000 -r 3    these sizes, the median of three builds each
    python benchmarks/run.py --keep DIR       leaves the projects and sites in DIR, to look at

A build is `mkdocs build` with the settings of this project, in a process of its own, on a made-up dossier.
Ours is the processor time of the core alone, stage by stage, in a process of its own as well. The exponent is the slope
between two sizes on a log-log scale: 1 is in step with the data.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from generate import write

PROJECT: Final = Path(__file__).resolve().parent.parent
STAGES: Final = ("load", "model", "check", "index", "render")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: seconds by the clock, seconds of processor, MB of memory at the peak, and what came out."""

    wall: float
    cpu: float
    memory: float
    files: int
    size: float
    stages: dict[str, float]

    @property
    def ours(self) -> float:
        return sum(self.stages.values())


def prepare(events: int, folder: Path) -> None:
    """Make a project in `folder`: this one's settings, code and assets, and a made-up dossier."""
    write(events, folder)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    shutil.copytree(PROJECT / "docs" / "assets", folder / "docs" / "assets")
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(PROJECT / name, target_is_directory=True)


def build(folder: Path) -> Cost:
    """Build the site of the project in `folder` and return what it took. Raises CalledProcessError if that fails."""
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(site)]
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    memory = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Cost(wall, used.ru_utime + used.ru_stime, memory, len(files), size, core(folder))


def core(folder: Path) -> dict[str, float]:
    """Return the processor seconds of each stage of the core, measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--stages", str(folder / "data")], check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout))


def stages(data: Path) -> dict[str, float]:
    """Run the core on a data folder and return the processor seconds of each stage."""
    sys.path.insert(0, str(PROJECT / "hooks"))
    from dossier.check import check  # noqa: PLC0415 - the time to import is no part of the measurement
    from dossier.index import index  # noqa: PLC0415
    from dossier.links import Links  # noqa: PLC0415
    from dossier.load import load_folder  # noqa: PLC0415
    from dossier.model import read_model  # noqa: PLC0415
    from dossier.render import render  # noqa: PLC0415

    taken: dict[str, float] = {}

    def timed(name: str, stage: Callable[..., Any], *given: Any) -> Any:
        start = time.process_time()
        made = stage(*given)
        taken[name] = time.process_time() - start
        return made

    sheets, _ = timed("load", load_folder, data)
    dossier, _ = timed("model", read_model, sheets)
    timed("check", check, dossier)
    facts = timed("index", index, dossier)
    timed("render", render, facts, Links(dossier, remarks=facts.document_of), {})
    return taken


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several builds of one project."""
    stages = {name: statistics.median(cost.stages[name] for cost in costs) for name in STAGES}
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.memory for cost in costs),
        costs[0].files,
        costs[0].size,
        stages,
    )


def measure(sizes: Sequence[int], rounds: int, folder: Path) -> dict[int, Cost]:
    """Build each size so many times, the sizes taking turns, and return the medians."""
    found: dict[int, list[Cost]] = {size: [] for size in sizes}
    for size in sizes:
        prepare(size, folder / str(size))
    for _ in range(rounds):
        for size in sizes:
            found[size].append(build(folder / str(size)))
            print(f"  built {size:,} events", file=sys.stderr)
    return {size: middle(costs) for size, costs in found.items()}


def table(costs: dict[int, Cost]) -> str:
    """Return the measurements as a Markdown table, with how each grows from one size to the next."""
    lines = [
        "| events | wall s | CPU s | ours s (share) | " + " | ".join(STAGES) + " | peak MB | files | MB out |",
        "|---|" + "---|" * (len(STAGES) + 6),
    ]
    for size, cost in costs.items():
        parts = " | ".join(f"{cost.stages[name]:.2f}" for name in STAGES)
        lines.append(
            f"| {size:,} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.ours:.2f} ({cost.ours / cost.cpu:.0%}) | {parts} "
            f"| {cost.memory:.0f} | {cost.files:,} | {cost.size:.1f} |"
        )
    lines += ["", "| from, to | CPU | ours | files | MB out |", "|---|---|---|---|---|"]
    for small, large in pairwise(costs):
        grown = " | ".join(
            f"{math.log(read(costs[large]) / read(costs[small])) / math.log(large / small):.2f}" for read in _GROWING
        )
        lines.append(f"| {small:,}, {large:,} | {grown} |")
    return "\n".join(lines)


_GROWING: Final[tuple[Callable[[Cost], float], ...]] = (
    lambda cost: cost.cpu,
    lambda cost: cost.ours,
    lambda cost: float(cost.files),
    lambda cost: cost.size,
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure whole builds of made-up dossiers.")
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1_000, 10_000], metavar="N")
    parser.add_argument("-r", "--rounds", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder for the projects and their sites")
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stages:
        json.dump(stages(given.stages), sys.stdout)
        return
    with ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print(table(measure(sorted(given.sizes), given.rounds, folder)))


if __name__ == "__main__":
    main()
