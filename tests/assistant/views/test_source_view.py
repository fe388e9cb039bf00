"""The source as HTML: the right section, the right words marked, nothing live from a report."""

from __future__ import annotations

import html
import re

import pytest

from assistant.model import Citation
from assistant.views.source import outline_view, section_around, source_of, source_view
from corpus.model import Report, Span
from corpus.read import read_report

TEXT = """云溪县人民政府文件
云府〔2024〕3号
云溪县人民政府
关于2023年度法治政府建设情况的报告
县委:
现将有关情况报告如下。
一、主要举措
(一)规范行政执法
一是严格程序。全年办理行政处罚案件57件。二是强化监督。评查案卷30卷。
(二)化解矛盾纠纷。全年调解纠纷210件。
二、存在的不足
基层执法力量仍显薄弱。
云溪县人民政府
2024年1月20日
"""


@pytest.fixture
def report() -> Report:
    return read_report(TEXT, file="云溪县.txt")


def _cited(report: Report, quote: str) -> Citation:
    start = report.text.index(quote)
    return Citation(
        report_id=report.id,
        report="",
        document_number=None,
        place=None,
        year=None,
        section=(),
        quote=quote,
        span=Span(start, start + len(quote)),
        file=report.file,
    )


def _marked(view: str) -> str:
    return html.unescape("".join(re.findall(r"<mark>(.*?)</mark>", re.sub(r"</?b>", "", view))))


def _text(view: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "\n", view))


def test_the_whole_section_is_shown_with_the_quote_marked(report: Report) -> None:
    view = source_view(report, _cited(report, "评查案卷30卷。"), opened="0-0")
    assert _marked(view) == "评查案卷30卷。"
    shown = _text(view)
    assert "全年办理行政处罚案件57件。" in shown
    assert "全年调解纠纷210件" not in shown
    assert re.findall(r"<li>(.*?)</li>", view) == [
        "一、主要举措",
        "(一)规范行政执法",
        "二是强化监督",
    ]
    assert 'data-open="0-0"' in view


def test_a_heading_on_the_line_of_its_text_is_set_apart(report: Report) -> None:
    view = source_view(report, _cited(report, "全年调解纠纷210件。"), opened="0-0")
    assert "<b>(二)化解矛盾纠纷</b>" in view


def test_a_quote_over_a_heading_and_lines_is_marked_throughout(report: Report) -> None:
    quote = "(一)规范行政执法\n一是严格程序。全年"
    view = source_view(report, _cited(report, quote), opened="0-0")
    assert _marked(view) == quote.replace("\n", "")


def test_front_and_back_matter_are_shown_up_to_the_sections(report: Report) -> None:
    _, front = section_around(report, _cited(report, "云府〔2024〕3号").span)
    assert front.of(report.text).startswith("云溪县人民政府文件\n")
    assert front.of(report.text).endswith("报告如下。\n")
    section, back = section_around(report, _cited(report, "2024年1月20日").span)
    assert section is None
    assert back.of(report.text).strip() == "云溪县人民政府\n2024年1月20日"


def test_a_report_without_headings_is_shown_around_the_quote() -> None:
    text = "".join(f"第{number}天天气晴好,各项工作照常推进。\n" for number in range(3000))
    report = read_report(text, file="长.txt")
    view = source_view(report, _cited(report, "第1500天天气晴好"), opened="0-0")
    assert _marked(view) == "第1500天天气晴好"
    assert len(view) < 30_000
    assert len(re.findall(r"此处略去 \d+ 字", view)) == 2
    assert "第1499天" in view
    assert "第10天" not in view


def test_markup_in_a_report_stays_text() -> None:
    bad = "<script>alert(1)</script>&amp;<img src=x onerror='alert(2)'>"
    report = read_report(
        TEXT.replace("严格程序", bad).replace("云溪县人民政府\n关于", bad + "\n关于"), file=bad
    )
    for view in (
        source_view(report, _cited(report, "评查案卷30卷。"), opened='"><script>'),
        outline_view(report),
    ):
        assert "<script" not in view
        assert "<img" not in view
        assert bad in _text(view).replace("\n", "")


def test_the_outline_holds_every_character_of_the_report_once(report: Report) -> None:
    shown = re.sub(r"\s", "", _text(_without_buttons(outline_view(report))))
    assert shown == re.sub(r"\s", "", report.text)


def test_the_outline_nests_as_the_sections_do(report: Report) -> None:
    bare = _without_buttons(outline_view(report))
    skeleton = re.sub(r"<div[^>]*>|</div>|<p>.*?</p>", "", bare)
    assert skeleton == (
        "<details><summary>一、主要举措</summary>"
        "<details><summary>(一)规范行政执法</summary>"
        "<details><summary>一是严格程序</summary></details>"
        "<details><summary>二是强化监督</summary></details></details>"
        "<details><summary>(二)化解矛盾纠纷</summary></details></details>"
        "<details><summary>二、存在的不足</summary></details>"
    )


def test_a_marked_sentence_lies_open_and_nothing_else(report: Report) -> None:
    span = _cited(report, "评查案卷30卷。").span
    view = outline_view(report, span)
    assert re.findall(r"<mark>(.*?)</mark>", view) == ["评查案卷30卷。"]
    opened = re.findall(r"<details open><summary>(.*?)</summary>", view)
    assert opened == ["一、主要举措", "(一)规范行政执法", "二是强化监督"]


def test_only_sections_of_some_length_offer_a_summary(report: Report) -> None:
    offered = re.findall(r'data-act="digest" data-section="(\d+)"', outline_view(report))
    headings = [report.sections[int(number)].heading.of(report.text) for number in offered]
    assert "一、主要举措" in headings
    assert "二、存在的不足" not in headings


def _without_buttons(view: str) -> str:
    return re.sub(r"<button.*?</button>", "", view)


def test_an_outline_of_a_very_long_report_stays_small() -> None:
    text = "".join(f"{'一二三四五六七八九'[n]}、要点\n{'长' * 100_000}。\n" for n in range(9))
    view = outline_view(read_report(text, file="长.txt"))
    assert len(view) < 200_000
    assert "只显示前 20000 字" in view


def test_a_removed_report_leaves_its_quote(report: Report) -> None:
    class Empty:
        def report(self, report_id: str) -> Report:
            raise KeyError(report_id)

    view = source_of(Empty(), _cited(report, "评查案卷30卷。"), opened="0-0")
    assert "这份报告已移出报告库" in view
    assert "评查案卷30卷。" in view
