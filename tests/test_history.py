"""What happened to each entry: the fold over recorded versions, and what of them git can and cannot say."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import dossier.changes.pieces as reading
from dossier.changes.compare import EntryChange, Sort, Version, compare, entries_of
from dossier.changes.history import Gap, History, Moment, Past, Revision, history_of, past_of, since_review
from dossier.changes.pieces import pieces_of
from dossier.revisions import Recorded, present, recorded

Files = dict[str, bytes]

BRIDGE = "- id: closed-for-a-week\n  text: The footbridge is closed\n  measure: {of: weeks, value: '1', unit: week}\n"
SCHOOL = "- id: closed-for-pupils\n  text: The school is closed\n"


def moment(number: int) -> Moment:
    return Moment(f"{number:040x}", f"2026-01-{number:02}T12:00:00Z", f"Version {number}")


def revisions(*versions: Mapping[str, str | None]) -> Iterator[Revision]:
    """Yield versions given as the files each of them changed."""
    for number, files in enumerate(versions, start=1):
        yield Revision(moment(number), {path: text and text.encode() for path, text in files.items()})  # type: ignore[misc]


def told(history: History, id_: str) -> list[tuple[str, str, list[str]]]:
    """Return what happened to an entry, the newest first: the version, the sort, the fields."""
    return [
        (
            step.moment.subject if step.moment else "now",
            step.change.sort.value,
            [".".join(str(part) for part in change.route) for change in step.change.fields],
        )
        for step in history.of(id_)
    ]


def happened(*versions: Mapping[str, str | None]) -> History:
    return history_of(past_of(revisions(*versions)))


# ── the fold ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_entry_is_added_and_changed() -> None:
    """The newest change comes first."""
    history = happened({"claims.yml": BRIDGE}, {"claims.yml": BRIDGE.replace("'1'", "'3'")})

    assert told(history, "closed-for-a-week") == [
        ("Version 2", "changed", ["measure.value"]),
        ("Version 1", "added", []),
    ]


def test_what_says_the_same_is_no_change() -> None:
    """Order, comments, wrapping, line ends, another file, a folder in place of a file: nothing happened."""
    history = happened(
        {"claims.yml": BRIDGE + SCHOOL},
        {"claims.yml": f"# The claims\n\n{SCHOOL}\n# This one matters.\n{BRIDGE}"},
        {"claims.yml": (BRIDGE + SCHOOL).replace("\n", "\r\n")},
        {
            "claims.yml": SCHOOL,
            "claims/bridge.yml": BRIDGE.replace("The footbridge is", ">-\n    The\n    footbridge\n    is"),
        },
        {"claims.yml": None, "claims/bridge.yml": None, "claims/all.yml": BRIDGE + SCHOOL},
    )

    assert [step.change.sort for step in history.steps] == [Sort.ADDED, Sort.ADDED]


def test_a_renamed_entry_keeps_its_history() -> None:
    """Under its new id stands what happened under the old one, and under the old one nothing."""
    renamed = BRIDGE.replace("closed-for-a-week\n", "closed-for-weeks\n  formerly: [closed-for-a-week]\n")
    history = happened({"claims.yml": BRIDGE}, {"claims.yml": renamed}, {"claims.yml": renamed.replace("'1'", "'3'")})

    assert [sort for _, sort, _ in told(history, "closed-for-weeks")] == ["changed", "renamed", "added"]
    assert history.of("closed-for-a-week") == ()


def test_an_id_that_another_entry_had_before_is_not_mixed_up() -> None:
    """A is renamed to B, and later a new A appears: what was told of the first A is told of B."""
    second = BRIDGE.replace("closed-for-a-week\n", "b\n  formerly: [closed-for-a-week]\n")
    history = happened(
        {"claims.yml": BRIDGE},
        {"claims.yml": BRIDGE.replace("'1'", "'2'")},
        {"claims.yml": second},
        {"claims.yml": second + BRIDGE},
    )

    assert [sort for _, sort, _ in told(history, "b")] == ["renamed", "changed", "added"]
    assert [sort for _, sort, _ in told(history, "closed-for-a-week")] == ["added"]


def test_an_id_given_anew_begins_anew() -> None:
    """What had the id before and is gone is not told of the entry that has it now, whatever that is called later."""
    other = BRIDGE.replace("closed-for-a-week\n", "c\n  formerly: [closed-for-a-week]\n")
    history = happened({"claims.yml": BRIDGE}, {"claims.yml": None}, {"claims.yml": BRIDGE}, {"claims.yml": other})

    assert [sort for _, sort, _ in told(history, "c")] == ["renamed", "added"]
    assert [sort for _, sort, _ in told(history, "closed-for-a-week")] == ["removed", "added"]


def test_the_same_text_in_the_file_of_another_kind_is_another_entry() -> None:
    text = "- id: weir\n  text: The weir\n"
    history = happened({"claims.yml": text}, {"claims.yml": None, "terms.yml": text}, {"terms.yml": None})

    assert [step.change.kind for step in history.steps if step.change.sort is Sort.REMOVED] == ["term"]


def test_a_removed_entry_is_told_of_and_may_come_back() -> None:
    history = happened({"claims.yml": BRIDGE + SCHOOL}, {"claims.yml": SCHOOL}, {"claims.yml": BRIDGE + SCHOOL})

    assert [sort for _, sort, _ in told(history, "closed-for-a-week")] == ["added", "removed", "added"]


def test_a_broken_version_is_passed_over_and_named() -> None:
    """What changed meanwhile is told of the next version that can be read; entries of other files are not touched."""
    mended = BRIDGE.replace("'1'", "'3'")
    past = past_of(
        revisions(
            {"claims.yml": BRIDGE, "terms.yml": "- id: weir\n  label: Weir\n"},
            {"claims.yml": "- id: 'half", "terms.yml": "- id: weir\n  label: The weir\n"},
            {"claims.yml": f"<<<<<<< ours\n{BRIDGE}"},
            {"claims.yml": mended},
        )
    )

    assert [(unread.path, unread.moment.subject) for unread in past.unread] == [
        ("claims.yml", "Version 2"),
        ("claims.yml", "Version 3"),
    ]
    assert [name for name, _, _ in told(history_of(past), "closed-for-a-week")] == ["Version 4", "Version 1"]
    assert [name for name, _, _ in told(history_of(past), "weir")] == ["Version 2", "Version 1"]


def test_what_is_not_committed_is_told_without_a_date() -> None:
    """While a site is served, the files say more than the last commit does; the recorded past stays as it is."""
    past = past_of(revisions({"claims.yml": BRIDGE, "terms.yml": "- id: weir\n  label: Weir\n"}))
    now = {"claims.yml": BRIDGE.replace("'1'", "'3'").encode(), "README.md": b"# no data"}
    history = history_of(past, now)

    assert told(history, "closed-for-a-week")[0] == ("now", "changed", ["measure.value"])
    assert told(history, "weir")[0] == ("now", "removed", [])
    assert [name for name, _, _ in told(history_of(past), "closed-for-a-week")] == ["Version 1"]
    assert history_of(past, {"claims.yml": BRIDGE.encode(), "terms.yml": b"- id: weir\n  label: Weir\n"}).steps == (
        history_of(past).steps
    )


def test_the_first_version_of_a_part_of_the_history_adds_nothing() -> None:
    """In a shallow clone every entry seems to be born with the oldest commit; none is said to be."""
    past = past_of(revisions({"claims.yml": BRIDGE}, {"claims.yml": BRIDGE.replace("'1'", "'3'")}), whole=False)

    assert past.since == moment(1)
    assert [sort for _, sort, _ in told(history_of(past), "closed-for-a-week")] == ["changed"]


def test_files_that_are_no_data_are_not_looked_at() -> None:
    """As when the data is read: no schema, hidden file, other ending or other name."""
    names = (
        "README.md",
        "schema/claims.yml",
        ".claims.yml",
        "claims.yaml",
        "claim.yml",
        "documents.yml",
        "dossier/a.yml",
    )
    past = past_of(revisions(dict.fromkeys(names, "- id: 'broken")))

    assert (past.gap, past.unread) == (Gap.NOT_RECORDED, ())


def test_a_line_that_looks_like_an_entry_inside_a_text_is_none() -> None:
    """A quoted text may go on at the beginning of a line; then the file is read as a whole."""
    text = b'- id: one\n  text: "first\n- second"\n- id: two\n  text: third\n'
    found = pieces_of("claims.yml", text, {})

    assert found
    assert [laid.id for entries in found.values() for laid in entries] == ["one", "two"]


def test_every_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty versions of a file of thirty entries, each with one entry changed: seventy readings, not twelve hundred."""
    read: list[bytes] = []
    load = reading.load_text
    monkeypatch.setattr(reading, "load_text", lambda kind, path, data: read.append(data) or load(kind, path, data))
    entries = [f"- id: e{number}\n  text: at first\n" for number in range(30)]
    versions = [{"claims.yml": "".join(entries)}]
    for number in range(40):
        entries[number % 30] = f"- id: e{number % 30}\n  text: version {number}\n"
        versions.append({"claims.yml": "".join(entries)})

    assert len(happened(*versions).steps) == 70
    assert len(read) == len(set(read)) == 70


