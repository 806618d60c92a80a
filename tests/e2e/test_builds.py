"""A build is the same bytes whenever and wherever it is made, and bad data stops it with everything that is wrong."""

import os
import re
from pathlib import Path
from typing import Final

import pytest
from crawl import Crawled, crawl, listed
from sites import Built, build, copy_of_checkout, files_of, plain_config, run, second_dossier

EDIT_LINE: Final = re.compile(rb"data/[\w/.-]+\.yml#L\d+")


def test_two_builds_are_the_same_bytes(shipped: Built, tmp_path: Path) -> None:
    """With the same date, another hash seed, another time zone and another folder change nothing."""
    again = build(
        copy_of_checkout(tmp_path / "elsewhere"), tmp_path / "site", PYTHONHASHSEED="4242", TZ="Pacific/Auckland"
    )
    assert _different(files_of(shipped.site), files_of(again.site)) == []


def test_the_order_of_files_does_not_matter(second: Built, tmp_path: Path) -> None:
    """Whoever renames a file of sources, or puts a source elsewhere in it, changes its edit link and nothing else."""
    project = second_dossier(tmp_path / "project")
    sources = project / "data" / "sources"
    (sources / "weitere.yml").rename(sources / "a-weitere.yml")
    _turn_round(sources / "blaetter.yml")
    again = build(project, tmp_path / "site")
    before, after = files_of(second.site), files_of(again.site)
    assert _different(_without_lines(before), _without_lines(after)) == []
    assert before != after


def _different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    assert one
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def _without_lines(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: EDIT_LINE.sub(b"", data) for path, data in files.items()}


