"""Problems as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code scanning and editors read.

Files are named from the top of the repository (`uriBaseId` SRCROOT), so that a report says nothing of the machine it
was made on. Columns count code points (section 3.14.17), as the program does everywhere. GitHub tells results of two
runs apart by `primaryLocationLineHash` alone, so the fingerprint stands under that name too.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ..rules import CODES, GROUPS, code_of
from .finding import Finding, fingerprints
from .rule_page import RulePage, plain

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE: Final = "SRCROOT"
_INDEX: Final = {rule: number for number, rule in enumerate(CODES)}


def sarif_of(findings: Sequence[Finding], pages: Mapping[str, RulePage], site: str = "") -> str:
    """Return the problems as a SARIF log with one run, in which all rules are described.

    `pages` has the page of each rule by the rule's name; `site` is where the documentation is published, if it is.
    """
    driver = {"name": "dossier", "rules": [_rule(pages.get(rule, RulePage(CODES[rule], rule)), site) for rule in CODES]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {BASE: {"description": {"text": "The top of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(*pair) for pair in zip(findings, fingerprints(findings), strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(page: RulePage, site: str) -> dict[str, Any]:
    """Return what SARIF calls a reporting descriptor; whatever it must say, it says without a page as well."""
    level = "warning" if page.only_warns else "error"
    short = _sentence(page.title or page.name.replace("-", " "))
    rule: dict[str, Any] = {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": plain(page.sections.get("What it means", "")) or short},
        "help": _help(page, short),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [GROUPS[page.code[1]]], "problem.severity": level},
    }
    return rule | ({"helpUri": f"{site.rstrip('/')}/problems/{page.code}.html"} if site else {})


def _help(page: RulePage, short: str) -> dict[str, str]:
    parts = [f"## {name}\n\n{text}" for name, text in page.sections.items()]
    texts = [f"{name}\n{plain(text)}" for name, text in page.sections.items()]
    return {"text": "\n\n".join(texts), "markdown": "\n\n".join(parts)} if parts else {"text": short}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _result(finding: Finding, fingerprint: str) -> dict[str, Any]:
    problem, mark = finding.problem, finding.problem.mark
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(mark.path.encode("utf-8", "surrogateescape")), "uriBaseId": BASE},
        "region": {"startLine": mark.line, "startColumn": mark.column},
    }
    if finding.short_line is not None:
        place["contextRegion"] = {"startLine": mark.line, "snippet": {"text": finding.short_line}}
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.entry:
        location["logicalLocations"] = [{"name": finding.entry, "kind": "object"}]
    return {
        "ruleId": code_of(problem.rule),
        "ruleIndex": _INDEX[problem.rule],
        "level": finding.level,
        # `[words](address)` would be a link (section 3.11.6); nothing in the data may make one.
        "message": {"text": _sentence(problem.sentence).replace("](", "\\](")},
        "locations": [location],
        "partialFingerprints": {"dossierProblem/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint}:1"},
    }
