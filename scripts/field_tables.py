"""The model to the tables of fields in `data/README.md`, between two marker lines: what an editor may write, and where.

    python scripts/field_tables.py

Run it after a change to `hooks/dossier/model/`; `tests/test_docs.py` fails while the tables are older than the model.
"""

import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from dossier.dates import When  # noqa: E402 - the line above lets it be found
from dossier.editing.scalars import inline  # noqa: E402
from dossier.model import Document, Settings, fields  # noqa: E402
from dossier.model.examples import example_of  # noqa: E402
from dossier.model.read import LISTS  # noqa: E402
from dossier.model.words import Word  # noqa: E402

README: Final = ROOT / "data" / "README.md"
START: Final = "<!-- Written by scripts/field_tables.py; do not change by hand. -->"
END: Final = "<!-- End of what scripts/field_tables.py writes. -->"

NAMED: Final = (
    (fields.Id, "id"),
    (Annotated[str, StringConstraints(pattern=fields.ID_PATTERN)], "id"),
    (fields.Prose, "prose"),
    (fields.Quoted, "quoted words"),
    (fields.Title, "plain text"),
    (fields.Plain, "plain text"),
    (fields.Url, "web address"),
    (fields.Sha256, "sha256"),
    (fields.Language, "language tag"),
    (fields.Edtf, "EDTF date"),
    (fields.Colour, "colour"),
    (fields.Drawing, "path of an SVG"),
)
"""How the tables name the types of `fields.py`."""

SIMPLE: Final = {str: "text", bool: "`true` or `false`", int: "whole number", float: "number", When: "EDTF date"}


def tables() -> str:
    """Return all tables as Markdown: kinds of entry, then the parts they are made of, then the closed lists."""
    kinds: list[tuple[type[BaseModel], str]] = [(kind, f"In `{name}.yml`, a list.") for name, kind in LISTS.items()]
    kinds.append((Document, "In `documents/`, one file for each document, named after its source."))
    kinds.append((Settings, "In `dossier.yml`, not a list."))
    parts, lists = _reached(kind for kind, _ in kinds)
    blocks = ["### Kinds of entry", *(_model(kind, where) for kind, where in kinds)]
    blocks += ["### Parts of entries", *(_model(part) for part in parts)]
    blocks += ["### Lists of values", *(_list(word) for word in lists)]
    return "\n\n".join(blocks)


def renewed(text: str) -> str:
    """Return the text of `data/README.md` with its tables as the model has them; raises ValueError without markers."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{README.name} has no place for the tables: a line {START!r} and, below it, a line {END!r}")
    return f"{before}{START}\n\n{tables()}\n\n{END}{after}"


def _reached(kinds: Iterator[type[BaseModel]]) -> tuple[list[type[BaseModel]], list[type[Word]]]:
    """Return every part and every closed list that the fields of these kinds lead to, in the order they are met."""
    waiting, seen, lists = list(kinds), list[type[BaseModel]](), list[type[Word]]()
    known = set(waiting)
    while waiting:
        model = waiting.pop(0)
        for name in model.model_fields:
            for found in _classes(_hint(model, name)):
                if issubclass(found, Word) and found not in lists:
                    lists.append(found)
                elif issubclass(found, BaseModel) and found not in known:
                    known.add(found)
                    seen.append(found)
                    waiting.append(found)
    return seen, lists


def _hint(model: type[BaseModel], name: str) -> Any:
    return get_type_hints(model, include_extras=True)[name]


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)


def _model(model: type[BaseModel], where: str = "") -> str:
    rows = [_row(model, name, info) for name, info in model.model_fields.items()]
    said = " ".join(part for part in (_first_line(model), where) if part)
    return "\n".join(
        [
            f"#### {_title(model)}",
            "",
            said,
            "",
            "| field | holds | left out | meaning | example |",
            "| --- | --- | --- | --- | --- |",
            *rows,
        ]
    )


def _row(model: type[BaseModel], name: str, info: FieldInfo) -> str:
    cells = (
        f"`{name}`",
        _holds(_hint(model, name)),
        _left_out(info),
        _cell(info.description or ""),
        _example(model, name),
    )
    return f"| {' | '.join(cells)} |"


def _example(model: type[BaseModel], name: str) -> str:
    """Return the example of a field as a value of YAML on one line, a plain date without its field."""
    given = example_of(model, name)
    value = given["edtf"] if isinstance(given, dict) and set(given) == {"edtf"} else given
    written = (
        inline(value)
        if isinstance(value, str)
        else yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    )
    text = written.strip().removesuffix("...").strip().replace("|", "\\|")
    mark = "``" if "`" in text else "`"
    return f"{mark}{text}{mark}"


def _left_out(info: FieldInfo) -> str:
    if info.is_required():
        return "**needed**"
    default = info.default
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if isinstance(default, Enum | int | float):
        return f"`{default}`"
    return ""


def _holds(hint: Any) -> str:
    for known, name in NAMED:
        if hint == known:
            return name
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _holds(next(part for part in get_args(hint) if part is not type(None)))
    if origin is tuple:
        return f"list: {_holds(get_args(hint)[0])}"
    if origin is Annotated:
        return _reference(hint) or _holds(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, BaseModel | Word):
        return f"[{_title(hint).lower()}](#{_slug(_title(hint))})"
    return SIMPLE[hint]


def _reference(hint: Any) -> str:
    tag = next((part for part in get_args(hint) if isinstance(part, fields.Ref)), None)
    if tag is None:
        return ""
    kinds = (
        ", ".join(tag.kinds[:-1]) + (" or " if len(tag.kinds) > 1 else "") + tag.kinds[-1] if tag.kinds else "any entry"
    )
    return f"id of {kinds}"


def _list(word: type[Word]) -> str:
    rows = [f"| `{value}` | {_cell(value.label)} | {_cell(value.meaning)} |" for value in word]
    return "\n".join(
        [
            f"#### {_title(word)}",
            "",
            _first_line(word),
            "",
            "| value | shown as | meaning |",
            "| --- | --- | --- |",
            *rows,
        ]
    )


def _title(kind: type) -> str:
    """Return the heading of a class: its kind for an entry, else its name with spaces."""
    known = getattr(kind, "kind", "")
    return known.capitalize() if known else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(f"{README.relative_to(ROOT)} is as the model")
