"""What the forges do differently: how an address names a line of a file, and how one opens an issue that is filled in.

A forge is where the repository lives: GitHub, GitLab, Gitea, Forgejo (Codeberg), Bitbucket. It is told from the
setting `extra.forge` of mkdocs.yml, else from the host, else from the form of `edit_uri`. Of a forge that nobody knows
the edit links are given, since they come from `edit_uri` alone, and no issue link: a wrong one would lead nowhere.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from .problem import did_you_mean

LONGEST: Final = 2000
"""Characters of an address; some servers and mail programs cut longer ones."""
SHORTER: Final = (120, 60, 30, 0)
"""How many characters of what is printed are told, tried in this order until the address is short enough."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader wants to report a problem of, as far as the page knows it."""

    entry: str
    """The id; for a passage the id of its document's source and its own, `courier-2026-05-04 p1`."""
    page: str
    """The address of the page, or its path where the address of the site is not known."""
    field: str = ""
    """The field of the entry that holds what is printed."""
    printed: str = ""
    """What the page prints of it."""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Forge:
    """A kind of forge: the fragment that shows a line of a file, and the address of a new issue if it has issues."""

    name: str
    line: str = "L{}"
    commit: str = "commit/{}"
    """The path of a commit below the repository; empty where it is not known."""
    issue: Callable[[str, Report], str] | None = None


def _form(repository: str, report: Report) -> str:
    """Return the address of GitHub's issue form with its fields filled in; their ids are those of `entry.yml`."""
    return f"{repository}/issues/new?" + _query(
        template="entry.yml",
        title=f"{report.entry}: ",
        entry=report.entry,
        page=report.page,
        field=report.field,
        printed=report.printed,
        version=report.version,
    )


def _gitlab(repository: str, report: Report) -> str:
    """Return the address of a new issue on GitLab (its docs: Create an issue, using a URL with prefilled values)."""
    given = {"issue[title]": f"{report.entry}: ", "issue[description]": _body(report)}
    return f"{repository}/-/issues/new?" + _query(**given)


def _gitea(repository: str, report: Report) -> str:
    return f"{repository}/issues/new?" + _query(title=f"{report.entry}: ", body=_body(report))


FORGES: Final = {
    "github": Forge("github", issue=_form),
    "gitlab": Forge("gitlab", commit="-/commit/{}", issue=_gitlab),
    "gitea": Forge("gitea", issue=_gitea),
    "forgejo": Forge("forgejo", issue=_gitea),
    "codeberg": Forge("codeberg", issue=_gitea),
    # Bitbucket takes no text for a new issue from an address, and most of its repositories have no issues.
    "bitbucket": Forge("bitbucket", "lines-{}", "commits/{}"),
    "none": Forge("none", commit=""),
}
"""What `extra.forge` may be; `none` is a forge without issues."""

_FORMS: Final = (
    (re.compile(r"/-/(edit|blob|raw|blame)/"), "gitlab"),
    (re.compile(r"/(src/(branch|commit|tag)|_edit)/"), "gitea"),
    (re.compile(r"/(src|annotate)/"), "bitbucket"),
)
"""The form of an edit address that only one kind of forge has. `blob/main/` is GitHub's and older GitLab's alike."""


def forge_of(repository: str, edit_base: str = "", named: str = "") -> Forge:
    """Return the forge of a repository: the one that is named, else the one its host or its edit address tells.

    Raises ValueError, worded for whoever wrote the setting, if `named` is no forge.
    """
    if named:
        if named not in FORGES:
            hint = did_you_mean(named, FORGES)
            known = f"expected one of {', '.join(FORGES)}"
            raise ValueError(f"there is no forge `{named}`; {known}" + (f"; {hint}" if hint else ""))
        return FORGES[named]
    # `gitlab.example.org` and `git.gitea.io` say it themselves; `mygithub.example.org` does not.
    labels = (urlsplit(repository or edit_base).hostname or "").split(".")
    path = urlsplit(edit_base).path
    told = [name for name in FORGES if name in labels] + [name for form, name in _FORMS if form.search(path)]
    return FORGES[told[0]] if told else FORGES["none"]


def edit_address(base: str, forge: Forge, path: str, line: int) -> str:
    """Return the address that shows a line of a file; `base` is what the path of a file is joined to."""
    joint = "" if base.endswith(("/", "=")) else "/"
    return f"{base}{joint}{quote(path)}#{forge.line.format(line)}"


def commit_address(repository: str, forge: Forge, commit: str) -> str:
    """Return the address that shows a commit; nothing where there is none."""
    return f"{repository.rstrip('/')}/{forge.commit.format(commit)}" if repository and forge.commit else ""


def report_address(repository: str, forge: Forge, report: Report) -> str:
    """Return the address of a new issue, filled in and at most `LONGEST` characters; nothing where there is none.

    What is printed is shortened first: id, page and version are what an editor cannot do without.
    """
    if not repository or forge.issue is None:
        return ""
    addresses = [forge.issue(repository.rstrip("/"), told) for told in _told(report)]
    return next((address for address in addresses if len(address) <= LONGEST), addresses[-1])


def _told(report: Report) -> Iterator[Report]:
    """Yield a report with less and less of what is printed, and at last with nothing but the entry."""
    words = " ".join(report.printed.split())
    for length in SHORTER:
        printed = words if len(words) <= length else words[: length - 1].rstrip() + "…" if length else ""
        yield Report(report.entry, report.page, report.field, printed, report.version)
    yield Report(report.entry, "")


def _body(report: Report) -> str:
    """Return the text of an issue in Markdown. What is printed is a block of code, in which no sign means anything."""
    known = (("Entry", report.entry), ("Page", report.page), ("Field", report.field), ("Version", report.version))
    lines = [f"- {word}: {_code(value)}" for word, value in known if value]
    printed = ["", "Printed:", "", f"    {report.printed}"] if report.printed else []
    asked = ["", "What is wrong or missing?", "", "", "Who says so? (a published source that can be looked up)", "", ""]
    return "\n".join([*lines, *printed, *asked])


def _code(value: str) -> str:
    """Return a short value as code; addresses stay as they are, so that they can be followed."""
    return value if value.startswith(("https://", "http://")) else f"`{value.replace('`', '')}`"


def _query(**given: str) -> str:
    return urlencode({key: value for key, value in given.items() if value}, quote_via=quote)
