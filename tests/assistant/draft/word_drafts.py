"""Word drafts with all that a writer's file may hold: split runs, tables, notes, boxes, changes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

__all__ = ["as_word", "full_draft", "with_footnote"]

_FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>云溪县2022年败诉5件。</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def as_word(*paragraphs: str) -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return _saved(document)


def full_draft() -> bytes:
    """A speech on 云溪县 with right and wrong numbers in every corner of the file."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "云溪县2022年新领行政执法证186人"
    document.add_heading("在云溪县法治工作会议上的讲话(2023年2月)", level=1)
    split = document.add_paragraph("去年,我县受理行政复议案件")
    split.add_run("3").bold = True
    split.add_run("7").font.color.rgb = RGBColor(0xC0, 0x20, 0x20)
    split.add_run("件").italic = True
    split.add_run(",办结43件,  走访企业近200家。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "办理行政处罚案件1873件"
    table.rows[0].cells[1].text = "罚没金额2.5亿元"
    changed = document.add_paragraph("出庭应诉率为")
    for xml in (
        '<w:del {} w:id="90" w:author="甲"><w:r><w:delText>70%</w:delText></w:r></w:del>',
        '<w:ins {} w:id="91" w:author="甲"><w:r><w:t>88.5%。</w:t></w:r></w:ins>',
    ):
        changed._p.append(parse_xml(xml.format(nsdecls("w"))))  # type: ignore[arg-type]
    noted = document.add_paragraph("我县聘请法律顾问8名。")
    document.add_comment(noted.runs[0], text="早先的批注", author="乙")
    boxed = document.add_paragraph("附图:")
    boxed.add_run()._r.append(
        parse_xml(  # type: ignore[arg-type]
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>云溪县2022年清退不符合条件人员32人</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    document.add_paragraph("我们要坚持依法行政,不断开创新局面。")
    return _saved(document)


def with_footnote() -> bytes:
    """A draft whose only number stands in a footnote."""
    document = Document()
    mark = document.add_paragraph("应诉情况见注").add_run()
    reference = parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>')
    mark._r.append(reference)  # type: ignore[arg-type]
    return _with_footnotes(_saved(document))


def _with_footnotes(data: bytes) -> bytes:
    result = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(
                    b"</Types>",
                    b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.'
                    b'openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
                )
            if name == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdF1" Type="http://schemas.openxmlformats.org/'
                    b'officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
                    b"</Relationships>",
                )
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", _FOOTNOTES)
    return result.getvalue()


def _saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
