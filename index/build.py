"""Building an index (建库): one new snapshot out of files, with all that can be kept of the last.

The order of things is the safety: read, write the new snapshot beside the old, bring it to the
disk, open it as a reader would, and only then swap the pointer. A build that dies before the swap
has changed nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Protocol

from corpus.errors import IndexDamaged, IndexMissing, IndexOutdated, NothingToIndex
from corpus.read import read_report
from index.draft import Published, SnapshotDraft
from index.groups_rules import GroupRules
from index.intake import Duplicate, Failure, Intake, find_files
from index.layout import Layout, sole_build
from index.manifest import program_version, reading_version
from index.snapshot import ReportCard, Snapshot, reopen
from index.vectors import VectorSupply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from langchain_core.embeddings import Embeddings

    from index.library_db import Source
    from index.manifest import Manifest

__all__ = ["BuildOutcome", "Duplicate", "Failure", "Phase", "Progress", "build_index"]
__all__ += ["remove_reports"]


class Phase(StrEnum):
    """What a build is doing (建库阶段)."""

    READ = "read"
    EMBED = "embed"


class Progress(Protocol):
    """Told how far a build is; what it raises stops the build, which then changes nothing."""

    def __call__(self, phase: Phase, done: int, total: int, /) -> None:
        """`done` of `total` files or passages of a phase are finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """What a build did (建库结果)."""

    snapshot: str
    """Id of the snapshot that serves now."""
    changed: bool
    """False if everything was as before and no snapshot was written."""
    cards: tuple[ReportCard, ...]
    """Every report in the index now."""
    added: tuple[ReportCard, ...] = ()
    updated: tuple[ReportCard, ...] = ()
    unchanged: tuple[ReportCard, ...] = ()
    removed: tuple[ReportCard, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    failures: tuple[Failure, ...] = ()
    embedded: int = 0
    """Passages whose vectors were computed."""
    reused: int = 0
    """Passages whose vectors were taken over."""


def _silently(phase: Phase, done: int, total: int) -> None:
    """No progress wanted."""


def build_index(
    paths: Iterable[Path],
    *,
    folder: Path,
    embeddings: Embeddings,
    model: str,
    mode: Literal["replace", "add"] = "replace",
    rules: GroupRules | None = None,
    progress: Progress = _silently,
) -> BuildOutcome:
    """Make the index hold the reports at or below `paths`: only these, or these besides the others.

    `model` is the identity of `embeddings`; `rules` say which indicators are one, besides those
    that come with the program. A file that cannot be read is a failure in the outcome, and what
    an earlier build read from it stays. Raises `NothingToIndex` (details: `failures`) if not one
    file can be read, `IndexForeign`, `IndexBusy`, `DiskFull` or `IndexReadOnly`; with `add` also
    `IndexDamaged` or `IndexOutdated`, since the others would be
    lost. Whatever is raised, the index is as it was.
    """
    files, lost = find_files(paths)
    with (
        sole_build(folder) as layout,
        _last_snapshot(layout, needed=mode == "add") as previous,
        SnapshotDraft(layout, previous) as draft,
    ):
        fresh = previous is not None and previous.manifest.reading == reading_version()
        intake = Intake(
            previous=previous.library if previous else None,
            fresh=fresh,
            keep_others=mode == "add",
            shelf=draft,
        )
        intake.expect(files, lost)
        for done, file in enumerate(files):
            progress(Phase.READ, done, len(files))
            intake.take(file)
        progress(Phase.READ, len(files), len(files))
        if intake.empty:
            raise NothingToIndex(folder=folder, failures=tuple(intake.failures))
        supply = VectorSupply(model=model, embeddings=embeddings, older=previous)
        rules = rules or GroupRules()
        if previous and _same(previous, intake.sources, supply, rules, fresh=fresh):
            return _outcome(intake, previous, None)
        _fill(draft, intake, previous, fresh=fresh)
        published = _publish(layout, draft, intake.sources, supply, rules, progress=progress)
        return _outcome(intake, previous, published)


def remove_reports(
    folder: Path, report_ids: Iterable[str], *, progress: Progress = _silently
) -> BuildOutcome:
    """Take reports out of the index; unknown ids are passed over. Needs no encoder.

    Raises the errors of opening an index, and `IndexBusy`, `DiskFull` or `IndexReadOnly`.
    """
    Layout(folder).pointer()
    gone = set(report_ids)
    with (
        sole_build(folder) as layout,
        _last_snapshot(layout, needed=True) as previous,
        SnapshotDraft(layout, previous) as draft,
    ):
        if previous is None:
            raise IndexMissing(folder=folder)
        removed = tuple(card for card in previous.cards if card.id in gone)
        kept = tuple(card for card in previous.cards if card.id not in gone)
        if not removed:
            return BuildOutcome(snapshot=previous.id, changed=False, cards=kept, unchanged=kept)
        draft.copy(card.id for card in kept)
        old = previous.library.sources()
        sources = {key: one for key, one in old.items() if one.report_id not in gone}
        supply = VectorSupply(model=previous.manifest.model, embeddings=None, older=previous)
        # The others were read and grouped as the last build did it.
        rules = GroupRules.from_json(previous.manifest.grouping)
        published = _publish(
            layout, draft, sources, supply, rules, progress=progress, reading=previous.manifest
        )
        return BuildOutcome(
            snapshot=published.snapshot,
            changed=True,
            cards=published.cards,
            unchanged=published.cards,
            removed=removed,
            reused=published.passages,
        )


@contextmanager
def _last_snapshot(layout: Layout, *, needed: bool) -> Iterator[Snapshot | None]:
    """The snapshot to build upon; None if there is none, or none that is whole and not `needed`.

    What a broken build left behind is swept away first.
    """
    try:
        snapshot = reopen(layout)
    except IndexMissing:
        layout.sweep(keep=set())
        yield None
    except (IndexDamaged, IndexOutdated):
        if needed:
            raise
        yield None
    else:
        with snapshot:
            layout.sweep(keep={snapshot.id, snapshot.manifest.previous or snapshot.id})
            yield snapshot


def _same(
    previous: Snapshot,
    sources: dict[str, Source],
    supply: VectorSupply,
    rules: GroupRules,
    *,
    fresh: bool,
) -> bool:
    manifest = previous.manifest
    return (
        fresh
        and manifest.program == program_version()
        and manifest.model == supply.model
        and manifest.grouping == rules.as_json()
        and previous.library.sources() == sources
    )


def _fill(draft: SnapshotDraft, intake: Intake, previous: Snapshot | None, *, fresh: bool) -> None:
    """Bring over the reports that were not read now, read again where the code has changed."""
    sources = intake.sources
    staying = {one.report_id for one in sources.values()} - draft.ids
    if previous is None or not staying:
        return
    if fresh:
        draft.copy(staying)
    for card in previous.cards:
        if card.id not in staying:
            continue
        files = [one.file for one in sources.values() if one.report_id == card.id]
        file = card.file if card.file in files else min(files)
        if not fresh:
            report = read_report(previous.report(card.id).text, file=file)
            if report.id not in draft.ids:
                draft.put(report, card.sha256)
            intake.renumber(card.id, report.id)
        elif file != card.file:
            draft.rename(card.id, file)


def _publish(
    layout: Layout,
    draft: SnapshotDraft,
    sources: dict[str, Source],
    supply: VectorSupply,
    rules: GroupRules,
    *,
    progress: Progress,
    reading: Manifest | None = None,
) -> Published:
    """Let the draft take the place of the last snapshot, which stays for those who read it."""
    published = draft.publish(
        sources.values(),
        supply=supply,
        rules=rules,
        program=reading.program if reading else program_version(),
        reading=reading.reading if reading else reading_version(),
        report_progress=lambda done, total: progress(Phase.EMBED, done, total),
    )
    older = supply.older
    layout.sweep(keep={published.snapshot, older.id if older else published.snapshot})
    return published


def _outcome(intake: Intake, previous: Snapshot | None, now: Published | None) -> BuildOutcome:
    before = previous.cards if previous else ()
    cards = now.cards if now else before

    def chosen(ids: set[str]) -> tuple[ReportCard, ...]:
        return tuple(card for card in cards if card.id in ids)

    staying = {card.id for card in cards} | intake.replaced
    return BuildOutcome(
        snapshot=now.snapshot if now else previous.id if previous else "",
        changed=now is not None,
        cards=cards,
        added=chosen(intake.added),
        updated=chosen(intake.updated),
        unchanged=chosen(intake.unchanged),
        removed=tuple(card for card in before if card.id not in staying),
        duplicates=tuple(intake.duplicates),
        failures=tuple(intake.failures),
        embedded=now.embedded if now else 0,
        reused=now.passages - now.embedded if now else 0,
    )
