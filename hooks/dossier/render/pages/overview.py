"""The Overview: what happened, the key figures with their origins, what the close reading found, time and place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ...links import LISTS, OVERVIEW, document_page
from ...model import SETTINGS_OWNER, Claim, Place, Source
from ...model.settings import Finding, KeyFigure
from ...report.document import claims_counted, resting_parts
from ..desk import Desk
from ..drawings import claim_tree, timeline_strip
from ..maps import places_map
from ..page import Page
from ..panels import figure_drawing
from ..pen import Pen
from ..rows import claim_row, origins_comb, origins_words
from ..said import said
from .documents import status_words
from .listing import PAGE_META

MOST: Final = 60
"""Events and places that the small drawings of the front page hold; their own pages have all."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A key figure as a row: its name, its drawing, its origins, a sentence."""

    link: Markup
    drawing: Markup
    comb: Markup
    origins: str
    text: Markup
    scope: str


def overview(desk: Desk) -> Iterator[Page]:
    """Yield the front page."""
    facts, pen = desk.facts, Pen(desk, OVERVIEW, SETTINGS_OWNER)
    settings = facts.dossier.settings
    body = desk.write(
        "overview.md.jinja",
        pen,
        settings=settings,
        story=[(line.when, pen.inline(line.text)) for line in settings.story],
        figures=[row for figure in settings.figures for row in _figures(pen, figure)],
        findings=[_finding(pen, finding) for finding in settings.findings],
        resting=_resting(pen),
        strips=_strips(pen),
        timeline=timeline_strip(pen, facts.events[:MOST], 520),
        map=places_map(pen, _most_named(desk), "map", 520),
        questions=[pen.link(question.id) for question in facts.dossier.questions[:6]],
        **_hero_values(pen),
        **_ways_on(pen),
    )
    yield Page(
        OVERVIEW,
        settings.title,
        body,
        (),
        desk.links.dossier.mark(SETTINGS_OWNER),
        section="",
        meta={**PAGE_META, "description": settings.description},
        short_title=desk.voice.text("Overview"),
    )


def _hero_values(pen: Pen) -> dict[str, object]:
    """Return the drawing at the head of the page and its words; empty where no claim has several reports."""
    hero = _hero(pen.desk)
    if hero is None:
        return dict.fromkeys(("hero", "hero_claim", "hero_words", "hero_note"), "")
    return {
        "hero": claim_tree(pen, hero, 440),
        "hero_claim": pen.link(hero.id),
        "hero_words": f"{origins_words(pen, hero)}{_root_name(pen.desk, hero)}",
        "hero_note": _unseen_note(pen.desk, hero),
    }


def _root_name(desk: Desk, claim: Claim) -> str:
    """Return the short name of the one source that all reports of a claim go back to, after a colon."""
    (origin,) = desk.facts.origins[claim.id].all.origins
    root = desk.facts.dossier.entries[origin.roots[0]]
    return f": {root.short}" if len(origin.roots) == 1 and isinstance(root, Source) else ""


def _finding(pen: Pen, finding: Finding) -> tuple[Finding, Markup, str, Markup, Markup]:
    colour = finding.type.question.value
    return (finding, pen.icon(f"i-{colour}"), colour, pen.link(finding.see, finding.title), pen.inline(finding.text))


def _ways_on(pen: Pen) -> dict[str, object]:
    """Return the links to the lists and documents."""
    voice, dossier = pen.voice, pen.desk.facts.dossier
    titles = {
        "claim": voice.text("Claims"),
        "event": voice.text("Timeline"),
        "source": voice.text("Sources"),
        "place": voice.text("Places"),
    }
    questions = voice.plural("all {n} question", "all {n} questions", len(dossier.questions))
    return {
        "lists": {kind: pen.to(LISTS[kind], title) for kind, title in titles.items()},
        "more_questions": pen.to(LISTS["question"], questions),
        "documents": [
            pen.to(document_page(document.source), document.label or voice.text("The document"))
            for document in dossier.documents
        ],
    }


