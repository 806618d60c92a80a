"""What this dossier publishes about its article: a change of data or of code that changes a finding is seen here.

The numbers were read off the data by people before they were written down. Whoever changes one says why in the commit.
"""

from collections import Counter
from pathlib import Path

import pytest

from dossier.analysis import Evidence, analyse
from dossier.model.status import Status
from dossier.model.words import BearsOn
from dossier.pipeline import read
from dossier.report import report
from dossier.terminal import plain_words
from dossier.voice import voice_of

ROOT = Path(__file__).parent.parent
WORDS = Path(__file__).parent / "golden" / "findings" / "words.txt"
ARTICLE = "business-insider-2016-12"


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """The evidence of the dossier in `data/`."""
    dossier, problems = read(ROOT / "data")
    assert problems == ()
    return analyse(dossier)


def of_article(evidence: Evidence) -> list[str]:
    return [claim.id for claim in evidence.claims if evidence.passage_of.get(claim.id, ("",))[0] == ARTICLE]


def test_ten_reports_of_168_trucks_have_one_origin(evidence: Evidence) -> None:
    """The finding the tool exists for: ten outlets, one statement by the party that made the strike."""
    count = evidence.origins["trucks-destroyed"]
    assert (len(count.all.reports), count.all.at_least, count.all.at_most, count.all.exact) == (10, 1, 1, True)
    (origin,) = count.all.origins
    assert (origin.id, origin.roots) == ("us-led-coalition", ("coalition-statement-2016-12-09",))
    assert [len(count.of[word].reports) for word in (BearsOn.SAID, BearsOn.WHO, BearsOn.SO)] == [0, 2, 10]
    assert evidence.falls.chain["trucks-destroyed"] == ("coalition-statement-2016-12-09",)
    assert evidence.parties.rests["trucks-destroyed"].party == "us-led-coalition"


def test_the_warning_credited_to_the_un_has_another_origin(evidence: Evidence) -> None:
    """Eight reports, one man in Geneva, who belongs to no body of the UN."""
    claim = "threatened-with-extermination"
    count = evidence.origins[claim].all
    assert (len(count.reports), count.at_least, count.at_most) == (8, 1, 1)
    assert [origin.id for origin in count.origins] == ["brita-haji-hassan"]
    assert evidence.status[claim] is Status.CREDITED_ELSEWHERE
    (change,) = [change for change in evidence.wording if change.claim == claim]
    assert (change.kind.value, change.printed.actor, change.found.actor) == (
        "credited-elsewhere",
        "united-nations",
        "brita-haji-hassan",
    )


def test_the_estimate_that_got_lost(evidence: Evidence) -> None:
    """The statement calls the sum an estimate; the article does not."""
    kinds = {change.kind.value for change in evidence.wording if change.claim == "revenue-lost"}
    assert {"hedge-lost", "estimate-dropped"} <= kinds


def test_the_statuses_of_the_48_claims(evidence: Evidence) -> None:
    """The labels as the Overview and the ledger count them."""
    claims = of_article(evidence)
    assert len(claims) == 48
    assert Counter(evidence.status[claim].value for claim in claims) == {
        "label": 6,
        "credited-elsewhere": 1,
        "sources-disagree": 8,
        "not-found": 4,
        "one-origin": 16,
        "found-elsewhere": 13,
    }
    not_found = {claim for claim in claims if evidence.status[claim] is Status.NOT_FOUND}
    assert not_found == {"clip-shown", "one-of-seven-strikes", "wellhead-destroyed", "multi-party-talks"}


def test_no_claim_has_two_origins_for_certain(evidence: Evidence) -> None:
    """As far as is recorded: where most reports have it from is not known, and that is never taken for independence."""
    assert [claim for claim, found in evidence.origins.items() if found.all.at_least > 1] == []


def test_what_the_article_rests_on(evidence: Evidence) -> None:
    """Of 42 claims that could be confirmed, 12 are a party's own account, however many have printed it."""
    share = evidence.parties.of[ARTICLE]
    assert (share.total, share.on_party, share.other, share.not_known, share.none, share.labels) == (
        42,
        12,
        8,
        17,
        5,
        6,
    )
    assert {count.party: count.claims for count in share.by} == {
        "us-led-coalition": 10,
        "russia": 1,
        "aleppo-local-council": 1,
    }


