"""Our vector store (向量库): an exact FAISS index with its documents beside it as JSON lines.

Vectors are normalised on the way in, so a score is a cosine. Rows are positions in the order of
insertion; deleting closes the gap. Nothing is pickled: a folder holds `vectors.faiss`,
`ids.json` and `documents.jsonl`, and documents are parsed only when they are asked for.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.documents import Document
from langchain_core.vectorstores import VectorStore
from langchain_core.vectorstores.utils import maximal_marginal_relevance
from typing_extensions import override

from corpus.errors import IndexDamaged, IndexMissing
from index.flat_index import FlatIndex, unit_rows

if TYPE_CHECKING:
    from pathlib import Path

    from langchain_core.embeddings import Embeddings
    from numpy.typing import ArrayLike, NDArray

    Vectors = NDArray[np.float32]
    Mask = NDArray[np.bool_]

__all__ = ["FaissStore", "Filter"]

Filter = dict[str, Any] | Callable[[Document], bool]
"""Metadata that must be equal (one of several, for a list), or any condition on a document."""

_VECTORS, _IDS, _DOCUMENTS = "vectors.faiss", "ids.json", "documents.jsonl"


class FaissStore(VectorStore):
    """Passages by meaning: exact inner product over normalised vectors (精确检索)."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        # A line of documents.jsonl until its document is first read.
        self._documents: list[Document | bytes] = []
        self._vectors = FlatIndex()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    @override
    def embeddings(self) -> Embeddings:
        return self._embeddings

    @property
    def ids(self) -> Sequence[str]:
        """The ids in row order."""
        return self._ids

    @property
    def dimension(self) -> int | None:
        """Length of the vectors; None while the store is empty."""
        return self._vectors.dimension

    def document(self, row: int) -> Document:
        """Read the document of a row."""
        held = self._documents[row]
        if isinstance(held, bytes):
            fields = json.loads(held)
            held = Document(
                id=self._ids[row], page_content=fields["text"], metadata=fields["metadata"]
            )
            self._documents[row] = held
        return held

    def row_of(self, id_: str) -> int | None:
        """Find the row of an id; None if it is not held."""
        return self._rows.get(id_)

    def vector_of(self, id_: str) -> Vectors | None:
        """Find the normalised vector of an id; None if it is not held."""
        row = self._rows.get(id_)
        return None if row is None else self._vectors.row(row)

    def vectors(self) -> Vectors:
        """Copy all vectors in row order, as a matrix of shape (rows, dimension)."""
        return self._vectors.rows()

    def add_vectors(
        self, ids: Sequence[str], vectors: ArrayLike, documents: Sequence[Document]
    ) -> None:
        """Take vectors computed elsewhere; an id already held is replaced and moves to the end.

        Raises `ValueError` if the three do not fit together or the dimension differs.
        """
        if not len(ids) == len(documents) == len(np.asarray(vectors)):
            raise ValueError(f"{len(ids)} ids for {len(documents)} documents")
        if not ids:
            return
        matrix = unit_rows(vectors)
        if self.dimension not in {None, matrix.shape[1]}:
            raise ValueError(f"vectors of {matrix.shape[1]} in a store of {self.dimension}")
        # The last of several with one id wins, as it would one by one.
        last = sorted({id_: place for place, id_ in enumerate(ids)}.values())
        self._remove([ids[place] for place in last])
        self._vectors.add(matrix[last])
        for place in last:
            id_, given = ids[place], documents[place]
            self._rows[id_] = len(self._ids)
            self._ids.append(id_)
            self._documents.append(
                Document(id=id_, page_content=given.page_content, metadata=dict(given.metadata))
            )

    @override
    def add_documents(
        self, documents: list[Document], ids: list[str] | None = None, **kwargs: Any
    ) -> list[str]:
        names = [
            (ids[place] if ids else None) or document.id or str(uuid.uuid4())
            for place, document in enumerate(documents)
        ]
        vectors = self._embeddings.embed_documents([each.page_content for each in documents])
        self.add_vectors(names, vectors, documents)
        return names

    @override
    def add_texts(
        self,
        texts: Iterable[str],
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: list[str] | None = None,
        **kwargs: Any,
    ) -> list[str]:
        given = list(texts)
        about = metadatas or [{} for _ in given]
        documents = [
            Document(page_content=text, metadata=metadata)
            for text, metadata in zip(given, about, strict=True)
        ]
        return self.add_documents(documents, ids=ids)

    @classmethod
    @override
    def from_texts(
        cls,
        texts: list[str],
        embedding: Embeddings,
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: list[str] | None = None,
        **kwargs: Any,
    ) -> FaissStore:
        store = cls(embedding)
        store.add_texts(texts, metadatas, ids=ids)
        return store

    @override
    def delete(self, ids: list[str] | None = None, **kwargs: Any) -> bool:
        """Remove these ids, or everything if none are given; unknown ids are passed over."""
        self._remove(list(self._ids) if ids is None else ids)
        return True

    def _remove(self, ids: Sequence[str]) -> None:
        gone = {self._rows[id_] for id_ in ids if id_ in self._rows}
        if not gone:
            return
        self._vectors.remove(gone)
        kept = [row for row in range(len(self)) if row not in gone]
        self._ids = [self._ids[row] for row in kept]
        self._documents = [self._documents[row] for row in kept]
        self._rows = {id_: row for row, id_ in enumerate(self._ids)}

    def search_vector(
        self, vector: ArrayLike, k: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Find the `k` nearest rows with their cosines, best first; only rows where `allowed`."""
        return self._vectors.search(vector, k, allowed)

    def cosine(self, row: int, vector: ArrayLike) -> float:
        """Compare one row with a vector of any length."""
        return float(self._vectors.row(row) @ unit_rows(vector)[0])

    def allowed(self, condition: Filter | None) -> Mask | None:
        """Mark the rows that meet a filter, as a mask for `search_vector`; None for no filter."""
        if condition is None:
            return None
        meets = condition if callable(condition) else _equals(condition)
        rows = range(len(self))
        return np.fromiter((meets(self.document(row)) for row in rows), np.bool_, len(self))

    def similarity_search_with_score_by_vector(
        self,
        embedding: Sequence[float],
        k: int = 4,
        filter: Filter | None = None,  # noqa: A002  LangChain's name
    ) -> list[tuple[Document, float]]:
        """Documents and cosines for a query vector, best first."""
        hits = self.search_vector(embedding, k, self.allowed(filter))
        return [(self.document(row), score) for row, score in hits]

    @override
    def similarity_search_with_score(
        self, query: str, k: int = 4, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        vector = self._embeddings.embed_query(query)
        return self.similarity_search_with_score_by_vector(vector, k, kwargs.get("filter"))

    @override
    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
        return [found for found, _ in self.similarity_search_with_score(query, k, **kwargs)]

    @override
    def similarity_search_by_vector(
        self, embedding: list[float], k: int = 4, **kwargs: Any
    ) -> list[Document]:
        hits = self.similarity_search_with_score_by_vector(embedding, k, kwargs.get("filter"))
        return [found for found, _ in hits]

    @override
    def max_marginal_relevance_search(
        self, query: str, k: int = 4, fetch_k: int = 20, lambda_mult: float = 0.5, **kwargs: Any
    ) -> list[Document]:
        vector = np.array(self._embeddings.embed_query(query), dtype=np.float32)
        hits = self.search_vector(vector, fetch_k, self.allowed(kwargs.get("filter")))
        near = [self._vectors.row(row).tolist() for row, _ in hits]
        chosen = maximal_marginal_relevance(vector, near, lambda_mult, k)
        return [self.document(hits[place][0]) for place in chosen]

    @override
    def get_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        return [self.document(self._rows[id_]) for id_ in ids if id_ in self._rows]

    @override
    def _select_relevance_score_fn(self) -> Callable[[float], float]:
        return lambda cosine: (1 + cosine) / 2

    def save(self, folder: Path) -> None:
        """Write the store into a folder; swapping it in atomically is the snapshot's affair."""
        folder.mkdir(parents=True, exist_ok=True)
        self._vectors.save(folder / _VECTORS)
        (folder / _IDS).write_text(json.dumps(self._ids, ensure_ascii=False), encoding="utf-8")
        with (folder / _DOCUMENTS).open("wb") as out:
            out.writelines(_line(held) for held in self._documents)

    @classmethod
    def load(cls, folder: Path, embeddings: Embeddings) -> FaissStore:
        """Open a saved store; vectors are mapped, not read.

        Raises `IndexMissing` if nothing is there and `IndexDamaged` if the files do not fit.
        """
        if not (folder / _VECTORS).is_file():
            raise IndexMissing(folder=folder)
        store = cls(embeddings)
        try:
            store._vectors = FlatIndex.load(folder / _VECTORS)
            store._ids = json.loads((folder / _IDS).read_bytes())
            store._documents = list((folder / _DOCUMENTS).read_bytes().splitlines())
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise IndexDamaged(folder=folder) from error
        store._rows = {id_: row for row, id_ in enumerate(store._ids)}
        counts = {len(each) for each in (store._vectors, store._ids, store._rows, store._documents)}
        if len(counts) > 1:
            raise IndexDamaged(folder=folder)
        return store


def _equals(wanted: dict[str, Any]) -> Callable[[Document], bool]:
    def meets(document: Document) -> bool:
        for name, value in wanted.items():
            held = document.metadata.get(name)
            if not (held in value if isinstance(value, list) else held == value):
                return False
        return True

    return meets


def _line(held: Document | bytes) -> bytes:
    if isinstance(held, bytes):
        return held + b"\n"
    fields = {"text": held.page_content, "metadata": held.metadata}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