# ── against every version read whole ──────────────────────────────────────────────────────────────────────────────────

ENTRY = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b", "c", "d"])},
    optional={
        "text": st.sampled_from(["one", "two: '", 'say "x\n- y"', "long " * 40]),
        "formerly": st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=1),
        "note": st.text(alphabet="ab:'\"#-\n ", min_size=1, max_size=12).filter(str.strip),
    },
)
FILE = st.one_of(st.none(), st.lists(ENTRY, max_size=3, unique_by=lambda entry: entry["id"]))
PATHS = ("claims/one.yml", "claims/two.yml", "terms.yml")


def written(value: list[dict[str, Any]] | None, style: str | None) -> bytes | None:
    return None if value is None else yaml.safe_dump(value, sort_keys=False, default_style=style).encode()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(PATHS, FILE)), max_size=6), st.sampled_from([None, '"'])
)
def test_the_fold_finds_what_comparing_whole_versions_finds(
    changes: list[dict[str, list[dict[str, Any]] | None]], style: str | None
) -> None:
    """Cutting files into entries and reading only the changed ones leaves nothing out and adds nothing."""
    files: Files = {}
    steps, expected = [], []
    before = Version()
    for number, changed in enumerate(changes, start=1):
        texts = {path: written(value, style) for path, value in changed.items()}
        files = {path: text for path, text in {**files, **texts}.items() if text is not None}
        after = Version(entries_of({**files, "dossier.yml": b"title: x\n"}).entries)
        after = Version({id_: laid for id_, laid in after.entries.items() if not id_.startswith(":")})
        ids = [entry["id"] for value in files.values() for entry in yaml.safe_load(value) or ()]
        if len(ids) != len(set(ids)):
            return  # an id that stands twice is an error, and either of the two may be compared
        steps.append(Revision(moment(number), texts))
        expected += [(number, *outline(change)) for change in compare(before, after)]
        before = after

    past = past_of(steps)

    assert [(int(at.commit, 16), *outline(one)) for at, found in past.happened if at for one in found] == expected