def _turn_round(path: Path) -> None:
    entries = re.split(r"^(?=- id: )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text("\n".join(entry.strip("\n") for entry in reversed(entries)).lstrip("\n") + "\n", encoding="utf-8")


# ── bad data ────────────────────────────────────────────────────────────────


def _refused(project: Path, site: Path) -> str:
    """Build a project that must not be built; return what the build said."""
    done = run(["mkdocs", "build", "--strict", "--site-dir", str(site)], project)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said, said
    assert not (site / "index.html").exists()
    return said


def _change(path: Path, old: str, new: str) -> int:
    """Replace a text that stands once or more in a file, and return the line of the first."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_build_lists_every_problem_and_fails(tmp_path: Path) -> None:
    """An editor sees all that is wrong at once, each with file, line and column, sorted, and no traceback."""
    project = second_dossier(tmp_path / "project")
    data = project / "data"
    expected = [
        f"data/claims.yml:{_change(data / 'claims.yml', 'source: abendpost-1923', 'source: abendpost-1932')}:",
        f"data/events.yml:{_change(data / 'events.yml', 'when: 1923-03-03~', 'when: 1923-13-03')}:",
        f"data/places.yml:{_change(data / 'places.yml', 'lat: 54.2', 'lat: 154.2')}:",
        f"data/terms.yml:{_change(data / 'terms.yml', 'label: Sack', 'labl: Sack')}:",
    ]
    said = _refused(project, tmp_path / "site")
    assert [place for place in expected if place not in said] == []
    assert "did you mean `abendpost-1923`?" in said
    places = re.findall(r"^(data/[\w/.-]+):(\d+):(\d+): error: ", said, flags=re.MULTILINE)
    assert len(places) >= 4
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))


TAKEN: Final = ("claims.md", "notes.md", "actors/stadtrat.md", "documents/bote-1923.md", "index.md")


@pytest.mark.parametrize("path", TAKEN)
def test_a_page_written_by_hand_cannot_hide_a_page_of_the_dossier(path: str, tmp_path: Path) -> None:
    """Two pages of one address are an error, which names the file; neither silently takes the other's place."""
    project = second_dossier(tmp_path / "project")
    page = project / "docs" / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# Von Hand\n", encoding="utf-8")
    assert f"docs/{path}" in _refused(project, tmp_path / "site")


def test_a_wrong_reference_on_a_page_written_by_hand_is_an_error(tmp_path: Path) -> None:
    """It is named with file, line and the nearest right one, all of them at once."""
    project = second_dossier(tmp_path / "project")
    (project / "docs" / "vorwort.md").write_text(
        "# Vorwort\n\nGut [@bote-1923].\n\nFalsch [@bote-1924] und [[kornspeichr]].\n"
    )
    said = _refused(project, tmp_path / "site")
    lines = [line for line in said.splitlines() if "docs/vorwort.md" in line]
    assert [line[line.index("docs/") :].partition(": ")[0].rpartition(":")[0] for line in lines] == [
        "docs/vorwort.md:5"
    ] * 2, said
    assert "did you mean `bote-1923`?" in said
    assert "did you mean `kornspeicher`?" in said


def test_a_page_written_by_hand_cites_and_links_like_the_data(tmp_path: Path) -> None:
    """`[@id, p1]` becomes a footnote that the registers know, `[[id]]` a link, and code stays as it is written."""
    project = second_dossier(tmp_path / "project")
    text = (
        "# Vorwort\n\nGut [@bote-1923, p1], siehe [[kornspeicher|den Speicher]] und [[sack]].\n\n"
        "    [@bote-1923]\n\n`[[sack]]`\n\n```\n[@nichts]\n```\n"
    )
    (project / "docs" / "vorwort.md").write_text(text)
    pages = crawl(build(project, tmp_path / "site").site)
    page = pages["vorwort.html"]
    assert [link.href for link in page.all("a", "footnote-ref")] == ["#fn:bote-1923--p1"]
    assert {"places/kornspeicher.html", "terms/sack.html"} <= {link.href for link in page.links}
    assert [code.text.strip() for code in page.all("code")] == ["[@bote-1923]", "[[sack]]", "[@nichts]"]
    assert any("vorwort.html#use-bote-1923--p1-1" in link.href for link in pages["notes.html"].links)


# ── other engines ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(("dossier_named", "engine"), [("shipped", "properdocs"), ("second", "mkdocs")])
def test_the_emitted_pages_build_without_our_hook(
    dossier_named: str, engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """`dossier render` writes plain Markdown: another engine builds it strictly, with the same pages and footnotes."""
    built: Built = request.getfixturevalue(dossier_named)
    hooks = (
        str(built.project / "hooks") if (built.project / "hooks").is_dir() else str(Path(__file__).parents[2] / "hooks")
    )
    docs = tmp_path / "docs"
    edit = ["--repo-url", "https://example.org/r", "--edit-base", "https://example.org/r/blob/main/"]
    rendered = run(["dossier", "render", "--to", str(docs), *edit], built.project, PYTHONPATH=hooks)
    assert rendered.returncode == 0, rendered.stdout + rendered.stderr
    config = plain_config(built.project, docs)
    done = run(
        [engine, "build", "--strict", "--quiet", "-f", str(config), "--site-dir", str(tmp_path / "site")], tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), done.stdout + done.stderr
    ours, theirs = _anchors(crawl(built.site)), _anchors(crawl(tmp_path / "site"))
    assert set(ours) == set(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == [], listed(ours)


def _anchors(pages: Crawled) -> dict[str, list[str]]:
    return {path: [id_ for id_ in page.ids if id_.startswith(("fn", "use-", "note-"))] for path, page in pages.items()}


@pytest.mark.parametrize("language", ["ar", "en-GB", "zh-Hans", "pt-BR", "xx"])
def test_any_language_is_built_or_refused_in_words(language: str, tmp_path: Path) -> None:
    """A dossier's language is a setting: a tag with a region or script works, a wrong one is named."""
    project = second_dossier(tmp_path / "project")
    line = _change(project / "data" / "dossier.yml", "language: de", f"language: {language}")
    if language == "xx":
        assert f"data/dossier.yml:{line}:" in _refused(project, tmp_path / "site")
        return
    page = crawl(build(project, tmp_path / "site").site)["index.html"].all("html")[0]
    assert page.attributes["lang"].partition("-")[0] == language.partition("-")[0]
    assert language != "ar" or "rtl" in (
        page.attributes.get("dir", ""),
        *(e.attributes.get("dir", "") for e in page.below if e.tag == "body"),
    )


def test_the_data_is_checked_without_a_site_engine(shipped: Built) -> None:
    """`dossier check` says in a line that the shipped data has no problem."""
    done = run(["dossier", "check"], shipped.project, PYTHONPATH=os.fspath(shipped.project / "hooks"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "data: no problem\n", "")
