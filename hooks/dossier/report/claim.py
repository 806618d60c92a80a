"""What stands behind one claim, in plain words: for its own page, the Overview and the terminal alike."""

from ..analysis import Count, Evidence, Origin
from ..analysis.parties import Footing, Rest
from ..model import Claim
from ..voice import Voice
from .section import To, Words, joined, links


def behind(count: Count, voice: Voice) -> tuple[Words, ...]:
    """Return sentences that say where the reports of a claim come from: the range, what is open, what fell."""
    said = [_found(count, voice)]
    opened = tuple(report.source for report in count.reports if report.open)
    if opened and count.at_most == 1:
        said.append(
            (voice.text("The way back is not recorded to its end, or not certain: another origin may lie behind it."),)
        )
    elif opened and len(count.reports) > 1:
        unknown = voice.plural(
            "Where one of them has it from is not recorded or not certain, so it may share the origin of another: ",
            "Where {n} of them have it from is not recorded or not certain, so they may share the origin of another: ",
            len(opened),
        )
        said.append((unknown, *links(opened), "."))
    if count.fallen:
        fell = voice.plural(
            "{n} report does not count, because what it rests on was retracted: ",
            "{n} reports do not count, because what they rest on was retracted: ",
            len(count.fallen),
        )
        said.append((fell, *links(count.fallen), "."))
    return tuple(said)


def _found(count: Count, voice: Voice) -> Words:
    """Return the sentence on how many origins the reports go back to."""
    reports, named = len(count.reports), origins_named(count.origins)
    if not reports:
        if count.fallen:
            return (voice.text("No report is left that counts."),)
        return (voice.text("No report was found beside the document itself."),)
    if reports == 1 and count.at_most == 1 and count.origins[0].roots == count.sources:
        return (voice.text("The one report found is itself the origin, as far as is recorded: "), *named, ".")
    if reports == 1 and count.at_most == 1:
        return (_go_back(1, voice), *named, ".")
    if reports == 2 and count.at_most == 1:
        return (voice.text("Both reports found go back to one origin: "), *named, ".")
    if count.at_most == 1:
        return (
            voice.plural(
                "The one report found goes back to one origin: ",
                "All {n} reports found go back to one origin: ",
                reports,
            ),
            *named,
            ".",
        )
    found = _go_back(reports, voice)
    which = ": " if count.at_least == count.at_most else f". {voice.text('Possible are: ')}"
    return (found, range_words(count, voice), which, *named, ".", *_unproven(count, voice))


def _go_back(reports: int, voice: Voice) -> str:
    return voice.plural("The one report found goes back to ", "The {n} reports found go back to ", reports)


def _unproven(count: Count, voice: Voice) -> Words:
    return () if count.exact else (" ", voice.text("Fewer will not do; whether so few are enough was not worked out."))


def range_words(count: Count, voice: Voice) -> str:
    """Return a number of origins in words: one number, or from the fewest to the most."""
    if count.at_least == count.at_most:
        return voice.plural("{n} origin", "{n} origins", count.at_most)
    low, high = voice.number(count.at_least), voice.number(count.at_most)
    return voice.text("{low} to {high} origins").format(low=low, high=high)


def origins_named(origins: tuple[Origin, ...]) -> Words:
    """Return origins one after the other: the source that is the root, and whose voice it is."""
    return joined(tuple(_origin(origin) for origin in origins), "; ")


def _origin(origin: Origin) -> Words:
    """Return an origin: its root sources, and the actor whose voice they are where it is one."""
    if origin.id in origin.roots or not origin.roots or len(origin.roots) > 3:
        return (To(origin.id),)
    return (*links(origin.roots), " (", To(origin.id), ")")


def first_speaker(evidence: Evidence, claim: Claim, voice: Voice) -> Words:
    """Return whether the speaker who was found is behind the reports; nothing without such a speaker, or a report."""
    found, count = claim.asserted_by.found, evidence.origins[claim.id].all
    if not found or not count.reports:
        return ()
    speakers = evidence.descent.speakers
    above = set(speakers.above(found, claim.asserted_at.edtf if claim.asserted_at else None))
    behind_it = any(above.intersection(speakers.above(origin.id)) for origin in count.origins)
    return (
        voice.text("Found to have said it first: "),
        To(found),
        voice.text(". That speaker, or the body behind it, is among these origins.")
        if behind_it
        else voice.text(". Neither that speaker nor the body behind it is among these origins."),
    )


def rests_on(rest: Rest, voice: Voice) -> Words:
    """Return whether a claim rests on a party to the conflict alone; nothing where no report was found."""
    if rest.footing is Footing.PARTY:
        return (
            voice.text("Every origin that can stand behind it speaks for one party to the conflict: "),
            To(rest.party),
            ".",
        )
    if rest.footing is Footing.OTHER:
        return (voice.text("The reports found cannot all come from one and the same party to the conflict."),)
    if rest.footing is Footing.NOT_KNOWN:
        return (voice.text("Whether it comes from one party to the conflict alone is not known."),)
    return ()


def owes(unread: bool, voice: Voice) -> Words:
    """Return that one origin is certain only if links are so that nobody read; nothing where that is not the case."""
    if not unread:
        return ()
    return (
        voice.text(
            "That it is one origin rests in part on links between sources that the editors did not read themselves "
            "(“cited via”)."
        ),
    )


def hangs_on(chain: tuple[str, ...], reports: int, voice: Voice) -> Words:
    """Return the sources that every report of a claim leads through; nothing where there is none, or one report."""
    if not chain or reports < 2:
        return ()
    return (voice.text("Every report leads through "), *links(chain), voice.text("; without that, none is left."))


def at_odds(others: tuple[str, ...], voice: Voice) -> Words:
    """Return the claims whose figures exclude this one's; nothing where there is none."""
    if not others:
        return ()
    return (voice.text("Its figure cannot be reconciled with: "), *links(others, "; "), ".")
