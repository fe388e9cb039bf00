from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Span
from corpus.read import read_report
from index.ledger_marks import marks_of

HEAD = "云溪县2022年法治政府建设情况报告\n一、工作\n"


def marks(sentence: str) -> list[tuple[str, tuple[str, ...]]]:
    report = read_report(f"{HEAD}{sentence}\n", file="a.txt")
    return [
        (report.quote(figure.quantity.span), marks_of(figure, report.text))
        for figure in report.figures
    ]


@pytest.mark.parametrize(
    ("sentence", "written", "expected"),
    [
        ("负责人出庭应诉率达120%。", "120%", ("impossible",)),
        ("女性执法人员占比为130%。", "130%", ("impossible",)),
        ("负责人出庭应诉率达100%。", "100%", ()),
        ("年度任务完成率达120%。", "120%", ()),
        ("固定资产投资同比增长120%。", "120%", ()),
        ("资产负债率为130%。", "130%", ()),
        ("受理行政复议案件31件。", "31件", ()),
        ("参加在线学法考法7763。", "7763", ("no_unit",)),
        ("组织普法活动惠及群众900000000000人次。", "900000000000人次", ("impossible",)),
    ],
)
def test_what_is_odd_is_marked(sentence: str, written: str, expected: tuple[str, ...]) -> None:
    assert (written, expected) in marks(sentence)


@pytest.mark.parametrize(
    ("sentence", "damaged"),
    [
        ("办结案件□3件。", True),
        ("办结案件3\ufffd件。", True),
        ("办结案件3件,立案5件。", False),
        ("办结率98.5%,立案5件。", False),
    ],
)
def test_lost_characters_are_noticed(sentence: str, damaged: bool) -> None:
    assert any("damaged" in found for _, found in marks(sentence)) is damaged


@pytest.mark.parametrize(
    ("text", "number", "damaged"),
    [
        ("办结12 3件", "12", False),
        ("办结123件", "12", True),
        ("办结12.3件", "3件", True),
        ("办结12、3件", "12", False),
        ("办结123件", "123件", False),
        ("办结12,3件", "12", False),
    ],
)
def test_a_number_that_goes_on_is_damaged(text: str, number: str, damaged: bool) -> None:
    report = read_report(f"{HEAD}{text}。\n", file="a.txt")
    start = report.text.index(number, report.text.index("办结"))
    figure = report.figures[-1]
    torn = replace(figure, quantity=replace(figure.quantity, span=Span(start, start + len(number))))
    assert ("damaged" in marks_of(torn, report.text)) is damaged
