"""How far the dossier covers a document: from the recorded sizes alone, and with the text at hand."""

from collections.abc import Iterator, Sequence

from ..analysis import Evidence
from ..analysis.coverage.passages import DocumentCoverage
from ..analysis.coverage.reading import Reading, ReadSentence, Unfit, Why
from ..voice import Voice
from .section import Section, Table, To, Words


def coverage(evidence: Evidence, voice: Voice) -> Section:
    """Return for every passage how much the dossier holds of it, and first where something may be missing."""
    several = len(evidence.coverage) > 1
    rows = tuple(row for document in evidence.coverage for row in _rows(document, several, voice))
    return Section(
        name="coverage",
        title=voice.text("Coverage of the document"),
        lead=tuple(line for document in evidence.coverage for line in _lead(document, voice))
        or ((voice.text("No document is taken apart in this dossier."),),),
        table=Table(_columns(voice), rows) if rows else None,
        limits=(
            (voice.text("A sentence can make several claims or none: the numbers show where to look again, no more."),),
            (voice.text("Sentences and words are those the editors recorded for each passage."),),
        ),
    )


def _columns(voice: Voice) -> tuple[str, ...]:
    return (
        voice.text("Passage"),
        voice.text("Sentences"),
        voice.text("Words"),
        voice.text("Claims"),
        voice.text("Figures"),
        voice.text("Actors and places"),
        voice.text("Remarks"),
        voice.text("Quoted fragments"),
    )


def _lead(document: DocumentCoverage, voice: Voice) -> Iterator[Words]:
    to = To(document.source)
    editorial = [passage for passage in document.passages if passage.editorial]
    claims = {claim for passage in document.passages for claim in passage.claims}
    sentences = sum(passage.sentences for passage in editorial)
    size = voice.plural("{n} editorial passage", "{n} editorial passages", len(editorial))
    long = voice.plural("{n} sentence", "{n} sentences", sentences)
    held = voice.plural("{n} claim", "{n} claims", len(claims))
    yield to, f": {size}, {long}, {held}."
    if not editorial:
        return
    if document.without_claim:
        yield voice.text("Passages that no claim points at:"), f" {', '.join(document.without_claim)}."
    else:
        yield (voice.text("Every editorial passage has at least one claim."),)
    if document.fewer_claims:
        yield voice.text("Passages with fewer claims than sentences:"), f" {', '.join(document.fewer_claims)}."


def _rows(document: DocumentCoverage, several: bool, voice: Voice) -> Iterator[tuple[Words, ...]]:
    for passage in document.passages:
        aside = "" if passage.editorial else f" ({voice.text('not editorial')})"
        counts = (
            passage.sentences,
            passage.words,
            len(passage.claims),
            len(passage.figures),
            len(passage.names),
            len(passage.remarks),
            passage.quotes,
        )
        place = f"{passage.id}{aside}"
        yield (To(document.source), f" {place}") if several else (place,), *((voice.number(count),) for count in counts)


def coverage_section(found: Reading | Unfit, voice: Voice) -> Section:
    """Return what a text holds that the dossier does not cover, or why the text cannot be used.

    Nothing of the text is shown but numerals, names and the first words of sentences.
    """
    title = voice.text("Coverage of the document, with its text")
    if isinstance(found, Unfit):
        return Section("coverage", title, tuple(_unfit(found, voice)))
    rows = tuple(_uncovered(found, voice))
    columns = (voice.text("Passage"), voice.text("Sentence"), voice.text("Not covered yet"), voice.text("Words"))
    return Section(
        name="coverage",
        title=title,
        lead=tuple(_read(found, voice)),
        table=Table(columns, rows) if rows else None,
        limits=tuple(_limits(found, voice)),
    )


