"""Statements in the report's own words."""

from __future__ import annotations

import pytest

from assistant.evidence.fit import Fit
from assistant.evidence.gather import FigureHit
from assistant.evidence.reading import Reading, lay_out
from assistant.grounding import grounded
from assistant.model import Answer, Statement
from assistant.wording.statements import (
    cite_sentence,
    figure_statement,
    item_statement,
    scope_words,
    sentence_statement,
    title_of,
    without_numeral,
    written,
)
from corpus.read import read_report
from tests.assistant.shelves import YUNXI_2022


def reading_of(text: str, file: str = "云溪.txt") -> Reading:
    return lay_out(read_report(text, file=file))


READING = reading_of(YUNXI_2022)


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("(三)化解矛盾纠纷", "化解矛盾纠纷"),
        ("（三）化解矛盾纠纷", "化解矛盾纠纷"),
        ("一、主要工作", "主要工作"),
        ("一是抓学习", "抓学习"),
        ("1.加强领导", "加强领导"),
        ("首先,抓好学习", "抓好学习"),
        ("第一部分 主要工作", "主要工作"),
        ("主要工作", "主要工作"),
    ],
)
def test_a_heading_without_its_numeral(heading: str, bare: str) -> None:
    assert without_numeral(heading) == bare


def test_a_statement_or_an_answer_needs_its_evidence() -> None:
    with pytest.raises(ValueError, match="citation"):
        Statement(text="受理37件。", citations=())
    with pytest.raises(ValueError, match="statement"):
        Answer(statements=())


def test_every_figure_can_be_stated_and_passes_the_gate() -> None:
    fit = Fit(score=1.0, covered=1.0, missing=())
    for view in READING.figures:
        stated = figure_statement(FigureHit(fit=fit, view=view, reading=READING, near=0.0))
        assert stated.text.startswith("云溪县202")
        assert stated.text.endswith(f":{written(READING, view.figure)}。")
        assert grounded(stated)


def test_a_number_is_written_without_the_spaces_inside() -> None:
    reading = reading_of(YUNXI_2022.replace("受理37件", "受理 37 件"))
    assert "37件" in [written(reading, view.figure) for view in reading.figures]


def test_a_sentence_is_quoted_and_cited() -> None:
    position = next(view.position for view in READING.sentences if "180余家" in view.text)
    stated = sentence_statement(READING, position)
    assert stated.text == "云溪县2022年:“走访企业180余家,帮助修改合同文本97份。”"
    assert stated.citations == (cite_sentence(READING, position),)
    assert stated.citations[0].section == ("一、主要工作及成效", "(三)优化营商环境")


def test_an_item_cites_its_heading_and_the_one_above() -> None:
    section = next(
        section
        for section in READING.report.sections
        if "执法力量薄弱" in READING.report.quote(section.heading)
    )
    stated = item_statement(READING, section.number)
    assert stated.text == "执法力量薄弱"
    assert [citation.section for citation in stated.citations] == [
        ("二、存在的不足", "(二)执法力量薄弱"),
        ("二、存在的不足",),
    ]


def test_a_report_without_title_or_place_goes_by_its_file() -> None:
    reading = reading_of("全年受理37件。", file="某份报告.txt")
    assert title_of(reading) == "某份报告"
    assert scope_words(reading, None) == ""
    assert scope_words(READING, 2022) == "云溪县2022年"
