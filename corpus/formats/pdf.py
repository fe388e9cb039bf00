"""PDF files with a text layer (.pdf), read with pdfium."""

from __future__ import annotations

from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from corpus.errors import DocumentDamaged, DocumentEncrypted, DocumentImageOnly
from corpus.formats.base import ReportParser
from corpus.formats.pdf_lines import Line, read_lines
from corpus.formats.pdf_paragraphs import join_lines

__all__ = ["PdfParser"]

_ONE_AT_A_TIME = Lock()
"""pdfium must not be called from two threads at once."""


class PdfParser(ReportParser):
    """Reads the text layer and puts its printed lines back into paragraphs."""

    def read(self, data: bytes, name: str) -> str:
        """Read all pages; raises `DocumentEncrypted`, `DocumentImageOnly`, `DocumentDamaged`."""
        with _ONE_AT_A_TIME:
            pages = _read_pages(data, name)
        paragraphs = join_lines(pages)
        if not paragraphs:
            raise DocumentImageOnly(file=name)
        return "\n".join(paragraphs)


def _read_pages(data: bytes, name: str) -> list[list[Line]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise (DocumentEncrypted if locked else DocumentDamaged)(file=name) from error
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            pages.append(read_lines(page))
            page.close()
    except pypdfium2.PdfiumError as error:
        raise DocumentDamaged(file=name) from error
    else:
        return pages
    finally:
        document.close()
