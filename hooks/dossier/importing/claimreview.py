"""ClaimReview (schema.org JSON-LD) to claims: what was claimed, by whom, and the fact-check as one source about it.

A rating is what the fact-checkers say, never what the dossier says. A number at an end of its scale gives the stance of
that source (`supports`, `disputes`; never `refutes`, for a rating is no proof), one in between `qualifies`. A rating in
words alone is not interpreted: the source then only shows that the claim was made, and the words stand in the note.
Properties after schema.org/ClaimReview, Claim and Rating.
"""

from collections.abc import Iterator
from typing import Any, Final

from .desk import Desk, Fields
from .given import LATER, date, host_of, shortened, unread
from .jsons import Json
from .keys import same_address
from .record import Lost, Record, Route, dotted, record_of
from .tags import language_of
from .wording import inert, plain, prose, web

_PEOPLE: Final = {"Person": "person", "Organization": "organization", "NewsMediaOrganization": "media",
                  "GovernmentOrganization": "public-body", "Corporation": "organization"}  # fmt: skip
_WORDS_ONLY: Final = "its rating is in words; choose the stance yourself"


def reviews_in(value: Json) -> list[dict[str, Any]]:
    """Return every ClaimReview in a value: it alone, in a list, in a graph, or in a feed of data elements."""
    if isinstance(value, list):
        return [found for item in value for found in reviews_in(item)]
    if not isinstance(value, dict):
        return []
    kind = value.get("@type")
    if "ClaimReview" in (kind if isinstance(kind, list) else [kind]):
        return [value]
    return [found for name in ("@graph", "dataFeedElement", "item") for found in reviews_in(value.get(name))]


def from_claimreview(value: Json, desk: Desk) -> None:
    """Take every review."""
    for number, review in enumerate(reviews_in(value), 1):
        record = record_of(f"review {number}", review)
        for name in ("@context", "@type", "@id"):
            for route in record.below(name):
                record.take("claims.citations", *route)
        _claim(record, desk)
        desk.close(record)
    left = _without_reviews(value)
    rest = record_of("what is no review", left)
    if rest.leaves:
        desk.close(rest, "the dossier takes nothing but reviews from such a file")


def _without_reviews(value: Any) -> Any:
    """Return what stands around the reviews."""
    if isinstance(value, list):
        return [_without_reviews(item) for item in value]
    if not isinstance(value, dict):
        return value
    if reviews_in(value) == [value]:
        return None
    inside = ("@graph", "dataFeedElement", "item")
    kept = {name: _without_reviews(inner) if name in inside else inner for name, inner in value.items()}
    return {name: inner for name, inner in kept.items() if name != "@context"}


def _claim(record: Record, desk: Desk) -> None:
    text = plain(record, "claims.text", "claimReviewed")
    if not text:
        desk.refuse(record, "it does not say what was claimed (`claimReviewed`)")
        return
    source = _review_source(record, desk)
    if not source:
        return
    author = _author(record, desk, source)
    attribution: Fields = {"voice": "unnamed"}
    if author:
        reasoning = f"So the fact-check says [@{source}]; not yet looked up."
        attribution = {"voice": "credited", "printed": author, "reasoning": reasoning}
    fields = {
        "id": desk.claim_id("claims", f"{text}\n{author}", text),
        "text": text,
        "asserted_by": attribution,
        "asserted_at": date(desk, record, "claims.asserted_at", "itemReviewed", "datePublished"),
        "citations": [_stance(record, source), *_appearances(record, desk)],
        **LATER,
    }
    desk.add(record, "claims", fields)


def _review_source(record: Record, desk: Desk) -> str:
    """Make a source of the fact-check; return its id, or nothing if it has no address."""
    url = web(record, "sources.url", "url")
    who = plain(record, "sources.publisher", "author", "name") or plain(
        record, "sources.publisher", "publisher", "name"
    )
    if not url:
        desk.refuse(record, "the fact-check has no web address (`url`), so nothing could be cited")
        record.give_back_all("sources", "no source was made of the fact-check")
        return ""
    title = plain(record, "sources.title", "headline") or plain(record, "sources.title", "name")
    fields = {
        "id": desk.claim_id("sources", same_address(url), who or host_of(url), same_address(url), addresses=[url]),
        "type": "web-page",
        "title": title,
        "description": "" if title else f"Fact-check of the claim: {shortened(record.get('claimReviewed'), 90)}",
        "short": shortened(who or host_of(url), 40),
        "publisher": who,
        "issued": date(desk, record, "sources.issued", "datePublished"),
        "url": url,
        "language": language_of(record, "sources.language", "inLanguage") or desk.options.language or "und",
        **unread(desk.options.name),
    }
    return str(fields["id"]) if desk.add(record, "sources", fields) else ""


