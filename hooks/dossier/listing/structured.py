"""Problems for other programs: JSON (RFC 8259) whose fields only ever grow in number."""

import json
from collections.abc import Sequence
from typing import Any, Final

from .finding import Finding, Summary, fingerprints

VERSION: Final = 1
"""Raised when a field goes or changes its meaning; not when one is added."""


def json_of(findings: Sequence[Finding], summary: Summary) -> str:
    """Return the problems as a JSON object; what each field means stands in docs/check.md."""
    errors = sum(finding.problem.is_error for finding in findings)
    since = {"given": summary.since, "commit": summary.commit, "older": summary.older} if summary.since else None
    facts = {
        "version": VERSION,
        "data": summary.data,
        "since": since,
        "errors": errors,
        "warnings": len(findings) - errors,
        "problems": [_fields(*pair) for pair in zip(findings, fingerprints(findings), strict=True)],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _fields(finding: Finding, fingerprint: str) -> dict[str, Any]:
    problem = finding.problem
    return {
        "code": finding.code,
        "rule": problem.rule,
        "severity": finding.level,
        "file": problem.mark.path,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "entry": finding.entry or None,
        "message": problem.message,
        "expected": problem.expected or None,
        "source_line": finding.short_line,
        "fingerprint": fingerprint,
    }
