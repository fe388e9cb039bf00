"""Our retriever passes LangChain's own suite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from langchain_tests.integration_tests import RetrieversIntegrationTests

from index.retriever import PassageRetriever, PassageSearch
from tests.embedders import HashEmbeddings
from tests.index.small_reports import build, open_index, write_reports

if TYPE_CHECKING:
    from pathlib import Path


class TestPassageRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _index(self, tmp_path: Path) -> None:
        build(write_reports(tmp_path / "reports"), folder=tmp_path / "index")
        self.folder = tmp_path / "index"

    @property
    def retriever_constructor(self) -> type[PassageRetriever]:
        return PassageRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"search": PassageSearch(open_index(self.folder), HashEmbeddings())}

    @property
    def retriever_query_example(self) -> str:
        return "全年受理多少件行政复议案件"