def _author(record: Record, desk: Desk, source: str) -> str:
    """Make an actor of whoever made the claim; return the id, or nothing if nobody is named."""
    at: Route = ("itemReviewed", "author")
    at = at if record.below(*at) else ("itemReviewed", "creator")
    at = (*at, 0) if record.items(*at) else at
    name = plain(record, "actors.label", *at, "name") or plain(record, "actors.label", *at)
    if not name:
        return ""
    kind = record.take("actors.type", *at, "@type")
    if kind not in _PEOPLE:
        how = "it is not said what sort of actor this is; `organization` was written, please check"
        record.lost.append(Lost(dotted((*at, "@type")), kind, how, whole=False))
    fields = {
        "id": desk.claim_id("actors", name, name),
        "type": _PEOPLE.get(kind, "organization"),
        "label": name,
        "role": plain(record, "actors.role", *at, "jobTitle") or "made a claim that was fact-checked",
        "description": f"Named as the author of a claim by a fact-check [@{source}]; not yet described.",
        **LATER,
    }
    return str(fields["id"]) if desk.add(record, "actors", fields) else ""


def _stance(record: Record, source: str) -> Fields:
    """Return the citation of the fact-check, with its rating in its own note."""
    words = prose(record, "claims.citations", "reviewRating", "alternateName")
    words = words or prose(record, "claims.citations", "reviewRating", "ratingExplanation")
    scale = [
        record.take("claims.citations", "reviewRating", name) for name in ("ratingValue", "worstRating", "bestRating")
    ]
    record.take("claims.citations", "reviewRating", "@type")
    stance = _of_scale(*scale)
    said = f"It rates the claim “{inert(words)}”." if words else ""
    if scale[0]:
        ends = f" on a scale from {inert(scale[1] or 'an end not given')} to {inert(scale[2] or 'an end not given')}"
        said = " ".join(filter(None, (said, f"Its rating is {inert(scale[0])}{ends}.")))
    if stance:
        return {"source": source, "stance": stance, "bears_on": "so", "note": said}
    for route in (("reviewRating", "alternateName"), ("reviewRating", "ratingValue")):
        if record.get(*route):
            record.change(_WORDS_ONLY, *route)
            break
    found: Fields = {"source": source, "stance": "repeats", "bears_on": "said"}
    return {**found, "note": f"{said} What it says of the claim is not yet judged here."} if said else found


def _of_scale(value: str, worst: str, best: str) -> str:
    """Return the stance a number stands for; nothing without both ends of the scale, or where it lies outside."""
    try:
        number, low, high = float(value), float(worst), float(best)
    except ValueError:
        return ""
    if not low < high or not low <= number <= high:
        return ""
    return "supports" if number == high else "disputes" if number == low else "qualifies"


def _appearances(record: Record, desk: Desk) -> list[Fields]:
    """Make a source of each place where the claim was seen; these show that it was said."""
    found = []
    for at in _appearance_routes(record):
        url = web(record, "sources.url", *at)
        if not url:
            continue
        fields = {
            "id": desk.claim_id("sources", same_address(url), "seen", same_address(url), addresses=[url]),
            "type": "web-page",
            "description": f"Where the claim was seen, by a fact-check: {shortened(record.get('claimReviewed'), 80)}",
            "short": host_of(url),
            "url": url,
            "language": desk.options.language or "und",
            **unread(desk.options.name),
        }
        if desk.add(record, "sources", fields):
            found.append({"source": fields["id"], "stance": "states", "bears_on": "said"})
    return found


def _appearance_routes(record: Record) -> Iterator[Route]:
    for name in ("firstAppearance", "appearance"):
        at: Route = ("itemReviewed", name)
        for here in [(*at, number) for number in record.items(*at)] or [at]:
            for route in (here, (*here, "url"), (*here, "@id")):
                if record.get(*route):
                    yield route
                    break
