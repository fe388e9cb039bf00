"""Every vector store passes LangChain's own suite; a store that differs says how and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from langchain_core.documents import Document
from langchain_tests.integration_tests import VectorStoreIntegrationTests

from index.stores import open_store
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from langchain_core.embeddings import Embeddings
    from langchain_core.vectorstores import VectorStore


def _faiss(folder: Path, embeddings: Embeddings) -> VectorStore:
    return open_store(str(folder / "vectors"), embeddings)


def _milvus(folder: Path, embeddings: Embeddings) -> VectorStore:
    pytest.importorskip("milvus_lite", reason="the extra `milvus` and milvus-lite are needed")
    from index.milvus_store import open_milvus

    return open_milvus(str(folder / "milvus.db"), embeddings)


# One line a store: how to open an empty one.
STORES: dict[str, Callable[[Path, Embeddings], VectorStore]] = {"faiss": _faiss, "milvus": _milvus}


class TestStores(VectorStoreIntegrationTests):
    @pytest.fixture(params=STORES)
    def vectorstore(self, request: pytest.FixtureRequest, tmp_path: Path) -> VectorStore:
        return STORES[request.param](tmp_path, self.get_embeddings())


@pytest.mark.parametrize("store", STORES)
def test_a_filter_keeps_to_place_and_year(store: str, tmp_path: Path) -> None:
    opened = STORES[store](tmp_path, HashEmbeddings())
    texts = ["受理行政复议案件37件。"] * 3
    about = [
        {"place": "云溪县", "year": 2022},
        {"place": "云溪县", "year": 2023},
        {"place": "青岚市", "year": 2022},
    ]
    opened.add_documents(
        [
            Document(id=str(number), page_content=text, metadata=metadata)
            for number, (text, metadata) in enumerate(zip(texts, about, strict=True))
        ]
    )

    def found(**wanted: object) -> set[str | None]:
        return {each.id for each in opened.similarity_search("复议", k=3, filter=wanted)}

    assert found(place="云溪县", year=2023) == {"1"}
    assert found(place="云溪县") == {"0", "1"}
    assert found(year=[2022, 2021]) == {"0", "2"}
    assert found(place='云溪县" or "1" == "1') == set()