def outline(change: EntryChange) -> tuple[object, ...]:
    return (change.id, change.kind, change.sort, change.was, change.fields)


# ── since the review ──────────────────────────────────────────────────────────────────────────────────────────────────

REVIEWED = "  review: {state: reviewed, by: [Ann Example], date: 2026-01-02}\n"


@pytest.mark.parametrize(
    ("versions", "later", "whole"),
    [
        (["", REVIEWED], [], True),
        ([REVIEWED], [], True),
        (["", REVIEWED, "3"], ["Version 3"], True),
        (["", f"3{REVIEWED}"], [], True),
        ([REVIEWED, "3", "4"], ["Version 3", "Version 2"], True),
        ([REVIEWED, "3", f"3{REVIEWED.replace('Ann', 'Bo')}"], [], True),
        ([REVIEWED, f"{REVIEWED}  formerly: [closed]\n"], [], True),
        ([REVIEWED, "3", f"3{REVIEWED.replace('}', ', note: Read twice.}')}"], ["Version 2"], True),
    ],
    ids=["reviewed", "from-the-start", "changed", "together", "twice", "again", "former-id", "note-only"],
)
def test_changed_since_review(versions: list[str], later: list[str], whole: bool) -> None:
    """What counts comes after the version that brought the present review, and touches something else."""
    texts, review = [], ""
    for version in versions:
        figure, rest = (version[0], version[1:]) if version[:1].isdigit() else ("1", version)
        review = rest or review
        texts.append({"claims.yml": BRIDGE.replace("'1'", f"'{figure}'") + review})
    found = since_review(happened(*texts).of("closed-for-a-week"))

    assert ([step.moment.subject for step in found.steps if step.moment], found.whole) == (later, whole)


