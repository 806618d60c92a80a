"""What happened to each entry from one recorded version of the data to the next, and what of it readers are shown.

The fold is one pass, oldest version first, and reads of a version only the entries that changed (see `pieces`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..model.words import Word
from .compare import EntryChange, FieldChange, Laid, Sort, Version, compare
from .pieces import Pieces, kind_of, pieces_of

BESIDE: Final = frozenset({"review", "formerly"})
"""Fields that say nothing of the subject: a change of them alone leaves a review as it was."""


class Gap(Word):
    """Why the history is not known."""

    NO_GIT = "no-git", "git was not found where this site was built"
    NO_REPOSITORY = "no-repository", "the data is not kept in a git repository"
    NOT_RECORDED = "not-recorded", "the data has not been recorded in its git repository yet"
    FAILED = "failed", "git could not be asked; the log of the build says why"
    OFF = "off", "this site was built without it"


class Moment(NamedTuple):
    """A recorded version: its commit, when it was committed (RFC 3339, with the committer's own offset), its subject.

    `when` is empty where the commit bears no date that can be read.
    The commit's date and not the author's: it is when the change came into this history, and it never runs backwards
    when old work is taken over late. Names of persons are not kept: who has sent a correction has not asked to stand
    on a page; who wants to be named is named under `review`.
    """

    commit: str
    when: str
    subject: str = ""

    @property
    def day(self) -> str:
        """Return the day as it was where the change was committed, in EDTF: of no digits where it is not known."""
        return self.when[:10] or "XXXX-XX-XX"


class Revision(NamedTuple):
    """The files that a version changed: path below the data folder → bytes, None for one that is gone.

    `moment` is None for what is not committed yet; `lost` names files whose bytes could not be had.
    """

    moment: Moment | None
    files: Mapping[str, bytes | None]
    lost: tuple[str, ...] = ()


class Step(NamedTuple):
    """What happened to an entry at one moment; without a moment it is not committed yet.

    `id` is what the entry is called now, or was called last; `change.id` what it was called then.
    """

    id: str
    change: EntryChange
    moment: Moment | None


class Unread(NamedTuple):
    """An old version of a file that is passed over, because it cannot be read."""

    path: str
    moment: Moment


Happened = tuple[Moment | None, tuple[EntryChange, ...]]
"""A version, and what it did to each entry."""


@dataclass(frozen=True, slots=True)
class Past:
    """All recorded versions, folded, the oldest first; and the files as the last of them has them."""

    happened: tuple[Happened, ...] = ()
    files: Mapping[str, Pieces] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    since: Moment | None = None
    """Where what is known begins, in a clone that has not the whole history."""
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What happened to the entries, the newest first; those of one version by kind and id."""

    steps: tuple[Step, ...] = ()
    unread: tuple[Unread, ...] = ()
    since: Moment | None = None
    gap: Gap | None = None
    by_id: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)

    def of(self, id_: str) -> tuple[Step, ...]:
        """Return what happened to an entry, the newest first."""
        return self.by_id.get(id_, ())


class SinceReview(NamedTuple):
    """What changed after the review of an entry, the newest first; `whole` if nothing between can be missing."""

    steps: tuple[Step, ...]
    whole: bool


def past_of(revisions: Iterable[Revision], *, whole: bool = True) -> Past:
    """Return the fold of recorded versions, the oldest first. Never raises for bad data.

    Without `whole` the first version is where the known part of the history begins: its entries are not new.
    A file of an old version that cannot be read counts as if that version had not touched it.
    """
    fold = _Fold()
    since: Moment | None = None
    for revision in revisions:
        fold.take(revision)
        if not whole and since is None:
            since = revision.moment
            fold.happened.clear()
    return Past(tuple(fold.happened), fold.files, tuple(fold.unread), since, None if fold.files else Gap.NOT_RECORDED)


