"""Whole and part, level and change, done and not done: each is asked for by its own name."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = """云溪县人民政府
关于2022年度法治政府建设情况的报告
云政〔2023〕4号
一、主要工作
(一)整合执法力量。8家单位共计30名下沉人员全部到岗(文化市场3名、自然资源26名、农业执法1名)。执法大队核定编制50名,实有执法人员41名。
(二)强化复议监督。县政府收到行政复议申请60件,连同上年结转的7件,审结52件。一审行政应诉案件86件,较上年减少12件,败诉率9.4%,下降2.3个百分点。
(三)规范行政处罚。罚没款共计132万元,办理处罚案件640件,罚没款同比下降11.8%。全县共立案查处水事违法案件147件,按层级分,县本级18件、乡镇级129件。
(四)接受各方监督。办理人大代表建议18件、政协委员提案14件,答复率100%,满意率分别为98.3%和99.1%。法治督察发现问题23个,年底前完成整改19个。
(五)做好法律援助。受援人813人次,其中农民工310人、残疾人41人。承诺办理时限由15个工作日压缩至6个工作日。
"""
LIBRARY = Asker(MemoryShelf(REPORT))


def told(question: str, *history: tuple[str, str]) -> str:
    reply = LIBRARY.ask(question, history)
    assert isinstance(reply, Answer), reply
    return answer_text(reply)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("下沉了多少人?", ["30名"]),
        ("下沉的农业执法人员有多少名?", ["1名"]),
        ("县本级立案查处了几件水事违法案件?", ["18件"]),
        ("政协委员提案的满意率是多少?", ["99.1%"]),
        ("人大代表建议的满意率是多少?", ["98.3%"]),
        ("一审行政应诉案件多少件,比上年少几件?", ["86件", "12件"]),
        ("2022年一审行政应诉案件比2021年少了多少件?", ["12件"]),
        ("罚没款总额是多少?同比降了多少?", ["132万元", "11.8%"]),
        ("办理时限从多少个工作日压到了多少个?", ["15个工作日", "6个工作日"]),
        ("法治督察发现的问题,年底还剩几个没改?", ["23个 − ", "= 4个"]),
        ("执法大队还空着多少个编制?", ["50名 − ", "= 9名"]),
        ("受援人里农民工占多大比例?", ["310人 ÷ ", "38.1%"]),
        ("云溪县2022年法治政府报告的文号", ["云政〔2023〕4号"]),
        ("2021年的败诉率是多少?推算一下", ["9.4% + 2.3个百分点 = 11.7%"]),
    ],
)
def test_what_is_named_is_told(question: str, values: list[str]) -> None:
    text = told(question)
    assert [value for value in values if value not in text] == []


def test_what_is_not_done_is_not_what_is_done() -> None:
    for question in ("复议案件算上结转的,还有多少件没审结?", "2021年的败诉率是多少?"):
        assert isinstance(LIBRARY.ask(question), Refusal)


def test_a_level_takes_the_place_of_another() -> None:
    before = ("水事违法案件县本级查处了多少件?", "18件")
    assert "129件" in told("乡镇级的呢?", before)


MORE = """岚屏省2024年法治政府建设情况报告
一、主要工作
(一)优化营商环境。年末实有经营主体612万户,全年新设经营主体94万户。同一部门对同一企业的日常检查每年不超过2次,开展涉企行政检查43万户次,下降27.4%。
(二)严格规范执法。办理行政处罚案件3247件,罚没款1865万元;案件数量居前三位的是城市管理、交通运输和市场监管领域,分别为1358件、764件、591件。窗口进驻部门31个。
(三)化解行政争议。全省收到复议申请5830件,受理4910件,分别比上年增长86.3%、79.2%。省政府本级收到复议申请1642件,受理1208件。全年人民调解成功41141件。全县8个部门的许可事项278项集中到审批局。公职律师19名。
"""
OF_MORE = Asker(MemoryShelf(MORE))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("年底有多少户经营主体?", "612万户"),
        ("新设了多少户经营主体?", "94万户"),
        ("涉企行政检查次数是多少?", "43万户次"),
        ("城市管理领域的处罚案件有多少件?", "1358件"),
        ("交通运输领域的处罚案件有多少件?", "764件"),
    ],
)
def test_neighbours_are_told_apart(question: str, value: str) -> None:
    reply = OF_MORE.ask(question)
    assert isinstance(reply, Answer), reply
    assert value in answer_text(reply)


@pytest.mark.parametrize(
    "question",
    ["有几家律师事务所?", "窗口进驻部门办了多少件?", "2024年办理了多少件人民调解案件?"],
)
def test_what_is_counted_otherwise_is_no_answer(question: str) -> None:
    assert isinstance(OF_MORE.ask(question), Refusal)


def test_money_before_a_semicolon_names_no_cases() -> None:
    report = (
        "云溪县2023年法治政府建设情况报告\n一、主要工作\n"
        "办理行政处罚案件136件,罚没金额共计61万元;办理不予处罚案件21件,减轻处罚案件5件。\n"
    )
    reply = Asker(MemoryShelf(report)).ask("不罚的案子有多少件?")
    assert isinstance(reply, Answer), reply
    assert "罚没金额" not in answer_text(reply)
    assert "不予处罚案件:21件" in answer_text(reply)


def test_an_act_alone_goes_on_about_the_same_level() -> None:
    reply = OF_MORE.ask("受理了多少?", [("岚屏省政府本级收到多少件复议申请?", "1642件")])
    assert isinstance(reply, Answer), reply
    assert "1208件" in answer_text(reply)
