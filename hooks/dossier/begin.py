"""A dossier of one's own: which files of the program go with it, and its first files with what was answered.

A dossier is run from its folder and never installed, so it carries the program with it: what builds today builds
later, whatever becomes of this repository.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PROGRAM: Final = (
    "hooks",
    "overrides",
    "scripts",
    "docs/assets",
    "docs/problems",
    "Makefile",
    "dossier",
    "dossier.cmd",
    "pyproject.toml",
    "requirements.in",
    "requirements.lock",
    "requirements-dev.in",
    "requirements-dev.lock",
    "LICENSE",
    "data/README.md",
    "data/schema",
)
"""Files and folders of the program: copied, and renewed by an update."""

PAGES: Final = "docs"
"""The folder of hand-written pages; those about the program (all but `NOT_TAKEN`) are renewed by an update."""

SURROUNDINGS: Final = (
    "mkdocs.yml",
    "docs/contribute.md",
    "CONTRIBUTING.md",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".devcontainer",
    ".github",
    ".gitlab",
    ".idea",
    ".vscode",
)
"""What an editor makes their own: copied once, never renewed."""

NOT_TAKEN: Final = (
    "docs/method.md",
    "docs/images",
    "docs/assets/social",
    ".github/dependabot.yml",
    ".github/workflows/newest.yml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE-DATA",
    "benchmarks",
    "data",
    "tests",
    ".ci",
    ".pre-commit-hooks.yaml",
)
"""What stays here: the dossier of this repository, and what tests and measures the program."""


_BLANK: Final = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a dossier is told about itself at the beginning."""

    title: str
    editor: str
    language: str = "en"
    license: str = "CC-BY-4.0"
    repository: str = ""
    """Address of the repository, for edit links; empty until there is one."""


def first_file(path: str, text: str, answers: Answers) -> str:
    """Return the text of a file of the template with the answers in it; in YAML each is quoted, whatever it holds.

    `path` is the file below the new folder. Raises KeyError if the template names what nobody is asked.
    """
    values: Mapping[str, str] = {
        "title": answers.title,
        "editor": answers.editor,
        "language": answers.language,
        "license": answers.license,
    }
    if path.endswith(".yml"):
        # A string of JSON is one of YAML; and what is no text for readers needs no quotation marks.
        values = {name: value if _is_word(value) else _quoted(value) for name, value in values.items()}
    return _BLANK.sub(lambda found: values[found[1]], text)


def _is_word(value: str) -> bool:
    """Tell whether a value is a plain word in YAML, such as a tag of a language or a licence."""
    return value.isascii() and value.replace("-", "").replace(".", "").isalnum() and value[0].isalpha()


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


REPOSITORY_LINE: Final = "repo_url: !ENV [REPO_URL, "


def own_config(text: str, repository: str) -> str:
    """Return mkdocs.yml with the address of the new repository in place of ours.

    Raises ValueError if the line is not there as it was: then this must follow it.
    """
    lines = text.splitlines(keepends=True)
    found = [number for number, line in enumerate(lines) if line.startswith(REPOSITORY_LINE)]
    if len(found) != 1:
        raise ValueError(f"mkdocs.yml has {len(found)} lines that begin with `{REPOSITORY_LINE}`")
    lines[found[0]] = f"{REPOSITORY_LINE}{_quoted(repository)}]\n"
    return "".join(lines)
