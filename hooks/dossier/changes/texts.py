"""A text that was worded anew: short ones whole, long ones by the words that differ, and what they cite now."""

from collections.abc import Iterator
from typing import Final

from ..prose import citations, plain_words
from ..report import Words
from ..voice import Voice
from .values import cited, listed
from .wording import Names, filled, quoted, worded_differently

SHORT: Final = 8
"""Up to so many words a text is shown whole, before and after."""


def text_lines(field: Words, sides: tuple[str, str], markdown: bool, voice: Voice, names: Names) -> Iterator[Words]:
    """Yield what changed in the text of a field; `field` is what it is called, `markdown` whether it can cite."""
    before, after = (plain_words(side) for side in sides) if markdown else sides
    if before != after:
        yield _worded(field, before, after, voice)
    if markdown:
        yield from _cites(field, *sides, voice, names)
    if before == after and markdown and citations(sides[0]) == citations(sides[1]):
        yield filled(voice.text("links or marks in {field} changed"), field=field)


def _worded(field: Words, before: str, after: str, voice: Voice) -> Words:
    if max(len(before.split()), len(after.split())) <= SHORT:
        pair = voice.text("{before} → {after}").format(before=quoted(before, voice), after=quoted(after, voice))
        return filled(voice.text("{field} {change}"), field=field, change=pair)
    shown, more = worded_differently(before, after, voice)
    if not shown:
        return filled(voice.text("wording of {field} changed"), field=field)
    told = filled(voice.text("wording of {field} changed: {change}"), field=field, change=shown)
    if not more:
        return told
    return (*told, voice.plural(" and in {n} more place", " and in {n} more places", more))


def _cites(field: Words, before: str, after: str, voice: Voice, names: Names) -> Iterator[Words]:
    """Yield which sources a text cites that it did not, and which no longer."""
    old, new = (dict.fromkeys(citations(side)) for side in (before, after))
    for told, found in (
        (voice.text("{field} now cites {sources}"), [one for one in new if one not in old]),
        (voice.text("{field} no longer cites {sources}"), [one for one in old if one not in new]),
    ):
        if found:
            sources = [cited({"source": one.source, "locator": one.locator}, voice, names) for one in found]
            yield filled(told, field=field, sources=listed(sources, voice))
