"""`dossier import`: entries from files of other programs, with a report of what became of every value."""

import argparse
import json
import logging
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ..importing import (
    FIELDS,
    FORMS,
    LARGEST,
    Imported,
    Options,
    Proposal,
    Unusable,
    default_file,
    imported,
    merged,
    summary,
    told,
)
from ..load import Map, load_text
from ..reading import read_files
from ..rules import code_of
from ..since import Version
from ..trouble import count
from .keeping import came_with, replace_all
from .place import add_folders, is_missing, keep_out, site_of, write_whole
from .refusing import refuse
from .versions import Folders, on_disk

_EXAMPLES: Final = """examples:
  dossier import timeline.json --dry-run         say what would be written, and write nothing
  dossier import dates.csv                       propose which column is which
  dossier import dates.csv --kind event --map title=What --map when=Date
  dossier import library.bib --report lost.json
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLES
    parser.add_argument("file", metavar="FILE", help="the file to read, or - for what another program prints")
    parser.add_argument("--from", dest="form", default="", metavar="FORMAT", help=f"one of {', '.join(FORMS)}")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what became of every value as JSON")
    parser.add_argument(
        "--to", action="append", default=[], type=Path, metavar="FILE", help="a file of the data folder to add to"
    )
    parser.add_argument("--name", default="", help="what the file is called in the entries (its own name)")
    parser.add_argument("--encoding", default="", help="of a text that is not UTF-8, such as cp1252")
    parser.add_argument("--language", default="", metavar="TAG", help="of sources that name none, and of month names")
    parser.add_argument("--dates", choices=("dmy", "mdy"), default="", help="what 3/5/2026 means: the 3rd of May or …")
    parser.add_argument("--theme", default="", help="the lane of the timeline for all events")
    parser.add_argument("--radius", type=int, default=0, metavar="METRES", help="for positions that give none")
    parser.add_argument("--cite", default="", metavar="SOURCE", help="a source that entries cite in place of the file")
    table = parser.add_argument_group("tables (CSV)")
    table.add_argument(
        "--kind", default="", help=f"what the rows are: {', '.join(k.removesuffix('s') for k in FIELDS)}"
    )
    table.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column a field has")
    table.add_argument("--map-file", type=Path, metavar="FILE", help="the same in YAML: `title: Headline` on each line")
    table.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="a value for every row")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Import a file; return 0, 1 if the new entries have errors, or 2 if the file or an option cannot be used."""
    if is_missing(options.data):
        return 2
    # What it would warn of, a block that cannot be parsed, stands in our report, in its place.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        return _run(options, Folders.of(options.data, options.docs))
    except Proposal as proposal:
        print(f"{proposal.message}\n\n{proposal.expected}")
        return 2
    except Unusable as error:
        return refuse(f"{options.file}: {error}")


def _run(options: argparse.Namespace, folders: Folders) -> int:
    keep_out(options.report, folders.data)
    before = on_disk(folders)
    _refuse_unreadable(before)
    found = imported(_bytes_of(options.file), before.reading.dossier, _options(options))
    top = f"{folders.data.name}/"
    files = {path.removeprefix(top): data for path, data in before.files.items() if path.startswith(top)}
    targets = _targets(options, folders, found, files)
    texts = merged(files, found.drafts, targets) if found.drafts else {}
    if options.report:
        write_whole(options.report, json.dumps(found.report(), ensure_ascii=False, indent=2) + "\n")
    for line in told(found):
        print(line)
    print(f"{FORMS[found.form].title}: {summary(found)}")
    if options.dry_run:
        _show(texts, files)
    else:
        new = {options.data / path: text.encode() for path, text in texts.items()}
        replace_all(new, {options.data / path: data for path, data in files.items()})
        for path in new:
            print(f"written: {path}")
    return _say_problems(options, before, {**files, **{path: text.encode() for path, text in texts.items()}})


def _refuse_unreadable(before: Version) -> None:
    """A file that cannot be parsed may hold the very entries that are to be imported."""
    wrong = [one for one in before.reading.problems if one.is_error and code_of(one.rule)[1] in "12"]
    if wrong:
        raise Unusable(
            f"the data cannot be read whole ({wrong[0].mark}: {wrong[0].sentence}), so nothing was written",
            "mend that first; `dossier check` says what is wrong",
        )


