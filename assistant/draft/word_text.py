"""The words of a Word draft with the runs that hold them (稿件文字): body, tables, boxes, notes.

Deleted and hidden words are left out, inserted ones are in: a draft is checked as it will read.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.opc.part import Part
    from lxml.etree import _Element

__all__ = ["Letter", "WordDraft", "open_word"]

_LEFT_OUT = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText")}
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_COMPATIBLE}Fallback"
_BOXES = {qn("w:drawing"), qn("w:pict"), f"{_COMPATIBLE}AlternateContent"}
"""What may hold paragraphs of its own, which are read for themselves."""
_BREAKS = {qn("w:br"), qn("w:cr")}
_BESIDE = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Letter:
    """Where a character of the text stands (字的位置): None for one that no run holds."""

    node: _Element | None
    """Its `w:t`."""
    at: int
    story: str
    """Part of the document: body, box, header, footer, footnotes or endnotes."""


@dataclass(slots=True)
class WordDraft:
    """A Word file open for comments (Word 稿件)."""

    document: WordDocument
    text: str
    letters: list[Letter]
    stories: dict[str, _Element]
    """The roots of parts that python-docx keeps as bytes, by the part's name."""
    parts: dict[str, Part]


def open_word(data: bytes) -> WordDraft:
    """Read a document that the loader has found sound."""
    document = Document(BytesIO(data))
    draft = WordDraft(document=document, text="", letters=[], stories={}, parts={})
    lines = [*_paragraphs(document.element.body, "body")]
    for part in document.part.package.iter_parts():
        kind = next((name for name in _BESIDE if f"/{name}" in str(part.partname)), None)
        if kind is None or not str(part.partname).endswith(".xml"):
            continue
        root = getattr(part, "element", None)
        if root is None:
            root = etree.fromstring(part.blob, _parser())
            draft.stories[str(part.partname)] = root
        draft.parts[str(part.partname)] = part
        lines += _paragraphs(root, kind)
    letters: list[Letter] = []
    text = ""
    for words, held in lines:
        text += words + "\n"
        letters += [*held, Letter(None, 0, "")]
    draft.text, draft.letters = text, letters
    return draft


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _paragraphs(root: _Element, story: str) -> Iterator[tuple[str, list[Letter]]]:
    """The paragraphs below a root in reading order, those of boxes behind the one they hang on."""
    for paragraph in root.iter(qn("w:p")):
        if any(one.tag == _FALLBACK for one in paragraph.iterancestors()):
            continue
        boxed = next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None
        words, letters = "", []
        for char, node, at in _characters(paragraph):
            words += char
            letters.append(Letter(node, at, "box" if boxed else story))
        if words.strip():
            yield words, letters


def _characters(parent: _Element) -> Iterator[tuple[str, _Element | None, int]]:
    for child in parent:
        if child.tag in _LEFT_OUT or child.tag in _BOXES:
            continue
        if child.tag == qn("w:r") and _is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield from ((char, child, at) for at, char in enumerate(child.text or ""))
        elif child.tag == qn("w:tab"):
            yield "\t", None, 0
        elif child.tag in _BREAKS:
            yield "\n", None, 0
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-", None, 0
        elif child.tag != qn("w:p"):
            yield from _characters(child)


def _is_hidden(run: _Element) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val")) not in {"0", "false", "off"}
