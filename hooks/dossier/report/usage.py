"""Who says what: the names used for the same thing, by whom, in which words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from ..analysis import Evidence
from ..analysis.usage.things import NameUse, Recorded, Thing, Use
from ..model import Source
from ..voice import Voice
from .section import Section, Table, To, Words, joined

SHOWN: Final = 3
"""Quotes shown of one speaker for one name, and other entries of one name; `--json` gives all of them."""

MOST: Final = 100
"""Things shown, those with most names first; `--json` gives all of them."""


def names(evidence: Evidence, voice: Voice) -> Section:
    """Return which names are used for the same thing: one row for each name and whoever uses it."""
    several = [thing for thing in evidence.usage if len(thing.names) > 1]
    columns = (voice.text("Thing"), voice.text("Name"), voice.text("Used by"), voice.text("Shown by"))
    rows = tuple(row for thing in several[:MOST] for name in thing.names for row in _rows(thing, name, evidence, voice))
    return Section(
        name="names",
        title=voice.text("Who says what: names"),
        lead=tuple(_lead(evidence.usage, several, voice)),
        table=Table(columns, rows) if rows else None,
        limits=(
            (voice.text("Only names that an actor, a place or a term of this dossier carries are counted."),),
            (voice.text("Quotes here are short and chosen: how often a name is quoted is not how often it is used."),),
            (voice.text("A name in words that a source quotes from somebody else counts for that source."),),
        ),
    )


def _lead(things: Sequence[Thing], several: Sequence[Thing], voice: Voice) -> Iterator[Words]:
    if not several:
        yield (voice.text("No two names for the same thing were found in the quotes and the recorded usage."),)
        return
    yield (
        voice.plural(
            "{n} thing goes by two names or more in the quotes and the recorded usage.",
            "{n} things go by two names or more in the quotes and the recorded usage.",
            len(several),
        ),
    )
    if len(several) > MOST:
        yield (voice.plural("The {n} with most names is shown.", "The {n} with most names are shown.", MOST),)
    both = sum(len(speaker.names) > 1 for thing in several for speaker in thing.speakers)
    if both:
        yield (
            voice.plural(
                "In {n} case one source or actor uses several names for the same thing.",
                "In {n} cases one source or actor uses several names for the same thing.",
                both,
            ),
        )
    shared = {name.text for thing in things for name in thing.names if name.ambiguous}
    if shared:
        yield (
            voice.plural(
                "{n} name belongs to several entries and is counted for each of them.",
                "{n} names belong to several entries and are counted for each of them.",
                len(shared),
            ),
        )


def _rows(thing: Thing, name: NameUse, evidence: Evidence, voice: Voice) -> Iterator[tuple[Words, ...]]:
    """Yield a row for each source that has the name in a quote or is recorded for it, and each actor recorded; the
    quotes of a name that several entries have in one row, as they do not say which is meant."""
    quoted: dict[tuple[str, str], list[Use]] = defaultdict(list)
    recorded: dict[tuple[str, str], list[Recorded]] = defaultdict(list)
    for use in () if name.ambiguous else name.uses:
        quoted[use.source, use.actor].append(use)
    for told in name.recorded:
        recorded[told.source, told.actor].append(told)
    for source, actor in sorted({*quoted, *recorded}):
        shown = (
            *_quotes(quoted.get((source, actor), []), voice),
            *(_recorded(told, evidence, voice) for told in recorded.get((source, actor), ())),
        )
        yield (To(thing.id),), _called(name, voice), _who(source, actor, evidence), joined(shown, "; ")
    if name.ambiguous and name.uses:
        sources = voice.plural("{n} source", "{n} sources", len({use.source for use in name.uses}))
        quotes = voice.plural("{n} quote, of this or another", "{n} quotes, of this or another", len(name.uses))
        yield (To(thing.id),), _called(name, voice), (sources,), (quotes,)


def _called(name: NameUse, voice: Voice) -> Words:
    languages = ", ".join(voice.language_name(tag) for tag in name.languages if tag != voice.language)
    called: Words = (f"{name.text} ({languages})" if languages else name.text,)
    if not name.ambiguous:
        return called
    also = joined(tuple((To(id_),) for id_ in name.also_of[:SHOWN]))
    more = len(name.also_of) - SHOWN
    rest = (" ", voice.plural("and {n} more", "and {n} more", more)) if more > 0 else ()
    return (*called, " – ", voice.text("also a name of"), " ", *also, *rest)


def _who(source: str, actor: str, evidence: Evidence) -> Words:
    if not source:
        return (To(actor),)
    return (_source(source, evidence), *((" (", To(actor), ")") if actor else ()))


def _source(id_: str, evidence: Evidence) -> To:
    entry = evidence.dossier.entries.get(id_)
    return To(id_, entry.short if isinstance(entry, Source) else "")


def _quotes(uses: Sequence[Use], voice: Voice) -> Iterator[Words]:
    for use in uses[:SHOWN]:
        passed_on = f" ({voice.text('in a passage that quotes a speaker')})" if use.passed_on else ""
        yield (f"“{use.quote}”{passed_on}",)
    if len(uses) > SHOWN:
        yield (voice.plural("{n} more quote", "{n} more quotes", len(uses) - SHOWN),)


def _recorded(told: Recorded, evidence: Evidence, voice: Voice) -> Words:
    others = tuple((_source(id_, evidence),) for id_ in told.cited if id_ != told.source)
    if not others:
        return (voice.text("recorded by the editors"),)
    return (voice.text("recorded by the editors, with"), " ", *joined(others))
