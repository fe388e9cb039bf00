"""PDF files: paragraphs from printed lines, page furniture, and files without usable text."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from corpus.errors import DocumentDamaged, DocumentEncrypted, DocumentImageOnly
from corpus.formats.pdf import PdfParser
from corpus.formats.pdf_lines import Line
from corpus.formats.pdf_paragraphs import join_lines
from tests.corpus.formats.pdf_writer import print_report, write_pdf
from tests.corpus.formats.samples import INVENTED

RIGHT = 448.0


def line(text: str, y: float, *, left: float = 0.0, right: float | None = None) -> Line:
    """Make a line of 16-point characters; without `right` it is as long as its words."""
    width = sum(8 if char.isascii() else 16 for char in text)
    return Line(
        text=text,
        left=left,
        right=left + width if right is None else right,
        bottom=y,
        top=y + 16,
        em=16,
        first_run=32 if text[:1].isdigit() else 16,
    )


def page(*rows: tuple[str, float, float | None]) -> list[Line]:
    return [
        line(text, 700 - 28 * number, left=left, right=right)
        for number, (text, left, right) in enumerate(rows)
    ]


BODY = [
    ("全县召开会议12次,", 32.0, RIGHT),
    ("一、二季度各办结案件30件,", 0.0, RIGHT),
    ("(三)类案件占比最高。", 0.0, None),
    ("下一段从这里开始,", 32.0, RIGHT),
    ("并在这里结束。", 0.0, None),
    ("再下一段只有一行。", 32.0, None),
]


def test_numerals_at_the_start_of_a_full_paragraphs_line_do_not_break_it() -> None:
    assert join_lines([page(*BODY)]) == [
        "全县召开会议12次,一、二季度各办结案件30件,(三)类案件占比最高。",
        "下一段从这里开始,并在这里结束。",
        "再下一段只有一行。",
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [*page(*BODY[:3], BODY[5], BODY[3])]
    second = page(BODY[4], *BODY)
    assert "下一段从这里开始,并在这里结束。" in join_lines([first, second])


def test_a_line_cut_short_by_an_unbreakable_number_goes_on() -> None:
    rows = [("全年节约资金", 32.0, RIGHT - 40), ("123456亿元。", 0.0, None), *BODY]
    lines = page(*rows)
    lines[1] = replace(lines[1], first_run=48.0)
    assert join_lines([lines])[0] == "全年节约资金123456亿元。"


@pytest.mark.parametrize("number", ["— 3 —", "3", "- 3 -", "第 3 页 共 9 页", "3 / 9", "－3－"])
def test_page_numbers_are_dropped(number: str) -> None:
    rows = page(*BODY, (number, 200.0, None))
    assert join_lines([rows]) == join_lines([page(*BODY)])


def test_a_number_inside_the_page_stays() -> None:
    rows = page(("2030", 200.0, None), *BODY[:3], ("15", 200.0, None), *BODY[3:])
    assert "15" in join_lines([rows])


def test_running_headers_and_watermarks_are_dropped() -> None:
    pages = [
        page(("法治报告 第一部分", 0.0, None), *BODY, (f"内部资料{number}", 0.0, None))
        for number in range(3)
    ]
    assert not [words for words in join_lines(pages) if "法治报告" in words or "内部" in words]


def test_centred_lines_stay_lines() -> None:
    rows = page(
        ("青岚市云溪县人民政府", 144.0, None), ("关于法治政府建设情况的报告", 120.0, None), *BODY
    )
    assert join_lines([rows])[:2] == ["青岚市云溪县人民政府", "关于法治政府建设情况的报告"]


def test_text_is_what_was_printed() -> None:
    text = PdfParser().read(print_report(INVENTED), "a.pdf").split("\n")
    assert text[0] == "云府法〔2031〕7号"
    assert text[5] == "一、主要举措和成效"
    assert text[-1] == "2031年1月20日"


def _placed(*items: tuple[str, int, int]) -> bytes:
    return "\n".join(
        f"BT /F1 16 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        for text, x, y in items
    ).encode()


def test_columns_of_a_row_are_set_apart_by_a_tab() -> None:
    content = _placed(("行政复议", 88, 700), ("14件", 300, 700), ("行政应诉", 88, 670))
    assert PdfParser().read(write_pdf([content]), "a.pdf").split("\n")[0] == "行政复议\t14件"


def test_space_between_chinese_and_digits_is_typesetting() -> None:
    content = _placed(("受理", 88, 700), ("14", 124, 700), ("件", 144, 700))
    assert PdfParser().read(write_pdf([content]), "a.pdf") == "受理14件"


def test_words_printed_aslant_are_a_watermark() -> None:
    slant = f"BT /F1 40 Tf .7 .7 -.7 .7 200 300 Tm <{'内部'.encode('utf-16-be').hex()}> Tj ET"
    content = _placed(("受理14件。", 88, 700)) + b"\n" + slant.encode()
    assert PdfParser().read(write_pdf([content]), "a.pdf") == "受理14件。"


def test_image_only() -> None:
    file = BytesIO()
    Image.new("RGB", (200, 200), "white").save(file, "PDF")
    with pytest.raises(DocumentImageOnly) as caught:
        PdfParser().read(file.getvalue(), "扫描.pdf")
    assert caught.value.details == {"file": "扫描.pdf"}


def test_scanned_pages_with_a_stamp_of_the_scanner_are_image_only() -> None:
    stamp = _placed(("扫描全能王 创建", 400, 30))
    with pytest.raises(DocumentImageOnly):
        PdfParser().read(write_pdf([stamp] * 3), "a.pdf")


def test_encrypted() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> /ID [<00> <00>]"
    data = write_pdf([_placed(("密", 88, 700))], trailer=lock % (b"11" * 32, b"22" * 32))
    with pytest.raises(DocumentEncrypted) as caught:
        PdfParser().read(data, "加密.pdf")
    assert caught.value.details == {"file": "加密.pdf"}


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF", "一、甲".encode(), b"\x00" * 2000])
def test_damaged(data: bytes) -> None:
    with pytest.raises(DocumentDamaged) as caught:
        PdfParser().read(data, "坏.pdf")
    assert caught.value.details == {"file": "坏.pdf"}
