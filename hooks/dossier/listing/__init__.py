"""Problems listed: as text for a terminal, as JSON, as annotations of GitHub, as SARIF. Findings in, text out."""

from .annotations import annotations_of
from .finding import Finding, Summary
from .rule_page import RulePage, read_rule_page, rule_text
from .sarif import sarif_of
from .structured import json_of
from .text import text_of

__all__ = [
    "Finding",
    "RulePage",
    "Summary",
    "annotations_of",
    "json_of",
    "read_rule_page",
    "rule_text",
    "sarif_of",
    "text_of",
]
