"""Reports and origins in words: how many claims go back to one origin, and for each claim the range and its origins."""

from collections import Counter
from typing import Final

from ..analysis import Count, Evidence, Origin, Origins
from ..model.words import BearsOn
from ..voice import Voice
from .claim import origins_named, range_words
from .section import Section, Table, To, Words, links

NAMED: Final = 5
"""Origins named in a cell; how many more there are is said."""


def origins(evidence: Evidence, voice: Voice) -> Section:
    """Return how many independent origins stand behind the claims: in words, then claim by claim."""
    return Section(
        name="origins",
        title=voice.text("Reports and origins"),
        lead=_lead(tuple(evidence.origins[claim.id].all for claim in evidence.claims), voice),
        table=_table(evidence, voice),
        limits=_limits(evidence, voice),
    )


def _lead(counts: tuple[Count, ...], voice: Voice) -> tuple[Words, ...]:
    if not counts:
        return ((voice.text("No claim is recorded."),),)
    single = tuple(count for count in counts if count.at_most == 1)
    several = tuple(count for count in counts if count.at_most > 1)
    none = sum(not count.reports for count in counts)
    share = voice.text("Claims of which all reports found go back to one origin: {some} of {all}.")
    said: list[Words] = [(share.format(some=voice.number(len(single)), all=voice.number(len(counts))),)]
    said += _repeated(single, voice)
    said += _not_to_the_end(single, voice)
    said += _most_often(tuple(count.origins[0] for count in single), voice)
    said += _several(several, voice)
    if none:
        unreported = voice.plural(
            "For {n} claim no report that counts was found beside the document itself.",
            "For {n} claims no report that counts was found beside the document itself.",
            none,
        )
        said.append((unreported,))
    return tuple(said)


def _repeated(single: tuple[Count, ...], voice: Voice) -> list[Words]:
    """Return how often one origin was repeated."""
    repeated = [len(count.reports) for count in single if len(count.reports) > 1]
    if not repeated:
        return []
    claims = voice.plural(
        "{n} of them has more than one report", "{n} of them have more than one report each", len(repeated)
    )
    reports = voice.plural(
        "{n} report in all, and still one origin.", "{n} reports in all, and still one origin each.", sum(repeated)
    )
    return [(claims, ": ", reports)]


def _not_to_the_end(single: tuple[Count, ...], voice: Voice) -> list[Words]:
    """Return for how many the one origin is only as far as the way back is known."""
    opened = sum(any(report.open for report in count.reports) for count in single)
    if not opened:
        return []
    said = voice.plural(
        "For {n} of them the way back is not recorded to its end, or not certain, so another origin may lie behind it.",
        "For {n} of them the way back is not recorded to its end, or not certain, so other origins may lie behind it.",
        opened,
    )
    return [(said,)]


def _most_often(found: tuple[Origin, ...], voice: Voice) -> list[Words]:
    """Return the origin that most claims go back to alone, if it is that of more than one."""
    counted = Counter(origin.id for origin in found)
    id_, number = min(counted.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    if number < 2:
        return []
    most = voice.plural("{n} claim goes back to it alone.", "{n} claims go back to it alone.", number)
    return [(voice.text("Most often that origin is "), To(id_), ": ", most)]


def _several(several: tuple[Count, ...], voice: Voice) -> list[Words]:
    """Return how many claims may have more than one origin, and for how many that is certain."""
    if not several:
        return [(voice.text("No claim was found that may have more than one origin."),)]
    may = voice.plural(
        "{n} claim may have more than one origin", "{n} claims may have more than one origin", len(several)
    )
    certain = sum(count.at_least > 1 for count in several)
    if not certain:
        return [(may, "; ", voice.text("that there are two is certain for none, by what is recorded."))]
    sure = voice.plural(
        "that there are at least two is certain for {n}, by what is recorded.",
        "that there are at least two is certain for {n}, by what is recorded.",
        certain,
    )
    return [(may, "; ", sure)]


def _table(evidence: Evidence, voice: Voice) -> Table | None:
    if not evidence.claims:
        return None
    columns = (
        voice.text("Claim"),
        voice.text("Reports"),
        voice.text("Origins, at least"),
        voice.text("Origins, at most"),
        voice.text("Origins"),
        *(voice.label(word) for word in BearsOn),
    )
    return Table(columns, tuple(_row(claim.id, evidence.origins[claim.id], voice) for claim in evidence.claims))


def _row(claim: str, found: Origins, voice: Voice) -> tuple[Words, ...]:
    count = found.all
    return (
        (To(claim),),
        (voice.number(len(count.reports)),),
        (voice.number(count.at_least),),
        (voice.number(count.at_most),),
        _named(count, voice),
        *((_short(found.of[word], voice),) for word in BearsOn),
    )


def _named(count: Count, voice: Voice) -> Words:
    more = len(count.origins) - NAMED
    named = origins_named(count.origins[:NAMED])
    return (*named, voice.plural(" and {n} more", " and {n} more", more)) if more > 0 else named


def _short(count: Count, voice: Voice) -> str:
    """Return a count as `10 reports, 1 origin`; nothing where nothing bears on the question."""
    if not count.reports:
        return ""
    return f"{voice.plural('{n} report', '{n} reports', len(count.reports))}{voice.comma}{range_words(count, voice)}"


def _limits(evidence: Evidence, voice: Voice) -> tuple[Words, ...]:
    """Return what the numbers rest on: links that nobody read, reports whose way is open, bounds that were not met."""
    said: list[Words] = []
    counts = [evidence.origins[claim.id].all for claim in evidence.claims]
    opened = {report.source for count in counts for report in count.reports if report.open}
    if opened:
        said.append(
            (
                voice.plural(
                    "Where {n} source has a claim from is not recorded or not certain; it raises the upper end only.",
                    "Where {n} sources have claims from is not recorded or not certain; they raise the upper end only.",
                    len(opened),
                ),
            )
        )
    said += _links_not_read(evidence, voice)
    if any(count.reports for count in counts):
        limited = voice.text("A source that limits a claim is a report of it, too; one that disputes it is none.")
        said.append((limited,))
    unproven = tuple(claim.id for claim in evidence.claims if not evidence.origins[claim.id].all.exact)
    if unproven:
        bound = voice.text("The lower end is proven, but whether so few origins are enough was not worked out, for ")
        said.append((bound, *links(unproven), "."))
    for circle in evidence.descent.circles:
        said.append((voice.text("These sources are recorded as deriving from one another: "), *links(circle), "."))
    return tuple(said)


def _links_not_read(evidence: Evidence, voice: Voice) -> list[Words]:
    recorded = [one for found in evidence.descent.recorded.values() for one in found]
    recorded += [one for owned in evidence.dossier.claims for cited in owned.citations for one in cited.derived_from]
    unread = sum(not derived.read for derived in recorded)
    if not unread:
        return []
    of = voice.text("Links that count, but were not read in the source itself (“cited via”): {some} of {all}.")
    said: list[Words] = [(of.format(some=voice.number(unread), all=voice.number(len(recorded))),)]
    if evidence.unread:
        owed = voice.plural(
            "{n} of the claims with one origin could have more without such links: ",
            "{n} of the claims with one origin could have more without such links: ",
            len(evidence.unread),
        )
        said.append((owed, *links(evidence.unread, "; "), "."))
    return said
