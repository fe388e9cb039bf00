"""What all parsers share: a blob goes in, one document with the whole text comes out."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import PurePath
from typing import TYPE_CHECKING

from langchain_core.document_loaders import BaseBlobParser
from langchain_core.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.documents.base import Blob

__all__ = ["ReportParser"]


class ReportParser(BaseBlobParser):
    """A LangChain blob parser that says how to read bytes and nothing else."""

    @abstractmethod
    def read(self, data: bytes, name: str) -> str:
        """Read the canonical text: lines are paragraphs, nothing is added to the document's words.

        `name` is shown in errors only; every error is a `CorpusError` with `file=name`.
        """

    def lazy_parse(self, blob: Blob) -> Iterator[Document]:
        """Yield one document holding the whole text."""
        source = blob.source or ""
        text = self.read(blob.as_bytes(), PurePath(source).name)
        yield Document(page_content=text, metadata={"source": source})
