"""Whole reports: what survives damage, and what makes two files the same report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
from corpus.formats.text import decode
from corpus.read import read_report

if TYPE_CHECKING:
    from corpus.model import Report

REPORTS = sorted(Path(__file__).parents[1].glob("golden/reports/*.txt"))
ANJU = Path(corpus.__file__).parent / "reports" / "anju-2022.txt"


def read(text: str) -> Report:
    return read_report(text, file="report.txt")


def counted(report: Report) -> list[tuple[str, str]]:
    return [(f.indicator, report.quote(f.quantity.span)) for f in report.figures]


def test_the_report_this_project_was_made_for() -> None:
    report = read(ANJU.read_text(encoding="utf-8"))
    found = report.metadata
    assert found.place is not None
    assert found.place.value == "遂宁市安居区"
    assert found.year == 2022
    tops = [s.heading.of(report.text) for s in report.sections if s.level == 0]
    assert [top[:2] for top in tops] == ["一、", "二、", "三、", "四、"]
    figures = dict(counted(report))
    assert figures["受理行政复议案件"] == "14件"
    assert figures["挽回经济损失"] == "902万余元"
    assert figures["发现纠正违法行为"] == "760余起"
    assert figures["领取行政执法证件"] == "139人次"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_each_invented_report_is_read_in_full(path: Path) -> None:
    report = read(path.read_text(encoding="utf-8"))
    found = report.metadata
    assert None not in (found.title, found.place, found.organ, found.issued_on, found.year)
    assert len(report.figures) > 70
    assert not [f for f in report.figures if not f.indicator]


def test_identity_ignores_spaces_lines_and_width() -> None:
    one = read("云溪县2022年法治政府建设情况报告\n受理１４件，办结12件。\n")
    other = read("云溪县2022年法治政府\n建设情况报告\n\n　受理14 件,办结12件。")
    third = read("云溪县2022年法治政府建设情况报告\n受理14件,办结13件。\n")
    assert one.id == other.id
    assert one.id != third.id
    assert len(one.id) == 16


def test_a_watermark_in_mid_sentence() -> None:
    report = read("一、工作\n全年受理仅供内部参考法律援助案件86件，办结\n云溪县司法局\n80件。\n")
    assert [written for _, written in counted(report)] == ["86件", "80件"]


def test_words_split_over_blank_lines() -> None:
    report = read("一、工作\n全年受理行政复\n\n议案件14件，办结12件，调\n\n解纠纷300件。\n")
    assert counted(report) == [
        ("受理行政复议案件", "14件"),
        ("办结", "12件"),
        ("调解纠纷", "300件"),
    ]


def test_traditional_characters_keep_their_own_quotes() -> None:
    report = read("一、工作\n全區辦理行政複議案件14件，發出意見書三份。\n")
    assert counted(report) == [("办理行政复议案件", "14件"), ("发出意见书", "三份")]
    assert report.sentences[-1].span.of(report.text) == "全區辦理行政複議案件14件，發出意見書三份。"


def test_a_file_in_gb18030() -> None:
    text = (
        "云溪县2022年法治政府建设情况报告\n一、工作成效\n全年受理行政复议案件１４件，占９８％。\n"
    )
    report = read(decode(text.encode("gb18030"), "report.txt"))
    assert report.text == text
    assert counted(report) == [("受理行政复议案件", "１４件"), ("受理行政复议案件", "９８％")]


def test_odd_spaces_and_full_width_letters() -> None:
    report = read("一、工作\n\u3000\u3000全年受理\u00a0291\u2003项，ＰＭ２．５浓度下降８％。\n")
    assert counted(report) == [("受理", "291\u2003项"), ("PM2.5浓度下降", "８％")]


@pytest.mark.parametrize("text", ["", "\n\n", " ", "。", "“", "(", "一、", "1.", "由1%", "其中1件"])
def test_next_to_nothing_is_read_too(text: str) -> None:
    report = read(text)
    assert report.text == text
    assert report.sections == ()


@pytest.mark.parametrize(
    "words", ["立案 3 起 ", "甲县3件、", "2022年1月", "长", "！", "“", "（", "12.5"]
)
def test_a_sentence_without_end_is_read_in_its_length_not_in_its_square(words: str) -> None:
    """Read in the square of its length, the longest of these would not end within the test."""
    text = f"云溪县2022年法治政府建设情况报告\n一、要点\n{words * (20_000 // len(words))}。\n"
    report = read(text)
    assert report.sentences[-1].span.end == len(report.text.rstrip())
