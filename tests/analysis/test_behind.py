"""What is said of the reports of one claim: what they go back to, and where the way back is lost."""

import pytest
from papers import Values, claim, counted, dossier_of, paper

from dossier.report.claim import behind
from dossier.voice import voice_of

ROOT = paper("root", speaks_for="army")
LOST = "The way back is not recorded to its end, or not certain: another origin may lie behind it."
OPEN = "Where one of them has it from is not recorded or not certain, so it may share the origin of another"


def said(*citations: str, sources: list[Values]) -> list[str]:
    """Return the sentences on a claim, mentions as ids."""
    found = counted(dossier_of(sources, [claim("c", *citations)]))["c"].all
    return [
        "".join(part if isinstance(part, str) else part[0] for part in line) for line in behind(found, voice_of("en"))
    ]


@pytest.mark.parametrize(
    ("citations", "sentences"),
    [
        ((), ["No report was found beside the document itself."]),
        (("x",), ["The one report found is itself the origin, as far as is recorded: x.", LOST]),
        (("root",), ["The one report found is itself the origin, as far as is recorded: root (army)."]),
        (("a",), ["The one report found goes back to root (army)."]),
        (("a", "b"), ["Both reports found go back to one origin: root (army)."]),
        (("a", "b", "root"), ["All 3 reports found go back to one origin: root (army)."]),
        (
            ("a", "x"),
            [
                "The 2 reports found go back to 1 to 2 origins. Possible are: root (army); x.",
                f"{OPEN}: x.",
            ],
        ),
    ],
)
def test_each_sentence_says_no_more_than_is_recorded(citations: tuple[str, ...], sentences: list[str]) -> None:
    """A report of which nothing is known is never said to go back to an origin for certain."""
    sources = [ROOT, paper("a", "root"), paper("b", "root"), paper("x")]
    assert said(*citations, sources=sources) == sentences
