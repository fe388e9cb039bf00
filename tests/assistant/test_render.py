"""Replies in words and as JSON, and the official form of a citation."""

from __future__ import annotations

import pytest

from assistant.model import Answer, Citation, Reason, Refusal, Statement
from assistant.render import cite, place_in_report, to_json, to_text
from corpus.model import Span


def _citation(*section: str, number: str | None = "云府发〔2023〕7号") -> Citation:
    return Citation(
        report_id="r",
        report="云溪县2022年法治政府建设情况的报告",
        document_number=number,
        place="云溪县",
        year=2022,
        section=section,
        quote="全年受理行政复议案件31件。",
        span=Span(100, 113),
        file="云溪.txt",
    )


def _statement(text: str, *citations: Citation) -> Statement:
    return Statement(text=text, citations=citations or (_citation("一、主要工作"),))


@pytest.mark.parametrize(
    ("headings", "place"),
    [
        (("二、主要成效", "(三)多元化解矛盾", "二是复议应诉“控变量”"), "二、(三)“二是”"),
        (("二、主要成效", "（三）多元化解矛盾"), "二、(三)"),
        (("第二部分 主要工作", "1.加强领导"), "第二部分1."),
        (("一、主要工作", "首先,抓好学习"), "一、“首先”"),
        (("主要工作",), "“主要工作”"),
        ((), ""),
    ],
)
def test_the_place_in_a_report_in_its_own_numerals(headings: tuple[str, ...], place: str) -> None:
    assert place_in_report(_citation(*headings)) == place


def test_the_official_form() -> None:
    assert cite(_citation("二、成效", "(三)化解", "二是复议")) == (
        "《云溪县2022年法治政府建设情况的报告》(云府发〔2023〕7号) 二、(三)“二是”"
    )
    assert cite(_citation(number=None)) == "《云溪县2022年法治政府建设情况的报告》"


def test_an_answer_in_words() -> None:
    answer = Answer(
        statements=(_statement("受理行政复议案件:31件。"),),
        carried="沿用上文:云溪县",
        notes=("注",),
    )
    assert to_text(answer).splitlines() == [
        "沿用上文:云溪县",
        "受理行政复议案件:31件。",
        "注",
        "",
        "[1] 《云溪县2022年法治政府建设情况的报告》(云府发〔2023〕7号) 一、",
        "    全年受理行政复议案件31件。",
        "    云溪.txt 100–113",
    ]


def test_several_statements_are_numbered_and_a_shared_source_stands_once() -> None:
    text = to_text(Answer(statements=(_statement("甲。"), _statement("乙。"))))
    assert text.startswith("1. 甲。\n2. 乙。\n")
    assert text.count("《") == 1


def test_an_answer_for_programs() -> None:
    data = to_json(Answer(statements=(_statement("甲。"),), carried="沿用上文:云溪县"))
    assert data == {
        "answer": "沿用上文:云溪县\n甲。",
        "refused": False,
        "reason": None,
        "citations": [
            {
                "report": "云溪县2022年法治政府建设情况的报告",
                "document_number": "云府发〔2023〕7号",
                "place": "云溪县",
                "year": 2022,
                "section": ["一、主要工作"],
                "quote": "全年受理行政复议案件31件。",
                "start": 100,
                "end": 113,
                "file": "云溪.txt",
            }
        ],
        "model": None,
        "dropped": 0,
    }


def test_a_refusal_says_what_is_nearest_and_cites_nothing_to_programs() -> None:
    refusal = Refusal(
        reason=Reason.YEAR_ABSENT,
        text="没有2019年的数据。",
        nearest=(_statement("2022年为31件。"),),
    )
    assert to_text(refusal).splitlines()[:3] == [
        "没有2019年的数据。",
        "最接近的内容:",
        "  2022年为31件。",
    ]
    assert "[1] 《云溪县" in to_text(refusal)
    assert to_json(refusal) == {
        "answer": "没有2019年的数据。",
        "refused": True,
        "reason": "year_absent",
        "citations": [],
        "model": None,
        "dropped": 0,
    }
