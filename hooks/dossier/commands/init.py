"""`dossier init`: a dossier of one's own in a new folder, with one worked example of each kind."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError

from ..begin import NOT_TAKEN, PAGES, PROGRAM, SURROUNDINGS, Answers, first_file, own_config
from .place import write

HERE: Final = Path(__file__).parents[3]
"""The checkout of the program that runs."""
TEMPLATE: Final = Path(__file__).parents[1] / "template"
MADE: Final = shutil.ignore_patterns("__pycache__", "*.pyc", "with-ids")
QUESTIONS: Final = (
    ("title", "What is it called?"),
    ("editor", "Who answers for it (your name, or that of a group)?"),
    ("language", "In which language is it written (a tag such as en, de, ar, pt-BR)?"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder outside of this one")
    parser.add_argument("--title", help="what the dossier is called")
    parser.add_argument("--editor", help="who answers for it")
    parser.add_argument("--language", help="tag of the language it is written in, such as en, de or ar (en)")
    parser.add_argument("--license", default="CC-BY-4.0", help="under which the data may be used (CC-BY-4.0)")
    parser.add_argument("--repo-url", default="", help="address of its repository, for edit links")
    parser.add_argument("--empty", action="store_true", help="leave out the worked examples")
    parser.add_argument(
        "--update", action="store_true", help="renew the program in a dossier begun earlier, and leave the rest alone"
    )


def run(options: argparse.Namespace) -> int:
    """Write the folder, or renew its program. Nothing that is there is written over but, on update, the program."""
    folder: Path = options.folder
    wrong = _unfit(folder) or (_not_to_update(folder) if options.update else _not_empty(folder))
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    if options.update:
        _copy_program(folder)
        print(f"The program in {folder} is now that of {HERE}. Look at the change with `git diff --stat` there.")
        return 0
    answers = _answers(options)
    if answers is None:
        return 2
    _begin(folder, answers, "empty" if options.empty else "example")
    print(_what_now(folder, with_examples=not options.empty))
    return 0


def _unfit(folder: Path) -> str:
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file; name a new folder"
    if folder.resolve().is_relative_to(HERE):
        return f"{folder} lies inside the program's own folder; name one beside it, such as ../my-dossier"
    return ""


def _not_empty(folder: Path) -> str:
    there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.is_dir() else []
    if not there:
        return ""
    return f"{folder} is not empty (it has {', '.join(there[:3])}); name a new folder, so that nothing is overwritten"


def _not_to_update(folder: Path) -> str:
    if not (folder / "hooks" / "dossier").is_dir():
        return f"{folder} holds no dossier that was begun with this command; leave out --update to begin one"
    asked = subprocess.run(
        ["git", "-C", str(folder), "status", "--porcelain"], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        return f"{folder} is no git repository, so an update could not be undone; run `git init` and commit there first"
    return f"{folder} has changes that are not committed; commit them first" if asked.stdout.strip() else ""


def _answers(options: argparse.Namespace) -> Answers | None:
    """Return what was given or is asked; nothing, and why on the other channel, if a given value cannot be used."""
    given = {name: getattr(options, name) for name, _ in QUESTIONS}
    usual = {"title": options.folder.resolve().name, "editor": "The editors of this dossier", "language": "en"}
    for name, question in QUESTIONS:
        if given[name] is None:
            given[name] = _asked(name, question, usual[name]) if sys.stdin.isatty() else usual[name]
    wrong = [said for name, value in given.items() if (said := _wrong(name, value))]
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return None
    return Answers(**given, license=options.license, repository=options.repo_url)


def _asked(name: str, question: str, usual: str) -> str:
    """Return the answer to a question, asked until it can be used: one slip costs no other answer."""
    while True:
        answer = input(f"{question} [{usual}] ").strip() or usual
        wrong = _wrong(name, answer)
        if not wrong:
            return answer
        print(f"  {wrong}")


def _wrong(name: str, value: str) -> str:
    """Return why an answer cannot be used; nothing if it can."""
    if name != "language":
        usable = value.strip() and value.isprintable()
        return "" if usable else f"the {name} is empty or has a line break; give it in one line"
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        tags = {language.casefold(): tag for tag, language in Locale("en").languages.items()}
        known = tags.get(value.strip().casefold())
        better = f"its tag is `{known}`" if known else "give a tag such as en, de, ar or pt-BR"
        return f"`{value}` is no language the site can be written in; {better}"
    return ""


def _begin(folder: Path, answers: Answers, first: str) -> None:
    """Write a dossier whose data is that of the template `first`."""
    files = {
        path.relative_to(TEMPLATE / part).as_posix(): path
        for part in ("always", first)
        for path in sorted((TEMPLATE / part).rglob("*"))
        if path.is_file()
    }
    texts = {inside: first_file(inside, path.read_text(encoding="utf-8"), answers) for inside, path in files.items()}
    config = own_config((HERE / "mkdocs.yml").read_text(encoding="utf-8"), answers.repository)
    _copy_program(folder)
    for part in SURROUNDINGS:
        _copy(part, folder)
    for inside, text in {**texts, "mkdocs.yml": config}.items():
        write(folder / inside, text)


def _copy_program(folder: Path) -> None:
    """Copy the program; what it no longer has goes away, since a module left behind would still be read."""
    for part in (*PROGRAM, *_pages()):
        target = folder / part
        if target.is_dir() and part != "docs/assets":
            shutil.rmtree(target)
        _copy(part, folder)


def _pages() -> Iterator[str]:
    """Yield the pages about the program."""
    for path in sorted((HERE / PAGES).glob("**/*.md")):
        inside = path.relative_to(HERE).as_posix()
        if inside not in (*NOT_TAKEN, *SURROUNDINGS):
            yield inside


def _copy(part: str, folder: Path) -> None:
    """Copy a file or folder of the checkout, without what `NOT_TAKEN` names and what builds leave behind."""
    source, target = HERE / part, folder / part
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=_left_out)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _left_out(folder: str, names: list[str]) -> set[str]:
    inside = Path(folder).relative_to(HERE)
    stays = {name for name in names if (inside / name).as_posix() in NOT_TAKEN}
    return stays | set(MADE(folder, names))


def _what_now(folder: Path, *, with_examples: bool) -> str:
    return f"""A dossier stands in {folder}{", with one worked example of each kind" if with_examples else ""}.

  cd {folder}
  make serve          the site, on http://127.0.0.1:8000; it renews itself at each save
  git init            and commit: edit links, history and the workflow need a repository

README.md there leads through the rest."""
