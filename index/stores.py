"""Open a vector store by its address (向量库地址): a folder is FAISS, `http://…` is Milvus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexMissing

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import VectorStore

__all__ = ["open_store"]


def open_store(uri: str, embeddings: Embeddings) -> VectorStore:
    """Give the store at an address; a folder that holds none gives an empty one.

    Raises `ExtraMissing` for a store whose package is not installed and `IndexDamaged` for a
    folder whose files do not fit together.
    """
    if uri.startswith(("http://", "https://")):
        from index.milvus_store import open_milvus

        return open_milvus(uri, embeddings)
    from index.faiss_store import FaissStore

    try:
        return FaissStore.load(Path(uri), embeddings)
    except IndexMissing:
        return FaissStore(embeddings)
