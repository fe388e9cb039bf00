"""The year before, reckoned back where that is asked for, with the year named either way."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf

REPORT = (
    "云溪县人民政府关于2022年度法治政府建设情况的报告\n一、复议\n"
    "收到行政复议申请96件,比2021年增加21件。办理法律援助案件50件,比2021年增加10件。\n"
)


@pytest.mark.parametrize(
    "question",
    [
        "按2022年报告推算,云溪县2021年收到行政复议申请多少件?",
        "倒推上年云溪县收到行政复议申请多少件?",
    ],
)
def test_reckoned_back(question: str) -> None:
    reply = Asker(MemoryShelf(REPORT)).ask(question)
    assert isinstance(reply, Answer)
    assert "96件 − 21件 = 75件" in reply.statements[0].text


def test_a_year_without_a_report_is_reckoned_from_an_exact_change() -> None:
    shelf = MemoryShelf(
        "云溪县2023年法治政府建设情况报告\n一、主要工作\n"
        "县财政安排法治建设专项经费468万元,比上年增加52万元。"
        "受理法律援助案件418件,同比增长4.5%。\n"
    )
    reply = Asker(shelf).ask("云溪县2022年的法治建设专项经费是多少万元?")
    assert isinstance(reply, Answer)
    assert "468万元 − 52万元 = 416万元" in answer_text(reply)
    assert isinstance(Asker(shelf).ask("云溪县2022年受理法律援助案件多少件?"), Refusal)
