"""What was done otherwise with the same thing, or only came this year, is not what is asked for."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf

REPORT = """云砚县2023年法治政府建设情况报告
一、主要工作
(一)规范文件管理。审查行政规范性文件295件,报送备案25件。
(二)规范执法。新领行政执法证80人。受理法律援助案件233件,办理公证612件。
(三)优化服务。企业开办时间压缩至3个工作日。清理批而未供土地9.6万亩,处置闲置土地3.8万亩,处置率分别为31.5%和44.7%。
二、存在的问题
人手不足。
"""
ASKER = Asker(MemoryShelf(REPORT))


@pytest.mark.parametrize(
    "question",
    [
        "云砚县清理了多少件行政规范性文件?",
        "云砚县手里有执法证的一共多少人?",
        "云砚县给企业减负多少?",
    ],
)
def test_another_doing_is_no_answer(question: str) -> None:
    assert isinstance(ASKER.ask(question), Refusal)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("云砚县审查了多少件行政规范性文件?", "295件"),
        ("云砚县新领执法证多少人?", "80人"),
        ("云砚县受理了多少件法律援助?", "233件"),
        ("云砚县企业开办时间压缩到多少?", "3个工作日"),
        ("云砚县闲置土地处置率是多少?", "44.7%"),
    ],
)
def test_the_doing_itself_is(question: str, wanted: str) -> None:
    reply = ASKER.ask(question)
    assert isinstance(reply, Answer), reply
    assert [wanted in statement.text for statement in reply.statements] == [True]


def test_what_was_added_is_not_how_many_there_are() -> None:
    report = "云砚县2023年法治政府建设情况报告\n一、主要工作\n新建老年食堂76家,累计达到231家。\n"
    reply = Asker(MemoryShelf(report)).ask("云砚县到2023年底一共有多少家老年食堂?")
    assert isinstance(reply, Answer)
    assert "231家" in reply.statements[0].text
    assert "新建" not in reply.statements[0].text


def test_those_set_free_are_not_those_on_the_list() -> None:
    report = (
        "云砚县2023年法治政府建设情况报告\n一、主要工作\n"
        "接收社区矫正对象19人,解除矫正12人,年末在册33人。\n"
    )
    reply = Asker(MemoryShelf(report)).ask("云砚县年底在册社区矫正对象有多少名?")
    told = reply.text if isinstance(reply, Refusal) else reply.statements[0].text
    assert "12人" not in told
    assert "19人" not in told
