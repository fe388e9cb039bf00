"""A snapshot in the making (草稿): a folder that nobody reads until the pointer names it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from index.faiss_store import FaissStore
from index.layout import Layout, Pointer
from index.ledger_groups import Grouping
from index.library_db import Library, LibraryDraft, ReportCard, Source
from index.manifest import FORMAT, Manifest, seal_files, write_manifest
from index.passages import to_document
from index.snapshot import LIBRARY, VECTORS, WORDS, NoEmbeddings, Snapshot, open_draft
from index.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    import numpy as np
    from numpy.typing import NDArray

    from corpus.model import Report
    from index.groups_rules import GroupRules
    from index.vectors import VectorSupply

__all__ = ["Published", "SnapshotDraft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A draft that became the current snapshot."""

    snapshot: str
    cards: tuple[ReportCard, ...]
    passages: int
    embedded: int


class SnapshotDraft:
    """Takes reports in, then becomes the current snapshot or vanishes.

    Nothing is written before the first report comes.
    """

    def __init__(self, layout: Layout, older: Snapshot | None) -> None:
        self._layout = layout
        self._older = older
        self._id: str | None = None
        self._open_library: LibraryDraft | None = None
        self._published = False
        self.ids: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._open_library is not None:
            self._open_library.abandon()
        if self._id is not None and not self._published:
            shutil.rmtree(self._layout.snapshot(self._id), ignore_errors=True)

    def put(self, report: Report, sha256: str) -> None:
        """Take in a report that was read from a file with this checksum."""
        self._library().put(report, sha256)
        self.ids.add(report.id)

    def copy(self, report_ids: Iterable[str]) -> None:
        """Take over reports of the older snapshot."""
        wanted = sorted(report_ids)
        self._library().copy(wanted)
        self.ids.update(wanted)

    def rename(self, report_id: str, file: str) -> None:
        """Say that a report taken over now goes by another of its files."""
        self._library().rename(report_id, file)

    def publish(
        self,
        sources: Iterable[Source],
        *,
        supply: VectorSupply,
        rules: GroupRules,
        program: str,
        reading: str,
        report_progress: Callable[[int, int], None],
    ) -> Published:
        """Finish every part, bring it to the disk, check it, and let readers see it."""
        grouping = Grouping(rules=rules, model=supply.model, embeddings=supply.embeddings)
        self._library().finish(sources, grouping)
        folder = self._folder()
        library = Library(folder / LIBRARY)
        texts = list(library.texts())
        vectors, embedded = supply.vectors(texts, report_progress)
        self._write_search(library, texts, vectors)
        library.close()
        manifest = Manifest(
            format=FORMAT,
            program=program,
            reading=reading,
            model=supply.model,
            dimension=vectors.shape[1] or None,
            reports=len(library.cards),
            passages=len(texts),
            grouping=rules.as_json(),
            previous=self._older.id if self._older else None,
            files=seal_files(folder),
        )
        pointer = Pointer(snapshot=folder.name, manifest_sha256=write_manifest(folder, manifest))
        # A part that was written short without a word would be found here, not by a reader.
        open_draft(self._layout, pointer).close()
        self._layout.point_to(pointer)
        self._published = True
        return Published(
            snapshot=folder.name, cards=library.cards, passages=len(texts), embedded=embedded
        )

    def _write_search(
        self, library: Library, texts: list[str], vectors: NDArray[np.float32]
    ) -> None:
        documents = [
            to_document(passage, report)
            for card in library.cards
            for report in [library.report(card.id)]
            for passage in library.passages(card.id)
        ]
        ids = [document.id or "" for document in documents]
        store = FaissStore(NoEmbeddings())
        store.add_vectors(ids, vectors, documents)
        store.save(self._folder() / VECTORS)
        WordIndex.build(ids, texts).save(self._folder() / WORDS)

    def _folder(self) -> Path:
        if self._id is None:
            self._id = self._layout.new_snapshot()
        return self._layout.snapshot(self._id)

    def _library(self) -> LibraryDraft:
        if self._open_library is None:
            older = self._older.library if self._older else None
            self._open_library = LibraryDraft(self._folder() / LIBRARY, older)
        return self._open_library
