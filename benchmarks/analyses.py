"""What the analyses cost beside reading the same dossier, how that grows, and what the worst dossiers do to them.

    python benchmarks/analyses.py                    100, 1,000 and 10,000 events, five rounds
    python benchmarks/analyses.py 1000 -r 3
    python benchmarks/analyses.py --profile 10000    where the time of the analyses goes, by function
    python benchmarks/analyses.py --worst            dossiers made to be hard; --worst chain takes one of them
    python benchmarks/analyses.py --skip clocks_of   as if this analysis found nothing, to see what stands behind it

Three sides, each measurement a process of its own, the sides taking turns: PyYAML's CSafeLoader loading the files, our
own reading and checking, and `analyse` on what was read. Processor time counts (user and system). What the analyses
import is imported before. The requirement: all analyses take less time than CSafeLoader, and the exponent between 1,000
and 10,000 events, which is the slope on a log-log scale, is at most 1.1.
"""

import argparse
import cProfile
import gc
import inspect
import json
import math
import os
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from generate import write
from reading import HOOKS, ours, theirs
from worst import WORST, write_worst

WARM_UP: Final = 10
"""Events of the dossier that is analysed first, so that the time to import is no part of the measurement."""

COLLECTOR: Final = "garbage collector"
APART: Final = "all but the collector"
SKIPPED: Final = "DOSSIER_SKIPPED"
"""Tells the process that measures which analyses to leave out."""


Figures = dict[str, float]


def analyses(folder: Path) -> Figures:
    """Return the processor seconds of all analyses, as "all", and of each that `analyse` calls."""
    dossier = _read(folder)
    return _timed_analyses(dossier)


def _read(folder: Path) -> Any:
    sys.path.insert(0, str(HOOKS))
    from dossier import pipeline  # noqa: PLC0415 - the time to import is no part of the measurement
    from dossier.analysis import analyse  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as small:
        write(WARM_UP, Path(small))
        analyse(pipeline.read(Path(small, "data"))[0])
    return pipeline.read(folder)[0]


def _timed_analyses(dossier: Any) -> Figures:
    from dossier.analysis import evidence  # noqa: PLC0415

    taken: Figures = defaultdict(float)
    for name, part in list(vars(evidence).items()):
        if inspect.isfunction(part) and part.__module__ != evidence.__name__:
            skipped = name in os.environ.get(SKIPPED, "").split()
            setattr(evidence, name, (lambda *_: None) if skipped else _timed(name, part, taken))
    _time_collector(taken)
    start = time.process_time()
    evidence.analyse(dossier)
    seconds = time.process_time() - start
    return taken | {"all": seconds, APART: seconds - taken[COLLECTOR]}


def _timed(name: str, part: Callable[..., Any], taken: Figures) -> Callable[..., Any]:
    """Return the function with a clock that stands still while the garbage collector works, which has its own row.

    It also says when it begins, so that one can see at what a measurement was stopped.
    """

    def timed(*given: Any, **named: Any) -> Any:
        print(name, file=sys.stderr, flush=True)
        collected, start = taken.get(COLLECTOR, 0.0), time.process_time()
        made = part(*given, **named)
        taken[name] += time.process_time() - start - (taken.get(COLLECTOR, 0.0) - collected)
        return made

    return timed


def _time_collector(taken: Figures) -> None:
    """Count the seconds of the garbage collector, which strike whichever analysis is at work when it wakes."""
    began = 0.0

    def clock(phase: str, _: Mapping[str, int]) -> None:
        nonlocal began
        if phase == "start":
            began = time.process_time()
        else:
            taken[COLLECTOR] += time.process_time() - began

    gc.callbacks.append(clock)


SIDES: Final[Mapping[str, Callable[[Path], Figures]]] = {"CSafeLoader": theirs, "reading": ours, "analyses": analyses}


def measure(side: str, folder: Path, limit: float | None = None) -> Figures:
    """Run one side in a process of its own; return its seconds and its peak memory in MB."""
    command = [sys.executable, __file__, "--side", side, "--folder", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=limit)
    return dict(json.loads(done.stdout))


