"""Facts of the report itself."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Reason, Refusal
from tests.assistant.shelves import QINGLAN, YUNXI_2022, MemoryShelf

ALONE = Asker(MemoryShelf(YUNXI_2022))


@pytest.mark.parametrize(
    ("question", "text", "quote"),
    [
        ("文号是什么", "文号:云委〔2023〕9号", "云委〔2023〕9号"),
        ("报告是什么时候印发的", "成文日期:2023年2月17日", "2023年2月17日"),
        ("报告写给谁", "主送:市委、市政府", "市委、市政府:"),
        ("报告是哪一年的", "报告年度:2022年", None),
        (
            "这份报告的标题是什么",
            "标题:中共云溪县委 云溪县人民政府关于2022年度法治政府建设情况的报告",
            None,
        ),
    ],
)
def test_facts(question: str, text: str, quote: str | None) -> None:
    reply = ALONE.ask(question)
    assert isinstance(reply, Answer)
    assert [statement.text for statement in reply.statements] == [text]
    assert quote is None or [citation.quote for citation in reply.citations] == [quote]


def test_who_writes_to_whom_cites_both() -> None:
    reply = ALONE.ask("报告谁写给谁")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text == "中共云溪县委、云溪县人民政府写给市委、市政府"
    assert [citation.quote for citation in reply.citations] == [
        "中共云溪县委\n云溪县人民政府",
        "市委、市政府:",
    ]


def test_a_fact_that_the_report_does_not_state() -> None:
    reply = Asker(MemoryShelf(QINGLAN)).ask("报告的文号是什么")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT


def test_a_report_of_another_year() -> None:
    reply = ALONE.ask("2019年报告的文号是什么")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.YEAR_ABSENT


def test_fields_of_the_page_above_the_report() -> None:
    page = (
        "青岚市2023年法治政府建设情况报告\n索引号:QL0103-2024-00027  发布机构:青岚市司法局\n"
        "一、主要工作\n受理行政复议案件37件。\n"
    )
    asker = Asker(MemoryShelf(page))
    for question, text in (
        ("青岚市2023年法治报告的索引号是什么", "索引号:QL0103-2024-00027"),
        ("青岚市2023年的法治报告是哪个部门挂出来的", "发布机构:青岚市司法局"),
    ):
        reply = asker.ask(question)
        assert isinstance(reply, Answer)
        assert [statement.text for statement in reply.statements] == [text]
        assert text.partition(":")[2] in reply.citations[0].quote
    assert isinstance(ALONE.ask("报告的索引号是什么"), Refusal)


SPEECH = """云溪县2022年法治政府建设情况报告
2023年3月6日在云溪县第九届人民代表大会
常务委员会第十一次会议上
主任、各位副主任、委员:
现将2022年法治政府建设情况报告如下。
一、主要工作
全县受理行政复议案件29件。
"""


def test_the_session_that_a_report_is_given_to() -> None:
    reply = Asker(MemoryShelf(SPEECH)).ask("云溪县2022年的报告是在县人大常委会第几次会议上作的")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text == "报告的会议:第九届人民代表大会常务委员会第十一次会议"
    told = SPEECH.replace("2023年3月6日在", "贯彻").replace("会议上", "会议精神")
    reply = Asker(MemoryShelf(told)).ask("云溪县2022年的报告是在县人大常委会第几次会议上作的")
    assert isinstance(reply, Refusal)


def test_the_paper_asked_about_is_the_report() -> None:
    reply = ALONE.ask("云溪县2022年法治政府建设情况那份文件的文号是多少")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text == "文号:云委〔2023〕9号"
