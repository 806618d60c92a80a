"""Plain values as the YAML an editor would write by hand: block style, long texts folded, quotes where they must be."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .world import Field

Files = Iterable[tuple[str, Field]]
"""Path below the data folder and content of each file."""


def write_files(files: Files, folder: Path) -> None:
    """Write files into `folder`/data; the folder is made if it is missing. Raises OSError."""
    for path, content in files:
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml_text(content), encoding="utf-8", newline="\n")


def yaml_text(value: Field) -> str:
    """Return the text of a file that holds this value; a key whose value is empty is left out."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Field, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _field(f"{indent}{key}:", inner, indent + "  ")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            if isinstance(item, Mapping):
                first, *rest = _lines(item, indent + "  ")
                yield f"{indent}- {first.strip()}"
                yield from rest
            else:
                yield f"{indent}- {item}"


def _field(start: str, value: Field, indent: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{start} {str(value).lower()}"
    elif isinstance(value, str) and len(value) > 90:
        yield f"{start} >-"
        yield from textwrap.wrap(value, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    elif isinstance(value, str | int | float):
        quoted = isinstance(value, str) and (": " in value or value[:1] in "[*&!'\"")
        yield f'{start} "{value}"' if quoted else f"{start} {value}"
    elif value:
        yield start
        yield from _lines(value, indent)
