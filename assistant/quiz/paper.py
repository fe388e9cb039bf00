"""A paper to print (试卷): questions in one document, their key with sources in another."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.quiz.files import write_whole
from assistant.quiz.model import Kind
from assistant.quiz.sheet_words import (
    by_kind,
    difficulty_name,
    key_line,
    kind_name,
    offered,
)
from assistant.render import cite
from corpus.errors import ExportFailed
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from assistant.quiz.model import QuizItem

__all__ = ["key_path", "refuse_other_endings", "write_paper"]

_text = partial(say, "quiz")
_NUMERALS = "一二三四五六"
_BODY, _HEAD, _SMALL = "SimSun", "SimHei", 9.5
_ANSWER_LINES = 3
_ENDING = ".docx"
_SHORT = 12
"""Letters of a choice of which four go into a row."""


def key_path(path: Path) -> Path:
    """Where the key of a paper goes: beside it."""
    return path.with_name(_text("key_file", name=path.stem, ending=path.suffix))


def refuse_other_endings(path: Path) -> None:
    """Raise `ExportFailed` for a name that no Word file has."""
    if path.suffix.lower() != _ENDING and not path.is_dir():
        raise ExportFailed(file=path, why=_text("not_docx", ending=_ENDING))


def write_paper(path: Path, items: Sequence[QuizItem], *, seed: int) -> tuple[Path, Path]:
    """Write a paper and its key; where they are. Raises `ExportFailed`."""
    refuse_other_endings(path)
    key = key_path(path)
    write_whole(path, _paper(items, seed))
    write_whole(key, _key(items, seed))
    return path, key


def _paper(items: Sequence[QuizItem], seed: int) -> bytes:
    document = _document()
    _title(document, _text("paper_title"))
    _line(document, _text("paper_head"), centred=True)
    _line(document, _text("paper_about", count=len(items), seed=seed), small=True, centred=True)
    number = 0
    for place, (kind, those) in enumerate(by_kind(items)):
        _heading(document, place, kind, len(those))
        for item in those:
            number += 1
            _question(document, number, item)
    return _bytes(document)


def _key(items: Sequence[QuizItem], seed: int) -> bytes:
    document = _document()
    _title(document, _text("key_title"))
    _line(document, _text("paper_about", count=len(items), seed=seed), small=True, centred=True)
    number = 0
    for place, (kind, those) in enumerate(by_kind(items)):
        _heading(document, place, kind, len(those))
        for item in those:
            number += 1
            _answer(document, number, item)
    return _bytes(document)


def _question(document: Document, number: int, item: QuizItem) -> None:
    stem = _text("numbered", number=number, stem=item.stem)
    if item.kind in (Kind.TRUE_FALSE, Kind.CHOICE):
        stem += _text("bracket")
    _line(document, stem).paragraph_format.keep_with_next = True
    lines = _rows(offered(item), item)
    for line in lines:
        option = _line(document, line, indent=0.75)
        option.paragraph_format.keep_with_next = line is not lines[-1]
    if item.kind is Kind.ORDER:
        blanks = " > ".join([_text("blank")] * len(item.options))
        _line(document, _text("order_blank", blanks=blanks), indent=0.75)
    elif item.kind is Kind.MATCH:
        places = range(1, len(item.options) + 1)
        blanks = " ".join(_text("match_blank_each", place=place) for place in places)
        _line(document, _text("match_blank", blanks=blanks), indent=0.75)
    elif item.kind is Kind.SHORT:
        for _ in range(_ANSWER_LINES if item.points else 1):
            _line(document, _text("answer_blank"), indent=0.75)


def _rows(lines: list[str], item: QuizItem) -> list[str]:
    """Short choices in one row."""
    if item.kind is Kind.CHOICE and all(len(line) <= _SHORT for line in lines):
        return ["\u3000\u3000\u3000".join(lines)]
    return lines


def _answer(document: Document, number: int, item: QuizItem) -> None:
    line = _line(document, _text("keyed", number=number, answer=key_line(item)), bold=True)
    line.paragraph_format.keep_with_next = True
    about = _text("key_about", difficulty=difficulty_name(item), explanation=item.explanation)
    _line(document, about, indent=0.75, small=True)
    for citation in item.citations:
        source = _text("key_source", source=cite(citation), quote="".join(citation.quote.split()))
        _line(document, source, indent=0.75, small=True)


def _document() -> Document:
    import docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    normal.font.name = "Times New Roman"
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _BODY)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")  # marks sit where Chinese has them
    normal.element.get_or_add_rPr().append(language)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.6)
        section.top_margin = section.bottom_margin = Cm(2.5)
    return document


def _title(document: Document, text: str) -> None:
    line = _line(document, text, centred=True, bold=True)
    _font(line, 20)


def _heading(document: Document, place: int, kind: Kind, count: int) -> None:
    from docx.shared import Pt

    text = _text("part_head", numeral=_NUMERALS[place], kind=kind_name(kind), count=count)
    line = _line(document, text, bold=True)
    _font(line, 14)
    line.paragraph_format.space_before = Pt(12)
    line.paragraph_format.keep_with_next = True


def _font(line: Paragraph, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for run in line.runs:
        run.font.size = Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _HEAD)  # noqa: SLF001 - python-docx has no other way to the East Asian font


def _line(
    document: Document,
    text: str,
    *,
    indent: float = 0,
    bold: bool = False,
    small: bool = False,
    centred: bool = False,
) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    line = document.add_paragraph()
    run = line.add_run(_printable(text))
    run.bold = bold
    if small:
        run.font.size = Pt(_SMALL)
    line.paragraph_format.space_after = Pt(3)
    line.paragraph_format.line_spacing = 1.25
    line.paragraph_format.left_indent = Cm(indent)
    if centred:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return line


def _printable(text: str) -> str:
    """Without the control characters that no document may hold."""
    return "".join(char for char in text if char.isprintable() or char == "\u3000")


def _bytes(document: Document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()
