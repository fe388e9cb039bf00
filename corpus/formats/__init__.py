"""One parser a file format (文件格式); a new format is one file here and one line of `SUFFIXES`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.formats.base import ReportParser

__all__ = ["SUFFIXES", "Format", "open_parser"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where a format's parser lives and how large a file of it may be."""

    parser: str
    """`module.Class` below this package, imported on first use."""
    limit_mb: int


_TEXT = Format(parser="text.TextParser", limit_mb=20)
_PAGE = Format(parser="html.HtmlParser", limit_mb=20)
_WORD = Format(parser="docx.DocxParser", limit_mb=60)
_PRINT = Format(parser="pdf.PdfParser", limit_mb=60)
_OFFICE = Format(parser="legacy.LegacyParser", limit_mb=60)

SUFFIXES = {
    ".txt": _TEXT,
    ".docx": _WORD,
    ".pdf": _PRINT,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".doc": _OFFICE,
    ".wps": _OFFICE,
    ".rtf": _OFFICE,
}


def open_parser(suffix: str) -> ReportParser:
    """Import and make the parser for a lower-case suffix of `SUFFIXES`."""
    module, _, name = SUFFIXES[suffix].parser.partition(".")
    parser: ReportParser = getattr(import_module(f"{__name__}.{module}"), name)()
    return parser
