"""Nothing without a source, no grade without a reason, nothing retired without a word why."""

from collections.abc import Iterator

from ..analysis.grades import shown_so
from ..analysis.origins.counts import Count
from ..analysis.origins.descent import descent_of
from ..model import SETTINGS_OWNER, Cited, Dossier, Event, Ref, Remark
from ..problem import Problem, Severity
from ..prose import Cite, Link, citations


def uncited(dossier: Dossier) -> Iterator[Problem]:
    """Every entry that says something cites: in `citations`, in its prose, or, for an event, through its claims.

    A remark may rest on its passage alone; it is then shown as the editors' reading.
    """
    citing = {given.owner for given in dossier.citations} | _citing_in_prose(dossier)
    for entry in dossier.entries.values():
        if not isinstance(entry, Cited) or isinstance(entry, Remark) or entry.id in citing:
            continue
        if isinstance(entry, Event) and any(claim in citing or claim in dossier.unreadable for claim in entry.claims):
            continue
        yield Problem(
            dossier.mark(entry.id, "id"),
            f"the {entry.kind} `{entry.id}` cites nobody",
            "add `citations:` with at least one `source`, or a `[@source-id]` in its text",
            "uncited",
        )
    for number, line in enumerate(dossier.settings.story):
        if not citations(line.text):
            yield Problem(
                dossier.mark(SETTINGS_OWNER, "story", number, "text"),
                "this line of the story cites nobody",
                "add a `[@source-id]`",
                "uncited",
            )


def _citing_in_prose(dossier: Dossier) -> set[str]:
    return {owned.owner for owned in dossier.values if any(type(token) is Cite for token in owned.tokens)}


def graded(dossier: Dossier) -> Iterator[Problem]:
    """Credibility 1 means confirmed by independent origins: at least two of them must be shown to say that it is so."""
    graded_one = [claim for claim in dossier.claims if claim.credibility and claim.credibility.grade == "1"]
    if not graded_one:
        return
    descent = descent_of(dossier)
    documents = frozenset(document.source for document in dossier.documents)
    for claim in graded_one:
        found = shown_so(claim, descent, documents)
        if found.at_least < 2:
            yield Problem(
                dossier.mark(claim.id, "credibility", "grade"),
                f"grade 1 says confirmed by independent origins; {_what_shows(found)}",
                "write down where at least two sources have it from (`first_hand`, `speaks_for`, `derived_from`), "
                "or choose a grade from 2 to 6",
                "grade-one",
            )


def _what_shows(found: Count) -> str:
    """Return what the supporting reports of a claim come to, short of two independent origins."""
    if not found.reports:
        return "no source is cited that supports it as being so"
    if len(found.reports) == 1:
        return "one source alone supports it as being so"
    many = "both" if len(found.reports) == 2 else f"all {len(found.reports)}"
    return f"by what is recorded, {many} sources that support it may go back to one origin"


def retired_with_successor(dossier: Dossier) -> Iterator[Problem]:
    """A claim whose standing is recorded no longer stands; normal is what goes without saying."""
    for claim in dossier.claims:
        if claim.standing and claim.standing.rank == "normal":
            yield Problem(
                dossier.mark(claim.id, "standing", "rank"),
                "a claim that stands needs no `standing`",
                "delete it, or write `superseded` or `deprecated`",
                "standing",
            )


def source_unused(dossier: Dossier) -> Iterator[Problem]:
    """A source that no other entry names, in a field or in prose, is most likely a slip.

    Nothing is said while an entry or the settings could not be read: these may be what cites it.
    """
    if dossier.unreadable or all(owned.owner != SETTINGS_OWNER for owned in dossier.values):
        return
    used = {id_ for owner, id_ in _named(dossier) if id_ != owner}
    for source in dossier.sources:
        if source.id not in used:
            yield Problem(
                dossier.mark(source.id, "id"),
                f"nothing cites the source `{source.id}`",
                "cite it where it matters, or delete it",
                "source-unused",
                Severity.WARNING,
            )


def _named(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield every owner of a value with each id that the value names."""
    for owned in dossier.values:
        if isinstance(owned.tag, Ref):
            yield owned.owner, owned.text
        for token in owned.tokens:
            if type(token) is Cite:
                yield from ((owned.owner, reference.source) for reference in token.references)
            elif type(token) is Link:
                yield owned.owner, token.id
