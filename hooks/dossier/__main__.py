"""The command line: the same core as the site, without a site engine.

python -m dossier check                what is wrong with the data; exit 1 if anything is an error
python -m dossier render --to DIR      the pages as Markdown files, for any site engine
python -m dossier schema [--to DIR]    JSON Schemas for editors
python -m dossier analyse [NAME]       what the evidence is worth: origins, conflicts, order, … as text or JSON
python -m dossier coverage             which parts of a document no entry covers yet; with --text, which words
"""

import argparse
import io
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .analysis import analyse
from .analysis.coverage.reading import Unfit, read_against
from .analysis.origins.falls import without
from .host import Repository, Site, build, count, navigation, read
from .model import Dossier
from .problem import Problem, did_you_mean
from .report import ANALYSES, Section
from .report.coverage import coverage, coverage_section
from .report.falls import loss_section
from .schema import schemas
from .terminal import json_of, text_of
from .voice import voice_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 when the data has errors. Wrong arguments exit with 2."""
    options = _parser().parse_args(arguments)
    _print_utf8()
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; without this the flush at the end would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _print_utf8() -> None:
    """Print UTF-8 whatever the system's own encoding: names are in any script, and JSON has no other (RFC 8259)."""
    for channel in (sys.stdout, sys.stderr):
        if isinstance(channel, io.TextIOWrapper):
            channel.reconfigure(encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dossier", description="An annotated dossier: YAML in, pages out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say what is wrong with the data, with file, line and column")
    check.add_argument("--strict", action="store_true", help="take warnings for errors")
    check.set_defaults(run=_check)
    render = commands.add_parser("render", help="write the pages as Markdown files to a folder")
    render.add_argument("--to", type=Path, required=True, metavar="DIR", help="an empty or new folder")
    render.add_argument("--repo-url", default="", help="address of the repository, for edit links")
    render.add_argument(
        "--edit-base", default="", help="what the path of a file is joined to, such as https://…/blob/main/"
    )
    render.set_defaults(run=_render)
    schema = commands.add_parser("schema", help="write the JSON Schemas that help editors complete and check YAML")
    schema.add_argument(
        "--to", type=Path, default=None, metavar="DIR", help="by default the folder `schema` in the data folder"
    )
    schema.set_defaults(run=_schema)
    analyses = commands.add_parser("analyse", help="say what the evidence is worth, analysis by analysis")
    names = [analysis.name for analysis in ANALYSES]
    analyses.add_argument("name", nargs="?", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    analyses.add_argument("--json", action="store_true", help="print the facts as JSON instead of words")
    analyses.add_argument("--without", metavar="SOURCE", help="say what would fall if this source fell")
    analyses.set_defaults(run=_analyse)
    covered = commands.add_parser("coverage", help="say which parts of a document no entry covers yet")
    covered.add_argument("--text", type=Path, metavar="FILE", help="the text itself; it is compared and not kept")
    covered.add_argument("--json", action="store_true", help="print the facts as JSON instead of words")
    covered.set_defaults(run=_coverage)
    for command in (check, render, schema, analyses, covered):
        command.add_argument("--data", type=Path, default=Path("data"), help="the data folder (data)")
        command.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of hand-written pages (docs)")
    return parser


def _site(options: argparse.Namespace) -> Site:
    repository = Repository(getattr(options, "repo_url", ""), getattr(options, "edit_base", ""))
    return Site(handwritten_pages(options.docs), options.docs.name, repository)


def handwritten_pages(docs: Path) -> dict[str, str]:
    """Return the hand-written pages of a docs folder; a README is about the folder, not a page of the site."""
    return {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8-sig")
        for path in sorted(docs.rglob("*.md"))
        if path.name != "README.md"
    }


def _missing(folder: Path) -> bool:
    """Tell whether a folder is missing, and say so."""
    if folder.is_dir():
        return False
    print(f"there is no folder {folder}; run this where the folder `data` is, or name one with --data", file=sys.stderr)
    return True


def _check(options: argparse.Namespace) -> int:
    if _missing(options.data):
        return 2
    _, problems = read(options.data, _site(options))
    _print(problems)
    print(f"{options.data}: {count(problems)}")
    return int(any(problem.is_error or options.strict for problem in problems))


def _print(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(f"{problem} [{problem.rule}]")


def _render(options: argparse.Namespace) -> int:
    target: Path = options.to
    if target.exists() and any(target.iterdir()):
        print(f"{target} is not empty; name a new folder, so that nothing is overwritten", file=sys.stderr)
        return 2
    built = build(options.data, _site(options))
    _print(built.problems)
    if built.errors:
        print(f"{options.data}: {count(built.problems)}; nothing was written")
        return 1
    if options.docs.is_dir():
        shutil.copytree(options.docs, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md", "__pycache__"))
    for page in built.pages:
        _write(target / page.path, page.source)
    for asset in built.assets:
        _write(target / asset.path, asset.content)
    _write(target / "nav.yml", _nav_text(navigation(built.pages)))
    print(f"{len(built.pages)} pages in {target}; nav.yml there is their navigation")
    return 0


def _nav_text(items: Sequence[object]) -> str:
    import yaml  # noqa: PLC0415  # only this command writes YAML

    return str(yaml.safe_dump({"nav": list(items)}, allow_unicode=True, sort_keys=False))


def _analyse(options: argparse.Namespace) -> int:
    """Print the analyses, of bad data too: what could not be read is left out of them, and said."""
    if _missing(options.data):
        return 2
    dossier, problems = read(options.data, _site(options))
    voice = voice_of(dossier.settings.language)
    if options.without is not None:
        if options.name:
            print(f"`--without` is an analysis of its own; leave out `{options.name}`", file=sys.stderr)
            return 2
        known = {source.id for source in dossier.sources}
        if options.without not in known:
            hint = did_you_mean(options.without, known) or "`dossier analyse falls` names those that matter most"
            print(f"there is no source `{options.without}`; {hint}", file=sys.stderr)
            return 2
        loss = without(dossier, options.without)
        _show(options.json, dossier, {"without": loss}, lambda: (loss_section(loss, analyse(dossier), voice),))
    else:
        evidence = analyse(dossier)
        chosen = [analysis for analysis in ANALYSES if options.name in (None, analysis.name)]
        facts = {analysis.name: analysis.facts(evidence) for analysis in chosen}
        _show(options.json, dossier, facts, lambda: [analysis.words(evidence, voice) for analysis in chosen])
    return _warn(problems)


def _coverage(options: argparse.Namespace) -> int:
    """Print what no entry covers yet. The text is read here and compared; no word of it is written anywhere."""
    if _missing(options.data):
        return 2
    dossier, problems = read(options.data, _site(options))
    voice = voice_of(dossier.settings.language)
    if options.text is None:
        evidence = analyse(dossier)
        _show(options.json, dossier, {"coverage": evidence.coverage}, lambda: (coverage(evidence, voice),))
        return _warn(problems)
    if not options.text.is_file():
        print(f"there is no file {options.text}; name the text that the document was taken from", file=sys.stderr)
        return 2
    found = read_against(dossier, options.text.read_bytes())
    _show(options.json, dossier, {"coverage": found}, lambda: (coverage_section(found, voice),))
    return 1 if isinstance(found, Unfit) else _warn(problems)


def _show(
    as_json: bool, dossier: Dossier, facts: Mapping[str, object], sections: Callable[[], Sequence[Section]]
) -> None:
    """Print facts or, if words are asked for, the sections that say them; for JSON these are never made."""
    if as_json:
        print(json_of(facts), end="")
    else:
        width = min(100, shutil.get_terminal_size().columns)
        print("\n".join(text_of(section, dossier, width) for section in sections()), end="")


def _warn(problems: Sequence[Problem]) -> int:
    """Say on the other channel that the data has problems; return 1 if one of them is an error."""
    if problems:
        print(f"the data has {count(problems)}; `dossier check` lists each with its place", file=sys.stderr)
    return int(any(problem.is_error for problem in problems))


def _schema(options: argparse.Namespace) -> int:
    folder: Path = options.to or options.data / "schema"
    for name, text in schemas().items():
        _write(folder / f"{name}.json", text)
    print(f"{len(schemas())} schemas in {folder}")
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
