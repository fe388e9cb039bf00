"""Word documents (.docx): paragraphs and table rows in reading order, list numbers written out.

Text boxes, headers, footers, notes, hidden and deleted words and the table of contents are no
part of a report's text.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from corpus.errors import DocumentDamaged
from corpus.formats.archive import check_archive
from corpus.formats.base import ReportParser
from corpus.formats.numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from lxml.etree import _Element

__all__ = ["DocxParser"]

_DAMAGE = (
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    LxmlError,
    NotImplementedError,
    OpcError,
    OSError,
    TypeError,
    ValueError,
    zlib.error,
)
_WRAPPERS = {
    qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")
}
_SILENT = {
    qn(tag)
    for tag in ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:txbxContent", "w:drawing", "w:pict")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


class DocxParser(ReportParser):
    """Reads .docx with python-docx, once the archive has proved harmless."""

    def read(self, data: bytes, name: str) -> str:
        """Read the body; raises `DocumentEncrypted`, `ArchiveBomb` or `DocumentDamaged`."""
        check_archive(data, name)
        try:
            document = Document(BytesIO(data))
            numbering = Numbering(_numbering(document), document.styles.element)
            return "\n".join(_lines(document.element.body, numbering))
        except _DAMAGE as error:
            raise DocumentDamaged(file=name) from error


def _numbering(document: WordDocument) -> _Element | None:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return None
    element: _Element | None = getattr(part, "element", None)
    return element


def _lines(parent: _Element, numbering: Numbering) -> Iterator[str]:
    """Yield the non-blank lines of a body or a cell."""
    for block in parent:
        if block.tag == qn("w:p"):
            if not _is_contents_entry(block):
                yield from _paragraph(block, numbering)
        elif block.tag == qn("w:tbl"):
            for row in block.iterchildren(qn("w:tr")):
                yield from _row(row, numbering)
        elif block.tag in _WRAPPERS and not _is_contents(block):
            yield from _lines(block, numbering)


def _paragraph(paragraph: _Element, numbering: Numbering) -> Iterator[str]:
    label = numbering.label(paragraph)  # asked first: an empty list item counts as well
    words = "".join(_characters(paragraph)).strip()
    if words:
        yield from filter(None, (line.strip() for line in (label + words).split("\n")))


def _row(row: _Element, numbering: Numbering) -> Iterator[str]:
    """Yield a row as one line; a lone cell is a frame around text and gives its own lines."""
    cells = [list(_lines(cell, numbering)) for cell in row.iter(qn("w:tc")) if _row_of(cell) is row]
    if sum(map(bool, cells)) == 1:
        yield from (line for cell in cells for line in cell)
    elif any(cells):
        yield "\t".join(" ".join(cell) for cell in cells).rstrip()


def _row_of(cell: _Element) -> _Element | None:
    return next(cell.iterancestors(qn("w:tr")), None)


def _characters(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _SILENT or _is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield "" if child.get(qn("w:type")) in {"page", "column"} else "\n"
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        else:
            yield from _characters(child)


def _is_hidden(run: _Element) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val")) not in {"0", "false", "off"}


def _is_contents(block: _Element) -> bool:
    gallery = block.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def _is_contents_entry(paragraph: _Element) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = "" if style is None else style.get(qn("w:val")) or ""
    return name.upper().startswith("TOC")
