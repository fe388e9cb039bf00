"""Numbers of something else than what is asked for, and sums over one number twice."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.evidence.narrowed_first import narrowed_as_asked
from assistant.model import Answer, Refusal
from assistant.question.asks import ask_of
from tests.assistant.shelves import MemoryShelf

REPORT = """云砚县2023年法治政府建设情况报告
一、主要工作
(一)公开。办理网民留言120件,办理12345热线工单3000件。审查合同40件,其中优秀合同30件。
(二)农牧。猪牛出栏52万头,牛肉产量3万吨。确保技校毕业生就业率96%,县外就业率21%。
(三)算力。建成标准机架800个,算力规模从年初的300P增加到900P。
(四)体育。我县选手在全国运动会获得4块奖牌、残运会获得6块奖牌。
(五)办理。办理人大代表建议30件、政协提案70件。实施7大类31项惠民实事。
(六)信访。信访量件次、人次分别下降8.5%、6.6%。
(七)意识。持续深化“三个意识”教育,做好宣传。落实“三张清单”:不罚、轻罚、减罚。
"""
ASKER = Asker(MemoryShelf(REPORT))


@pytest.mark.parametrize(
    "question",
    [
        "云砚县12345热线的群众满意率是百分之几?",
        "云砚县牛出栏了多少万头?",
        "云砚县的“三个意识”具体是哪三个意识?",
        "云砚县的机架从300P增加到了多少?",
    ],
)
def test_another_matter_is_no_answer(question: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Refusal) or "900P" in reply.statements[-1].text, reply


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("云砚县猪牛出栏了多少万头?", ["52万头"]),
        ("云砚县牛肉产量多少万吨?", ["3万吨"]),
        ("云砚县技校毕业生到县外就业的比例要达到多少?", ["21%"]),
        ("云砚县技校毕业生就业率要达到多少?", ["96%"]),
        ("云砚县的算力规模从300P增加到了多少?", ["900P"]),
        ("云砚县惠民实事是几大类多少项?", ["7大类", "31项"]),
        ("云砚县的信访量降了多少(件次和人次)?", ["8.5%", "6.6%"]),
        ("云砚县人大代表建议和政协提案里,代表建议占百分之几?", ["= 30.0%"]),
        ("云砚县人大代表建议和政协提案里,政协提案占百分之几?", ["= 70.0%"]),
        ("全国运动会加残运会,云砚县的选手一共拿了几块奖牌?", ["= 10块"]),
        ("云砚县的“三张清单”是哪三张?", ["不罚、轻罚、减罚"]),
    ],
)
def test_the_matter_itself_is(question: str, wanted: list[str]) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Answer), reply
    told = "".join(statement.text for statement in reply.statements)
    assert [number for number in wanted if number not in told] == []


def test_no_number_is_counted_twice() -> None:
    reply = ASKER.ask("云砚县残运会、残运会代表团和全国运动会一共拿了几块奖牌?")
    told = "".join(one.text for one in reply.statements) if isinstance(reply, Answer) else ""
    assert told.count("6块") <= 1


def test_what_is_beyond_a_place_is_no_trade_of_the_whole() -> None:
    assert narrowed_as_asked(ask_of("全县外贸进出口额多少"), []) == []
