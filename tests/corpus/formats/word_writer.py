"""Word files of a report: with typed numbers, and with the numbers that Word keeps in lists."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from lxml import etree

from tests.corpus.formats.samples import is_centred, is_signature

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_LEVELS: Final = (
    ("chineseCountingThousand", "%1、", re.compile(r"[一二三四五六七八九十]+、")),
    ("chineseCountingThousand", "(%2)", re.compile(r"[(\uff08][一二三四五六七八九十]+[)\uff09]")),
    ("decimal", "%3.", re.compile(r"\d\.(?=\D)")),
)


def as_docx(text: str) -> bytes:
    """Type the report as it stands, in official print."""
    document = _official()
    lines = text.strip("\n").split("\n")
    for number, line in enumerate(lines):
        _typeset(document.add_paragraph(line), number, len(lines), line)
    return saved(document)


def as_numbered_docx(text: str) -> bytes:
    """Leave the numbers of headings to Word's lists."""
    document = _official()
    define_list(document, [(form, pattern) for form, pattern, _ in _LEVELS], list_id=77)
    lines = text.strip("\n").split("\n")
    for number, line in enumerate(lines):
        found = ((depth, typed.match(line)) for depth, (_, _, typed) in enumerate(_LEVELS))
        depth, typed = next((hit for hit in found if hit[1]), (None, None))
        words = line[typed.end() :] if typed else line
        paragraph = document.add_paragraph(words)
        _typeset(paragraph, number, len(lines), line)
        if depth is not None:
            number_paragraph(paragraph, list_id=77, depth=depth)
    return saved(document)


def define_list(
    document: WordDocument, levels: list[tuple[str, str]], *, list_id: int, extra: str = ""
) -> None:
    """Add a list definition; `extra` goes into each level."""
    numbering = document.part.numbering_part.element
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(levels)
    )
    abstract = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">{written}</w:abstractNum>'
    )
    numbering.insert(0, parse_xml(abstract))
    add_list(document, list_id=list_id, abstract_id=list_id)


def add_list(document: WordDocument, *, list_id: int, abstract_id: int, inner: str = "") -> None:
    """Add a list that uses a definition; `inner` may override its levels."""
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{list_id}">'
            f'<w:abstractNumId w:val="{abstract_id}"/>{inner}</w:num>'
        )
    )


def number_paragraph(paragraph: Paragraph, *, list_id: int, depth: int) -> None:
    """Make a paragraph an item of a list."""
    place = etree.SubElement(paragraph._p.get_or_add_pPr(), qn("w:numPr"))
    for tag, value in (("w:ilvl", depth), ("w:numId", list_id)):
        etree.SubElement(place, qn(tag)).set(qn("w:val"), str(value))


def saved(document: WordDocument) -> bytes:
    """Return the file's bytes."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _official() -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    section.header.paragraphs[0].text = "内部资料 页眉不属于正文"
    section.footer.paragraphs[0].text = "页脚不属于正文"
    font = document.styles["Normal"].font
    font.name, font.size = "Noto Serif CJK SC", Pt(16)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    return document


def _typeset(paragraph: Paragraph, number: int, count: int, line: str) -> None:
    form = paragraph.paragraph_format
    form.space_after, form.line_spacing = Pt(0), Pt(28)
    if is_centred(number, line):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif is_signature(number, count, line):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        form.first_line_indent = Pt(32)