def test_a_review_before_the_known_history_may_have_been_followed_by_changes() -> None:
    reviewed = BRIDGE + REVIEWED
    past = past_of(revisions({"claims.yml": reviewed}, {"claims.yml": reviewed.replace("'1'", "'3'")}), whole=False)
    found = since_review(history_of(past).of("closed-for-a-week"))

    assert (len(found.steps), found.whole) == (1, False)


# ── git ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Repository:
    """A repository of its own, whatever git is set to on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        self.number += 1
        day = f"2026-01-{self.number:02}T12:00:00+05:00"
        kept = {"PATH": os.environ["PATH"], "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z"}
        fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(self.folder)}
        named = [
            "-c",
            "user.name=Secret Name",
            "-c",
            "user.email=secret@example.org",
            "-c",
            "protocol.file.allow=always",
        ]
        command = ["git", *named, *arguments]
        done = subprocess.run(command, cwd=self.folder, env=kept | fixed, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str, files: Mapping[str, str | None]) -> None:
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "project")
    made.commit("Begin", {"data/claims.yml": BRIDGE, "README.md": "x"})
    made.commit("Elsewhere", {"README.md": "y"})
    made.commit("Three weeks\n\nNot one.", {"data/claims.yml": BRIDGE.replace("'1'", "'3'"), "data/é\n x.yml": "- a"})
    return made


def history_in(folder: Path) -> History:
    return history_of(recorded(folder).past, present(folder) if folder.is_dir() else None)


def test_a_subject_about_the_program_is_not_told(repository: Repository) -> None:
    """A reader sees why the data changed; what a commit did to the program beside it would puzzle them."""
    changed = BRIDGE.replace("'1'", "'4'")
    repository.commit("Draw faster", {"data/claims.yml": changed, "hooks/draw.py": "x = 1\n"})
    repository.commit("Five", {"data/claims.yml": changed.replace("'4'", "'5'"), "CHANGELOG.md": "- Five.\n"})

    steps = history_in(repository.folder / "data").of("closed-for-a-week")
    assert [step.moment.subject for step in steps if step.moment][:3] == ["Five", "", "Three weeks"]


def test_git_tells_the_versions_of_the_data(repository: Repository) -> None:
    """The commits that touched the data: the day they were committed there, the subject, and no name of a person."""
    found = recorded(repository.folder / "data")
    history = history_of(found.past, present(repository.folder / "data"))

    steps = history.of("closed-for-a-week")
    assert [(step.moment.subject, step.moment.when) for step in steps if step.moment] == [
        ("Three weeks", "2026-01-07T12:00:00+05:00"),
        ("Begin", "2026-01-03T12:00:00+05:00"),
    ]
    assert (history.gap, history.since, history.unread, found.said) == (None, None, (), "")
    assert "Secret" not in repr(found)


def test_a_merged_branch_is_one_change_told_by_what_was_merged(repository: Repository) -> None:
    """What readers saw is what came onto the branch, on the day it came; the machine's subject names an account."""
    repository.git("switch", "--quiet", "--create", "fix")
    repository.commit("wip", {"data/claims.yml": BRIDGE.replace("'1'", "'4'")})
    repository.commit("wip 2", {"data/claims.yml": BRIDGE.replace("'1'", "'5'")})
    repository.git("switch", "--quiet", "main")
    repository.git(
        "merge", "--quiet", "--no-ff", "-m", "Merge pull request #7 from account/fix", "-m", "Five weeks", "fix"
    )

    newest, *rest = told(history_in(repository.folder / "data"), "closed-for-a-week")

    assert newest == ("Five weeks", "changed", ["measure.value"])
    assert [name for name, _, _ in rest] == ["Three weeks", "Begin"]


