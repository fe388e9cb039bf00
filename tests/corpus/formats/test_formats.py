"""The table of formats, and what LangChain sees of a parser."""

from __future__ import annotations

import subprocess
import sys

import pytest
from langchain_core.document_loaders import BaseBlobParser
from langchain_core.documents.base import Blob

from corpus.formats import SUFFIXES, open_parser


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_a_blob_parser(suffix: str) -> None:
    assert suffix == suffix.lower()
    assert isinstance(open_parser(suffix), BaseBlobParser)


def test_a_blob_becomes_one_document_with_the_whole_text() -> None:
    blob = Blob.from_data("一、甲\r\n乙\r\n".encode("gb18030"), path="某处/报告.txt")
    [document] = list(open_parser(".txt").lazy_parse(blob))
    assert document.page_content == "一、甲\n乙\n"
    assert document.metadata == {"source": "某处/报告.txt"}


def test_a_parsers_libraries_are_imported_on_demand() -> None:
    code = (
        "import sys, corpus.loader; corpus.loader.parse_bytes('a.txt', '甲'.encode());"
        "print([m for m in ('docx', 'lxml', 'pypdfium2') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
