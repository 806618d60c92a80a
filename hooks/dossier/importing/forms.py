"""Which format a file is in, by what stands in it, and who reads it. The name of a file is not asked: it may lie."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from ..problem import did_you_mean
from .bibtex import from_bibtex
from .claimreview import from_claimreview, reviews_in
from .columns import FIELDS, NEEDED, kind_named, proposal
from .decode import Unusable
from .desk import Desk
from .ftm import from_ftm, is_ftm
from .geojson import from_geojson, is_geojson
from .given import languages
from .jsons import Json, lines, parsed
from .sources import from_csl
from .table import from_table
from .tables import Table, table_of
from .timeline import from_json, from_rows, is_sheet


class Proposal(Unusable):
    """A table cannot be read before somebody says which column is which; holds what it looks like."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format: what people call it, and which of the three readings its text needs."""

    title: str
    text: str


FORMS: Final = {
    "timelinejs": Form("TimelineJS (JSON, or its spreadsheet as CSV)", "json or table"),
    "csv": Form("table (CSV), with `--kind` and `--map`", "table"),
    "csl": Form("CSL-JSON (Zotero, Mendeley, Pandoc)", "json"),
    "bibtex": Form("BibTeX or BibLaTeX", "bibtex"),
    "geojson": Form("GeoJSON", "json"),
    "ftm": Form("FollowTheMoney entities (JSON, or one to a line)", "json"),
    "claimreview": Form("ClaimReview (JSON-LD)", "json"),
}
_BIBTEX: Final = re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)
_JSON_READERS: Final[dict[str, Callable[[Any, Desk], None]]] = {
    "timelinejs": from_json, "csl": from_csl, "geojson": from_geojson, "ftm": from_ftm, "claimreview": from_claimreview,
}  # fmt: skip


def take(text: str, desk: Desk) -> str:
    """Read a text and take everything in it to the desk; return the name of its format.

    Raises Unusable where it is in none of the formats, or not in the one that was named, and Proposal for a table
    whose columns nobody has named yet.
    """
    named = desk.options.form
    if named and named not in FORMS:
        raise Unusable(
            f"no format is called `{named}`", did_you_mean(named, FORMS) or f"expected one of {', '.join(FORMS)}"
        )
    wants_json = named in _JSON_READERS and not (named == "timelinejs" and not _looks_like_json(text))
    if wants_json or (not named and _looks_like_json(text)):
        value = _json(text)
        found = form_of(value)
        if named and found != named:
            raise Unusable(
                _not_so(named, found), f"leave `--from` out, or use `--from {found}`" if found else "check the file"
            )
        if not found:
            raise Unusable("this is JSON, and none of the formats that are read", _known())
        _JSON_READERS[found](value, desk)
        return found
    if named == "bibtex" or (not named and _BIBTEX.search(text)):
        if not _BIBTEX.search(text):
            raise Unusable("no entry of BibTeX stands in the file", "an entry begins with `@article{key,`")
        from_bibtex(text, desk)
        return "bibtex"
    return _take_table(table_of(text), desk, named)


def form_of(value: Json) -> str:
    """Return the name of the format a value of JSON is in; nothing if it is none that is read."""
    if reviews_in(value):
        return "claimreview"
    if is_geojson(value):
        return "geojson"
    if is_ftm(value):
        return "ftm"
    if isinstance(value, dict) and isinstance(value.get("events"), list):
        return "timelinejs"
    items = value.get("items", value) if isinstance(value, dict) else value
    first = items[0] if isinstance(items, list) and items else items
    if (
        isinstance(first, dict)
        and ("type" in first or "id" in first)
        and {"title", "issued", "author", "DOI", "URL"} & first.keys()
    ):
        return "csl"
    return ""


def _looks_like_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _json(text: str) -> Json:
    """Return the value of JSON, or of JSON Lines where the first line is a value of its own."""
    first, _, rest = text.strip().partition("\n")
    if rest.lstrip().startswith("{") and first.rstrip().endswith("}"):
        return lines(text)
    return parsed(text)


def _take_table(table: Table, desk: Desk, named: str) -> str:
    by_hand = desk.options.kind or desk.options.columns
    if len(table.columns) < 2 and not by_hand:
        raise Unusable("this is in none of the formats that are read", _known())
    if not table.rows:
        raise Unusable("the file has no rows below a header, and is in no other format that is read", _known())
    if named == "timelinejs" or (not named and not by_hand and is_sheet(table)):
        if not is_sheet(table):
            raise Unusable("this table is no TimelineJS spreadsheet", "it needs the columns Year and Headline")
        from_rows(table, desk)
        return "timelinejs"
    if not desk.options.columns:
        raise _proposed(table, desk)
    if not desk.options.kind:
        raise Unusable("it is not said what the rows are", f"add `--kind` with one of {', '.join(FIELDS)}")
    from_table(table, desk)
    return "csv"


def _proposed(table: Table, desk: Desk) -> Proposal:
    kind, found = proposal(table, kind_named(desk.options.kind), languages(desk))
    said = [f"{len(table.rows)} rows. They look like {kind}, and the columns like these fields:"]
    wide = max(len(column) for column in table.columns)
    by_column = {column: field for field, column in found.items()}
    for column in table.columns:
        example = next((row.cells[column] for row in table.rows if column in row.cells), "")
        said.append(f"  {column:<{wide}}  {by_column.get(column, '(none)'):<12}  {_short(example)}")
    options = [f"--kind {kind.removesuffix('s')}", *(f"--map {_shell(f'{f}={c}')}" for f, c in found.items())]
    if NEEDED[kind] not in found:
        options.append(f"--map {NEEDED[kind]}=COLUMN")
    if kind == "actors" and "type" not in found:
        options.append("--set type=organization")
    return Proposal("\n".join(said), f"if that is right, run the command again with\n  {' '.join(options)}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def _shell(text: str) -> str:
    """Return a word for a command line, in quotation marks where it needs them."""
    return text if re.fullmatch(r"[\w=./:@+-]+", text) else "'" + text.replace("'", "'\\''") + "'"


def _not_so(named: str, found: str) -> str:
    looks = f"; it looks like {FORMS[found].title}" if found else ""
    return f"the file is not {FORMS[named].title}{looks}"


def _known() -> str:
    return "these are read: " + "; ".join(form.title for form in FORMS.values())