def test_words_of_a_commit_cannot_turn_the_text_around(repository: Repository) -> None:
    """Directions and control characters are taken out, as the data may not have them either."""
    repository.commit("Four \u202eskeew\u202c \x1b[31mred", {"data/claims.yml": BRIDGE.replace("'1'", "'4'")})

    assert told(history_in(repository.folder / "data"), "closed-for-a-week")[0][0] == "Four skeew [31mred"


@pytest.mark.parametrize("date", ["253402300800 +0000", "1700000000 +9900", "soon", "-86400 +0000", ""])
def test_a_date_that_is_none_is_not_known(repository: Repository, date: str) -> None:
    """Some programs write such commits, and they stay in the history: a build must live with them."""
    repository.commit("Odd", {"data/claims.yml": BRIDGE.replace("'1'", "'4'")})
    raw = repository.git("cat-file", "commit", "HEAD")
    odd = re.sub(r"(?m)^(committer .*>).*$", rf"\1 {date}", raw)
    (repository.folder / "commit").write_text(odd)
    hash_ = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit").strip()
    repository.git("update-ref", "HEAD", hash_)

    newest = history_in(repository.folder / "data").of("closed-for-a-week")[0].moment

    assert newest
    assert (newest.subject, newest.when, newest.day) == ("Odd", "", "XXXX-XX-XX")


def test_the_past_is_asked_once_for_a_commit(repository: Repository) -> None:
    """A save does not repeat the pass; a commit does."""
    data = repository.folder / "data"
    first = recorded(data)
    (data / "claims.yml").write_text(SCHOOL)
    assert recorded(data, first) is first
    repository.commit("School", {"data/claims.yml": SCHOOL})

    second = recorded(data, first)

    assert second is not first
    assert [step.change.sort for step in history_of(second.past).steps[:2]] == [Sort.REMOVED, Sort.ADDED]


