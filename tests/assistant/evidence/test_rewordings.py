"""What an ask may be called besides, and what must not slip in under the other name (另一说法)."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf


def _report(place: str, body: str) -> str:
    title = f"{place}2023年法治政府建设情况报告"
    return f"{title}\n一、主要工作\n(一)化解矛盾纠纷。{body}\n"


_SOLE = "人民调解委员会调解纠纷300件,成功率98%。全县行政复议机构立案20件。96人取得行政执法证。"
_OTHER = "各级调解组织调解矛盾纠纷420件,成功率97%。受理行政复议案件33件。新领行政执法证61人。"
_NEVER = "行政调解矛盾纠纷120件。累计96人取得行政执法证。"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年人民调解的纠纷,云溪县和青岚县差多少件", "120件"),
        ("2023年人民调解成功率,云溪县比青岚县高几个百分点", "1个百分点"),
        ("2023年云溪县和青岚县受理的行政复议案件一共多少件", "53件"),
        ("2023年新领执法证的人,云溪县比青岚县多多少", "35人"),
    ],
)
def test_another_name_is_looked_for_where_the_first_finds_nothing(
    question: str, wanted: str
) -> None:
    reply = Asker(MemoryShelf(_report("云溪县", _SOLE), _report("青岚县", _OTHER))).ask(question)
    assert isinstance(reply, Answer), reply
    assert any(wanted in statement.text for statement in reply.statements)


@pytest.mark.parametrize(
    "question",
    ["2023年人民调解的纠纷,云溪县和砚湖县差多少件", "2023年新领执法证的人,云溪县比砚湖县多多少"],
)
def test_a_narrower_matter_is_not_told_under_the_other_name(question: str) -> None:
    reply = Asker(MemoryShelf(_report("云溪县", _SOLE), _report("砚湖县", _NEVER))).ask(question)
    assert isinstance(reply, Refusal), reply


_ONE = (
    "为企业减税退税缓税9000万元。持行政执法证人员120人。通过网站主动公开信息800条。"
    "涉及我县的一审行政案件12件。劳动监察部门追回被拖欠工资300万元,惠及农民工90人。"
)
_TWO = (
    "减免退缓各项税费1.2亿元。取得行政执法证件的人员150名。主动公开政府信息950条。"
    "一审行政诉讼案件20件。为农民工追讨欠薪500万元。"
)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("减税降费方面,2023年青岚县比云溪县多减了多少万元", "3000万元"),
        ("2023年给企业减免的税费,云溪县和青岚县一共多少", "21000万元"),
        ("2023年云溪县和青岚县有执法证的人加起来多少", "270"),
        ("2023年主动公开政府信息,青岚县比云溪县多多少条", "150条"),
        ("2023年一审行政诉讼案件,青岚县比云溪县多几件", "8件"),
        ("2023年帮打工的要回来的工钱,青岚县比云溪县多多少万元", "200万元"),
    ],
)
def test_one_matter_in_the_words_of_two_reports(question: str, wanted: str) -> None:
    reply = Asker(MemoryShelf(_report("云溪县", _ONE), _report("青岚县", _TWO))).ask(question)
    assert isinstance(reply, Answer), reply
    assert any(wanted in statement.text for statement in reply.statements)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("2023年帮农民工追回的欠薪,云溪县和青岚县一共多少", "追回被拖欠工资300万元。"),
        ("2023年云溪县和青岚县有执法证的人一共多少", "全年新取得行政执法证件的人员15名。"),
        ("2023年云溪县和青岚县主动公开政府信息一共多少条", "主动公开行政处罚信息230条。"),
    ],
)
def test_what_the_other_words_do_not_say_is_not_taken(question: str, body: str) -> None:
    reply = Asker(MemoryShelf(_report("云溪县", body), _report("青岚县", _TWO))).ask(question)
    assert isinstance(reply, Refusal), reply