def _bytes_of(file: str) -> bytes:
    """Return what stands in a file, or what another program prints; of a huge one just enough to refuse it."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(file).open("rb") as opened:
        return opened.read(LARGEST + 1)


def _options(options: argparse.Namespace) -> Options:
    columns = _map_file(options.map_file) if options.map_file else {}
    if options.radius < 0:
        raise Unusable(f"`--radius {options.radius}` is no length", "expected metres, such as `--radius 500`")
    return Options(
        name=options.name or ("standard-input" if options.file == "-" else Path(options.file).name),
        form=options.form,
        encoding=options.encoding,
        kind=options.kind,
        columns={**columns, **_pairs(options.map, "--map", "title=Headline")},
        fixed=_pairs(options.set, "--set", "type=person"),
        dates=options.dates,
        language=options.language,
        theme=options.theme,
        radius=options.radius,
        cite=options.cite,
    )


def _pairs(given: Sequence[str], option: str, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in given:
        field, sign, value = text.partition("=")
        if not (sign and field.strip() and value.strip()):
            raise Unusable(
                f"`{option} {text}` cannot be read", f"expected a field and what it gets: `{option} {example}`"
            )
        found[field.strip()] = value.strip()
    return found


def _map_file(path: Path) -> dict[str, str]:
    sheet, problems = load_text("map", path.name, path.read_bytes())
    value = sheet.value if sheet else None
    if problems:
        raise Unusable(str(problems[0]), "expected `field: Column` on each line")
    if not isinstance(value, Map) or not all(isinstance(column, str) for column in value.values()):
        raise Unusable(f"{path} names no columns", "expected `field: Column` on each line")
    return {field: str(column) for field, column in value.items()}


def _targets(
    options: argparse.Namespace, folders: Folders, found: Imported, files: Mapping[str, bytes]
) -> dict[str, str]:
    """Return the file for each kind of draft: the one that was named, or the usual one."""
    kinds = found.drafts_of()
    named: dict[str, str] = {}
    for path in options.to:
        whole = Folders.of(path, path).data
        if not whole.is_relative_to(folders.data) or whole.suffix != ".yml":
            raise Unusable(f"`--to {path}` is no file of {options.data}", "name a .yml below it")
        inside = whole.relative_to(folders.data).as_posix()
        kind = inside.partition("/")[0].removesuffix(".yml")
        if kind not in FIELDS:
            raise Unusable(f"`--to {path}` holds none of the entries", f"expected one of {', '.join(FIELDS)}")
        named[kind] = inside
    if kinds and named and not named.keys() & kinds.keys():
        raise Unusable(f"nothing goes to `--to {options.to[0]}`", f"the file gives {', '.join(kinds)}")
    name = _options(options).name
    return {kind: named.get(kind) or default_file(kind, files, name) for kind in kinds}


def _show(texts: Mapping[str, str], files: Mapping[str, bytes]) -> None:
    """Print what would be added to each file."""
    for path, text in texts.items():
        old = files[path].decode("utf-8") if path in files else ""
        print(f"\nwould be added to {path}:\n")
        print(text.removeprefix(old).strip("\n"))
    print("\nnothing was written (--dry-run)")


def _say_problems(options: argparse.Namespace, before: Version, files: Mapping[str, bytes]) -> int:
    """Check the data as `dossier check` does, and say what the new entries added to its problems."""
    now = read_files(Folders.of(options.data, options.docs).data.name, files, site_of(options)).problems
    new = came_with(before.reading.problems, now)
    if not new:
        return 0
    print(f"the new entries have {count(new)}:", file=sys.stderr)
    for rule, number in Counter(problem.rule for problem in new).most_common():
        first = next(problem for problem in new if problem.rule == rule)
        more = f" (and {number - 1} more like it)" if number > 1 else ""
        print(f"  {code_of(rule)} {first.mark}: {first.sentence}{more}", file=sys.stderr)
    print(f"`dossier check --data {options.data}` lists each with its place", file=sys.stderr)
    return int(any(problem.is_error for problem in new))
