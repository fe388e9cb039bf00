"""The judge: what passes as right, rightly cited, rightly refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.model import Answer, Citation, Reason, Refusal, Statement
from corpus.model import Span
from tests.golden.corpora import SETS, Question
from tests.golden.evaluate import table
from tests.golden.judge import judge

QUESTION = Question(
    id="x1",
    kind="figure",
    text="云溪县受理多少件?",
    history=(),
    refused=False,
    must=("37件",),
    must_not=("52件",),
    evidence="受理37件，办结34件",
    file="云溪.txt",
    section=("二", "三"),
)
CITATION = Citation(
    report_id="r",
    report="云溪县2022年法治政府建设情况的报告",
    document_number=None,
    place="云溪县",
    year=2022,
    section=("二、主要工作", "（三）化解纠纷", "一是复议"),
    quote="受理 37 件,办结34件。",
    span=Span(0, 14),
    file="云溪.txt",
)
REFUSAL = Refusal(reason=Reason.YEAR_ABSENT, text="现有报告没有2021年的这项数据。")


def _answer(text: str, citation: Citation = CITATION) -> Answer:
    return Answer(statements=(Statement(text=text, citations=(citation,)),))


def test_widths_and_spaces_do_not_count() -> None:
    assert judge(QUESTION, _answer("受理:３７ 件。")).good


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("受理:35件。", ("lacks 37件",)),
        ("受理:37件和52件。", ("says 52件",)),
        ("受理:52件。", ("says 52件", "lacks 37件")),
    ],
)
def test_what_must_and_must_not_be_said(text: str, faults: tuple[str, ...]) -> None:
    assert judge(QUESTION, _answer(text)).faults == faults


@pytest.mark.parametrize(
    "citation",
    [
        replace(CITATION, quote="受理37件。"),
        replace(CITATION, file="青岚.txt"),
        replace(CITATION, section=("三、主要工作", "(三)化解纠纷")),
        replace(CITATION, section=("二、主要工作",)),
    ],
    ids=["other words", "other file", "other section", "section above"],
)
def test_a_right_answer_can_be_miscited(citation: Citation) -> None:
    verdict = judge(QUESTION, _answer("受理:37件。", citation))
    assert not verdict.faults
    assert verdict.miscited
    assert not verdict.good


def test_a_refusal_where_there_is_an_answer() -> None:
    assert judge(QUESTION, REFUSAL).faults == ("refused: year_absent",)


def test_what_is_to_be_refused() -> None:
    question = replace(QUESTION, refused=True, must=(), must_not=("37件",))
    assert judge(question, REFUSAL).good
    assert judge(question, _answer("受理:36件。")).faults == ("not refused",)
    assert judge(question, replace(REFUSAL, text="没有;2022年是37件。")).faults == ("says 37件",)


def test_the_table_counts_each_kind_and_the_set() -> None:
    verdicts = [
        judge(QUESTION, _answer("受理:37件。")),
        judge(QUESTION, _answer("受理:35件。")),
        judge(QUESTION, REFUSAL),
        judge(replace(QUESTION, kind="refuse", refused=True, must=()), REFUSAL),
    ]
    assert table("small", verdicts) == [
        "| small | figure | 3 | 1/3 (33.3%) | 2/2 (100.0%) | — |",
        "| small | refuse | 1 | — | — | 1/1 (100.0%) |",
        "| **small** | all | 4 | 1/3 (33.3%) | 2/2 (100.0%) | 1/1 (100.0%) |",
    ]


def test_held_sets_are_told_apart() -> None:
    assert {name for name, one in SETS.items() if one.held} == {
        "anju_held",
        "latest_held",
        "between_held",
    }