def _unfit(found: Unfit, voice: Voice) -> Iterator[Words]:
    if found.why is Why.UNKNOWN:
        yield voice.text("This text is none of the documents taken apart: its SHA-256 is"), f" {found.sha256}."
        for source, expected in found.known:
            yield voice.text("Expected:"), f" {expected} (", To(source), ")."
        if not found.known:
            yield (voice.text("No document is taken apart in this dossier."),)
    elif found.why is Why.NO_UTF8:
        yield voice.text("The text cannot be read: expected UTF-8."), " ", To(found.source)
    elif found.misfit and found.misfit.passage:
        yield (
            To(found.source),
            " ",
            voice.text(
                "cannot be cut into its passages: {passage} is recorded with {recorded} words, its lines have {found}."
            ).format(
                passage=found.misfit.passage,
                recorded=voice.number(found.misfit.recorded),
                found=voice.number(found.misfit.found),
            ),
        )
        yield (voice.text("Expected: each passage is one or more whole lines, in order, with the words recorded."),)
    elif found.misfit:
        left = voice.plural("{n} word is left over", "{n} words are left over", found.misfit.found)
        yield To(found.source), " ", voice.text("cannot be cut into its passages: after the last one"), f" {left}."


def _read(found: Reading, voice: Voice) -> Iterator[Words]:
    sentences = [sentence for passage in found.passages for sentence in passage.sentences]
    parts = (
        voice.plural("{n} sentence", "{n} sentences", len(sentences)),
        voice.plural("{n} numeral", "{n} numerals", sum(passage.numerals for passage in found.passages)),
        voice.plural("{n} name", "{n} names", sum(passage.names for passage in found.passages)),
    )
    yield To(found.source), f": {', '.join(parts)}."
    yield _sentences(sentences, voice)
    numerals = sum(len(passage.open_numerals) for passage in found.passages)
    names = sum(len(passage.open_names) for passage in found.passages)
    yield (
        voice.plural("{n} numeral is not covered.", "{n} numerals are not covered.", numerals)
        if numerals
        else voice.text("No numeral is left uncovered."),
    )
    yield (
        voice.plural("{n} name is not covered.", "{n} names are not covered.", names)
        if names
        else voice.text("No name is left uncovered."),
    )
    for passage in found.passages:
        if len(passage.sentences) != passage.recorded:
            yield (
                voice.text("{passage}: {recorded} sentences are recorded, {found} were found.").format(
                    passage=passage.id,
                    recorded=voice.number(passage.recorded),
                    found=voice.number(len(passage.sentences)),
                ),
            )


def _sentences(sentences: Sequence[ReadSentence], voice: Voice) -> Words:
    bare = [sentence for sentence in sentences if not sentence.claims]
    if not bare:
        return (voice.text("No sentence is without a claim."),)
    said = voice.plural("{n} sentence has no claim yet.", "{n} sentences have no claim yet.", len(bare))
    told = sum(sentence.told for sentence in bare)
    if not told:
        return (said,)
    return (
        said,
        " ",
        voice.plural("A quote, a remark or the gist tells of {n}.", "Quotes, remarks or gists tell of {n}.", told),
    )


def _uncovered(found: Reading, voice: Voice) -> Iterator[tuple[Words, ...]]:
    for passage in found.passages:
        gaps = [
            (
                sentence.number,
                0,
                voice.text("told, no claim") if sentence.told else voice.text("sentence"),
                f"{sentence.opening} …",
            )
            for sentence in passage.sentences
            if not sentence.claims
        ]
        gaps += [(gap.sentence, 1, voice.text("numeral"), gap.words) for gap in passage.open_numerals]
        gaps += [(gap.sentence, 2, voice.text("name"), gap.words) for gap in passage.open_names]
        for number, _, what, words in sorted(gaps):
            yield (passage.id,), (voice.number(number),), (what,), (words,)


def _limits(found: Reading, voice: Voice) -> Iterator[Words]:
    yield (voice.text("A claim is laid at the sentence with which it shares most words, names and figures."),)
    yield (voice.text("Claims are in own words: a sentence without one may be told by the claim of another."),)
    unlaid = sum(len(passage.unlaid) for passage in found.passages)
    if unlaid:
        yield (
            voice.plural(
                "{n} claim shares nothing with any sentence of its passage and was laid at none.",
                "{n} claims share nothing with any sentence of their passage and were laid at none.",
                unlaid,
            ),
        )
    yield (voice.text("A numeral or a name is looked for once in each passage."),)
    yield (voice.text("Numbers in words are known for English only; digits of any script are read."),)
    if not found.capitals:
        yield (voice.text("Every noun of this language has a capital, so only names of the dossier were looked for."),)
    yield (voice.text("Passages that are not editorial are left out."),)
