"""Milvus as a vector store (向量数据库) that keeps ids as LangChain expects; an optional extra."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from corpus.errors import ExtraMissing, ModelUnavailable

try:
    from langchain_milvus import Milvus
except ImportError as missing:
    raise ExtraMissing(model="Milvus", install='pip install "fazhi-assistant[milvus]"') from missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings

__all__ = ["MilvusStore", "open_milvus"]

_COLLECTION = "fazhi_passages"
_METADATA = "metadata"


def open_milvus(uri: str, embeddings: Embeddings) -> MilvusStore:
    """Connect to a server, or open a file of Milvus Lite; the collection is made when needed.

    Raises `ModelUnavailable` if nothing answers.
    """
    from pymilvus.exceptions import MilvusException

    try:
        return MilvusStore(
            embeddings,
            collection_name=_COLLECTION,
            connection_args={"uri": uri},
            # Exact search, as with FAISS, and a passage is found as soon as it is added.
            index_params={"index_type": "FLAT", "metric_type": "COSINE"},
            consistency_level="Strong",
            metadata_field=_METADATA,
        )
    except MilvusException as error:
        raise ModelUnavailable(model=uri, why=error) from error


class MilvusStore(Milvus):
    """`langchain_milvus` with ids on its documents, replacement by id and `get_by_ids`."""

    @override
    def add_documents(
        self, documents: list[Document], *, ids: list[str] | None = None, **kwargs: Any
    ) -> list[str]:
        names = [
            (ids[place] if ids else None) or document.id or str(uuid.uuid4())
            for place, document in enumerate(documents)
        ]
        if self.col is not None:
            self.delete(names)
        texts = [document.page_content for document in documents]
        self.add_texts(texts, [document.metadata for document in documents], ids=names)
        return names

    @override
    async def aadd_documents(
        self, documents: list[Document], *, ids: list[str] | None = None, **kwargs: Any
    ) -> list[str]:
        return self.add_documents(documents, ids=ids)

    @override
    def similarity_search_with_score(
        self, query: str, k: int = 4, *, filter: dict[str, Any] | None = None, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        """Search; `filter` is metadata that must be equal, or one of several for a list."""
        expression = kwargs.pop("expr", None) or _expression(filter)
        return super().similarity_search_with_score(query, k, expr=expression, **kwargs)

    @override
    async def asimilarity_search_with_score(
        self, query: str, k: int = 4, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        return self.similarity_search_with_score(query, k, **kwargs)

    @override
    def get_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        if self.col is None:
            return []
        found = self.client.get(self.collection_name, ids=list(ids), output_fields=["*"])
        return [self._parse_document(dict(entity)) for entity in found]

    @override
    async def aget_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        return self.get_by_ids(ids)

    @override
    def _parse_document(self, data: dict[str, Any]) -> Document:
        id_ = str(data.pop(self._primary_field))
        document = super()._parse_document(data)
        document.id = id_
        return document


def _expression(wanted: dict[str, Any] | None) -> str | None:
    """Write a filter in Milvus's own language; JSON literals keep quotes in values harmless."""
    if not wanted:
        return None
    return " and ".join(_any_of(name, value) for name, value in wanted.items())


def _any_of(name: str, value: object) -> str:
    field = f"{_METADATA}[{json.dumps(name)}]"
    values = value if isinstance(value, list) else [value]
    equal = (f"{field} == {json.dumps(each, ensure_ascii=False)}" for each in values)
    return f"({' or '.join(equal)})"
