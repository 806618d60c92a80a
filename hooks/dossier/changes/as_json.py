"""A change report as JSON (RFC 8259), for programs.

    {
      "format": 1,                              raised when a name below changes its meaning
      "before", "after": {"name", "commit"},    commit is null for the working tree and the staged files
      "complete": true,                         false if something could not be read, or the evidence not compared
      "counts": {"added", "removed", "changed", "renamed"},
      "changes": [
        {"id", "was", "kind", "sort", "name", "path", "line",
         "fields": [{"route": ["citations", ["council", "p. 3"], "stance"], "before", "after"}],
         "sentences": [{"about": "figure", "text": "figure 100 → 168 trucks"}],
         "follows":   [{"about": "support", "text": "now 2 origins instead of 1"}]}],
      "touched": [{"id", "kind", "follows"}],   entries nobody changed, for which something follows
      "problems": {"new": [...], "gone": [...]},
      "unread": {"before": [...], "after": [...]},
      "uncompared": ["id", ...]
    }

A problem has path, line, column, severity, code, rule and message. A step of a route is the name of a field, or a list
of what tells an item of a list from the others. A value is null where there is none, else text, an object or a list,
with its white space folded and fields at their default left out. The sentences are in the language of the dossier.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..problem import Problem
from ..rules import CODES
from .as_text import text_words
from .compare import EntryChange, Step
from .match import Item
from .report import Report, Told
from .words import Sentence, name_of


def json_of(report: Report, before: Mapping[str, str | None], after: Mapping[str, str | None]) -> str:
    """Return a report as JSON; `before` and `after` are name and commit of the versions."""
    facts = {
        "format": 1,
        "before": before,
        "after": after,
        "complete": not (any(report.unsound) or any(report.unread) or report.uncompared),
        "counts": {sort.value: number for sort, number in report.counted.items()},
        "changes": [_told(one, one.change) for one in report.told if one.change],
        "touched": [{"id": one.id, "kind": one.kind, "follows": _sentences(one.follows)} for one in report.touched],
        "problems": {"new": _problems(report.found), "gone": _problems(report.gone)},
        "unread": {"before": _problems(report.unread[0]), "after": _problems(report.unread[1])},
        "uncompared": list(report.uncompared),
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _told(told: Told, change: EntryChange) -> dict[str, Any]:
    laid = change.laid
    return {
        "id": change.id,
        "was": change.was or None,
        "kind": change.kind,
        "sort": change.sort.value,
        "name": name_of(laid),
        "path": laid.path,
        "line": laid.line,
        "fields": [
            {"route": [_step(step) for step in one.route], "before": one.before, "after": one.after}
            for one in change.fields
        ],
        "sentences": _sentences(told.sentences),
        "follows": _sentences(told.follows),
    }


def _step(step: Step) -> str | list[str]:
    return list(step.key) if isinstance(step, Item) else step


def _sentences(sentences: Iterable[Sentence]) -> list[dict[str, str]]:
    return [{"about": one.aspect.name.lower(), "text": text_words(one.words)} for one in sentences]


def _problems(problems: Iterable[Problem]) -> list[dict[str, str | int | None]]:
    return [
        {
            "path": one.mark.path,
            "line": one.mark.line,
            "column": one.mark.column,
            "severity": one.severity.value,
            "code": CODES.get(one.rule),
            "rule": one.rule,
            "message": one.sentence,
        }
        for one in problems
    ]
