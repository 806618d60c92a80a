"""The passage a claim stands in, whatever its locator says."""

import pytest
from papers import claim, dossier_of, paper

from dossier.analysis.order import passage_named, passages_of


@pytest.mark.parametrize(
    ("locator", "passage"),
    [("p3", "p3"), ("p3, second sentence", "p3"), ("p3,p4", "p3"), (" p3", "p3"), (",", ""), (", ,", ""), ("", "")],
)
def test_a_locator_names_the_passage_it_starts_with(locator: str, passage: str) -> None:
    """One of nothing but commas names none."""
    assert passage_named(locator) == passage


def test_a_locator_of_nothing_but_a_comma_stops_no_analysis() -> None:
    """The rule `locator` tells of it."""
    passage = {"id": "p0", "kind": "body", "heading": "x", "sentences": 1, "words": 1, "gist": "x"}
    document = {
        "source": "doc", "sha256": "0" * 64, "words": 1, "characters": 1, "about": "x", "published": "2016",
        "passages": [passage],
    }  # fmt: skip
    stated = [claim("c", {"source": "doc", "locator": ",", "stance": "states"})]
    assert passages_of(dossier_of([paper("doc")], stated, documents=[document])) == {"c": ("doc", "")}
