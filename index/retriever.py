"""Searching a snapshot (检索): by words, by meaning, or by both, for passages or sentences."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.retrievers import BaseRetriever
from typing_extensions import override

from index.fusion import search_both
from index.passages import to_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    from corpus.model import Report
    from index.ledger import Ledger
    from index.passages import Passage
    from index.snapshot import ReportCard, Snapshot

__all__ = ["Hit", "PassageRetriever", "PassageSearch"]

_VECTORS_HELD = 64
_TEXTS_HELD = 4096
_PARTS = 3
"""Passages asked for a sentence wanted, since a long sentence may come in several parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that was found (命中) and why."""

    passage: Passage
    row: int
    score: float
    """Cosine, BM25, or both joined: comparable only within one search."""
    cosine: float | None
    """None where the search went by words alone."""
    words: float
    """BM25 as a share of the best passage's; 0 where no word is shared or none was looked at."""

    @property
    def report_id(self) -> str:
        """The report the passage stands in."""
        return self.passage.report_id


class PassageSearch:
    """The searches over one snapshot.

    The encoder is called once a question at most, whatever is searched for it, and never for a
    search by words. `report_ids` everywhere limit a search to these reports; None means all.
    """

    def __init__(self, snapshot: Snapshot, embeddings: Embeddings) -> None:
        self.snapshot = snapshot
        self._embeddings = embeddings
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._texts: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def cards(self) -> Sequence[ReportCard]:
        """Every report of the library."""
        return self.snapshot.cards

    @property
    def ledger(self) -> Ledger:
        """Every figure of the library."""
        return self.snapshot.ledger

    def report(self, report_id: str) -> Report:
        """One report, whole; `KeyError` if it is not here."""
        return self.snapshot.report(report_id)

    def search(self, question: str, k: int, report_ids: Iterable[str] | None = None) -> list[Hit]:
        """The `k` best passages by meaning and words together, best first."""
        if not len(self.snapshot):
            return []
        found = search_both(
            self.snapshot.store,
            self.snapshot.words,
            question,
            self._vector(question),
            k,
            self._allowed(report_ids),
        )
        return [
            self._hit(one.row, score=one.score, cosine=one.cosine, words=one.words) for one in found
        ]

    def search_words(
        self, question: str, k: int, report_ids: Iterable[str] | None = None
    ) -> list[Hit]:
        """The `k` best passages that share words with the question; calls no encoder."""
        found = self.snapshot.words.search(question, k, self._allowed(report_ids))
        best = found[0][1] if found else 1.0
        return [
            self._hit(row, score=score, cosine=None, words=score / best) for row, score in found
        ]

    def search_meaning(
        self, question: str, k: int, report_ids: Iterable[str] | None = None
    ) -> list[Hit]:
        """The `k` passages nearest in meaning."""
        if not len(self.snapshot):
            return []
        allowed = self._allowed(report_ids)
        found = self.snapshot.store.search_vector(self._vector(question), k, allowed)
        return [self._hit(row, score=score, cosine=score, words=0.0) for row, score in found]

    def by_words(
        self, text: str, k: int, report_ids: Iterable[str] | None = None
    ) -> list[tuple[str, int]]:
        """The `k` best sentences that share words: report and position, best first."""
        best = _sentences(self.search_words(text, k * _PARTS, report_ids))
        return list(best)[:k]

    def by_meaning(
        self, text: str, k: int, report_ids: Iterable[str] | None = None
    ) -> list[tuple[str, int, float]]:
        """The `k` sentences nearest in meaning: report, position and cosine, best first."""
        best = _sentences(self.search_meaning(text, k * _PARTS, report_ids))
        return [(report, position, score) for (report, position), score in best.items()][:k]

    def closeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """The cosine of a question to each of a few short texts; what was encoded once is kept."""
        wanted = self._vector(question)
        return [float(vector @ wanted) for vector in self._text_vectors(texts)]

    def _text_vectors(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._texts]
            if new:
                vectors = self._embeddings.embed_documents(new)
                for text, vector in zip(new, vectors, strict=True):
                    self._texts[text] = np.array(vector, dtype=np.float32)
            found = [self._texts[text] for text in texts]
            for text in texts:
                self._texts.move_to_end(text)
            while len(self._texts) > _TEXTS_HELD:
                self._texts.popitem(last=False)
            return found

    def _hit(self, row: int, *, score: float, cosine: float | None, words: float) -> Hit:
        return Hit(
            passage=self.snapshot.passage(row), row=row, score=score, cosine=cosine, words=words
        )

    def _allowed(self, report_ids: Iterable[str] | None) -> NDArray[np.bool_] | None:
        return None if report_ids is None else self.snapshot.rows_of(report_ids)

    def _vector(self, question: str) -> NDArray[np.float32]:
        with self._lock:
            if question in self._vectors:
                self._vectors.move_to_end(question)
                return self._vectors[question]
            vector = np.array(self._embeddings.embed_query(question), dtype=np.float32)
            self._vectors[question] = vector
            while len(self._vectors) > _VECTORS_HELD:
                self._vectors.popitem(last=False)
            return vector


class PassageRetriever(BaseRetriever):
    """The search as a LangChain retriever, for whatever is built from its parts."""

    search: PassageSearch
    k: int = 8
    report_ids: tuple[str, ...] | None = None
    """Only these reports; None for all."""

    @override
    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        hits = self.search.search(query, self.k if k is None else k, self.report_ids)
        return [to_document(hit.passage, self.search.report(hit.report_id)) for hit in hits]


def _sentences(hits: Iterable[Hit]) -> dict[tuple[str, int], float]:
    """The sentences of the passages with the best score of each, in their order."""
    found: dict[tuple[str, int], float] = {}
    for hit in hits:
        if hit.passage.sentence is not None:
            found.setdefault((hit.report_id, hit.passage.sentence), hit.score)
    return found
