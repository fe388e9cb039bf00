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


ROWS = """青禾县2023年法治政府建设情况报告
一、主要工作
(一)回应新业态。网约车、共享单车等领域投诉较多,全年网约车服务类投诉3106件。
(二)开展督察。反馈问题83个,年底前整改到位79个,查处不规范资金18.24亿元。
(三)法律援助。受理农民工讨薪、工伤等法律援助案件108件,为受援人挽回损失64万元。
(四)开展审查。提出合法性审查意见建议956条。受理政府信息公开申请77件。
(五)办好调解。人民调解成功1094件。
(六)办好热线。热线按时办结率99.8%,满意率96.1%,分别较上年提高0.3个和1.7个百分点。
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("网约车的投诉有多少件", "3106件"),
        ("督察反馈了多少问题", "83个"),
        ("受理法律援助案件多少件", "108件"),
        ("热线满意率是多少", "96.1%"),
        ("提出了多少条合法性审查意见", "956条"),
        ("受理信息公开申请多少件", "77件"),
        ("人民调解成功多少件", "1094件"),
    ],
)
def test_what_is_counted_itself_answers(question: str, value: str) -> None:
    reply = Asker(MemoryShelf(ROWS)).ask(question)
    assert isinstance(reply, Answer)
    assert value in answer_text(reply)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("共享单车的投诉有多少件", "3106件"),
        ("法律援助案件里农民工讨薪的有多少件", "108件"),
        ("热线满意率较上年提高了多少", "96.1%"),
        ("合法性审查件数是多少", "956条"),
        ("主动公开的政府信息有多少条", "77件"),
        ("人民调解案件数是多少", "1094件"),
    ],
)
def test_what_stands_beside_it_does_not(question: str, never: str) -> None:
    reply = Asker(MemoryShelf(ROWS)).ask(question)
    if isinstance(reply, Answer):
        assert never not in answer_text(reply)
    assert ("共享" not in question and "里" not in question) or isinstance(reply, Refusal)