def test_figures_that_cannot_all_be_right(evidence: Evidence) -> None:
    """And those that can: measure and scope, the claims that exclude others, how many numbers it takes."""
    found = {
        (group.of, group.scope): ({row.claim.id for row in group.rows if row.disputed}, len(group.readings))
        for group in evidence.figures
        if len(group.rows) > 1
    }
    assert found == {
        ("tanker trucks destroyed", "strike near Palmyra, 8 December 2016"): (
            {"trucks-destroyed", "trucks-more-than-168"},
            2,
        ),
        ("people in eastern Aleppo", "eastern Aleppo, 8-9 December 2016"): (
            {"threatened-with-extermination", "aleppo-100000-civilians", "aleppo-more-than-200000"},
            3,
        ),
        ("people who left eastern Aleppo", "left eastern Aleppo, announced 10 December 2016"): (
            {"left-aleppo-20000", "left-aleppo-several-hundred"},
            2,
        ),
        ("people who left eastern Aleppo", "left with Russian help, announced 9 December 2016"): (set(), 1),
        ("revenue lost", "strike near Palmyra, 8 December 2016"): (set(), 1),
    }


def test_the_largest_strike_to_date_has_a_counter_example(evidence: Evidence) -> None:
    """283 trucks in November 2015, if the scopes are the same; of the largest «this year» there is none."""
    tested = {found.claim: found for found in evidence.superlatives}
    against = tested["strike-largest-to-date"].against
    assert [(other.id, other.sure) for other in against] == [("trucks-283-november-2015", True)]
    assert tested["strike-largest-this-year"].against == ()


def test_no_dates_contradict(evidence: Evidence) -> None:
    """Looked at, and nothing found; the number of links says that there was something to look at."""
    assert evidence.chronology.contradictions == ()
    assert evidence.chronology.links > 300


def test_the_days_from_8_to_22_december(evidence: Evidence) -> None:
    """Each day of publication stands by itself, and the most was new on the 9th."""
    days = {day.day: day for day in evidence.clocks.days}
    december = [day for (year, month, day) in days if (year, month) == (2016, 12) and 8 <= day <= 22]
    assert december == [8, 9, 10, 11, 12, 14, 16, 20, 21, 22]
    assert max(days, key=lambda day: sum(said.first for said in days[day].said)) == (2016, 12, 9)


def test_no_claim_is_graded_as_confirmed(evidence: Evidence) -> None:
    """Grade 1 needs two independent origins, and none has two for certain."""
    assert evidence.grades.confirmed == ()


def test_every_sentence_of_the_article_was_looked_at(evidence: Evidence) -> None:
    """18 sentences, no passage of the text without a claim."""
    (document,) = evidence.coverage
    assert document.without_claim == ()
    assert sum(passage.sentences for passage in document.passages if passage.editorial) == 18


def test_the_findings_in_words(evidence: Evidence, pytestconfig: pytest.Config) -> None:
    """Every finding as `dossier analyse` and the Checks page begin it; renewed with --update-golden, and then read."""
    said = "".join(
        f"## {section.name}\n" + "".join(f"{plain_words(line, evidence.dossier)}\n" for line in section.lead) + "\n"
        for section in report(evidence, voice_of("en"))
    )
    if pytestconfig.getoption("update_golden"):
        WORDS.write_text(said, encoding="utf-8")
    assert said == WORDS.read_text(encoding="utf-8")


def test_the_examples_on_the_method_page_are_those_computed(evidence: Evidence) -> None:
    """The page is written by hand, its numbers are not: each sentence with one is made here from the evidence."""
    method = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    share, grades = evidence.parties.of[ARTICLE], evidence.grades
    sentences = sum(passage.sentences for passage in evidence.coverage[0].passages if passage.editorial)
    resting = evidence.falls.resting["coalition-statement-2016-12-09"]
    repeated = [claim for claim in resting if len(evidence.origins[claim].all.reports) > 1]
    days = {day.day: sum(said.first for said in day.said) for day in evidence.clocks.days}
    said = [
        f"Of {share.total} claims of the article that could be confirmed by somebody, {share.on_party} rest on one",
        f"{grades.on_diagonal} of {grades.total} pairs ({round(100 * grades.on_diagonal / grades.total)} %)",
        f"{sentences} sentences and {len(of_article(evidence))} claims",
    ]
    assert [words for words in said if words not in method] == []
    assert (len(resting), len(repeated)) == (12, 10)
    assert "twelve claims would have no report left, ten of which" in method
    assert (days[2016, 12, 9], len(evidence.claims)) == (21, 71)
    assert "Twenty-one of 71 claims were first said on 9 December 2016." in method


def test_what_the_front_page_says_in_prose_is_what_is_computed(evidence: Evidence) -> None:
    """The story and the findings are an editor's words; the number in them is the count of the trucks' reports."""
    settings = evidence.dossier.settings
    prose = [line.text for line in settings.story] + [finding.title for finding in settings.findings]
    assert len(evidence.origins["trucks-destroyed"].all.reports) == 10
    assert sum(text.startswith("Ten reports of") for text in prose) == 2
