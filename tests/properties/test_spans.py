"""What holds of every report, however damaged: spans stand in its text and fit together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.fold import fold
from corpus.frame import read_frame
from corpus.read import read_report

if TYPE_CHECKING:
    from corpus.model import Report

REPORTS = sorted(Path(__file__).parents[1].glob("golden/reports/*.txt"))

PIECES = st.sampled_from(
    [
        *"。，、；：（）()“”《》!?,;:%·—-\n\n\n \t　",
        "一、主要工作",
        "二、存在问题",
        "（一）依法决策",
        "(三)公正执法",
        "1.审查文件",
        "第一章 总体情况",
        "①备案",
        "一是抓学习。",
        "二是抓考试；",
        "首先，",
        "最后，",
        "2024年工作安排",
        "云溪县2023年法治政府建设情况报告",
        "云溪县人民政府",
        "市委、市政府：",
        "云府〔2024〕3号",
        "2024年1月5日",
        "名词解释",
        "全年受理行政复议案件14件",
        "其中维持8件",
        "由40%降低至38%",
        "比上年减少３件",
        "A、B贷款分别增长27.7%、31.1%",
        "10大类52项",
        "共23 510 件",
        "两万余人次",
        "百分之九十五",
        "約９０２萬餘元",
        "区人民政府",
        "办理",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)


def check(report: Report) -> None:
    check_spans(report)
    check_sentences(report)
    check_sections(report)
    check_figures(report)


def check_spans(report: Report) -> None:
    """Every span lies within the text and holds what it stands for, without outer spaces."""
    text, about = report.text, report.metadata
    for sentence in report.sentences:
        quote = report.quote(sentence.span)
        assert quote
        assert quote == quote.strip()
    for section in report.sections:
        assert section.heading.end <= len(text)
        assert report.quote(section.heading).strip()
    for fact in (about.document_number, about.addressee, about.issued, about.organ, about.title):
        if fact:
            written = "".join(report.quote(fact.span).split())
            assert written.replace("、", "") == "".join(fact.value.split()).replace("、", "")
    if about.place:
        assert fold(report.quote(about.place.span)) in about.place.value


def check_sentences(report: Report) -> None:
    """Sentences are in order, do not overlap and leave out nothing but spaces."""
    position = 0
    for sentence in report.sentences:
        assert sentence.span.start >= position
        assert not report.text[position : sentence.span.start].strip()
        position = sentence.span.end
    assert not report.text[position:].strip()


def check_sections(report: Report) -> None:
    """A section holds its heading and its sub-sections, and neighbours do not overlap."""
    for number, section in enumerate(report.sections):
        assert section.number == number
        assert section.span.covers(section.heading)
        if section.parent is None:
            assert section.level == 0
        else:
            parent = report.sections[section.parent]
            assert section.parent < number
            assert section.level == parent.level + 1
            assert parent.span.covers(section.span)
    starts = [section.heading.start for section in report.sections]
    assert starts == sorted(set(starts))
    for first, second in pairwise(report.sections):
        assert first.span.end <= second.span.start or first.span.covers(second.span)


def check_figures(report: Report) -> None:
    """A figure lies in its sentence and clause; figures do not overlap; parts follow wholes."""
    position = 0
    for number, figure in enumerate(report.figures):
        span = figure.quantity.span
        sentence = report.sentences[figure.sentence]
        assert sentence.span.covers(span)
        assert sentence.span.covers(figure.clause)
        assert span.start >= position
        assert figure.parent is None or figure.parent < number
        assert "\n" not in figure.indicator
        position = span.end


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_into_spans_that_fit(text: str) -> None:
    check(read_report(text, file="any.txt"))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_is_repeatable(text: str) -> None:
    assert read_report(text, file="a.txt") == read_report(text, file="a.txt")


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_section_lies_outside_the_body(text: str) -> None:
    body = read_frame(text, fold(text)).body
    assert all(body.covers(section.span) for section in read_report(text, file="a.txt").sections)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_whole_reports_are_read_into_spans_that_fit(path: Path) -> None:
    check(read_report(path.read_text(encoding="utf-8"), file=path.name))
