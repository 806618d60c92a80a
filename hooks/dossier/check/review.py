"""A review says who and when, an objection says why, and nothing that is shown names a draft that is not."""

from collections.abc import Iterator, Mapping

from ..model import Dossier, Entry, Ref, Review, draft_owners
from ..model.words import ReviewState
from ..problem import Mark, Problem
from ..prose import parse
from .pages import mark_in
from .references import targets


def reviewed_by_whom(dossier: Dossier) -> Iterator[Problem]:
    """Reviewed without a name and a date is worth nothing; disputed without a reason helps nobody."""
    for entry in dossier.entries.values():
        missing = _missing(entry.review) if entry.review else ()
        if entry.review and missing:
            yield Problem(
                dossier.mark(entry.id, "review", "state"),
                f"the {entry.kind} `{entry.id}` is {entry.review.state}, and the review has no {_listed(missing)}",
                _expected(entry.review.state),
                "review",
            )


def _missing(review: Review) -> tuple[str, ...]:
    """Return the fields that a review of this state needs and does not have."""
    needed: Mapping[ReviewState, tuple[str, ...]] = {
        ReviewState.DRAFT: (),
        ReviewState.REVIEWED: ("by", "date"),
        ReviewState.DISPUTED: ("by", "note"),
    }
    return tuple(name for name in needed[review.state] if not getattr(review, name))


def _listed(names: tuple[str, ...]) -> str:
    return " and no ".join(f"`{name}`" for name in names)


def _expected(state: ReviewState) -> str:
    if state is ReviewState.REVIEWED:
        return "name who read it against its sources, and the day: `by: [Ann Example]`, `date: 2026-11-22`"
    return "name who objects, and say why: `by: [Ann Example]`, `note: …`"


def drafts_used(dossier: Dossier) -> Iterator[Problem]:
    """In a build without drafts nothing that is shown may name a draft: it would lead nowhere."""
    drafts = draft_owners(dossier)
    for value in dossier.values:
        if value.owner in drafts:
            continue
        named = [(f"`{value.text}`", value.text)] if isinstance(value.tag, Ref) else []
        named += [(shown, id_) for token in value.tokens for shown, id_, _ in targets(token)]
        for shown, id_ in named:
            if id_ in drafts:
                own = value.owner in dossier.entries
                yield _names_draft(dossier.mark(value.owner, *value.route), shown, dossier.entries[id_], own)


def drafts_used_on_pages(dossier: Dossier, pages: Mapping[str, str]) -> Iterator[Problem]:
    """The same of hand-written pages; `pages` maps the path of each, as shown to people, to its Markdown."""
    drafts = draft_owners(dossier)
    for path, text in pages.items():
        for token in parse(text):
            for shown, id_, _ in targets(token):
                if id_ in drafts:
                    yield _names_draft(mark_in(path, text, token.offset), shown, dossier.entries[id_])


def _names_draft(mark: Mark, shown: str, draft: Entry, by_entry: bool = False) -> Problem:
    ways = [f"review the {draft.kind} and say so in its `review`", "take the mention out"]
    ways += ["make this a draft as well"] if by_entry else []
    return Problem(
        mark,
        f"{shown} is a draft, and drafts are left out of this build",
        f"{', '.join(ways[:-1])}, or {ways[-1]}",
        "draft-used",
    )
