"""The Corrections page and its feed: what readers may have relied on and what became of it, valid as Atom."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from dossier.changes.history import Moment, Revision, history_of, past_of
from dossier.index import index
from dossier.links import Links, Repository
from dossier.model import Dossier
from dossier.render import render
from dossier.render.feed import ATOM, FEED, MOST
from small import PLAIN_SETTINGS, actor, claim, read_values, source

SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "atom.rng")))
SITE = "https://lower-weir.example/dossier/"
FORGE = "https://github.com/lower-weir/dossier"
CLAIM = "- id: closed\n  text: The footbridge is closed\n"
HOSTILE = "<script>alert(1)</script> & \"]]> <!-- 'x' \N{ARABIC LETTER ALEF}"


def commit(number: int) -> str:
    return f"{number:02x}" * 20


def when(number: int) -> str:
    return f"2026-05-{number // 24 + 1:02}T{number % 24:02}:00:00+02:00"


def site(
    dossier: Dossier, *versions: Mapping[str, str | None], address: str = SITE, undated: int | None = None
) -> dict[str, str]:
    """Return the pages and other files of a dossier by path; each version is given as the files it changed.

    `undated` is the number of a version without a date.
    """
    revisions = [
        Revision(
            Moment(commit(number), "" if number == undated else when(number), f"V{number} {HOSTILE}"),
            {path: text and text.encode() for path, text in files.items()},  # type: ignore[misc]
        )
        for number, files in enumerate(versions)
    ]
    facts = index(dossier)
    links = Links(dossier, Repository(FORGE, site_url=address), False, facts.document_of, facts.rank)
    pages, assets = render(facts, links, {}, history_of(past_of(revisions)) if versions else None)
    return {page.path: page.markdown for page in pages} | {asset.path: asset.content for asset in assets}


def entries(text: str) -> list[dict[str, str]]:
    """Return the entries of a valid feed as the text of each element, with the address of its link."""
    root = etree.fromstring(text.encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    found = []
    for entry in root.iter(f"{{{ATOM}}}entry"):
        fields = {etree.QName(child).localname: child.text or child.get("href") for child in entry}
        found.append(fields)
    return found


def dossier_of(**more: list[dict[str, Any]]) -> Dossier:
    given: dict[str, Any] = {"claims": [claim("closed", {"source": "courier"})], "sources": [source("courier")]}
    return read_values(given | more)


def correction(id_: str, date: str) -> dict[str, Any]:
    return {"id": id_, "date": date, "printed": "It stood [@courier].", "right": "It fell.", "entries": ["closed"]}


# ── the Corrections page ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after", "listed"),
    [
        ("measure: {of: weeks, value: 1, unit: week}", "measure: {of: weeks, value: 3, unit: week}", True),
        ("when: 2026-05-01", "when: 2026-05-02", True),
        ("asserted_by: {printed: mayor}", "asserted_by: {printed: council}", True),
        ("citations: [{source: courier, quote: half a year}]", "citations: [{source: courier, quote: a year}]", True),
        ("type: statement", "type: total", True),
        ("measure: {of: x, value: 1, unit: u}", "measure: {of: x, value: 1, unit: u, qualifier: about}", True),
        ("credibility: {grade: 1, note: x}", "credibility: {grade: 3, note: x}", True),
        ("detail: x", "standing: {rank: deprecated, reason: Wrong.}", True),
        ("measure: {of: weeks, value: 1, unit: week}", "detail: x", True),
        ("detail: x", "detail: y", False),
        ("detail: x", "measure: {of: weeks, value: 1, unit: week}", False),
        ("credibility: {grade: 1, note: x}", "credibility: {grade: 1, note: y}", False),
        ("citations: [{source: courier}]", "citations: [{source: courier}, {source: herald}]", False),
        ("review: {state: reviewed, by: [A], date: 2026-05-01}", "review: {state: disputed, by: [A], note: No}", False),
        ("review: draft\n  when: 2026-05-01", "when: 2026-05-02", False),
    ],
)
def test_what_readers_may_have_relied_on_is_listed(before: str, after: str, listed: bool) -> None:
    """Figures, dates, speakers, quotes, labels, grades, standing, where something stood before; no mere wording, no
    new evidence, and nothing of a draft."""
    found = site(dossier_of(), {"claims.yml": f"{CLAIM}  {before}\n"}, {"claims.yml": f"{CLAIM}  {after}\n"})

    assert ('class="rows changes"' in found["corrections.md"]) is listed
    assert any(":changed:" in entry["id"] for entry in entries(found[FEED])) is listed


def test_a_change_tells_no_wording_beside_the_figure() -> None:
    """The rest of the change stands in the history of the entry."""
    figure = "measure: {{of: weeks, value: {}, unit: week}}\n  detail: {}\n"
    versions = [{"claims.yml": f"{CLAIM}  {figure.format(*told)}"} for told in ((1, "Before."), (3, "After."))]
    found = site(dossier_of(), *versions)

    assert "After." not in found["corrections.md"]
    assert "After." in found["claims/closed.md"]


def test_changes_stand_by_day_below_what_editors_wrote() -> None:
    """The newest first; a commit leads to the forge; what its author wrote about it is text."""
    dossier = dossier_of(corrections=[correction("put-right", "2026-05-01")])
    versions = [{"claims.yml": f"{CLAIM}  when: 2026-05-0{number}\n"} for number in range(1, 4)]
    page = site(dossier, *versions)["corrections.md"]

    assert re.findall(r"\{ #([\w-]+) \}", page) == ["put-right", "changes-2026-05-01"]
    assert page.index("`0202020`") < page.index("`0101010`")
    assert f"]({FORGE}/commit/{commit(2)})" in page
    assert "[Corrections, changes and new entries as a feed (Atom)](feed.xml)" in page


def test_an_entry_that_was_taken_out_is_listed_by_its_name() -> None:
    found = site(
        dossier_of(), {"claims.yml": f"{CLAIM}- id: gone\n  text: It reopened *soon*\n"}, {"claims.yml": CLAIM}
    )

    assert "It reopened &#42;soon&#42;<br>taken out" in found["corrections.md"]
    assert [entry["title"] for entry in entries(found[FEED]) if "taken" in entry["title"].casefold()] == [
        "Taken out: It reopened *soon*"
    ]


def test_an_entry_that_came_back_was_taken_out_and_put_back() -> None:
    """It was added once, at the beginning; what it brings is not told as a change."""
    both = f"{CLAIM}  citations: [{{source: courier}}]\n"
    found = site(dossier_of(), {"claims.yml": both}, {"claims.yml": None}, {"claims.yml": both})
    told = re.findall(r"</time></span> (.*?) <span|(Added) ", found["claims/closed.md"].partition("{#history}")[2])

    assert ["".join(one) for one in told] == ["put back", "taken out", "Added"]


def test_an_entry_that_was_taken_up_by_another_is_not_lost() -> None:
    """Two claims put together: the address of the one that is gone leads to the other."""
    gone = "- id: shut\n  text: The bridge is shut\n"
    dossier = dossier_of(claims=[claim("closed", formerly=["shut"])])
    found = site(dossier, {"claims.yml": CLAIM + gone}, {"claims.yml": f"{CLAIM}  formerly: [shut]\n"})

    assert "The bridge is shut<br>taken out; its address now leads to [x](claims/closed.md)" in found["corrections.md"]


def test_a_change_without_a_date_is_told_and_not_fed() -> None:
    """Some commits bear a date that is none (see `revisions`)."""
    versions = [CLAIM, f"{CLAIM}  when: 2026-05-01\n", f"{CLAIM}  when: 2026-05-02\n"]
    found = site(dossier_of(), *({"claims.yml": text} for text in versions), undated=2)

    assert '<span class="when">date not stated</span>' in found["claims/closed.md"]
    assert "### date not stated { #changes-XXXX-XX-XX }" in found["corrections.md"]
    assert not any(":changed:" in entry["id"] for entry in entries(found[FEED]))


def test_words_of_a_commit_are_text() -> None:
    """On the pages nothing of it is HTML or Markdown."""
    found = site(dossier_of(), {"claims.yml": CLAIM}, {"claims.yml": f"{CLAIM}  detail: x\n"})

    assert "<script" not in found["claims/closed.md"]
    assert "V1 &#60;script&#62;" in found["claims/closed.md"]


# ── the feed ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_feed_has_what_the_rfc_asks_for() -> None:
    """One author at least, ids that are all different, a link to itself, the language, the newest first (RFC 4287)."""
    dossier = dossier_of(corrections=[correction("put-right", "2026-05-01"), correction("later", "2026-07")])
    changed = [{"claims.yml": f"{CLAIM}  when: 2026-05-0{number}\n"} for number in range(1, 9)]
    text = site(dossier, *changed)[FEED]
    found, root = entries(text), etree.fromstring(text.encode())

    names = {"a": ATOM}
    own = ["2026-07-01T00:00:00Z", *(when(number) for number in range(7, -1, -1)), "2026-05-01T00:00:00Z"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert root.xpath("string(a:id)", namespaces=names) == f"{SITE}feed.xml"
    assert root.xpath("a:link[@rel='self']/@href", namespaces=names) == [f"{SITE}feed.xml"]
    assert root.xpath("a:link[@rel='alternate']/@href", namespaces=names) == [SITE]
    assert root.xpath("a:author/a:name/text()", namespaces=names) == ["x"]
    assert root.xpath("string(a:updated)", namespaces=names) == own[0]
    assert len({entry["id"] for entry in found}) == len(found) == 10
    days = [datetime.fromisoformat(entry["updated"]) for entry in found]
    assert days == sorted(map(datetime.fromisoformat, own), reverse=True)
    assert all(entry["summary"] and entry["link"].startswith(SITE) for entry in found)


def test_ids_are_tag_uris_that_do_not_change() -> None:
    """RFC 4151: the host, the day, and what it is of; the same after a rename, and with more versions."""
    first = {"claims.yml": CLAIM}
    second = {"claims.yml": f"{CLAIM}  when: 2026-05-01\n"}
    third = {"claims.yml": f"{CLAIM}  when: 2026-05-02\n".replace("id: closed", "id: shut\n  formerly: [closed]")}
    before = site(dossier_of(), first, second)[FEED]
    renamed = dossier_of(claims=[claim("shut", {"source": "courier"}, formerly=["closed"])])
    after = site(renamed, first, second, third)[FEED]

    ids = [entry["id"] for entry in entries(before)]
    assert ids == ["tag:lower-weir.example,2026-05-01:closed:new:000000000000"]
    assert all(re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[\w:.-]+", id_) for id_ in ids)
    assert set(ids) <= {entry["id"] for entry in entries(after)}
    assert {entry["link"] for entry in entries(after)} == {f"{SITE}claims/shut.html"}


def test_a_draft_is_news_when_it_ceases_to_be_one() -> None:
    reviewed = "  review: {state: reviewed, by: [A], date: 2026-05-02}\n"
    found = site(dossier_of(), {"claims.yml": f"{CLAIM}  review: draft\n"}, {"claims.yml": CLAIM + reviewed})

    assert [(entry["title"], entry["published"]) for entry in entries(found[FEED])] == [("New: Claim x", when(1))]


def test_many_new_entries_of_one_version_are_one_entry_of_the_feed() -> None:
    """Whoever brings in a hundred sources does not flood those who follow."""
    names = [f"c{number}" for number in range(30)]
    dossier = dossier_of(claims=[claim(name, {"source": "courier"}) for name in names])
    found = entries(site(dossier, {"claims.yml": "".join(f"- id: {name}\n  text: {name}\n" for name in names)})[FEED])

    assert [entry["title"] for entry in found] == ["30 new entries"]
    assert found[0]["summary"].splitlines()[-1] == "…"


def test_the_feed_keeps_the_newest() -> None:
    versions = [{"claims.yml": f"{CLAIM}  when: 2026-05-{number % 2 + 1:02}\n"} for number in range(MOST + 10)]
    found = entries(site(dossier_of(), *versions)[FEED])

    assert len(found) == MOST
    assert found[-1]["updated"] == when(10)


def test_hostile_text_stays_text() -> None:
    """Whatever stands in the data."""
    made = dossier_of(
        claims=[claim("closed", {"source": "courier"}, text=HOSTILE)],
        corrections=[correction("put-right", "2026-05-01") | {"printed": HOSTILE, "right": HOSTILE}],
        dossier={**PLAIN_SETTINGS, "title": HOSTILE, "editors": [{"name": HOSTILE}]},  # type: ignore[arg-type]
    )
    text = site(made, {"claims.yml": f"- id: gone\n  text: {HOSTILE!r}\n"}, {"claims.yml": CLAIM})[FEED]

    assert "<script" not in text
    assert f"New: Claim {HOSTILE}" in [entry["title"] for entry in entries(text)]
    assert etree.fromstring(text.encode()).findtext(f"{{{ATOM}}}title") == HOSTILE


def test_what_xml_has_no_place_for_is_replaced() -> None:
    """Reading refuses such characters; should one get through, the feed can still be read (XML 1.0, section 2.2)."""
    made = dossier_of(corrections=[correction("put-right", "2026-05-01")])
    odd = made.corrections[0].model_copy(update={"right": "It fell\ufffe."})
    text = site(replace(made, corrections=(odd,), entries={**made.entries, odd.id: odd}))[FEED]

    assert entries(text)[0]["title"] == "Correction: It fell\ufffd."


@pytest.mark.parametrize(
    ("address", "versions", "corrections"),
    [("", [{"claims.yml": CLAIM}], ["2026-05-01"]), (SITE, [], []), (SITE, [], ["-0044"])],
    ids=["no-address", "nothing", "no-day"],
)
def test_without_an_address_or_a_date_there_is_no_feed(
    address: str, versions: list[dict[str, str | None]], corrections: list[str]
) -> None:
    """And no link to one."""
    made = dossier_of(corrections=[correction(f"c{number}", date) for number, date in enumerate(corrections)])
    found = site(made, *versions, address=address)

    assert FEED not in found
    assert "feed.xml" not in found["corrections.md"]


@pytest.mark.parametrize("host", ["lower..weir", f"{'x' * 70}.example", "weir_1.example"])
def test_a_host_no_name_server_knows_still_makes_ids(host: str) -> None:
    """Whatever site_url says, the feed is valid."""
    found = entries(site(dossier_of(), {"claims.yml": CLAIM}, address=f"https://{host}/")[FEED])

    assert found[0]["id"].startswith(f"tag:{host.replace('_', '-')},2026-05-01:")


def test_without_git_the_feed_has_the_corrections() -> None:
    made = dossier_of(corrections=[correction("put-right", "2026-05")], actors=[actor("mayor")])
    found = entries(site(made)[FEED])

    assert [(entry["published"], entry["link"]) for entry in found] == [
        ("2026-05-01T00:00:00Z", f"{SITE}corrections.html#put-right")
    ]


def test_the_same_versions_give_the_same_bytes() -> None:
    versions = [{"claims.yml": f"{CLAIM}  when: 2026-05-0{number}\n"} for number in range(1, 4)]

    assert site(dossier_of(), *versions) == site(dossier_of(), *versions)
