"""What follows from a change for the evidence: origins, labels, dates, passages; of entries nobody touched as well.

Both versions must be free of errors: of a dossier with a hole it is not known what its evidence is worth. Notes are
not told by number: a page numbers its own, so the number says nothing beyond the page; the source does.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from ..analysis import Count, Evidence
from ..analysis.parties import Footing
from ..report.claim import range_words
from ..report.section import Words
from ..voice import Voice
from .conflicts import conflicts
from .values import listed, mention
from .wording import Names, filled, quoted
from .words import Aspect, Sentence

Found = tuple[str, Sentence]
"""What follows, and the entry it is told with."""

FEW: Final = 5
"""So many passages are named; of more only their number is said."""


class Both(NamedTuple):
    """The evidence of two versions; `ids` is old id → new id of the entries that were renamed."""

    before: Evidence
    after: Evidence
    ids: Mapping[str, str]
    voice: Voice
    names: Names

    def new_id(self, old: str) -> str:
        """Return the id an entry of the version before has now."""
        return self.ids.get(old, old)

    def mentioned(self, ids: Collection[str]) -> Words:
        """Return mentions of some entries, one after the other, sorted by id."""
        return listed([(mention(id_, self.names),) for id_ in sorted(ids)], self.voice)


def consequences(both: Both, changed: Collection[str]) -> Mapping[str, tuple[Sentence, ...]]:
    """Return for each entry what is different about its evidence, if it is in both versions.

    What concerns two entries is told once: with the one that `changed` itself, else with the first by id.
    """
    found: dict[str, list[Sentence]] = {}
    for id_, sentence in (
        *_of_claims(both),
        *_conflicts(both, changed),
        *_superlatives(both),
        *_dates(both, changed),
        *_coverage(both),
    ):
        found.setdefault(id_, []).append(sentence)
    return {id_: tuple(sentences) for id_, sentences in sorted(found.items())}


# Claims one by one


def _of_claims(both: Both) -> Iterator[Found]:
    for old in both.before.origins:
        if both.new_id(old) in both.after.origins:
            for words in (*_origins(both, old), *_label(both, old), *_party(both, old)):
                yield both.new_id(old), Sentence(Aspect.SUPPORT, words)


def _origins(both: Both, old: str) -> Iterator[Words]:
    """Tell how many origins there are now, and how many against; more reports of the same origins are told as such."""
    voice, before, after = both.voice, both.before.origins[old], both.after.origins[both.new_id(old)]
    was, now = before.all, after.all
    if _range(was) != _range(now):
        said = voice.text("now {now} instead of {before}")
        yield (said.format(now=range_words(now, voice), before=_number(was, voice)),)
    elif len(was.reports) != len(now.reports):
        reports = voice.plural("{n} report", "{n} reports", len(now.reports))
        said = voice.text("now {reports} instead of {before}, and still {origins}")
        yield (said.format(reports=reports, before=voice.number(len(was.reports)), origins=range_words(now, voice)),)
    if _range(before.against) != _range(after.against):
        said = voice.text("against it now {now} instead of {before}")
        yield (said.format(now=range_words(after.against, voice), before=_number(before.against, voice)),)


def _range(count: Count) -> tuple[int, int]:
    return count.at_least, count.at_most


def _number(count: Count, voice: Voice) -> str:
    low, high = voice.number(count.at_least), voice.number(count.at_most)
    return high if low == high else voice.text("{low} to {high}").format(low=low, high=high)


def _label(both: Both, old: str) -> Iterator[Words]:
    voice, was, now = both.voice, both.before.status[old], both.after.status[both.new_id(old)]
    if was is not now:
        pair = {"before": quoted(voice.label(was), voice), "after": quoted(voice.label(now), voice)}
        yield (voice.text("its label {before} → {after}").format(**pair),)


def _party(both: Both, old: str) -> Iterator[Words]:
    """Tell that a claim now comes from one party to the conflict alone, or no longer."""
    was, now = both.before.parties.rests.get(old), both.after.parties.rests.get(both.new_id(old))
    alone_before = was.party if was and was.footing is Footing.PARTY else ""
    alone_after = now.party if now and now.footing is Footing.PARTY else ""
    if alone_after and both.new_id(alone_before) != alone_after:
        told = both.voice.text("now rests on one party to the conflict alone: {party}")
        yield filled(told, party=both.mentioned({alone_after}))
    elif alone_before and not alone_after:
        told = both.voice.text("no longer rests on one party to the conflict alone: {party}")
        yield filled(told, party=both.mentioned({both.new_id(alone_before)}))


# Figures, superlatives, dates, passages


def _conflicts(both: Both, changed: Collection[str]) -> Iterator[Found]:
    """Tell which figures can no longer both be right, and which no longer exclude one another."""
    appeared, resolved = conflicts(both.before.figures, both.after.figures, both.ids, changed)
    for told, found in (
        (both.voice.text("new conflict: its figure and that of {claims} cannot both be right"), appeared),
        (both.voice.text("conflict with {claims} resolved"), resolved),
    ):
        for id_, others in found.items():
            yield id_, Sentence(Aspect.FIGURE, filled(told, claims=both.mentioned(others)))


def _superlatives(both: Both) -> Iterator[Found]:
    """Tell what stands against a claim that ranks or sums up, and did not; and what no longer does."""
    was = {both.new_id(one.claim): {both.new_id(two.id) for two in one.against} for one in both.before.superlatives}
    for tested in both.after.superlatives:
        now = {one.id for one in tested.against}
        before = was.get(tested.claim, now)
        for told, found in (
            (both.voice.text("stands against it now, if the scopes are the same: {entries}"), now - before),
            (both.voice.text("no longer stands against it: {entries}"), before - now),
        ):
            if found:
                yield tested.claim, Sentence(Aspect.FIGURE, filled(told, entries=both.mentioned(found)))


def _dates(both: Both, changed: Collection[str]) -> Iterator[Found]:
    """Tell which entries now cannot all be so because of their dates or order, and which can again."""
    voice = both.voice
    was = {frozenset(both.new_id(step.id) for step in one.entries) for one in both.before.chronology.contradictions}
    now = {frozenset(step.id for step in one.entries) for one in both.after.chronology.contradictions}
    appeared = (
        voice.text("its dates now contradict those of {entries}"),
        voice.text("its dates now contradict one another"),
    )
    resolved = (
        voice.text("its dates no longer contradict those of {entries}"),
        voice.text("its dates no longer contradict one another"),
    )
    for (of_several, of_one), sets in ((appeared, now - was), (resolved, was - now)):
        for ids in sorted(sets, key=sorted):
            first = min(ids, key=lambda id_: (id_ not in changed, id_))
            others = ids - {first}
            words = filled(of_several, entries=both.mentioned(others)) if others else (of_one,)
            yield first, Sentence(Aspect.DATE, words)


def _coverage(both: Both) -> Iterator[Found]:
    """Tell of each document which passages now have a claim, and which have lost theirs."""
    was = {both.new_id(one.source): set(one.without_claim) for one in both.before.coverage}
    for document in both.after.coverage:
        now, known = set(document.without_claim), [passage.id for passage in document.passages]
        before = was.get(document.source, now)
        for told, found in (
            (both.voice.text("passages that now have a claim: {passages}"), before - now),
            (both.voice.text("passages without a claim now: {passages}"), now - before),
        ):
            named = [passage for passage in known if passage in found]
            if named:
                words = filled(told, passages=listed([(passage,) for passage in named], both.voice))
                yield f":document:{document.source}", Sentence(Aspect.OTHER, words)