def test_a_shallow_clone_says_where_its_history_begins(repository: Repository, tmp_path: Path) -> None:
    repository.commit("Four", {"data/claims.yml": BRIDGE.replace("'1'", "'4'")})
    repository.git("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(tmp_path / "shallow"))
    history = history_in(tmp_path / "shallow" / "data")

    assert history.since
    assert history.since.subject == "Three weeks"
    assert [name for name, _, _ in told(history, "closed-for-a-week")] == ["Four"]


def test_a_clone_that_is_made_whole_is_asked_again(repository: Repository, tmp_path: Path) -> None:
    """`git fetch --unshallow` while serving: the newest commit is the same, and more is known."""
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    clone = Repository(tmp_path / "shallow")
    first = recorded(clone.folder / "data")
    clone.git("fetch", "--quiet", "--unshallow")

    assert first.past.since
    assert recorded(clone.folder / "data", first).past.since is None


@pytest.mark.parametrize(
    "places", [("data", "daten"), ("data", "a b/é/data"), ("data", "x/data", "y"), ("data", "data/old/data")]
)
def test_a_folder_that_was_moved_is_no_new_dossier(tmp_path: Path, places: tuple[str, ...]) -> None:
    """Nothing was added by it; what was left behind was taken out, and what changed on the way has changed."""
    made = Repository(tmp_path / "project")
    for number, place in enumerate(places):
        terms = "- id: weir\n  label: The weir\n"
        files: dict[str, str | None] = {f"{place}/claims.yml": BRIDGE + f"  detail: '{number}'\n"}
        if number == 0:
            files |= {f"{place}/terms.yml": terms, f"{place}/places.yml": "- id: mill\n  label: The mill\n"}
        else:
            made.git("mv", f"{places[number - 1]}/terms.yml", "kept.yml")
            for name in ("claims", "places"):
                if (made.folder / places[number - 1] / f"{name}.yml").exists():
                    made.git("rm", "--quiet", f"{places[number - 1]}/{name}.yml")
            (made.folder / place).mkdir(parents=True)
            made.git("mv", "kept.yml", f"{place}/terms.yml")
        made.commit(f"In {place}", files)
    history = history_in(made.folder / places[-1])

    assert [sort for _, sort, _ in told(history, "weir")] == ["added"]
    assert [one[:2] for one in told(history, "mill")] == [(f"In {places[1]}", "removed"), ("In data", "added")]
    assert [sort for _, sort, _ in told(history, "closed-for-a-week")] == ["changed"] * (len(places) - 1) + ["added"]


def test_a_folder_that_was_copied_begins_anew(tmp_path: Path) -> None:
    """The other dossier is still there, and has its own history."""
    made = Repository(tmp_path / "project")
    made.commit("One", {"one/claims.yml": BRIDGE})
    made.commit("Two", {"two/claims.yml": BRIDGE})

    assert [name for name, _, _ in told(history_in(made.folder / "two"), "closed-for-a-week")] == ["Two"]


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", f"file://{repository.folder}", "inner")
    outer.git("commit", "--quiet", "-m", "Add")

    assert len(told(history_in(outer.folder / "inner" / "data"), "closed-for-a-week")) == 2


def test_the_data_may_be_the_repository_itself(tmp_path: Path) -> None:
    data = Repository(tmp_path / "data")
    data.commit("Begin", {"claims.yml": BRIDGE})

    assert [name for name, _, _ in told(history_in(data.folder), "closed-for-a-week")] == ["Begin"]


def test_a_version_that_git_has_lost_is_named(repository: Repository) -> None:
    """A damaged or partial clone has commits without their files."""
    old = repository.git("rev-parse", "HEAD~2:data/claims.yml").strip()
    (repository.folder / ".git" / "objects" / old[:2] / old[2:]).unlink()
    history = history_in(repository.folder / "data")

    assert [(unread.path, unread.moment.subject) for unread in history.unread] == [("claims.yml", "Begin")]
    assert [name for name, _, _ in told(history, "closed-for-a-week")] == ["Three weeks"]


def test_without_a_repository_the_gap_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, one without a commit, one that ignores the data, no data at all: each is said and none fails."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain" / "data").mkdir(parents=True)
    empty, ignoring = Repository(tmp_path / "empty"), Repository(tmp_path / "ignoring")
    (empty.folder / "data").mkdir()
    ignoring.commit("Begin", {".gitignore": "data/\n", "data/claims.yml": BRIDGE})

    gaps = {name: recorded(tmp_path / name / "data").past.gap for name in ("plain", "empty", "ignoring", "nowhere")}

    assert gaps == {
        "plain": Gap.NO_REPOSITORY,
        "empty": Gap.NOT_RECORDED,
        "ignoring": Gap.NOT_RECORDED,
        "nowhere": Gap.FAILED,
    }
    assert history_in(tmp_path / "ignoring" / "data") == History(gap=Gap.NOT_RECORDED)


def test_without_git_or_with_a_broken_one_the_gap_is_named(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What git says goes to the log; the site says that it is not known."""
    shutil.rmtree(repository.folder / ".git" / "objects")
    failed = recorded(repository.folder / "data")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert recorded(repository.folder / "data") == Recorded(
        Past(gap=Gap.NO_GIT), said="git is not installed, or not on the PATH"
    )
    assert failed.past.gap in (Gap.FAILED, Gap.NO_REPOSITORY, Gap.NOT_RECORDED)


def test_settings_of_git_on_this_machine_change_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colours, dates, hidden roots, other diffs, signatures, encodings: the same commit gives the same history."""
    plain = recorded(repository.folder / "data").past
    odd = "[color]\nui=always\n[log]\nshowRoot=false\ndate=relative\nshowSignature=true\ndecorate=full\nmailmap=true\n"
    odd += (
        "diffMerges=off\n[diff]\nrenames=copies\nnoprefix=true\norderFile=none\n[i18n]\nlogOutputEncoding=ISO-8859-1\n"
    )
    (repository.folder.parent / "config").write_text(odd)
    (repository.folder.parent / "none").write_text("")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(repository.folder.parent / "config"))
    monkeypatch.chdir(repository.folder.parent)

    found = recorded(repository.folder / "data")

    assert (found.said, found.past) == ("", plain)
