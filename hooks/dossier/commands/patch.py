"""What would change in a file, as `patch` and `git apply` read it."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path


def patch_of(old: Path, new: Path, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, with the paths as the user gave them; each ends with a line feed."""
    for line in unified_diff(_lines(before), _lines(after), old.as_posix(), new.as_posix()):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; only a line feed ends one, as for `patch`."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
