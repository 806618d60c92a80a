"""The rules a dossier must keep: a visible list of small functions, each from a dossier to what it finds."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ..model import Dossier
from ..problem import Problem, in_order
from .chronology import actor_dates, document_dates, event_order, retrieved_early
from .derivations import derivation_circles
from .documents import document_passages, document_source, remark_fragments
from .evidence import graded, retired_with_successor, source_unused, uncited
from .figures import figure_values, same_measure_same_unit, unit_factors
from .ids import former_ids, reserved_ids
from .look import logo_missing, look_contrast
from .pages import handwritten_references
from .quotes import quote_length, quote_share, quotes_in_prose
from .references import locators, prose_form, prose_references, references
from .review import drafts_used, drafts_used_on_pages, reviewed_by_whom
from .story import story_themes
from .superlatives import comparison_found, comparison_used, superlative_scope

Rule = Callable[[Dossier], Iterable[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    former_ids,
    reserved_ids,
    references,
    prose_form,
    prose_references,
    locators,
    uncited,
    graded,
    retired_with_successor,
    source_unused,
    reviewed_by_whom,
    document_source,
    document_passages,
    remark_fragments,
    quote_length,
    quotes_in_prose,
    quote_share,
    figure_values,
    same_measure_same_unit,
    unit_factors,
    superlative_scope,
    comparison_used,
    comparison_found,
    derivation_circles,
    event_order,
    retrieved_early,
    actor_dates,
    document_dates,
    story_themes,
    look_contrast,
)


MOST: Final = 1_000
"""Problems of one rule that are listed."""

ABOUT_THE_WHOLE: Final = frozenset(
    {"reference", "locator", "uncited", "source-unused", "measure", "grade-one", "unit", "compare"}
)
"""Rules that would call missing what only stands in a file that could not be read."""


def check(dossier: Dossier, *, whole: bool = True) -> tuple[Problem, ...]:
    """Return what every rule finds in the dossier, in order of place. Never raises for bad data.

    With `whole` false a file could not be read, and what may only be missing because of that is not called wrong.
    """
    found = (problem for rule in RULES for problem in _first(rule(dossier)))
    return in_order(problem for problem in found if whole or problem.rule not in ABOUT_THE_WHOLE)


def _first(found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of a rule, and say that there are more: nobody reads on, and each takes memory."""
    for number, problem in enumerate(found):
        if number == MOST:
            said = f"this rule is broken more often; the first {MOST:,} of its problems are listed"
            yield Problem(problem.mark, said, "mend those first", problem.rule, problem.severity)
            return
        yield problem


__all__ = ["RULES", "Rule", "check", "drafts_used", "drafts_used_on_pages", "handwritten_references", "logo_missing"]
