"""What fits by its words and is of another matter is no answer; what is of the matter stays one."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = """云溪县2022年法治政府建设情况报告
一、主要工作
(一)规范重大决策。开展合法性审查96件,提出审查意见210条。法律顾问提供咨询意见88条。
(二)化解矛盾纠纷。县政府本级收到行政复议申请41件,受理37件,办结34件。
(三)规范执法。城管、市场监管、卫生健康三个部门的处罚案件分别为4120件、2287件和613件。
(四)持续整改。针对“群众最不满意的行政执法突出问题”开展整改,收集意见32条,发出整改通知9份。
"""


def asked(question: str, without: str = "") -> Answer | Refusal:
    return Asker(MemoryShelf(REPORT.replace(without, "") if without else REPORT)).ask(question)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("合法性审查中提出了多少条意见?", "210条"),
        ("“最不满意的执法问题”整改中收集了多少条意见?", "32条"),
        ("县政府本级受理了多少件行政复议申请?", "37件"),
        ("市场监管部门的处罚案件有多少件?", "2287件"),
        ("卫健部门处罚了多少件?", "613件"),
    ],
)
def test_a_figure_of_the_matter_answers(question: str, value: str) -> None:
    reply = asked(question)
    assert isinstance(reply, Answer)
    assert value in answer_text(reply)


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("合法性审查中提出了多少条意见?", "开展合法性审查96件,提出审查意见210条。"),
        ("全县受理了多少件行政复议申请?", ""),
        ("劳动仲裁受理了多少件,办结多少件?", ""),
    ],
)
def test_a_neighbour_does_not(question: str, without: str) -> None:
    assert isinstance(asked(question, without), Refusal)
