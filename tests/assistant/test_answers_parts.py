"""A part of a place, of a whole and of a year: what is told of another does not answer for it."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from tests.assistant.shelves import MemoryShelf

DISTRICT = """椤溪区2022年法治政府建设情况报告
发布日期:2023-03-24 文  号: 椤政办函〔2023〕9号

一、主要做法

(一)考评。在全市法治政府建设年度考评中,我区得分91.35分,较上年前移2位。法治建设领导小组由区长任组长。

(二)执法。全年实施行政处罚8206件,其中城管5415件、市场监管1968件;罚没入库942.5万元。全年监督检查共查企业46家:双随机检查企业40家。

(三)化解。全区人民调解组织调解纠纷3127件,其中婚姻家庭类138件、邻里关系类96件,终局裁决率71.5%。

(四)决策。全年作出重大行政决策2件,即榉溪河污水管网改造和区实验幼儿园迁建,均履行公众参与、风险评估程序,并在集体讨论后对外公布,全程留痕、终身可查,未发现违反程序的情形。

(五)服务。区政务中心进驻事项126项,其中即办件74项。全区53个单位梳理出权责事项2934个。

二、存在的问题

9个司法所中仍有2个“一人所”。我区尚不具备独立办理涉外公证的条件。

三、2023年打算

年内消除“一人所”,招录司法助理员12名。仲裁结案率保持在95%以上。
"""
ASKER = Asker(MemoryShelf(DISTRICT))


def _told(question: str) -> str:
    reply = ASKER.ask(question)
    return reply.text if isinstance(reply, Refusal) else "".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("椤溪区在全市法治政府考评里拿了多少分?", "91.35分"),
        ("椤溪区法治建设领导小组组长是谁?", "区长任组长"),
        ("椤溪区邻里纠纷调解了多少件?", "96件"),
        ("椤溪区作的两件重大行政决策是什么?", "幼儿园迁建"),
        ("椤溪区政务中心不能即办的事项有多少项?", "52项"),
        ("椤溪区梳理权责的单位有几家?", "53个"),
        ("椤溪区全年一共检查了多少家企业?", "46家"),
        ("椤溪区还有没有“一人所”?", "仍有2个"),
        ("椤溪区这份报告的发文文号是多少?", "椤政办函〔2023〕9号"),
        ("椤溪区劳动争议里终局裁决的比例是多少?", "71.5%"),
    ],
)
def test_what_is_asked_for_is_told(question: str, said: str) -> None:
    assert said in _told(question)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("椤溪区榉柳街道2022年调解了多少件纠纷?", "3127"),
        ("椤溪区交通部门作出多少件行政处罚?", "8206"),
        ("椤溪区劳动监察一共罚了多少钱?", "942.5"),
        ("椤溪区仲裁案件里,因拖欠工资引起的占百分之几?", "95%"),
    ],
)
def test_the_whole_does_not_answer_for_a_part(question: str, wrong: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Refusal)
    assert wrong not in reply.text


def test_what_is_not_there_is_told_with_a_no() -> None:
    assert _told("椤溪区具备独立办理涉外公证的条件吗?").startswith("没有")


def test_an_office_is_held_in_the_year_asked_for() -> None:
    later = DISTRICT.replace("2022年", "2023年").replace("由区长任组长", "由区委书记任双组长")
    asker = Asker(MemoryShelf(DISTRICT, later))
    before = [("椤溪区2022年法治建设领导小组组长是谁?", "区长")]
    reply = asker.ask("那2023年是谁?", before)
    assert not isinstance(reply, Refusal)
    told = "".join(statement.text for statement in reply.statements)
    assert "区委书记任双组长" in told
    assert "由区长任组长" not in told
