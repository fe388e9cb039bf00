"""Honours and levels: what is striven for is not had, and a level stays with what it is of."""

from __future__ import annotations

import pytest

from assistant.model import Dropped, Statement
from assistant.wording.statements import cite_sentence
from assistant.writing.gate import Gate
from assistant.writing.sentences import sentences_of
from assistant.writing.spans import number_spans
from tests.assistant.writing.stubs import library

REPORT = """云溪县2022年法治政府建设情况报告
一、主要工作
积极创建全国法治政府建设示范县。
积极创建省级法治政府建设示范县,2个镇获评省级依法行政示范单位。
申报全省优化营商环境典型案例3个,入围2个。
被确定为市级“法治微改革”试点单位。
在全市法治督察中被通报表扬1次,考核位列全市第三。
推荐2名干部参评全国法治人物。
争创国家级食品安全示范区。
县司法局获市委表彰,1名干部获得省级先进个人提名。
全县12个镇通过市级验收,县综合执法队获省级优秀。
"""
_ASKER = library(REPORT)
_READING = _ASKER.evidence.reading(_ASKER.evidence.cards[0].id)
GATE = Gate(
    spans=number_spans(
        [cite_sentence(_READING, at) for at in range(len(_READING.report.sentences))], budget=5000
    )
)


def checked(text: str) -> Statement | Dropped:
    [sentence] = sentences_of(text)
    return GATE.check(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "云溪县积极创建全国法治政府建设示范县。",
        "2022年,2个镇获评省级依法行政示范单位。",
        "2个镇获评省级依法行政示范单位,县司法局获市委表彰。",
        "1名干部获得省级先进个人提名。",
        "推荐2名干部参评全国法治人物。",
        "争创国家级食品安全示范区。",
        "全县12个镇通过市级验收。",
        "县综合执法队获省级优秀。",
        "被确定为市级“法治微改革”试点单位。",
        "考核位列全市第三。",
    ],
)
def test_what_was_had_or_striven_for_is_said_so(text: str) -> None:
    assert isinstance(checked(text), Statement), checked(text)


@pytest.mark.parametrize(
    "text",
    [
        "获评全国法治政府建设示范县。",
        "被评为全国法治政府建设示范县。",
        "被命名为全国法治政府建设示范县。",
        "荣获全国法治政府建设示范县称号。",
        "成功创建全国法治政府建设示范县。",
        "全国法治政府建设示范县创建成功。",
        "建成全国法治政府建设示范县。",
        "云溪县是全国法治政府建设示范县。",
        "成为全国法治政府建设示范县。",
        "入选全国法治政府建设示范县。",
        "云溪县获评省级法治政府建设示范县。",
        "积极创建国家级法治政府建设示范县。",
        "2个镇获评国家级依法行政示范单位。",
        "2个镇获评全国依法行政示范单位。",
        "2个镇获评市级依法行政示范单位。",
        "申报全国优化营商环境典型案例3个。",
        "全省优化营商环境典型案例获评3个。",
        "被确定为省级“法治微改革”试点单位。",
        "获评市级“法治微改革”示范单位。",
        "考核位列全省第三。",
        "在全市法治督察中被通报批评1次。",
        "2名干部当选全国法治人物。",
        "国家级食品安全示范区获批。",
        "国家级食品安全示范区通过验收。",
        "1名干部获得省级先进个人。",
        "1名干部获得国家级先进个人提名。",
        "全县12个镇通过省级验收。",
        "县综合执法队获国家级优秀。",
    ],
)
def test_a_higher_level_or_an_honour_not_had_is_dropped(text: str) -> None:
    found = checked(text)
    assert isinstance(found, Dropped), found
    assert found.why == "level"


def test_reports_of_their_own_words_pass() -> None:
    """What strives and what was had in one row (、) is its own proof."""
    text = "培育国家级示范点4个、省级示范点和实训室5个。"
    asker = library(f"云溪县2022年法治政府建设情况报告\n一、工作\n{text}\n")
    reading = asker.evidence.reading(asker.evidence.cards[0].id)
    cited = [cite_sentence(reading, at) for at in range(len(reading.report.sentences))]
    [sentence] = sentences_of(text)
    assert isinstance(Gate(spans=number_spans(cited, budget=500)).check(sentence), Statement)
