"""The Checks page: what every analysis found, its working, the way to its rule. Nothing on it is written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ...links import CHECKS, METHOD
from ...model import SETTINGS_OWNER
from ...report import Section, Table, Words, report
from ..desk import Desk
from ..page import Page
from ..panels import Panel, compared, panel_of
from ..pen import Pen
from ..said import said
from .listing import PAGE_META

MOST: Final = 200
"""Rows of a table that a page still shows well; how many more there are is said, and the command line has all."""
FEW: Final = 6
"""Rows that stand open; longer workings are folded."""
SHORT: Final = 60
"""Letters of a finding that fits half a column."""
MOST_PANELS: Final = 24
"""Groups of figures that are drawn; of further ones the page has the sentence, and the claim's page the drawing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a working: each cell with the heading of its column."""

    cells: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Check:
    """An analysis ready for a template."""

    name: str
    title: str
    headline: Markup
    lead: tuple[Markup, ...]
    """What else was found, where no panel says it."""
    short: bool
    """Whether all of these are so short that they stand in columns."""
    panels: tuple[tuple[Panel, Markup], ...]
    """Drawings, each with what was found about it."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    count: str
    folded: bool
    more: str
    limits: tuple[Markup, ...]
    rule: Markup


def checks_page(desk: Desk) -> Iterator[Page]:
    """Yield the page."""
    pen = Pen(desk, CHECKS, SETTINGS_OWNER)
    title = desk.voice.text("Checks")
    checks = [_check(pen, section) for section in report(desk.facts.evidence, desk.voice)]
    yield Page(CHECKS, title, desk.write("checks.md.jinja", pen, checks=checks), (), section="", meta=PAGE_META)


def _check(pen: Pen, section: Section) -> Check:
    table = section.table or Table((), ())
    voice = pen.voice
    rows = tuple(
        Row(tuple((label, said(pen, cell)) for label, cell in zip(table.columns, row, strict=True)))
        for row in table.rows[:MOST]
    )
    hidden = len(table.rows) - len(rows)
    panels = tuple(_panels(pen, section)) if section.name == "conflicts" else ()
    return Check(
        name=section.name,
        title=section.title,
        headline=said(pen, section.lead[0]) if section.lead else Markup(""),
        lead=tuple(said(pen, line) for line in section.lead[1 + len(panels) :]),
        short=all(_length(line) <= SHORT for line in section.lead[1:]),
        panels=panels,
        columns=table.columns,
        rows=rows,
        count=voice.plural("{n} row", "{n} rows", len(table.rows)),
        folded=len(table.rows) > FEW,
        more=voice.plural("{n} more row: see the command line", "{n} more rows: see the command line", hidden)
        if hidden
        else "",
        limits=tuple(said(pen, line) for line in section.limits),
        rule=pen.to(METHOD, voice.text("The rule and its limits"), f"check-{section.name}", "tap"),
    )


def _length(line: Words) -> int:
    """Return about how many letters a finding has; a title, which only the page knows, counts as half a line."""
    return sum(len(part) if isinstance(part, str) else SHORT // 2 for part in line)


def _panels(pen: Pen, section: Section) -> Iterator[tuple[Panel, Markup]]:
    """Yield each group of figures with its sentence: after the headline the report has one for each, in this order."""
    groups = compared(pen.desk.facts.evidence)
    for group, line in zip(groups[:MOST_PANELS], section.lead[1:], strict=False):
        name, *told = line
        # The sentence begins with the name of what is measured, which stands over the drawing already.
        words = tuple(told) if isinstance(name, str) and group.of in name and group.scope in name else line
        panel = panel_of(pen, group, f"figures-{group.rows[0].claim.id}")
        yield panel, Markup(said(pen, words).strip())