def _hero(desk: Desk) -> Claim | None:
    """Return the claim with the most reports from a single origin: the case the tool exists for."""
    facts = desk.facts
    single = [
        claim
        for claim in facts.claims
        if facts.origins[claim.id].all.at_most == 1 and len(facts.origins[claim.id].all.reports) > 1
    ]
    return max(
        single, key=lambda claim: (claim.measure is not None, len(facts.origins[claim.id].all.reports)), default=None
    )


def _unseen_note(desk: Desk, claim: Claim) -> str:
    """Return the legend of the broken ring where the tree of a claim has one."""
    facts = desk.facts
    family = {root for origin in facts.origins[claim.id].all.origins for root in origin.roots}
    if all(getattr(facts.dossier.entries[id_], "extent", "") != "unseen" for id_ in family):
        return ""
    return desk.voice.text("A broken ring was not seen by the editors; it is known through those who repeat it.")


def _most_named(desk: Desk) -> list[Place]:
    mentions = desk.facts.mentions
    return sorted(desk.facts.dossier.places, key=lambda place: (-len(mentions.get(place.id, ())), place.id))[:MOST]


def _figures(pen: Pen, figure: KeyFigure) -> Iterator[FigureRow]:
    """Yield the rows of a key figure: the scope a document prints, or each scope when none is printed."""
    facts = pen.desk.facts
    groups = [group for group in facts.figures if group.of == figure.measure]
    printed = [group for group in groups if any(row.claim.id in facts.passage_of for row in group.rows)]
    for group in printed[:1] or groups:
        claim = next((row.claim for row in group.rows if row.claim.id in facts.passage_of), group.rows[0].claim)
        yield FigureRow(
            link=pen.link(claim.id, figure.title),
            drawing=figure_drawing(pen, group, f"figure-{claim.id}"),
            comb=origins_comb(pen, claim),
            origins=_of_figure(pen, claim, len(group.rows) > 1),
            text=pen.inline(figure.text),
            scope="" if printed else f"{group.scope}, {pen.voice.text(group.unit)}",
        )


def _of_figure(pen: Pen, claim: Claim, several: bool) -> str:
    """Return how many reports and origins a figure has; beside others, which of them is meant."""
    said = origins_words(pen, claim)
    return f"{pen.voice.figure(claim.measure, unit=False)}: {said}" if several and claim.measure else said


def _resting(pen: Pen) -> list[tuple[Markup, str, list[tuple[str, Markup]]]]:
    """Return for each document its name, the number of its claims, and what they rest on."""
    evidence, voice = pen.desk.facts.evidence, pen.voice
    found = []
    for document in pen.desk.facts.dossier.documents:
        parts = resting_parts(evidence, document.source, voice)
        if parts:
            name = pen.to(document_page(document.source), document.label or voice.text("The document"))
            total = voice.number(claims_counted(evidence, document.source))
            found.append((name, total, [(voice.number(part.claims), said(pen, part.words)) for part in parts]))
    return found


def _strips(pen: Pen) -> list[tuple[Markup, list[tuple[str, str, Markup, str]]]]:
    """Return for each document its passages as cells: address, name, an icon for each claim, the same in words."""
    facts = pen.desk.facts
    strips = []
    for document in facts.dossier.documents:
        page = document_page(document.source)
        cells = []
        for passage in document.passages:
            if passage.editorial:
                rows = tuple(claim_row(pen, claim) for claim in facts.claims_at.get((document.source, passage.id), ()))
                icons = Markup(f'<span class="cells">{Markup("").join(row.icon for row in rows)}</span> {passage.id}')
                cells.append((pen.to(page, icons, passage.id), status_words(pen, rows)))
        strips.append((pen.to(page, document.label or pen.voice.text("The document")), cells))
    return strips  # type: ignore[return-value]
