"""The Method page: how this dossier was made, and the rule behind every label, with the tables the program goes by."""

from collections.abc import Iterator
from functools import partial

from ...analysis.figures.groups import ABOUT, WORDED
from ...analysis.figures.published import PUBLISHED
from ...links import METHOD
from ...model import SETTINGS_OWNER
from ...model.status import Status
from ...model.words import BearsOn, Credibility, Qualifier, Reliability, RemarkKind, ReviewState, Stance
from ..desk import Desk
from ..foreign import foreign
from ..page import Page
from ..pen import Pen


def method_page(desk: Desk) -> Iterator[Page]:
    """Yield the page; its tables are the closed lists and constants the rules use, so it cannot drift from them."""
    pen = Pen(desk, METHOD, SETTINGS_OWNER)
    voice = desk.voice
    qualifiers = [(voice.label(word).format(value=voice.number(100)), _interval(desk, word)) for word in Qualifier]
    # The units that are known are English words, and an editor has to write them so.
    word = partial(foreign, language="" if voice.language.partition("-")[0] == "en" else "en")
    body = desk.write(
        "method.md.jinja",
        pen,
        settings=desk.facts.dossier.settings,
        statuses=[(status, pen.status(status, linked=False)) for status in Status],
        reliability=list(Reliability),
        credibility=list(Credibility),
        stances=list(Stance),
        bears_on=list(BearsOn),
        qualifiers=qualifiers,
        remarks=list(RemarkKind),
        states=list(ReviewState),
        left_out=_left_out(desk),
        units=[
            (word(unit.names[0]), voice.exact(unit.factor), word(unit.of), word(unit.standard)) for unit in PUBLISHED
        ],
    )
    yield Page(pen.path, voice.text("Method"), body, (), section="About", meta={"hide": ["navigation"]})


def _left_out(desk: Desk) -> str:
    out, voice = len(desk.facts.dossier.left_out), desk.voice
    told = voice.plural("{n} draft is left out of this site.", "{n} drafts are left out of this site.", out)
    return told if out else ""


def _interval(desk: Desk, word: Qualifier) -> str:
    voice = desk.voice
    if word in WORDED:
        low, high = WORDED[word]
        return f"{voice.number(low)}–{voice.number(high)}"
    share = voice.number(round(100 * ABOUT))
    return {
        Qualifier.EXACT: voice.text("that number"),
        Qualifier.ABOUT: voice.text("{share} % either way").format(share=share),
        Qualifier.MORE_THAN: voice.text("above that number"),
        Qualifier.AT_LEAST: voice.text("that number or above"),
        Qualifier.LESS_THAN: voice.text("below that number"),
        Qualifier.AT_MOST: voice.text("that number or below"),
    }[word]