def compare(sizes: Sequence[int], rounds: int) -> str:
    """Return the medians of all sides at all sizes as Markdown tables; sizes and sides take turns."""
    runs: dict[tuple[int, str], list[Figures]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            _write_apart(size, Path(folder, str(size)))
        for number in range(rounds):
            for size in sizes:
                for side in sorted(SIDES, reverse=bool(number % 2)):
                    runs[size, side].append(measure(side, Path(folder, str(size), "data")))
            print(f"  round {number + 1} of {rounds}", file=sys.stderr)
    return "\n".join([*_against(sizes, runs), "", *_by_part(sizes, runs)])


def _write_apart(events: int, folder: Path) -> None:
    """Write a dossier in a process of its own: Linux counts the memory of the starting process as the started one's."""
    subprocess.run([sys.executable, str(Path(__file__).with_name("generate.py")), str(events), str(folder)], check=True)


def _against(sizes: Sequence[int], runs: Mapping[tuple[int, str], list[Figures]]) -> list[str]:
    """Return the analyses beside the two ways to read, pairing what was measured in one round."""
    lines = [
        "| events | CSafeLoader | reading | analyses | of CSafeLoader | of reading | peak MB (reading, analyses) |",
        "|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        loading, reading, found = (runs[size, side] for side in SIDES)
        lines.append(
            f"| {size:,} | {_middle(loading):.2f} | {_middle(reading):.2f} | {_middle(found):.2f} "
            f"| {_ratios(found, loading)} | {_ratios(found, reading)} "
            f"| {_middle(reading, 'peak MB'):.0f}, {_middle(found, 'peak MB'):.0f} |"
        )
    return lines


def _by_part(sizes: Sequence[int], runs: Mapping[tuple[int, str], list[Figures]]) -> list[str]:
    """Return each analysis by size, and the exponent from one size to the next."""
    parts = [name for name in runs[sizes[-1], "analyses"][0] if name != "peak MB"]
    steps = list(pairwise(sizes))
    headings = [f"{size:,}" for size in sizes] + [f"{small:,} → {large:,}" for small, large in steps]
    lines = [f"| analysis | {' | '.join(headings)} |", "|---" * (len(headings) + 1) + "|"]
    for part in sorted(parts, key=lambda name: -_middle(runs[sizes[-1], "analyses"], name)):
        seconds = {size: _middle(runs[size, "analyses"], part) for size in sizes}
        cells = [f"{seconds[size]:.3f}" for size in sizes]
        cells += [_exponent(seconds[small], seconds[large], large / small) for small, large in steps]
        lines.append(f"| {part if ' ' in part or part == 'all' else f'`{part}`'} | {' | '.join(cells)} |")
    return lines


def _middle(runs: Sequence[Figures], name: str = "all") -> float:
    return statistics.median(run.get(name, 0.0) for run in runs)


def _ratios(runs: Sequence[Figures], others: Sequence[Figures]) -> str:
    ratios = [one["all"] / other["all"] for one, other in zip(runs, others, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def _exponent(small: float, large: float, times: float) -> str:
    """Return the slope on a log-log scale; of what takes less than a millisecond it would say nothing."""
    return f"{math.log(large / small) / math.log(times):.2f}" if min(small, large) >= 0.001 else ""


def worst(names: Sequence[str], limit: float) -> None:
    """Print what each of the hard dossiers costs, or that it raised, or took longer than the limit allows."""
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            write_worst(name, Path(folder))
            found = [f"{side} {_attempt(side, Path(folder, 'data'), limit)}" for side in ("check", "analyses")]
        print(f"{name:<22} {WORST[name].__doc__}")
        print("".join(f"    {line}\n" for line in found), end="", flush=True)


def _attempt(side: str, folder: Path, limit: float) -> str:
    try:
        taken = measure(side, folder, limit)
    except subprocess.TimeoutExpired as error:
        return f"takes longer than {limit:.0f} seconds: {(error.stderr or b'').decode().split()[-1]}"
    except subprocess.CalledProcessError as error:
        return f"raises {error.stderr.strip().splitlines()[-1]}"
    parts = sorted(
        (item for item in taken.items() if item[0] not in ("all", APART, "peak MB")), key=lambda item: -item[1]
    )
    slow = ", ".join(f"{name} {seconds:.2f}" for name, seconds in parts[:3] if seconds >= 0.05)
    return f"{taken['all']:.2f} s, {taken['peak MB']:.0f} MB{f' ({slow})' if slow else ''}"


def rules(folder: Path) -> Figures:
    """Return the processor seconds of all rules of the check, as "all", and of each."""
    sys.path.insert(0, str(HOOKS))
    from dossier import check  # noqa: PLC0415
    from dossier.load import load_folder  # noqa: PLC0415
    from dossier.model import read_model  # noqa: PLC0415

    dossier = read_model(load_folder(folder)[0])[0]
    taken: Figures = defaultdict(float)
    for rule in check.RULES:
        _timed(rule.__name__, lambda rule: tuple(rule(dossier)), taken)(rule)
    return taken | {"all": sum(taken.values())}


def profile(events: int) -> None:
    """Print the functions that take most of the time of the analyses, the garbage collector left out."""
    with tempfile.TemporaryDirectory() as folder:
        write(events, Path(folder))
        dossier = _read(Path(folder, "data"))
    gc.disable()
    profiler = cProfile.Profile()
    profiler.runcall(_timed_analyses, dossier)
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(40)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the analyses against reading the same dossier.")
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1_000, 10_000], metavar="N")
    parser.add_argument("-r", "--rounds", type=int, default=5)
    parser.add_argument("--profile", type=int, metavar="N", help="show where the time goes at this size instead")
    parser.add_argument("--worst", nargs="*", choices=WORST, metavar="CASE", help=f"some of: {', '.join(WORST)}")
    parser.add_argument("--skip", nargs="*", default=[], metavar="NAME", help="analyses that others do without")
    parser.add_argument("--limit", type=float, default=60, help="seconds each of the worst cases may take")
    parser.add_argument("--side", choices=(*SIDES, "check"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    os.environ.setdefault(SKIPPED, " ".join(given.skip))
    if given.side:
        taken = {**SIDES, "check": rules}[given.side](given.folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        json.dump(taken | {"peak MB": peak}, sys.stdout)
    elif given.profile:
        profile(given.profile)
    elif given.worst is not None:
        worst(given.worst or list(WORST), given.limit)
    else:
        print(compare(sorted(given.sizes), given.rounds))


if __name__ == "__main__":
    main()
