"""Word files: order, lists, tables, what is not part of the text, and hostile archives."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.errors import ArchiveBomb, CorpusError, DocumentDamaged, DocumentEncrypted
from corpus.formats.docx import DocxParser
from tests.corpus.formats.samples import INVENTED
from tests.corpus.formats.word_writer import (
    add_list,
    as_docx,
    define_list,
    number_paragraph,
    saved,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOX = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
CHINESE = [("chineseCountingThousand", "%1、"), ("chineseCounting", "(%2)"), ("decimal", "%3.")]


def read(document: WordDocument) -> list[str]:
    return DocxParser().read(saved(document), "报告.docx").split("\n")


def listed(items: list[tuple[int, str]], levels: list[tuple[str, str]], *extra: str) -> list[str]:
    document = Document()
    define_list(document, levels, list_id=50, extra="".join(extra))
    for depth, words in items:
        number_paragraph(document.add_paragraph(words), list_id=50, depth=depth)
    return read(document)


def with_body(xml: str) -> list[str]:
    document = Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return read(document)


def test_lists_restart_below_a_new_heading() -> None:
    items = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (0, "戊"), (1, "己")]
    expected = ["一、甲", "(一)乙", "(二)丙", "1. 丁", "二、戊", "(一)己"]
    assert [line.replace("1.丁", "1. 丁") for line in listed(items, CHINESE)] == expected


def test_a_number_is_set_off_from_the_year_after_it() -> None:
    document = Document()
    document.add_paragraph("2030年出台文件3件。", style="List Number")
    assert read(document) == ["1. 2030年出台文件3件。"]


def test_levels_above_are_written_out() -> None:
    levels = [("chineseCounting", "第%1章 "), ("decimal", "%1.%2 ")]
    assert listed([(0, "甲"), (1, "乙")], levels) == ["第一章 甲", "一.1 乙"]
    assert listed([(0, "甲"), (1, "乙")], levels, "<w:isLgl/>") == ["第1章 甲", "1.1 乙"]


def test_bullets_are_no_text() -> None:
    assert listed([(0, "甲")], [("bullet", "\uf0b7")]) == ["甲"]


def test_an_empty_item_counts_but_leaves_no_line() -> None:
    assert listed([(0, "甲"), (0, ""), (0, "丙")], CHINESE) == ["一、甲", "三、丙"]


def test_a_list_may_go_on_or_begin_again() -> None:
    document = Document()
    define_list(document, CHINESE, list_id=50)
    add_list(document, list_id=51, abstract_id=50)
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    add_list(document, list_id=52, abstract_id=50, inner=again)
    for list_id, words in [(50, "甲"), (51, "乙"), (52, "丙"), (52, "丁")]:
        number_paragraph(document.add_paragraph(words), list_id=list_id, depth=0)
    assert read(document) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_list_of_a_style_and_its_removal() -> None:
    document = Document()
    document.add_paragraph("甲", style="List Number")
    number_paragraph(document.add_paragraph("乙", style="List Number"), list_id=0, depth=0)
    document.add_paragraph("丙", style="List Number")
    assert read(document) == ["1. 甲", "乙", "2. 丙"]


def test_paragraphs_and_tables_in_reading_order() -> None:
    document = Document()
    document.add_paragraph("表前")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ["指标", "数量", "行政复议\n案件", "14件"], strict=True):
        cell.text = words
    document.add_paragraph("表后")
    assert read(document) == ["表前", "指标\t数量", "行政复议 案件\t14件", "表后"]


def test_a_table_of_one_cell_is_a_frame() -> None:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "一、甲"
    cell.add_paragraph("全年受理14件。")
    assert read(document) == ["一、甲", "全年受理14件。"]


def test_soft_line_breaks_tabs_and_page_breaks() -> None:
    inner = '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/></w:r>'
    assert with_body(inner) == ["甲", "乙\t丙"]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ('<w:ins w:id="1"><w:r><w:t>增</w:t></w:r></w:ins>', "正文增"),
        ('<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>', "正文"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", "正文"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>', "正文显"),
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>", "正文"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", "正文"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "正文链接"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "正文控件"),
        ("<w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag>", "正文标记"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_paragraph(inner: str, words: str) -> None:
    assert with_body(f"<w:r><w:t>正文</w:t></w:r>{inner}") == [words]


def test_table_of_contents_is_left_out() -> None:
    document = Document()
    document.add_paragraph("一、甲")
    contents = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>一、甲 3</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, parse_xml(contents))
    assert read(document) == ["一、甲"]


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.95])
def test_truncated_file(kept: float) -> None:
    data = as_docx(INVENTED)
    with pytest.raises(DocumentDamaged) as caught:
        DocxParser().read(data[: int(len(data) * kept)], "残缺.docx")
    assert caught.value.details == {"file": "残缺.docx"}


@pytest.mark.parametrize("data", ["一、甲".encode(), b"PK\x03\x04", OLE])
def test_something_else_named_docx(data: bytes) -> None:
    with pytest.raises(DocumentDamaged):
        DocxParser().read(data, "a.docx")


def test_encrypted_file() -> None:
    data = OLE + b"\x00" * 1024
    data += "EncryptedPackage".encode("utf-16-le") + b"\x00" * 1024
    with pytest.raises(DocumentEncrypted):
        DocxParser().read(data, "a.docx")


def _repacked(member: str, content: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(as_docx(INVENTED))) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != member:
                new.writestr(entry, old.read(entry))
        new.writestr(member, content)
    return file.getvalue()


@pytest.mark.parametrize("member", ["word/document.xml", "word/media/image1.png"])
def test_zip_bomb(member: str) -> None:
    data = _repacked(member, bytes(60 << 20))
    assert len(data) < 1 << 20
    with pytest.raises(ArchiveBomb) as caught:
        DocxParser().read(data, "炸弹.docx")
    assert caught.value.details == {"file": "炸弹.docx"}


def test_a_directory_that_lies_about_sizes_ends_in_damage() -> None:
    data = _repacked("word/document.xml", b"<a>" + bytes(20 << 20))
    size = (20 << 20) + 3
    lying = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(DocumentDamaged):
        DocxParser().read(lying, "a.docx")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "' + "甲" * 1000 + '">]>'
    body = "&a;" * 1000
    paragraph = f"<w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body>"
    xml = f"{bomb}<w:document {nsdecls('w')}>{paragraph}</w:document>"
    try:
        text = DocxParser().read(_repacked("word/document.xml", xml.encode()), "a.docx")
    except CorpusError:
        text = ""
    assert len(text) < 10_000
