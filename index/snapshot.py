"""A snapshot, opened (快照): what all questions are answered from until the next one is built.

A snapshot never changes. Its files stay open, so a reader goes on working in an old one while a
build puts a new one beside it; `current_id` tells when it is time to open the new one.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np
from langchain_core.embeddings import Embeddings
from typing_extensions import override

from corpus.errors import IndexDamaged, IndexMissing, IndexModelChanged, IndexOutdated
from index.layout import Layout, Pointer
from index.library_db import Library, ReportCard
from index.manifest import Manifest, check_files, program_version, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import NDArray

    from corpus.model import Report
    from index.faiss_store import FaissStore
    from index.ledger import Ledger
    from index.passages import Passage
    from index.words import WordIndex

__all__ = ["ReportCard", "Snapshot", "current_id", "open_library", "open_snapshot"]

T = TypeVar("T")
LIBRARY, VECTORS, WORDS = "library.db", "vectors", "words"
"""The parts of a snapshot folder."""
_TRIES = 5


class Snapshot:
    """The reports of one index and the two ways to search them.

    `store` and `words` number their rows alike: passage by passage, report by report, in the
    order of `cards`. Safe to use from several threads.
    """

    def __init__(
        self,
        *,
        id_: str,
        manifest: Manifest,
        library: Library,
        store: FaissStore,
        words: WordIndex,
        reports_held: int = 32,
    ) -> None:
        self.id = id_
        self.manifest = manifest
        self.library = library
        self.store = store
        self.words = words
        self.cards: tuple[ReportCard, ...] = library.cards
        self._reports: OrderedDict[str, Report] = OrderedDict()
        self._reports_held = reports_held
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """The number of passages."""
        return len(self.library)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library's file."""
        self.library.close()

    @property
    def ledger(self) -> Ledger:
        """Every figure of the reports."""
        return self.library.ledger

    def report(self, report_id: str) -> Report:
        """One report; the last few are kept parsed. `KeyError` if it is not here."""
        with self._lock:
            if report_id in self._reports:
                self._reports.move_to_end(report_id)
                return self._reports[report_id]
        report = self.library.report(report_id)
        with self._lock:
            self._reports[report_id] = report
            while len(self._reports) > self._reports_held:
                self._reports.popitem(last=False)
        return report

    def passage(self, row: int) -> Passage:
        """The passage of a row."""
        return self.library.passage(row)

    def rows(self, report_id: str) -> range:
        """The rows of one report."""
        return self.library.rows(report_id)

    def rows_of(self, report_ids: Iterable[str]) -> NDArray[np.bool_]:
        """A mask over all rows: those of these reports."""
        mask = np.zeros(len(self), dtype=np.bool_)
        for report_id in report_ids:
            rows = self.library.rows(report_id)
            mask[rows.start : rows.stop] = True
        return mask


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A snapshot folder whose manifest is read and whose files are what it says."""

    id: str
    folder: Path
    manifest: Manifest
    library: Library


def open_snapshot(
    folder: Path, *, model: str | None, embeddings: Embeddings | None = None
) -> Snapshot:
    """The current snapshot of an index; `model` is the identity of the embedding model asked for.

    Without a model any will do. `embeddings` only serve the text search of `Snapshot.store` as a
    LangChain vector store. Raises `IndexMissing`, `IndexForeign`, `IndexDamaged`, `IndexOutdated`
    or `IndexModelChanged`.
    """

    def load(layout: Layout, pointer: Pointer) -> Snapshot:
        found = _find(layout, pointer, model=model, any_program=False)
        return _loaded(layout, found, embeddings or NoEmbeddings())

    return _steadily(Layout(folder), load)


def open_library(folder: Path) -> Library:
    """Only the reports of the current snapshot, without the search: quick, and needs no model."""

    def load(layout: Layout, pointer: Pointer) -> Library:
        return _find(layout, pointer, model=None, any_program=False).library

    return _steadily(Layout(folder), load)


def reopen(layout: Layout) -> Snapshot:
    """The current snapshot as material for the next build: another program's will do, too."""

    def load(layout: Layout, pointer: Pointer) -> Snapshot:
        found = _find(layout, pointer, model=None, any_program=True)
        return _loaded(layout, found, NoEmbeddings())

    return _steadily(layout, load)


def current_id(folder: Path) -> str | None:
    """The id of the snapshot to read now; None if there is none."""
    try:
        return Layout(folder).pointer().snapshot
    except IndexMissing:
        return None


def open_draft(layout: Layout, pointer: Pointer) -> Snapshot:
    """A snapshot just written, before anyone else sees it."""
    found = _find(layout, pointer, model=None, any_program=True)
    return _loaded(layout, found, NoEmbeddings())


def _steadily(layout: Layout, load: Callable[[Layout, Pointer], T]) -> T:
    """Load what the pointer names; once more if a build swept it away in that moment."""
    for _ in range(_TRIES):
        pointer = layout.pointer()
        try:
            return load(layout, pointer)
        except IndexDamaged:
            if layout.pointer() == pointer:
                raise
    raise IndexDamaged(folder=layout.folder)


def _find(layout: Layout, pointer: Pointer, *, model: str | None, any_program: bool) -> _Found:
    folder = layout.snapshot(pointer.snapshot)
    manifest = read_manifest(folder, pointer.manifest_sha256, index=layout.folder)
    if not any_program and manifest.program != program_version():
        raise IndexOutdated(folder=layout.folder)
    if model is not None and manifest.model != model:
        raise IndexModelChanged(folder=layout.folder, built_with=manifest.model, asked_for=model)
    if any(check_files(folder, manifest)):
        raise IndexDamaged(folder=layout.folder)
    try:
        library = Library(folder / LIBRARY)
    except sqlite3.Error as error:
        raise IndexDamaged(folder=layout.folder) from error
    return _Found(id=pointer.snapshot, folder=folder, manifest=manifest, library=library)


def _loaded(layout: Layout, found: _Found, embeddings: Embeddings) -> Snapshot:
    from index.faiss_store import FaissStore
    from index.words import WordIndex

    try:
        store = FaissStore.load(found.folder / VECTORS, embeddings)
        words = WordIndex.load(found.folder / WORDS)
    except (IndexMissing, IndexDamaged) as error:
        found.library.close()
        raise IndexDamaged(folder=layout.folder) from error
    if not len(store) == len(words) == len(found.library) == found.manifest.passages:
        found.library.close()
        raise IndexDamaged(folder=layout.folder)
    return Snapshot(
        id_=found.id, manifest=found.manifest, library=found.library, store=store, words=words
    )


class NoEmbeddings(Embeddings):
    """Stands where a store wants an encoder that nobody will call."""

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise RuntimeError("this snapshot was opened without an encoder")

    @override
    def embed_query(self, text: str) -> list[float]:
        raise RuntimeError("this snapshot was opened without an encoder")
