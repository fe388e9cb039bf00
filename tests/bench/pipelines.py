"""The two that are compared (对比双方): this program, and LangChain's usual pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from typing_extensions import override

from assistant.model import Answer, Reply
from assistant.service import Assistant
from index import e5
from index.build import BuildOutcome, build_index
from index.embeddings import model_identity, open_embeddings
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import faiss

__all__ = ["OurPipeline", "StockPipeline", "open_ours", "open_stock"]

_K = 4


class Counting(Embeddings):
    """Counts the questions that are encoded."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self.queries = 0

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embeddings.embed_documents(texts)

    @override
    def embed_query(self, text: str) -> list[float]:
        self.queries += 1
        return self._embeddings.embed_query(text)


class OurPipeline:
    """From files to cited answers, as the program does it: to the disk, with the gate."""

    def __init__(self, embeddings: Embeddings, model: str) -> None:
        self.embeddings = Counting(embeddings)
        self._model = model
        self._assistant: Assistant | None = None

    def index(self, files: Sequence[Path], folder: Path) -> BuildOutcome:
        outcome = build_index(files, folder=folder, embeddings=self.embeddings, model=self._model)
        self._assistant = Assistant(folder, embeddings=self.embeddings, model=self._model)
        return outcome

    def ask(self, question: str) -> Reply:
        if self._assistant is None:
            raise RuntimeError("nothing is indexed")
        reply = self._assistant.ask(question)
        # A refusal may cite nothing; an answer never may.
        if isinstance(reply, Answer) and not reply.citations:
            raise RuntimeError(f"no citation for {question}")
        return reply


class StockPipeline:
    """RecursiveCharacterTextSplitter 500/50, the embedder as it comes, FAISS's exact index, k=4.

    The index is faiss.IndexFlatIP itself, with the chunks in a list: langchain-community, whose
    FAISS store would wrap it, is no longer maintained, and its wrapping costs time of its own.
    """

    def __init__(self, embeddings: Embeddings) -> None:
        self.embeddings = embeddings
        self._chunks: list[str] = []
        self._faiss: faiss.IndexFlatIP | None = None

    def index(self, files: Sequence[Path]) -> int:
        import faiss
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=500, chunk_overlap=50)
        texts = [file.read_text(encoding="utf-8") for file in files]
        self._chunks = [chunk for text in texts for chunk in splitter.split_text(text)]
        vectors = np.array(self.embeddings.embed_documents(self._chunks), dtype=np.float32)
        self._faiss = faiss.IndexFlatIP(vectors.shape[1])
        self._faiss.add(vectors)
        return len(self._chunks)

    def ask(self, question: str) -> list[str]:
        """Encode the question and give the nearest chunks: no answer yet, let alone a citation."""
        if self._faiss is None:
            raise RuntimeError("nothing is indexed")
        vector = np.array([self.embeddings.embed_query(question)], dtype=np.float32)
        _, rows = self._faiss.search(vector, _K)
        return [self._chunks[row] for row in rows[0] if row >= 0]


def open_ours(*, tiny: bool = False) -> OurPipeline:
    """Our pipeline with the bundled model, loaded; `tiny` stands in for a model in tests."""
    embeddings = HashEmbeddings() if tiny else open_embeddings(None)
    embeddings.embed_query("预热")
    return OurPipeline(embeddings, "hash" if tiny else model_identity(None))


def open_stock(*, tiny: bool = False) -> StockPipeline:
    """The stock pipeline with the same model folder, loaded as LangChain loads it: float32."""
    if tiny:
        return StockPipeline(HashEmbeddings())
    from langchain_huggingface import HuggingFaceEmbeddings
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    embeddings = HuggingFaceEmbeddings(
        model=str(e5.unpacked()),
        encode_kwargs={"prompt": "passage: "},
        query_encode_kwargs={"prompt": "query: "},
    )
    embeddings.embed_query("预热")
    return StockPipeline(embeddings)
