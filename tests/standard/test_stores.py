"""Every vector store passes LangChain's own suite; a store that differs says how and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from langchain_tests.integration_tests import VectorStoreIntegrationTests

from index.faiss_store import FaissStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from langchain_core.vectorstores import VectorStore


def _faiss() -> VectorStore:
    return FaissStore(VectorStoreIntegrationTests.get_embeddings())


# One line a store: how to open an empty one.
STORES: dict[str, Callable[[], VectorStore]] = {"faiss": _faiss}


class TestStores(VectorStoreIntegrationTests):
    @pytest.fixture(params=STORES)
    def vectorstore(self, request: pytest.FixtureRequest) -> VectorStore:
        return STORES[request.param]()
