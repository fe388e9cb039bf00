"""Numbers beside each other: what was done, of whom and of which part is told, or nothing is."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from tests.assistant.shelves import MemoryShelf

CITY = """峤陂市人民政府关于2023年法治政府建设情况的报告
峤陂政〔2024〕3号

一、工作成效

(一)督察。对12个镇开展法治督察,反馈问题64个,年底前整改到位59个。对2020年下放镇里的88项执法权逐项评估,收回镇里接不住的21项。

(二)复议。全市各级复议机关收到行政复议申请430件,受理390件,审结360件。市政府本级受理行政复议案件110件,审结99件。审结案件中,维持150件,撤销30件,确认违法4件,经调解后终止90件。

(三)服务。政务服务事项共1500项,其中进驻政务大厅的1420项。窗口设28个,进驻事项260项,全年办理各类事项90321件。12345热线按期办结率100%。接收群众来信80件,办结76件。

(四)执法。全市办理行政处罚案件3100件,罚没款512万元,有3个镇全年办理行政处罚案件不足10件。减免罚款46万元。对轻微违法行为不予行政处罚案件410件。查处客运违法案件95件,其中无证网约车营运的37件。

(五)援助。办理法律援助案件700件,其中民事510件、刑事190件;农民工、老年人申请援助优先受理。排查纠纷2100起,调解成功2060起,成功率百分之九十八点一。

(六)立法。制定规章1件,即《峤陂市停车管理办法》。该办法自2023年7月1日起施行。2022年度法治峤陂考评,我市位居全省第二。负责人出庭应诉率95.5%,其中榍山区、苇汀县达到100%。

二、存在问题

基层力量不足。
"""
ASKER = Asker(MemoryShelf(CITY))


def _told(question: str) -> str:
    reply = ASKER.ask(question)
    return reply.text if isinstance(reply, Refusal) else "".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("峤陂市法治督察反馈了多少个问题,年底前整改到位多少个", "59个"),
        ("峤陂市从镇里收回了多少项执法权?", "21项"),
        ("峤陂市受理了多少件行政复议案件", "390件"),
        ("峤陂市政府本级受理了多少件行政复议案件", "110件"),
        ("峤陂市全市受理的行政复议案件,审结的占百分之几", "92.3%"),
        ("峤陂市审结的行政复议案件里,调解后终止的占百分之几", "25.0%"),
        ("峤陂市除了市政府本级,其他复议机关一共受理了多少件行政复议案件?", "280件"),
        ("峤陂市没有进驻政务大厅的政务服务事项有多少项", "80项"),
        ("峤陂市还有多少项政务服务事项没有进驻政务大厅", "80项"),
        ("峤陂市全年办理了多少件事项", "90321件"),
        ("峤陂市群众来信的办结率算下来是百分之几", "95.0%"),
        ("峤陂市全年办了多少行政处罚案件", "3100件"),
        ("峤陂市办了多少行政处罚案件,罚没款一共多少", "512万元"),
        ("峤陂市不予行政处罚的案件有多少", "410件"),
        ("峤陂市的法律援助案件里,刑事案件有几件?", "190件"),
        ("峤陂市纠纷调解成功率是多少", "百分之九十八点一"),
        ("峤陂市制定的那件规章叫什么", "停车管理办法"),
        ("峤陂市停车管理办法从什么时候起施行", "2023年7月1日"),
        ("峤陂市有哪几个县区负责人出庭应诉率达到了100%", "苇汀县"),
        ("峤陂市法治考评在全省排第几", "第二"),
        ("这份报告是哪家发的", "峤陂市人民政府"),
    ],
)
def test_what_is_asked_for_is_told(question: str, said: str) -> None:
    assert said in _told(question)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("峤陂市现在有多少辆网约车", "37"),
        ("峤陂市的法律援助案件里,给农民工办的有多少件?", "700"),
        ("峤陂市全年减免的罚没收入以外收了多少罚款", "46"),
        ("峤陂市12345热线有多少件是投诉物业的", "90321"),
        ("峤陂市受理的行政复议案件占全省的百分之几", "%"),
    ],
)
def test_a_neighbour_is_no_answer(question: str, wrong: str) -> None:
    assert wrong not in _told(question).replace("12345", "")
    assert isinstance(ASKER.ask(question), Refusal)


def test_the_rest_of_a_whole_takes_its_part_from_it_with_both_cited() -> None:
    reply = ASKER.ask("峤陂市的政务服务事项,不算进驻政务大厅的,一共有多少项")
    assert not isinstance(reply, Refusal)
    (statement,) = reply.statements
    assert "1500项" in statement.text
    assert "80项" in statement.text
    assert any("1420项" in cited.quote for cited in statement.citations)
