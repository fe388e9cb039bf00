"""Why something is so (原因): quoted where the report says why, refused where it does not."""

from __future__ import annotations

from assistant.asker import Asker
from assistant.model import Answer, Reason, Refusal
from tests.assistant.shelves import MemoryShelf

REPORT = """松陂县2022年法治政府建设情况报告
一、主要工作
办理一审行政诉讼案件26件,同比下降13.6%。行政处罚案件1873件,同比减少,主要是由于推行首违不罚。
"""
ASKER = Asker(MemoryShelf(REPORT))


def test_a_number_that_fell_does_not_say_why() -> None:
    reply = ASKER.ask("松陂县一审行政诉讼案件下降是什么原因")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT
    assert "没有说明" in reply.text
    assert "26件" in reply.nearest[0].text


def test_the_reason_that_the_report_gives_is_quoted() -> None:
    reply = ASKER.ask("松陂县行政处罚案件为什么减少")
    assert isinstance(reply, Answer)
    assert "首违不罚" in reply.statements[0].text