def history_of(past: Past, now: Mapping[str, bytes] | None = None) -> History:
    """Return what happened to each entry, with what the files of the data folder have now beyond the last version.

    `now` maps the path below the folder to the bytes of each file; None leaves out what is not committed.
    """
    if past.gap:
        return History(gap=past.gap)
    fold = _Fold(dict(past.files), list(past.happened))
    if now is not None:
        gone = dict.fromkeys(path for path in past.files if path not in now)
        fold.take(Revision(None, {**gone, **now}))
    steps = tuple(_named(fold.happened))
    lines: dict[str, list[Step]] = {}
    for step in steps:
        lines.setdefault(step.id, []).append(step)
    return History(steps, past.unread, past.since, by_id={id_: tuple(line) for id_, line in lines.items()})


def since_review(steps: Iterable[Step]) -> SinceReview:
    """Return what changed of an entry after the review it has now was written, from its steps, the newest first.

    What changed together with the review was reviewed. A note that is worded anew is no new review.
    """
    later: list[Step] = []
    for step in steps:
        if step.change.sort is Sort.ADDED or any(map(_reviews, step.change.fields)):
            return SinceReview(tuple(later), True)
        if any(change.route[0] not in BESIDE for change in step.change.fields):
            later.append(step)
    return SinceReview(tuple(later), False)


def _reviews(change: FieldChange) -> bool:
    """Tell whether a change says that somebody has read the entry: who, when, or with what outcome."""
    return change.route[0] == "review" and change.route[1:2] != ("note",)


def _named(happened: Collection[Happened]) -> Iterator[Step]:
    """Yield every step, the newest version first, with what its entry is called now."""
    called: dict[str, str] = {}
    for moment, changes in reversed(tuple(happened)):
        yield from (Step(called.get(change.id, change.id), change, moment) for change in changes)
        earlier = {change.was: called.get(change.id, change.id) for change in changes if change.was}
        # Before its own first version an id was nobody's; another entry may have had it.
        begun = {change.id for change in changes if change.was or change.sort is Sort.ADDED}
        called = {id_: now for id_, now in called.items() if id_ not in begun} | earlier


@dataclass
class _Fold:
    """The files as they are by now, and what happened so far."""

    files: dict[str, Pieces] = field(default_factory=dict)
    happened: list[Happened] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    where: dict[str, dict[str, Laid]] = field(default_factory=dict)
    """Id → path → entry: while data is moved about, an entry may stand in two files, or in none."""

    def __post_init__(self) -> None:
        for path, pieces in self.files.items():
            self._put(path, pieces)

    def take(self, revision: Revision) -> None:
        """Go on to the next version."""
        files = {path: data for path, data in revision.files.items() if kind_of(path)}
        known: dict[str | None, dict[bytes, tuple[Laid, ...]]] = {}
        for path in files:
            known.setdefault(kind_of(path), {}).update(self.files.get(path, {}))
        read = {path: pieces_of(path, data, known[kind_of(path)]) for path, data in files.items()}
        if revision.moment:
            lost = (path for path in revision.lost if kind_of(path))
            broken = (path for path, pieces in read.items() if pieces is None)
            self.unread += (Unread(path, revision.moment) for path in (*lost, *broken))
        fresh = {path: (self.files.get(path, {}), pieces) for path, pieces in read.items() if pieces is not None}
        touched = dict.fromkeys(
            laid.id
            for old, new in fresh.values()
            for text in old.keys() ^ new.keys()
            for laid in (old[text] if text in old else new[text])
        )
        before = self._version(touched)
        for path, (old, new) in fresh.items():
            self._put(path, old, gone=True)
            self._put(path, new)
            self.files[path] = new
        changes = compare(before, self._version(touched))
        if changes:
            self.happened.append((revision.moment, changes))

    def _put(self, path: str, pieces: Pieces, *, gone: bool = False) -> None:
        for laid in (one for found in pieces.values() for one in found):
            if gone:
                self.where.get(laid.id, {}).pop(path, None)
            else:
                self.where.setdefault(laid.id, {})[path] = laid

    def _version(self, ids: Iterable[str]) -> Version:
        return Version({id_: next(iter(held.values())) for id_ in ids if (held := self.where.get(id_))})
